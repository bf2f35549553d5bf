//! Files of a few kilobytes that once took minutes: what they hold is bounded, and what is sound in them read.

use std::sync::Arc;

use tdp::workbook::{Format, Limit, Limits, ReadError, Sheet, read};

use crate::packages::{CONTENTS, RELATED, ROOT, package, reads, workbook_of};

const ODS: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet");

#[track_caller]
fn refused_for(bytes: &[u8], expected: Limit) {
    let error = read("biểu", bytes, &Limits::default()).unwrap_err();
    assert!(matches!(error, ReadError::OverLimits { limit, .. } if limit == expected), "{error}");
}

fn ods(styles: &str, rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:spreadsheet><table:table table:name='Biểu 1'>{rows}</table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    package(&[ODS, ("content.xml", content.as_bytes())])
}

/// Whether each cell is shown as percent.
fn percents(sheet: &Sheet) -> Vec<bool> {
    sheet.cells().iter().map(|cell| sheet.format(cell).unwrap().percent(0.5)).collect()
}

fn xlsx(styles: &str) -> Vec<u8> {
    let sheet = "<worksheet><sheetData><row><c s='1'><v>1</v></c></row></sheetData></worksheet>";
    workbook_of(
        sheet,
        "<sst/>",
        &format!("<styleSheet>{styles}<cellXfs><xf/><xf numFmtId='200'/></cellXfs></styleSheet>"),
    )
}

#[test]
fn a_name_or_number_format_longer_than_any_is_refused() {
    let (fits, long) = ("0".repeat(1023) + "%", "0".repeat(1024) + "%");
    let number = |code: &str| xlsx(&format!("<numFmts><numFmt numFmtId='200' formatCode='{code}'/></numFmts>"));
    assert_eq!(percents(&reads(&number(&fits)).unwrap().sheets[0]), [true]);
    refused_for(&number(&long), Limit::NameBytes);
    refused_for(&xlsx(&format!("<fonts><font><name val='{long}'/></font></fonts>")), Limit::NameBytes);
    // As it stands, an entity is longer than what it stands for.
    assert!(reads(&number(&"&quot;".repeat(255))).is_ok());

    let cell = |style: &str| {
        format!(
            "<table:table-row><table:table-cell table:style-name='{style}' table:number-columns-repeated='3' \
             office:value-type='float' office:value='1'/></table:table-row>"
        )
    };
    let style =
        |name: &str, other: &str| format!("<style:style style:name='{name}' style:family='table-cell' {other}/>");
    assert_eq!(reads(&ods(&style(&fits, ""), &cell(&fits))).unwrap().sheets[0].cells().len(), 3);
    refused_for(&ods("", &cell(&long)), Limit::NameBytes);
    refused_for(&ods(&style(&long, ""), &cell("a")), Limit::NameBytes);
    for attribute in ["style:parent-style-name", "style:data-style-name"] {
        refused_for(&ods(&style("a", &format!("{attribute}='{long}'")), &cell("a")), Limit::NameBytes);
    }
    refused_for(&ods(&format!("<style:font-face style:name='a' svg:font-family='{long}'/>"), ""), Limit::NameBytes);
    let by_default = |of: &str| format!("<table:{of} table:default-cell-style-name='{long}'/>");
    refused_for(&ods("", &by_default("table-column")), Limit::NameBytes);
    refused_for(&ods("", &by_default("table-row")), Limit::NameBytes);
}

