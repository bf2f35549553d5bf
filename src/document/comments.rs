//! The comments of a definition, which the syntax tree leaves out: people and programs leave each other notes there.

use std::ops::Range;

/// What a letter of the text is part of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Within {
    /// Keys, values, nothing.
    Plain,
    /// A text between quotation marks like this one, which ends with the line at the latest.
    Text(u8),
    /// A text between three such marks, of any number of lines.
    Lines(u8),
}

/// Returns where the comments stand in a text, each from its `#` to the end of its line.
pub(super) fn comments(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut found, mut within, mut at) = (Vec::new(), Within::Plain, 0);
    while let Some(&byte) = bytes.get(at) {
        let thrice = bytes.get(at..at + 3).is_some_and(|three| three == [byte; 3]);
        let mut step = 1;
        match (within, byte) {
            (Within::Plain, b'#') => {
                let rest = bytes.get(at..).unwrap_or_default();
                step = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
                found.push(at..at + step);
            }
            (Within::Plain, b'"' | b'\'') => {
                (within, step) = if thrice { (Within::Lines(byte), 3) } else { (Within::Text(byte), 1) };
            }
            (Within::Text(b'"') | Within::Lines(b'"'), b'\\') => step = 2,
            (Within::Text(mark), _) if byte == mark || byte == b'\n' => within = Within::Plain,
            (Within::Lines(mark), _) if byte == mark && thrice => (within, step) = (Within::Plain, 3),
            _ => {}
        }
        at += step;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = comments(text).into_iter().map(|range| text.get(range).unwrap()).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_comment_goes_to_the_end_of_its_line() {
        check("# một\na = 1 # hai # ba\r\n#", &["# một", "# hai # ba\r", "#"]);
    }

    #[test]
    fn what_stands_in_quotes_is_no_comment() {
        check("a = \"#\" # b", &["# b"]);
        check("a = '\\' # b", &["# b"]);
        check("a = \"\\\"#\" # b", &["# b"]);
        check("a = \"\"\"x\n# \" \\\"\"\" y\n\"\"\" # b\nc = '''\n#''' # d", &["# b", "# d"]);
        check("a = \"\" # b", &["# b"]);
    }

    #[test]
    fn broken_quotes_end_with_their_line() {
        check("a = \"đ\n# b", &["# b"]);
        check("a = \"\"\"đ\n# b", &[]);
        check("a = \"\\", &[]);
    }
}
