//! The looks of the document, by name: Times New Roman, black, in the sizes of Decree 30/2020/NĐ-CP.

use super::{content::NAMESPACES, content::TEXT_WIDTH, xml::Xml};

/// The font of everything.
pub(super) const FONT: &str = "Times New Roman";

/// A style of paragraphs. Sizes are half points; distances are twentieths of a point.
struct Style {
    id: &'static str,
    /// The name under which Word knows it.
    name: &'static str,
    size: u32,
    face: Face,
    align: &'static str,
    /// First-line indent.
    indent: u32,
    before: u32,
    after: u32,
    /// Stays with what follows.
    keep: bool,
    /// Level among the headings.
    level: Option<u32>,
    /// Fills the line with dots up to the margin.
    dotted: bool,
}

/// How letters are drawn.
#[derive(Clone, Copy)]
enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// Nothing but its size.
const PLAIN: Style = Style {
    id: "",
    name: "",
    size: BODY,
    face: Face::Regular,
    align: "left",
    indent: 0,
    before: 0,
    after: 0,
    keep: false,
    level: None,
    dotted: false,
};

/// Words of the text are 14 pt, of tables 11 pt.
const BODY: u32 = 28;
const TABLE: u32 = 22;
/// The first line of a paragraph begins a centimetre in.
const FIRST_LINE: u32 = 567;

const CENTRED: Style = Style { align: "center", ..PLAIN };
const TEXT: Style = Style { align: "both", indent: FIRST_LINE, before: 60, after: 60, ..PLAIN };
const CELL: Style = Style { size: TABLE, before: 20, after: 20, ..PLAIN };

const STYLES: &[Style] = &[
    Style { id: "BodyText", name: "Body Text", ..TEXT },
    Style { id: "Lead", name: "Lead", keep: true, ..TEXT },
    Style { id: "Basis", name: "Basis", face: Face::Italic, ..TEXT },
    Style { id: "Remark", name: "Remark", face: Face::Italic, ..TEXT },
    Style { id: "Blank", name: "Blank", face: Face::Italic, dotted: true, align: "left", ..TEXT },
    Style { id: "Heading1", name: "heading 1", face: Face::Bold, before: 120, keep: true, level: Some(0), ..TEXT },
    Style { id: "Heading2", name: "heading 2", face: Face::Bold, keep: true, level: Some(1), ..TEXT },
    Style { id: "Title", name: "Title", face: Face::Bold, before: 240, keep: true, ..CENTRED },
    Style { id: "Subtitle", name: "Subtitle", face: Face::Bold, keep: true, ..CENTRED },
    Style { id: "Caption", name: "caption", size: 26, face: Face::Bold, before: 120, after: 60, keep: true, ..CENTRED },
    Style { id: "Header", name: "header", size: 26, ..CENTRED },
    Style { id: "Issuer", name: "Issuer", size: 24, face: Face::Bold, ..CENTRED },
    Style { id: "Motto", name: "Motto", size: 26, face: Face::Bold, ..CENTRED },
    Style { id: "DocumentNumber", name: "Document Number", size: 26, ..CENTRED },
    Style { id: "PlaceAndDate", name: "Place and Date", size: 26, face: Face::Italic, ..CENTRED },
    Style { id: "Rule", name: "Rule", size: 8, before: 50, ..CENTRED },
    Style { id: "Gap", name: "Gap", size: 12, ..PLAIN },
    Style { id: "Signer", name: "Signer", face: Face::Bold, ..CENTRED },
    Style { id: "RecipientsHeading", name: "Recipients Heading", size: 24, face: Face::BoldItalic, ..PLAIN },
    Style { id: "Recipients", name: "Recipients", size: 22, ..PLAIN },
    Style { id: "TableHeading", name: "Table Heading", face: Face::Bold, align: "center", ..CELL },
    Style { id: "TableText", name: "Table Text", ..CELL },
    Style { id: "TableMark", name: "Table Mark", align: "center", ..CELL },
    Style { id: "TableFigure", name: "Table Figure", align: "right", ..CELL },
    Style { id: "TableTextStrong", name: "Table Text Strong", face: Face::Bold, ..CELL },
    Style { id: "TableMarkStrong", name: "Table Mark Strong", face: Face::Bold, align: "center", ..CELL },
    Style { id: "TableFigureStrong", name: "Table Figure Strong", face: Face::Bold, align: "right", ..CELL },
    Style { id: "TableUnit", name: "Table Unit", face: Face::Italic, align: "right", keep: true, ..CELL },
    Style { id: "TableNote", name: "Table Note", face: Face::Italic, after: 120, ..CELL },
];

