//! Units of measurement as headings and number formats write them, as far as they can be held against each other.

/// What something is measured in: "triệu đồng/người/năm".
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Measure {
    of: Of,
    /// How many noughts stand behind the unit that is the least here.
    noughts: i8,
    /// In how long: "năm".
    per: Option<&'static str>,
    /// Of whom each: "người".
    each: Option<String>,
    /// It may be a share, or an abbreviation of another word: "hộ/tổng số hộ", "Đ/CĐ".
    is_vague: bool,
}

/// What is measured or counted.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Of {
    Money,
    /// Money that is no đồng.
    ForeignMoney,
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
    ("nghin", 3),
    ("ngàn", 3),
    ("1.000", 3),
    ("1000", 3),
    ("triệu", 6),
    ("trieu", 6),
    ("vạn", 4),
    ("trăm", 2),
    ("tr.", 6),
    ("tr", 6),
    ("tỷ", 9),
    ("tỉ", 9),
    ("chục", 1),
];

/// Units of measurement, canonical, and how many noughts they have beside others of their kind.
const UNITS: &[(Of, &[(&str, i8)])] = &[
    (Of::Money, &[("đồng", 0), ("dong", 0), ("đ", 0), ("vnđ", 0), ("vnd", 0), ("₫", 0), ("đồng việt nam", 0)]),
    (
        Of::ForeignMoney,
        &[("$", 0), ("us$", 0), ("usd", 0), ("đô la", 0), ("đô la mỹ", 0), ("€", 0), ("eur", 0), ("£", 0)],
    ),
    (Of::Mass, &[("g", 0), ("gam", 0), ("kg", 3), ("kilôgam", 3), ("yến", 4), ("tạ", 5), ("tấn", 6)]),
    (Of::Length, &[("mm", -3), ("cm", -2), ("m", 0), ("mét", 0), ("km", 3)]),
    (Of::Area, &[("m2", 0), ("m²", 0), ("ha", 4), ("hecta", 4), ("km2", 6), ("km²", 6)]),
    (Of::Volume, &[("lít", 0), ("l", 0), ("m3", 3), ("m³", 3)]),
    (Of::Share, &[("%", 0), ("phần trăm", 0), ("‰", -1), ("phần nghìn", -1), ("phần ngàn", -1)]),
];

/// Names of things that are counted, canonical; those of one line go for the same.
const COUNTED: &[&[&str]] = &[
    &["hộ", "hộ gia đình", "hộ dân", "gia đình"],
    &[
        "người",
        "lượt",
        "lượt người",
        "nhân khẩu",
        "khẩu",
        "trẻ",
        "trẻ em",
        "cháu",
        "em",
        "học sinh",
        "lao động",
        "người dân",
    ],
    &["vụ", "vụ việc", "vụ vi phạm", "trường hợp", "lần", "cuộc"],
    &["mô hình"],
    &["điểm", "khu vực", "tuyến", "tuyến phố", "tuyến đường", "đoạn đường", "công trình"],
    &["số lượng", "sl"],
];
/// The line of words that say that something is counted, and not what.
const WHATEVER: usize = 5;

/// Units of time.
const TIMES: &[&str] = &["ngày", "tuần", "tháng", "quý", YEAR];
/// That of plans, and of their figures.
const YEAR: &str = "năm";
/// Words before a unit of time for each of several.
const EVERY: &[&str] = &["mỗi", "hằng", "hàng"];
/// Words before whoever or whatever has so much each.
const ONE: &[&str] = &["1 ", "một ", "mỗi ", "đầu "];

impl Measure {
    /// Reads a canonical text that is nothing but a unit of measurement, or the name of what is counted.
    pub fn read(text: &str) -> Option<Self> {
        let (rest, time) = rate(text.trim()).map_or((text.trim(), None), |(rest, time)| (rest, Some(time)));
        let (what, each) = rest.split_once('/').map_or((rest, ""), |(what, each)| (what, each.trim()));
        let each = ONE.iter().find_map(|one| each.strip_prefix(one)).unwrap_or(each);
        let is_divided = time.is_none() && !each.is_empty();
        let what = what.trim();
        let magnitude = || MAGNITUDES.iter().find_map(|(word, noughts)| Some((what.strip_prefix(word)?, *noughts)));
        let multiplied = || magnitude().and_then(|(rest, noughts)| multiplied(rest, noughts));
        let named = || if what.is_empty() { Of::Anything } else { Of::Things(what.to_owned()) };
        let (of, noughts) = unit(what).or_else(multiplied).unwrap_or_else(|| (named(), 0));
        let is_letter = what.chars().all(char::is_alphabetic) && what.chars().nth(1).is_none();
        let is_vague = is_letter || is_divided && of != Of::Money;
        let each = Some(each).filter(|each| !each.is_empty()).map(str::to_owned);
        (!what.is_empty() || time.is_some()).then_some(Self { of, noughts, per: time, each, is_vague })
    }

