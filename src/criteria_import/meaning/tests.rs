//! Requirements as plans word them, and what they are taken for.

use super::*;

/// Checks what a requirement of a title and a unit of measurement is taken for, and whether that is certain.
#[track_caller]
fn check(requirement: &str, beside: (&str, &str), expected: (&str, &str, Option<&str>), is_certain: bool) {
    let measure = Some(beside.1).filter(|measure| !measure.is_empty());
    let meaning = Meaning::of(requirement, Beside { title: beside.0, measure, heading: "" });
    let found = (meaning.kind.word(), meaning.requirement.to_text(meaning.kind), meaning.measure.as_deref());
    assert_eq!((found.0, found.1.as_str(), found.2), expected, "{requirement}: {:?}", meaning.doubts);
    assert_eq!(meaning.doubts.is_empty(), is_certain, "{requirement}: {:?}", meaning.doubts);
}

#[test]
fn percentages_are_certain_with_their_comparison() {
    for (requirement, achieved) in [
        ("từ 95 % trở lên", ">= 95%"),
        ("Đạt từ 95% trở lên", ">= 95%"),
        ("đạt 95% trở lên", ">= 95%"),
        ("95 % trở lên", ">= 95%"),
        ("Đạt tỷ lệ từ 62,5 % trở lên.", ">= 62.5%"),
        ("≥ 95%", ">= 95%"),
        ("≥95%", ">= 95%"),
        (">= 95 %", ">= 95%"),
        ("trên 95%", "> 95%"),
        ("Đạt trên 95 %", "> 95%"),
        ("> 95%", "> 95%"),
        ("cao hơn 95%", "> 95%"),
        ("tối thiểu 95%", ">= 95%"),
        ("Tối thiểu đạt 95 %", ">= 95%"),
        ("ít nhất 95 phần trăm", ">= 95%"),
        ("không dưới 95%", ">= 95%"),
        ("không thấp hơn 95 %", ">= 95%"),
        ("bằng hoặc cao hơn 95%", ">= 95%"),
        ("không quá 3 %", "<= 3%"),
        ("Không vượt quá 3%", "<= 3%"),
        ("tối đa 3%", "<= 3%"),
        ("≤ 3%", "<= 3%"),
        ("3% trở xuống", "<= 3%"),
        ("dưới 3 %", "< 3%"),
        ("nhỏ hơn 3%", "< 3%"),
        ("thấp hơn 0,5 %", "< 0.5%"),
        ("< 3%", "< 3%"),
        ("100 %", ">= 100%"),
        ("Đạt 100%", ">= 100%"),
        ("bằng 100%", "= 100%"),
        ("0%", "= 0%"),
        ("từ 2% đến 5%", "2..5%"),
        ("từ 2 đến 5 %", "2..5%"),
        ("trên 95% số hộ", "> 95%"),
        ("95% trở lên số hộ dân", ">= 95%"),
        ("Tỷ lệ hộ nghèo dưới 3%", "< 3%"),
    ] {
        check(requirement, ("Tỷ lệ hộ nghèo", ""), ("percent", achieved, None), true);
        check(requirement, ("Tỷ lệ hộ nghèo", "%"), ("percent", achieved, None), true);
    }
    check("≥ 95", ("Hộ dùng nước sạch", "%"), ("percent", ">= 95%", None), true);
}

#[test]
fn a_bullet_before_a_requirement_says_nothing() {
    for requirement in ["- Từ 95% trở lên;", "+ ≥ 95%", "• trên 95%", "* ít nhất 95%"] {
        let meaning = Meaning::of(requirement, Beside { title: "Tỷ lệ hộ dự họp", measure: None, heading: "" });
        assert!(meaning.kind == Kind::Percent && meaning.doubts.is_empty(), "{requirement}: {:?}", meaning.doubts);
    }
}

