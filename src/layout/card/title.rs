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
    let (mut left_blank, mut code) = (None, None);
    for (cell, text) in (above..top).flat_map(|row| view.row(row)) {
        let Some(full) = written(cell) else { continue };
        if let Some(rest) = after_label(lexicon, Holds::Code, text, &full) {
            let beside = || view.sheet.row(cell.at.row).iter().find(|next| next.at > cell.at);
            let coded = if rest.is_empty() {
                beside().and_then(|next| Some((next.at, written(next)?)))
            } else {
                Some((cell.at, rest))
            };
            let coded = coded.and_then(|(at, text)| Some((at, code_of_judged(lexicon, &text)?)));
            code = code.or(coded.map(|(at, written)| Name { written, at: Some(at), certainty: Certainty::Certain }));
        }
        match after_label(lexicon, Holds::Unit, text, &full) {
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
    if certain.is_empty() {
        certain.extend(code.clone());
    }
    perhaps.reverse();
    certain.extend(perhaps);
    certain.push(Name { written: view.sheet.name.clone(), at: None, certainty: Certainty::Perhaps });
    Subject { names: certain, code, section: SectionWard::Unnamed, row: top, filled: true, left_blank }
}

/// Returns what follows a word for what is held and a colon: "Đơn vị:", "Mã đơn vị:".
fn after_label(lexicon: &Lexicon<'_>, holds: Holds, key: &str, written: &str) -> Option<String> {
    let (label, _) = key.split_once(':')?;
    let (_, rest) = written.split_once([':', '：'])?;
    (lexicon.headings.read(label.trim_end()).holds == Some(holds)).then(|| rest.trim().to_owned())
}

/// Returns the code that a text begins with, if it is that of a unit of the level that is judged: over a card its ward's
/// code may stand, too.
fn code_of_judged(lexicon: &Lexicon<'_>, text: &str) -> Option<String> {
    let rulebook = lexicon.rulebook();
    let code = text.split_whitespace().next()?.trim_end_matches([',', ';', '.', '-', '–']);
    let register = &rulebook.register;
    let unit = register.by_code(code).or_else(|| register.by_code_without_zeros(code))?;
    (register.unit(unit).level.subject() == Some(rulebook.criteria.subject)).then(|| code.to_owned())
}
