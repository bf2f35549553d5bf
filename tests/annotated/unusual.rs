//! Packages that are built in other ways than most, and those that mean harm.

use tdp::annotate::Making;

use crate::book::{Parts, SHEET, between, book, copy, marked, packed, parts};

/// A book with other parts in place of some.
fn with(changes: &[(&str, String)]) -> Parts {
    let mut parts = book();
    parts.extend(changes.iter().map(|(path, content)| ((*path).to_owned(), content.clone())));
    parts
}

/// Gives every element of a part the prefix `x`.
fn prefixed(part: &str) -> String {
    part.replace("</", "</x:").replace('<', "<x:").replace("<x:/x:", "</x:").replace("xmlns=", "xmlns:x=")
}

#[test]
fn elements_with_prefixes_are_marked_with_theirs() {
    let paths = ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"];
    let changes = paths.map(|path| (path, prefixed(&book()[path])));
    let after = parts(&marked(&packed(&with(&changes)), &["B1"]));
    let sheet = &after["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("<x:conditionalFormatting sqref=\"B1\"><x:cfRule type=\"expression\""), "{sheet}");
    assert!(sheet.contains("<x:legacyDrawing ") && !sheet.contains("<cfRule"), "{sheet}");
    assert!(after["xl/styles.xml"].contains("<x:patternFill patternType=\"lightUp\">"));
    assert!(after["xl/workbook.xml"].contains("<x:sheets><x:sheet xmlns:r="));
    assert!(marked_again_is_the_same(&packed(&after)));
}

fn marked_again_is_the_same(bytes: &[u8]) -> bool {
    copy(bytes, &["B1"]).bytes == bytes
}

#[test]
fn notes_of_the_ward_stay_and_its_boxes_too() {
    let sheet = SHEET.replace("</worksheet>", "<legacyDrawing xmlns:q=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" q:id=\"v\"/></worksheet>");
    let related = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../ghi/chu.xml"/><Relationship Id="v" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="/xl/ve.vml"/></Relationships>"#;
    let notes = r#"<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Phường</author></authors><commentList><comment ref="B1" authorId="0"><text><t>Cũ</t></text></comment></commentList></comments>"#;
    let boxes = r##"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s2049" type="#_x0000_t201"><v:textbox>Nút<br>hai</v:textbox></v:shape><v:shape id="_x0000_s2050" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>"##;
    let before = with(&[
        ("xl/worksheets/sheet1.xml", sheet.clone()),
        ("xl/worksheets/_rels/sheet1.xml.rels", related.to_owned()),
        ("xl/ghi/chu.xml", notes.to_owned()),
        ("xl/ve.vml", boxes.to_owned()),
    ]);
    let once = marked(&packed(&before), &["B1", "B2"]);
    let after = parts(&once);
    // A cell has one note: the ward's own keeps its words and has ours below them.
    assert_eq!(between(&after["xl/ghi/chu.xml"], "<comment ref=\"", "\""), ["B1", "B2"]);
    assert_eq!(between(&after["xl/ghi/chu.xml"], "authorId=\"", "\""), ["0", "1"]);
    assert!(after["xl/ghi/chu.xml"].contains("<r><t>Cũ</t></r><r><t xml:space=\"preserve\">\n──────────\ntdp · lỗi"));
    let end = boxes.find("</xml>").unwrap();
    assert!(after["xl/ve.vml"].starts_with(&boxes[..end]), "{}", after["xl/ve.vml"]);
    assert_eq!(between(&after["xl/ve.vml"], "id=\"_x0000_s", "\""), ["2049", "2050", "2051"]);
    assert_eq!(after["xl/worksheets/_rels/sheet1.xml.rels"], related);
    assert!(after["xl/worksheets/sheet1.xml"].ends_with(&sheet[sheet.find("<dataValidations").unwrap()..]));
    let mended = parts(&marked(&once, &[]));
    assert_eq!(mended["xl/ve.vml"].replace(between(&mended["xl/ve.vml"], "<v:shapetype", "</xml>")[0], ""), {
        format!("{}<v:shapetype</xml>", &boxes[..end])
    });
    assert_eq!(mended["xl/ghi/chu.xml"], notes.replace("</authors>", "<author>tdp</author></authors>"));
}

#[test]
fn strict_workbooks_get_strict_names() {
    let strict = |part: &str| {
        part.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    };
    let before: Parts = book().into_iter().map(|(path, content)| (path, strict(&content))).collect();
    let after = parts(&marked(&packed(&before), &["B1"]));
    for (path, content) in &after {
        assert!(!content.contains("spreadsheetml/2006/main\""), "{path}: {content}");
        assert!(!content.contains("officeDocument/2006/relationships"), "{path}: {content}");
    }
}

#[test]
fn a_workbook_without_styles_gets_them_and_its_cells_look_as_before() {
    let related = book()["xl/_rels/workbook.xml.rels"].replace("relationships/styles", "relationships/theme");
    let after = parts(&marked(&packed(&with(&[("xl/_rels/workbook.xml.rels", related)])), &["B1"]));
    let styles = &after["xl/styles1.xml"];
    assert!(
        styles.contains("<cellXfs count=\"6\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"),
        "{styles}"
    );
    assert!(styles.find("<fonts").unwrap() < styles.find("<fills").unwrap(), "{styles}");
    assert!(after["[Content_Types].xml"].contains("PartName=\"/xl/styles1.xml\""));
}

