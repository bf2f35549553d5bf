//! The result in one line.

use crate::{
    appendix::numbers::number,
    facts::Source,
    finding::{Finding, Severity, codes},
    plan::{Accept, Rulebook},
};

use super::Corrections;

/// Says what became of the file: nothing to be mended, so many places, nothing read, or not even opened, and why.
pub(super) fn result(rulebook: &Rulebook, source: &Source, findings: &[&Finding], corrections: &Corrections) -> String {
    if source.read.is_empty()
        && let Some(reason) = reason(findings)
    {
        let said = &reason.message.vi;
        let beginning = if is_unread(source, reason) {
            "Không đọc được tệp"
        } else {
            "Nhận được, chưa lấy được số liệu"
        };
        return format!("{beginning}: {said}");
    }
    let (errors, warnings) = (number(corrections.errors), number(corrections.warnings));
    let refused = match rulebook.plan.accept {
        Accept::Clean => "; theo kế hoạch, số liệu chỉ được dùng khi tệp không còn lỗi",
        Accept::All => "",
    };
    let received = match source.facts {
        0 if !findings.iter().any(|finding| is_about_words(finding)) => "Nhận được, trong biểu chưa ghi số liệu",
        facts if facts == source.refused => "Nhận được, chưa dùng được số liệu nào",
        _ => "Nhận được",
    };
    match (corrections.errors, corrections.warnings) {
        (0, 0) => format!("{received}, không phải sửa"),
        (0, _) => format!("{received}, không phải sửa; nên xem lại {warnings} chỗ"),
        (_, 0) => format!("{received}, phải sửa {errors} chỗ{refused}"),
        (_, _) => format!("{received}, phải sửa {errors} chỗ, nên xem lại {warnings} chỗ{refused}"),
    }
}

/// Returns whether a cell that answers a criterion holds what could not be used: words, and still no answer.
fn is_about_words(finding: &Finding) -> bool {
    finding.place.cell().is_some() && finding.criterion.is_some() && finding.value.is_some()
}

/// Returns the error by which nothing could be read: one of the file as a whole, else the first.
fn reason<'a>(findings: &[&'a Finding]) -> Option<&'a Finding> {
    let errors = || findings.iter().copied().filter(|finding| finding.severity == Severity::Error);
    errors().find(|finding| finding.place.sheet().is_none()).or_else(|| errors().next())
}

/// Returns whether the file could not even be opened for that reason.
fn is_unread(source: &Source, reason: &Finding) -> bool {
    let codes = [&codes::UNREADABLE_FILE, &codes::PASSWORD_PROTECTED, &codes::OVER_LIMITS];
    source.sheets.is_empty() && codes.iter().any(|code| **code == *reason.code)
}