#[test]
fn counts_are_certain_with_what_they_count() {
    for (requirement, achieved, measure) in [
        ("có ít nhất 1 mô hình", ">= 1", "mô hình"),
        ("Có ít nhất một mô hình", ">= 1", "mô hình"),
        ("Từ 01 mô hình trở lên", ">= 1", "mô hình"),
        ("ít nhất 01 mô hình kinh tế hiệu quả", ">= 1", "mô hình"),
        ("không quá 2 vụ", "<= 2", "vụ"),
        ("0 vụ", "= 0", "vụ"),
        ("Không có vụ nào", "= 0", "vụ"),
        ("ít nhất 1.000 lượt người", ">= 1000", "lượt người"),
        ("từ 2 đến 5 buổi", "2..5", "buổi"),
        ("10 hộ trở lên", ">= 10", "hộ"),
        ("dưới 3 trường hợp", "< 3", "trường hợp"),
        ("ít nhất 3 đồng chí", ">= 3", "đồng chí"),
    ] {
        check(requirement, ("An ninh", ""), ("count", achieved, Some(measure)), true);
    }
    for requirement in
        ["Không có", "0", "không để xảy ra", "Không xảy ra", "không phát sinh", "không có trường hợp nào"]
    {
        check(requirement, ("Vi phạm đất đai", "vụ"), ("count", "= 0", Some("vụ")), true);
        let counted = if requirement.contains("nào") { "trường hợp" } else { "vụ vi phạm" };
        check(requirement, ("Số vụ vi phạm", ""), ("count", "= 0", Some(counted)), true);
    }
    check("không có vụ trọng án", ("Số vụ trọng án", ""), ("count", "= 0", Some("vụ")), true);
    check("≤ 2", ("Số vụ vi phạm", ""), ("count", "<= 2", Some("vụ vi phạm")), true);
    check("≥ 10", ("Điểm xanh", "khu vực, tuyến phố"), ("count", ">= 10", Some("khu vực, tuyến phố")), true);
}

#[test]
fn none_of_something_narrower_than_the_title_is_not_certain() {
    for (title, requirement) in [
        ("Hộ gia đình", "không có hộ vi phạm"),
        ("Đảng viên", "không có đảng viên bị kỷ luật"),
        ("Hộ nghèo", "không phát sinh mới"),
        ("Số vụ vi phạm pháp luật", "không có vụ nghiêm trọng"),
        ("Cháy nổ", "không để xảy ra cháy lớn"),
        ("Khiếu kiện", "Không có khiếu kiện đông người"),
        ("An ninh", "không để xảy ra vụ trọng án"),
    ] {
        let meaning = Meaning::of(requirement, Beside { title, measure: None, heading: "" });
        assert_eq!(meaning.requirement.to_text(meaning.kind), "= 0", "{requirement}");
        let [doubt] = &meaning.doubts[..] else { panic!("{requirement}: {:?}", meaning.doubts) };
        assert!(doubt.vi.contains("nói hẹp hơn tên"), "{requirement}: {}", doubt.vi);
    }
}

#[test]
fn amounts_are_certain_with_their_unit() {
    check("≥ 55 triệu đồng/người/năm", ("Thu nhập", ""), ("amount", ">= 55", Some("triệu đồng/người/năm")), true);
    check("từ 55,5 trở lên", ("Thu nhập", "Triệu đồng"), ("amount", ">= 55.5", Some("Triệu đồng")), true);
    check("trên 2 tấn", ("Rác", "tấn"), ("amount", "> 2", Some("tấn")), true);
}

#[test]
fn yes_tasks_and_figures_of_others_are_certain() {
    for requirement in ["Đạt", "Có", "đạt chuẩn", "Đạt yêu cầu", "Thực hiện tốt", "Có quy ước được công nhận"]
    {
        check(requirement, ("Quy ước", ""), ("yes-no", "yes", None), true);
    }
    check("Hoàn thành", ("Quán triệt", ""), ("task", "done", None), true);
    check("Hoàn thành đến ngày 31/12/2025", ("Quán triệt", ""), ("task", "done by 2025-12-31", None), true);
    check("hoàn thành chậm nhất ngày 05 tháng 6 năm 2025", ("A", ""), ("task", "done by 2025-06-05", None), true);
    let title = "Tỷ lệ hộ khá, giàu";
    for (requirement, achieved) in [
        ("Cao hơn mức bình quân chung của phường/xã", "> parent"),
        ("bằng hoặc cao hơn bình quân chung của phường, xã", ">= parent"),
        ("thấp hơn mức bình quân chung của xã", "< parent"),
        ("không thấp hơn mức bình quân chung của phường", ">= parent"),
        ("≥ mức chung của cấp trên", ">= parent"),
        ("cao hơn năm trước", "> previous"),
        ("giảm so với năm trước", "< previous"),
        ("không tăng so với năm trước liền kề", "<= previous"),
        ("> kỳ trước", "> previous"),
    ] {
        check(requirement, (title, ""), ("percent", achieved, None), true);
    }
}

