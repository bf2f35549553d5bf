//! Files made to exhaust memory, to mislead, or simply cut short: each is read rightly or refused with its reason.

use std::io::{Cursor, Write};

use tdp::workbook::{Kind, Limit, Limits, ReadError, Value, Workbook, read};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::packages::{self, package, reads, text, values, workbook_of, workbook_with};

fn refused(bytes: &[u8], limits: &Limits) -> ReadError {
    read("biểu.xlsx", bytes, limits).unwrap_err()
}

fn refused_for(bytes: &[u8], limits: &Limits, expected: Limit) {
    let error = refused(bytes, limits);
    assert!(matches!(error, ReadError::OverLimits { limit, .. } if limit == expected), "{error}");
}

fn damaged(bytes: &[u8]) {
    let error = refused(bytes, &Limits::default());
    assert!(matches!(error, ReadError::Damaged { .. }), "{error}");
}

fn cells(count: usize) -> String {
    "<row>".to_owned() + &"<c t='s'><v>0</v></c>".repeat(count) + "</row>"
}

#[test]
fn the_first_and_the_last_cell_of_a_sheet_are_two_cells() {
    let rows = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>";
    let sheet = format!("<worksheet><dimension ref='A1:XFD1048576'/><sheetData>{rows}</sheetData></worksheet>");
    let number = Value::Number;
    let expected = [("A1".to_owned(), number(1.0)), ("XFD1048576".to_owned(), number(2.0))];
    assert_eq!(values(&workbook_of(&sheet, "<sst/>", "<styleSheet/>")), expected);
}

#[test]
fn an_address_that_two_values_have_is_told() {
    let one = "<row r='5'><c r='G5'><v>2</v></c><c r='H5'><v>3</v></c></row>";
    for again in [
        "<row r='5'><c r='G5'><v>0</v></c></row>",
        "<row r='5'><c r='G5'><v>2</v></c></row>",
        "<row r='6'><c r='A6'><v>1</v></c><c r='G5' t='str'><v>2</v></c></row>",
    ] {
        let error = refused(&workbook_with(&format!("{one}{again}")), &Limits::default());
        let ReadError::Damaged { reason } = &error else { panic!("{error}") };
        assert_eq!(reason.en, "sheet \"Biểu 1\" holds the cell G5 twice, and nothing tells which of the two is meant");
    }
    let blank = "<row r='5'><c r='G5'/></row>";
    assert_eq!(values(&workbook_with(&format!("{one}{blank}"))).len(), 2);
}

#[test]
fn a_value_that_is_not_what_it_says_it_is_is_refused() {
    for cell in [
        "<c><v>1<?a?>5</v></c>",
        "<c><v>1<x/>5</v></c>",
        "<c><v>&#48;</v></c>",
        "<c t='s'><v>&#48;</v></c>",
        "<c><v>0,5</v></c>",
        "<c r=\"A1\" t=\"n\"><v>1,500</v></c>",
        "<c r=\"A1\" t=\"s\"><v>0x</v></c>",
        "<c t='s'><v>-1</v></c>",
        "<c><v>1</v><v>0</v></c>",
        "<c><v>1</v><v/></c>",
        "<c><v>1</v><is><t>0</t></is></c>",
        "<c t='inlineStr'><is><t>1</t></is><is><t>0</t></is></c>",
        "<c t='n' t='s'><v>0</v></c>",
        "<c><f/><v> 2</v></c>",
        "<c t='n'><v>2 </v></c>",
        "<c><v>5%</v></c>",
        "<c><v>TRUE</v></c>",
        "<c t='b'><v>2</v></c>",
        "<c r=\"A1\" t=\"s\"><v>18446744073709551616</v></c>",
    ] {
        damaged(&workbook_with(&format!("<row>{cell}</row>")));
    }
    let texts = "<row><c t='str'><v>a &amp; b</v></c><c t='inlineStr'><v>0</v><is><t>c</t></is></c></row>";
    assert_eq!(values(&workbook_with(texts)), [("A1".into(), text("a & b")), ("B1".into(), text("c"))]);
}

