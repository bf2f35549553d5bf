//! Biểu tổng hợp: a row a unit, columns a criterion.

use std::collections::BTreeMap;

use crate::{
    criteria::{Criterion, Evidence, Kind},
    model::{CriterionKey, FORMER_HEADING, UnitKey},
    plan::Rulebook,
};

use super::{
    asked::{Asked, asks},
    fields::{Prompting, Question, is_share, requirements},
    former::Former,
    page::{Arranging, Cell, Column, Field, Page, Room, Row, Takes},
    titles::{self, OF_WARD},
};

/// The column in which the codes stand.
const CODES: usize = 1;
/// The columns that tell which unit a row is about: ordinal, code, name.
const IDENTIFYING: usize = 3;

/// What a column of the matrix holds.
#[derive(Clone, Debug)]
enum Holds {
    /// The whole of several criteria.
    SharedWhole(Vec<CriterionKey>),
    /// A piece of the answer to one criterion.
    Piece(CriterionKey, Piece),
}

/// A piece of an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Piece {
    Former,
    Part,
    Whole,
    Share,
    Figure,
    Exception,
    Evidence,
}

/// Makes the sheet of a ward.
pub(super) fn page(rulebook: &Rulebook, ward: UnitKey, asked: &Asked, former: Former<'_>) -> Page {
    let matrix = Matrix { rulebook, columns: columns(rulebook, asked, former) };
    let identifying = [("TT", Room::Order), ("Mã đơn vị", Room::Code), ("Tên đơn vị", Room::Name)];
    let identifying =
        identifying.map(|(heading, room)| Column { headings: vec![heading.to_owned()], room }).into_iter();
    let rows = asked.units.iter().enumerate().map(|(index, unit)| matrix.row(index + 1, *unit, former));
    let rows: Vec<Vec<Cell>> = rows.collect();
    let arranging = if are_alike(&rows) { Arranging::ByCode(CODES) } else { Arranging::InPlace(CODES) };
    Page {
        name: "Biểu tổng hợp".to_owned(),
        titles: titles::of_ward(rulebook, ward, "BIỂU TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ"),
        columns: identifying.chain(matrix.columns.iter().map(|holds| matrix.column(holds))).collect(),
        identifying: IDENTIFYING,
        rows: rows.into_iter().map(Row::Asked).collect(),
        arranging,
        signatures: ["NGƯỜI LẬP BIỂU".to_owned(), OF_WARD.to_owned()],
    }
}

/// Returns whether every row is asked for what the others are, so that each may stand in the place of another.
fn are_alike(rows: &[Vec<Cell>]) -> bool {
    let is_asked = |cell: &Cell| !matches!(cell, Cell::Closed);
    rows.windows(2).all(|pair| pair[0].iter().map(is_asked).eq(pair[1].iter().map(is_asked)))
}

/// Chooses the columns: wholes that several criteria share first, then the pieces of each criterion.
fn columns(rulebook: &Rulebook, asked: &Asked, former: Former<'_>) -> Vec<Holds> {
    let set = &rulebook.criteria;
    let mut wholes: BTreeMap<&str, Vec<CriterionKey>> = BTreeMap::new();
    for key in asked.criteria.iter().copied().filter(|key| is_share(set.criterion(*key))) {
        wholes.entry(set.criterion(key).whole.as_deref().unwrap_or_default()).or_default().push(key);
    }
    wholes.retain(|_, criteria| criteria.len() > 1);
    let mut shared: Vec<Vec<CriterionKey>> = wholes.into_values().collect();
    shared.sort();
    let own_whole = |key: CriterionKey| !shared.iter().any(|criteria| criteria.contains(&key));
    let mut columns: Vec<Holds> = Vec::new();
    for key in &asked.criteria {
        let had = former.has_any(&asked.units, &[*key]);
        let pieces = pieces(set.criterion(*key), own_whole(*key));
        let pieces = had.then_some(Piece::Former).into_iter().chain(pieces);
        columns.extend(pieces.map(|piece| Holds::Piece(*key, piece)));
    }
    shared.into_iter().map(Holds::SharedWhole).chain(columns).collect()
}

fn pieces(criterion: &Criterion, own_whole: bool) -> Vec<Piece> {
    let mut pieces = if is_share(criterion) {
        [Some(Piece::Part), own_whole.then_some(Piece::Whole), Some(Piece::Share)].into_iter().flatten().collect()
    } else {
        vec![Piece::Figure]
    };
    let question = Question { criterion, requirement: &criterion.requirement, prompting: Prompting::ByColumn };
    pieces.extend(question.exception().map(|_| Piece::Exception));
    pieces.extend((criterion.evidence == Evidence::Required).then_some(Piece::Evidence));
    pieces
}

/// The columns behind those that identify the units.
struct Matrix<'a> {
    rulebook: &'a Rulebook,
    columns: Vec<Holds>,
}