#[test]
fn what_may_mean_several_things_is_assumed_and_told() {
    let rate = ("Tỷ lệ hộ nghèo", "");
    for (requirement, beside, kind, achieved) in [
        ("95%", rate, "percent", ">= 95%"),
        ("từ 95%", rate, "percent", ">= 95%"),
        ("khoảng 95%", rate, "percent", ">= 95%"),
        ("trên 95% trở lên", rate, "percent", ">= 95%"),
        ("≥ 95", rate, "percent", ">= 95%"),
        ("không quá 3% và giảm so với năm trước", rate, "percent", "<= 3%"),
        ("dưới 3 %; bản dưới 8 %", rate, "percent", "< 3%"),
        ("≤ 3% (khu vực I), ≤ 8% (khu vực II)", rate, "percent", "<= 3%"),
        ("dưới 3% đối với phường", rate, "percent", "< 3%"),
        ("dưới 10 hộ", rate, "count", "< 10"),
        ("Không có", rate, "percent", "= 0%"),
        ("đạt", rate, "yes-no", "yes"),
        ("giảm 2% so với năm trước", rate, "percent", ">= 2%"),
        ("cao hơn mức bình quân chung của tỉnh", rate, "percent", "> parent"),
        ("theo kế hoạch giao", rate, "yes-no", "yes"),
        ("từ 5% đến 2%", rate, "percent", "2..5%"),
        ("ít nhất 2/3 số hộ", ("Họp", ""), "count", ">= 2"),
        ("≥ 10", ("Điểm xanh", ""), "count", ">= 10"),
        ("≥ 10 việc", ("Điểm xanh", ""), "count", ">= 10"),
        ("≥ 2,5 vụ", ("An ninh", ""), "amount", ">= 2.5"),
        ("≥ 1.500", ("Thu nhập", "triệu đồng"), "amount", ">= 1500"),
        ("≥ 55 nghìn đồng", ("Thu nhập", "triệu đồng"), "amount", ">= 55"),
        ("≥ 95%", ("Thu nhập", "triệu đồng"), "percent", ">= 95%"),
        ("≥ 0,95", ("Hộ dùng nước sạch", "%"), "percent", ">= 0.95%"),
        ("≥ 2 nghìn hộ", ("Họp", ""), "count", ">= 2"),
        ("Không để", ("An ninh", ""), "yes-no", "yes"),
        ("Có từ 2 đến dưới 5 buổi", ("Họp", ""), "count", ">= 2"),
        ("1-2 mô hình", ("Kinh tế", ""), "count", ">= 1"),
        ("không quá nửa số hộ", ("Họp", ""), "yes-no", "yes"),
        ("không có trên 3% hộ nghèo", ("Họp", ""), "percent", "> 3%"),
        ("ít nhất 1 buổi/tháng", ("Họp", ""), "count", ">= 1"),
        ("≥ 80 điểm", ("Xếp loại", ""), "count", ">= 80"),
        ("Có quy ước và hương ước", ("Quy ước", ""), "yes-no", "yes"),
        ("Có hai mô hình", ("Mô hình", ""), "yes-no", "yes"),
        ("Đạt loại khá trở lên", ("Xếp loại", ""), "yes-no", "yes"),
        ("Không", ("Khiếu kiện", ""), "count", "= 0"),
        ("Hoàn thành trước ngày 31/12/2025", ("Họp", ""), "task", "done by 2025-12-31"),
        ("Hoàn thành 100% kế hoạch", ("Thu quỹ", ""), "percent", ">= 100%"),
        ("Đạt", ("Vi phạm", "vụ"), "yes-no", "yes"),
        ("dưới 5%o", ("Sinh con thứ ba", ""), "count", "< 5"),
        ("≥ 2 buổi hằng tháng", ("Họp", ""), "count", ">= 2"),
        ("bằng mức bình quân chung của phường", rate, "percent", "= parent"),
        ("bằng năm trước", rate, "percent", "= previous"),
        ("giảm bình quân chung của phường", rate, "yes-no", "yes"),
        ("cận nghèo dưới 3%", ("Tỷ lệ hộ nghèo, cận nghèo", ""), "percent", "< 3%"),
        ("Không có", ("Có nhà văn hóa", ""), "count", "= 0"),
        ("-3% trở lên", rate, "percent", ">= 3%"),
        ("- 3% trở lên", rate, "percent", ">= 3%"),
        ("−3 % trở lên", rate, "percent", ">= 3%"),
        ("+3% trở lên", rate, "percent", ">= 3%"),
        ("≥ -3%", rate, "percent", ">= 3%"),
        ("từ -5% đến -2%", rate, "percent", ">= 5%"),
    ] {
        let measure = Some(beside.1).filter(|measure| !measure.is_empty());
        let meaning = Meaning::of(requirement, Beside { title: beside.0, measure, heading: "" });
        let found = (meaning.kind.word(), meaning.requirement.to_text(meaning.kind));
        assert_eq!((found.0, found.1.as_str()), (kind, achieved), "{requirement}: {:?}", meaning.doubts);
        assert!(!meaning.doubts.is_empty(), "{requirement}");
    }
}

