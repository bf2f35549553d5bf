//! Where the table begins on a sheet, and what its columns are, by the words of their headings.

use crate::{model::CellRef, text::canonical};

use super::{
    grid::{Grid, Said},
    instrument::names_document,
    number::Number,
};

/// What a column holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    /// TT.
    Number,
    /// Tên tiêu chuẩn, where criteria have a column of their own.
    Standard,
    /// Tiêu chí, nội dung.
    Content,
    /// Yêu cầu, mức đạt.
    Requirement,
    /// Đơn vị tính.
    Measure,
    /// Cơ quan thẩm định, phụ trách, chủ trì.
    Lead,
    /// Cơ quan phối hợp.
    Coordinating,
    /// Thời gian thực hiện.
    Timeline,
    /// Điểm chuẩn.
    Points,
    /// A column that a criteria set has no room for and that requires nothing; it is quoted.
    Other,
    /// Remarks, or a heading that is not known: what stands there may change what is required.
    Unknown,
}

/// A column: where it stands, what it holds, its heading.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub at: u16,
    pub role: Role,
    pub heading: String,
}

/// The heading of a table.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// Its first row.
    pub first: u32,
    /// Its last row.
    pub last: u32,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
}

/// The most rows of a heading.
const MOST_ROWS: u32 = 3;
/// What is longer, in bytes, is no heading.
const LONGEST: usize = 160;
/// How far down a sheet the heading is looked for.
const MOST_ROWS_ABOVE: usize = 300;
/// Words that only the heading of what is required has.
const STRONG: &[&str] = &[
    "yêu cầu",
    "mức đạt",
    "mức độ đạt",
    "chỉ tiêu đạt",
    "mức quy định",
    "ngưỡng",
    "điều kiện đạt",
    "phải đạt",
    "cần đạt",
    "tiêu chuẩn đạt",
];
/// Words of headings, canonical, in the order in which they are tried; `true` for those that are the whole heading.
const WORDS: &[(Role, bool, &[&str])] = &[
    (Role::Number, true, &["tt", "stt", "số tt", "số thứ tự", "thứ tự", "số hiệu", "mã số", "mã", "tt.", "stt."]),
    (Role::Measure, false, &["đơn vị tính", "đvt", "đv tính", "đơn vị đo"]),
    (Role::Coordinating, false, &["phối hợp"]),
    (
        Role::Lead,
        false,
        &["cơ quan", "thẩm định", "phụ trách", "chủ trì", "đơn vị thực hiện", "đơn vị đánh giá", "đơn vị theo dõi"],
    ),
    (Role::Timeline, false, &["thời gian", "thời hạn", "tiến độ"]),
    (Role::Points, false, &["điểm chuẩn", "điểm tối đa", "thang điểm", "số điểm"]),
    (Role::Points, true, &["điểm"]),
    (Role::Unknown, false, &["ghi chú"]),
    (Role::Requirement, false, &["cần đạt", "phải đạt"]),
    (Role::Other, false, &["minh chứng", "kết quả", "tự đánh giá", "căn cứ", "hồ sơ"]),
    (Role::Requirement, false, STRONG),
    (Role::Content, false, &["tiêu chuẩn", "tiêu chí", "nội dung", "nhiệm vụ"]),
    (Role::Requirement, false, &["chỉ tiêu", "chỉ số"]),
    (Role::Measure, true, &["đơn vị"]),
];

impl Heading {
    /// Finds the first heading of a table of criteria.
    pub(super) fn find(grid: &Grid<'_>) -> Option<Self> {
        let mut found = grid.rows().into_iter().take(MOST_ROWS_ABOVE).filter_map(|row| Self::at(grid, row));
        let first = found.next()?;
        // What stands right above the heading is no part of it, even if the columns could be told with it.
        let near = first.first.saturating_add(MOST_ROWS);
        let near = found.take_while(|other| other.first < near);
        Some(near.fold(first, |best, other| if best.known() < other.known() { other } else { best }))
    }

    /// Returns whether a row below begins another table: it has a heading for numbers of its own.
    pub(super) fn another_at(grid: &Grid<'_>, row: u32) -> bool {
        let numbers = |said: &Said| role(&said.text) == Role::Number && Number::read(&said.text).is_none();
        grid.row(row).iter().any(numbers) && Self::at(grid, row).is_some()
    }

    /// Returns whether a row says what a row of the heading says: it is printed again on each page.
    pub(super) fn is_repeated_at(&self, grid: &Grid<'_>, row: u32) -> bool {
        let says = |row: u32| grid.row(row).into_iter().map(|said| (said.at.column, said.text)).collect::<Vec<_>>();
        let said = says(row);
        !said.is_empty() && (self.first..=self.last).any(|own| says(own) == said)
    }

    /// Returns the columns of a role.
    pub(super) fn of(&self, role: Role) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.role == role)
    }

    /// Returns the first column of a role.
    pub(super) fn first_of(&self, role: Role) -> Option<u16> {
        self.of(role).next().map(|column| column.at)
    }

    fn at(grid: &Grid<'_>, first: u32) -> Option<Self> {
        let cells = grid.row(first);
        if cells.len() < 2 || cells.iter().any(|said| names_document(&said.text)) {
            return None;
        }
        let least = least_rows(grid, first);
        let mut best: Option<Self> = None;
        for last in (least..=MOST_ROWS).map(|rows| first.saturating_add(rows - 1)) {
            let found = Self { first, last, columns: columns(grid, first, last) };
            if found.is_whole() && best.as_ref().is_none_or(|best| found.known() > best.known()) {
                best = Some(found);
            }
        }
        best
    }

    /// Returns whether the columns are those of a table of criteria.
    fn is_whole(&self) -> bool {
        let has = |role| self.first_of(role).is_some();
        has(Role::Content) && (has(Role::Number) || has(Role::Requirement))
    }

    fn known(&self) -> usize {
        self.columns.iter().filter(|column| !matches!(column.role, Role::Other | Role::Unknown)).count()
    }
}

