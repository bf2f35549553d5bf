//! How far the data can be trusted: what is still wrong in the files, and that the figures are without it.

use std::collections::BTreeSet;

use crate::{
    appendix::{Report, numbers::number},
    finding::{Finding, Severity},
    plan::Accept,
    score::why_open,
};

/// What the report says of the data.
pub(super) fn sentences(report: &Report<'_, '_>) -> Vec<String> {
    let mut sentences = vec![checked(report)];
    sentences.extend(without(report));
    sentences.extend(claimed(report));
    sentences
}

/// How many files there are, and what is wrong in them.
fn checked(report: &Report<'_, '_>) -> String {
    let files = number(report.parts.sources.len());
    let of = |severity| report.parts.findings.iter().filter(move |finding| finding.severity == severity);
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    let faulty: BTreeSet<_> = of(Severity::Error).filter_map(file_of).collect();
    let warned = match warnings {
        0 => String::new(),
        count => format!("; {} cảnh báo", number(count)),
    };
    match errors {
        0 => format!("Kiểm tra {files} tệp nhận được: không có lỗi phải sửa{warned}."),
        count => {
            let place = if faulty.is_empty() { String::new() } else { format!(" ở {} tệp", number(faulty.len())) };
            let used = match report.plan().accept {
                Accept::All => "Các số liệu dưới đây lập khi những lỗi này chưa được sửa.",
                Accept::Clean => "Kế hoạch chỉ dùng tệp không có lỗi: số liệu dưới đây không gồm những tệp có lỗi.",
            };
            format!("Kiểm tra {files} tệp nhận được: còn {} lỗi chưa sửa{place}{warned}. {used}", number(count))
        }
    }
}

fn file_of(finding: &Finding) -> Option<usize> {
    finding.place.file().map(crate::model::FileKey::index)
}

/// How many verdicts are missing, and how many of these because what was written cannot be used.
fn without(report: &Report<'_, '_>) -> Option<String> {
    let missing: u64 = report.parts.totals.criteria.iter().map(|criterion| u64::from(criterion.tally.missing)).sum();
    let refused = report.parts.scorecards.iter().map(|card| {
        let criterion = |judgement: &&crate::score::Judgement| {
            let judged = report.criterion(judgement.criterion);
            judged.parent.unwrap_or(judgement.criterion)
        };
        why_open(card).refused.iter().map(criterion).collect::<BTreeSet<_>>().len()
    });
    let refused: usize = refused.sum();
    if missing == 0 {
        return None;
    }
    let all = number(missing);
    Some(match refused {
        0 => format!(
            "Tính theo từng tiêu chí của từng đơn vị, còn {all} kết quả chưa có số liệu; \
             các số liệu dưới đây không gồm những kết quả ấy, và chưa có số liệu không bị tính là chưa đạt."
        ),
        some => format!(
            "Tính theo từng tiêu chí của từng đơn vị, còn {all} kết quả chưa có số liệu, trong đó {} do giá trị ghi \
             trong tệp không dùng được; các số liệu dưới đây không gồm những kết quả ấy, và chưa có số liệu không bị \
             tính là chưa đạt.",
            number(some)
        ),
    })
}

/// How many results of what is to be measured rest on a bare claim.
fn claimed(report: &Report<'_, '_>) -> Option<String> {
    let claims: u64 = report.parts.totals.criteria.iter().map(|criterion| u64::from(criterion.tally.by_claim)).sum();
    (claims > 0).then(|| {
        format!(
            "{} kết quả của tiêu chí phải có số liệu mới chỉ tự chấm đạt hoặc chưa đạt, chưa kèm số liệu.",
            number(claims)
        )
    })
}
