//! A draft as the text of a criteria file; nothing of the workbook can end a text or a comment before its time.

use std::fmt::Write as _;

use crate::{
    criteria::{CaseCondition, Kind, TO_CHECK},
    model::{Language, Message, say},
    text::one_line,
};

use super::{
    instrument::Instrument,
    outline::{Criterion, Note, Outline},
};

/// A criteria file while it is written.
pub(super) struct Writer {
    text: String,
    language: Language,
}

impl Writer {
    pub(super) fn new(language: Language) -> Self {
        Self { text: "#:schema ./criteria.schema.json\n#\n".to_owned(), language }
    }

    /// Returns the file.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Writes comments, each on a line of its own.
    pub(super) fn comments(&mut self, messages: &[Message]) {
        for message in messages {
            self.comment(message);
        }
    }

    fn comment(&mut self, message: &Message) {
        let line = one_line(message.in_language(self.language));
        let _ = writeln!(self.text, "# {line}");
    }

    /// Writes what a person has to look at.
    pub(super) fn mark(&mut self, message: &Message) {
        let line = one_line(message.in_language(self.language));
        let _ = writeln!(self.text, "# {TO_CHECK} {line}");
    }

    fn notes(&mut self, notes: &[Note]) {
        for note in notes {
            match note {
                Note::Source(message) => self.comment(message),
                Note::ToCheck(message) => self.mark(message),
            }
        }
    }

    fn bare(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.text, "{key} = {value}");
    }

    fn quoted(&mut self, key: &str, value: &str) {
        self.bare(key, &quoted(value));
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Writes the head of the set; `points` says that the table gives points.
    pub(super) fn head(&mut self, instrument: &Instrument, points: Option<&Message>) {
        self.line("");
        self.bare("schema", "1");
        self.notes(&instrument.id.1);
        self.quoted("id", &instrument.id.0);
        self.notes(&instrument.version.1);
        self.bare("version", &instrument.version.0.to_string());
        self.notes(&instrument.title.1);
        self.quoted("title", &instrument.title.0);
        self.notes(&instrument.issuer.1);
        self.quoted("issuer", &instrument.issuer.0);
        if let Some(basis) = &instrument.basis {
            self.bare("basis", &format!("[{}]", quoted(basis)));
        }
        self.mark(&say!(
            "Bản nháp chưa có người đối chiếu với văn bản; xem và xóa mọi dòng như dòng này rồi mới đổi thành \"official\"",
            "Nobody has compared this draft with the document; see to every line like this one, remove it, and only then write \"official\""
        ));
        self.bare("provenance", "\"modelled\"");
        self.notes(&instrument.subject);
        self.bare("subject", "\"group\"");
        self.line("");
        self.line("[outcome]");
        self.mark(&say!(
            "Bảng không cho biết khi nào một đơn vị đạt, tạm ghi phải đạt mọi tiêu chí",
            "The table does not say when a unit is achieved, assumed: every criterion is needed"
        ));
        if let Some(points) = points {
            self.mark(points);
        }
        self.bare("require", "\"all\"");
    }

    /// Writes the standards, criteria and indicators.
    pub(super) fn outline(&mut self, outline: &Outline) {
        for standard in &outline.standards {
            self.line("");
            self.notes(&standard.notes);
            self.line("[[standard]]");
            self.quoted("id", &standard.id);
            self.quoted("title", &standard.title);
            for criterion in &standard.criteria {
                self.criterion("[[standard.criterion]]", criterion);
                for indicator in &criterion.indicators {
                    self.criterion("[[standard.criterion.indicator]]", indicator);
                }
            }
        }
        if !outline.loose.is_empty() {
            self.line("");
            self.notes(&outline.loose);
        }
    }

    fn criterion(&mut self, header: &str, criterion: &Criterion) {
        self.line("");
        self.notes(&criterion.notes);
        self.line(header);
        self.quoted("id", &criterion.id);
        self.quoted("title", &criterion.title);
        if criterion.indicators.is_empty() {
            self.required(criterion);
        } else {
            self.quoted("require", "all");
        }
        let printed = [("lead", &criterion.lead), ("timeline", &criterion.timeline)];
        if let Some(agencies) = &criterion.coordinating {
            self.bare("coordinating", &format!("[{}]", quoted(agencies)));
        }
        for (key, value) in printed {
            if let Some(value) = value {
                self.quoted(key, value);
            }
        }
    }

    fn required(&mut self, criterion: &Criterion) {
        let required = &criterion.required;
        self.quoted("kind", required.kind.word());
        self.quoted("achieved", &required.requirement.to_text(required.kind));
        if !required.cases.is_empty() {
            let cases = required.cases.iter().map(|(when, other)| case(when, &other.to_text(required.kind)));
            self.bare("case", &format!("[{}]", cases.collect::<Vec<_>>().join(", ")));
        }
        if let Some(measure) = &required.measure
            && required.kind != Kind::Percent
        {
            self.quoted("measure", measure);
        }
    }
}

fn case(when: &CaseCondition, achieved: &str) -> String {
    let named = [("unit_kind", &when.unit_kind), ("area", &when.area), ("ward", &when.ward)];
    let conditions = named.iter().filter_map(|(key, value)| Some(format!("{key} = {}", quoted(value.as_deref()?))));
    let conditions = conditions.collect::<Vec<_>>().join(", ");
    format!("{{ when = {{ {conditions} }}, achieved = {} }}", quoted(achieved))
}

/// Returns a text in the quotes of TOML, on one line.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_never_ends_before_its_quotes_do() {
        for text in ["a\"b", "a\\", "a\\\"\nprovenance = \"official\"", "\"\"\"", "\u{7}\u{85}x", "#", "\\u0041"] {
            let table: toml::Table = format!("a = {}", quoted(text)).parse().unwrap();
            assert_eq!(table["a"].as_str(), Some(one_line(text).as_str()), "{text:?}");
            assert_eq!(table.len(), 1);
        }
    }

    #[test]
    fn a_comment_stays_on_its_line() {
        let mut writer = Writer::new(Language::Vietnamese);
        writer.mark(&Message::same("a\nid = \"x\"\r\u{0}\u{2028}b"));
        assert!(writer.finish().ends_with("\n# CẦN KIỂM TRA: a id = \"x\" b\n"));
    }
}
