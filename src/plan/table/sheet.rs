//! A sheet of a workbook to a table; line and column are row and column of the sheet.

use super::{DefinitionTable, Field, LONGEST_FIELD, MOST_COLUMNS, MOST_ROWS, Row, csv::too_large};
use crate::{
    finding::{DefinitionPlace, Finding, Place, codes},
    model::say,
    text::to_nfc,
    workbook::{Cell, Decoded, Sheet, Value},
};

impl DefinitionTable {
    /// Reads a table from a sheet of a workbook; `file` is what findings call it.
    ///
    /// A number shown with leading zeros ("00000") keeps them.
    ///
    /// # Errors
    /// When cells hold error values or formulas without a value, or the sheet is over the limits.
    pub fn from_sheet(file: &str, sheet: &Sheet) -> Result<Self, Vec<Finding>> {
        let rows: Vec<&[Cell]> = sheet.cells().chunk_by(|a, b| a.at.row == b.at.row).collect();
        if rows.len() > MOST_ROWS {
            return Err(vec![too_large(file)]);
        }
        let findings: Vec<Finding> = sheet.cells().iter().filter_map(|cell| trouble(file, cell)).collect();
        if !findings.is_empty() {
            return Err(findings);
        }
        let rows = rows.into_iter().map(|cells| row(sheet, cells)).filter(|row| !row.is_blank());
        let warnings = sheet.decoded.iter().filter_map(|decoded| warning(file, sheet, decoded)).collect();
        Ok(Self { file: file.to_owned(), rows: rows.collect(), warnings })
    }
}

/// Tells of cells that were decoded from a legacy encoding; the name of the sheet means nothing here.
fn warning(file: &str, sheet: &Sheet, decoded: &Decoded) -> Option<Finding> {
    let (first, _) = decoded.first.as_ref()?;
    let place = place(file, sheet.cell(*first)?);
    let mut finding = Finding::new(&codes::LEGACY_TEXT, place, decoded.told(sheet));
    finding.value = decoded.stored();
    Some(finding)
}

fn trouble(file: &str, cell: &Cell) -> Option<Finding> {
    let address = cell.at;
    let message = match &cell.value {
        Value::Error(error) => say!("Ô {address} chứa lỗi \"{error}\"", "Cell {address} holds the error \"{error}\""),
        Value::NotCalculated => {
            say!("Ô {address} có công thức chưa được tính", "Cell {address} has a formula that was never calculated")
        }
        Value::Text(text) if text.chars().nth(LONGEST_FIELD).is_some() => say!(
            "Ô {address} dài quá {LONGEST_FIELD} ký tự",
            "Cell {address} is longer than {LONGEST_FIELD} characters"
        ),
        _ if usize::from(cell.at.column) >= MOST_COLUMNS => {
            say!(
                "Ô {address} nằm ngoài {MOST_COLUMNS} cột đầu",
                "Cell {address} lies beyond the first {MOST_COLUMNS} columns"
            )
        }
        _ => return None,
    };
    Some(Finding::new(&codes::WRONG_VALUE, place(file, cell), message))
}

fn place(file: &str, cell: &Cell) -> Place {
    let (line, column) = position(cell);
    Place::Definition(DefinitionPlace { file: file.to_owned(), line, column, start: 0, end: 0 })
}

fn row(sheet: &Sheet, cells: &[Cell]) -> Row {
    let width = cells.last().map_or(1, |cell| usize::from(cell.at.column) + 1);
    let mut fields = vec![Field::default(); width];
    for cell in cells {
        fields[usize::from(cell.at.column)].text = to_nfc(text(sheet, cell).trim()).into_owned();
    }
    let line = cells.first().map_or(1, |cell| position(cell).0);
    for (field, column) in fields.iter_mut().zip(1..) {
        (field.line, field.column) = (line, column);
    }
    Row { fields }
}

fn position(cell: &Cell) -> (u32, u32) {
    (cell.at.row.saturating_add(1), u32::from(cell.at.column) + 1)
}

fn text(sheet: &Sheet, cell: &Cell) -> String {
    match &cell.value {
        Value::Text(text) => text.to_string(),
        Value::Number(number) => format!("{number:0>width$}", width = shown_digits(*number, sheet, cell)),
        Value::Bool(truth) => truth.to_string(),
        // A date may come with the time of midnight.
        Value::Date(date) => date.split('T').next().unwrap_or_default().to_owned(),
        Value::Error(_) | Value::NotCalculated => String::new(),
    }
}

/// Returns how many digits the number is shown with at least, under a format such as "00000".
fn shown_digits(number: f64, sheet: &Sheet, cell: &Cell) -> usize {
    let digits = sheet.format(cell).and_then(|format| format.padded(number));
    digits.filter(|digits| *digits < LONGEST_FIELD).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::{model::CellRef, text::legacy::Legacy, workbook::Format};

    use super::*;

    fn sheet(cells: &[(u32, u16, Value, u16)]) -> Sheet {
        let cells = cells.iter().map(|(row, column, value, format)| Cell {
            at: CellRef::new(*row, *column),
            value: value.clone(),
            format: *format,
            formula: false,
        });
        let padded = Format::new(Some("00000"), None);
        Sheet::new("Sheet1", cells.collect(), [Format::default(), padded]).unwrap()
    }

    #[test]
    fn numbers_dates_and_gaps_become_fields() {
        let sheet = sheet(&[
            (2, 1, Value::Number(3389.0), 1),
            (2, 2, Value::Number(3389.001), 0),
            (2, 4, Value::Date("2025-01-01T00:00:00".into()), 0),
        ]);
        let table = DefinitionTable::from_sheet("units.xlsx", &sheet).expect("readable");
        let texts: Vec<&str> = table.rows[0].fields.iter().map(|field| field.text.as_str()).collect();
        assert_eq!(texts, ["", "03389", "3389.001", "", "2025-01-01"]);
        let place = table.place(&table.rows[0], 4);
        assert_eq!((place.line, place.column), (3, 5));
    }

    #[test]
    fn cells_without_a_value_are_all_told() {
        let sheet = sheet(&[(0, 0, Value::Error("#REF!".into()), 0), (1, 0, Value::NotCalculated, 0)]);
        let findings = DefinitionTable::from_sheet("units.xlsx", &sheet).expect_err("unreadable");
        assert_eq!(findings.len(), 2);
    }

    #[test]
    fn text_that_was_decoded_is_told_where_it_begins() {
        let mut sheet = sheet(&[(1, 2, Value::Text("Tổ dân phố".into()), 0)]);
        let decoded = |first, name| Decoded { from: Legacy::Tcvn3, cells: 1, first, name };
        sheet.decoded.push(decoded(Some((CellRef::new(1, 2), "Tæ d©n phè".into())), None));
        sheet.decoded.push(decoded(None, Some("BiÓu 1".into())));
        let table = DefinitionTable::from_sheet("units.xlsx", &sheet).expect("readable");
        let [told] = table.warnings() else { panic!("{:?}", table.warnings()) };
        let Place::Definition(place) = &told.place else { panic!("{told:?}") };
        assert_eq!((told.code.number, place.line, place.column), ("TDP020", 2, 3));
        assert!(told.message.vi.ends_with("số ô: 1; ô này đọc là \"Tổ dân phố\""), "{}", told.message.vi);
        assert_eq!(told.value.as_deref(), Some("Tæ d©n phè"));
    }
}