    /// Reads a canonical text as [`Measure::read`] does, unless it may as well be the name of something else.
    pub fn read_unit(text: &str) -> Option<Self> {
        Self::read(text).filter(|measure| !matches!(measure.of, Of::Things(_) | Of::Anything))
    }

    /// Reads a canonical text that is nothing but a unit of measurement or one of the names by which forms count.
    pub fn read_counted(text: &str) -> Option<Self> {
        Self::read(text).filter(|measure| match &measure.of {
            Of::Things(name) => counted(name).is_some(),
            of => *of != Of::Anything,
        })
    }

    /// Returns whether a number measured in one says another thing when it is taken for one measured in the other.
    pub fn contradicts(&self, other: &Self) -> bool {
        let is_foreign = |measure: &Self| measure.of == Of::ForeignMoney;
        self.is_comparable(other)
            && (self.noughts != other.noughts
                || is_foreign(self) != is_foreign(other)
                || self.per.zip(other.per).is_some_and(|(ours, theirs)| ours != theirs)
                || self.is_money() && self.each.as_deref().zip(other.each.as_deref()).is_some_and(are_unlike))
    }

    /// Returns the time that it counts in, unless that is a year, in which all figures are: "tháng" for "lượt/tháng".
    pub fn short_time(&self) -> Option<&'static str> {
        self.per.filter(|time| *time != YEAR)
    }

    /// Returns whether it says how many times over something is counted: "nghìn", "nghìn hộ".
    pub fn is_multiple(&self) -> bool {
        self.noughts != 0 && matches!(self.of, Of::Anything | Of::Things(_))
    }

    /// Returns whether it measures money, whatever money that is.
    pub fn is_money(&self) -> bool {
        matches!(self.of, Of::Money | Of::ForeignMoney)
    }

    /// Returns whether a number of it stands for several times as much money or as many things: "triệu đồng".
    pub fn multiplies(&self) -> bool {
        self.noughts > 0 && matches!(self.of, Of::Money | Of::Things(_) | Of::Anything)
    }

    /// Returns whether both measure the same kind of thing.
    pub fn is_comparable(&self, other: &Self) -> bool {
        let is_money = |of: &Of| matches!(of, Of::Money | Of::ForeignMoney);
        let is_counted = |of: &Of| is_money(of) || matches!(of, Of::Things(_) | Of::Anything);
        match (&self.of, &other.of) {
            (Of::Anything, of) | (of, Of::Anything) => is_counted(of),
            (Of::Things(ours), Of::Things(theirs)) => {
                ours == theirs || counted(ours).is_some_and(|line| counted(theirs) == Some(line))
            }
            (ours, theirs) => ours == theirs || is_money(ours) && is_money(theirs),
        }
    }

    /// Returns whether this certainly measures something else than `own` does: households are no percentage and no
    /// money. What may be the name of anything says nothing.
    pub fn is_of_another_kind(&self, own: &Self) -> bool {
        if self.is_vague || self.is_comparable(own) {
            return false;
        }
        match (&self.of, &own.of) {
            (Of::Anything, _) | (_, Of::Anything) => false,
            (Of::Things(said), Of::Share) => counted(said).is_some(),
            (Of::Things(said), Of::Things(own)) => {
                counted(own).zip(counted(said)).is_some_and(|(_, said)| said != WHATEVER)
            }
            (Of::Things(said), _) => counted(said).is_some_and(|line| line != WHATEVER),
            _ => true,
        }
    }
}

/// Takes the time off what is counted in it: "lượt/tháng", "lượt/1 tháng", "lượt mỗi tháng".
fn rate(text: &str) -> Option<(&str, &'static str)> {
    let (rest, time) = TIMES.iter().find_map(|time| Some((text.strip_suffix(time)?.trim_end(), *time)))?;
    let every = EVERY.iter().find_map(|every| rest.strip_suffix(every)).map(str::trim_end);
    let one = ["1", "một"].iter().find_map(|one| rest.strip_suffix(one)).unwrap_or(rest).trim_end();
    let what = every.map(|what| what.trim_end_matches('/')).or_else(|| one.strip_suffix('/'))?;
    Some((what.trim_end(), time))
}

