//! What people write themselves at the end, the last sentence, and who gets it.

use crate::appendix::{Report, signing::DOTS};

use super::{document::Block, words::plan_cited};

/// Section V: the work ahead and what is asked for are for people to write.
pub(super) fn ahead<'a>(_: &Report<'a, '_>) -> Vec<Block<'a>> {
    vec![
        Block::subsection("1. Phương hướng, nhiệm vụ thời gian tới"),
        Block::Blank("nhiệm vụ, giải pháp; nơi còn thiếu số liệu, nơi chưa đạt"),
        Block::subsection("2. Kiến nghị, đề xuất"),
        Block::Blank("kiến nghị với cấp trên, với các cơ quan, phường, xã"),
    ]
}

/// The sentence that ends the report.
pub(super) fn blocks<'a>(report: &Report<'a, '_>) -> Vec<Block<'a>> {
    vec![Block::paragraph(format!("Trên đây là báo cáo kết quả thực hiện {}./.", plan_cited(report.plan())))]
}

/// Who gets the report: the office itself, and others to be written.
pub(super) fn recipients() -> Vec<String> {
    vec![format!("- {DOTS};"), format!("- {DOTS};"), "- Lưu: VT, NV.".to_owned()]
}
