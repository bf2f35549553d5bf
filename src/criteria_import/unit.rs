//! What a requirement counts or measures: percent, things, amounts.

use crate::text::Measure;

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

impl Unit {
    /// Reads a canonical text that is nothing but a unit.
    pub(super) fn read(text: &str) -> Option<Self> {
        match Self::leading(text.trim_start_matches('(').trim_end_matches(')')) {
            Some((unit, "")) => Some(unit),
            _ => None,
        }
    }

    /// Takes the unit off a canonical text that begins with one.
    pub(super) fn leading(text: &str) -> Option<(Self, &str)> {
        let ends = text.match_indices(' ').map(|(at, _)| at).take(MOST_WORDS).chain([text.len()]);
        let mut ends: Vec<usize> = ends.collect();
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
                (Some(ours), Some(theirs)) => ours.contradicts(&theirs) || !ours.is_comparable(&theirs),
                _ => true,
            },
            (ours, theirs) => ours != theirs,
        }
    }
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
        assert_eq!(Unit::read("(%)"), Some(Unit::Percent));
        assert_eq!(Unit::read("vụ nghiêm trọng"), None);
    }
}
