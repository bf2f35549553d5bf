//! Filling a form in as other programs do: cells of its parts are changed, everything else stays byte for byte.

use std::io::{Cursor, Read, Write};

use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// What is typed into a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Typed {
    /// A number.
    Number(f64),
    /// A text; an empty one clears the cell.
    Text(&'static str),
}

/// The parts of a form that is being filled in.
pub(crate) struct Form {
    parts: Vec<(String, Vec<u8>)>,
}

impl Form {
    /// Opens a form.
    pub(crate) fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let parts = (0..archive.len()).map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        });
        Self { parts: parts.collect() }
    }

    /// Returns the text of a sheet, the first after the instructions being number 2.
    pub(crate) fn sheet(&mut self, number: usize) -> String {
        String::from_utf8(self.part(number).clone()).unwrap()
    }

    /// Types into a cell that the form has, whatever its rule says.
    pub(crate) fn type_in(&mut self, number: usize, cell: &str, typed: Typed) {
        let sheet = self.sheet(number);
        let at = sheet.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("there is no cell {cell}"));
        let (before, rest) = sheet.split_at(at);
        let end = rest.find('>').unwrap() + 1;
        let (tag, after) = rest.split_at(end);
        let after = if tag.ends_with("/>") { after } else { after.split_once("</c>").unwrap().1 };
        let style = tag.split("s=\"").nth(1).unwrap().split('"').next().unwrap();
        let filled = match typed {
            Typed::Number(number) => format!("<c r=\"{cell}\" s=\"{style}\"><v>{number}</v></c>"),
            Typed::Text(text) => {
                format!("<c r=\"{cell}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
            }
        };
        *self.part(number) = format!("{before}{filled}{after}").into_bytes();
    }

    /// Takes the values out of the formulas, as programs do that write formulas and do not calculate.
    pub(crate) fn forget_values(&mut self, number: usize) {
        let sheet = self.sheet(number).replace("</f><v> </v>", "</f>").replace(" t=\"str\"", "");
        *self.part(number) = sheet.into_bytes();
    }

    /// Packs the form again.
    pub(crate) fn packed(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.parts {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn part(&mut self, number: usize) -> &mut Vec<u8> {
        let name = format!("xl/worksheets/sheet{number}.xml");
        &mut self.parts.iter_mut().find(|(part, _)| *part == name).unwrap().1
    }
}
