//! Danh sách: what an agency appraises, a row a unit and criterion.

use std::borrow::Cow;

use crate::{
    model::{CriterionKey, EVIDENCE_HEADING, FORMER_HEADING, SELF_HEADING, UnitKey, Voice, WARD_HEADING},
    plan::Rulebook,
};

use super::{
    asked::{Asked, asks},
    fields::{Prompting, Question, measured_in},
    former::Former,
    page::{Arranging, Cell, Column, Field, Page, Room, Row, Takes},
    self_assessed::SelfAssessed,
    titles,
};

/// The column in which the codes stand.
const CODES: usize = 2;
/// The column in which the ids of criteria stand.
const IDS: usize = 4;
/// The columns that tell what a row is about, up to the title of the criterion.
const IDENTIFYING: usize = 6;

/// What is printed beside the cells of the agency, to be compared with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside<'a> {
    /// The answers of the period before.
    pub(super) former: Former<'a>,
    /// The answers of the wards.
    pub(super) said: SelfAssessed<'a>,
}

/// A column of what is printed beside, and what stands in it.
type Printed<'a> = (&'static str, Room, Box<dyn Fn(UnitKey, CriterionKey) -> Option<String> + 'a>);

impl<'a> Beside<'a> {
    /// Returns the columns in which anything stands.
    fn columns(self, pairs: &[(UnitKey, CriterionKey)]) -> Vec<Printed<'a>> {
        let Self { former, said } = self;
        let all: [Printed<'a>; 4] = [
            (FORMER_HEADING, Room::Figure, Box::new(move |unit, key| former.answer(unit, key))),
            (SELF_HEADING, Room::Figure, Box::new(move |unit, key| said.answer(unit, key, Voice::Own))),
            (WARD_HEADING, Room::Figure, Box::new(move |unit, key| said.answer(unit, key, Voice::Ward))),
            (EVIDENCE_HEADING, Room::Choice, Box::new(move |unit, key| said.evidence(unit, key).map(Cow::into_owned))),
        ];
        let says_any = |(.., says): &Printed<'_>| pairs.iter().any(|(unit, key)| says(*unit, *key).is_some());
        all.into_iter().filter(says_any).collect()
    }
}

/// Makes the sheet of an agency.
pub(super) fn page(rulebook: &Rulebook, agency: &str, asked: &Asked, beside: Beside<'_>) -> Page {
    let pairs = asked.units.iter().flat_map(|unit| asked.criteria.iter().map(|key| (*unit, *key)));
    let pairs: Vec<(UnitKey, CriterionKey)> = pairs.filter(|(unit, key)| asks(rulebook, *unit, *key)).collect();
    let printed = beside.columns(&pairs);
    let rows = pairs.iter().zip(1..).map(|((unit, key), order)| row(rulebook, order, *unit, *key, &printed));
    Page {
        name: "Danh sách thẩm định".to_owned(),
        titles: titles::of_agency(rulebook, agency, "DANH SÁCH THẨM ĐỊNH"),
        columns: columns(&printed),
        identifying: IDENTIFYING,
        rows: rows.collect(),
        arranging: Arranging::ByCriterion { codes: CODES, ids: IDS },
        signatures: ["NGƯỜI THẨM ĐỊNH".to_owned(), "THỦ TRƯỞNG CƠ QUAN".to_owned()],
    }
}

fn columns(printed: &[Printed<'_>]) -> Vec<Column> {
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
    let beside = printed.iter().map(|(heading, room, _)| (*heading, *room));
    let answers = [("Kết quả thẩm định", Room::Figure), ("Thẩm định", Room::Choice), ("Ý kiến", Room::Remark)];
    let all = before.into_iter().chain(beside).chain(answers);
    all.map(|(heading, room)| Column { headings: vec![heading.to_owned()], room }).collect()
}

fn row(rulebook: &Rulebook, order: usize, unit: UnitKey, key: CriterionKey, beside: &[Printed<'_>]) -> Row {
    let (register, criterion) = (&rulebook.register, rulebook.criteria.criterion(key));
    let requirement = rulebook.requirement(unit, key);
    let question = Question { criterion, requirement, prompting: Prompting::ByUnit };
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
    let compared = beside.iter().map(|(.., says)| Cell::Former(says(unit, key).unwrap_or_default()));
    let is_measured = criterion.kind.is_measured();
    let figure = if is_measured { Cell::Open(question.figure()) } else { Cell::Closed };
    let opinion = Field { takes: Takes::Words, prompt: None, goal: None, within: None };
    let answers = [figure, Cell::Open(question.verdict()), Cell::Open(opinion)];
    Row::Asked(printed.map(Cell::Words).into_iter().chain(compared).chain(answers).collect())
}
