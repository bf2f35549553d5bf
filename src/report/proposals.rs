//! Section IV: who is proposed for recognition; rewards are for people to propose.

use crate::{
    appendix::{Report, numbers::number},
    model::Transition,
    plan::AppendixName,
};

use super::{
    document::{Block, TextKind},
    tables,
    words::{in_appendix, picked, units},
};

/// A longer list is left to its appendix.
const LONGEST: u32 = 100;

/// What the section says.
pub(super) fn blocks<'a>(report: &Report<'a, '_>) -> Vec<Block<'a>> {
    let summary = &report.parts.totals.summary;
    let proposed = summary.maintained + summary.newly_achieved;
    let mut blocks = vec![Block::subsection("1. Đề nghị công nhận")];
    if proposed == 0 {
        let none = format!("Chưa có {} nào đủ điều kiện đề nghị công nhận.", report.judged_kinds());
        blocks.push(Block::paragraph(none));
    } else {
        let lists = [(summary.maintained, "duy trì"), (summary.newly_achieved, "công nhận mới")];
        let lists = lists.into_iter().filter(|(count, _)| *count > 0);
        let lists: Vec<String> = lists.map(|(count, words)| format!("{} {words}", number(count))).collect();
        let place = in_appendix(report, AppendixName::Proposals);
        blocks.push(Block::paragraph(format!(
            "Đề nghị công nhận {}, gồm {}{place}.",
            units(report, proposed),
            lists.join(" và ")
        )));
    }
    let open = picked(report, |card| card.transition == Transition::Undecided).len();
    if open > 0 {
        let open = units(report, open);
        blocks.push(Block::paragraph(format!(
            "Còn {open} có chỉ tiêu mà chưa kết luận được; danh sách đề nghị chưa gồm những nơi này."
        )));
    }
    if (1..=LONGEST).contains(&proposed) {
        blocks.push(Block::text(TextKind::Caption, "Bảng 3. Danh sách đề nghị công nhận"));
        blocks.push(Block::Table(tables::proposals(report)));
    }
    blocks.push(Block::subsection("2. Đề nghị khen thưởng"));
    blocks.push(Block::Blank("tập thể, cá nhân đề nghị biểu dương, khen thưởng và hình thức"));
    blocks
}