/// Returns how many rows the heading has at least, by what is merged in its first.
fn least_rows(grid: &Grid<'_>, first: u32) -> u32 {
    let reach = |at: CellRef| {
        let (from, to) = grid.merged(at)?;
        let over_several = to.column > from.column;
        (from.row == first).then(|| to.row.saturating_sub(first) + 1 + u32::from(over_several))
    };
    let rows = grid.row(first).into_iter().filter_map(|said| reach(said.at)).max();
    rows.unwrap_or(1).clamp(1, MOST_ROWS)
}

/// Reads the columns of a heading that stands in these rows.
fn columns(grid: &Grid<'_>, first: u32, last: u32) -> Vec<Column> {
    let mut places: Vec<u16> = (first..=last).flat_map(|row| grid.row(row)).map(|said| said.at.column).collect();
    places.extend(
        (first..=last)
            .flat_map(|row| grid.row(row))
            .filter_map(|said| grid.merged(said.at))
            .flat_map(|(from, to)| from.column..=to.column.min(from.column.saturating_add(50))),
    );
    places.sort_unstable();
    places.dedup();
    let mut columns: Vec<Column> = Vec::new();
    for at in places {
        let heading = joined(grid, at, first, last);
        if !heading.is_empty() {
            columns.push(Column { at, role: role(&heading), heading });
        }
    }
    settle(&mut columns);
    columns
}

/// Returns the words of a column's heading from its rows, those of a range that is merged over it included.
fn joined(grid: &Grid<'_>, column: u16, first: u32, last: u32) -> String {
    let mut words: Vec<String> = Vec::new();
    for row in first..=last {
        let at = CellRef::new(row, column);
        let merged = || grid.merged(at).filter(|(from, _)| from.row == row).and_then(|(from, _)| grid.own(from));
        words.extend(grid.own(at).or_else(merged).map(|said| said.text));
    }
    // Without merging, the word over several columns stands above the first of them alone.
    let stands_below = last > first && grid.own(CellRef::new(first, column)).is_none() && !words.is_empty();
    if stands_below && grid.merged(CellRef::new(first, column)).is_none() {
        let left = (0..column).rev().find_map(|column| grid.own(CellRef::new(first, column)));
        words.splice(0..0, left.map(|said| said.text).filter(|text| role(text) == Role::Requirement));
    }
    words.join(" ")
}

fn role(heading: &str) -> Role {
    let text = canonical(heading);
    if text.len() > LONGEST {
        return Role::Unknown;
    }
    let says =
        |whole: bool, words: &[&str]| words.iter().any(|word| if whole { text == *word } else { text.contains(word) });
    WORDS.iter().find(|(_, whole, words)| says(*whole, words)).map_or(Role::Unknown, |(role, ..)| *role)
}

/// Beside what is required for certain, a "chỉ tiêu" is a content. Of several columns with contents the first names the
/// standard and the last the criterion; without any, what is required is the content.
fn settle(columns: &mut [Column]) {
    let is_strong = |column: &Column| {
        let text = canonical(&column.heading).into_owned();
        column.role == Role::Requirement && STRONG.iter().any(|word| text.contains(word))
    };
    if columns.iter().any(is_strong) {
        let weak = columns.iter_mut().filter(|column| column.role == Role::Requirement && !is_strong(column));
        weak.for_each(|column| column.role = Role::Content);
    }
    let contents = |columns: &[Column]| -> Vec<usize> {
        (0..columns.len()).filter(|&index| columns[index].role == Role::Content).collect()
    };
    match contents(columns).as_slice() {
        [] => {
            if let Some(first) = columns.iter_mut().find(|column| column.role == Role::Requirement) {
                first.role = Role::Content;
            }
        }
        [_] => {}
        [first, between @ .., _] => {
            columns[*first].role = Role::Standard;
            for index in between {
                columns[*index].role = Role::Unknown;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_words() {
        for (heading, expected) in [
            ("TT", Role::Number),
            ("Số thứ tự", Role::Number),
            ("Tiêu chuẩn, tiêu chí", Role::Content),
            ("Nội dung", Role::Content),
            ("Yêu cầu đạt", Role::Requirement),
            ("Mức đạt chuẩn", Role::Requirement),
            ("Kết quả cần đạt", Role::Requirement),
            ("Kết quả đạt được", Role::Other),
            ("Chỉ tiêu", Role::Requirement),
            ("Nội dung yêu cầu", Role::Requirement),
            ("ĐVT", Role::Measure),
            ("Đơn vị", Role::Measure),
            ("Cơ quan thẩm định", Role::Lead),
            ("Cơ quan phối hợp", Role::Coordinating),
            ("Thời gian thực hiện", Role::Timeline),
            ("Điểm", Role::Points),
            ("Ghi chú", Role::Unknown),
            ("Minh chứng", Role::Other),
            ("Vùng I", Role::Unknown),
        ] {
            assert_eq!(role(heading), expected, "{heading}");
        }
    }
}
