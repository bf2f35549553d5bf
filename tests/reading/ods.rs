//! Workbooks of `LibreOffice`: values, formats, merges, what is hidden, and files made to exhaust or to mislead.

use tdp::{
    model::CellRef,
    workbook::{Altered, Cell, Format, Kind, Limit, Limits, ReadError, Sheet, Texts, Value, Workbook, read},
};

use crate::packages::{package, text};

/// The contents of a workbook with the automatic styles `styles` and the sheets `tables`.
fn contents(styles: &str, tables: &str) -> String {
    format!(
        "<?xml version='1.0' encoding='UTF-8'?><office:document-content><office:automatic-styles>{styles}\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    )
}

/// A workbook of those contents.
fn book(styles: &str, tables: &str) -> Vec<u8> {
    package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", contents(styles, tables).as_bytes()),
    ])
}

/// A workbook with one sheet that holds `rows`.
fn sheet_of(rows: &str) -> Vec<u8> {
    book("", &format!("<table:table table:name='Biểu 1'>{rows}</table:table>"))
}

fn reads(bytes: &[u8]) -> Workbook {
    read("biểu.ods", bytes, &Limits::default()).unwrap()
}

fn refused(bytes: &[u8]) -> ReadError {
    read("biểu.ods", bytes, &Limits::default()).unwrap_err()
}

fn refused_for(bytes: &[u8], expected: Limit) {
    let error = refused(bytes);
    assert!(matches!(error, ReadError::OverLimits { limit, .. } if limit == expected), "{error}");
}

fn damaged(bytes: &[u8]) {
    let error = refused(bytes);
    assert!(matches!(error, ReadError::Damaged { .. }), "{error}");
}

fn values(sheet: &Sheet) -> Vec<(String, Value)> {
    sheet.cells().iter().map(|cell| (cell.at.to_string(), cell.value.clone())).collect()
}

#[track_caller]
fn one(cell: &str, expected: Option<Value>) {
    let workbook = reads(&sheet_of(&format!("<table:table-row>{cell}</table:table-row>")));
    let found: Vec<Value> = workbook.sheets[0].cells().iter().map(|cell| cell.value.clone()).collect();
    assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{cell}");
}

fn first<'s>(workbook: &'s Workbook, at: &str) -> &'s Cell {
    workbook.sheets[0].cell(at.parse::<CellRef>().unwrap()).unwrap()
}

#[test]
fn each_type_of_value_is_read_as_what_it_is() {
    let cell = |attributes: &str, shown: &str| {
        format!("<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>")
    };
    one(&cell("office:value-type='float' office:value='1234.5'", "1.234,5"), Some(Value::Number(1234.5)));
    one(&cell("office:value-type='currency' office:value='-2'", "-2 đ"), Some(Value::Number(-2.0)));
    one(&cell("office:value-type='boolean' office:boolean-value='true'", "TRUE"), Some(Value::Bool(true)));
    one(
        &cell("office:value-type='date' office:date-value='2025-10-05'", "5/10"),
        Some(Value::Date("2025-10-05".into())),
    );
    one(
        &cell("office:value-type='date' office:date-value='2025-10-05T00:00:00'", "5/10"),
        Some(Value::Date("2025-10-05".into())),
    );
    one(&cell("office:value-type='string'", "Tổ 1 &amp; 2"), Some(text("Tổ 1 & 2")));
    one("<table:table-cell office:value-type='string' office:string-value='Đạt'/>", Some(text("Đạt")));
    one("<table:table-cell office:value-type='string'/>", None);
    one("<table:table-cell/>", None);
    one(
        &cell("table:formula='of:=1/0' office:value-type='string' calcext:value-type='error'", "#DIV/0!"),
        Some(Value::Error("#DIV/0!".into())),
    );
    one(&cell("table:formula='of:=1/0' office:value-type='string'", "#DIV/0!"), Some(Value::Error("#DIV/0!".into())));
    one(&cell("office:value-type='float' office:value='1'", "TRUE"), Some(Value::Bool(true)));
    one(&cell("office:value-type='float' office:value='0'", "SAI"), Some(Value::Bool(false)));
    one(&cell("office:value-type='float' office:value='1'", "1"), Some(Value::Number(1.0)));
    one(&cell("office:value-type='string'", "#N/A"), Some(text("#N/A")));
    one("<table:table-cell table:formula='of:=A2'/>", Some(Value::NotCalculated));
    one("<table:table-cell table:formula='of:=A2'><text:p/></table:table-cell>", None);
    one("<table:table-cell table:formula='of:=A2' office:value-type='string' office:string-value=''/>", None);
    one("<table:table-cell office:value-type='float' office:value='1e999'/>", Some(Value::Error("#NUM!".into())));
}

