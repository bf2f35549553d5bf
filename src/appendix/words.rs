//! The Vietnamese words of the documents; they are in Vietnamese whatever the language of the interface.

use chrono::{Datelike, NaiveDate};

use crate::{
    criteria::{CriteriaSet, Kind, Provenance},
    model::{Outcome, Target, Transition, Verdict, Voice},
};

/// Returns the day as it is cited: `28/02/2025`.
pub(crate) fn cited_day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// Returns the day as it is dated: a leading zero before days below 10 and months 1 and 2 (Decree 30/2020).
pub(crate) fn dated_day(day: NaiveDate) -> String {
    let month = match day.month() {
        month @ ..=2 => format!("0{month}"),
        month => month.to_string(),
    };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

/// Returns `text` with each day of the kind "ngày 15/10/2025" written out as [`dated_day`] does; the rest stays as it is.
pub(crate) fn dated_text(text: &str) -> String {
    let mut after_day = false;
    let words = text.split(' ').map(|word| {
        let is_dated = std::mem::replace(&mut after_day, word.eq_ignore_ascii_case("ngày"));
        let day = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let (rest, written) = (word.strip_prefix(day).unwrap_or_default(), numeric_day(day).filter(|_| is_dated));
        let written = written.map(dated_day).and_then(|dated| dated.strip_prefix("ngày ").map(str::to_owned));
        written.map_or_else(|| word.to_owned(), |dated| dated + rest)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Reads a day written as `15/10/2025` or `07/8/2023`.
pub(crate) fn numeric_day(text: &str) -> Option<NaiveDate> {
    let is_plain = text.chars().all(|letter| letter.is_ascii_digit() || letter == '/');
    let has_whole_year = text.rsplit('/').next().is_some_and(|year| year.len() == 4);
    if is_plain && has_whole_year { NaiveDate::parse_from_str(text, "%d/%m/%Y").ok() } else { None }
}

/// Returns `text` with its first letter in capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns the result of a unit.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Achieved => "Đạt",
        Outcome::NotAchieved => "Chưa đạt",
        Outcome::Incomplete => "Chưa đủ số liệu",
    }
}

/// Returns the result of a unit against its target.
pub(crate) fn transition(transition: Transition) -> &'static str {
    match transition {
        Transition::Maintained => "Duy trì được",
        Transition::Lost => "Không duy trì được",
        Transition::NewlyAchieved => "Đạt mới",
        Transition::NotYet => "Chưa đạt mới",
        Transition::Undecided => "Chưa kết luận được",
        Transition::OutsidePlan => "Ngoài kế hoạch",
    }
}

/// Returns what the plan wants of a unit.
pub(super) fn target(target: Option<Target>) -> &'static str {
    match target {
        Some(Target::Maintain) => "Duy trì",
        Some(Target::New) => "Đạt mới",
        None => "Không giao",
    }
}

/// Returns the sign of a verdict in the matrix; [`SIGNS`] explains them.
pub(crate) fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Achieved => "Đ",
        Verdict::NotAchieved => "K",
        Verdict::NotApplicable => "–",
        Verdict::Missing => "…",
        Verdict::NotDue => "CĐH",
    }
}

/// What the signs of the matrix mean.
pub(super) const SIGNS: &str = "Ký hiệu: Đ: đạt; K: chưa đạt; –: không áp dụng; …: chưa có số liệu; CĐH: chưa đến hạn.";

/// Returns who speaks.
pub(crate) fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Own => "Tự đánh giá",
        Voice::Ward => "Phường, xã thẩm định",
        Voice::Agency => "Cơ quan chuyên môn thẩm định",
        Voice::Panel => "Đoàn thẩm định",
    }
}

/// Returns what kind of value a criterion takes.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::YesNo => "Đạt/chưa đạt",
        Kind::Percent => "Tỷ lệ (%)",
        Kind::Count => "Số đếm",
        Kind::Amount => "Số lượng",
        Kind::Points => "Điểm",
        Kind::Task => "Nhiệm vụ",
    }
}

/// Returns the sentence that has to stand wherever results of modelled criteria are printed.
pub(crate) fn provenance(set: &CriteriaSet) -> Option<&'static str> {
    match set.provenance {
        Provenance::Modelled => Some("Bộ tiêu chí mô phỏng, không phải bản chính thức"),
        Provenance::Official => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_quoted_words_are_written_as_the_decree_wants() {
        assert_eq!(dated_text("trước ngày 15/10/2025."), "trước ngày 15 tháng 10 năm 2025.");
        assert_eq!(dated_text("2204/KH-UBND ngày 07/8/2023"), "2204/KH-UBND ngày 07 tháng 8 năm 2023");
        for text in ["trước ngày 15/10", "ngày 31/02/2025", "12/2024/TT-BNV", "tháng 10/2025", "ngày 1/2/25", ""]
        {
            assert_eq!(dated_text(text), text);
        }
    }

    #[test]
    fn months_from_march_on_take_no_leading_zero() {
        let dated = |month, day| dated_day(NaiveDate::from_ymd_opt(2025, month, day).unwrap());
        assert_eq!(dated(2, 5), "ngày 05 tháng 02 năm 2025");
        assert_eq!(dated(3, 15), "ngày 15 tháng 3 năm 2025");
        assert_eq!(dated(10, 5), "ngày 05 tháng 10 năm 2025");
    }
}
