//! The document is a package that Word opens, holds the words of the report as words, and knows itself again.

use std::io::{Cursor, Read};

use super::*;
use crate::{
    appendix::{Parts, sample},
    report::report,
};

fn bytes() -> Vec<u8> {
    let assessment = sample::assessment();
    let parts = Parts::new(&assessment, &assessment.received.evidence, &assessment.scorecards);
    report_docx(&report(parts)).unwrap()
}

/// Returns the parts of a document, in their order.
pub(super) fn parts_of(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

fn part(name: &str) -> String {
    parts_of(&bytes()).into_iter().find(|(path, _)| path == name).unwrap().1
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(bytes(), bytes());
}

#[test]
fn every_part_is_well_formed_and_declared() {
    check_parts(&parts_of(&bytes()));
}

/// Asserts that every part is well-formed, and declared in the first.
pub(super) fn check_parts(parts: &[(String, String)]) {
    let types = &parts[0];
    assert_eq!(types.0, "[Content_Types].xml");
    for (name, content) in parts {
        let mut reader = quick_xml::Reader::from_str(content);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}"),
            }
        }
        let declared = name == "[Content_Types].xml"
            || name.contains("_rels/")
            || types.1.contains(&format!("PartName=\"/{name}\""));
        assert!(declared, "{name}");
    }
}

#[test]
fn names_like_formulas_or_markup_are_words() {
    let content = part("word/document.xml");
    assert!(content.contains("Xã Tân Phong: =1+1;"));
    assert!(content.contains("Bản &lt;Gia&gt; &amp; Khâu"));
    assert!(!content.contains("w:instr"), "only the header has a field");
}

#[test]
fn the_page_is_that_of_the_decree() {
    let content = part("word/document.xml");
    assert!(content.contains(r#"<w:pgSz w:w="11906" w:h="16838"/>"#), "A4 upright");
    assert!(content.contains(r#"w:top="1134" w:right="851" w:bottom="1134" w:left="1701""#), "20, 15, 20, 30 mm");
    assert!(content.contains("<w:titlePg/>"), "no number on the first page");
    assert!(part("word/header1.xml").contains(r#"<w:fldSimple w:instr=" PAGE ">"#));
    assert!(part("word/styles.xml").contains(r#"<w:rFonts w:ascii="Times New Roman""#));
    for words in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ LAI CHÂU",
        "Số: ………/BC-UBND",
        "Lai Châu, ngày 20 tháng 10 năm 2025",
        "BÁO CÁO",
        "Nơi nhận:",
        "- Lưu: VT, NV.",
    ] {
        assert!(content.contains(&format!(">{words}<")), "{words}");
    }
}

#[test]
fn headings_of_tables_are_repeated_and_rows_never_broken() {
    let content = part("word/document.xml");
    let rows = content.matches("<w:tr>").count();
    assert_eq!(content.matches("<w:cantSplit/>").count(), rows);
    assert_eq!(content.matches("<w:tblHeader/>").count(), 6, "two rows of headings a table");
}

#[test]
fn a_report_is_known_again_until_somebody_writes_into_it() {
    let made = bytes();
    assert_eq!(report_standing(&made), ReportStanding::AsMade);
    let mut parts = parts_of(&made);
    let content = parts.iter_mut().find(|(name, _)| name == "word/document.xml").unwrap();
    content.1 = content.1.replace("BÁO CÁO", "BÁO CÁO ĐÃ SỬA");
    let parts: Vec<(&str, String)> = parts.iter().map(|(name, content)| (name.as_str(), content.clone())).collect();
    assert_eq!(report_standing(&package::packed(&parts).unwrap()), ReportStanding::Edited);
    let without: Vec<_> = parts.into_iter().filter(|(name, _)| *name != "docProps/custom.xml").collect();
    assert_eq!(report_standing(&package::packed(&without).unwrap()), ReportStanding::Foreign);
    assert_eq!(report_standing(b"PK\x03\x04 and nothing else"), ReportStanding::Foreign);
    assert_eq!(report_standing(b""), ReportStanding::Foreign);
}

#[test]
fn columns_fill_the_page_and_no_more() {
    let assessment = sample::assessment();
    for annex in sample::annexes(&assessment) {
        let widths = widths::widths(&annex.table);
        assert_eq!(widths.iter().sum::<u32>(), content::TEXT_WIDTH, "{}", annex.heading.title);
        assert!(widths.iter().all(|width| *width > 0), "{}", annex.heading.title);
    }
}
