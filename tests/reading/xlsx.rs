//! What is read of Excel workbooks: values, formulas, formats, what is hidden, what is merged.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook as Written};
use tdp::{
    model::CellRef,
    workbook::{Cell, Value, Workbook},
};

use crate::packages::{self, package, reads, text, values, workbook_of, workbook_with};

fn at(address: &str) -> CellRef {
    address.parse().unwrap()
}

fn cell<'w>(workbook: &'w Workbook, address: &str) -> &'w Cell {
    workbook.sheets[0].cell(at(address)).unwrap()
}

/// A workbook of one sheet that `fill` has written on.
fn written(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet) -> Result<(), rust_xlsxwriter::XlsxError>) -> Workbook {
    let mut workbook = Written::new();
    fill(workbook.add_worksheet().set_name("Biểu 1").unwrap()).unwrap();
    reads(&workbook.save_to_buffer().unwrap()).unwrap()
}

/// A workbook of one sheet whose XML is `sheet`.
fn sheet_of(sheet: &str) -> Workbook {
    reads(&workbook_of(sheet, "<sst/>", "<styleSheet/>")).unwrap()
}

#[test]
fn texts_numbers_and_truths_stand_at_their_places() {
    let workbook = written(|sheet| {
        sheet.write(0, 0, " Tổ dân phố số 1 ")?.write(1, 1, 95.5)?.write(2, 2, true)?;
        sheet.write(3, 3, "")?;
        Ok(())
    });
    assert_eq!(workbook.sheets[0].name, "Biểu 1");
    assert!(!workbook.sheets[0].hidden);
    assert_eq!(cell(&workbook, "A1").value, text(" Tổ dân phố số 1 "));
    assert_eq!(cell(&workbook, "B2").value, Value::Number(95.5));
    assert_eq!(cell(&workbook, "C3").value, Value::Bool(true));
    assert_eq!(workbook.sheets[0].cells().len(), 3);
}

#[test]
fn a_formula_with_a_stored_value_is_known_as_one() {
    let workbook = written(|sheet| {
        sheet.write(0, 0, 3)?.write_formula(0, 1, Formula::new("=A1*2").set_result("6"))?.write(0, 2, 4)?;
        Ok(())
    });
    assert_eq!(cell(&workbook, "B1").value, Value::Number(6.0));
    assert!(cell(&workbook, "B1").formula);
    assert!(!cell(&workbook, "A1").formula && !cell(&workbook, "C1").formula);
}

#[test]
fn a_formula_without_a_stored_value_was_never_calculated() {
    let rows = r#"<row r="1"><c r="A1"><f>B1</f><v></v></c><c r="B1"><f>C1</f></c><c r="C1"><f/><v/></c>
        <c r="D1"/><c r="E1" t="str"><f>""</f><v></v></c></row>"#;
    let never = Value::NotCalculated;
    assert_eq!(
        values(&workbook_with(rows)),
        [("A1".into(), never.clone()), ("B1".into(), never.clone()), ("C1".into(), never)]
    );
}

#[test]
fn formats_tell_the_number_format_the_font_and_percent() {
    let workbook = written(|sheet| {
        let percent = Format::new().set_num_format("0.0%").set_font_name(".VnTime");
        let quoted = Format::new().set_num_format("0\"%\"");
        sheet.write_with_format(0, 0, 0.955, &percent)?.write_with_format(0, 1, 95.5, &quoted)?.write(0, 2, 1)?;
        Ok(())
    });
    let format = |address| workbook.sheets[0].format(cell(&workbook, address)).unwrap();
    assert_eq!(format("A1").number.as_deref(), Some("0.0%"));
    assert_eq!(format("A1").font.as_deref(), Some(".VnTime"));
    assert!(format("A1").percent(0.5));
    assert!(!format("B1").percent(0.5) && !format("C1").percent(0.5));
    assert_eq!(cell(&workbook, "C1").format, 0);
    assert_eq!(format("C1").font.as_deref(), Some("Calibri"));
}

