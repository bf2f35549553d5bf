//! A claim held against what else its answer says: its figure, another claim.

use crate::{
    criteria::{Criterion, Kind, Requirement},
    finding::{Finding, codes},
    model::{CellRef, Decimal, Message, Quantity, Ratio, Voice, phrase, say, spelled},
    workbook::{Cell, Value},
};

use super::{
    Claim, Role,
    answer::{Answer, Question},
    remedies::unmerge,
    shown::{clipped, shown_cell},
};

impl Answer<'_> {
    /// Tells a claim that contradicts its figure, or stands without one.
    pub(super) fn check_claim(
        &self,
        figure: Option<Decimal>,
        ratio: Option<(Decimal, Decimal)>,
        findings: &mut Vec<Finding>,
    ) {
        let Some(claim) = self.claim.filter(|_| !self.refused) else { return };
        let Question { criterion, requirement, slots, .. } = self.question;
        let claimed = self.cells.iter().find(|cell| cell.role == Role::Claim).map(|cell| cell.at.column);
        let ratio = ratio.and_then(|(part, whole)| Ratio::new(part, whole)).map(Quantity::Ratio);
        let Some(quantity) = ratio.or(figure.map(Quantity::Number)) else {
            if !matches!(criterion.kind, Kind::YesNo | Kind::Task) && claim != Claim::NotApplicable {
                self.tell_no_figure(claimed, findings);
            }
            return;
        };
        let Some(message) = contradiction(criterion, requirement, quantity, claim) else { return };
        let marked = self.pair_of(claimed).filter(|_| claim != Claim::NotApplicable);
        let finding = |message| {
            let told = self.finding_at(&codes::CLAIM_CONTRADICTS_FIGURE, claimed.or(slots.figure), message);
            told.map(|told| match self.question.who.voice {
                Voice::Own => told,
                _ => told.helped_by(say!(
                    "Đối chiếu số liệu với mức yêu cầu rồi sửa ô kết luận hoặc sửa số liệu cho khớp nhau",
                    "Hold the figure against what is required, then correct the verdict or the figure"
                )),
            })
        };
        let Some((there, other)) = marked else {
            findings.extend(finding(message));
            return;
        };
        let message = against_figure(criterion, requirement, quantity, |value, required| {
            say!(
                "Đánh dấu ở cột \"{there}\" nhưng số liệu là {value}, yêu cầu {required}",
                "Marked in the column \"{there}\", but the figure is {value}, required {required}",
                value,
                required
            )
        });
        findings.extend(finding(message).map(|finding| {
            finding.helped_by(say!(
                "Nếu số liệu đúng thì chuyển dấu sang cột \"{other}\"; nếu không thì sửa số liệu",
                "If the figure is right, move the mark to the column \"{other}\"; otherwise correct the figure"
            ))
        }));
    }

    fn tell_no_figure(&self, claimed: Option<u16>, findings: &mut Vec<Finding>) {
        let id = &self.question.criterion.id;
        let merged = self.merged_with();
        let message = match merged {
            Some((at, first)) => say!(
                "Tiêu chí {id} chỉ có kết luận: ô {at} bị gộp với ô {first} nên không có số liệu riêng",
                "Criterion {id} has a claim without its figure: {at} is merged with {first} and holds none of its own"
            ),
            None => {
                say!("Tiêu chí {id} chỉ có kết luận, không có số liệu", "Criterion {id} has a claim without its figure")
            }
        };
        let finding = self.finding_at(&codes::CLAIM_WITHOUT_FIGURE, claimed, message);
        findings.extend(finding.map(|finding| match merged {
            Some(_) => finding.helped_by(unmerge()),
            None => finding,
        }));
    }

    /// Says that a claim in `cell` contradicts the earlier one of the answer, with both cells, and what to do.
    pub(super) fn two_claims(&self, cell: &Cell) -> (Message, Message) {
        let Question { criterion, sheet, slots, row, .. } = self.question;
        let text = |cell: &Cell| shown_cell(cell, sheet);
        let earlier = self.cells.iter().find(|source| source.role == Role::Claim).map(|source| source.at);
        let earlier = earlier.and_then(|at| sheet.cell(at));
        let Some(earlier) = earlier else {
            let message =
                say!("Hai ô của cùng một tiêu chí nói ngược nhau", "Two cells of one criterion contradict each other");
            return (message, say!("Sửa một trong hai ô cho khớp", "Correct one of them"));
        };
        let (at, there, said, before) = (cell.at, earlier.at, text(cell), text(earlier));
        if let (Some((this, _)), Some(_)) = (self.pair_of(Some(at.column)), self.pair_of(Some(there.column))) {
            let other = self.heading(there.column).unwrap_or_default();
            let message = say!(
                "Cả hai cột \"{other}\" (ô {there}) và \"{this}\" (ô {at}) đều được đánh dấu",
                "Both columns are marked, \"{other}\" ({there}) and \"{this}\" ({at})"
            );
            let help =
                say!("Chỉ để lại dấu ở cột đúng với kết quả", "Leave the mark in the column that is right alone");
            return (message, help);
        }
        let message = say!(
            "Ô {at} ghi \"{said}\" nhưng ô {there} ghi \"{before}\", nói ngược nhau",
            "{at} says \"{said}\" and {there} \"{before}\", which contradict each other"
        );
        let figure = slots.figure.map(|column| CellRef::new(row, column));
        let help = if criterion.kind.is_measured() && figure == Some(there) {
            say!(
                "Ghi số liệu vào ô {there}, hoặc sửa một trong hai ô cho khớp",
                "Write the figure into {there}, or correct one of the two"
            )
        } else {
            say!("Sửa một trong hai ô cho khớp", "Correct one of the two")
        };
        (message, help)
    }

    /// Returns the headings of a column for marks of one verdict, and of that for the other, if it is one of two.
    fn pair_of(&self, column: Option<u16>) -> Option<(String, String)> {
        let slots = self.question.slots;
        let pair = |this: Option<u16>, other: Option<u16>, other_verdict: &str| {
            let this = self.heading(this.filter(|this| Some(*this) == column)?)?;
            Some((this, other.and_then(|other| self.heading(other)).unwrap_or_else(|| other_verdict.to_owned())))
        };
        pair(slots.achieved, slots.not_achieved, "Chưa đạt").or_else(|| pair(slots.not_achieved, slots.achieved, "Đạt"))
    }

    /// Returns the heading of a column, as it stands there.
    fn heading(&self, column: u16) -> Option<String> {
        let Question { columns, sheet, .. } = self.question;
        let heading = columns.iter().find(|known| known.column == column)?.heading?;
        match &sheet.cell(heading)?.value {
            Value::Text(text) => Some(clipped(text.trim()).into_owned()),
            _ => None,
        }
    }
}

