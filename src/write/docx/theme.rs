//! The theme that Word looks for in every document: black on white, one font; nothing in the text refers to it.

use super::{styles::FONT, xml::Xml};

/// The colours that a theme has to name, all of them black or white.
const COLOURS: [(&str, &str); 12] = [
    ("a:dk1", "000000"),
    ("a:lt1", "FFFFFF"),
    ("a:dk2", "000000"),
    ("a:lt2", "FFFFFF"),
    ("a:accent1", "000000"),
    ("a:accent2", "000000"),
    ("a:accent3", "000000"),
    ("a:accent4", "000000"),
    ("a:accent5", "000000"),
    ("a:accent6", "000000"),
    ("a:hlink", "000000"),
    ("a:folHlink", "000000"),
];

/// How many looks of each sort a theme has to have.
const LOOKS: usize = 3;

/// Sets the part with the theme.
pub(super) fn theme() -> String {
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    Xml::part("a:theme", &[("xmlns:a", drawing), ("name", "tdp")], |xml| {
        xml.element("a:themeElements", &[], |xml| {
            xml.element("a:clrScheme", &[("name", "tdp")], |xml| {
                for (name, colour) in COLOURS {
                    xml.element(name, &[], |xml| xml.empty("a:srgbClr", &[("val", colour)]));
                }
            });
            xml.element("a:fontScheme", &[("name", "tdp")], |xml| {
                for name in ["a:majorFont", "a:minorFont"] {
                    xml.element(name, &[], fonts);
                }
            });
            xml.element("a:fmtScheme", &[("name", "tdp")], |xml| {
                xml.element("a:fillStyleLst", &[], |xml| (0..LOOKS).for_each(|_| fill(xml)));
                xml.element("a:lnStyleLst", &[], |xml| {
                    (0..LOOKS).for_each(|_| xml.element("a:ln", &[("w", "6350")], fill));
                });
                xml.element("a:effectStyleLst", &[], |xml| {
                    (0..LOOKS).for_each(|_| xml.element("a:effectStyle", &[], |xml| xml.empty("a:effectLst", &[])));
                });
                xml.element("a:bgFillStyleLst", &[], |xml| (0..LOOKS).for_each(|_| fill(xml)));
            });
        });
    })
}

fn fonts(xml: &mut Xml) {
    for (script, font) in [("a:latin", FONT), ("a:ea", ""), ("a:cs", "")] {
        xml.empty(script, &[("typeface", font)]);
    }
}

fn fill(xml: &mut Xml) {
    xml.element("a:solidFill", &[], |xml| xml.empty("a:schemeClr", &[("val", "phClr")]));
}