#[test]
fn a_style_that_nobody_could_name_is_refused() {
    let styles = |number: &str| {
        format!(
            "<styleSheet><numFmts><numFmt numFmtId=\"{number}\" formatCode=\"0%\"/></numFmts>\
             <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{number}\"/></cellXfs></styleSheet>"
        )
    };
    let sheet =
        |style: &str| format!("<worksheet><sheetData><row><c{style}><v>2</v></c></row></sheetData></worksheet>");
    let book = workbook_of(&sheet(" s=\"1\""), "<sst/>", &styles("165"));
    let known = reads(&book).unwrap();
    assert!(known.sheets[0].format(&known.sheets[0].cells()[0]).unwrap().percent(0.5));
    for style in
        [" s=\" 1\"", " s=\"&#49;\"", " s=\"+1\"", " s=\"18446744073709551617\"", " s=\"1\" s=\"0\"", " s=\"2\""]
    {
        damaged(&workbook_of(&sheet(style), "<sst/>", &styles("165")));
        damaged(&workbook_of(&sheet(&format!(" r=\"A1\"{style}")), "<sst/>", &styles("165")));
    }
    for number in ["0165", " 165", "&#49;65", ""] {
        damaged(&workbook_of(&sheet(" s=\"1\""), "<sst/>", &styles(number)));
    }
}

#[test]
fn comments_and_marked_letters_within_a_value_are_no_damage() {
    let row =
        "<row><c><v>1<!-- <v>9</v> -->5</v></c><c><v><![CDATA[0]]></v></c><c t='str'><v>a<![CDATA[<&]]></v></c></row>";
    let expected = [("A1".into(), Value::Number(15.0)), ("B1".into(), Value::Number(0.0)), ("C1".into(), text("a<&"))];
    assert_eq!(values(&workbook_with(row)), expected);
}

#[test]
fn a_second_place_for_cells_is_refused() {
    let data = "<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>";
    let more = "<sheetData><row r='2'><c r='A2'><v>0</v></c></row></sheetData>";
    for data in [format!("{data}{more}"), format!("<sheetData/>{data}"), format!("{data}<sheetData/>")] {
        damaged(&workbook_of(&format!("<worksheet>{data}</worksheet>"), "<sst/>", "<styleSheet/>"));
    }
}

#[test]
fn a_count_of_texts_is_not_believed() {
    for sst in ["<sst uniqueCount='4294967295' count='4294967295'>", "<x:sst\nuniqueCount = \"18446744073709551615\">"]
    {
        let strings = format!("{sst}<si><t>Tổ 1</t></si></sst>");
        let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", cells(1));
        assert_eq!(values(&workbook_of(&sheet, &strings, "<styleSheet/>")), [("A1".to_owned(), text("Tổ 1"))]);
    }
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", cells(0));
    let strings = "<sst xmlns='http://a/b' uniqueCount='4294967295'/>";
    assert_eq!(values(&workbook_of(&sheet, strings, "<styleSheet/>")), []);
}

#[test]
fn a_dimension_is_not_believed() {
    for dimension in ["<dimension/>", "<dimension ref='B2:A1'/>", "<dimension ref='ZZZZZZZZZZ99999999999'></dimension>"]
    {
        let sheet = format!("<worksheet>{dimension}<sheetData><row><c><v>1</v></c></row></sheetData></worksheet>");
        assert_eq!(values(&workbook_of(&sheet, "<sst/>", "<styleSheet/>")), [("A1".to_owned(), Value::Number(1.0))]);
    }
}

#[test]
fn a_part_that_expands_a_thousand_times_is_refused() {
    let sheet = "<worksheet><sheetData>".to_owned() + &" ".repeat(1 << 20) + "</sheetData></worksheet>";
    let bytes = workbook_of(&sheet, "<sst/>", "<styleSheet/>");
    assert!(bytes.len() < 8192);
    refused_for(&bytes, &Limits { part_bytes: 1 << 20, ..Limits::default() }, Limit::PartBytes);
    refused_for(&bytes, &Limits { expanded_bytes: 1 << 20, ..Limits::default() }, Limit::ExpandedBytes);
}

