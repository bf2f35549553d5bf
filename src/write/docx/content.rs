//! The main part: the page, and everything on it in its order.

use crate::{appendix::Signing, report::Document};

use super::{
    blocks,
    frame::{self, Letterhead},
    xml::Xml,
};

/// The vocabularies of the parts that hold words.
pub(super) const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// How wide the text is: A4 without its margins of 30 mm and 15 mm, in twentieths of a point.
pub(super) const TEXT_WIDTH: u32 = 9354;

/// Sets the main part.
pub(super) fn document(document: &Document<'_>) -> String {
    let Signing { issuer, dated, .. } = &document.signing;
    part(|xml| {
        frame::letterhead(xml, &Letterhead { issuer, number: &document.number, dated });
        title(xml, document.title, &document.subject);
        for block in &document.blocks {
            blocks::block(xml, block);
        }
        frame::signing(xml, document);
    })
}

/// Sets the main part of any document: what `inside` writes, on pages as the decree wants them.
pub(super) fn part(inside: impl FnOnce(&mut Xml)) -> String {
    Xml::part("w:document", NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            inside(xml);
            page(xml);
        });
    })
}

/// Writes what kind of document it is, what it is about, and the line below.
pub(super) fn title(xml: &mut Xml, title: &str, subject: &str) {
    paragraph(xml, "Title", title);
    paragraph(xml, "Subtitle", subject);
    frame::rule(xml, TEXT_WIDTH, SUBJECT_RULE);
}

/// How long the line below the subject is.
const SUBJECT_RULE: u32 = 2000;

/// Writes a paragraph of one style.
pub(super) fn paragraph(xml: &mut Xml, style: &str, text: &str) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style));
        run(xml, text);
    });
}

/// Writes words in the look of their paragraph.
pub(super) fn run(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        let text = unbroken(text);
        xml.element("w:r", &[], |xml| xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(&text)));
    }
}

/// Keeps a number and its sign on one line, "≥ 95 %": the space between them is one that does not break.
fn unbroken(text: &str) -> String {
    let before = [None].into_iter().chain(text.chars().map(Some));
    let after = text.chars().skip(1).map(Some).chain([None]);
    let letters = before.zip(text.chars()).zip(after).map(|((before, letter), after)| match (before, letter, after) {
        (Some('0'..='9'), ' ', Some('%')) | (Some('≥' | '≤' | '<' | '>' | '='), ' ', Some('0'..='9')) => '\u{a0}',
        _ => letter,
    });
    letters.collect()
}

/// A4 upright, margins of 20, 15, 20 and 30 mm, numbered from the second page.
fn page(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId3")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [
            ("w:top", "1134"),
            ("w:right", "851"),
            ("w:bottom", "1134"),
            ("w:left", "1701"),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        xml.empty("w:titlePg", &[]);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_sign_and_words_keep_their_spaces() {
        assert_eq!(unbroken("4.1 (94,9 % < 95 %)"), "4.1 (94,9\u{a0}% <\u{a0}95\u{a0}%)");
        assert_eq!(unbroken("Bản <Gia> & Khâu = %"), "Bản <Gia> & Khâu = %");
        assert_eq!(unbroken(" "), " ");
    }
}
