//! The official table of criteria, as it stands in a spreadsheet, to a draft of a criteria set.
//!
//! Nothing is guessed in silence: every criterion names its cells, and whatever is not certain has a comment above it
//! that begins with [`crate::criteria::TO_CHECK`], says what stands in which cell and what was assumed. A set that
//! holds such a comment cannot call itself official.

mod day;
mod grid;
mod heading;
mod ids;
mod instrument;
mod levels;
mod limits;
mod meaning;
mod number;
mod numbers_in_words;
mod outline;
mod phrase;
mod quote;
mod relative;
mod requirement;
mod rows;
mod shown;
mod unit;
mod words;
mod written;

use crate::{
    criteria,
    model::{Language, Message, phrase, say},
    text::one_line,
    workbook::{Sheet, Workbook},
};

use self::{
    grid::{Grid, Said},
    heading::{Heading, Role},
    levels::Level,
    number::Number,
    outline::Outline,
    quote::Quote,
    rows::Parts,
    written::Writer,
};

/// A criteria set as drafted.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The criteria file; it is read without a mistake.
    pub text: String,
    /// The sheet it was drafted from.
    pub sheet: String,
    /// How many standards it has.
    pub standards: usize,
    /// How many criteria it has, indicators aside.
    pub criteria: usize,
    /// How many of them are certain.
    pub sure: usize,
    /// How many places of the file a person has to look at, those above criteria included.
    pub to_check: usize,
}

/// Why no criteria set can be drafted.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NotDrafted {
    /// No sheet holds a table of criteria.
    NoTable,
    /// Several sheets hold one each: their names.
    SeveralTables(Vec<String>),
    /// The table is larger than a criteria set may be.
    TooLarge,
}

/// Drafts a criteria set from the table of criteria that a workbook holds; `file` is what the workbook is called, and
/// the comments are in `language`.
///
/// # Errors
/// Says why there is no draft: no table, several tables, or too large a one.
pub fn draft(book: &Workbook, file: &str, language: Language) -> Result<Draft, NotDrafted> {
    let found: Vec<(&Sheet, Grid<'_>, Heading)> = book.sheets.iter().filter_map(with_table).collect();
    match found.as_slice() {
        [] if book.sheets.iter().any(|sheet| Grid::of(sheet).is_none()) => Err(NotDrafted::TooLarge),
        [] => Err(NotDrafted::NoTable),
        [(sheet, grid, heading)] => of_table(book, sheet, grid, heading, &Named { file, language }),
        several => Err(NotDrafted::SeveralTables(several.iter().map(|(sheet, ..)| sheet.name.clone()).collect())),
    }
}

/// Returns a sheet that holds a table of criteria: a heading and at least one row with a criterion below it.
fn with_table(sheet: &Sheet) -> Option<(&Sheet, Grid<'_>, Heading)> {
    let grid = Grid::of(sheet)?;
    let heading = Heading::find(&grid)?;
    let rows = rows::read(&grid, &heading).rows;
    let is_of_set = |level: &Level| !matches!(level, Level::Group | Level::Further | Level::Total | Level::Neither);
    levels::levels(&rows).iter().any(is_of_set).then_some((sheet, grid, heading))
}

/// What the workbook is called, and the language of the comments.
struct Named<'n> {
    file: &'n str,
    language: Language,
}

fn of_table(
    book: &Workbook,
    sheet: &Sheet,
    grid: &Grid<'_>,
    heading: &Heading,
    named: &Named<'_>,
) -> Result<Draft, NotDrafted> {
    let Parts { above, rows, below } = rows::read(grid, heading);
    let file = &*one_line(named.file);
    let quote = Quote::new(&sheet.name, file);
    let instrument = instrument::instrument(&above, &quote);
    let outline = outline::outline(&rows, &levels::levels(&rows), &quote, &instrument.title.0);
    let mut writer = Writer::new(named.language);
    writer.comments(&opening(file, &one_line(&sheet.name), &outline));
    writer.comments(&around(&above, &quote, &phrase!("Trên bảng", "Above the table")));
    writer.comments(&columns(heading));
    writer.comments(&other_sheets(book, sheet));
    writer.head(&instrument, points(heading).as_ref());
    writer.outline(&outline);
    writer.comments(&around(&below, &quote, &phrase!("Dưới bảng", "Below the table")));
    if below
        .iter()
        .any(|said| said.at.column <= 1 && Number::read(&said.text).is_some_and(|number| number.level() < 10))
    {
        writer.mark(&more_below());
    }
    if below.iter().any(rows::is_note) {
        writer.mark(&notes_below());
    }
    let text = writer.finish();
    // What is larger than any set may be is the only thing that a draft can have wrong.
    if criteria::parse(file, text.as_bytes()).is_err() {
        return Err(NotDrafted::TooLarge);
    }
    let criteria = || outline.standards.iter().flat_map(|standard| &standard.criteria);
    Ok(Draft {
        to_check: text
            .lines()
            .filter(|line| line.trim_start_matches(['#', ' ']).starts_with(criteria::TO_CHECK))
            .count(),
        text,
        sheet: one_line(&sheet.name),
        standards: outline.standards.len(),
        criteria: criteria().count(),
        sure: criteria().filter(|criterion| criterion.is_sure()).count(),
    })
}