#[test]
fn a_number_style_of_ever_so_many_pieces_is_refused() {
    let style =
        |name: &str, pieces: &str| format!("<number:number-style style:name='{name}'>{pieces}</number:number-style>");
    let cell = "<style:style style:name='c' style:family='table-cell' style:data-style-name='n'/>";
    let row = "<table:table-row><table:table-cell table:style-name='c' office:value-type='float' office:value='1'/>\
               </table:table-row>";
    let styled = |styles: &str| ods(&format!("{styles}{cell}"), row);
    for piece in [
        "<number:text-content/>",
        "<number:scientific-number/>",
        "<number:fraction/>",
        "<number:fill-character>-</number:fill-character>",
        "<number:text>a</number:text>",
        "<number:number number:decimal-places='2'/>",
    ] {
        assert!(reads(&styled(&style("n", &piece.repeat(100)))).is_ok(), "{piece}");
        refused_for(&styled(&style("n", &piece.repeat(1025))), Limit::NameBytes);
    }
    // Two that fit are joined to one that does not.
    let long = |name: &str| style(name, &"<number:text-content/>".repeat(600));
    let map = "<style:map style:condition='value()&gt;=0' style:apply-style-name='m'/>";
    assert!(reads(&styled(&style("n", &format!("<number:number/>{map}")))).is_ok());
    let joined = style("n", &("<number:text-content/>".repeat(600) + map));
    refused_for(&styled(&format!("{}{joined}", long("m"))), Limit::NameBytes);
}

#[test]
fn styles_share_the_number_formats_and_fonts_that_they_name() {
    let code = "a".repeat(1000) + "0";
    let font = |at: usize| format!("<font><name val='F{at}'/></font>");
    let style = |at: usize| format!("<xf numFmtId='200' fontId='{}'/>", at % 40);
    let (fonts, styles): (String, String) = ((0..40).map(font).collect(), (0..80).map(style).collect());
    let sheet = "<worksheet><sheetData><row><c s='1'><v>1</v></c></row></sheetData></worksheet>";
    let numbers = format!("<numFmts><numFmt numFmtId='200' formatCode='{code}'/></numFmts><fonts>{fonts}</fonts>");
    let workbook =
        workbook_of(sheet, "<sst/>", &format!("<styleSheet>{numbers}<cellXfs>{styles}</cellXfs></styleSheet>"));
    let formats = &reads(&workbook).unwrap().sheets[0].formats;
    assert_eq!(formats.len(), 40);
    share(formats);

    let style = |at: usize| {
        format!(
            "<style:style style:name='c{at}' style:family='table-cell' style:data-style-name='n'>\
                 <style:text-properties style:font-name='Arial'/></style:style>"
        )
    };
    let cell = |at: usize, kind: &str| {
        format!("<table:table-cell table:style-name='c{at}' office:value-type='{kind}' office:value='1'/>")
    };
    let styles: String = (0..80).map(style).collect();
    let number = "<number:number-style style:name='n'><number:number number:decimal-places='1'/></number:number-style>";
    for kind in ["float", "percentage"] {
        let cells: String = (0..80).map(|at| cell(at, kind)).collect();
        let sheet = reads(&ods(&format!("{number}{styles}"), &format!("<table:table-row>{cells}</table:table-row>")));
        let sheet = sheet.unwrap().sheets.remove(0);
        assert_eq!(sheet.formats.len(), 81);
        share(&sheet.formats[1..]);
        assert!(percents(&sheet).iter().all(|percent| *percent == (kind == "percentage")));
    }
}

#[track_caller]
fn share(formats: &[Format]) {
    for pair in formats.windows(2) {
        let (one, other) = (&pair[0], &pair[1]);
        assert!(Arc::ptr_eq(one.looks.as_ref().unwrap(), other.looks.as_ref().unwrap()));
        assert!(Arc::ptr_eq(one.number.as_ref().unwrap(), other.number.as_ref().unwrap()));
        assert!(one.font != other.font || Arc::ptr_eq(one.font.as_ref().unwrap(), other.font.as_ref().unwrap()));
    }
}