#[test]
fn units_that_contradict_each_other_are_told() {
    for (requirement, beside) in [
        ("≥ 55.000 nghìn đồng", ("Thu nhập (triệu đồng/người/năm)", "")),
        ("≥ 55 nghìn đồng", ("Thu nhập (triệu đồng)", "")),
        ("≥ 55 triệu đồng/hộ", ("Thu nhập (triệu đồng/người)", "")),
        ("≥ 55 triệu đồng/hộ/năm", ("Thu nhập", "triệu đồng/người/năm")),
        ("≥ 5 triệu đồng/tháng", ("Thu nhập (triệu đồng/năm)", "")),
        ("≥ 55.000.000", ("Thu nhập", "triệu đồng")),
        ("≥ 55.000.000 triệu đồng", ("Thu nhập", "")),
        ("≥ 55.000.000", ("Thu nhập (1.000 đồng)", "")),
        ("≥ 5", ("Hộ có nước sạch", "1.000 hộ")),
        ("≥ 5 hộ", ("Hộ có nước sạch", "1.000 hộ")),
        ("≥ 95%", ("Số hộ có nước sạch", "")),
        ("≥ 95 hộ", ("Hộ có nước sạch (%)", "")),
        ("≤ 3 hộ", ("Số vụ vi phạm", "")),
        ("≥ 3 mô hình", ("Kinh tế (%)", "mô hình")),
        ("≤ 3", ("Tỷ lệ hộ nghèo", "hộ")),
        ("≥ 90%", ("Hộ có nước sạch (≥ 95%)", "")),
        ("≥ 90%", ("Hộ có nước sạch (từ 95% trở lên)", "")),
        ("≥ 950%", ("Hộ có nước sạch", "")),
        ("Đạt", ("Có 95% hộ có nước sạch", "")),
        ("cao hơn năm trước", ("Thu nhập (triệu đồng)", "%")),
        ("không có vụ nào", ("Số hộ vi phạm", "")),
        ("≤ 3", ("Tỷ lệ hộ nghèo (hộ)", "")),
    ] {
        let measure = Some(beside.1).filter(|measure| !measure.is_empty());
        let meaning = Meaning::of(requirement, Beside { title: beside.0, measure, heading: "" });
        assert!(!meaning.doubts.is_empty(), "{requirement} {beside:?}");
    }
    let meaning = Meaning::of("≥ 95 hộ", Beside { title: "Nước sạch", measure: None, heading: "Mức đạt (%)" });
    assert!(!meaning.doubts.is_empty());
}

#[test]
fn a_unit_in_the_brackets_of_the_title_or_of_the_heading_is_that_of_the_number() {
    check("≥ 55", ("Thu nhập (triệu đồng/người/năm)", ""), ("amount", ">= 55", Some("triệu đồng/người/năm")), true);
    check("≥ 55 triệu đồng", ("Thu nhập (triệu đồng/người)", ""), ("amount", ">= 55", Some("triệu đồng")), true);
    check("≥ 55 tr.đồng", ("Thu nhập", "triệu đồng"), ("amount", ">= 55", Some("triệu đồng")), true);
    check("≤ 3", ("Tỷ lệ hộ nghèo (%)", ""), ("percent", "<= 3%", None), true);
    check("≥ 2", ("Sinh hoạt cộng đồng (ĐVT: buổi)", ""), ("count", ">= 2", Some("buổi")), true);
    check("≤ 3 vụ", ("Số vụ vi phạm (theo kết luận số 12)", ""), ("count", "<= 3", Some("vụ")), true);
    check("Đạt", ("Thực hiện Nghị quyết số 12 năm 2025", ""), ("yes-no", "yes", None), true);
    let meaning = Meaning::of("≥ 95", Beside { title: "Hộ có nước sạch", measure: None, heading: "Mức đạt (%)" });
    assert!(meaning.kind == Kind::Percent && meaning.doubts.is_empty(), "{:?}", meaning.doubts);
}