#[test]
fn a_part_larger_than_it_declares_is_refused() {
    let mut bytes = workbook_with(&" ".repeat(1 << 16));
    let size = u32::try_from("<worksheet><sheetData></sheetData></worksheet>".len() + (1 << 16)).unwrap().to_le_bytes();
    let declared: Vec<usize> = (0..bytes.len() - 4).filter(|&at| bytes[at..at + 4] == size).collect();
    assert_eq!(declared.len(), 2);
    for at in declared {
        bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    damaged(&bytes);
}

#[test]
fn one_huge_text_is_refused() {
    let huge = "x".repeat(2 << 20);
    let strings = format!("<sst><si><t>{huge}</t></si></sst>");
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", cells(1));
    refused_for(&workbook_of(&sheet, &strings, "<styleSheet/>"), &Limits::default(), Limit::CellTextBytes);
    let rows = format!("<row><c t='inlineStr'><is><t>{huge}</t></is></c></row>");
    refused_for(&workbook_with(&rows), &Limits::default(), Limit::CellTextBytes);
    let runs = format!("<sst><si>{}</si></sst>", "<r><t>abcdefgh</t></r>".repeat(60_000));
    refused_for(&workbook_of(&sheet, &runs, "<styleSheet/>"), &Limits::default(), Limit::CellTextBytes);
}

#[test]
fn a_text_longer_than_a_cell_holds_is_refused() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(131_069));
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", cells(1));
    refused_for(&workbook_of(&sheet, &strings, "<styleSheet/>"), &Limits::default(), Limit::CellTextBytes);
}

#[test]
fn a_text_repeated_in_many_cells_counts_each_time() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1000));
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", cells(11));
    let bytes = workbook_of(&sheet, &strings, "<styleSheet/>");
    refused_for(&bytes, &Limits { text_bytes: 10_000, ..Limits::default() }, Limit::TextBytes);
    assert_eq!(values(&bytes).len(), 11);
}

#[test]
fn what_is_beyond_a_limit_is_refused() {
    let usual = Limits::default();
    let bytes = workbook_of(
        "<worksheet><sheetData><row><c/><c/><c/></row></sheetData><mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='C1:D1'/></mergeCells></worksheet>",
        "<sst><si/><si/><si/></sst>",
        "<styleSheet><fonts><font/><font/></fonts><cellXfs><xf/></cellXfs></styleSheet>",
    );
    refused_for(&bytes, &Limits { file_bytes: 100, ..usual }, Limit::FileBytes);
    refused_for(&bytes, &Limits { parts: 5, ..usual }, Limit::Parts);
    refused_for(&bytes, &Limits { sheets: 0, ..usual }, Limit::Sheets);
    refused_for(&bytes, &Limits { cells: 2, ..usual }, Limit::Cells);
    refused_for(&bytes, &Limits { shared_strings: 2, ..usual }, Limit::SharedStrings);
    refused_for(&bytes, &Limits { merges: 1, ..usual }, Limit::Merges);
    refused_for(&bytes, &Limits { styles: 2, ..usual }, Limit::Styles);
    assert!(read("", &bytes, &Limits { parts: 6, sheets: 1, cells: 3, merges: 2, styles: 3, ..usual }).is_ok());
}

#[test]
fn a_cell_outside_the_grid_is_refused() {
    let grid = Limits::default();
    for (address, limit) in [
        ("XFE1", Limit::Columns),
        ("A1048577", Limit::Rows),
        ("ZZZZZZZZZZZZZZZZZZZZ1", Limit::Columns),
        ("A4294967297", Limit::Rows),
        ("A99999999999999999999999", Limit::Rows),
    ] {
        refused_for(&workbook_with(&format!("<row><c r='{address}'><v>1</v></c></row>")), &grid, limit);
    }
    refused_for(&workbook_with("<row r='4294967297'><c><v>1</v></c></row>"), &grid, Limit::Rows);
    refused_for(&workbook_with("<row r='1048576'/><row><c><v>1</v></c></row>"), &grid, Limit::Rows);
    refused_for(&workbook_with("<row><c r='XFD1'/><c><v>1</v></c></row>"), &grid, Limit::Columns);
    for address in ["", "A", "1", "A0", "A1B", "$A$1", "A-1"] {
        damaged(&workbook_with(&format!("<row><c r='{address}'><v>1</v></c></row>")));
    }
}

