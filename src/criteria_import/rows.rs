//! The rows of the table, cell by cell, and what stands around it.

use crate::{model::CellRef, text::canonical};

use super::{
    grid::{Grid, Said, is_dash},
    heading::{Column, Heading, Role},
    number::Number,
};

/// A row of the table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Everything that stands in the row, from left to right, with what its column is for; what is merged with rows
    /// above included where it is used.
    pub cells: Vec<(Use, Said)>,
    /// Its number, from a column of its own or before the content.
    pub number: Option<Number>,
    /// The number in a column of its own, where standards have a column too: that of the standard.
    pub standard_number: Option<Number>,
    /// The cell of the column of numbers, where it holds one that is not understood.
    pub odd_number: Option<Said>,
    /// The standard's title, where standards have a column of their own.
    pub standard: Option<Said>,
    /// The content behind the number.
    pub content: Option<Said>,
    /// What is required, by the headings of several columns.
    pub requirements: Vec<(String, Option<Said>)>,
    /// Whether a requirement is merged over several rows.
    pub is_joint: bool,
    /// The unit of measurement.
    pub measure: Option<Said>,
    /// The lead agency.
    pub lead: Option<Said>,
    /// The coordinating agencies.
    pub coordinating: Option<Said>,
    /// The timeline.
    pub timeline: Option<Said>,
}

/// What becomes of a cell.
#[derive(Clone, Debug)]
pub(super) enum Use {
    /// A criteria set has a place for it.
    Taken,
    /// It is quoted under the heading of its column.
    Quoted(String),
    /// It stands under a heading of remarks or one that is not known, or outside all columns.
    Remark(String),
}

impl Use {
    /// Returns whether the cell may change what is required.
    pub(super) fn is_remark(&self) -> bool {
        matches!(self, Self::Remark(_))
    }
}

/// The parts of a sheet with a table of criteria.
pub(super) struct Parts {
    /// What stands above the heading.
    pub above: Vec<Said>,
    /// The rows of the table.
    pub rows: Vec<Row>,
    /// What stands below the table.
    pub below: Vec<Said>,
}

/// How notes below a table begin, canonical.
const NOTES: &[&str] = &["ghi chú", "chú thích", "lưu ý", "(*)", "* "];
/// How other rows below a table begin, canonical.
const ENDINGS: &[&str] = &[
    "nơi nhận",
    "tm.",
    "tm ",
    "kt.",
    "tl.",
    "người lập",
    "chủ tịch",
    "phó chủ tịch",
    "trưởng phòng",
    "thủ trưởng",
    "xác nhận",
];

impl Row {
    /// Returns the only or first requirement that is not blank.
    pub(super) fn requirement(&self) -> Option<&Said> {
        self.requirements.iter().find_map(|(_, said)| said.as_ref())
    }
}

/// Reads the rows below the heading, up to the notes and signatures.
pub(super) fn read(grid: &Grid<'_>, heading: &Heading) -> Parts {
    let (mut above, mut rows, mut below) = (Vec::new(), Vec::new(), Vec::new());
    for at in grid.rows() {
        let cells = grid.row(at);
        if at < heading.first {
            above.extend(cells);
        } else if at <= heading.last || rows.is_empty() && counts_columns(&cells) {
            // The heading and the row of column numbers hold nothing but the names of columns.
        } else if heading.is_repeated_at(grid, at) && below.is_empty() {
            // The heading once more, at the top of a page.
        } else if !below.is_empty() || ends(&cells) || Heading::another_at(grid, at) {
            below.extend(cells);
        } else if !cells.is_empty() {
            rows.push(row(grid, heading, at, cells));
        }
    }
    Parts { above, rows, below }
}

/// "1 | 2 | 3", "(1) | (2) | (3)", "A | B | 1 | 2".
fn counts_columns(cells: &[Said]) -> bool {
    let is_counter = |said: &Said| {
        let text = said.text.trim_matches(['(', ')']);
        !text.is_empty() && text.len() <= 2 && text.chars().all(|letter| letter.is_ascii_alphanumeric())
    };
    cells.len() > 2 && cells.iter().all(is_counter)
}

