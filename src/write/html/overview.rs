//! The top of the page, what the results come to in a few figures, and the end of it.

use std::fmt::Write as _;

use crate::{
    Assessment,
    criteria::Provenance,
    finding::Severity,
    model::{Language, Message, phrase, printed, say},
    totals::TargetTotal,
};

use super::{markup::shown, words};

/// Appends the titles and the figures.
pub(super) fn push_summary(page: &mut String, assessment: &Assessment, remarks: &[String], language: Language) {
    let rulebook = &assessment.received.rulebook;
    let title = words(&say!("Tổng quan kết quả", "Overview of results"), language);
    let _ = writeln!(page, "<header>\n<p class=\"issuer\" lang=\"vi\">{}</p>", shown(&rulebook.plan.issuer));
    let _ = writeln!(page, "<h1>{title}</h1>\n<p class=\"plan\" lang=\"vi\">{}</p>", shown(&rulebook.plan.title));
    for remark in remarks {
        let _ = writeln!(page, "<p class=\"remark\" lang=\"vi\">{}</p>", shown(remark));
    }
    page.push_str("</header>\n<main id=\"noi-dung\" tabindex=\"-1\">\n");
    if let Some(provenance) = provenance(rulebook.criteria.provenance) {
        let _ = writeln!(page, "<p class=\"provenance\"><strong>{}</strong></p>", words(&provenance, language));
    }
    let heading = words(&say!("Kết quả chung", "Results at a glance"), language);
    let _ = writeln!(page, "<section aria-labelledby=\"ket-qua\">\n<h2 id=\"ket-qua\">{heading}</h2>\n<dl>");
    for (term, figure) in figures(assessment) {
        let (term, figure) = (words(&term, language), words(&figure, language));
        let _ = writeln!(page, "<div><dt>{term}</dt><dd>{figure}</dd></div>");
    }
    page.push_str("</dl>\n</section>\n");
}

/// Appends the end of what [`push_summary`] opened.
pub(super) fn push_end(page: &mut String, language: Language) {
    let version = env!("CARGO_PKG_VERSION");
    let made = say!(
        "Trang này do tdp {version} lập cùng phu-luc.xlsx và tong-hop.json, từ cùng một số liệu; mở được không cần mạng",
        "Made by tdp {version} together with phu-luc.xlsx and tong-hop.json, from the same figures; needs no network"
    );
    let _ = writeln!(page, "</main>\n<footer><p>{}</p></footer>", words(&made, language));
}

/// Returns the sentence that has to stand wherever results of modelled criteria are printed.
fn provenance(provenance: Provenance) -> Option<Message> {
    match provenance {
        Provenance::Modelled => Some(say!(
            "Bộ tiêu chí mô phỏng, chưa phải bảng tiêu chí chính thức",
            "Modelled criteria, not the official table"
        )),
        Provenance::Official => None,
    }
}

fn figures(assessment: &Assessment) -> Vec<(Message, Message)> {
    let (received, totals) = (&assessment.received, &assessment.totals);
    let (reported, summary) = (totals.reported, totals.summary);
    let (from, to) = received.rulebook.plan.period;
    let day = |day: chrono::NaiveDate| day.format("%d/%m/%Y").to_string();
    let found = |severity| received.findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (found(Severity::Error), found(Severity::Warning));
    let count = |count: u32| printed(count);
    vec![
        (say!("Kỳ báo cáo", "Period"), Message::same(format!("{} – {}", day(from), day(to)))),
        (say!("Phường, xã đã báo cáo", "Wards that reported"), of(reported.wards, reported.wards_expected)),
        (say!("Đơn vị đã báo cáo", "Units that reported"), of(reported.units, reported.units_expected)),
        (say!("Duy trì được so với chỉ tiêu", "Maintained, of the target"), target(totals.targets.maintain)),
        (say!("Đạt mới so với chỉ tiêu", "Newly achieved, of the target"), target(totals.targets.new)),
        (say!("Đơn vị đạt", "Units that achieved"), of(summary.achieved, summary.units)),
        (say!("Đơn vị chưa đạt", "Units that did not achieve"), count(summary.not_achieved)),
        (say!("Đơn vị chưa đủ số liệu", "Units with figures missing"), count(summary.incomplete)),
        (
            say!("Cần xem lại trong các tệp đã nhận", "To be looked at in what was received"),
            phrase!("lỗi: {errors}; cảnh báo: {warnings}", "errors: {errors}; warnings: {warnings}"),
        ),
    ]
}

/// Returns what was reached, beside the goal where the plan sets one.
pub(super) fn target(target: TargetTotal) -> Message {
    target.goal.map_or_else(|| printed(target.reached), |goal| of(target.reached, goal))
}

/// Returns a count out of another.
fn of(part: u32, whole: u32) -> Message {
    let (part, whole) = (printed(part), printed(whole));
    say!("{part}/{whole}", "{part}/{whole}", part, whole)
}
