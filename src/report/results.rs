//! Section II: the results, beside the plan's targets, ward by ward and criterion by criterion.

use crate::{
    appendix::{
        Report,
        numbers::{number, share},
    },
    plan::AppendixName,
    totals::UnitTally,
};

use super::{
    criteria,
    document::{Block, TextKind},
    tables, targets,
    words::{in_appendix, units},
};

/// What the section says.
pub(super) fn blocks<'a>(report: &Report<'a, '_>) -> Vec<Block<'a>> {
    let mut blocks = vec![Block::subsection("1. Kết quả chung"), Block::paragraph(altogether(report))];
    blocks.push(Block::text(TextKind::Caption, "Bảng 1. Kết quả đánh giá và so với chỉ tiêu kế hoạch"));
    blocks.push(Block::Table(tables::wards(report)));
    blocks.push(Block::subsection("2. So với chỉ tiêu kế hoạch"));
    blocks.extend(targets::blocks(report));
    blocks.push(Block::subsection("3. Kết quả từng tiêu chí"));
    blocks.extend(criteria::blocks(report));
    blocks
}

fn altogether(report: &Report<'_, '_>) -> String {
    let summary = report.parts.totals.summary;
    let UnitTally { units: all, achieved, not_achieved, incomplete, .. } = summary;
    if all == 0 {
        return "Danh sách không có đơn vị nào được đánh giá trong kỳ.".to_owned();
    }
    let achieved = match achieved {
        0 => "chưa có nơi nào đạt".to_owned(),
        some => format!("{} đạt", number(some)),
    };
    let others = [(not_achieved, "chưa đạt"), (incomplete, "chưa đủ số liệu để kết luận")];
    let others = others.into_iter().filter(|(count, _)| *count > 0);
    let others = others.map(|(count, words)| format!("{} {words}", number(count)));
    let parts: Vec<String> = [achieved].into_iter().chain(others).collect();
    let rate = summary.share().filter(|_| summary.achieved > 0).map(|ratio| {
        let (share, concluded) = (number(share(ratio)), number(summary.concluded()));
        format!("; tỷ lệ đạt {share} % trên {concluded} nơi đã kết luận được")
    });
    let (rate, details) = (rate.unwrap_or_default(), in_appendix(report, AppendixName::Groups));
    format!("Trong {} thuộc danh sách: {}{rate}{details}.", units(report, all), parts.join(", "))
}
