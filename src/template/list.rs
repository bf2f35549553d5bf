//! Danh sách: what an agency appraises, a row a unit and criterion.

use crate::{
    model::{CriterionKey, UnitKey},
    plan::Rulebook,
};

use super::{
    asked::{Asked, asks},
    fields::{Question, measured_in},
    former::Former,
    page::{Arranging, Cell, Column, Field, Page, Room, Row, Takes},
    titles,
};

/// The column in which the codes stand.
const CODES: usize = 2;
/// The column in which the ids of criteria stand.
const IDS: usize = 4;
/// The columns that tell what a row is about, up to the title of the criterion.
const IDENTIFYING: usize = 6;

/// Makes the sheet of an agency.
pub(super) fn page(rulebook: &Rulebook, agency: &str, asked: &Asked, former: Former<'_>) -> Page {
    let former = Some(former).filter(|former| former.has_any(&asked.units, &asked.criteria));
    let pairs = asked.units.iter().flat_map(|unit| asked.criteria.iter().map(|key| (*unit, *key)));
    let pairs = pairs.filter(|(unit, key)| asks(rulebook, *unit, *key));
    Page {
        name: "Danh sách thẩm định".to_owned(),
        titles: titles::of_agency(rulebook, agency, "DANH SÁCH THẨM ĐỊNH"),
        columns: columns(former.is_some()),
        identifying: IDENTIFYING,
        rows: pairs.enumerate().map(|(index, (unit, key))| row(rulebook, index + 1, unit, key, former)).collect(),
        arranging: Arranging::ByCriterion { codes: CODES, ids: IDS },
        signatures: ["NGƯỜI THẨM ĐỊNH".to_owned(), "THỦ TRƯỞNG CƠ QUAN".to_owned()],
    }
}

fn columns(compares: bool) -> Vec<Column> {
    let before = [
        ("TT", Room::Order),
        ("Phường, xã", Room::Name),
        ("Mã đơn vị", Room::Code),
        ("Tên đơn vị", Room::Name),
        ("Số hiệu", Room::Order),
        ("Tiêu chí", Room::Words),
        ("Yêu cầu", Room::Phrase),
        ("Đơn vị tính", Room::Phrase),
    ];
    let former = compares.then_some((titles::FORMER, Room::Figure));
    let answers = [("Kết quả thẩm định", Room::Figure), ("Thẩm định", Room::Choice), ("Ý kiến", Room::Remark)];
    let all = before.into_iter().chain(former).chain(answers);
    all.map(|(heading, room)| Column { headings: vec![heading.to_owned()], room }).collect()
}

fn row(rulebook: &Rulebook, order: usize, unit: UnitKey, key: CriterionKey, former: Option<Former<'_>>) -> Row {
    let (register, criterion) = (&rulebook.register, rulebook.criteria.criterion(key));
    let requirement = rulebook.requirement(unit, key);
    let question = Question { criterion, requirement };
    let ward = register.ward_of(unit).map(|ward| register.unit(ward).name.clone()).unwrap_or_default();
    let asked = register.unit(unit);
    let printed = [
        order.to_string(),
        ward,
        asked.code.clone(),
        asked.name.clone(),
        criterion.id.clone(),
        criterion.title.clone(),
        requirement.in_words(criterion.kind).vi,
        measured_in(criterion),
    ];
    let compared = former.map(|former| Cell::Former(former.answer(unit, key).unwrap_or_default()));
    let is_measured = criterion.kind.is_measured();
    let figure = if is_measured { Cell::Open(question.figure()) } else { Cell::Closed };
    let opinion = Field { takes: Takes::Words, prompt: None, goal: None, within: None };
    let answers = [figure, Cell::Open(question.verdict()), Cell::Open(opinion)];
    Row::Asked(printed.map(Cell::Words).into_iter().chain(compared).chain(answers).collect())
}
