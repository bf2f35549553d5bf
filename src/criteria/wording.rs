//! Requirements in words: "≥ 95 %", "đạt", "hoàn thành đến ngày 31/12/2025".

use crate::model::{Decimal, Message, phrase, spelled};

use super::{Against, Comparison, Kind, Requirement};

impl Requirement {
    /// Says what is required, as people read it; [`Requirement::to_text`] is what definitions and scripts read.
    pub fn in_words(&self, kind: Kind) -> Message {
        let value = |value: Decimal| {
            let (number, percent) = (spelled(value), if kind == Kind::Percent { " %" } else { "" });
            phrase!("{number}{percent}", "{number}{percent}", number)
        };
        match self {
            Self::Compare(comparison, against) => {
                let (sign, against) = (comparison.printed(), named(*against, value));
                phrase!("{sign} {against}", "{sign} {against}", against)
            }
            Self::Between(least, most) => {
                let (least, most) = (value(*least), value(*most));
                phrase!("từ {least} đến {most}", "{least} to {most}", least, most)
            }
            Self::Yes => phrase!("đạt", "achieved"),
            Self::Done(None) => phrase!("hoàn thành", "done"),
            Self::Done(Some(day)) => {
                let cited = day.format("%d/%m/%Y");
                phrase!("hoàn thành đến ngày {cited}", "done by {day}")
            }
        }
    }
}

fn named(against: Against, value: impl Fn(Decimal) -> Message) -> Message {
    match against {
        Against::Threshold(threshold) => value(threshold),
        Against::Parent => phrase!("mức chung của cấp trên", "the figure of the unit above"),
        Against::Previous => phrase!("kỳ trước", "the period before"),
    }
}

impl Comparison {
    /// Returns the operator as documents print it.
    fn printed(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::Above => ">",
            Self::AtMost => "≤",
            Self::Below => "<",
            Self::Equal => "=",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::requirement;

    use super::*;

    fn check(written: &str, kind: Kind, vi: &str, en: &str) {
        let words = requirement::parse(written).unwrap().requirement.in_words(kind);
        assert_eq!((words.vi.as_str(), words.en.as_str()), (vi, en), "{written}");
    }

    #[test]
    fn a_requirement_is_said_in_the_words_and_the_numbers_of_each_language() {
        check(">= 62.5%", Kind::Percent, "≥ 62,5 %", "≥ 62.5 %");
        check("< 3", Kind::Count, "< 3", "< 3");
        check("0.5%..5%", Kind::Percent, "từ 0,5 % đến 5 %", "0.5 % to 5 %");
        check("<= parent", Kind::Amount, "≤ mức chung của cấp trên", "≤ the figure of the unit above");
        check("> previous", Kind::Count, "> kỳ trước", "> the period before");
        check("yes", Kind::YesNo, "đạt", "achieved");
        check("done", Kind::Task, "hoàn thành", "done");
        check("done by 2025-12-31", Kind::Task, "hoàn thành đến ngày 31/12/2025", "done by 2025-12-31");
    }
}
