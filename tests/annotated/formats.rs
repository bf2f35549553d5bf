//! Files of formats that take no marks: their cells in a new workbook of Excel.

use tdp::{
    annotate::{Making, annotated},
    model::Language,
    workbook::{Limits, Workbook, read},
};

use crate::book::{between, finding, listed, parts};

const CSV: &str = "Tên,Tỷ lệ\n\"Tổ 1\",\"95,5%\"\nTổ 2,=1+1\n";

fn cells(book: &Workbook) -> Vec<String> {
    book.sheets[0].cells().iter().map(|cell| format!("{} {:?} {}", cell.at, cell.value, cell.formula)).collect()
}

#[test]
fn a_csv_comes_back_as_a_workbook_with_the_same_cells_and_marks() {
    let copy = annotated("a.csv", CSV.as_bytes(), &[listed(&finding("B2"))], Language::Vietnamese).unwrap();
    assert_eq!(copy.making, Making::Cells);
    let limits = Limits::default();
    let (before, after) =
        (read("a.csv", CSV.as_bytes(), &limits).unwrap(), read("a.xlsx", &copy.bytes, &limits).unwrap());
    assert_eq!(cells(&before), cells(&after));
    let parts = parts(&copy.bytes);
    assert_eq!(between(&parts["xl/comments1.xml"], "<comment ref=\"", "\""), ["B2"]);
    assert!(parts["xl/worksheets/sheet1.xml"].contains("sqref=\"B2\""));
    let again = annotated("a.csv", CSV.as_bytes(), &[listed(&finding("B2"))], Language::Vietnamese).unwrap();
    assert!(again.bytes == copy.bytes, "the same file gives the same bytes");
}

#[test]
fn a_csv_with_nothing_to_be_mended_stays_a_csv() {
    let copy = annotated("a.csv", CSV.as_bytes(), &[], Language::Vietnamese).unwrap();
    assert_eq!((copy.making, copy.bytes.as_slice()), (Making::AsItCame, CSV.as_bytes()));
}

#[test]
fn what_cannot_be_read_has_no_copy() {
    assert!(annotated("a.pdf", b"%PDF-1.4", &[], Language::Vietnamese).is_err());
}
