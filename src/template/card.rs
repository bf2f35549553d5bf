//! Phiếu: a sheet a unit, a row a criterion.

use crate::{
    criteria::{Criterion, Kind},
    model::{CriterionKey, FORMER_HEADING, UnitKey},
    plan::Rulebook,
};

use super::{
    asked::{Asked, asks},
    fields::{Prompting, Question, measured_in},
    former::Former,
    page::{Arranging, Cell, Column, Field, Page, Room, Row, Takes},
    titles,
};

/// The columns that tell what a row is about: number and title of the criterion.
const IDENTIFYING: usize = 2;

/// Makes a sheet for each unit of a ward.
pub(super) fn pages(rulebook: &Rulebook, asked: &Asked, former: Former<'_>) -> Vec<Page> {
    let compares = former.has_any(&asked.units, &asked.criteria);
    asked.units.iter().map(|unit| page(rulebook, *unit, asked, former, compares)).collect()
}

fn page(rulebook: &Rulebook, unit: UnitKey, asked: &Asked, former: Former<'_>, compares: bool) -> Page {
    let asked_unit = rulebook.register.unit(unit);
    let mut rows = Vec::new();
    let mut over = None;
    for key in asked.criteria.iter().copied().filter(|key| asks(rulebook, unit, *key)) {
        let standard = titles::standard_over(&rulebook.criteria, key);
        if over.as_ref() != Some(&standard) {
            rows.push(Row::Section(standard.clone()));
            over = Some(standard);
        }
        rows.push(row(rulebook, unit, key, compares.then_some(former)));
    }
    Page {
        name: asked_unit.name.clone(),
        titles: titles::of_unit(rulebook, unit, "PHIẾU TỰ ĐÁNH GIÁ"),
        columns: columns(compares),
        identifying: IDENTIFYING,
        rows,
        arranging: Arranging::Fixed,
        signatures: ["NGƯỜI LẬP PHIẾU".to_owned(), titles::signer(asked_unit)],
    }
}

fn columns(compares: bool) -> Vec<Column> {
    let before = [
        ("TT", Room::Order),
        ("Nội dung tiêu chí", Room::Words),
        ("Yêu cầu", Room::Phrase),
        ("Đơn vị tính", Room::Phrase),
    ];
    let former = compares.then_some((FORMER_HEADING, Room::Figure));
    let answers = [
        ("Số đạt", Room::Figure),
        ("Tổng số", Room::Figure),
        ("Kết quả", Room::Figure),
        ("Tự đánh giá", Room::Choice),
        ("Minh chứng", Room::Remark),
        ("Ghi chú", Room::Remark),
    ];
    let all = before.into_iter().chain(former).chain(answers);
    all.map(|(heading, room)| Column { headings: vec![heading.to_owned()], room }).collect()
}

fn row(rulebook: &Rulebook, unit: UnitKey, key: CriterionKey, former: Option<Former<'_>>) -> Row {
    let criterion = rulebook.criteria.criterion(key);
    let requirement = rulebook.requirement(unit, key);
    let question = Question { criterion, requirement, prompting: Prompting::ByUnit };
    let required = requirement.in_words(criterion.kind).vi;
    let mut cells: Vec<Cell> = [criterion.id.clone(), criterion.title.clone(), required, measured_in(criterion)]
        .map(Cell::Words)
        .into_iter()
        .chain(former.map(|former| Cell::Former(former.answer(unit, key).unwrap_or_default())))
        .collect();
    let at = cells.len();
    cells.extend(measured(criterion, question, at));
    let open = |field: Option<Field>| field.map_or(Cell::Closed, Cell::Open);
    let remark = Field { takes: Takes::Words, prompt: None, goal: None, within: None };
    let verdict = if criterion.kind == Kind::Task { Cell::Closed } else { Cell::Open(question.verdict()) };
    cells.extend([verdict, open(question.evidence()), Cell::Open(remark)]);
    Row::Asked(cells)
}

/// The cells of part, whole and figure, the first of them in the column `at`.
fn measured(criterion: &Criterion, question: Question<'_>, at: usize) -> [Cell; 3] {
    if question.is_share() {
        let (part, whole) = (at, at + 1);
        let share = Cell::Share { part, whole, goal: question.goal() };
        return [Cell::Open(question.part(whole)), Cell::Open(question.whole()), share];
    }
    let figure = if criterion.kind == Kind::YesNo { Cell::Closed } else { Cell::Open(question.figure()) };
    [Cell::Closed, Cell::Closed, figure]
}
