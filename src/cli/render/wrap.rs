//! Lines that fit the terminal, set in from the margin.

use std::io::{self, IsTerminal};

use super::table;

/// Lines are never broken narrower than this.
const NARROWEST: usize = 40;

/// Writes `text` set in by `indent`, broken between words where the terminal ends; unbroken where nobody looks.
pub(crate) fn indented(out: &mut String, indent: usize, text: &str) {
    hanging(out, indent, indent, text);
}

/// Writes `text` like [`indented`], its first line set in by `first`, the others by `rest`.
pub(crate) fn hanging(out: &mut String, first: usize, rest: usize, text: &str) {
    let room = width().unwrap_or(usize::MAX).max(NARROWEST);
    for (index, line) in broken(text, room.saturating_sub(first.max(rest))).into_iter().enumerate() {
        out.push_str(&" ".repeat(if index == 0 { first } else { rest }));
        out.push_str(&line);
        out.push('\n');
    }
}

/// Returns how many columns the terminal has, if anybody looks at one.
pub(crate) fn width() -> Option<usize> {
    let (terminal_size::Width(columns), _) = terminal_size::terminal_size().filter(|_| io::stdout().is_terminal())?;
    Some(usize::from(columns))
}

fn broken(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && table::width(&line) + 1 + table::width(word) > room {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_where_the_room_ends() {
        assert_eq!(broken("một hai ba", 7), ["một hai", "ba"]);
        assert_eq!(broken("một hai ba", 6), ["một", "hai ba"]);
        assert_eq!(broken("một", 1), ["một"]);
        assert_eq!(broken("một hai ba", usize::MAX), ["một hai ba"]);
    }
}