/// Sets the part with the styles.
pub(super) fn styles() -> String {
    Xml::part("w:styles", NAMESPACES, |xml| {
        defaults(xml);
        named(xml, "paragraph", "Normal", "Normal", true, |xml| xml.empty("w:qFormat", &[]));
        table_styles(xml);
        for style in STYLES {
            style.write(xml);
        }
    })
}

fn defaults(xml: &mut Xml) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|use_of| (use_of, FONT));
                xml.empty("w:rFonts", &fonts);
                xml.value("w:color", "000000");
                xml.value("w:sz", BODY);
                xml.value("w:szCs", BODY);
                xml.empty("w:lang", &[("w:val", "vi-VN"), ("w:eastAsia", "vi-VN"), ("w:bidi", "ar-SA")]);
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                let spacing = [("w:before", "0"), ("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")];
                xml.empty("w:spacing", &spacing);
            });
        });
    });
}

fn named(xml: &mut Xml, kind: &str, id: &str, name: &str, usual: bool, inside: impl FnOnce(&mut Xml)) {
    let mut attributes = vec![("w:type", kind)];
    attributes.extend(usual.then_some(("w:default", "1")));
    attributes.push(("w:styleId", id));
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", name);
        inside(xml);
    });
}

/// Tables without lines, and with lines everywhere.
fn table_styles(xml: &mut Xml) {
    named(xml, "table", "TableNormal", "Normal Table", true, |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
            margins(xml);
        });
    });
    named(xml, "table", "TableGrid", "Table Grid", false, |xml| {
        xml.value("w:basedOn", "TableNormal");
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")];
                    xml.empty(side, &line);
                }
            });
        });
    });
}

fn margins(xml: &mut Xml) {
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in [("w:top", "0"), ("w:left", "60"), ("w:bottom", "0"), ("w:right", "60")] {
            xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}

impl Style {
    fn write(&self, xml: &mut Xml) {
        named(xml, "paragraph", self.id, self.name, false, |xml| {
            xml.value("w:basedOn", "Normal");
            xml.empty("w:qFormat", &[]);
            xml.element("w:pPr", &[], |xml| self.paragraph(xml));
            xml.element("w:rPr", &[], |xml| self.run(xml));
        });
    }

    fn paragraph(&self, xml: &mut Xml) {
        if self.keep {
            xml.empty("w:keepNext", &[]);
        }
        if self.dotted {
            let margin = [("w:val", "right"), ("w:leader", "dot"), ("w:pos", &*TEXT_WIDTH.to_string())];
            xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &margin));
        }
        xml.empty("w:spacing", &[("w:before", &self.before.to_string()), ("w:after", &self.after.to_string())]);
        if self.indent > 0 {
            xml.empty("w:ind", &[("w:firstLine", &self.indent.to_string())]);
        }
        xml.value("w:jc", self.align);
        if let Some(level) = self.level {
            xml.value("w:outlineLvl", level);
        }
    }

    fn run(&self, xml: &mut Xml) {
        let names: &[&str] = match self.face {
            Face::Regular => &[],
            Face::Bold => &["w:b", "w:bCs"],
            Face::Italic => &["w:i", "w:iCs"],
            Face::BoldItalic => &["w:b", "w:bCs", "w:i", "w:iCs"],
        };
        for name in names {
            xml.empty(name, &[]);
        }
        xml.value("w:sz", self.size);
        xml.value("w:szCs", self.size);
    }
}
