//! The results by criterion: how many are met everywhere, which are the lowest, and the table.

use crate::{
    appendix::{
        Report,
        numbers::{number, percent},
    },
    plan::AppendixName,
    totals::{CriterionTally, CriterionTotals},
};

use super::{
    document::{Block, TextKind, items},
    tables,
    words::in_appendix,
};

/// So many of the lowest criteria are named, and those that are as low as the last of them.
const LOWEST: usize = 5;

/// What is said of the criteria.
pub(super) fn blocks<'a>(report: &Report<'a, '_>) -> Vec<Block<'a>> {
    let mut blocks = vec![Block::paragraph(altogether(report))];
    let failed = failed(report);
    if !failed.is_empty() {
        blocks.push(Block::lead("Các tiêu chí có tỷ lệ đạt thấp nhất trên số đã có kết quả (đạt và chưa đạt):"));
    }
    let lowest = leading(&failed, LOWEST, |a, b| a.tally.share() == b.tally.share());
    let rest = failed.len() - lowest.iter().map(|alike| alike.len()).sum::<usize>();
    blocks.extend(items(lowest.into_iter().map(|alike| named(report, alike)).collect()));
    if rest > 0 {
        let rest = number(rest);
        blocks.push(Block::paragraph(format!("Còn {rest} tiêu chí khác cũng có đơn vị chưa đạt (xem Bảng 2).")));
    }
    blocks.push(Block::text(TextKind::Caption, "Bảng 2. Kết quả thực hiện từng tiêu chí"));
    blocks.push(Block::Table(tables::criteria(report)));
    blocks
}

/// Returns the criteria that some units failed, the lowest share of those with a result first.
fn failed<'a>(report: &Report<'a, '_>) -> Vec<&'a CriterionTotals> {
    let totals = report.parts.totals.criteria.iter();
    let mut failed: Vec<&CriterionTotals> = totals.filter(|totals| totals.tally.not_achieved > 0).collect();
    failed.sort_by_key(|totals| totals.tally.share());
    failed
}

/// Returns the first of `criteria` in groups of those alike, as many groups as it takes to name `least` of them.
pub(super) fn leading<'t, 'a>(
    criteria: &'t [&'a CriterionTotals],
    least: usize,
    alike: impl FnMut(&&'a CriterionTotals, &&'a CriterionTotals) -> bool,
) -> Vec<&'t [&'a CriterionTotals]> {
    let mut named = 0;
    let wanted = |group: &&[&CriterionTotals]| {
        let more = named < least;
        named += group.len();
        more
    };
    criteria.chunk_by(alike).take_while(wanted).collect()
}

fn altogether(report: &Report<'_, '_>) -> String {
    let set = report.criteria();
    let criteria = &report.parts.totals.criteria;
    let met = criteria.iter().filter(|totals| totals.tally.not_achieved == 0 && totals.tally.with_result() > 0).count();
    let unknown = criteria.iter().filter(|totals| totals.tally.with_result() == 0).count();
    let (standards, all) = (number(set.standards.len()), number(criteria.len()));
    let without = match unknown {
        0 => String::new(),
        count => format!("; {} tiêu chí chưa có kết quả nào", number(count)),
    };
    let details = in_appendix(report, AppendixName::CriteriaByWard);
    let met = match met {
        0 => "chưa tiêu chí nào được mọi đơn vị có kết quả đều đạt".to_owned(),
        count => format!("{} tiêu chí được mọi đơn vị có kết quả đều đạt", number(count)),
    };
    format!("Bộ tiêu chí có {standards} tiêu chuẩn, {all} tiêu chí: {met}{without}{details}.")
}

/// Names criteria of one share, each with how many achieved it.
fn named(report: &Report<'_, '_>, alike: &[&CriterionTotals]) -> String {
    let CriterionTally { achieved, .. } = alike[0].tally;
    let share = percent(achieved, alike[0].tally.with_result()).unwrap_or_default();
    let each = alike.iter().map(|totals| {
        let criterion = report.criterion(totals.criterion);
        let (achieved, results) = (number(totals.tally.achieved), number(totals.tally.with_result()));
        format!("tiêu chí {} “{}” ({achieved}/{results})", criterion.id, criterion.title)
    });
    format!("Đạt {share}: {}", each.collect::<Vec<_>>().join("; "))
}