#[test]
fn a_sheet_of_the_ward_by_the_name_of_the_list_keeps_it() {
    let contents = book()["xl/workbook.xml"].replace("Khác\" sheetId", "CẦN SỬA\" sheetId");
    let after = parts(&marked(&packed(&with(&[("xl/workbook.xml", contents)])), &["B1"]));
    assert_eq!(between(&after["xl/workbook.xml"], "<sheet xmlns:r=", "/>").len(), 1);
    assert!(after["xl/workbook.xml"].contains("name=\"Cần sửa (2)\""));
}

#[test]
fn entities_of_a_part_that_is_not_read_are_never_expanded() {
    let related = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../c.xml"/></Relationships>"#;
    let notes = "<!DOCTYPE a [<!ENTITY b \"xxxxxxxxxx\">]><comments><authors/><commentList/></comments>";
    let before = with(&[("xl/worksheets/_rels/sheet1.xml.rels", related.to_owned()), ("xl/c.xml", notes.to_owned())]);
    let copy = copy(&packed(&before), &["B1"]);
    assert_eq!(copy.making, Making::CellsOfOdd);
    let after = parts(&copy.bytes);
    assert_eq!(between(&after["xl/comments1.xml"], "<comment ref=\"", "\""), ["B1"]);
    assert!(after.values().all(|content| !content.contains("ENTITY")));
}

#[test]
fn parts_cut_short_anywhere_make_no_panic() {
    let before = book();
    for path in ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"] {
        let whole = &before[path];
        for end in (0..whole.len()).step_by(7).filter(|end| whole.is_char_boundary(*end)) {
            let bytes = packed(&with(&[(path, whole[..end].to_owned())]));
            let finding = crate::book::finding("B1");
            let listed = crate::book::listed(&finding);
            let _ = tdp::annotate::annotated("a.xlsx", &bytes, &[listed], tdp::model::Language::English);
        }
    }
}

/// What relates to the first sheet: its notes and their boxes.
const NOTED: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../c.xml"/><Relationship Id="v" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../v.vml"/></Relationships>"#;

#[test]
fn more_elements_than_any_program_writes_are_not_held() {
    let (one, many) = ("<a/>", "<a/>".repeat(270_000));
    let rules = format!("<extLst>{}</extLst>", r#"<cfRule priority="7"/>"#.repeat(270_000));
    let boxed = SHEET.replace("</worksheet>", "<legacyDrawing xmlns:q=\"u\" q:id=\"v\"/></worksheet>");
    let notes = |inside: &str| format!("<comments><authors/><commentList>{inside}</commentList></comments>");
    let whole = with(&[
        ("xl/worksheets/sheet1.xml", boxed),
        ("xl/worksheets/_rels/sheet1.xml.rels", NOTED.to_owned()),
        ("xl/c.xml", notes(one)),
        ("xl/v.vml", "<xml><a/></xml>".to_owned()),
    ]);
    assert_eq!(copy(&packed(&whole), &["B1"]).making, Making::Own);
    for (path, before, inside) in [
        ("xl/worksheets/sheet1.xml", "</worksheet>", &many),
        ("xl/worksheets/sheet1.xml", "</worksheet>", &rules),
        ("xl/styles.xml", "</dxfs>", &many),
        ("[Content_Types].xml", "</Types>", &many),
        ("xl/worksheets/_rels/sheet1.xml.rels", "</Relationships>", &many.replace("<a", "<Relationship")),
        ("xl/c.xml", "</commentList>", &many),
        ("xl/v.vml", "</xml>", &many),
    ] {
        let mut crowded = whole.clone();
        crowded.insert(path.to_owned(), whole[path].replace(before, &format!("{inside}{before}")));
        assert_eq!(copy(&packed(&crowded), &["B1"]).making, Making::CellsOfOdd, "{path}");
    }
}

#[test]
fn where_the_sheets_read_are_not_those_to_be_marked_no_other_sheet_gets_the_marks() {
    let contents = &book()["xl/workbook.xml"];
    let kept = r#"<extLst><ext><sheet name="Cũ" sheetId="99" r:id="rId2"/></ext></extLst><sheets>"#;
    let twice =
        r#"sheetId="1" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships" q:id="rId2""#;
    let changed = |contents: String| copy(&packed(&with(&[("xl/workbook.xml", contents)])), &["B1"]);
    assert_eq!(changed(contents.replace("sheetId=\"1\"", twice)).making, Making::CellsOfOdd);
    // What programs keep of sheets outside of the table of contents is no sheet.
    let own = changed(contents.replace("<sheets>", kept));
    assert_eq!(own.making, Making::Own);
    let sheets = tdp::workbook::read("a.xlsx", &own.bytes, &tdp::workbook::Limits::default()).unwrap().sheets;
    assert_eq!(sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["Phiếu 'A'", "Khác"]);
}
