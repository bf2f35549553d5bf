//! The lines above a card, one of which names its unit.

use crate::{
    layout::{
        Lexicon,
        heading::Holds,
        matrix::written,
        table::{Certainty, Name, SectionWard, Subject},
        view::View,
    },
    text::is_blank,
};

/// Gathers the texts above a card that may name its unit, and the sheet's own name.
pub(super) fn subject_above(view: &View<'_>, lexicon: &Lexicon<'_>, (above, top): (u32, u32)) -> Subject {
    let mut certain = Vec::new();
    let mut perhaps = Vec::new();
    let mut left_blank = None;
    for (cell, text) in (above..top).flat_map(|row| view.row(row)) {
        let Some(full) = written(cell) else { continue };
        match after_label(lexicon, text, &full) {
            // Dots that nobody filled in name nothing.
            Some(rest) if !rest.is_empty() && is_blank(&rest) => {
                left_blank.get_or_insert(cell.at);
            }
            Some(rest) if rest.is_empty() => {
                let right = view.sheet.row(cell.at.row).iter().find(|next| next.at > cell.at);
                match right.and_then(|next| Some((next, written(next).filter(|name| !is_blank(name))?))) {
                    Some((next, name)) => {
                        certain.push(Name { written: name, at: Some(next.at), certainty: Certainty::Certain });
                    }
                    None => {
                        left_blank.get_or_insert(cell.at);
                    }
                }
            }
            Some(rest) => certain.push(Name { written: rest, at: Some(cell.at), certainty: Certainty::Certain }),
            None => perhaps.push(Name { written: full, at: Some(cell.at), certainty: Certainty::Perhaps }),
        }
    }
    perhaps.reverse();
    certain.extend(perhaps);
    certain.push(Name { written: view.sheet.name.clone(), at: None, certainty: Certainty::Perhaps });
    Subject { names: certain, code: None, section: SectionWard::Unnamed, row: top, filled: true, left_blank }
}

/// Returns what follows "Đơn vị:" or another word for units and a colon.
fn after_label(lexicon: &Lexicon<'_>, key: &str, written: &str) -> Option<String> {
    let (label, _) = key.split_once(':')?;
    let (_, rest) = written.split_once([':', '：'])?;
    (lexicon.headings.read(label.trim_end()).holds == Some(Holds::Unit)).then(|| rest.trim().to_owned())
}
