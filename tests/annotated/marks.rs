//! What stands on a marked copy, and that all else is as it was.

use tdp::{
    annotate::{Listed, annotated},
    finding::{Finding, Place, codes},
    model::{FileKey, LIST_LINE, Language, say},
};

use crate::book::{SHEET, between, book, finding, listed, marked, packed, parts};

const CELLS: &[&str] = &["B1", "B2", "C5?"];

#[test]
fn only_what_must_change_is_changed() {
    let (before, after) = (book(), parts(&marked(&packed(&book()), CELLS)));
    let changed: Vec<&str> =
        before.iter().filter(|(path, content)| after[*path] != **content).map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        changed,
        [
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml"
        ]
    );
    let new: Vec<&str> = after.keys().filter(|path| !before.contains_key(*path)).map(String::as_str).collect();
    assert_eq!(
        new,
        [
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "xl/worksheets/can-sua1.xml"
        ]
    );
}

#[test]
fn a_marked_sheet_keeps_its_cells_its_protection_and_its_rules() {
    let after = parts(&marked(&packed(&book()), CELLS));
    let sheet = &after["xl/worksheets/sheet1.xml"];
    let kept = |end: &str| SHEET.split(end).next().unwrap().to_owned();
    assert!(sheet.starts_with(&kept("<conditionalFormatting")), "{sheet}");
    let rest = sheet.replacen(&kept("<conditionalFormatting"), "", 1);
    let ours = |sqref: &str, look: usize, priority: usize, name: &str| {
        format!(
            "<conditionalFormatting sqref=\"{sqref}\"><cfRule type=\"expression\" dxfId=\"{look}\" \
             priority=\"{priority}\"><formula>LEN(\"tdp:{name}\")</formula></cfRule></conditionalFormatting>"
        )
    };
    let expected = [
        ours("B1:B2", 1, 1, "error"),
        ours("C5", 2, 2, "warning"),
        SHEET[SHEET.find("<conditionalFormatting").unwrap()..SHEET.find("</worksheet>").unwrap()]
            .replace("priority=\"1\"", "priority=\"3\""),
        "<legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"tdp2\"/>\
         </worksheet>"
            .to_owned(),
    ];
    assert_eq!(rest, expected.concat());
}

#[test]
fn a_note_on_each_cell_says_what_is_wrong_and_what_to_do() {
    let after = parts(&marked(&packed(&book()), &["B2", "B1", "C5?", "C5"]));
    let notes = &after["xl/comments1.xml"];
    assert_eq!(between(notes, "<comment ref=\"", "\""), ["B1", "B2", "C5"]);
    assert_eq!(between(notes, "<author>", "</author>"), ["tdp"]);
    assert_eq!(
        between(notes, "<t xml:space=\"preserve\">", "</t>")[1..],
        [
            "tdp · lỗi TDP201\nÔ B2 sai &lt;&quot;&amp;&quot;&gt;\n→ Sửa ô B2\n──────────",
            "tdp · lỗi TDP201\nÔ C5 sai &lt;&quot;&amp;&quot;&gt;\n→ Sửa ô C5\n\n\
             cảnh báo TDP201\nÔ C5 sai &lt;&quot;&amp;&quot;&gt;\n→ Sửa ô C5\n──────────",
        ]
    );
    let boxes = &after["xl/drawings/vmlDrawing1.vml"];
    assert_eq!(between(boxes, "<x:Row>", "</x:Row>"), ["0", "1", "4"]);
    assert_eq!(between(boxes, "<x:Column>", "</x:Column>"), ["1", "1", "2"]);
}

#[test]
fn the_list_stands_first_with_links_that_survive_apostrophes() {
    let bytes = packed(&book());
    let whole = say!("Cả tệp sai", "All wrong");
    let findings = [Finding::new(&codes::UNKNOWN_WARD, Place::File(FileKey::new(0)), whole), finding("B2")];
    let all = [Listed { finding: &findings[0], unit: "", criterion: "" }, listed(&findings[1])];
    let copy = annotated("a.xlsx", &bytes, &all, Language::Vietnamese).unwrap();
    let after = parts(&copy.bytes);
    let list = &after["xl/worksheets/can-sua1.xml"];
    let words = between(list, "<t xml:space=\"preserve\">", "</t>");
    assert_eq!(words[1], LIST_LINE);
    let headings = ["Chỗ cần sửa", "Cách sửa", "Trang tính", "Ô", "Đơn vị", "Tiêu chí", "Mức", "Mã"];
    assert_eq!(words[3..11], headings);
    assert_eq!(words[11], "Cả tệp sai");
    assert_eq!(words[13..19], ["", "", "", "", "lỗi", "TDP011"]);
    let second = ["Ô B2 sai &lt;&quot;&amp;&quot;&gt;", "Sửa ô B2", "Phiếu 'A'", "B2"];
    assert_eq!(words[19..23], second);
    assert_eq!(words[23..], ["Tổ dân phố số 1", "3.2", "lỗi", "TDP201"]);
    assert!(list.contains("<hyperlink ref=\"D6\" location=\"'Phiếu ''A'''!B2\""), "{list}");
    assert!(list.contains("<autoFilter ref=\"A4:H6\"/>"), "{list}");
    let contents = &after["xl/workbook.xml"];
    assert_eq!(between(contents, " name=\"", "\""), ["Cần sửa", "Phiếu 'A'", "Khác", "Muc", "_xlnm.Print_Area"]);
    assert_eq!(between(contents, "sheetId=\"", "\""), ["8", "1", "7"]);
    assert_eq!(between(contents, "localSheetId=\"", "\""), ["2"]);
    assert!(contents.contains("activeTab=\"0\" firstSheet=\"0\""), "{contents}");
}

#[test]
fn the_workbook_opens_at_the_list_alone() {
    let mut before = book();
    let other = before["xl/worksheets/sheet2.xml"].replace("<sheetView ", "<sheetView tabSelected=\"1\" ");
    before.insert("xl/worksheets/sheet2.xml".to_owned(), other.clone());
    let after = parts(&marked(&packed(&before), CELLS));
    assert_eq!(after["xl/worksheets/sheet2.xml"], other.replace("tabSelected=\"1\"", "tabSelected=\"0\""));
}

#[test]
fn styles_are_put_behind_those_of_the_ward() {
    let (before, after) = (book(), parts(&marked(&packed(&book()), CELLS)));
    let entries = |parts: &crate::book::Parts, table: &str, end: &str| {
        between(&parts["xl/styles.xml"], table, end)[0].split_once('>').unwrap().1.to_owned()
    };
    for (table, end, count) in [("<fonts", "</fonts>", 5), ("<cellXfs", "</cellXfs>", 7), ("<dxfs", "</dxfs>", 3)] {
        let kept = entries(&before, table, end);
        assert!(entries(&after, table, end).starts_with(&kept), "{table}");
        assert!(after["xl/styles.xml"].contains(&format!("{table} count=\"{count}\"")), "{table}");
    }
}

#[test]
fn a_file_with_nothing_to_be_mended_comes_back_bit_by_bit() {
    let bytes = packed(&book());
    assert_eq!(crate::book::copy(&bytes, &[]).bytes, bytes);
}