impl Matrix<'_> {
    fn column(&self, holds: &Holds) -> Column {
        let set = &self.rulebook.criteria;
        let (key, piece) = match holds {
            Holds::SharedWhole(criteria) => {
                let whole = criteria.first().and_then(|key| set.criterion(*key).whole.clone()).unwrap_or_default();
                return Column { headings: vec!["Số liệu chung".to_owned(), whole], room: Room::Figure };
            }
            Holds::Piece(key, piece) => (*key, *piece),
        };
        let criterion = set.criterion(key);
        let (below, room) = match piece {
            Piece::Former => (FORMER_HEADING.to_owned(), Room::Figure),
            Piece::Part => (criterion.part.clone().unwrap_or_default(), Room::Figure),
            Piece::Whole => (criterion.whole.clone().unwrap_or_default(), Room::Figure),
            Piece::Share => ("Tỷ lệ (%)".to_owned(), Room::Figure),
            Piece::Figure => figure_heading(criterion),
            Piece::Exception => ("Đánh giá".to_owned(), Room::Choice),
            Piece::Evidence => ("Minh chứng".to_owned(), Room::Remark),
        };
        Column { headings: vec![titles::standard_over(set, key), title_of(criterion), below], room }
    }

    fn row(&self, order: usize, unit: UnitKey, former: Former<'_>) -> Vec<Cell> {
        let register = self.rulebook.register.unit(unit);
        let identifying = [order.to_string(), register.code.clone(), register.name.clone()].map(Cell::Words);
        let answers = self.columns.iter().enumerate().map(|(index, holds)| self.cell(index, holds, unit, former));
        identifying.into_iter().chain(answers).collect()
    }

    fn cell(&self, index: usize, holds: &Holds, unit: UnitKey, former: Former<'_>) -> Cell {
        let (key, piece) = match holds {
            Holds::SharedWhole(criteria) => return self.shared_whole(criteria, unit),
            Holds::Piece(key, _) if !asks(self.rulebook, unit, *key) => return Cell::Closed,
            Holds::Piece(key, piece) => (*key, *piece),
        };
        let criterion = self.rulebook.criteria.criterion(key);
        let requirement = self.rulebook.requirement(unit, key);
        let question = Question { criterion, requirement, prompting: Prompting::ByColumn };
        let whole = || self.whole_of(key).map_or(index, |whole| whole + IDENTIFYING);
        let open = |field: Option<Field>| field.map_or(Cell::Closed, Cell::Open);
        match piece {
            Piece::Former => Cell::Former(former.answer(unit, key).unwrap_or_default()),
            Piece::Part => Cell::Open(question.part(whole())),
            Piece::Whole => Cell::Open(question.whole()),
            Piece::Share => {
                let part = self.columns.iter().position(|holds| is_piece(holds, key, Piece::Part));
                let part = part.map_or(index, |part| part + IDENTIFYING);
                Cell::Share { part, whole: whole(), goal: question.goal() }
            }
            Piece::Figure => Cell::Open(question.figure()),
            Piece::Exception => open(question.exception()),
            Piece::Evidence => open(question.evidence()),
        }
    }

    fn shared_whole(&self, criteria: &[CriterionKey], unit: UnitKey) -> Cell {
        let set = &self.rulebook.criteria;
        let asked: Vec<&Criterion> =
            criteria.iter().filter(|key| asks(self.rulebook, unit, **key)).map(|key| set.criterion(*key)).collect();
        let Some(first) = asked.first() else { return Cell::Closed };
        let ids = asked.iter().map(|criterion| criterion.id.as_str()).collect::<Vec<_>>().join(", ");
        let whole = first.whole.clone().unwrap_or_default();
        let prompt =
            Some((clipped_title(&whole), format!("Ghi {whole}, lớn hơn 0, dùng chung cho các tiêu chí {ids}")));
        Cell::Open(Field { takes: Takes::Whole, prompt, goal: None, within: None })
    }

    /// Returns where the whole of a criterion stands among the columns.
    fn whole_of(&self, key: CriterionKey) -> Option<usize> {
        let holds_whole = |holds: &Holds| match holds {
            Holds::SharedWhole(criteria) => criteria.contains(&key),
            holds @ Holds::Piece(..) => is_piece(holds, key, Piece::Whole),
        };
        self.columns.iter().position(holds_whole)
    }
}

fn is_piece(holds: &Holds, key: CriterionKey, piece: Piece) -> bool {
    matches!(holds, Holds::Piece(of, is) if *of == key && *is == piece)
}

/// A prompt has a short title.
fn clipped_title(text: &str) -> String {
    text.chars().take(30).collect()
}

fn figure_heading(criterion: &Criterion) -> (String, Room) {
    // Brackets within brackets would end the remark too early.
    let measure = criterion.measure.as_deref().filter(|measure| !measure.contains(['(', ')']));
    match criterion.kind {
        Kind::YesNo => ("Đạt/Không đạt".to_owned(), Room::Choice),
        Kind::Task => ("Kết quả".to_owned(), Room::Choice),
        Kind::Percent => ("Tỷ lệ (%)".to_owned(), Room::Figure),
        Kind::Points => ("Điểm".to_owned(), Room::Figure),
        Kind::Count | Kind::Amount => {
            (measure.map_or_else(|| "Kết quả".to_owned(), |measure| format!("Kết quả ({measure})")), Room::Figure)
        }
    }
}

/// Keeps a sign, its number and its percent sign on one line.
fn held_together(requirements: &str) -> String {
    let signs = ["≥", "≤", ">", "<", "="];
    let percent = requirements.replace(" %", "\u{a0}%");
    signs.iter().fold(percent, |text, sign| text.replace(&format!("{sign} "), &format!("{sign}\u{a0}")))
}

/// Names a criterion by number and title, and says what it requires; "(đạt)" would name a column of marks instead.
fn title_of(criterion: &Criterion) -> String {
    let (id, title) = (&criterion.id, &criterion.title);
    if criterion.kind.is_measured() {
        format!("{id}. {title} ({})", held_together(&requirements(criterion)))
    } else {
        format!("{id}. {title}")
    }
}
