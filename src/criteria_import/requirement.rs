//! What a row requires: from the column of requirements, one or several, else from its content.

use crate::{
    criteria::{CaseCondition, Kind, Requirement},
    model::{Message, phrase, say},
    text::canonical,
};

use super::{
    grid::Said,
    limits,
    meaning::{Beside, Meaning},
    outline::Note,
    phrase::several_conditions,
    quote::{Quote, shortened},
    rows::Row,
};

/// What a criterion requires.
#[derive(Clone, Debug)]
pub(super) struct Required {
    pub kind: Kind,
    pub requirement: Requirement,
    pub measure: Option<String>,
    /// Other requirements for some units.
    pub cases: Vec<(CaseCondition, Requirement)>,
}

/// How the doubt begins that nothing is required; a criterion with indicators needs nothing of its own.
const MISSING: (&str, &str) = ("Không ghi yêu cầu", "No requirement is given");

/// Returns what the row requires, and what a person has to look at.
pub(super) fn required(row: &Row, quote: &Quote) -> (Required, Vec<Message>) {
    let title = row.content.as_ref().map_or("", |said| said.text.as_str());
    let measure = row.measure.as_ref().map(|said| said.text.as_str());
    let beside = Beside { title, measure, heading: "" };
    let said: Vec<(&str, &Said)> =
        row.requirements.iter().filter_map(|(heading, said)| Some((heading.as_str(), said.as_ref()?))).collect();
    match said.as_slice() {
        [] => from_title(row, beside, quote),
        [(heading, first), others @ ..] if others.iter().all(|(_, other)| other.at == first.at) => {
            let meaning = meaning(first, Beside { heading, ..beside });
            let doubts = meaning.doubts.iter().map(|why| doubt(quote, first, why, &meaning));
            let joint = (row.is_joint && meaning.requirement != Requirement::Yes)
                .then(|| doubt(quote, first, &joint(), &meaning));
            let limited = row.requirements.len() == 1 && limits::is_limited_heading(&canonical(heading));
            let limited = limited.then(|| doubt(quote, first, &limited_heading(heading), &meaning));
            let doubts = doubts.chain(joint).chain(limited).chain(left_blank(row, first, quote)).collect();
            (Required::of(meaning), doubts)
        }
        [(_, first), ..] => {
            let (required, doubts) = for_some_units(&said, beside, quote);
            (required, doubts.into_iter().chain(left_blank(row, first, quote)).collect())
        }
    }
}

/// Reads one requirement; several lines may be several conditions.
fn meaning(said: &Said, beside: Beside<'_>) -> Meaning {
    let mut meaning = Meaning::of(&said.text, beside);
    if said.several && meaning.doubts.is_empty() {
        meaning.doubts.push(several_conditions());
    }
    meaning
}

/// A figure that is merged over several rows may be one of them together.
fn joint() -> Message {
    phrase!("ô gộp qua nhiều dòng, hiểu là mức của từng dòng", "merged over several rows, taken for that of each")
}

/// The only column of requirements may be for some units alone.
fn limited_heading(heading: &str) -> Message {
    let heading = shortened(heading);
    phrase!(
        "tiêu đề cột \"{heading}\" nói đến nơi áp dụng hoặc điều kiện",
        "the heading \"{heading}\" speaks of where it applies or of a condition"
    )
}

/// Where other columns of requirements are blank, the only one may not be that of all units.
fn left_blank(row: &Row, only: &Said, quote: &Quote) -> Option<Message> {
    let blank = row.requirements.iter().filter(|(_, said)| said.is_none());
    let blank: Vec<String> = blank.map(|(heading, _)| format!("\"{}\"", shortened(heading))).collect();
    (!blank.is_empty()).then(|| {
        let (cell, blank) = (quote.cell(only), blank.join(", "));
        say!(
            "{cell}: cột {blank} để trống, yêu cầu ở đây tạm dùng cho mọi đơn vị",
            "{cell}: nothing stands under {blank}, and what is required here is assumed for every unit"
        )
    })
}

impl Required {
    fn of(meaning: Meaning) -> Self {
        let Meaning { kind, requirement, measure, .. } = meaning;
        Self { kind, requirement, measure, cases: Vec::new() }
    }
}

fn doubt(quote: &Quote, said: &Said, why: &Message, meaning: &Meaning) -> Message {
    let (cell, assumed) = (quote.cell(said), meaning.assumed());
    say!("{cell}: {why}; {assumed}", "{cell}: {why}; {assumed}", why, assumed)
}

/// Without a requirement of its own, a row may say it in its content, which is never certain.
fn from_title(row: &Row, beside: Beside<'_>, quote: &Quote) -> (Required, Vec<Message>) {
    let meaning = Meaning::of(beside.title, Beside { title: "", ..beside });
    let (assumed, (vi, en)) = (meaning.assumed(), MISSING);
    let cell = row.content.as_ref().map(|said| quote.cell(said)).unwrap_or_default();
    let doubt = say!(
        "{vi}, lời của nội dung được dùng: {cell}; {assumed}",
        "{en}, the words of the content are used: {cell}; {assumed}",
        assumed
    );
    (Required::of(meaning), vec![doubt])
}

