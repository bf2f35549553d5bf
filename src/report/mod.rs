//! Totals to the report itself: what its sections say, as plain paragraphs and tables, without any page or font.
//!
//! Every number in it is one of the totals, or counted from the scorecards that they add up, and its tables are those
//! of the appendices: what the text says and what the tables say cannot differ. What only people can know (causes,
//! rewards, the work ahead) is left blank and says what belongs there.

mod closing;
mod criteria;
mod data;
mod document;
mod opening;
mod progress;
mod proposals;
mod results;
mod shortcomings;
mod tables;
mod targets;
#[cfg(test)]
mod tests;
mod words;

use crate::{
    appendix::{Parts, Report, Signing, signing::is_blank},
    model::roman,
    plan::Plan,
};

pub use self::document::{Block, Document, TextKind};

/// Writes the report on an assessment, always in Vietnamese.
pub fn report<'a>(parts: Parts<'a, '_>) -> Document<'a> {
    let report = &Report::new(parts);
    let mut blocks = opening::blocks(report);
    for (number, (title, section)) in SECTIONS.iter().enumerate() {
        let number = roman(number + 1);
        blocks.push(Block::text(TextKind::Section, format!("{number}. {title}")));
        blocks.extend(section(report));
    }
    blocks.extend(closing::blocks(report));
    let plan = report.plan();
    Document {
        number: opening::number(plan),
        title: "BÁO CÁO",
        subject: opening::subject(plan),
        to_fill: blocks.iter().filter(|block| matches!(block, Block::Blank(_))).count() + blank_fields(plan),
        blocks,
        recipients: closing::recipients(),
        signing: Signing::of(plan),
        day: plan.report.date.unwrap_or(plan.date),
    }
}

/// What a section of the report says.
type Section = for<'a> fn(&Report<'a, '_>) -> Vec<Block<'a>>;

/// The sections, with their titles as they are printed.
const SECTIONS: [(&str, Section); 5] = [
    ("TÌNH HÌNH TRIỂN KHAI, TIẾN ĐỘ BÁO CÁO", progress::blocks),
    ("KẾT QUẢ THỰC HIỆN", results::blocks),
    ("TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", shortcomings::blocks),
    ("ĐỀ NGHỊ CÔNG NHẬN, KHEN THƯỞNG", proposals::blocks),
    ("PHƯƠNG HƯỚNG, KIẾN NGHỊ", closing::ahead),
];

/// How many of the places around the text are left for people: who it goes to, and what the plan does not say.
fn blank_fields(plan: &Plan) -> usize {
    let report = &plan.report;
    let texts = [&report.number, &report.place, &report.signer_title, &report.signer];
    let recipients = 1;
    recipients + usize::from(report.date.is_none()) + texts.iter().filter(|text| is_blank(text)).count()
}
