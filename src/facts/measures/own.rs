//! What a criterion is measured in, and what a heading, a label or a number format says beside it.

use std::borrow::Cow;

use crate::{
    criteria::{Criterion, Kind},
    model::{CellRef, Decimal},
    text::{Measure, canonical},
};

/// Words before the unit of a whole table, or of a row.
pub(super) const ANNOUNCED: [&str; 2] = ["đơn vị tính", "đvt"];
/// Incomes a person are given in millions of đồng: from the first number on one is certainly in thousands of đồng, as no
/// group earns five thousand million a person, and from the second on in single đồng.
const MILLIONS_EACH: (&str, u32, u32) = ("triệu đồng/người", 5_000, 1_000_000);

/// A unit of measurement, as it is written in a cell.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) at: CellRef,
    pub(super) written: String,
    pub(super) measure: Measure,
}

/// What a criterion is measured in.
pub(super) struct Own {
    pub(super) measure: Measure,
    /// As it is written.
    pub(super) written: String,
    /// A unit of another kind is told, too: it is percent, or the criterion says its measure.
    has_kind: bool,
    /// Its canonical names, which are no units.
    names: Vec<String>,
    /// All that it says of itself, canonical.
    wording: String,
}

/// A heading, or a label in a row.
pub(super) struct Label<'t> {
    pub(super) at: CellRef,
    pub(super) written: &'t str,
    /// Its canonical text.
    pub(super) key: Cow<'t, str>,
}

/// What is said over, beside or within a cell of the figure there.
#[derive(Clone, Debug)]
pub(super) enum Verdict {
    /// Nothing that can be held against the criterion's unit.
    Silent,
    /// The criterion's own unit.
    Agrees,
    /// Another unit of the same kind.
    Factor(Said),
    /// A unit of another kind.
    AnotherKind(Said),
}

impl Own {
    /// Reads the unit that a criterion asks for.
    pub(super) fn of(criterion: &Criterion) -> Option<Self> {
        let written = written_measure(criterion)?;
        let names = std::iter::once(&criterion.title).chain(&criterion.aliases);
        Some(Self {
            wording: wording(criterion),
            measure: Measure::read(&canonical(written))?,
            written: written.to_owned(),
            has_kind: criterion.kind == Kind::Percent || criterion.measure.is_some(),
            names: names.map(|name| canonical(name).into_owned()).collect(),
        })
    }

    /// Returns the unit in which a number can only have been written that is too large for millions, and how many of it
    /// make one.
    pub(super) fn beyond_reason(&self, value: Decimal) -> Option<(&'static str, u32)> {
        let (each, thousands, single) = MILLIONS_EACH;
        let is_beyond = canonical(&self.written).starts_with(each) && value >= Decimal::from(thousands);
        let unit = if value >= Decimal::from(single) { ("đồng", 1_000_000) } else { ("nghìn đồng", 1_000) };
        is_beyond.then_some(unit)
    }

    pub(super) fn is_share(&self) -> bool {
        self.written == "%"
    }

    /// Weighs the units that a label says: one that can be compared speaks for all.
    pub(super) fn verdict(&self, units: &[Said]) -> Verdict {
        let mut comparable = units.iter().filter(|said| said.measure.is_comparable(&self.measure)).peekable();
        if comparable.peek().is_some() {
            let contradicts = comparable.find(|said| self.is_contradicted(said));
            return contradicts.map_or(Verdict::Agrees, |said| Verdict::Factor(said.clone()));
        }
        let another = units.iter().find(|said| self.has_kind && said.measure.is_of_another_kind(&self.measure));
        another.map_or(Verdict::Silent, |said| Verdict::AnotherKind(said.clone()))
    }

    /// Returns whether a unit of the same kind makes another number of it.
    pub(super) fn is_contradicted(&self, said: &Said) -> bool {
        said.measure.contradicts(&self.measure) || said.is_rate_of(&self.wording)
    }

    /// Returns the units that a heading or label says, unless it is a name that the criterion itself has.
    pub(super) fn units_in(&self, label: &Label<'_>) -> Vec<Said> {
        if self.is_named(&label.key) {
            return Vec::new();
        }
        units_said(label.at, label.written)
    }

    /// Reads a heading that is nothing but a unit, or the name of what is counted.
    pub(super) fn counted(&self, label: &Label<'_>) -> Option<Said> {
        label.said(Measure::read_counted).filter(|_| !self.is_named(&label.key))
    }

    fn is_named(&self, label: &str) -> bool {
        self.names.iter().any(|name| label.ends_with(&**name))
    }
}

impl Said {
    /// Returns whether it counts in a month or another time that a criterion, which says so much of itself, does not
    /// speak of.
    pub(super) fn is_rate_of(&self, wording: &str) -> bool {
        self.measure.short_time().is_some_and(|time| !wording.contains(time))
    }
}

/// Returns the names of a criterion and its measure, canonical.
pub(super) fn wording(criterion: &Criterion) -> String {
    let names = std::iter::once(&criterion.title).chain(&criterion.aliases).chain(&criterion.measure);
    names.map(|name| canonical(name)).collect::<Vec<_>>().join(" ")
}

impl Label<'_> {
    /// Reads the whole of it as a unit.
    pub(super) fn said(&self, read: fn(&str) -> Option<Measure>) -> Option<Said> {
        Some(Said { at: self.at, measure: read(&self.key)?, written: self.written.trim().to_owned() })
    }
}

/// Returns the unit that a criterion asks for, as it is written: the percent that it is, its measure, or what its title
/// has in brackets.
fn written_measure(criterion: &Criterion) -> Option<&str> {
    match (&criterion.measure, criterion.kind) {
        (_, Kind::YesNo | Kind::Task | Kind::Points) => None,
        (_, Kind::Percent) => Some("%"),
        (Some(measure), _) => Some(measure),
        (None, _) => criterion.title.trim().strip_suffix(')').and_then(|title| Some(title.rsplit_once('(')?.1)),
    }
}

/// Returns the units that a text says in brackets, behind "Đơn vị tính:", behind its last comma, or as a whole.
pub(super) fn units_said(at: CellRef, written: &str) -> Vec<Said> {
    let in_brackets = written.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    let mut units: Vec<Said> = in_brackets.filter_map(|unit| unit_in(at, unit)).collect();
    let last = written.rsplit_once(',').map_or(written, |(_, last)| last);
    units.extend(announced(at, written).or_else(|| said(at, last, Measure::read_unit)));
    units
}

/// Reads the unit behind "Đơn vị tính:".
pub(super) fn announced(at: CellRef, text: &str) -> Option<Said> {
    let unit = text.split_once([':', '：'])?.1.trim();
    let key = canonical(text);
    let bare = key.trim_start_matches('(');
    ANNOUNCED.iter().find(|word| bare.starts_with(**word))?;
    said(at, unit.strip_suffix(')').unwrap_or(unit), Measure::read)
}

/// Reads the unit in brackets, perhaps announced.
fn unit_in(at: CellRef, text: &str) -> Option<Said> {
    announced(at, text).or_else(|| said(at, text, Measure::read))
}

pub(super) fn said(at: CellRef, written: &str, read: fn(&str) -> Option<Measure>) -> Option<Said> {
    let measure = read(&canonical(written))?;
    Some(Said { at, written: written.trim().to_owned(), measure })
}