/// Returns whether a note only says that nothing is required.
pub(super) fn is_missing(note: &Note) -> bool {
    matches!(note, Note::ToCheck(message) if message.vi.starts_with(MISSING.0))
}

/// Columns of requirements beside each other are for some units each: the first is that of all others.
fn for_some_units(said: &[(&str, &Said)], beside: Beside<'_>, quote: &Quote) -> (Required, Vec<Message>) {
    let of_column = |(heading, said): &(&str, &Said)| meaning(said, Beside { heading, ..beside });
    let meanings: Vec<Meaning> = said.iter().map(of_column).collect();
    let mut doubts: Vec<Message> = Vec::new();
    for ((_, said), meaning) in said.iter().zip(&meanings) {
        doubts.extend(meaning.doubts.iter().map(|why| doubt(quote, said, why, meaning)));
    }
    if let [first, others @ ..] = meanings.as_slice()
        && others.iter().all(|other| other.kind == first.kind && other.requirement == first.requirement)
        && said.windows(2).all(|two| canonical(&two[0].1.text) == canonical(&two[1].1.text))
    {
        return (Required::of(first.clone()), doubts);
    }
    let cells: Vec<String> = said.iter().map(|(heading, said)| format!("{heading}: {}", quote.cell(said))).collect();
    let cells = cells.join("; ");
    let kind = meanings.first().map_or(Kind::YesNo, |meaning| meaning.kind);
    let is_of_kind = |meaning: &Meaning| meaning.kind == kind && kind.takes(&meaning.requirement);
    let own: Vec<&str> = said.iter().map(|(heading, _)| own_part(heading, said)).collect();
    let mut cases: Vec<(CaseCondition, Requirement)> = Vec::new();
    for (name, meaning) in own.iter().zip(&meanings).skip(1) {
        let when = condition(name);
        let is_new = cases.iter().all(|(other, _)| !is_same(other, &when));
        if is_new && !name.is_empty() && is_of_kind(meaning) {
            cases.push((when, meaning.requirement.clone()));
        }
    }
    let told = shown(&cases, kind);
    doubts.push(say!(
        "Mức khác nhau theo cột ({cells}): mức đầu dùng chung, còn lại {told}",
        "Other thresholds in other columns ({cells}): the first is for all, the others {told}",
        told
    ));
    let mut required = meanings.into_iter().next().map_or_else(nothing, Required::of);
    required.cases = cases;
    (required, doubts)
}

fn nothing() -> Required {
    Required { kind: Kind::YesNo, requirement: Requirement::Yes, measure: None, cases: Vec::new() }
}

fn shown(cases: &[(CaseCondition, Requirement)], kind: Kind) -> Message {
    if cases.is_empty() {
        return phrase!("chưa được dùng", "are not used");
    }
    let each = cases.iter().map(|(when, requirement)| {
        let name = when.unit_kind.as_ref().or(when.area.as_ref()).map_or("", String::as_str);
        format!("\"{name}\" {}", requirement.to_text(kind))
    });
    let each = each.collect::<Vec<_>>().join(", ");
    phrase!("tạm ghi {each}", "are assumed: {each}")
}

/// Returns what only this heading says: "Bản" of "Yêu cầu: Bản" beside "Yêu cầu: Tổ dân phố".
fn own_part<'h>(heading: &'h str, all: &[(&str, &Said)]) -> &'h str {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let first = words(heading);
    let common = (0..first.len()).take_while(|&at| all.iter().all(|(other, _)| words(other).get(at) == first.get(at)));
    let count = common.count();
    let start = heading.match_indices(' ').nth(count.wrapping_sub(1)).map_or(0, |(at, _)| at + 1);
    heading.split_at(if count == 0 { 0 } else { start }).1.trim_matches([':', ' ', '(', ')'])
}

/// Kinds of unit that columns are named after, canonical.
const UNIT_KINDS: &[&str] = &["tổ dân phố", "bản", "thôn", "khu phố", "ấp", "xóm", "phường", "xã", "làng", "buôn"];

fn condition(name: &str) -> CaseCondition {
    let kind = canonical(name);
    let bare = kind.strip_prefix("đối với ").or_else(|| kind.strip_prefix("các ")).unwrap_or(&kind);
    if UNIT_KINDS.contains(&bare) {
        return CaseCondition { unit_kind: Some(bare.to_owned()), ..CaseCondition::default() };
    }
    CaseCondition { area: Some(name.to_owned()), ..CaseCondition::default() }
}

fn is_same(one: &CaseCondition, other: &CaseCondition) -> bool {
    let key = |text: &Option<String>| text.as_deref().map(|text| canonical(text).into_owned());
    key(&one.unit_kind) == key(&other.unit_kind) && key(&one.area) == key(&other.area)
}

/// Returns a title without the colon that leads to its parts.
pub(super) fn title(text: &str) -> String {
    let bare = text.trim_end_matches([':', ';', ' ']);
    if bare.is_empty() { text } else { bare }.to_owned()
}