#[test]
fn dates_are_iso_and_respect_the_epoch() {
    let workbook = written(|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let time = Format::new().set_num_format("hh:mm");
        let long = Format::new().set_num_format("[h]:mm");
        sheet.write_with_format(0, 0, ExcelDateTime::from_ymd(2025, 10, 15)?, &day)?;
        sheet.write_with_format(0, 1, ExcelDateTime::from_ymd(2025, 10, 15)?.and_hms(7, 30, 0)?, &day)?;
        sheet.write_with_format(0, 2, 0.5, &time)?.write_with_format(0, 3, 1.5, &long)?;
        sheet.write_with_format(0, 4, -1, &day)?;
        Ok(())
    });
    let date = |text: &str| Value::Date(text.into());
    assert_eq!(cell(&workbook, "A1").value, date("2025-10-15"));
    assert_eq!(cell(&workbook, "B1").value, date("2025-10-15T07:30:00"));
    assert_eq!(cell(&workbook, "C1").value, date("12:00:00"));
    assert_eq!(cell(&workbook, "D1").value, date("PT36H0M0S"));
    assert_eq!(cell(&workbook, "E1").value, Value::Number(-1.0));
}

#[test]
fn a_workbook_that_counts_from_1904_says_so() {
    let bytes = package(&[
        ("_rels/.rels", packages::ROOT),
        (
            "xl/workbook.xml",
            br#"<workbook><workbookPr date1904="1"/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>"#,
        ),
        ("xl/_rels/workbook.xml.rels", packages::RELATED),
        (
            "xl/worksheets/sheet1.xml",
            br#"<worksheet><sheetData><row r="1"><c r="A1" s="0"><v>1</v></c></row></sheetData></worksheet>"#,
        ),
        ("xl/styles.xml", br#"<styleSheet><cellXfs count="1"><xf numFmtId="14"/></cellXfs></styleSheet>"#),
    ]);
    assert_eq!(values(&bytes), [("A1".into(), Value::Date("1904-01-02".into()))]);
}

#[test]
fn error_values_old_and_new_are_read() {
    let rows = "<row><c t='e'><v>#DIV/0!</v></c><c t='e'><f>A:A</f><v>#SPILL!</v></c></row>";
    let error = |text: &str| Value::Error(text.into());
    assert_eq!(values(&workbook_with(rows)), [("A1".into(), error("#DIV/0!")), ("B1".into(), error("#SPILL!"))]);
}

#[test]
fn rich_inline_and_phonetic_texts_are_read() {
    let strings = "<sst count=\"9\" uniqueCount=\"3\"><si><t xml:space=\"preserve\"> a </t></si>\
        <si><r><rPr><b/></rPr><t>T\u{1ed5} </t></r><r><t xml:space=\"preserve\"> 7</t></r></si>\
        <si><t>kan</t><rPh sb=\"0\" eb=\"1\"><t>never</t></rPh></si></sst>";
    let rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>\
        <c t=\"inlineStr\"><is><t>5 &lt; 6</t></is></c><c t=\"str\"><v>x_x000D_</v></c></row>";
    let sheet = format!("<x:worksheet xmlns:x=\"a\"><sheetData>{rows}</sheetData></x:worksheet>");
    let expected = [("A1", " a "), ("B1", "Tổ 7"), ("C1", "kan"), ("D1", "5 < 6"), ("E1", "x\r")];
    let expected: Vec<_> = expected.iter().map(|(at, value)| ((*at).to_owned(), text(value))).collect();
    assert_eq!(values(&workbook_of(&sheet, strings, "<styleSheet/>")), expected);
}

#[test]
fn hidden_rows_columns_and_sheets_are_known() {
    let mut written = Written::new();
    let sheet = written.add_worksheet();
    sheet.write(0, 0, 1).unwrap().write(4, 3, 2).unwrap();
    sheet.set_row_hidden(4).unwrap().set_column_hidden(1).unwrap().set_column_hidden(3).unwrap();
    written.add_worksheet().set_hidden(true).write(0, 0, 1).unwrap();
    written.add_worksheet().set_very_hidden(true);
    let workbook = reads(&written.save_to_buffer().unwrap()).unwrap();
    assert_eq!(workbook.sheets[0].hidden_rows, [4]);
    assert_eq!(workbook.sheets[0].hidden_columns, [1, 3]);
    assert!(workbook.sheets[0].is_hidden(at("A5")) && workbook.sheets[0].is_hidden(at("D1")));
    assert!(!workbook.sheets[0].is_hidden(at("A1")));
    let hidden: Vec<bool> = workbook.sheets.iter().map(|sheet| sheet.hidden).collect();
    assert_eq!(hidden, [false, true, true]);
}

#[test]
fn rows_without_numbers_are_hidden_where_they_stand() {
    let workbook = sheet_of(
        "<worksheet><sheetData><row/><row hidden='true'><c><v>1</v></c></row><row r='9' hidden='1'/></sheetData></worksheet>",
    );
    assert_eq!(workbook.sheets[0].hidden_rows, [1, 8]);
    assert_eq!(cell(&workbook, "A2").value, Value::Number(1.0));
}

#[test]
fn what_has_no_size_is_hidden() {
    let workbook = sheet_of(
        "<worksheet><cols><col min='2' max='2' width='0' customWidth='1'/><col min='3' max='3' width='0.5'/></cols>\
         <sheetData><row ht='0' customHeight='1'><c><v>1</v></c></row><row ht='10.5'><c><v>1</v></c></row>\
         <row ht='0.0'><c><v>1</v></c></row></sheetData></worksheet>",
    );
    assert_eq!((&*workbook.sheets[0].hidden_rows, &*workbook.sheets[0].hidden_columns), (&[0, 2][..], &[1][..]));
}

#[test]
fn merged_ranges_are_known() {
    let workbook = written(|sheet| {
        sheet.merge_range(0, 0, 0, 3, "BIỂU TỔNG HỢP", &Format::new())?.merge_range(2, 1, 5, 1, "x", &Format::new())?;
        Ok(())
    });
    assert_eq!(workbook.sheets[0].merges, [(at("A1"), at("D1")), (at("B3"), at("B6"))]);
}

#[test]
fn custom_properties_are_read_in_their_order() {
    let mut written = Written::new();
    written.add_worksheet();
    let properties =
        DocProperties::new().set_custom_property("tdp-plan", "604/KH-UBND").set_custom_property("a & b", 7);
    written.set_properties(&properties);
    let workbook = reads(&written.save_to_buffer().unwrap()).unwrap();
    let expected = [("tdp-plan", "604/KH-UBND"), ("a & b", "7")];
    assert_eq!(workbook.properties, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[test]
fn a_chart_sheet_holds_no_cells_and_is_passed_over() {
    let mut written = Written::new();
    written.add_worksheet().write(0, 0, 1).unwrap();
    let mut chart = rust_xlsxwriter::Chart::new(rust_xlsxwriter::ChartType::Column);
    chart.add_series().set_values(("Sheet1", 0, 0, 0, 0));
    written.add_chartsheet().insert_chart(0, 0, &chart).unwrap();
    let workbook = reads(&written.save_to_buffer().unwrap()).unwrap();
    assert_eq!(workbook.sheets.len(), 1);
}

#[test]
fn cells_out_of_order_are_put_in_order() {
    let rows = "<row r='3'><c r='B3'><v>4</v></c><c r='A3'><v>2</v></c></row><row r='1'><c r='C1'><v>3</v></c></row>";
    let number = Value::Number;
    assert_eq!(
        values(&workbook_with(rows)),
        [("C1".into(), number(3.0)), ("A3".into(), number(2.0)), ("B3".into(), number(4.0))]
    );
}

#[test]
fn the_strict_namespace_is_read() {
    let root = br#"<Relationships><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>"#;
    let related = br#"<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/Sheet1.xml"/></Relationships>"#;
    let bytes = package(&[
        ("_rels/.rels", root),
        ("xl/workbook.xml", br#"<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", related),
        ("xl/worksheets/sheet1.xml", b"<worksheet xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'><sheetData><row r='1'><c r='A1' t='d'><v>2025-10-15</v></c></row></sheetData></worksheet>"),
    ]);
    assert_eq!(values(&bytes), [("A1".into(), Value::Date("2025-10-15".into()))]);
}

#[test]
fn sheets_of_one_name_keep_their_own_cells() {
    let bytes = package(&[
        ("_rels/.rels", packages::ROOT),
        ("xl/workbook.xml", br#"<workbook><sheets><sheet name="a" r:id="r1"/><sheet name="a" r:id="r4"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships><Relationship Id="r1" Type="a/worksheet" Target="1.xml"/><Relationship Id="r4" Type="a/worksheet" Target="2.xml"/></Relationships>"#),
        ("xl/1.xml", b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"),
        ("xl/2.xml", b"<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"),
    ]);
    let workbook = reads(&bytes).unwrap();
    let first: Vec<_> = workbook.sheets.iter().map(|sheet| sheet.cells()[0].value.clone()).collect();
    assert_eq!(first, [Value::Number(1.0), Value::Number(2.0)]);
}

#[test]
fn the_sheets_of_a_workbook_share_their_formats() {
    let mut workbook = Written::new();
    for _ in 0..2 {
        workbook.add_worksheet().write_with_format(0, 0, 0.5, &Format::new().set_num_format("0.0%")).unwrap();
    }
    let workbook = reads(&workbook.save_to_buffer().unwrap()).unwrap();
    assert!(std::ptr::eq(&raw const *workbook.sheets[0].formats, &raw const *workbook.sheets[1].formats));
}

#[test]
fn spaces_beside_a_number_are_no_part_of_it() {
    assert_eq!(
        values(&workbook_with("<row><c r=\"A1\"><v> 2</v></c><c r=\"B1\" t=\"n\"><v>\n1.500 </v></c></row>")),
        [("A1".into(), Value::Number(2.0)), ("B1".into(), Value::Number(1.5))]
    );
}

#[test]
fn a_cell_without_a_style_has_the_first_however_it_is_written() {
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    let cells = ["<c r=\"A1\">", "<c r='A1'>", "<c r=\"A1\" s=\"0\">", "<c r=\"A1\"><f>B1</f>"];
    for cell in cells {
        let sheet = format!("<worksheet><sheetData><row>{cell}<v>45945</v></c></row></sheetData></worksheet>");
        assert_eq!(values(&workbook_of(&sheet, "<sst/>", styles)), [("A1".into(), Value::Date("2025-10-15".into()))]);
    }
}

#[test]
fn the_list_of_what_is_to_be_mended_is_left_out_unless_something_else_stands_there() {
    let book = |more: Option<(u32, u16, &str)>| {
        let mut workbook = Written::new();
        let sheet = workbook.add_worksheet().set_name("Cần sửa").unwrap();
        let line = "Trang này do tdp lập để chỉ những chỗ cần sửa, không phải là số liệu của phường, xã";
        sheet.write(0, 0, "Những chỗ cần sửa").unwrap().write(1, 0, line).unwrap().write(3, 5, "Mã").unwrap();
        sheet.write(4, 0, "Sai").unwrap().write(4, 5, "TDP201").unwrap();
        if let Some((row, column, text)) = more {
            sheet.write(row, column, text).unwrap();
        }
        workbook.add_worksheet().set_name("Biểu 1").unwrap().write(0, 0, 1).unwrap();
        reads(&workbook.save_to_buffer().unwrap()).unwrap().sheets.len()
    };
    assert_eq!(book(None), 1);
    assert_eq!(book(Some((5, 0, "Tổ 1"))), 2);
    assert_eq!(book(Some((4, 6, "Đã sửa"))), 2);
    assert_eq!(book(Some((1, 0, "Biểu 2"))), 2);
}

#[test]
fn number_formats_and_fonts_are_found_behind_the_styles_that_refer_to_them() {
    let formats = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"0&quot;000&quot;\"/></numFmts>";
    let fonts = "<fonts><font><strike/><name val=\"Arial\"/></font></fonts>";
    let styles = "<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"200\" fontId=\"0\"/></cellXfs>";
    for inner in [
        [formats, fonts, styles].concat(),
        [styles, formats, fonts].concat(),
        [fonts, styles, formats].concat(),
        [styles, fonts, "<dxfs/>", formats].concat(),
    ] {
        let styles = format!("<styleSheet>{inner}<tableStyles/></styleSheet>");
        let rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>5</v></c></row>";
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let workbook = reads(&workbook_of(&sheet, "<sst/>", &styles)).unwrap();
        let format = workbook.sheets[0].format(cell(&workbook, "A1")).unwrap();
        assert_eq!((format.number.as_deref(), format.crossed_out), (Some("0\"000\""), true), "{inner}");
    }
}
