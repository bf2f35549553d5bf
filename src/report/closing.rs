//! What people write themselves at the end, the last sentence, and who signs.

use crate::{appendix::Report, plan::Plan};

use super::{
    document::{Block, Signing, is_blank},
    words::{DOTS, plan_cited},
};

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

/// Who gets the report and who signs it.
pub(super) fn signing(plan: &Plan) -> Signing {
    let report = &plan.report;
    let open = || DOTS.to_owned();
    let title = report.signer_title.split('|').map(|line| line.trim().to_uppercase());
    let title: Vec<String> = title.filter(|line| !line.is_empty()).collect();
    Signing {
        recipients: vec![format!("- {DOTS};"), format!("- {DOTS};"), "- Lưu: VT, NV.".to_owned()],
        title: if title.is_empty() { vec![open()] } else { title },
        name: if is_blank(&report.signer) { open() } else { report.signer.trim().to_owned() },
    }
}