/// Returns whether so much for each of one and so much for each of the other are two things.
fn are_unlike((ours, theirs): (&str, &str)) -> bool {
    ours != theirs && counted(ours).is_none_or(|line| counted(theirs) != Some(line))
}

/// Returns the line of [`COUNTED`] that has a name, with "số" before it or without.
fn counted(name: &str) -> Option<usize> {
    let name = name.strip_prefix("số ").filter(|rest| *rest != "lượng").unwrap_or(name);
    COUNTED.iter().position(|names| names.contains(&name))
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
            ("nghìn lượt", "lượt người"),
            ("1000 hộ", "hộ gia đình"),
            ("vạn người", "người"),
            ("$", "đồng"),
            ("nghin dong", "triệu đồng"),
            ("usd", "triệu đồng/người/năm"),
            ("triệu đồng/hộ", "triệu đồng/người/năm"),
            ("triệu đồng/hộ/năm", "triệu đồng/đầu người"),
            ("triệu đồng mỗi tháng", "triệu đồng/năm"),
        ] {
            assert!(contradict(one, other) && contradict(other, one), "{one}, {other}");
        }
    }

    #[test]
    fn other_spellings_of_a_unit_and_units_of_another_kind_are_none() {
        for (one, other) in [
            ("triệu đồng", "triệu đồng/người/năm"),
            ("triệu đồng/1 người/1 năm", "triệu đồng/người/năm"),
            ("triệu đồng/khẩu", "triệu đồng/đầu người/năm"),
            ("triệu đồng/hộ", "triệu đồng"),
            ("tr.đ", "triệu đồng"),
            ("trieu", "triệu đồng"),
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
    fn what_is_certainly_another_kind_is_told_from_what_may_say_the_same() {
        let is_another =
            |said: &str, own: &str| Measure::read(said).unwrap().is_of_another_kind(&Measure::read(own).unwrap());
        for (said, own) in [
            ("hộ", "%"),
            ("số hộ", "%"),
            ("nghìn người", "%"),
            ("tấn", "%"),
            ("km", "%"),
            ("số lượng", "%"),
            ("triệu đồng/người", "%"),
            ("%", "triệu đồng/người/năm"),
            ("hộ", "triệu đồng/người/năm"),
            ("%", "vụ"),
            ("hộ", "mô hình"),
            ("%", "khu vực, tuyến phố"),
        ] {
            assert!(is_another(said, own), "{said}, {own}");
        }
        for (said, own) in [
            ("%", "phần trăm"),
            ("tỷ lệ", "%"),
            ("năm 2025", "%"),
            ("hộ/tổng số hộ", "%"),
            ("km/km", "%"),
            ("đ/cđ", "%"),
            ("g", "%"),
            ("nghìn", "%"),
            ("vụ việc", "vụ"),
            ("người", "lượt người"),
            ("trẻ em", "trẻ"),
            ("số lượng", "vụ"),
            ("tuyến phố", "khu vực, tuyến phố"),
            ("triệu", "triệu đồng"),
            ("năm 2025", "triệu đồng"),
        ] {
            assert!(!is_another(said, own), "{said}, {own}");
        }
    }

    #[test]
    fn a_time_shorter_than_a_year_is_known_however_it_is_written() {
        let time = |text: &str| Measure::read(text).and_then(|measure| measure.short_time());
        for text in
            ["lượt/tháng", "/tháng", "lượt mỗi tháng", "lượt / 1 tháng", "%/tháng", "hằng tháng", "lượt/mỗi tháng"]
        {
            assert_eq!(time(text), Some("tháng"), "{text}");
        }
        assert_eq!((time("lượt/tuần"), time("lượt/quý"), time("ca/ngày")), (Some("tuần"), Some("quý"), Some("ngày")));
        for text in ["lượt", "lượt/năm", "tháng", "lượt tháng", "triệu đồng/người/năm", "9 tháng"]
        {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn what_may_be_the_name_of_something_else_is_no_unit() {
        for text in ["triệu đồng", "đ", "%", "km2"] {
            assert!(Measure::read_unit(text).is_some(), "{text}");
        }
        for text in ["hộ", "Số lượng", "%"] {
            assert!(Measure::read_counted(&text.to_lowercase()).is_some(), "{text}");
        }
        assert!(["trường", "nghìn"].iter().all(|text| Measure::read_counted(text).is_none()));
        for text in ["hộ", "nghìn", "trường", "tỷ lệ", "", "năm 2025"] {
            assert!(Measure::read_unit(text).is_none(), "{text}");
        }
    }
}
