//! Curly quotes of word processors where TOML wants straight ones.

use std::ops::Range;

use crate::{
    finding::{Finding, Place, codes},
    model::say,
};

use super::source::Source;

/// Quotes that look like those of TOML and are not.
const CURLY: [char; 6] = ['“', '”', '„', '‘', '’', '«'];

/// Tells the curly quote that breaks the line in which `offset` lies, if one does.
pub(super) fn mistake(source: &Source<'_>, offset: usize) -> Option<Finding> {
    let (start, line) = source.line_at(offset);
    let within = breaking(line).filter(|_| !line.contains("\"\"\"") && !line.contains("'''"))?;
    let span = start + within.start..start + within.end;
    let found = source.slice(&span);
    let message = say!(
        "Dấu nháy cong {found} của phần mềm soạn thảo không dùng được ở đây",
        "A word processor's curly quote {found} cannot be used here"
    );
    let help = say!("Gõ dấu nháy thẳng \" ở cả hai đầu của chữ", "Type a straight quote \" at both ends of the text");
    let place = Place::Definition(source.place(&span));
    Some(Finding::new(&codes::DEFINITION_SYNTAX, place, message).quoting(found).expecting("\"").helped_by(help))
}

/// Returns where a curly quote stands outside the texts of a line, or in the place of the quote that ends one.
fn breaking(line: &str) -> Option<Range<usize>> {
    let mut open: Option<(char, Option<Range<usize>>)> = None;
    let mut escaped = false;
    for (at, letter) in line.char_indices() {
        let here = at..at + letter.len_utf8();
        match &mut open {
            Some(_) if escaped => escaped = false,
            Some(('"', _)) if letter == '\\' => escaped = true,
            Some((quote, _)) if letter == *quote => open = None,
            Some((_, last)) if CURLY.contains(&letter) => *last = Some(here),
            None if CURLY.contains(&letter) => return Some(here),
            None if letter == '#' => return None,
            None if matches!(letter, '"' | '\'') => open = Some((letter, None)),
            Some(_) | None => {}
        }
    }
    open.and_then(|(_, last)| last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<&str>) {
        let found = breaking(line).map(|span| (span.start, line.get(span).unwrap()));
        let expected = expected.map(|quote| (line.find(quote).unwrap(), quote));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn a_curly_quote_that_breaks_a_line_is_found() {
        check("title = “Kế hoạch”", Some("“"));
        check("title = \"Kế hoạch”", Some("”"));
        check("list = [\"một\", ‘hai’]", Some("‘"));
    }

    #[test]
    fn a_curly_quote_within_a_text_or_a_remark_breaks_nothing() {
        check("title = \"Kế hoạch “A”\"", None);
        check("title = '“A”'", None);
        check(r#"title = "\"“A”""#, None);
        check("title = x # “A”", None);
    }
}