#[test]
fn text_is_what_people_see_without_notes_and_drawings() {
    let cell = |inner: &str| format!("<table:table-cell office:value-type='string'>{inner}</table:table-cell>");
    one(
        &cell("<text:p>Tổ\n   dân  <text:span>phố<text:s text:c='2'/>1</text:span></text:p>"),
        Some(text("Tổ dân phố  1")),
    );
    one(&cell("<text:p>96%</text:p><text:p>(120/125)</text:p>"), Some(text("96%\n(120/125)")));
    one(&cell("<text:p>a<text:tab/>b<text:line-break/>c</text:p>"), Some(text("a\tb\nc")));
    one(&cell("<office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>5</text:p>"), Some(text("5")));
    one(&cell("<draw:frame><text:p>hình</text:p></draw:frame>"), None);
}

#[test]
fn a_percentage_is_known_by_its_type_and_by_its_style() {
    let styles = "<number:percentage-style style:name='N1'><number:number number:decimal-places='2'/><number:text>%</number:text></number:percentage-style>\
        <style:style style:name='p' style:family='table-cell' style:data-style-name='N1'/>\
        <style:style style:name='q' style:family='table-cell' style:parent-style-name='p'/>";
    let rows = "<table:table-column table:default-cell-style-name='q'/><table:table-row>\
        <table:table-cell office:value-type='float' office:value='0.5'/>\
        <table:table-cell office:value-type='percentage' office:value='0.5'/>\
        <table:table-cell office:value-type='float' office:value='0.5'/></table:table-row>";
    let workbook = reads(&book(styles, &format!("<table:table table:name='a'>{rows}</table:table>")));
    let sheet = &workbook.sheets[0];
    let percent: Vec<bool> = sheet.cells().iter().map(|cell| sheet.format(cell).unwrap().percent(0.5)).collect();
    assert_eq!(percent, [true, true, false]);
    assert_eq!(sheet.format(&sheet.cells()[0]).unwrap().number.as_deref(), Some("0.00%"));
}

#[test]
fn a_number_style_tells_what_it_divides_by_and_a_percent_sign_that_is_mere_text() {
    for (style, number, thousands, as_text) in [
        ("<number:number number:decimal-places='1' number:display-factor='1000000'/>", "0.0,,", 2, false),
        ("<number:number number:grouping='true' number:display-factor='1000'/>", "#,##0,", 1, false),
        ("<number:number number:decimal-places='0' number:display-factor='1000.0'/>", "0,", 1, false),
        ("<number:number number:decimal-places='0' number:display-factor='1'/>", "0", 0, false),
        ("<number:number number:decimal-places='1'/><number:text> %</number:text>", "0.0\" %\"", 0, true),
        ("<number:number/><number:text>%</number:text>", "General\"%\"", 0, true),
        ("<number:number number:decimal-places='0'/><number:text> hộ</number:text>", "0\" hộ\"", 0, false),
    ] {
        for kind in ["number", "currency"] {
            let styles = format!(
                "<number:{kind}-style style:name='N1'>{style}</number:{kind}-style>\
                <style:style style:name='p' style:family='table-cell' style:data-style-name='N1'/>"
            );
            let row = "<table:table-row><table:table-cell table:style-name='p' office:value-type='float' office:value='5'/></table:table-row>";
            let workbook = reads(&book(&styles, &format!("<table:table table:name='a'>{row}</table:table>")));
            let format = workbook.sheets[0].format(&workbook.sheets[0].cells()[0]).unwrap();
            assert_eq!(format.number.as_deref(), Some(number));
            assert_eq!(
                (format.thousands(5.0), format.percent_as_text(5.0), format.percent(5.0)),
                (thousands, as_text, false),
                "{style}"
            );
        }
    }
}

