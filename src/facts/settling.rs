//! The pieces of an answer put together into a fact: part, whole, figure and claim held against each other.

use std::sync::Arc;

use crate::{
    criteria::{Evidence, Kind},
    finding::{Finding, codes},
    layout::Slots,
    model::{CellRef, Decimal, Message, Quantity, Ratio, Speaking, Sum, say, spelled},
};

use super::{
    Fact,
    answer::{Answer, Blanks, Question},
    fact::Raw,
    reading::{Figure, Seen},
    remedies::{negative_quantity, unmerge, whole_number},
    shown::brief,
};

/// Of a sheet with more merged ranges than any form has, no blank cell is looked up among them.
const MOST_MERGES: usize = 10_000;

impl Answer<'_> {
    /// Puts the answer together into a fact; a blank answer gives none.
    pub(super) fn settle(mut self, findings: &mut Vec<Finding>) -> Option<Fact> {
        let mut figure = None;
        if !self.refused {
            match self.measured(findings) {
                Ok(measured) => figure = measured,
                Err(Refused) => self.refused = true,
            }
        }
        let blank = figure.is_none() && self.ratio().is_none() && self.claim.is_none() && self.task.is_none();
        if blank && !self.refused {
            self.tell_blank(findings);
            return None;
        }
        let (part, whole) = self.ratio().map_or((None, self.whole), |(part, whole)| (Some(part), Some(whole)));
        let (part, whole, figure) = if self.refused { (None, None, None) } else { (part, whole, figure) };
        self.check_claim(figure, part.zip(whole), findings);
        self.check_evidence(findings);
        let Question { unit, key, who: Speaking { voice, agency }, file, .. } = self.question;
        Some(Fact {
            unit,
            criterion: key,
            voice,
            agency,
            file,
            figure,
            part,
            whole,
            claim: self.claim,
            task: self.task,
            refused: self.refused,
            evidence: self.evidence(),
            cells: self.cells.into_boxed_slice(),
        })
    }

    /// Returns the figure that stands beside or instead of part and whole.
    fn measured(&self, findings: &mut Vec<Finding>) -> Result<Option<Decimal>, Refused> {
        if let Some((part, whole)) = self.ratio() {
            let ratio = self.checked_ratio(part, whole, findings)?;
            let beside = match self.figure {
                Figure::Number(seen) | Figure::Fraction(_, _, Some(seen)) if !self.figure_is_formula() => Some(seen),
                _ => None,
            };
            return match beside {
                Some(seen) if !agrees(seen, ratio) => {
                    let (shown, true_percent) = apart(seen, ratio);
                    let (part, whole) = (spelled(part), spelled(whole));
                    let message = say!(
                        "{shown} % không khớp với {part}/{whole} = {true_percent} %",
                        "{shown} % does not equal {part}/{whole} = {true_percent} %",
                        shown,
                        part,
                        whole,
                        true_percent
                    );
                    findings.extend(self.finding_at(
                        &codes::PERCENT_NOT_PART_OF_WHOLE,
                        self.question.slots.figure,
                        message,
                    ));
                    Err(Refused)
                }
                _ => Ok(beside.map(|seen| seen.value)),
            };
        }
        let Figure::Number(seen) = self.figure else { return self.part_alone(findings) };
        if let Some(part) = self.part.filter(|part| self.is_one_number() && *part != seen.value) {
            findings.extend(self.tell_two_numbers(seen.value, part));
            return Err(Refused);
        }
        self.check_range(seen.value, self.question.slots.figure, findings)?;
        Ok(Some(seen.value))
    }

    /// Returns what stands in the place of a part where there is no figure: the figure of a criterion that is not a
    /// percentage and has no whole; a percentage needs its whole.
    fn part_alone(&self, findings: &mut Vec<Finding>) -> Result<Option<Decimal>, Refused> {
        let Some(part) = self.part else { return Ok(None) };
        let shown = spelled(part);
        let message = match (self.question.criterion.kind, self.whole) {
            (Kind::Percent, _) => say!(
                "Có {shown} nhưng thiếu tổng số nên không tính được tỷ lệ",
                "There is {shown} but no whole, so there is no percentage",
                shown
            ),
            (Kind::YesNo | Kind::Task, _) => {
                let message = say!(
                    "\"{shown}\" không cho biết là đạt hay chưa đạt",
                    "\"{shown}\" says neither achieved nor not achieved",
                    shown
                );
                findings.extend(self.finding_at(&codes::UNKNOWN_MARK, self.question.slots.part, message));
                return Err(Refused);
            }
            (_, None) => {
                self.check_range(part, self.question.slots.part, findings)?;
                findings.extend(self.tell_in_place_of_figure(part));
                return Ok(Some(part));
            }
            (_, Some(whole)) => {
                let whole = spelled(whole);
                say!(
                    "{shown} trên {whole}: tiêu chí này cần một con số",
                    "{shown} of {whole}: this criterion takes one number",
                    shown,
                    whole
                )
            }
        };
        let wanting = self.question.slots.whole.filter(|_| self.whole.is_none()).or(self.question.slots.part);
        let help = if self.whole.is_none() { self.whole_wanted() } else { self.one_number() };
        let finding = self.finding_at(&codes::NOT_A_NUMBER, wanting, message);
        findings.extend(finding.map(|finding| finding.helped_by(help)));
        Err(Refused)
    }

    fn figure_is_formula(&self) -> bool {
        self.cell(self.question.slots.figure).is_some_and(|cell| cell.formula)
    }

    fn checked_ratio(&self, part: Decimal, whole: Decimal, findings: &mut Vec<Finding>) -> Result<Ratio, Refused> {
        let negative = part.is_negative() || whole.is_negative();
        let fits = !negative && (part <= whole || self.question.criterion.may_exceed);
        if let Some(ratio) = Ratio::new(part, whole).filter(|_| fits) {
            return Ok(ratio);
        }
        let at = self.question.slots.part.filter(|_| self.part.is_some()).or(self.question.slots.figure);
        let (shown_part, shown_whole) = (spelled(part), spelled(whole));
        let (code, message, help) = if negative {
            let message = say!(
                "{shown_part}/{shown_whole}: số lượng không thể âm",
                "{shown_part}/{shown_whole}: a quantity cannot be negative",
                shown_part,
                shown_whole
            );
            (&codes::OUT_OF_RANGE, message, Some(negative_quantity()))
        } else if whole == Decimal::ZERO {
            let message = say!("Tổng số là 0 nên không tính được tỷ lệ", "The whole is 0, so there is no percentage");
            (&codes::PART_OVER_WHOLE, message, Some(self.whole_of_nothing()))
        } else {
            let message = say!(
                "Số đạt {shown_part} lớn hơn tổng số {shown_whole}",
                "The part {shown_part} is greater than the whole {shown_whole}",
                shown_part,
                shown_whole
            );
            (&codes::PART_OVER_WHOLE, message, None)
        };
        let finding = self.finding_at(code, at, message);
        findings.extend(finding.map(|finding| match help {
            Some(help) => finding.helped_by(help),
            None => finding,
        }));
        Err(Refused)
    }

    /// Refuses a value, which stands in the column `at`, that the criterion cannot have.
    fn check_range(&self, value: Decimal, at: Option<u16>, findings: &mut Vec<Finding>) -> Result<(), Refused> {
        let criterion = self.question.criterion;
        let over = match criterion.kind {
            Kind::Percent if !criterion.may_exceed => Some(Decimal::HUNDRED),
            Kind::Points => criterion.max,
            _ => None,
        };
        if criterion.kind == Kind::Count && !value.is_whole() {
            let shown = spelled(value);
            let message = say!("{shown} không phải là số nguyên", "{shown} is not a whole number", shown);
            let finding = self.finding_at(&codes::OUT_OF_RANGE, at, message);
            findings.extend(finding.map(|finding| finding.helped_by(whole_number())));
            return Err(Refused);
        }
        let over = over.filter(|most| value > *most);
        let negative = value.is_negative() && criterion.kind != Kind::Amount;
        if over.is_none() && !negative {
            return Ok(());
        }
        let shown = match over {
            Some(most) => spelled(Quantity::Number(value).shown_beside(most, 2)),
            None => brief(value, 4),
        };
        let sign = if criterion.kind == Kind::Percent { " %" } else { "" };
        let message = match over.map(spelled) {
            Some(most) => say!(
                "{shown}{sign} vượt quá mức cao nhất là {most}{sign}",
                "{shown}{sign} is above the most possible, {most}{sign}",
                shown,
                most
            ),
            None => say!("{shown}{sign} là số âm", "{shown}{sign} is negative", shown),
        };
        let finding = self.finding_at(&codes::OUT_OF_RANGE, at, message);
        findings.extend(finding.map(|finding| finding.helped_by(self.within_range(value, at))));
        Err(Refused)
    }

    fn tell_blank(&self, findings: &mut Vec<Finding>) {
        if self.question.blanks == Blanks::Told {
            let id = &self.question.criterion.id;
            let (at, message, help) = if let Some((at, first)) = self.merged_with() {
                let message = say!(
                    "Tiêu chí {id}: ô {at} bị gộp với ô {first} nên không có giá trị riêng",
                    "Criterion {id}: {at} is merged with {first} and holds no value of its own"
                );
                (Some(at.column), message, unmerge())
            } else {
                let message = say!("Tiêu chí {id} để trống", "Criterion {id} is left blank");
                (self.to_fill_in(), message, self.what_to_fill_in())
            };
            let finding = self.finding_at(&codes::BLANK_CRITERION, at, message);
            findings.extend(finding.map(|finding| finding.helped_by(help)));
        }
    }

    /// Returns the column that is to be filled in where it is not the foremost: that of the verdict for what is judged by
    /// one alone, and that of the part where a formula gives the figure.
    fn to_fill_in(&self) -> Option<u16> {
        let Slots { figure, part, claim, achieved, .. } = self.question.slots;
        match self.question.criterion.kind {
            Kind::YesNo | Kind::Task => claim.or(achieved),
            _ => part.filter(|_| self.has_formula(figure)),
        }
    }

    /// Returns a cell of the answer that is merged with a filled one, and the filled one.
    pub(super) fn merged_with(&self) -> Option<(CellRef, CellRef)> {
        let Question { sheet, row, slots, .. } = self.question;
        let places = || Slots { evidence: None, ..slots }.columns().map(|column| CellRef::new(row, column));
        let covers = |(first, last): &(CellRef, CellRef), at: &CellRef| {
            let within = (first.row..=last.row).contains(&at.row) && (first.column..=last.column).contains(&at.column);
            within && first != at && sheet.cell(*first).is_some()
        };
        let merges = if sheet.merges.len() <= MOST_MERGES { sheet.merges.as_slice() } else { &[] };
        merges.iter().find_map(|merge| Some((places().find(|at| covers(merge, at))?, merge.0)))
    }

    /// Returns what the cell of the evidence says: words, the number or the day of a document.
    fn evidence(&self) -> Option<Arc<str>> {
        let text = Raw::of(self.cell(self.question.slots.evidence)?, self.question.sheet).into_text();
        (!text.trim().is_empty()).then_some(text)
    }

    fn check_evidence(&self, findings: &mut Vec<Finding>) {
        let Question { criterion, slots, .. } = self.question;
        if criterion.evidence == Evidence::Required && slots.evidence.is_some() && self.cell(slots.evidence).is_none() {
            let id = &criterion.id;
            let message = say!("Tiêu chí {id} chưa nêu minh chứng", "Criterion {id} names no evidence");
            findings.extend(self.finding_at(&codes::EVIDENCE_NOT_NAMED, slots.evidence, message));
        }
    }
}

/// The answer cannot be used; the finding has been told.
struct Refused;

/// Returns a percentage and that of a ratio with the decimals that people see, two at least, and as many more as it takes
/// to tell them apart.
fn apart(seen: Seen, ratio: Ratio) -> (Message, Message) {
    let both = |decimals: u8| (Sum::from(seen.value).rounded(decimals), ratio.percent(decimals));
    let most = seen.value.scale().max(2);
    let (shown, exact) = (2..most).map(both).find(|(shown, exact)| shown != exact).unwrap_or_else(|| both(most));
    (spelled(shown), spelled(exact))
}

/// Returns whether a percentage equals a ratio to within one unit of the last decimal that people see.
fn agrees(seen: Seen, ratio: Ratio) -> bool {
    let unit = Sum::from(Decimal::new(1, seen.decimals).unwrap_or_default());
    let (shown, true_percent) = (Sum::from(seen.value), ratio.percent(Decimal::MAX_SCALE));
    shown - true_percent < unit && true_percent - shown < unit
}
