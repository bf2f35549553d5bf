//! What a requirement counts or measures: percent, things, amounts.

use crate::text::{Measure, canonical};

/// What a number of a requirement is a number of.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Unit {
    /// "%".
    Percent,
    /// "vụ": things that are counted whole.
    Counted(String),
    /// "triệu đồng/người/năm": an amount that has decimals.
    Amount(String),
    /// "đạt/chưa đạt": nothing is measured.
    YesNo,
}

/// Names of a percentage, canonical.
const PERCENT: &[&str] = &["%", "phần trăm", "tỷ lệ %", "tỷ lệ (%)", "tỉ lệ %", "tỉ lệ (%)", "tỷ lệ phần trăm"];
/// Names of a mere yes or no, canonical.
const YES_NO: &[&str] = &["đạt/chưa đạt", "đạt/không đạt", "có/không", "đ/kđ", "đạt"];
/// Things that plans count, canonical, beside those that forms do.
const THINGS: &[&str] = &[
    "đồng chí",
    "câu lạc bộ",
    "clb",
    "buổi",
    "đợt",
    "lớp",
    "đội",
    "tổ",
    "nhóm",
    "cuộc họp",
    "hội nghị",
    "cây",
    "sản phẩm",
    "hợp tác xã",
    "doanh nghiệp",
    "cơ sở",
    "đảng viên",
    "hội viên",
    "đoàn viên",
    "hoạt động",
    "khu vực, tuyến phố",
    "tin, bài",
];
/// The most words that the name of a unit has.
const MOST_WORDS: usize = 5;
/// The most bytes that it has.
const LONGEST: usize = 200;

impl Unit {
    /// Reads a canonical text that is nothing but a unit.
    pub(super) fn read(text: &str) -> Option<Self> {
        match Self::leading(text.trim_start_matches('(').trim_end_matches(')')) {
            Some((unit, "")) => Some(unit),
            _ => None,
        }
    }

    /// Takes the unit off a canonical text that begins with one; no more of it is looked at than a unit is long.
    pub(super) fn leading(text: &str) -> Option<(Self, &str)> {
        let near = text.bytes().take(LONGEST + 1).enumerate();
        let spaces = near.filter(|(_, byte)| *byte == b' ').map(|(at, _)| at).take(MOST_WORDS);
        let whole = Some(text.len()).filter(|length| *length <= LONGEST);
        let mut ends: Vec<usize> = spaces.chain(whole).collect();
        ends.sort_unstable();
        ends.into_iter().rev().find_map(|end| {
            let (name, rest) = text.split_at(end);
            Some((named(name.trim_end_matches(','))?, rest.trim_start()))
        })
    }

    /// Returns the name that a criteria set prints; a percentage and a mere yes have none.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Counted(name) | Self::Amount(name) => Some(name),
            Self::Percent | Self::YesNo => None,
        }
    }

    /// Returns whether a number of one cannot be a number of the other as it stands.
    pub(super) fn contradicts(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Counted(ours), Self::Counted(theirs)) => ours != theirs,
            (Self::Amount(ours), Self::Amount(theirs)) => match (Measure::read(ours), Measure::read(theirs)) {
                (Some(one), Some(other)) => {
                    one.contradicts(&other) || !one.is_comparable(&other) || are_divided_differently(ours, theirs)
                }
                _ => true,
            },
            (ours, theirs) => ours != theirs,
        }
    }

    /// Returns whether it certainly is another unit than the one that a title speaks of: "hộ" for "Số vụ vi phạm", but
    /// not "vụ".
    pub(super) fn differs_from(&self, titled: &Self) -> bool {
        match (self, titled) {
            (Self::Counted(ours), Self::Counted(theirs)) => {
                let same = ours.starts_with(theirs.as_str()) || theirs.starts_with(ours.as_str());
                let are_alike = Measure::read(ours).zip(Measure::read(theirs)).is_some_and(|(one, other)| {
                    one.is_comparable(&other) && !one.contradicts(&other) && !one.multiplies()
                });
                !same && !are_alike
            }
            (ours, theirs) => ours.contradicts(theirs),
        }
    }

    /// Returns whether a number of it stands for several times as many: "triệu đồng", "1.000 hộ".
    pub(super) fn multiplies(&self) -> bool {
        self.name().and_then(|name| Measure::read(&canonical(name))).is_some_and(|measure| measure.multiplies())
    }

    /// Returns the unit that a canonical text names in brackets: "thu nhập (triệu đồng/người)", "tỷ lệ (đvt: %)".
    pub(super) fn in_brackets(text: &str) -> Option<Self> {
        text_in_brackets(text).find_map(|inner| {
            let labelled =
                ["đvt", "đơn vị tính", "đơn vị", "tính bằng"].iter().find_map(|label| inner.strip_prefix(label));
            Self::read(labelled.unwrap_or(inner).trim_start_matches([':', ' ']))
        })
    }
}