#[test]
fn a_number_style_that_is_not_understood_concerns_its_own_cells_alone() {
    for style in [
        "<number:number number:decimal-places='0' number:display-factor='100'/>",
        "<number:number number:display-factor='-1000'/>",
        "<number:number number:display-factor='x'/>",
        "<number:number number:decimal-places='0'><number:embedded-text>.</number:embedded-text></number:number>",
    ] {
        let styles = format!(
            "<number:number-style style:name='N1'>{style}</number:number-style>\
            <style:style style:name='p' style:family='table-cell' style:data-style-name='N1'/>"
        );
        let cell = |style: &str| format!("<table:table-cell {style} office:value-type='float' office:value='5'/>");
        let row = format!("<table:table-row>{}{}</table:table-row>", cell("table:style-name='p'"), cell(""));
        let workbook = reads(&book(&styles, &format!("<table:table table:name='a'>{row}</table:table>")));
        let altered = |cell: usize| {
            let sheet = &workbook.sheets[0];
            sheet.format(&sheet.cells()[cell]).and_then(|format| format.altered(5.0))
        };
        assert_eq!((altered(0), altered(1)), (Some(tdp::workbook::Altered::Number), None), "{style}");
    }
}

#[test]
fn the_sheets_of_a_workbook_share_their_formats() {
    let table = |name: &str| format!("<table:table table:name='{name}'><table:table-row/></table:table>");
    let workbook = reads(&book("", &(table("a") + &table("b"))));
    assert!(std::ptr::eq(&raw const *workbook.sheets[0].formats, &raw const *workbook.sheets[1].formats));
}

#[test]
fn fonts_are_known_through_the_styles_that_a_style_builds_on() {
    let styles = "<style:font-face style:name='VN' svg:font-family=\"'.VnTime H'\"/>\
        <style:default-style style:family='table-cell'><style:text-properties style:font-name='Arial'/></style:default-style>\
        <style:style style:name='p' style:family='table-cell'><style:text-properties style:font-name='VN'/></style:style>\
        <style:style style:name='q' style:family='table-cell' style:parent-style-name='p'/>";
    let rows = "<table:table-row table:default-cell-style-name='q'>\
        <table:table-cell office:value-type='float' office:value='1'/></table:table-row><table:table-row>\
        <table:table-cell office:value-type='float' office:value='1'/></table:table-row>";
    let workbook = reads(&book(styles, &format!("<table:table table:name='a'>{rows}</table:table>")));
    let font = |at| workbook.sheets[0].format(first(&workbook, at)).unwrap().font.clone();
    assert_eq!(font("A1").as_deref(), Some(".VnTime H"));
    assert_eq!(font("A2").as_deref(), Some("Arial"));
}

#[test]
fn a_line_through_the_letters_counts_as_far_as_the_nearest_style_says() {
    let styles = "<style:style style:name='p' style:family='table-cell'>\
        <style:text-properties style:text-line-through-style='solid'/></style:style>\
        <style:style style:name='q' style:family='table-cell' style:parent-style-name='p'/>\
        <style:style style:name='r' style:family='table-cell' style:parent-style-name='p'>\
        <style:text-properties style:text-line-through-style='none'/></style:style>";
    let cell = |style: &str| {
        format!("<table:table-cell table:style-name='{style}' office:value-type='float' office:value='1'/>")
    };
    let rows = ["", "p", "q", "r"].map(cell).concat();
    let tables = format!("<table:table table:name='a'><table:table-row>{rows}</table:table-row></table:table>");
    let workbook = reads(&book(styles, &tables));
    let sheet = &workbook.sheets[0];
    let looks = sheet.cells().iter().map(|cell| sheet.format(cell).unwrap().crossed_out);
    assert_eq!(looks.collect::<Vec<_>>(), [false, true, true, false]);
}