/// Says how a claim contradicts the figure of its criterion, if it does: the threshold decides.
pub fn contradiction(
    criterion: &Criterion,
    requirement: &Requirement,
    quantity: Quantity,
    claim: Claim,
) -> Option<Message> {
    let contradicts = match (requirement.is_met_by(quantity, None), claim) {
        (Some(met), Claim::Achieved) => !met,
        (Some(met), Claim::NotAchieved) => met,
        (_, Claim::NotApplicable) => true,
        (None, _) => false,
    };
    contradicts.then(|| {
        against_figure(criterion, requirement, quantity, |value, required| {
            let said = claim_words(claim);
            say!(
                "Ghi \"{said}\" nhưng số liệu là {value}, yêu cầu {required}",
                "Says \"{said}\" but the figure is {value}, required {required}",
                said,
                value,
                required
            )
        })
    })
}

/// Makes a sentence of a figure, never rounded to the other side of its threshold, and what is required.
fn against_figure(
    criterion: &Criterion,
    requirement: &Requirement,
    quantity: Quantity,
    sentence: impl Fn(Message, Message) -> Message,
) -> Message {
    let threshold = requirement.threshold();
    let value = threshold.map_or_else(|| quantity.rounded(2), |threshold| quantity.shown_beside(threshold, 2));
    let sign = if criterion.kind == Kind::Percent { " %" } else { "" };
    let value = spelled(value);
    sentence(phrase!("{value}{sign}", "{value}{sign}", value), requirement.in_words(criterion.kind))
}

fn claim_words(claim: Claim) -> Message {
    match claim {
        Claim::Achieved => phrase!("Đạt", "achieved"),
        Claim::NotAchieved => phrase!("Chưa đạt", "not achieved"),
        Claim::NotApplicable => phrase!("Không áp dụng", "not applicable"),
    }
}
