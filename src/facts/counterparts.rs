//! Parts and wholes beside a figure that already gives the percentage or the number: what they say must be held against
//! something.

use std::collections::BTreeSet;

use crate::{
    criteria::Kind,
    finding::{Finding, codes},
    model::{CellRef, CriterionKey, Decimal, say, spelled},
};

use super::{
    answer::{Answer, Question},
    reading::Figure,
    refusals::Refusal,
};

impl Answer<'_> {
    /// Returns whether the criterion is answered by one number, which is no percentage.
    pub(super) fn is_one_number(&self) -> bool {
        matches!(self.question.criterion.kind, Kind::Count | Kind::Amount | Kind::Points)
    }

    /// Tells a part beside a figure of a criterion that is answered by one number, and that says another.
    pub(super) fn tell_two_numbers(&self, figure: Decimal, part: Decimal) -> Option<Finding> {
        let Question { row, slots, criterion, .. } = self.question;
        let (at, other) = (CellRef::new(row, slots.figure?), CellRef::new(row, slots.part?));
        let (id, figure, part) = (&criterion.id, spelled(figure), spelled(part));
        let message = say!(
            "Tiêu chí {id} có hai số khác nhau: {figure} ở ô {at} và {part} ở ô {other}; không số nào được dùng",
            "Criterion {id} has two different numbers, {figure} in {at} and {part} in {other}; neither is used",
            figure,
            part
        );
        let help =
            say!("Chỉ ghi một con số, vào ô {at}, và xóa ô {other}", "Write one number, into {at}, and clear {other}");
        let finding = self.finding_at(&codes::NOT_A_NUMBER, slots.part, message);
        finding.map(|finding| finding.helped_by(help))
    }

    /// Tells a number in the place of a part that is taken for the figure, whose own cell is blank.
    pub(super) fn tell_in_place_of_figure(&self, part: Decimal) -> Option<Finding> {
        let Question { row, slots, criterion, .. } = self.question;
        let at = CellRef::new(row, slots.figure?);
        let (id, part) = (&criterion.id, spelled(part));
        let message = say!(
            "Tiêu chí {id} không có số đạt và tổng số, số {part} ở ô này được đọc là kết quả",
            "Criterion {id} has no part and whole; {part} in this cell is read as its result",
            part
        );
        let finding = self.finding_at(&codes::UNKNOWN_COLUMN, slots.part, message);
        finding.map(|finding| {
            finding
                .helped_by(say!("Nếu đúng thì chuyển số này sang ô {at}", "If that is right, move the number to {at}"))
        })
    }
}

/// Tells parts that nothing could be held against, and parts and wholes that contradict the fraction beside them.
pub(super) fn check(answers: &mut [Answer<'_>], findings: &mut Vec<Finding>) {
    let mut told = BTreeSet::new();
    for answer in answers.iter_mut().filter(|answer| !answer.refused) {
        match (&answer.figure, answer.part, answer.whole) {
            (Figure::Number(_), Some(part), None) if answer.question.criterion.kind == Kind::Percent => {
                tell_unchecked(answer, part, &mut told, findings);
            }
            (Figure::Fraction(part, whole, _), own_part, own_whole) => {
                let written = (*part, *whole);
                against_fraction(answer, written, (own_part, own_whole), findings);
            }
            _ => {}
        }
    }
}

/// Tells a part beside a percentage whose whole is blank; where the form does not ask for the whole, once a criterion.
fn tell_unchecked(answer: &Answer<'_>, part: Decimal, told: &mut BTreeSet<CriterionKey>, findings: &mut Vec<Finding>) {
    let slots = answer.question.slots;
    if slots.whole.is_none() && !told.insert(answer.question.key) {
        return;
    }
    let shown = spelled(part);
    let message = say!(
        "Thiếu tổng số nên không đối chiếu được số đạt {shown} với tỷ lệ; tiêu chí được xét theo tỷ lệ",
        "The whole is missing, so the part {shown} could not be held against the percentage, which decides",
        shown
    );
    let help = say!(
        "Bổ sung tổng số, hoặc xóa số đạt nếu chỉ báo cáo tỷ lệ",
        "Add the whole, or clear the part if only the percentage is reported"
    );
    let finding = answer.finding_at(&codes::BLANK_CRITERION, slots.whole.or(slots.part), message);
    findings.extend(finding.map(|finding| finding.helped_by(help)));
}

/// Holds part and whole in cells of their own against the fraction in the figure's cell: with another part nobody can
/// tell which is meant; a whole alone may be the one of its name that serves other criteria, and both stand.
fn against_fraction(
    answer: &mut Answer<'_>,
    (part, whole): (Decimal, Decimal),
    own: (Option<Decimal>, Option<Decimal>),
    findings: &mut Vec<Finding>,
) {
    let (own_part, own_whole) = (own.0.unwrap_or(part), own.1.unwrap_or(whole));
    if (own_part, own_whole) == (part, whole) {
        return;
    }
    let (part, whole) = (spelled(part), spelled(whole));
    if own.0.is_some() {
        let (own_part, own_whole) = (spelled(own_part), spelled(own_whole));
        let message = say!(
            "{part}/{whole} không khớp với số đạt và tổng số ghi bên cạnh, {own_part}/{own_whole}",
            "{part}/{whole} does not equal the part and whole beside it, {own_part}/{own_whole}",
            part,
            whole,
            own_part,
            own_whole
        );
        let refusal = Refusal { code: &codes::PERCENT_NOT_PART_OF_WHOLE, message, help: None };
        answer.refuse_figure(refusal, findings);
        return;
    }
    let shown = spelled(own_whole);
    let message = say!(
        "Tổng số ở đây là {shown}, trong kết quả {part}/{whole} là {whole}",
        "The whole is {shown} here and {whole} in the result {part}/{whole}",
        shown,
        part,
        whole
    );
    let finding = answer.finding_at(&codes::WHOLES_DIFFER, answer.question.slots.whole, message);
    findings.extend(finding.map(|finding| finding.expecting(whole.vi)));
}
