//! What stands above and below the text: two columns without lines around them.

use crate::report::Document;

use super::{
    content::{TEXT_WIDTH, paragraph},
    xml::Xml,
};

/// Widths of the columns above: the issuing body, and the name of the country.
pub(super) const HEAD: [u32; 2] = [3600, TEXT_WIDTH - 3600];
/// Widths of the columns below: who gets the report, and who signs it.
const FOOT: [u32; 2] = [4400, TEXT_WIDTH - 4400];
/// How long the lines are: a third of the column, and as long as the words above it.
const ISSUER_RULE: u32 = 1200;
const MOTTO_RULE: u32 = 3250;
/// Lines left for the signature and the seal.
const SIGNATURE_LINES: usize = 4;

/// What stands at the head of a document.
pub(super) struct Letterhead<'a> {
    /// Who issues it, a text a line.
    pub(super) issuer: &'a [String],
    /// "Số: …".
    pub(super) number: &'a str,
    /// Place and day.
    pub(super) dated: &'a str,
}

/// Writes who issues a document, beside the name and the motto of the country.
pub(super) fn letterhead(xml: &mut Xml, head: &Letterhead<'_>) {
    two_columns(xml, HEAD, |xml| {
        row(
            xml,
            HEAD,
            |xml| {
                head.issuer.iter().for_each(|line| paragraph(xml, "Issuer", line));
                rule(xml, HEAD[0], ISSUER_RULE);
            },
            |xml| {
                paragraph(xml, "Issuer", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
                paragraph(xml, "Motto", "Độc lập - Tự do - Hạnh phúc");
                rule(xml, HEAD[1], MOTTO_RULE);
            },
        );
        row(
            xml,
            HEAD,
            |xml| paragraph(xml, "DocumentNumber", head.number),
            |xml| paragraph(xml, "PlaceAndDate", head.dated),
        );
    });
}

/// Writes who gets the report, beside who signs it.
pub(super) fn signing(xml: &mut Xml, document: &Document<'_>) {
    paragraph(xml, "Gap", "");
    two_columns(xml, FOOT, |xml| {
        row(
            xml,
            FOOT,
            |xml| {
                paragraph(xml, "RecipientsHeading", "Nơi nhận:");
                document.recipients.iter().for_each(|line| paragraph(xml, "Recipients", line));
            },
            |xml| {
                document.signing.title.iter().for_each(|line| paragraph(xml, "Signer", line));
                (0..SIGNATURE_LINES).for_each(|_| paragraph(xml, "Signer", ""));
                paragraph(xml, "Signer", &document.signing.name);
            },
        );
    });
    // A document ends in a paragraph, never in a table; this one takes no room.
    paragraph(xml, "Gap", "");
}

/// Writes a line of `length` in the middle of `width`, as the border of an empty paragraph.
pub(super) fn rule(xml: &mut Xml, width: u32, length: u32) {
    let indent = (width.saturating_sub(length) / 2).to_string();
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "Rule");
            xml.element("w:pBdr", &[], |xml| {
                let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "1"), ("w:color", "000000")];
                xml.empty("w:top", &line);
            });
            xml.empty("w:ind", &[("w:left", &indent), ("w:right", &indent)]);
        });
    });
}

/// Writes a table of two columns without lines.
pub(super) fn two_columns(xml: &mut Xml, widths: [u32; 2], rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblW", &[("w:w", &TEXT_WIDTH.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.element("w:tblCellMar", &[], |xml| {
                for side in ["w:left", "w:right"] {
                    xml.empty(side, &[("w:w", "0"), ("w:type", "dxa")]);
                }
            });
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(xml);
    });
}

/// Writes a row of such a table.
pub(super) fn row(xml: &mut Xml, widths: [u32; 2], left: impl FnOnce(&mut Xml), right: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        cell(xml, widths[0], left);
        cell(xml, widths[1], right);
    });
}

fn cell(xml: &mut Xml, width: u32, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]));
        inside(xml);
    });
}
