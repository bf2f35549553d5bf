//! What the report says of a city worked out by hand: three wards, of which one sent nothing, and five groups.

use crate::{
    Assessment,
    appendix::sample,
    finding::{Finding, Place, codes},
    model::{FileKey, Target, say},
    plan::TargetEntry,
    score::Context,
};

use super::*;

/// Returns the texts of the report, headings and lists included, one a line.
fn text_of(assessment: &Assessment) -> String {
    let document = report(Parts::new(assessment, &assessment.received.evidence, &assessment.scorecards));
    let lines = document.blocks.iter().filter_map(|block| match block {
        Block::Text(_, text) => Some(format!("{text}\n")),
        Block::Table(_) | Block::Blank(_) => None,
    });
    lines.collect()
}

#[track_caller]
fn says(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(text.lines().any(|line| line == *sentence), "{sentence}\nis not said in\n{text}");
    }
}

/// Judges the sample again after `change`.
fn judged_after(change: impl FnOnce(&mut Assessment)) -> Assessment {
    let mut assessment = sample::assessment();
    change(&mut assessment);
    let received = &assessment.received;
    let as_of = chrono::NaiveDate::from_ymd_opt(2025, 10, 20).unwrap();
    let context = Context { as_of, previous: None };
    assessment.scorecards = crate::score::score(&received.rulebook, &received.evidence, &context);
    assessment.totals = crate::totals::total(&received.rulebook, &assessment.scorecards);
    assessment
}

#[test]
fn who_reported_and_who_did_not_is_said_by_name() {
    says(
        &text_of(&sample::assessment()),
        &[
            "Thời hạn báo cáo theo kế hoạch: chậm nhất ngày 15 tháng 10 năm 2025.",
            "Đến nay đã có số liệu của 2/3 phường, xã; 4/5 tổ dân phố, bản (80 %).",
            "- 1 phường, xã chưa gửi số liệu: Phường Quyết Thắng.",
            "Kế hoạch phân công 1 cơ quan thẩm định; chưa có kết quả thẩm định của cơ quan nào.",
        ],
    );
}

#[test]
fn results_stand_beside_the_targets_with_those_concerned() {
    says(
        &text_of(&sample::assessment()),
        &[
            "Trong 5 tổ dân phố, bản thuộc danh sách: 2 đạt, 1 chưa đạt, 2 chưa đủ số liệu để kết luận; tỷ lệ đạt 66,67 % \
             trên 3 nơi đã kết luận được (Phụ lục I kèm theo).",
            "Duy trì: kế hoạch đề ra 3 tổ dân phố, bản; duy trì được 1, bằng 33,33 % chỉ tiêu, còn thiếu 2.",
            "- Không duy trì được (1 tổ dân phố, bản): Xã Tân Phong: =1+1;",
            "- Chưa kết luận được có duy trì hay không (1 tổ dân phố, bản): Phường Quyết Thắng: Bản Màng.",
            "Công nhận mới: kế hoạch đề ra 1 tổ dân phố, bản; đạt mới 1, bằng 100 % chỉ tiêu.",
            "- Đạt mới (1 tổ dân phố, bản): Phường Đoàn Kết: Bản <Gia> & Khâu.",
            "Ngoài danh sách giao chỉ tiêu có 1 tổ dân phố, bản, trong đó chưa nơi nào đạt.",
            "Bộ tiêu chí có 2 tiêu chuẩn, 4 tiêu chí: 3 tiêu chí được mọi đơn vị có kết quả đều đạt (Phụ lục III kèm theo).",
            "- Đạt 66,67 %: tiêu chí 1.2 “Tỷ lệ hộ dự họp” (2/3).",
            "- 1 đơn vị chưa đạt: tiêu chí 1.2 “Tỷ lệ hộ dự họp” (yêu cầu: ≥ 80 %).",
            "- =1+1, Xã Tân Phong. Chưa đạt: 1.2 (79 % < 80 %).",
            "Đề nghị công nhận 2 tổ dân phố, bản, gồm 1 duy trì và 1 công nhận mới (Phụ lục VI kèm theo).",
            "Còn 1 tổ dân phố, bản có chỉ tiêu mà chưa kết luận được; danh sách đề nghị chưa gồm những nơi này.",
        ],
    );
}

#[test]
fn what_the_figures_are_without_is_said_before_them() {
    says(
        &text_of(&sample::assessment()),
        &[
            "Bộ tiêu chí mô phỏng, không phải bản chính thức: Tổ dân phố, bản tự quản (bản ngày 07 tháng 8 năm 2023). Kết quả \
             dưới đây chỉ đúng theo bộ này.",
            "Kiểm tra 2 tệp nhận được: không có lỗi phải sửa; 2 cảnh báo.",
            "Tính theo từng tiêu chí của từng đơn vị, còn 5 kết quả chưa có số liệu; các số liệu dưới đây không gồm những \
             kết quả ấy, và chưa có số liệu không bị tính là chưa đạt.",
            "1 kết quả của tiêu chí phải có số liệu mới chỉ tự chấm đạt hoặc chưa đạt, chưa kèm số liệu.",
        ],
    );
}

