//! How headings name the criterion of a column, and what else they say of it.

use crate::{
    criteria::Kind,
    layout::{
        band::{Band, Segment},
        heading::{Holds, announces_score, is_rate, measures_in_points},
        label,
    },
    model::CriterionKey,
    text::canonical,
};

/// A criterion and the rows of headings in which it is named.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) key: CriterionKey,
    /// The first of them, where its label is split over several.
    pub(super) top: u32,
    pub(super) bottom: u32,
}

impl Named {
    pub(super) fn new(band: &Band<'_, '_>, segments: &[Segment<'_>], key: CriterionKey) -> Self {
        if let Some(naming) = segments.iter().rev().find(|segment| segment.named.criterion() == Some(key)) {
            return Self { key, top: naming.at.row, bottom: naming.at.row };
        }
        let labels = &band.lexicon.labels;
        let first = segments.iter().find(|segment| !labels.names_standard(segment.text));
        let row = |segment: Option<&Segment<'_>>| segment.map_or(0, |segment| segment.at.row);
        Self { key, top: row(first), bottom: row(segments.last()) }
    }
}

/// Returns whether a column without a criterion of its own goes on with the one to its left: nothing but a kind of
/// answer stands over it, and not above the rows in which that one is named: there it is about the whole table.
pub(super) fn continues(band: &Band<'_, '_>, segments: &[Segment<'_>], column: u16, left: Named) -> bool {
    let mut own = segments.iter().filter(|segment| segment.at.column == column).peekable();
    let labels = &band.lexicon.labels;
    let belongs = |text: &str| labels.parts(text).contains(&left.key) || labels.wholes(text).contains(&left.key);
    let answers = |segment: &Segment<'_>| {
        segment.heading.holds.is_some_and(Holds::is_answer)
            || segment.heading.speaker.is_some()
            || (left.bottom < segment.at.row && belongs(segment.text))
    };
    own.peek().is_some_and(|first| left.top <= first.at.row) && own.all(answers)
}

/// What headings say of a column beside its criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum SaidOf {
    /// Nothing: it holds what answers the criterion.
    Nothing,
    /// That it holds this.
    Holds(Holds),
    /// Something that nobody knows; it may be a plan's figure, another subject or the opposite.
    Strange,
}

/// Units of measurement that stand in a row of their own below the criteria, canonical.
const MEASURES: &[&str] = &[
    "%",
    "hộ",
    "người",
    "vụ",
    "trẻ",
    "cháu",
    "tấn",
    "kg",
    "km",
    "ha",
    "triệu đồng",
    "đồng",
    "buổi",
    "lượt",
    "mô hình",
];

/// Words that turn a heading round.
const NEGATIONS: [&str; 2] = ["chưa", "không"];