#[test]
fn a_table_of_styles_has_one_list_of_number_formats_and_one_of_fonts() {
    let percent = "<numFmts><numFmt numFmtId='200' formatCode='0%'/></numFmts>";
    let after = |late: &str| {
        let sheet = "<worksheet><sheetData><row><c s='1'><v>1</v></c></row></sheetData></worksheet>";
        let cells = "<cellXfs><xf/><xf numFmtId='200'/></cellXfs>";
        workbook_of(sheet, "<sst/>", &format!("<styleSheet>{cells}{late}</styleSheet>"))
    };
    assert_eq!(percents(&reads(&after(percent)).unwrap().sheets[0]), [true]);
    assert_eq!(
        percents(&reads(&after(&format!("<fonts></fonts><fonts/>{percent}<numFmts/>"))).unwrap().sheets[0]),
        [true]
    );
    for twice in [percent.repeat(2), "<fonts></fonts>".repeat(2), "<fonts></fonts>".repeat(100_000)] {
        assert!(matches!(reads(&after(&twice)), Err(ReadError::Damaged { .. })));
        assert!(matches!(reads(&xlsx(&twice)), Err(ReadError::Damaged { .. })));
    }
}

#[test]
fn a_font_of_a_binary_workbook_longer_than_any_is_refused() {
    let bin = |part: &[u8]| String::from_utf8(part.to_vec()).unwrap().replace(".xml", ".bin").into_bytes();
    let font = |letters: u32| {
        let bytes = 25 + letters * 2;
        let size = [bytes & 0x7F | 0x80, bytes >> 7].map(|byte| u8::try_from(byte).unwrap());
        let letters = [&letters.to_le_bytes()[..], &b"f\0".repeat(letters as usize)].concat();
        package(&[
            ("_rels/.rels", &bin(ROOT)),
            ("xl/workbook.bin", b""),
            ("xl/_rels/workbook.bin.rels", &bin(RELATED)),
            ("xl/styles.bin", &[&[43, size[0], size[1]], &[0; 21][..], &letters].concat()),
        ])
    };
    assert!(reads(&font(1024)).is_ok());
    refused_for(&font(1025), Limit::NameBytes);
}

#[test]
fn the_styles_of_columns_go_on_over_repeated_cells() {
    let percent = "<number:percentage-style style:name='p'><number:number/></number:percentage-style>\
                   <style:style style:name='c&amp;1' style:family='table-cell' style:data-style-name='p'/>";
    let columns = "<table:table-column table:number-columns-repeated='2'/>\
                   <table:table-column table:default-cell-style-name='c&amp;1' table:number-columns-repeated='2'/>\
                   <table:table-column/>";
    let cell = |own: &str| {
        format!(
            "<table:table-row><table:table-cell {own} table:number-columns-repeated='5' office:value-type='float' \
             office:value='1'/></table:table-row>"
        )
    };
    let sheet = |row: &str| reads(&ods(percent, &format!("{columns}{row}"))).unwrap().sheets.remove(0);
    assert_eq!(percents(&sheet(&cell(""))), [false, false, true, true, false]);
    assert_eq!(percents(&sheet(&cell("table:style-name='c&amp;1'"))), [true; 5]);
}

#[test]
fn of_two_relationships_of_one_name_the_first_stands() {
    let related = r#"<Relationships><Relationship Id="r1" Type="a/worksheet" Target="one.xml"/><Relationship Id="r1" Type="a/chartsheet" Target="two.xml"/></Relationships>"#;
    let charts = r#"<sheet name="x" r:id="r2"/>"#.repeat(1000);
    let contents = String::from_utf8(CONTENTS.to_vec()).unwrap().replace("<sheets>", &format!("<sheets>{charts}"));
    let related = related.replace("</Rel", r#"<Relationship Id="r2" Type="a/chartsheet" Target="x.xml"/></Rel"#);
    let workbook = reads(&package(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", contents.as_bytes()),
        ("xl/_rels/workbook.xml.rels", related.as_bytes()),
        ("xl/one.xml", b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"),
    ]));
    assert_eq!(workbook.unwrap().sheets[0].cells().len(), 1);
}