#[test]
fn pieces_that_are_small_or_crossed_out_do_not_join_the_number_beside_them() {
    let look = |name: &str, said: &str| {
        format!("<style:style style:name='{name}' style:family='text'><style:text-properties {said}/></style:style>")
    };
    let styles = [
        look("up", "style:text-position='super 58%'"),
        look("high", "style:text-position='33% 58%' style:text-line-through-type='none'"),
        look("low", "style:text-position='-33% 58%'"),
        look("struck", "style:text-line-through-type='single' style:text-position='0% 100%'"),
        look("bold", "fo:font-weight='bold'"),
    ]
    .concat();
    let said = |paragraph: &str| {
        let rows = format!("<table:table-row><table:table-cell>{paragraph}</table:table-cell></table:table-row>");
        let workbook = reads(&book(&styles, &format!("<table:table table:name='a'>{rows}</table:table>")));
        values(&workbook.sheets[0]).remove(0).1
    };
    let span = |style: &str, letters: &str| format!("<text:span text:style-name='{style}'>{letters}</text:span>");
    for style in ["up", "high"] {
        assert_eq!(said(&format!("<text:p>95{}</text:p>", span(style, "1"))), text("95¹"));
    }
    assert_eq!(said(&format!("<text:p>95{}</text:p>", span("low", "1"))), text("95₁"));
    assert_eq!(said(&format!("<text:p>{}95{}</text:p>", span("struck", "9"), span("bold", "1"))), text("9\u{336}951"));
    assert_eq!(said(&format!("<text:p>(m{})</text:p><text:p>2025</text:p>", span("up", "2"))), text("(m2)\n2025"));
    assert_eq!(said(&format!("<text:p>95{}</text:p>", span("bold", &span("up", "1")))), text("95¹"));
}

#[test]
fn styles_that_build_on_each_other_in_a_circle_end() {
    let styles = "<style:style style:name='p' style:family='table-cell' style:parent-style-name='q'/>\
        <style:style style:name='q' style:family='table-cell' style:parent-style-name='p'/>";
    let rows = "<table:table-row table:default-cell-style-name='p'>\
        <table:table-cell office:value-type='float' office:value='1'/></table:table-row>";
    assert_eq!(reads(&book(styles, &format!("<table:table>{rows}</table:table>"))).sheets[0].cells().len(), 1);
}

#[test]
fn repeated_cells_and_rows_stand_where_they_are_seen() {
    let rows = "<table:table-row table:number-rows-repeated='2'/><table:table-row table:number-rows-repeated='2'>\
        <table:table-cell/><table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='7'/>\
        <table:table-cell table:number-columns-repeated='16381'/></table:table-row>\
        <table:table-row table:number-rows-repeated='1048572'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>";
    let seven = Value::Number(7.0);
    let expected = ["B3", "C3", "B4", "C4"].map(|at| (at.to_owned(), seven.clone()));
    assert_eq!(values(&reads(&sheet_of(rows)).sheets[0]), expected);
}