/// Returns what the headings over a column say below the name of its criterion, or behind its number.
pub(super) fn said_of(band: &Band<'_, '_>, segments: &[Segment<'_>], column: u16, key: CriterionKey) -> SaidOf {
    let lowest = |segments: &[Segment<'_>]| segments.iter().rev().find_map(|segment| segment.heading.holds);
    let kind = band.lexicon.kind(key);
    let is_rate_of_count =
        |below: &[Segment<'_>]| matches!(kind, Kind::Count | Kind::Amount) && below.iter().any(|s| is_rate(s.text));
    let Some(naming) = segments.iter().rposition(|segment| segment.named.criterion() == Some(key)) else {
        let own =
            segments.iter().rposition(|segment| segment.at.column == column).map_or(&[][..], |at| &segments[at..]);
        if lowest(segments) == Some(Holds::Figure) && is_rate_of_count(own) {
            return SaidOf::Strange;
        }
        return lowest(segments).filter(|holds| holds.is_answer()).map_or(SaidOf::Nothing, SaidOf::Holds);
    };
    let (above, below) = segments.split_at(naming + 1);
    let label = above[naming].text;
    let is_scored = || kind != Kind::Points && says_scored(band, label, key);
    match lowest(below) {
        Some(Holds::Claim) | None if is_scored() => return SaidOf::Holds(Holds::Points),
        Some(Holds::Figure) if is_rate_of_count(below) && has_siblings(band, &above[naming], column) => {
            return SaidOf::Strange;
        }
        Some(holds) => return SaidOf::Holds(holds),
        None if kind == Kind::Percent && below.iter().any(|segment| counts(segment.text)) => {
            return SaidOf::Holds(Holds::Part);
        }
        None => {}
    }
    if let Some(holds) = band.lexicon.behind_number(label, key) {
        return SaidOf::Holds(holds);
    }
    let naming_and_below = || above[naming..].iter().chain(below);
    let whole = naming_and_below().map(|segment| segment.text).collect::<Vec<_>>().join(" ");
    if is_negated(band, naming_and_below(), key)
        || band.lexicon.is_of_other_subject(&whole, key)
        || has_strange(band, above, below, column, key)
    {
        return SaidOf::Strange;
    }
    lowest(&above[..naming]).filter(|holds| holds.is_answer()).map_or(SaidOf::Nothing, SaidOf::Holds)
}

/// Returns what a column of a criterion holds whose headings say `holds`: points may be what the criterion counts.
pub(super) fn meant(band: &Band<'_, '_>, segments: &[Segment<'_>], holds: Holds, key: CriterionKey) -> Holds {
    let are_counted =
        || counts_points(band, key) && segments.last().is_some_and(|segment| measures_in_points(segment.text));
    match (holds, band.lexicon.kind(key)) {
        (Holds::Quantity, Kind::Percent) => Holds::Part,
        (Holds::Quantity, _) | (Holds::Points, Kind::Points) => Holds::Figure,
        (Holds::Points, Kind::Count | Kind::Amount) if are_counted() => Holds::Figure,
        (holds, _) => holds,
    }
}

/// Returns whether a criterion counts what is called "điểm", such as places where rubbish is dumped.
fn counts_points(band: &Band<'_, '_>, key: CriterionKey) -> bool {
    let criterion = band.lexicon.rulebook().criteria.criterion(key);
    let mut names =
        [Some(&criterion.title), criterion.measure.as_ref()].into_iter().flatten().chain(&criterion.aliases);
    names.any(|name| canonical(name).split_whitespace().any(|word| word == "điểm"))
}

/// Returns whether the label of a criterion says in brackets that it is scored, and its names do not.
fn says_scored(band: &Band<'_, '_>, label: &str, key: CriterionKey) -> bool {
    let criterion = band.lexicon.rulebook().criteria.criterion(key);
    let mut names = std::iter::once(&criterion.title).chain(&criterion.aliases);
    let is_unit = || counts_points(band, key) && measures_in_points(label);
    announces_score(label) && !names.any(|name| announces_score(&canonical(name))) && !is_unit()
}

/// Returns whether a heading below the name of a percentage says what is counted: "hộ", "(người)".
fn counts(text: &str) -> bool {
    let text = text.strip_prefix("đvt").unwrap_or(text).trim_matches([' ', ':', '(', ')']);
    text != "%" && MEASURES.contains(&text)
}

/// Returns whether the headings deny what the title of the criterion says.
fn is_negated<'s, 'v: 's>(
    band: &Band<'_, '_>,
    headings: impl Iterator<Item = &'s Segment<'v>>,
    key: CriterionKey,
) -> bool {
    let criterion = band.lexicon.rulebook().criteria.criterion(key);
    let negations = |text: &str| text.split([' ', '(', ')', ',']).filter(|word| NEGATIONS.contains(word)).count();
    let names = std::iter::once(&criterion.title).chain(&criterion.aliases);
    let meant = names.map(|name| negations(&canonical(name))).max().unwrap_or(0);
    headings.map(|segment| negations(segment.text)).sum::<usize>() > meant
}

/// Returns whether a heading below the name of a criterion is neither known nor the rest of its label.
fn has_strange(
    band: &Band<'_, '_>,
    above: &[Segment<'_>],
    below: &[Segment<'_>],
    column: u16,
    key: CriterionKey,
) -> bool {
    let Some(naming) = above.last() else { return false };
    let measure = band.lexicon.rulebook().criteria.criterion(key).measure.as_deref().map(canonical);
    let is_measure = |text: &str| {
        text.starts_with('(') || text.starts_with("đvt") || MEASURES.contains(&text) || measure.as_deref() == Some(text)
    };
    let is_known = |segment: &Segment<'_>| {
        segment.heading.speaker.is_some() || segment.named != label::Named::Nothing || is_measure(segment.text)
    };
    if below.iter().all(is_known) || matches!(naming.named, label::Named::BareId(_)) {
        return false;
    }
    let rest = below.iter().map(|segment| segment.text);
    let label = std::iter::once(naming.text).chain(rest).collect::<Vec<_>>().join(" ");
    let is_rest = band.lexicon.labels.read(&label) == label::Named::Titled(key);
    !is_rest && (matches!(naming.named, label::Named::Titled(_)) || has_siblings(band, naming, column))
}

/// Returns whether the name of a criterion stands over the next column, too.
fn has_siblings(band: &Band<'_, '_>, naming: &Segment<'_>, column: u16) -> bool {
    let over = |column: Option<u16>| column.map_or(&[][..], |column| band.over(column));
    let shares = |segments: &[Segment<'_>]| segments.iter().any(|segment| segment.at == naming.at);
    let goes_on = |segments: &[Segment<'_>]| {
        !segments.is_empty() && segments.iter().all(|segment| naming.at.row < segment.at.row)
    };
    let (left, right) = (over(column.checked_sub(1)), over(column.checked_add(1)));
    shares(left) || shares(right) || goes_on(right)
}

/// Reads consecutive texts as one label that was split over rows; where one of them may mean several criteria, only a
/// title decides.
pub(super) fn joined(band: &Band<'_, '_>, segments: &[Segment<'_>], texts: &[&str]) -> Option<CriterionKey> {
    let unclear = segments.iter().any(|segment| matches!(segment.named, label::Named::Unclear(_)));
    let starts = 0..texts.len().saturating_sub(1);
    starts
        .flat_map(|start| (start + 2..=texts.len()).map(move |end| texts[start..end].join(" ")))
        .map(|label| band.lexicon.labels.read(&label))
        .filter(|named| !unclear || matches!(named, label::Named::Titled(_)))
        .find_map(|named| named.criterion())
}
