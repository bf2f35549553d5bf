//! Units of measurement as headings and number formats write them, as far as they can be held against each other.

/// What something is measured in: "triệu đồng/người/năm".
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Measure {
    of: Of,
    /// How many noughts stand behind the unit that is the least here.
    noughts: i8,
    /// In how long: "năm".
    per: Option<&'static str>,
}

/// What is measured or counted.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Of {
    Money,
    Mass,
    Length,
    Area,
    Volume,
    Share,
    /// Things of this name.
    Things(String),
    /// "nghìn": so many of whatever it is.
    Anything,
}

/// Words that multiply, and how many noughts they stand for; the longer before those that they begin with.
const MAGNITUDES: &[(&str, i8)] = &[
    ("nghìn tỷ", 12),
    ("ngàn tỷ", 12),
    ("nghìn", 3),
    ("ngàn", 3),
    ("1.000", 3),
    ("1000", 3),
    ("triệu", 6),
    ("tr.", 6),
    ("tr", 6),
    ("tỷ", 9),
    ("tỉ", 9),
];

/// Units of measurement, canonical, and how many noughts they have beside others of their kind.
const UNITS: &[(Of, &[(&str, i8)])] = &[
    (Of::Money, &[("đồng", 0), ("đ", 0), ("vnđ", 0), ("vnd", 0), ("₫", 0), ("đồng việt nam", 0)]),
    (Of::Mass, &[("g", 0), ("gam", 0), ("kg", 3), ("kilôgam", 3), ("yến", 4), ("tạ", 5), ("tấn", 6)]),
    (Of::Length, &[("mm", -3), ("cm", -2), ("m", 0), ("mét", 0), ("km", 3)]),
    (Of::Area, &[("m2", 0), ("m²", 0), ("ha", 4), ("hecta", 4), ("km2", 6), ("km²", 6)]),
    (Of::Volume, &[("lít", 0), ("l", 0), ("m3", 3), ("m³", 3)]),
    (Of::Share, &[("%", 0), ("phần trăm", 0), ("‰", -1), ("phần nghìn", -1), ("phần ngàn", -1)]),
];

/// Units of time.
const TIMES: &[&str] = &["ngày", "tuần", "tháng", "quý", "năm"];

impl Measure {
    /// Reads a canonical text that is nothing but a unit of measurement, or the name of what is counted.
    pub fn read(text: &str) -> Option<Self> {
        let (what, per) = text.trim().split_once('/').map_or((text, ""), |(what, per)| (what, per));
        let last = per.rsplit('/').next().unwrap_or_default().trim();
        let per = TIMES.iter().find(|time| **time == last).copied();
        let what = what.trim();
        if let Some((of, noughts)) = unit(what) {
            return Some(Self { of, noughts, per });
        }
        let magnitude = MAGNITUDES.iter().find_map(|(word, noughts)| Some((what.strip_prefix(word)?, *noughts)));
        let (of, noughts) = magnitude.and_then(|(rest, noughts)| multiplied(rest, noughts)).unwrap_or_else(|| {
            let things = Of::Things(what.to_owned());
            (things, 0)
        });
        (!what.is_empty()).then_some(Self { of, noughts, per })
    }

    /// Reads a canonical text as [`Measure::read`] does, unless it may as well be the name of something else.
    pub fn read_unit(text: &str) -> Option<Self> {
        Self::read(text).filter(|measure| !matches!(measure.of, Of::Things(_) | Of::Anything))
    }

    /// Returns whether a number measured in one says another thing when it is taken for one measured in the other.
    pub fn contradicts(&self, other: &Self) -> bool {
        self.is_comparable(other)
            && (self.noughts != other.noughts || self.per.zip(other.per).is_some_and(|(ours, theirs)| ours != theirs))
    }

    /// Returns whether both measure the same kind of thing.
    pub fn is_comparable(&self, other: &Self) -> bool {
        let is_counted = |of: &Of| matches!(of, Of::Money | Of::Things(_) | Of::Anything);
        match (&self.of, &other.of) {
            (Of::Anything, of) | (of, Of::Anything) => is_counted(of),
            (ours, theirs) => ours == theirs,
        }
    }
}

/// Reads what stands behind a word that multiplies; nothing where that is but the beginning of another word.
fn multiplied(rest: &str, noughts: i8) -> Option<(Of, i8)> {
    match unit(rest.trim_start()) {
        Some((of, more)) if rest.starts_with(' ') || of == Of::Money => Some((of, noughts.checked_add(more)?)),
        _ if rest.is_empty() => Some((Of::Anything, noughts)),
        _ => Some((Of::Things(rest.strip_prefix(' ')?.trim_start().to_owned()), noughts)),
    }
}

fn unit(text: &str) -> Option<(Of, i8)> {
    UNITS.iter().find_map(|(of, units)| {
        let (_, noughts) = units.iter().find(|(unit, _)| *unit == text)?;
        Some((of.clone(), *noughts))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contradict(one: &str, other: &str) -> bool {
        Measure::read(one).unwrap().contradicts(&Measure::read(other).unwrap())
    }

    #[test]
    fn a_factor_between_two_units_of_one_kind_is_a_contradiction() {
        for (one, other) in [
            ("triệu đồng", "đồng"),
            ("nghìn đồng", "triệu đồng/người/năm"),
            ("1000đ", "triệu đồng"),
            ("trđ", "tỷ đồng"),
            ("₫", "triệu đồng/người/năm"),
            ("nghìn", "triệu đồng"),
            ("nghìn người", "người"),
            ("%", "‰"),
            ("m", "km"),
            ("ha", "m²"),
            ("tạ/ha", "tấn/ha"),
            ("triệu đồng/tháng", "triệu đồng/người/năm"),
        ] {
            assert!(contradict(one, other) && contradict(other, one), "{one}, {other}");
        }
    }

    #[test]
    fn other_spellings_of_a_unit_and_units_of_another_kind_are_none() {
        for (one, other) in [
            ("triệu đồng", "triệu đồng/người/năm"),
            ("tr.đ", "triệu đồng"),
            ("triệu", "triệu đồng"),
            ("ngàn đồng", "1.000 đ"),
            ("triệu đồng", "%"),
            ("hộ", "người"),
            ("hộ", "nghìn người"),
            ("triệu", "%"),
            ("năm 2025", "vụ"),
            ("m2", "m²"),
            ("trẻ", "lượt người"),
            ("tấn", "km"),
        ] {
            assert!(!contradict(one, other) && !contradict(other, one), "{one}, {other}");
        }
    }

    #[test]
    fn what_may_be_the_name_of_something_else_is_no_unit() {
        for text in ["triệu đồng", "đ", "%", "km2"] {
            assert!(Measure::read_unit(text).is_some(), "{text}");
        }
        for text in ["hộ", "nghìn", "trường", "tỷ lệ", "", "năm 2025"] {
            assert!(Measure::read_unit(text).is_none(), "{text}");
        }
    }
}
