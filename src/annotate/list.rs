//! The sheet that lists what is to be mended: what is wrong first, then what to do, then where, then whom it concerns.

use std::{collections::BTreeSet, fmt::Write as _};

use crate::{
    model::{CellRef, LIST_LINE, Language, Message, phrase},
    text::to_nfc,
};

use super::{
    Listed,
    element::escaped,
    problem::severity,
    related::{DECLARATION, Dialect},
    styles::Looks,
};

/// The columns: heading, width in letters.
fn columns() -> [(Message, u32); 8] {
    [
        (phrase!("Chỗ cần sửa", "What is to be mended"), 42),
        (phrase!("Cách sửa", "What to do"), 46),
        (phrase!("Trang tính", "Sheet"), 18),
        (phrase!("Ô", "Cell"), 8),
        (phrase!("Đơn vị", "Unit"), 20),
        (phrase!("Tiêu chí", "Criterion"), 10),
        (phrase!("Mức", "Severity"), 11),
        (phrase!("Mã", "Code"), 10),
    ]
}

/// The row of the headings, from 1.
const HEADINGS: usize = 4;
/// How high a line of text is, in points, and how many letters a column of a width holds of it: a tenth fewer.
const LINE_HEIGHT: usize = 16;
/// No row is higher than this, in points.
const HIGHEST: usize = 400;

/// What the list tells of a sheet.
pub(super) struct ListedSheet<'a> {
    /// As people read it.
    pub(super) shown: &'a str,
    /// As links name it.
    pub(super) stored: &'a str,
    /// The cells with threaded comments, which have no notes.
    pub(super) threaded: &'a BTreeSet<CellRef>,
}

impl ListedSheet<'_> {
    /// Returns the name to tell: a CSV file has none until its cells stand in a workbook.
    fn told(&self) -> &str {
        if self.shown.is_empty() { self.stored } else { self.shown }
    }
}

/// Returns the part with the list; a finding on no sheet concerns the file as a whole.
pub(super) fn list(
    listed: &[Listed<'_>],
    sheets: &[ListedSheet<'_>],
    looks: Looks,
    dialect: Dialect,
    language: Language,
) -> String {
    let mut rows = String::new();
    let mut links = String::new();
    let title = phrase!("Những chỗ cần sửa trong tệp này", "What is to be mended in this file");
    rows += &row(1, 22, &[(looks.title, title.in_language(language))]);
    rows += &row(2, LINE_HEIGHT, &[(looks.line, LIST_LINE)]);
    rows += &row(3, LINE_HEIGHT + 6, &[(looks.line, how(listed.len()).in_language(language))]);
    let columns = columns();
    let headings: Vec<_> = columns.iter().map(|(heading, _)| (looks.heading, heading.in_language(language))).collect();
    rows += &row(HEADINGS, LINE_HEIGHT + 4, &headings);
    for (number, listed) in (HEADINGS + 1..).zip(listed) {
        let finding = listed.finding;
        let sheet = finding.place.sheet().and_then(|sheet| sheets.get(sheet.index()));
        let name = sheet.map_or(String::new(), |sheet| to_nfc(sheet.told()).into_owned());
        let cell = finding.place.cell().map_or(String::new(), |cell| cell.to_string());
        let is_threaded =
            |sheet: &ListedSheet<'_>| finding.place.cell().is_some_and(|cell| sheet.threaded.contains(&cell));
        let mut help = finding.help.in_language(language).to_owned();
        if sheet.is_some_and(is_threaded) {
            help += no_note().in_language(language);
        }
        let words = [
            (looks.words, finding.message.in_language(language)),
            (looks.words, &help),
            (looks.words, &name),
            (if cell.is_empty() { looks.words } else { looks.link }, &cell),
            (looks.words, listed.unit),
            (looks.words, listed.criterion),
            (looks.words, severity(finding.severity, language)),
            (looks.words, finding.code.number),
        ];
        let tallest =
            words.iter().zip(&columns).map(|((_, text), (_, width))| lines_of(text, *width)).max().unwrap_or(1);
        rows += &row(number, (tallest * LINE_HEIGHT + 4).min(HIGHEST), &words);
        if let Some(sheet) = sheet.filter(|_| !cell.is_empty()) {
            let target = escaped(&format!("'{}'!{cell}", sheet.stored.replace('\'', "''")));
            let _ = write!(links, "<hyperlink ref=\"D{number}\" location=\"{target}\" display=\"{cell}\"/>");
        }
    }
    let last = HEADINGS + listed.len();
    let widths: String = (1..).zip(&columns).map(|(at, (_, width))| column(at, *width)).collect();
    let filter = if listed.is_empty() { String::new() } else { format!("<autoFilter ref=\"A{HEADINGS}:H{last}\"/>") };
    let links = if links.is_empty() { String::new() } else { format!("<hyperlinks>{links}</hyperlinks>") };
    let (main, first) = (dialect.main(), HEADINGS + 1);
    format!(
        "{DECLARATION}<worksheet xmlns=\"{main}\"><sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/>\
         </sheetPr><dimension ref=\"A1:H{last}\"/><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">\
         <pane ySplit=\"{HEADINGS}\" topLeftCell=\"A{first}\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         <selection pane=\"bottomLeft\" activeCell=\"A{first}\" sqref=\"A{first}\"/></sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"15\"/><cols>{widths}</cols><sheetData>{rows}</sheetData>{filter}{links}\
         <pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"
    )
}

/// Says what to do with the list.
fn how(count: usize) -> Message {
    if count == 0 {
        return phrase!("Không còn chỗ nào cần sửa", "Nothing is left to be mended");
    }
    phrase!(
        "{count} chỗ: sửa ngay trong tệp này, bấm vào tên ô để đến ô cần sửa, rồi lưu và gửi lại",
        "{count} in all: mend them in this file, press the name of a cell to go there, then save it and send it back"
    )
}

/// Says why there is no note on a cell.
fn no_note() -> Message {
    phrase!(
        " (ô này đang có trao đổi nên không kèm ghi chú)",
        " (this cell has a threaded comment, and no note therefore)"
    )
}

fn column(at: u32, width: u32) -> String {
    format!("<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>")
}

/// Returns how many lines a text takes in a column of that width.
fn lines_of(text: &str, width: u32) -> usize {
    let letters = (width as usize * 9 / 10).max(1);
    text.lines().map(|line| line.chars().count().div_ceil(letters).max(1)).sum()
}

/// Writes a row of texts, each with the position of its look.
fn row(number: usize, height: usize, cells: &[(usize, &str)]) -> String {
    let mut row = format!("<row r=\"{number}\" ht=\"{height}\" customHeight=\"1\">");
    for (letter, (look, text)) in ('A'..).zip(cells) {
        let text = escaped(text);
        let _ = write!(
            row,
            "<c r=\"{letter}{number}\" s=\"{look}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
        );
    }
    row + "</row>"
}