#[test]
fn columns_hidden_over_and_over_are_refused() {
    let columns = "<col min='1' max='16384' hidden='1'/>".repeat(2);
    let sheet = format!("<worksheet><cols>{columns}</cols><sheetData/></worksheet>");
    refused_for(&workbook_of(&sheet, "<sst/>", "<styleSheet/>"), &Limits::default(), Limit::Columns);
}

#[test]
fn a_style_that_every_style_copies_is_refused() {
    let styles = format!(
        "<styleSheet><fonts><font><name val='{}'/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "x".repeat(1000),
        "<xf fontId='0'/>".repeat(100_000)
    );
    refused_for(&workbook_of("<worksheet/>", "<sst/>", &styles), &Limits::default(), Limit::Styles);
    let brackets = format!(
        "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='{}'/></numFmts></styleSheet>",
        "[".repeat(256)
    );
    damaged(&workbook_of("<worksheet/>", "<sst/>", &brackets));
}

#[test]
fn custom_properties_without_end_are_refused() {
    let root = br#"<Relationships><Relationship Id="r" Type="a/officeDocument" Target="xl/workbook.xml"/><Relationship Id="c" Type="a/custom-properties" Target="custom.xml"/></Relationships>"#;
    let properties = "<a>".to_owned() + &"<property name='b'/>".repeat(1001) + "</a>";
    damaged(&package(&[
        ("_rels/.rels", root),
        ("xl/workbook.xml", b"<workbook/>"),
        ("custom.xml", properties.as_bytes()),
    ]));
}

#[test]
fn deep_elements_and_own_entities_are_refused() {
    let deep = "<worksheet><sheetData>".to_owned() + &"<a>".repeat(100_000);
    damaged(&workbook_of(&deep, "<sst/>", "<styleSheet/>"));
    let bomb = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]>";
    damaged(&workbook_of(&format!("{bomb}<worksheet/>"), "<sst/>", "<styleSheet/>"));
    damaged(&workbook_of("<worksheet/>", &format!("{bomb}<sst><si><t>&c;</t></si></sst>"), "<styleSheet/>"));
    damaged(&workbook_of("<worksheet/>", "<sst><si><t>&c;</t></si></sst>", &format!("{bomb}<styleSheet/>")));
}

#[test]
fn cells_within_cells_are_refused() {
    damaged(&workbook_with("<row><c r='A1'><is><c r='B1'/></is><f>1</f></c></row>"));
    damaged(&workbook_with("<row><c r='A1'><row/></c></row>"));
    damaged(&workbook_with("<row><c r='A1' r='B1'><v>1</v></c></row>"));
    damaged(&workbook_with("<row><c r='A1'><x/></c></row>"));
}

#[test]
fn a_text_that_is_not_there_fails_the_file_and_names_the_sheet() {
    let error = refused(&workbook_with("<row><c><v>1</v></c><c t='s'><v>7</v></c></row>"), &Limits::default());
    let finding = error.finding(tdp::model::FileKey::new(0));
    assert_eq!(finding.code.number, "TDP001");
    assert_eq!(finding.message.vi, "Tệp bị hỏng: không đọc được trang tính \"Biểu 1\"");
}

#[test]
fn a_part_in_another_encoding_is_refused() {
    let utf16: Vec<u8> = "\u{feff}<worksheet/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let parts: [(&str, &[u8]); 4] = [
        ("_rels/.rels", packages::ROOT),
        ("xl/workbook.xml", packages::CONTENTS),
        ("xl/_rels/workbook.xml.rels", packages::RELATED),
        ("xl/worksheets/sheet1.xml", &utf16),
    ];
    damaged(&package(&parts));
    let invalid: &[u8] = b"<worksheet><sheetData><row><c t='str'><v>\xE6</v></c></row></sheetData></worksheet>";
    damaged(&package(&[parts[0], parts[1], parts[2], ("xl/worksheets/sheet1.xml", invalid)]));
}

