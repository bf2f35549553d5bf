//! Tables that give claims alone where figures are asked for: told once a table and not once a cell.

use std::ptr;

use rustc_hash::FxHashMap;

use crate::{
    criteria::Kind,
    finding::{Finding, Place, codes},
    layout::Table,
    model::{CellPlace, Speaking, say},
};

use super::{
    Claim,
    answer::{Answer, Bare},
    reading::Figure,
};

/// Fewer claims without figures are told one by one.
const FEWEST_TOGETHER: usize = 5;

/// Tells each table in which a voice gives no figure at all for criteria that ask for them, and leaves it untold of the
/// answers themselves.
pub(super) fn tell_together(answers: &mut [Answer<'_>], tables: &[Table], findings: &mut Vec<Finding>) {
    for answers in answers.chunk_by_mut(|a, b| ptr::eq(a.question.columns, b.question.columns)) {
        let mut of_voice: FxHashMap<Speaking, Option<usize>> = FxHashMap::default();
        for answer in answers.iter().filter(|answer| is_measured(answer) && !answer.says_nothing()) {
            let bare = of_voice.entry(answer.question.who).or_insert(Some(0));
            *bare = bare.filter(|_| is_bare(answer)).map(|bare| bare + 1);
        }
        of_voice.retain(|_, bare| bare.is_some_and(|bare| bare >= FEWEST_TOGETHER));
        let Some(first) = answers.first().filter(|_| !of_voice.is_empty()) else { continue };
        let of_table = |table: &&Table| ptr::eq(table.columns.as_slice(), first.question.columns);
        let Some(table) = tables.iter().find(of_table) else { continue };
        let place = CellPlace { file: first.question.file, sheet: table.sheet, cell: table.range.0 };
        findings.push(told(Place::Cell(place), of_voice.values().flatten().sum()));
        for answer in answers.iter_mut().filter(|answer| of_voice.contains_key(&answer.question.who)) {
            answer.question.bare = Bare::Together;
        }
    }
}

fn is_measured(answer: &Answer<'_>) -> bool {
    !matches!(answer.question.criterion.kind, Kind::YesNo | Kind::Task)
}

/// Returns whether an answer is a claim and nothing else.
fn is_bare(answer: &Answer<'_>) -> bool {
    let claimed = matches!(answer.claim, Some(Claim::Achieved | Claim::NotAchieved));
    claimed && !answer.refused && answer.part.is_none() && answer.figure == Figure::Blank
}

fn told(place: Place, count: usize) -> Finding {
    let message = say!(
        "Biểu chỉ ghi kết luận, không có số liệu của tiêu chí nào cần số liệu: {count} kết luận tạm được dùng",
        "The table gives claims alone and no figure for any criterion that asks for one: {count} claims stand for now"
    );
    let help = say!(
        "Thêm cột \"Kết quả\", hoặc dùng cột số liệu của biểu mẫu, và ghi số liệu của các tiêu chí này",
        "Add a column \"Kết quả\", or use the form's column of figures, and give the figures of these criteria"
    );
    Finding::new(&codes::CLAIM_WITHOUT_FIGURE, place, message).helped_by(help)
}