#[test]
fn what_is_hidden_and_what_is_merged_is_known() {
    let styles = "<style:style style:name='h' style:family='table'><style:table-properties table:display='false'/></style:style>";
    let rows = "<table:table-column/><table:table-column table:visibility='collapse' table:number-columns-repeated='3'/>\
        <table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='3' office:value-type='string'><text:p>a</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>\
        <table:table-row-group><table:table-row table:visibility='filter'><table:covered-table-cell/><table:covered-table-cell office:value-type='string'><text:p>b</text:p></table:covered-table-cell></table:table-row></table:table-row-group>\
        <table:table-row table:visibility='collapse' table:number-rows-repeated='1000000'/>";
    let tables =
        format!("<table:table table:name='a'>{rows}</table:table><table:table table:name='b' table:style-name='h'/>");
    let workbook = reads(&book(styles, &tables));
    let sheet = &workbook.sheets[0];
    assert_eq!(values(sheet), [("A1".to_owned(), text("a")), ("B2".to_owned(), text("b"))]);
    assert_eq!(sheet.merges, [(CellRef::new(0, 0), CellRef::new(2, 1))]);
    assert_eq!((sheet.hidden_rows.as_slice(), sheet.hidden_columns.as_slice()), ([1].as_slice(), [1].as_slice()));
    assert_eq!((sheet.hidden, workbook.sheets[1].hidden), (false, true));
}

#[test]
fn copies_of_sheets_in_other_files_are_not_sheets_of_this_one() {
    let tables = "<table:table table:name='a'/><table:table table:name='&apos;file:///b.ods&apos;#$a'><table:table-source/>\
        <table:table-row><table:table-cell office:value-type='float' office:value='1'/></table:table-row></table:table>";
    let names: Vec<String> = reads(&book("", tables)).sheets.into_iter().map(|sheet| sheet.name).collect();
    assert_eq!(names, ["a"]);
}

#[test]
fn the_stamp_of_a_template_is_read() {
    let meta = "<office:document-meta><office:meta><meta:user-defined meta:name='tdp-plan'>604/KH &amp; 1</meta:user-defined></office:meta></office:document-meta>";
    let bytes = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("meta.xml", meta.as_bytes()),
        ("content.xml", contents("", "").as_bytes()),
    ]);
    assert_eq!(reads(&bytes).properties, [("tdp-plan".to_owned(), "604/KH & 1".to_owned())]);
}

#[test]
fn a_password_is_told() {
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let bytes = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x93\x12\x00\xff"),
    ]);
    assert!(matches!(refused(&bytes), ReadError::PasswordProtected));
}

#[test]
fn repetition_is_bounded_before_it_is_built() {
    let cell = "<table:table-cell table:number-columns-repeated='16000' office:value-type='float' office:value='1'/>";
    refused_for(
        &sheet_of(&format!("<table:table-row table:number-rows-repeated='6000'>{cell}</table:table-row>")),
        Limit::Cells,
    );
    refused_for(&sheet_of(&format!("<table:table-row>{cell}{cell}</table:table-row>")), Limit::Columns);
    let one = "<table:table-cell office:value-type='float' office:value='1'/>";
    let below = |rows: &str| {
        sheet_of(&format!(
            "<table:table-row table:number-rows-repeated='{rows}'/><table:table-row>{one}</table:table-row>"
        ))
    };
    assert_eq!(values(&reads(&below("1048575")).sheets[0])[0].0, "A1048576");
    refused_for(&below("1048576"), Limit::Rows);
    refused_for(&below("18446744073709551615"), Limit::Rows);
    damaged(&below("18446744073709551616"));
    damaged(&below("0"));
    damaged(&below("-1"));
    let long = format!(
        "<table:table-cell table:number-columns-repeated='10000' office:value-type='string'><text:p>{}</text:p></table:table-cell>",
        "x".repeat(10_000)
    );
    refused_for(&sheet_of(&format!("<table:table-row>{long}</table:table-row>")), Limit::TextBytes);
    let spaces = "<table:table-cell office:value-type='string'><text:p><text:s text:c='4000000000'/></text:p></table:table-cell>";
    refused_for(&sheet_of(&format!("<table:table-row>{spaces}</table:table-row>")), Limit::CellTextBytes);
    refused_for(&sheet_of(&"<table:table-column/>".repeat(16_385)), Limit::Columns);
    let hidden = format!(
        "<table:table><table:table-row table:visibility='collapse' table:number-rows-repeated='1048575'/><table:table-row>{one}</table:table-row></table:table>"
    );
    assert_eq!(reads(&book("", &hidden)).sheets[0].hidden_rows.len(), 1_048_575);
    refused_for(&book("", &hidden.repeat(2)), Limit::Rows);
    let merged = "<table:table-row><table:table-cell table:number-rows-spanned='9999999'/></table:table-row>";
    refused_for(&sheet_of(merged), Limit::Rows);
}