/// What the file is, and what to do with it.
fn opening(file: &str, sheet: &str, outline: &Outline) -> Vec<Message> {
    let (file, sheet, mark) = (quote::shortened(file), quote::shortened(sheet), criteria::TO_CHECK);
    let from = match sheet.as_str() {
        "" => phrase!("tệp \"{file}\"", "the file \"{file}\""),
        _ => phrase!("tệp \"{file}\", trang \"{sheet}\"", "the file \"{file}\", sheet \"{sheet}\""),
    };
    let all = || outline.standards.iter().flat_map(|standard| &standard.criteria);
    let (count, sure) = (all().count(), all().filter(|criterion| criterion.is_sure()).count());
    vec![
        say!(
            "BẢN NHÁP do tdp lập từ {from}: {count} tiêu chí, {sure} đọc được chắc chắn",
            "DRAFT made by tdp from {from}: {count} criteria, of which {sure} certain",
            from
        ),
        say!(
            "Dòng nào bắt đầu bằng \"{mark}\" là chỗ phải có người xem: đối chiếu với văn bản, sửa, rồi xóa dòng đó",
            "Each line that begins with \"{mark}\" is for a person: compare with the document, mend, then remove it"
        ),
    ]
}

/// The cells around the table, so that nothing is lost.
fn around(cells: &[Said], quote: &Quote, place: &Message) -> Vec<Message> {
    cells.iter().map(|said| quote.cell(said)).map(|cell| phrase!("{place}: {cell}", "{place}: {cell}", place)).collect()
}

/// The columns that the set has no room for, and that points are among them.
fn columns(heading: &Heading) -> Vec<Message> {
    let others = [Role::Other, Role::Points, Role::Unknown].into_iter().flat_map(|role| heading.of(role));
    let others: Vec<String> = others.map(|column| format!("\"{}\"", quote::shortened(&column.heading))).collect();
    if others.is_empty() {
        return Vec::new();
    }
    let others = others.join(", ");
    vec![say!(
        "Cột chỉ được trích lại trong ghi chú, không dùng để xét: {others}",
        "Columns that are only quoted in comments, and judge nothing: {others}"
    )]
}

/// The sheets without a table of criteria.
fn other_sheets(book: &Workbook, sheet: &Sheet) -> Vec<Message> {
    let others = book.sheets.iter().filter(|other| !std::ptr::eq(*other, sheet) && !other.cells().is_empty());
    let names: Vec<String> = others.map(|other| format!("\"{}\"", quote::shortened(&one_line(&other.name)))).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let names = names.join(", ");
    vec![say!(
        "Trang khác của tệp, không có bảng tiêu chí nên không được đọc: {names}",
        "Other sheets of the file, which hold no table of criteria and are not read: {names}"
    )]
}

/// A table that gives points may want a number of them.
fn points(heading: &Heading) -> Option<Message> {
    let column = heading.of(Role::Points).next()?;
    let shown = quote::shortened(&column.heading);
    Some(say!(
        "Bảng có cột điểm \"{shown}\": điểm chưa được dùng, tiêu chí chỉ xét đạt hay chưa đạt",
        "The table has a column of points \"{shown}\": points are not used, criteria are achieved or not"
    ))
}

fn more_below() -> Message {
    say!(
        "Dưới bảng còn dòng có số thứ tự, chưa được dùng",
        "Below the table there are more rows with numbers, not used"
    )
}

fn notes_below() -> Message {
    say!(
        "Ghi chú dưới bảng có thể thay đổi yêu cầu, chưa được dùng",
        "Notes below the table may change what is required, not used"
    )
}

#[cfg(test)]
mod tests;