#[test]
fn parts_that_are_missing_or_stand_twice_are_refused() {
    damaged(&package(&[("_rels/.rels", packages::ROOT)]));
    damaged(&package(&[("_rels/.rels", packages::ROOT), ("xl/workbook.xml", packages::CONTENTS)]));
    damaged(&package(&[
        ("_rels/.rels", packages::ROOT),
        ("xl/workbook.xml", packages::CONTENTS),
        ("xl/_rels/workbook.xml.rels", packages::RELATED),
    ]));
    let twice = package(&[("_rels/.rels", packages::ROOT), ("_rels/.relz", packages::ROOT)]);
    let twice: Vec<u8> = twice.iter().map(|byte| if *byte == b'z' { b's' } else { *byte }).collect();
    damaged(&twice);
}

#[test]
fn names_that_lead_out_of_the_package_are_only_names() {
    let mut parts: Vec<(&str, &[u8])> = vec![("../../etc/passwd", b"x"), ("/xl/", b""), ("xl/../a", b"")];
    let sheet = b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    parts.extend([
        ("_rels/.rels", packages::ROOT),
        ("xl/workbook.xml", packages::CONTENTS),
        ("xl/_rels/workbook.xml.rels", packages::RELATED),
        ("xl/worksheets/sheet1.xml", sheet.as_slice()),
    ]);
    assert_eq!(values(&package(&parts)), [("A1".to_owned(), Value::Number(1.0))]);
}

#[test]
fn a_directory_of_a_hundred_thousand_entries_is_not_loaded() {
    let bytes = b"PK\x03\x04".iter().copied().chain(b"PK\x01\x02".repeat(100_000)).collect::<Vec<u8>>();
    refused_for(&bytes, &Limits::default(), Limit::Parts);
}

#[test]
fn a_package_cut_short_anywhere_is_refused() {
    let bytes = workbook_with("<row><c><v>1</v></c></row>");
    for length in 3..bytes.len() {
        assert!(reads(&bytes[..length]).is_err(), "{length}");
    }
}

#[test]
fn protected_workbooks_are_told_from_damaged_ones() {
    let mut container = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    container.resize(1024, 0);
    container.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    container.resize(4096, 0);
    assert!(matches!(refused(&container, &Limits::default()), ReadError::PasswordProtected));

    let mut bytes = workbook_with("");
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let headers: Vec<usize> = (0..bytes.len() - 4).filter(|&at| &bytes[at..at + 4] == signature).collect();
        for at in headers {
            bytes[at + flags] |= 1;
        }
    }
    assert!(matches!(refused(&bytes, &Limits::default()), ReadError::PasswordProtected));
}

#[test]
fn what_is_no_workbook_is_called_what_it_is() {
    let docx = package(&[(
        "_rels/.rels",
        br#"<Relationships><Relationship Id="r" Type="a/officeDocument" Target="word/document.xml"/></Relationships>"#,
    ), ("word/document.xml", b"<w:document/>")]);
    let cases: [(&[u8], Kind); 4] = [
        (b"", Kind::Empty),
        (b"<html><table></table></html>", Kind::Html),
        (&docx, Kind::Document),
        (&package(&[("a.txt", b"a")]), Kind::Archive),
    ];
    for (bytes, expected) in cases {
        let error = refused(bytes, &Limits::default());
        assert!(matches!(error, ReadError::NotAWorkbook(kind) if kind == expected), "{error}");
    }
}

#[test]
fn an_unusual_compression_is_refused_or_read_and_never_misread() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (path, content) in [
        ("_rels/.rels", packages::ROOT),
        ("xl/workbook.xml", packages::CONTENTS),
        ("xl/_rels/workbook.xml.rels", packages::RELATED),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"),
    ] {
        zip.start_file(path, stored).unwrap();
        zip.write_all(content).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    assert_eq!(values(&bytes), [("A1".to_owned(), Value::Number(1.0))]);
    for (signature, method) in [(b"PK\x03\x04", 8), (b"PK\x01\x02", 10)] {
        let headers: Vec<usize> = (0..bytes.len() - 4).filter(|&at| &bytes[at..at + 4] == signature).collect();
        for at in headers {
            bytes[at + method] = 93;
        }
    }
    damaged(&bytes);
}

#[test]
fn an_empty_workbook_is_a_workbook() {
    let workbook: Workbook = reads(&workbook_with("")).unwrap();
    assert_eq!(workbook.sheets.len(), 1);
    assert!(workbook.sheets[0].cells().is_empty());
}