#[test]
fn damage_is_told_and_names_the_sheet() {
    let deep = "<table:table-row-group>".repeat(100_000);
    damaged(&sheet_of(&deep));
    damaged(&sheet_of(
        "<table:table-row><table:table-cell office:value-type='float' office:value='5,5'/></table:table-row>",
    ));
    damaged(&sheet_of("<table:table-row><table:table-cell office:value-type='float'/></table:table-row>"));
    damaged(&sheet_of(
        "<table:table-row><table:table-cell office:value-type='string'><text:p>&b;</text:p></table:table-cell></table:table-row>",
    ));
    damaged(&sheet_of(
        "<table:table-row><table:table-cell office:value-type='string'><text:p>a<!-- b -->c</text:p></table:table-cell></table:table-row>",
    ));
    let whole = sheet_of("<table:table-row><table:table-cell/>");
    let error = refused(&whole).finding(tdp::model::FileKey::new(0));
    assert_eq!(error.message.vi, "Tệp bị hỏng: trang tính \"Biểu 1\" bị cắt cụt hoặc sai cấu trúc");
    let bomb = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]><office:document-content/>";
    let kind: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet");
    damaged(&package(&[kind, ("content.xml", bomb.as_bytes())]));
    damaged(&package(&[kind, ("content.xml.bak", b"<a/>")]));
    let error = refused(&package(&[kind, ("content.xml", b"<office:document-content/>")]));
    assert!(matches!(error, ReadError::NotAWorkbook(Kind::Document)), "{error}");
}

/// Reads the format of a cell that has the number style `N1`.
fn format(styles: &str) -> Format {
    let styles = format!("{styles}<style:style style:name='p' style:family='table-cell' style:data-style-name='N1'/>");
    let row = "<table:table-row><table:table-cell table:style-name='p' office:value-type='float' office:value='5'/></table:table-row>";
    let workbook = reads(&book(&styles, &format!("<table:table table:name='a'>{row}</table:table>")));
    workbook.sheets[0].format(&workbook.sheets[0].cells()[0]).unwrap().clone()
}

#[test]
fn the_words_of_a_number_style_are_those_that_people_see_beside_numbers_that_are_not_negative() {
    let number = "<number:number number:decimal-places='0'/>";
    let bound = format(&format!(
        "<number:number-style style:name='N1'><number:text>≥</number:text>{number}</number:number-style>"
    ));
    assert_eq!((bound.number.as_deref(), bound.altered(5.0)), (Some("\"≥\"0"), Some(Altered::Bound)));
    let negative = "<number:number-style style:name='N1'><number:text>-</number:text>";
    let usual = format(&format!(
        "<number:number-style style:name='P0'>{number}</number:number-style>{negative}{number}\
         <style:map style:condition='value()&gt;=0' style:apply-style-name='P0'/></number:number-style>"
    ));
    assert_eq!((usual.number.as_deref(), usual.altered(5.0)), (Some("0;\"-\"0"), None));
    let percent = format(
        "<number:percentage-style style:name='N1'><number:number number:decimal-places='1'/><number:text>%</number:text>\
         </number:percentage-style>",
    );
    assert_eq!((percent.number.as_deref(), percent.percent(5.0), percent.altered(5.0)), (Some("0.0%"), true, None));
}

