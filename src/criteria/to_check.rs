//! The mark of what a person has still to look at: a set that holds it cannot be official.

use std::ops::Range;

use crate::{
    criteria::Provenance,
    document::{Document, Table},
    finding::{Finding, Place, Severity, codes},
    model::{Message, say},
    text::canonical,
};

use super::parse::PROVENANCES;

/// How a comment of a criteria set begins that tells what a person has still to look at; who has looked removes it.
pub const TO_CHECK: &str = "CẦN KIỂM TRA:";

/// Records every mark of a set that calls itself official.
pub(super) fn check(document: &Document<'_>, set: &Table<'_>) {
    if set.word("provenance", &PROVENANCES) != Some(Provenance::Official) {
        return;
    }
    for span in places(document) {
        let message = say!(
            "Bộ tiêu chí ghi là \"official\", nhưng chỗ này còn ghi \"{TO_CHECK}\"",
            "The set calls itself \"official\", but here something is still marked \"{TO_CHECK}\""
        );
        record(document, &span, message, Severity::Error);
    }
}

/// Records every mark as a doubt.
pub(super) fn doubt_each(document: &Document<'_>) {
    for span in places(document) {
        let message = say!(
            "Chỗ này còn ghi \"{TO_CHECK}\", chưa có người xem lại",
            "Here something is still marked \"{TO_CHECK}\": nobody has looked at it"
        );
        record(document, &span, message, Severity::Warning);
    }
}

fn record(document: &Document<'_>, span: &Range<usize>, message: Message, severity: Severity) {
    let place = Place::Definition(document.place(span));
    let finding = Finding::new(&codes::INCONSISTENT_DEFINITION, place, message).with_severity(severity);
    document.record(finding.quoting(document.quote(span)).helped_by(say!(
        "Đối chiếu với văn bản, sửa giá trị ở dưới nếu chưa đúng, rồi xóa dòng \"{TO_CHECK}\"",
        "Compare with the document, correct the value below where it is wrong, then delete the line \"{TO_CHECK}\""
    )));
}

/// Returns the first mark of each place: marks in lines below each other speak of the same.
fn places(document: &Document<'_>) -> Vec<Range<usize>> {
    let line = |span: &Range<usize>| document.place(span).line;
    let marks = marks(document);
    marks.chunk_by(|one, next| line(one) + 1 == line(next)).filter_map(|place| place.first().cloned()).collect()
}

/// Returns where the comments that begin with the mark stand, however its letters are written.
fn marks(document: &Document<'_>) -> Vec<Range<usize>> {
    let mark = canonical(TO_CHECK.trim_end_matches(':'));
    let is_marked = |comment: &str| {
        let text = canonical(comment.trim_start_matches(['#', ' ', '\t']));
        text.strip_prefix(&*mark).is_some_and(|rest| rest.trim_start().starts_with(':'))
    };
    document.comments().into_iter().filter(|comment| is_marked(comment.value)).map(|comment| comment.span).collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        criteria::{lint, parse},
        finding::{Finding, Place, Severity},
    };

    /// A right set with a comment in its 15th line.
    fn set(provenance: &str, comment: &str) -> String {
        format!(
            "schema = 1\nid = \"mau\"\nversion = 2024-01-02\ntitle = \"M\"\nissuer = \"U\"\n\
             provenance = \"{provenance}\"\noutcome = {{ require = \"all\" }}\n[[standard]]\nid = \"1\"\ntitle = \"S\"\n\
             [[standard.criterion]]\nid = \"1.1\"\ntitle = \"CẦN KIỂM TRA: #\"\nkind = \"yes-no\"\n{comment}\n\
             achieved = \"yes\"\n"
        )
    }

    fn places(findings: &[Finding]) -> Vec<(u32, u32, Severity)> {
        let place = |finding: &Finding| match &finding.place {
            Place::Definition(place) => (place.line, place.column, finding.severity),
            place => panic!("{place:?} is no place in the file"),
        };
        findings.iter().map(place).collect()
    }

    #[test]
    fn an_official_set_with_a_mark_is_refused_at_the_mark() {
        for comment in
            ["# CẦN KIỂM TRA: ô C7", "  ## cần kiểm tra : a", "# CA\u{302}\u{300}N KIE\u{302}\u{309}M TRA: a"]
        {
            let text = set("official", comment);
            let expected = [(15, if comment.starts_with(' ') { 3 } else { 1 }, Severity::Error)];
            assert_eq!(places(&parse("a.toml", text.as_bytes()).unwrap_err()), expected, "{comment}");
            assert_eq!(places(&lint("a.toml", text.as_bytes())), expected, "{comment}");
        }
    }

    #[test]
    fn a_modelled_set_with_a_mark_is_read_and_doubted() {
        let text = set("modelled", "# CẦN KIỂM TRA: ô C7");
        assert!(parse("a.toml", text.as_bytes()).is_ok());
        assert_eq!(places(&lint("a.toml", text.as_bytes())), [(15, 1, Severity::Warning)]);
    }

    #[test]
    fn marks_below_each_other_are_told_once_and_what_to_do_about_them() {
        let told = |comments: &str| lint("a.toml", set("modelled", comments).as_bytes());
        let found = told("# CẦN KIỂM TRA: a\n# CẦN KIỂM TRA: b");
        assert_eq!(places(&found), [(15, 1, Severity::Warning)]);
        let help = "Đối chiếu với văn bản, sửa giá trị ở dưới nếu chưa đúng, rồi xóa dòng \"CẦN KIỂM TRA:\"";
        assert_eq!(found[0].help.vi, help);
        let apart = told("# CẦN KIỂM TRA: a\n# Nguồn: b\n# CẦN KIỂM TRA: c");
        assert_eq!(places(&apart), [(15, 1, Severity::Warning), (17, 1, Severity::Warning)]);
    }

    #[test]
    fn a_set_that_was_looked_at_may_be_official() {
        let text = set("official", "# Đã xem: CẦN KIỂM TRA: ô C7");
        assert!(parse("a.toml", text.as_bytes()).is_ok());
        assert_eq!(places(&lint("a.toml", text.as_bytes())), []);
    }
}
