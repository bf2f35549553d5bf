//! Texts whose pieces look different: what plain text says of them, crossed out or small beside a number.

use crate::text::{Height, at_height, crossed_out, joins_number};

/// How a piece of a text looks.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Look {
    /// Where it stands on its line.
    pub height: Height,
    /// It is crossed out.
    pub crossed_out: bool,
}

/// Returns, for each piece of a text, what it is to say instead, where that is something else.
pub(super) fn told(runs: &[(Look, &str)]) -> Vec<Option<String>> {
    let is_small = |look: Look| look.height != Height::Line;
    // The next sign on the line behind each piece, the last one first.
    let mut after = None;
    let behind = runs.iter().rev().map(|(look, text)| {
        let next = if is_small(*look) { None } else { signs(text).next() };
        let known = after;
        after = next.or(known);
        known
    });
    let behind: Vec<Option<char>> = behind.collect();
    let mut before = None;
    let said = runs.iter().zip(behind.iter().rev()).map(|((look, text), after)| {
        let mut other = None;
        if is_small(*look) {
            if joins_number(before, *after) {
                other = Some(at_height(text, look.height));
            }
        } else {
            before = signs(text).next_back().or(before);
        }
        if look.crossed_out {
            other = Some(crossed_out(other.as_deref().unwrap_or(text)));
        }
        other.filter(|other| other != text)
    });
    said.collect()
}

/// Puts the pieces of `text` together, each from where it begins, in bytes, to the next; what stands before the first is
/// plain. Pieces without a letter say nothing, so that there are no more of them than letters.
pub(super) fn joined(text: String, looks: &[(usize, Look)]) -> String {
    if looks.iter().all(|(_, look)| *look == Look::default()) {
        return text;
    }
    let mut runs: Vec<(Look, &str)> = Vec::new();
    let (mut rest, mut begun, mut current) = (text.as_str(), 0, Look::default());
    for (start, look) in looks {
        let length = start.saturating_sub(begun);
        if let Some((run, behind)) = rest.split_at_checked(length).filter(|_| length > 0) {
            runs.push((current, run));
            (rest, begun) = (behind, begun + length);
        }
        current = *look;
    }
    runs.push((current, rest));
    let told = told(&runs);
    let pieces = told.iter().zip(&runs).map(|(other, (_, run))| other.as_deref().unwrap_or(run));
    pieces.collect()
}

fn signs(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAISED: Look = Look { height: Height::Raised, crossed_out: false };
    const PLAIN: Look = Look { height: Height::Line, crossed_out: false };

    #[test]
    fn a_small_piece_joins_the_numbers_before_it_and_behind_it_however_far_they_stand() {
        let told = |runs: &[(Look, &str)]| told(runs).iter().map(Option::is_some).collect::<Vec<_>>();
        assert_eq!(told(&[(PLAIN, "12"), (RAISED, "3")]), [false, true]);
        assert_eq!(told(&[(RAISED, "1"), (RAISED, " "), (PLAIN, " "), (PLAIN, "5")]), [true, false, false, false]);
        assert_eq!(told(&[(PLAIN, "m"), (RAISED, "2"), (PLAIN, "n")]), [false, false, false]);
    }

    #[test]
    fn pieces_without_a_letter_are_none() {
        let looks: Vec<(usize, Look)> =
            (0..100_000).map(|index| (2, if index % 2 == 0 { RAISED } else { PLAIN })).collect();
        assert_eq!(joined("12m".to_owned(), &looks), "12m");
        let struck = Look { crossed_out: true, ..PLAIN };
        let looks = [(1, struck), (1, PLAIN), (1, struck), (2, PLAIN)];
        assert_eq!(joined("123".to_owned(), &looks), format!("1{}3", crossed_out("2")));
    }
}