#[test]
fn errors_that_nobody_mended_and_files_that_came_late_are_told() {
    let mut assessment = sample::assessment();
    let place = Place::File(FileKey::new(1));
    let findings = [&codes::NOT_A_NUMBER, &codes::RECEIVED_LATE];
    let findings = findings.map(|code| Finding::new(code, place.clone(), say!("Thử", "Test")));
    assessment.received.findings.extend(findings);
    says(
        &text_of(&assessment),
        &[
            "- 1 nơi gửi sau thời hạn: Xã Tân Phong.",
            "Kiểm tra 2 tệp nhận được: còn 1 lỗi chưa sửa ở 1 tệp; 3 cảnh báo. Các số liệu dưới đây lập khi những lỗi này \
             chưa được sửa.",
        ],
    );
}

#[test]
fn a_plan_without_numbers_and_a_list_that_differs_are_said_to_be_so() {
    let assessment = judged_after(|assessment| {
        let rulebook = &mut assessment.received.rulebook;
        (rulebook.plan.targets.maintain, rulebook.plan.targets.new) = (None, Some(2));
        rulebook.plan.appendices = Vec::new();
    });
    says(
        &text_of(&assessment),
        &[
            "Duy trì: kế hoạch không nêu tổng số; danh sách giao 3 tổ dân phố, bản, duy trì được 1.",
            "Công nhận mới: kế hoạch đề ra 2 tổ dân phố, bản (danh sách giao 1 tổ dân phố, bản); đạt mới 1, bằng 50 % chỉ \
             tiêu, còn thiếu 1.",
        ],
    );
    let assessment = judged_after(|assessment| {
        let rulebook = &mut assessment.received.rulebook;
        rulebook.targets.entries.clear();
        (rulebook.plan.targets.maintain, rulebook.plan.targets.new) = (None, None);
    });
    let text = text_of(&assessment);
    says(
        &text,
        &["Duy trì: kế hoạch không giao chỉ tiêu.", "Chưa có tổ dân phố, bản nào đủ điều kiện đề nghị công nhận."],
    );
}

#[test]
fn nothing_received_makes_a_report_that_says_so() {
    let assessment = judged_after(|assessment| {
        assessment.received.evidence = crate::campaign::Evidence::new(Vec::new());
        assessment.received.sources.clear();
        assessment.received.findings.clear();
    });
    says(
        &text_of(&assessment),
        &[
            "Đến nay chưa có số liệu của phường, xã nào (0/3 phường, xã; 0/5 tổ dân phố, bản).",
            "- 3 phường, xã chưa gửi số liệu: Phường Đoàn Kết, Xã Tân Phong, Phường Quyết Thắng.",
            "Trong 5 tổ dân phố, bản thuộc danh sách: chưa có nơi nào đạt, 5 chưa đủ số liệu để kết luận (Phụ lục I kèm theo).",
            "Duy trì: kế hoạch đề ra 3 tổ dân phố, bản; chưa nơi nào duy trì được, còn thiếu 3.",
            "Chưa có tổ dân phố, bản nào đủ điều kiện đề nghị công nhận.",
            "Trong các kết quả đã có, không có tiêu chí nào bị đánh giá chưa đạt.",
        ],
    );
}

#[test]
fn a_goal_that_is_passed_is_said_to_be() {
    let assessment = judged_after(|assessment| {
        let rulebook = &mut assessment.received.rulebook;
        let entry = TargetEntry { target: Some(Target::New), recognised_year: None, decision: None };
        rulebook.targets.entries.insert(crate::model::UnitKey::new(2), entry);
    });
    says(
        &text_of(&assessment),
        &[
            "Công nhận mới: kế hoạch đề ra 1 tổ dân phố, bản (danh sách giao 2 tổ dân phố, bản); đạt mới 2, bằng 200 % chỉ \
             tiêu, vượt 1.",
        ],
    );
}

#[test]
fn the_places_for_people_are_counted() {
    let assessment = sample::assessment();
    let document = report(Parts::new(&assessment, &assessment.received.evidence, &assessment.scorecards));
    // Causes twice, rewards, the work ahead, what is asked for; number, signer, his title and who gets it.
    assert_eq!(document.to_fill, 9);
}

#[test]
fn the_tables_have_the_columns_of_a_page() {
    let assessment = sample::assessment();
    let document = report(Parts::new(&assessment, &assessment.received.evidence, &assessment.scorecards));
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Text(..) | Block::Blank(_) => None,
    });
    let headings: Vec<Vec<&str>> =
        tables.map(|table| table.columns.iter().map(|column| column.heading.as_ref()).collect()).collect();
    let wards = "TT|Phường, xã|Tổng số|Đã báo cáo|Đạt|Chưa đạt|Chưa đủ số liệu|Chỉ tiêu|Duy trì được|Chỉ tiêu|Đạt mới";
    assert_eq!(headings[0].join("|"), wards);
    assert_eq!(
        headings[1].join("|"),
        "TT|Tiêu chí|Yêu cầu|Áp dụng|Đạt|Chưa đạt|Chưa có số liệu|Tỷ lệ đạt trên số có kết quả (%)"
    );
    assert_eq!(headings[2].join("|"), "TT|Tổ dân phố, bản|Phường, xã|Năm công nhận|Đạt|Áp dụng|Ghi chú");
}