/// Returns whether a row is the first below the table: a note, a signature, a day.
fn ends(cells: &[Said]) -> bool {
    let begins = |said: &Said| {
        let text = canonical(&said.text);
        let is_day = text.contains(", ngày") && text.contains("tháng");
        is_day || is_note(said) || ENDINGS.iter().any(|ending| text.starts_with(ending))
    };
    cells.first().is_some_and(begins) && cells.len() < 3
}

/// Returns whether a cell begins a note.
pub(super) fn is_note(said: &Said) -> bool {
    let text = canonical(&said.text);
    NOTES.iter().any(|note| text.starts_with(note))
}

fn row(grid: &Grid<'_>, heading: &Heading, at: u32, cells: Vec<Said>) -> Row {
    let own = |role| heading.first_of(role).and_then(|column| grid.own(CellRef::new(at, column)));
    let shared = |role| heading.first_of(role).and_then(|column| grid.with_above(CellRef::new(at, column)));
    let has_standards = heading.first_of(Role::Standard).is_some();
    let in_column = own(Role::Number);
    let mut number = in_column.as_ref().and_then(|said| Number::read(&said.text));
    let standard_number = number.clone().filter(|number| has_standards && number.level() <= Number::WHOLE);
    let mut odd_number = in_column.filter(|_| number.is_none());
    // "I. TỔ CHỨC" merged over the whole row.
    let content = own(Role::Content).or_else(|| odd_number.take());
    let leading = content.as_ref().and_then(|said| {
        let (number, rest) = Number::leading(&said.text)?;
        Some((number, Said { text: rest.to_owned(), ..said.clone() }))
    });
    let content = match leading {
        Some((leading, rest)) if has_standards || number.as_ref().is_none_or(|number| *number == leading) => {
            number = Some(leading);
            Some(rest)
        }
        _ => {
            // Where standards have a column, the number is theirs, unless it is one of a criterion: "1.1".
            number = number.filter(|number| !has_standards || number.level() > Number::WHOLE);
            content
        }
    };
    // One requirement that is merged over several of their columns stands in all of them.
    let of_requirement = |said: &Said| heading.of(Role::Requirement).any(|column| column.at == said.at.column);
    let requirement = |column: &Column| {
        let said = grid.covering(CellRef::new(at, column.at)).filter(of_requirement);
        (column.heading.clone(), said)
    };
    let requirements: Vec<_> = heading.of(Role::Requirement).map(requirement).collect();
    let measure = shared(Role::Measure).filter(|said| !is_dash(&said.text));
    let lead = shared(Role::Lead);
    let (coordinating, timeline) = (shared(Role::Coordinating), shared(Role::Timeline));
    let used = requirements.iter().map(|(_, said)| said).chain([&measure, &lead, &coordinating, &timeline]);
    let from_above = used.flatten().filter(|said| said.at.row != at).cloned();
    let mut cells: Vec<Said> = cells.into_iter().chain(from_above).collect();
    cells.sort_by_key(|said| said.at.column);
    cells.dedup_by_key(|said| said.at);
    Row {
        number,
        standard_number,
        odd_number,
        standard: own(Role::Standard),
        content,
        is_joint: requirements.iter().filter_map(|(_, said)| said.as_ref()).any(|said| grid.spans_rows(said.at)),
        requirements,
        measure,
        lead,
        coordinating,
        timeline,
        cells: cells.into_iter().map(|said| (use_of(heading, said.at.column), said)).collect(),
    }
}

fn use_of(heading: &Heading, at: u16) -> Use {
    match heading.columns.iter().find(|column| column.at == at) {
        Some(column) if column.role == Role::Unknown => Use::Remark(column.heading.clone()),
        Some(column) if matches!(column.role, Role::Other | Role::Points) => Use::Quoted(column.heading.clone()),
        Some(_) => Use::Taken,
        None => Use::Remark(String::new()),
    }
}
