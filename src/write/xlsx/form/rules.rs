//! What may be typed into a form's cells, and which values are marked at once.

use rust_xlsxwriter::{DataValidation, DataValidationRule, Formula};

use crate::{
    criteria::{Against, Comparison, Requirement},
    model::{CellRef, Decimal, spelled},
    template::{Field, Goal, Takes},
};

use super::{Written, prompted, sheet::place};

/// A prompt and a message have at most so many letters, their titles so many.
const LONGEST_MESSAGE: usize = 255;
const LONGEST_TITLE: usize = 32;
/// No amount is larger than this.
const LARGEST: f64 = 1e15;

/// Returns the rule of a cell of `row` to be filled in, and of those below that take the same; nothing where anything may
/// be written and nothing is to be said.
pub(super) fn validation(field: &Field, row: u32) -> Written<Option<DataValidation>> {
    let rule = DataValidation::new();
    let (rule, wrong) = match &field.takes {
        Takes::Percent { most: Some(most) } => (
            rule.allow_decimal_number(DataValidationRule::Between(0.0, number(*most))),
            format!("Ghi một số từ 0 đến {}, không gõ dấu %.", spelled(most).vi),
        ),
        Takes::Percent { most: None } => (
            rule.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
            "Ghi một số không âm, không gõ dấu %.".to_owned(),
        ),
        Takes::Count => (
            rule.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
            "Ghi một số nguyên không âm; không có thì ghi 0.".to_owned(),
        ),
        Takes::Part => match field.within {
            Some(whole) => (
                rule.allow_decimal_number_formula(DataValidationRule::Between(
                    Formula::new("0"),
                    at_most(place(row, whole)),
                )),
                "Ghi một số không âm, không lớn hơn tổng số; không có thì ghi 0.".to_owned(),
            ),
            None => (
                rule.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
                "Ghi một số không âm; không có thì ghi 0.".to_owned(),
            ),
        },
        Takes::Whole => (
            rule.allow_decimal_number(DataValidationRule::GreaterThan(0.0)),
            "Ghi một số lớn hơn 0. Không có gì để đánh giá thì để trống, và chọn \"Không áp dụng\" nếu tiêu chí có mục đó."
                .to_owned(),
        ),
        Takes::Amount => (
            rule.allow_decimal_number(DataValidationRule::Between(-LARGEST, LARGEST)),
            "Ghi một con số, không ghi chữ.".to_owned(),
        ),
        Takes::Points(most) => (
            rule.allow_decimal_number(DataValidationRule::Between(0.0, most.map_or(LARGEST, number))),
            most.map_or_else(
                || "Ghi số điểm, không âm.".to_owned(),
                |most| format!("Ghi số điểm từ 0 đến {}.", spelled(most).vi),
            ),
        ),
        Takes::Choice(words) => {
            (rule.allow_list_strings(words)?, format!("Chọn trong danh sách: {}.", words.join(", ")))
        }
        Takes::Words if field.prompt.is_none() => return Ok(None),
        Takes::Words => (rule.allow_any_value(), String::new()),
    };
    let rule = match &field.prompt {
        Some((title, words)) => {
            rule.set_input_title(prompted(title, LONGEST_TITLE))?.set_input_message(prompted(words, LONGEST_MESSAGE))?
        }
        None => rule,
    };
    rule.set_error_title("Chưa đúng")?.set_error_message(wrong).map(Some)
}

/// The most that a part may be: its whole, and anything as long as that is not filled in.
fn at_most(whole: CellRef) -> Formula {
    Formula::new(format!("=IF(ISNUMBER({whole}),{whole},{LARGEST:.0})"))
}

/// Returns the rule of a cell that is printed and stays as it is, where rows may be sorted.
pub(super) fn guard() -> Written<DataValidation> {
    let nothing = DataValidation::new().allow_custom(Formula::new("=FALSE")).ignore_blank(false);
    nothing.set_error_title("Ô in sẵn")?.set_error_message("Ô này in sẵn hoặc tự tính, không ghi vào đây.")
}

/// What a goal is held against.
#[derive(Clone, Copy, Debug)]
pub(super) enum Held {
    /// The figure in this cell, in the criterion's own unit.
    Figure(CellRef),
    /// The part and the whole in these cells.
    Share(CellRef, CellRef),
}

/// Returns the formula that is true where a value misses its goal; nothing where the goal is no number.
pub(super) fn missed(goal: &Goal, held: Held) -> Option<String> {
    let (there, left) = match held {
        Held::Figure(cell) => (format!("ISNUMBER({cell})"), cell.to_string()),
        Held::Share(part, whole) => (format!("ISNUMBER({part}),ISNUMBER({whole}),{whole}>0"), format!("{part}*100")),
    };
    let right = |threshold: Decimal| match held {
        Held::Figure(_) => threshold.to_string(),
        Held::Share(_, whole) => format!("{threshold}*{whole}"),
    };
    let missed = match &goal.requirement {
        Requirement::Compare(comparison, Against::Threshold(threshold)) => {
            format!("{left}{}{}", opposite(*comparison), right(*threshold))
        }
        Requirement::Between(least, most) => format!("OR({left}<{},{left}>{})", right(*least), right(*most)),
        Requirement::Compare(..) | Requirement::Yes | Requirement::Done(_) => return None,
    };
    Some(format!("AND({there},{missed})"))
}

/// Returns the formula that is true where a part exceeds its whole.
pub(super) fn impossible(part: CellRef, whole: CellRef) -> String {
    format!("AND(ISNUMBER({part}),ISNUMBER({whole}),{part}>{whole})")
}

fn opposite(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast => "<",
        Comparison::Above => "<=",
        Comparison::AtMost => ">",
        Comparison::Below => ">=",
        Comparison::Equal => "<>",
    }
}

/// Returns the binary fraction nearest to a bound, as a spreadsheet holds it.
fn number(bound: Decimal) -> f64 {
    bound.to_string().parse().unwrap_or(LARGEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::Kind;

    fn check(requirement: Requirement, figure: Option<&str>, share: Option<&str>) {
        let goal = Goal { requirement, kind: Kind::Percent };
        let at = |text: &str| text.parse().unwrap();
        assert_eq!(missed(&goal, Held::Figure(at("D8"))).as_deref(), figure);
        assert_eq!(missed(&goal, Held::Share(at("D8"), at("E8"))).as_deref(), share);
    }

    #[test]
    fn a_goal_is_missed_on_the_other_side_of_its_threshold() {
        let against = |text: &str| Against::Threshold(text.parse().unwrap());
        check(
            Requirement::Compare(Comparison::AtLeast, against("80")),
            Some("AND(ISNUMBER(D8),D8<80)"),
            Some("AND(ISNUMBER(D8),ISNUMBER(E8),E8>0,D8*100<80*E8)"),
        );
        check(
            Requirement::Compare(Comparison::Below, against("2.5")),
            Some("AND(ISNUMBER(D8),D8>=2.5)"),
            Some("AND(ISNUMBER(D8),ISNUMBER(E8),E8>0,D8*100>=2.5*E8)"),
        );
        check(
            Requirement::Between("2".parse().unwrap(), "5".parse().unwrap()),
            Some("AND(ISNUMBER(D8),OR(D8<2,D8>5))"),
            Some("AND(ISNUMBER(D8),ISNUMBER(E8),E8>0,OR(D8*100<2*E8,D8*100>5*E8))"),
        );
        check(Requirement::Compare(Comparison::AtMost, Against::Parent), None, None);
    }
}
