//! A marked copy that comes back: read without its marks, and marked anew.

use tdp::{
    model::LIST_LINE,
    workbook::{Limits, read},
};

use crate::book::{between, book, copy, marked, packed, parts};

#[test]
fn marked_twice_is_marked_once() {
    let once = marked(&packed(&book()), &["B1", "C5?"]);
    let again = copy(&once, &["B1", "C5?"]);
    assert!(again.bytes == once);
}

#[test]
fn marks_are_replaced_by_those_of_today() {
    let bytes = packed(&book());
    let replaced = parts(&marked(&marked(&bytes, &["B1", "C5?", "D9"]), &["B2", "C5?"]));
    let direct = parts(&marked(&bytes, &["B2", "C5?"]));
    let differing: Vec<&String> =
        direct.iter().filter(|(path, content)| replaced.get(*path) != Some(content)).map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "{differing:?}");
    assert_eq!(direct.len(), replaced.len());
}

#[test]
fn what_was_mended_loses_its_marks() {
    let mended = parts(&marked(&marked(&packed(&book()), &["B1", "C5?"]), &[]));
    let sheet = &mended["xl/worksheets/sheet1.xml"];
    assert!(!sheet.contains("tdp:"), "{sheet}");
    assert_eq!(between(sheet, "priority=\"", "\""), ["1"]);
    assert!(!mended["xl/comments1.xml"].contains("<comment "));
    assert!(!mended["xl/drawings/vmlDrawing1.vml"].contains("<v:shape "));
    let list = &mended["xl/worksheets/can-sua1.xml"];
    assert!(list.contains("Không còn chỗ nào cần sửa") && !list.contains("TDP201"), "{list}");
}

#[test]
fn the_list_is_no_sheet_of_the_ward() {
    let read = |bytes: &[u8]| read("a.xlsx", bytes, &Limits::default()).unwrap();
    let bytes = packed(&book());
    let (before, after) = (read(&bytes), read(&marked(&bytes, &["B1"])));
    let sheets = |book: &tdp::workbook::Workbook| {
        let sheets = book.sheets.iter();
        sheets.map(|sheet| (sheet.name.clone(), format!("{:?}", sheet.cells()))).collect::<Vec<_>>()
    };
    assert_eq!(sheets(&before), sheets(&after));
}

#[test]
fn marks_that_another_program_has_saved_are_known() {
    let mut saved = parts(&marked(&packed(&book()), &["B1"]));
    let sheet = saved["xl/worksheets/sheet1.xml"]
        .replace("LEN(\"tdp:error\")", "LEN(&quot;tdp:error&quot;)")
        .replace("priority=\"3\"", "priority=\"9\"");
    saved.insert("xl/worksheets/sheet1.xml".to_owned(), sheet);
    let notes = saved["xl/comments1.xml"].replace("<author>tdp</author>", "<author> </author>");
    saved.insert("xl/comments1.xml".to_owned(), notes);
    let again = parts(&marked(&packed(&saved), &["B2"]));
    assert_eq!(between(&again["xl/worksheets/sheet1.xml"], "sqref=\"", "\"")[..2], ["B2", "B2"]);
    assert_eq!(between(&again["xl/comments1.xml"], "<comment ref=\"", "\""), ["B2"]);
    assert_eq!(between(&again["xl/drawings/vmlDrawing1.vml"], "<x:Row>", "</x:Row>"), ["1"]);
}

#[test]
fn the_filter_that_excel_named_goes_with_the_old_list() {
    let mut saved = parts(&marked(&packed(&book()), &["B1"]));
    let name =
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'Cần sửa'!$A$4:$F$5</definedName>";
    let contents = saved["xl/workbook.xml"].replace("<definedNames>", &format!("<definedNames>{name}"));
    saved.insert("xl/workbook.xml".to_owned(), contents);
    let again = parts(&marked(&packed(&saved), &["B1", "B2"]));
    assert_eq!(between(&again["xl/workbook.xml"], "<definedName name=\"", "\""), ["Muc", "_xlnm.Print_Area"]);
}

#[test]
fn a_list_that_was_hidden_is_shown_again() {
    let mut saved = parts(&marked(&packed(&book()), &["B1"]));
    let contents = saved["xl/workbook.xml"].replace("name=\"Cần sửa\"", "name=\"Cần sửa\" state=\"hidden\"");
    saved.insert("xl/workbook.xml".to_owned(), contents);
    let again = marked(&packed(&saved), &["B2"]);
    let contents = &parts(&again)["xl/workbook.xml"];
    assert!(contents.contains("name=\"Cần sửa\" state=\"visible\" sheetId=\"8\""), "{contents}");
    assert!(!contents.contains("hidden"), "{contents}");
    assert!(copy(&again, &["B2"]).bytes == again);
}

