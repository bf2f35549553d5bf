//! A receipt as a Word document of one page: what is too long for its place is cut, and that is seen; what is to be
//! mended is listed as far as it fits, and the rest is counted.

mod cut;
mod measure;
#[cfg(test)]
mod tests;

use crate::{
    appendix::{RowKind, Table},
    model::RECEIPT_STAMP,
    receipt::{Cut, Receipt},
    write::WriteError,
};

use self::{
    cut::{cut, cut_cells},
    measure::{ISSUER, MOTTO, NOTE, PADDING, TITLE},
};
use super::{
    content::{self, TEXT_WIDTH, paragraph},
    frame::{self, HEAD, Letterhead},
    packed,
    parts::About,
    table,
    widths::widths,
    xml::Xml,
};

/// Widths of the labels and of what is told of the file.
const FIELDS: [u32; 2] = [1900, TEXT_WIDTH - 1900];
/// Widths of the list: number, place, what is to be mended, what to do.
const CORRECTIONS: [u32; 4] = [520, 1650, 3570, TEXT_WIDTH - 520 - 1650 - 3570];
/// Widths of the columns of those who sign.
const SIDES: [u32; 2] = [TEXT_WIDTH / 2, TEXT_WIDTH / 2];
/// Lines left for a signature.
const SIGNATURE_LINES: usize = 3;
/// Lines of a cell in the list of sheets, of one in that of corrections, of the other texts at most; of a correction
/// down to the fewest where more of them find room then.
const SHEET_LINES: u32 = 2;
const CORRECTION_LINES: u32 = 7;
const FEWEST_LINES: u32 = 4;
const OTHER_LINES: u32 = 2;

/// Sets `receipt` as a Word document of one page; the same receipt gives the same bytes.
///
/// # Errors
/// When the parts cannot be packed.
pub fn receipt_docx(receipt: Receipt) -> Result<Vec<u8>, WriteError> {
    let (name, day) = (receipt.name.clone(), receipt.day);
    let page = Page::of(receipt);
    packed(document(&page), &About { title: &name, issuer: &page.receipt.issuer, day, stamp: RECEIPT_STAMP })
}

fn document(page: &Page) -> String {
    content::part(|xml| {
        let Page { receipt, corrections, rest, widths } = page;
        let Receipt { issuer, number, dated, .. } = receipt;
        frame::letterhead(xml, &Letterhead { issuer, number, dated });
        content::title(xml, receipt.title, &receipt.subject);
        paragraph(xml, "Gap", "");
        let fields: Vec<(&str, &str)> = receipt.fields.iter().map(|field| (field.label, field.text.as_str())).collect();
        table::fields(xml, &fields, FIELDS);
        if let Some((caption, sheets)) = &receipt.sheets {
            paragraph(xml, "Caption", caption);
            table::set(xml, sheets, widths);
        }
        if !corrections.rows.is_empty() {
            paragraph(xml, "Caption", "Những chỗ cần sửa");
            table::set(xml, corrections, &CORRECTIONS);
        }
        if let Some(rest) = rest {
            paragraph(xml, "TableTextStrong", rest);
        }
        signing(xml, receipt);
    })
}

/// A receipt with its texts cut to their places, and as much of its corrections as the page holds.
struct Page {
    receipt: Receipt,
    /// Widths of the columns of the sheets.
    widths: Vec<u32>,
    corrections: Table<'static>,
    /// What counts the others.
    rest: Option<String>,
}

impl Page {
    fn of(mut receipt: Receipt) -> Self {
        let end = |text: &mut String, width, look| *text = cut(text, Cut::End, width, look, OTHER_LINES);
        receipt.issuer.iter_mut().for_each(|line| end(line, HEAD[0], ISSUER));
        end(&mut receipt.dated, HEAD[1], MOTTO);
        end(&mut receipt.subject, TEXT_WIDTH, TITLE);
        for index in 0..receipt.fields.len() {
            let look = measure::look_of_field(&receipt, index);
            let field = &mut receipt.fields[index];
            field.text = cut(&field.text, field.cut, FIELDS[1] - PADDING, look, field.most_lines);
        }
        let mut columns = Vec::new();
        if let Some((_, sheets)) = &mut receipt.sheets {
            columns = widths(sheets);
            cut_cells(sheets, &columns, SHEET_LINES);
            sheets.notes.iter_mut().for_each(|note| end(note, TEXT_WIDTH, NOTE));
        }
        let corrections = listed(&receipt, &columns);
        let rest = receipt.corrections.rest(corrections.body_rows());
        Self { receipt, widths: columns, corrections, rest }
    }
}

/// Returns as many of the corrections as the page holds, cut no shorter than that takes.
fn listed(receipt: &Receipt, columns: &[u32]) -> Table<'static> {
    let cut_to = |lines| {
        let mut corrections = receipt.corrections.table();
        cut_cells(&mut corrections, &CORRECTIONS, lines);
        let rows = fitting(receipt, columns, &corrections);
        corrections.rows.truncate(rows);
        corrections
    };
    let mut most = cut_to(CORRECTION_LINES);
    for lines in (FEWEST_LINES..CORRECTION_LINES).rev() {
        let shorter = cut_to(lines);
        if shorter.body_rows() > most.body_rows() {
            most = shorter;
        }
    }
    most
}

/// Returns how many rows of the corrections the page holds; the line that counts the others has its place, too, and no
/// section is opened without a row in it.
fn fitting(receipt: &Receipt, columns: &[u32], corrections: &Table<'_>) -> usize {
    let room = measure::room(receipt, columns);
    let counted = |listed| receipt.corrections.rest(listed).map_or(0, |rest| measure::counted(&rest));
    let mut height = measure::caption() + measure::headings(corrections, &CORRECTIONS);
    let (mut listed, mut rows) = (0, 0);
    for (index, row) in corrections.rows.iter().enumerate() {
        height += measure::row(row, &CORRECTIONS);
        if row.kind == RowKind::Body {
            listed += 1;
            if height + counted(listed) <= room {
                rows = index + 1;
            }
        }
    }
    rows
}

/// Writes the line above the signatures, and those who sign beside each other.
fn signing(xml: &mut Xml, receipt: &Receipt) {
    paragraph(xml, "TableNote", receipt.closing);
    let signer = |xml: &mut Xml, title: &str| {
        paragraph(xml, "Signer", title);
        paragraph(xml, "PlaceAndDate", receipt.sign);
        (0..SIGNATURE_LINES).for_each(|_| paragraph(xml, "Signer", ""));
        paragraph(xml, "PlaceAndDate", "………………………………");
    };
    let [left, right] = receipt.signers;
    frame::two_columns(xml, SIDES, |xml| {
        frame::row(xml, SIDES, |xml| signer(xml, left), |xml| signer(xml, right));
    });
    // A document ends in a paragraph, never in a table; this one takes no room.
    paragraph(xml, "Gap", "");
}