#[test]
fn a_number_style_carries_the_styles_of_the_numbers_it_is_not_for() {
    let style =
        |name: &str, inner: &str| format!("<number:number-style style:name='{name}'>{inner}</number:number-style>");
    let map = |condition: &str, name: &str| {
        format!("<style:map style:condition='value(){condition}' style:apply-style-name='{name}'/>")
    };
    let number = "<number:number number:decimal-places='0' number:min-integer-digits='1'/>";
    let thousands = format!("{number}<number:text> nghìn</number:text>");
    let above = format(&(style("P0", number) + &style("N1", &(thousands.clone() + &map("&gt;100", "P0")))));
    assert_eq!(above.number.as_deref(), Some("[>100]0;0\" nghìn\""));
    assert_eq!((above.words(5.0), above.words(101.0)), (Some("nghìn"), None));
    // The style may come behind the one that names it, or be missing.
    let below = format(&(style("N1", &(number.to_owned() + &map("&lt;100", "P0"))) + &style("P0", &thousands)));
    assert_eq!((below.words(5.0), below.words(101.0)), (Some("nghìn"), None));
    let missing = format(&style("N1", &(number.to_owned() + &map("&lt;100", "P0"))));
    assert_eq!((missing.altered(5.0), missing.altered(101.0)), (Some(Altered::Number), None));
    let strange = format(&(style("P0", &thousands) + &style("N1", &(number.to_owned() + &map("&#126;1", "P0")))));
    assert_eq!((strange.number.as_deref(), strange.altered(5.0)), (Some("\"?\"General"), Some(Altered::Number)));
    let many: String = ["=1", "=2", "=3"].map(|condition| map(condition, "P0")).concat();
    let many = format(&(style("P0", &thousands) + &style("N1", &(number.to_owned() + &many))));
    assert_eq!(many.altered(5.0), Some(Altered::Number));
}

#[test]
fn number_styles_that_hide_a_number_or_stand_within_it_are_carried() {
    let empty = "<number:text/></number:number-style>";
    let hidden = format(&format!(
        "<number:number-style style:name='P0'>{empty}<number:number-style style:name='P1'>{empty}\
         <number:number-style style:name='P2'>{empty}<number:text-style style:name='N1'><number:text/>\
         <style:map style:condition='value()&gt;0' style:apply-style-name='P0'/>\
         <style:map style:condition='value()&lt;0' style:apply-style-name='P1'/>\
         <style:map style:condition='value()=0' style:apply-style-name='P2'/></number:text-style>"
    ));
    assert_eq!((hidden.number.as_deref(), hidden.texts()), (Some(";;;"), Texts::Hidden));
    assert_eq!([5.0, -5.0, 0.0].map(|number| hidden.instead_of(number)), [Some(""); 3]);
    let within = |inner: &str| format(&format!("<number:number-style style:name='N1'>{inner}</number:number-style>"));
    let point = within(
        "<number:number number:decimal-places='0' number:min-integer-digits='2'>\
         <number:embedded-text number:position='1'>.</number:embedded-text></number:number>",
    );
    assert_eq!((point.number.as_deref(), point.altered(5.0)), (Some("0\".\"0"), Some(Altered::Number)));
    let five = within("<number:number number:decimal-places='0' number:min-integer-digits='5'/>");
    assert_eq!((five.number.as_deref(), five.altered(5.0)), (Some("00000"), None));
    let none = within("<number:number number:decimal-places='0' number:min-integer-digits='0'/>");
    assert_eq!((none.number.as_deref(), none.instead_of(0.0), none.instead_of(5.0)), (Some("#"), Some(""), None));
    let grouped = within("<number:number number:decimal-places='2' number:grouping='true'/>");
    assert_eq!(grouped.number.as_deref(), Some("#,##0.00"));
    let filled = within("<number:number number:decimal-places='0'/><number:fill-character>-</number:fill-character>");
    assert_eq!((filled.number.as_deref(), filled.altered(5.0)), (Some("0*-"), Some(Altered::Number)));
}