#[test]
fn a_workbook_that_does_not_say_where_it_opens_opens_at_the_list_wherever_that_stands() {
    let mut saved = parts(&marked(&packed(&book()), &["B1"]));
    let contents = &saved["xl/workbook.xml"];
    let list = format!("<sheet xmlns:r={}/>", between(contents, "<sheet xmlns:r=", "/>")[0]);
    let behind = contents.replace(&list, "").replace("</sheets>", &format!("{list}</sheets>"));
    let views = format!("<bookViews>{}</bookViews>", between(contents, "<bookViews>", "</bookViews>")[0]);
    for (views_then, told) in [
        ("", "<bookViews><workbookView activeTab=\"2\"/></bookViews><sheets>"),
        ("<bookViews/>", "<bookViews><workbookView activeTab=\"2\"/></bookViews><sheets>"),
        ("<bookViews><workbookView/></bookViews>", "<bookViews><workbookView activeTab=\"2\"/></bookViews><sheets>"),
    ] {
        saved.insert("xl/workbook.xml".to_owned(), behind.replace(&views, views_then));
        let again = marked(&packed(&saved), &["B2"]);
        let contents = &parts(&again)["xl/workbook.xml"];
        assert!(contents.contains(told), "{contents}");
        assert!(copy(&again, &["B2"]).bytes == again);
    }
}

#[test]
fn a_list_of_copies_that_were_made_before_it_told_units_and_criteria_is_known() {
    let old = parts(&marked(&packed(&book()), &["B1"]));
    let cell = |letter: char, row: usize, text: &str| {
        format!("<c r=\"{letter}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let row = |number: usize, texts: &[&str]| {
        let cells: String = ('A'..).zip(texts).map(|(letter, text)| cell(letter, number, text)).collect();
        format!("<row r=\"{number}\">{cells}</row>")
    };
    let with = |headings: &[&str], line: &[&str]| {
        let rows = [row(1, &["Tên"]), row(2, &[LIST_LINE]), row(4, headings), row(5, line)].concat();
        let mut parts = old.clone();
        let list = &parts["xl/worksheets/can-sua1.xml"];
        let rows = list.replace(between(list, "<sheetData>", "</sheetData>")[0], &rows);
        parts.insert("xl/worksheets/can-sua1.xml".to_owned(), rows);
        read("a.xlsx", &packed(&parts), &Limits::default()).unwrap().sheets.len()
    };
    let six = ["Chỗ cần sửa", "Cách sửa", "Trang tính", "Ô", "Mức", "Mã"];
    assert_eq!(with(&six, &["Sai", "Sửa", "A", "B1", "lỗi", "TDP201"]), 2);
    assert_eq!(with(&six, &["Sai", "Sửa", "A", "B1", "lỗi", "TDP201", "x", "TDP201"]), 3, "a row that ends elsewhere");
    assert_eq!(with(&six, &["Sai", "Sửa", "A", "B1", "lỗi", "95"]), 3, "a row without a code");
}

#[test]
fn a_workbook_with_as_many_sheets_as_are_read_is_marked_and_read_again() {
    let with = |sheets: usize| {
        let mut parts = book();
        let sheet = |sheet| format!("<sheet name=\"{sheet}\" sheetId=\"{sheet}\" r:id=\"s{sheet}\"/>");
        let entries = (1..=sheets).map(sheet).collect::<Vec<_>>().concat();
        let contents = &parts["xl/workbook.xml"];
        let contents = contents.replace(between(contents, "<sheets>", "</sheets>")[0], &entries);
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        let target =
            |sheet| format!("<Relationship Id=\"s{sheet}\" Type=\"{kind}\" Target=\"worksheets/s{sheet}.xml\"/>");
        let related = (1..=sheets).map(target).collect::<Vec<_>>().concat();
        let related = parts["xl/_rels/workbook.xml.rels"].replace("</Relationships>", &(related + "</Relationships>"));
        for sheet in 1..=sheets {
            parts.insert(format!("xl/worksheets/s{sheet}.xml"), parts["xl/worksheets/sheet2.xml"].clone());
        }
        parts.insert("xl/workbook.xml".to_owned(), contents);
        parts.insert("xl/_rels/workbook.xml.rels".to_owned(), related);
        packed(&parts)
    };
    let once = marked(&with(256), &["A1"]);
    assert_eq!(read("a.xlsx", &once, &Limits::default()).unwrap().sheets.len(), 256);
    assert!(copy(&once, &["A1"]).bytes == once);
    let refused = read("a.xlsx", &with(257), &Limits::default()).unwrap_err().to_string();
    assert!(refused.contains("257") && refused.contains("256"), "{refused}");
}