/// Returns what stands in each pair of brackets.
pub(super) fn text_in_brackets(text: &str) -> impl Iterator<Item = &str> {
    text.split('(').skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.trim()))
}

/// "triệu đồng/hộ" is none of "triệu đồng/người/năm"; that of "triệu đồng" may be the same.
fn are_divided_differently(one: &str, other: &str) -> bool {
    let parts = |name: &str| name.split('/').skip(1).map(|part| part.trim().to_owned()).collect::<Vec<_>>();
    let (one, other) = (parts(one), parts(other));
    !one.iter().all(|part| other.contains(part)) && !other.iter().all(|part| one.contains(part))
}

fn named(name: &str) -> Option<Unit> {
    if PERCENT.contains(&name) {
        return Some(Unit::Percent);
    }
    if YES_NO.contains(&name) {
        return Some(Unit::YesNo);
    }
    let bare = name.rsplit_once('/').map_or(name, |(thing, _)| thing);
    if THINGS.contains(&name) || THINGS.contains(&bare) {
        return Some(Unit::Counted(name.to_owned()));
    }
    if Measure::read_unit(name).is_some() {
        return Some(Unit::Amount(name.to_owned()));
    }
    Measure::read_counted(name).map(|_| Unit::Counted(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_told_from_what_is_said_of_them() {
        let counted = |name: &str| Unit::Counted(name.to_owned());
        let amount = |name: &str| Unit::Amount(name.to_owned());
        for (text, unit, rest) in [
            ("%", Unit::Percent, ""),
            ("vụ", counted("vụ"), ""),
            ("mô hình kinh tế", counted("mô hình"), "kinh tế"),
            ("đồng chí tham gia", counted("đồng chí"), "tham gia"),
            ("triệu đồng/người/năm", amount("triệu đồng/người/năm"), ""),
            ("tấn rác", amount("tấn"), "rác"),
            ("lượt người tham gia", counted("lượt người"), "tham gia"),
            ("buổi/tháng", counted("buổi/tháng"), ""),
            ("khu vực, tuyến phố", counted("khu vực, tuyến phố"), ""),
        ] {
            assert_eq!(Unit::leading(text), Some((unit, rest)), "{text}");
        }
        for text in ["", "nhà tạm", "năm 2025", "việc"] {
            assert_eq!(Unit::leading(text), None, "{text}");
        }
        // No unit is as long, however long it goes on: each number of a text asks for the one behind it.
        let ward = |length: usize| format!("triệu đồng/{}/năm", "a".repeat(length - "triệu đồng//năm".len()));
        assert_eq!(Unit::leading(&ward(LONGEST)), Some((amount(&ward(LONGEST)), "")));
        assert_eq!(Unit::leading(&ward(LONGEST + 1)), None);
        assert_eq!(Unit::leading(&format!("{} x", ward(LONGEST))), Some((amount(&ward(LONGEST)), "x")));
        assert_eq!(Unit::read("(%)"), Some(Unit::Percent));
        assert_eq!(Unit::read("vụ nghiêm trọng"), None);
    }
}
