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
    let mut said = Vec::with_capacity(runs.len());
    // The last sign on the line.
    let mut before = None;
    for (index, (look, text)) in runs.iter().enumerate() {
        let mut other = None;
        if is_small(*look) {
            let behind = runs[index..].iter().filter(|(look, _)| !is_small(*look));
            let after = behind.flat_map(|(_, text)| signs(text)).next();
            if joins_number(before, after) {
                other = Some(at_height(text, look.height));
            }
        } else {
            before = signs(text).next_back().or(before);
        }
        if look.crossed_out {
            other = Some(crossed_out(other.as_deref().unwrap_or(text)));
        }
        said.push(other.filter(|other| other != text));
    }
    said
}

/// Puts the pieces of `text` together, each from where it begins, in bytes, to the next; what stands before the first is
/// plain.
pub(super) fn joined(text: String, looks: &[(usize, Look)]) -> String {
    if looks.iter().all(|(_, look)| *look == Look::default()) {
        return text;
    }
    let mut runs: Vec<(Look, &str)> = Vec::with_capacity(looks.len() + 1);
    let (mut rest, mut begun, mut current) = (text.as_str(), 0, Look::default());
    for (start, look) in looks {
        let length = start.saturating_sub(begun);
        if let Some((run, behind)) = rest.split_at_checked(length) {
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
