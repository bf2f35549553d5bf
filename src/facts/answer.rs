//! The cells of one answer, read and put together into a fact.

use crate::{
    criteria::{Criterion, Kind, NotApplicable, Requirement},
    finding::{Code, Finding, Place, codes},
    layout::{Column, Slots},
    model::{CellPlace, CellRef, CriterionKey, Decimal, FileKey, Message, SheetKey, Speaking, UnitKey, say},
    text::{LoneSeparator, Written, is_blank, read_number},
    workbook::{Cell, Sheet, Value},
};

use super::{
    Claim, Raw, Role, SourceCell, TaskState,
    overwritten::refused_as,
    reading::{Figure, Said, read_amount, read_claim, read_figure, read_pair_mark, says_what_it_holds},
    refusals::Refusal,
    shown::shown_cell,
};

/// Where an answer stands, what it is about and what is asked.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) file: FileKey,
    pub(super) sheet_key: SheetKey,
    pub(super) sheet: &'a Sheet,
    /// The columns of the table that it stands in.
    pub(super) columns: &'a [Column],
    pub(super) row: u32,
    /// The filled cells of that row.
    pub(super) cells: &'a [Cell],
    pub(super) unit: UnitKey,
    pub(super) key: CriterionKey,
    pub(super) criterion: &'a Criterion,
    pub(super) requirement: &'a Requirement,
    pub(super) who: Speaking,
    /// A blank answer is worth telling: the file speaks in this voice.
    pub(super) blanks: Blanks,
    /// Who made the table.
    pub(super) maker: Maker,
    pub(super) slots: Slots,
}

/// Who made a table, and put the formulas into it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Maker {
    /// This program: it is a form.
    Program,
    /// Somebody else.
    People,
}

/// Whether blank answers are told.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Blanks {
    /// The file speaks in this voice.
    Told,
    /// Another voice's column, which may well be empty.
    Passed,
}

/// An answer whose figure may still have to be told fraction from percentage.
pub(super) struct Answer<'a> {
    pub(super) question: Question<'a>,
    pub(super) figure: Figure,
    pub(super) part: Option<Decimal>,
    pub(super) whole: Option<Decimal>,
    pub(super) claim: Option<Claim>,
    pub(super) task: Option<TaskState>,
    pub(super) refused: bool,
    pub(super) cells: Vec<SourceCell>,
}

impl<'a> Answer<'a> {
    /// Returns whether nothing stands in its cells but perhaps a whole that serves several criteria.
    pub(super) fn says_nothing(&self) -> bool {
        let said = self.part.is_some() || self.claim.is_some() || self.task.is_some() || self.refused;
        self.figure == Figure::Blank && !said
    }

    /// Makes an answer that cannot be used, whatever stands in its cells.
    pub(super) fn refused(question: Question<'a>) -> Self {
        let slots = Slots { evidence: None, ..question.slots };
        Self { refused: true, ..Self::unread(Question { slots, ..question }) }
    }

    /// Reads the cells of an answer, each by itself.
    pub(super) fn read(question: Question<'a>, findings: &mut Vec<Finding>) -> Self {
        let mut answer = Self::unread(question);
        answer.read_figure(findings);
        answer.part = answer.read_amount(question.slots.part, Role::Part, findings);
        answer.whole = answer.read_amount(question.slots.whole, Role::Whole, findings);
        answer.read_claims(findings);
        answer
    }

    fn unread(question: Question<'a>) -> Self {
        Self {
            question,
            figure: Figure::Blank,
            part: None,
            whole: None,
            claim: None,
            task: None,
            refused: false,
            // Nearly all of them are filled; evidence is kept as words alone.
            cells: Vec::with_capacity(Slots { evidence: None, ..question.slots }.columns().count()),
        }
    }

    /// Returns what stands in `column`, blank cells aside.
    pub(super) fn cell(&self, column: Option<u16>) -> Option<&'a Cell> {
        let cell = in_column(self.question.cells, column?)?;
        let blank = matches!(&cell.value, Value::Text(text) if is_blank(text));
        (!blank).then_some(cell)
    }

    /// Returns whether a formula stands in `column`, whatever it gives.
    pub(super) fn has_formula(&self, column: Option<u16>) -> bool {
        column.and_then(|column| in_column(self.question.cells, column)).is_some_and(|cell| cell.formula)
    }

    fn read_figure(&mut self, findings: &mut Vec<Finding>) {
        let Some(cell) = self.cell(self.question.slots.figure) else { return };
        if self.is_needless_formula(cell) {
            return;
        }
        let Question { sheet, criterion, requirement, .. } = self.question;
        let code = if criterion.kind.is_measured() { &codes::NOT_A_NUMBER } else { &codes::UNKNOWN_MARK };
        let format = sheet.format(cell);
        let is_as_seen = says_what_it_holds(cell, format, criterion, requirement);
        let refused = refused_as(code, cell, format).filter(|_| !is_as_seen);
        let figure = refused.map_or_else(|| read_figure(cell, format, criterion, requirement), Figure::Refused);
        match figure {
            Figure::Blank => {}
            Figure::Said(claim) => self.say(claim, cell, findings),
            Figure::Task(state) => {
                self.task = Some(state);
                self.keep(Role::Claim, cell);
            }
            Figure::Refused(refusal) => {
                self.refused = true;
                findings.push(self.mark_refused(refusal, None, cell));
            }
            figure => {
                self.keep(Role::Figure, cell);
                self.figure = figure;
            }
        }
    }

    /// Returns whether a cell is the formula of a percentage, without a usable value, beside the part and the whole that
    /// judge; or one of a form, never calculated: part and whole say all that it would; or one that makes 0 % of a part or
    /// a whole that is left blank: blank is not zero. Where people made the table and left both blank, the formula may
    /// well be about other cells.
    fn is_needless_formula(&self, cell: &Cell) -> bool {
        let Question { sheet, criterion, slots, maker, .. } = self.question;
        let left_blank = |at: Option<u16>| at.is_some() && self.cell(at).is_none();
        let is_of_both = slots.part.is_some() && slots.whole.is_some();
        let makes_nothing_zero = cell.formula
            && cell.value == Value::Number(0.0)
            && is_of_both
            && (left_blank(slots.part) || left_blank(slots.whole))
            && (maker == Maker::Program || !(left_blank(slots.part) && left_blank(slots.whole)));
        let given = |at| self.cell(at).is_some_and(|cell| matches!(read_amount(cell, sheet.format(cell)), Ok(Some(_))));
        let valueless = cell.formula && matches!(cell.value, Value::NotCalculated | Value::Error(_));
        let waiting = maker == Maker::Program && cell.value == Value::NotCalculated && is_of_both;
        let is_needless = makes_nothing_zero || valueless && (waiting || given(slots.part) && given(slots.whole));
        is_needless && criterion.kind == Kind::Percent
    }

    fn read_amount(&mut self, at: Option<u16>, role: Role, findings: &mut Vec<Finding>) -> Option<Decimal> {
        let cell = self.cell(at)?;
        let format = self.question.sheet.format(cell);
        match refused_as(&codes::NOT_A_NUMBER, cell, format).map_or_else(|| read_amount(cell, format), Err) {
            Ok(amount) => {
                self.keep(role, cell);
                amount
            }
            Err(refusal) => {
                let needed = role == Role::Part || self.cell(self.question.slots.part).is_some();
                self.refused |= needed;
                findings.push(self.refusal(refusal, cell));
                None
            }
        }
    }

    fn read_claims(&mut self, findings: &mut Vec<Finding>) {
        let Question { criterion, slots, .. } = self.question;
        let kind = criterion.kind;
        for (at, there) in [
            (slots.claim, None),
            (slots.score, None),
            (slots.achieved, Some(Claim::Achieved)),
            (slots.not_achieved, Some(Claim::NotAchieved)),
        ] {
            let Some(cell) = self.cell(at) else { continue };
            let read = || there.map_or_else(|| read_claim(cell, kind), |there| read_pair_mark(cell, kind, there));
            if at == slots.score && is_score(cell) {
                self.refused = true;
                findings.push(self.tell_score(cell));
                continue;
            }
            let format = self.question.sheet.format(cell);
            let said = refused_as(&codes::UNKNOWN_MARK, cell, format).map_or_else(read, Said::Refused);
            match said {
                Said::Blank => {}
                Said::Claim(claim) => self.say(claim, cell, findings),
                Said::Task(state) => {
                    self.task = Some(state);
                    self.keep(Role::Claim, cell);
                }
                Said::Refused(refusal) => {
                    self.refused |= matches!(self.figure, Figure::Blank) && self.ratio().is_none();
                    findings.push(self.mark_refused(refusal, there, cell));
                }
            }
        }
    }

    /// Tells a score in the place of what answers the criterion.
    fn tell_score(&self, cell: &Cell) -> Finding {
        let id = &self.question.criterion.id;
        let message = say!(
            "Ô này là điểm chấm, không phải kết quả của tiêu chí {id}, nên không được dùng",
            "This cell holds a score, not the result for criterion {id}, and is not used"
        );
        let help = say!(
            "Ghi kết quả thực hiện ở cột \"Kết quả\"; nếu đây đúng là kết quả chứ không phải điểm thì bỏ chữ \"điểm\" ở \
             tiêu đề cột",
            "Give the result in a column \"Kết quả\"; if this is the result and not a score, take \"điểm\" out of the heading"
        );
        self.finding(&codes::NOT_A_NUMBER, cell, message).helped_by(help)
    }

    /// Takes a claim; one that contradicts an earlier one of the same answer makes both unusable.
    fn say(&mut self, claim: Claim, cell: &Cell, findings: &mut Vec<Finding>) {
        if claim == Claim::NotApplicable && self.question.criterion.not_applicable == NotApplicable::Forbidden {
            self.refused = true;
            let id = &self.question.criterion.id;
            let message = say!("Tiêu chí {id} áp dụng cho mọi đơn vị", "Criterion {id} applies to every unit");
            findings.push(self.finding(&codes::NOT_APPLICABLE_FORBIDDEN, cell, message));
            return;
        }
        let counts = self.question.criterion.not_applicable == NotApplicable::CountsAsAchieved;
        if let (true, Some(Claim::NotApplicable), Claim::Achieved) = (counts, self.claim, claim) {
            self.keep(Role::Claim, cell);
            return;
        }
        if self.claim.is_some_and(|earlier| earlier != claim) {
            self.refused = true;
            let (message, help) = self.two_claims(cell);
            findings.push(self.finding(&codes::CLAIM_CONTRADICTS_FIGURE, cell, message).helped_by(help));
            return;
        }
        self.claim = Some(claim);
        self.keep(Role::Claim, cell);
    }

    fn keep(&mut self, role: Role, cell: &Cell) {
        let raw = Raw::of(cell, self.question.sheet);
        self.cells.push(SourceCell { role, sheet: self.question.sheet_key, at: cell.at, raw });
    }

    fn place(&self, cell: CellRef) -> CellPlace {
        CellPlace { file: self.question.file, sheet: self.question.sheet_key, cell }
    }

    /// Tells a mark or word that cannot be used; one that is not understood with what may stand there.
    fn mark_refused(&self, refusal: Refusal, there: Option<Claim>, cell: &Cell) -> Finding {
        let unknown = *refusal.code == codes::UNKNOWN_MARK && refusal.help.is_none();
        let is_word =
            *refusal.code == codes::NOT_A_NUMBER && matches!(cell.value, Value::Text(_)) && refusal.help.is_none();
        let finding = self.refusal(refusal, cell);
        if unknown {
            finding.helped_by(self.marks_of(there))
        } else if is_word && self.question.requirement.wants_none() {
            // "Không phát sinh" and the like, which people mean for none.
            finding.helped_by(self.what_to_fill_in())
        } else if is_word {
            finding.helped_by(self.figure_alone())
        } else {
            finding
        }
    }

    fn refusal(&self, Refusal { code, message, help }: Refusal, cell: &Cell) -> Finding {
        let finding = self.finding(code, cell, message);
        let (vi, en) = self.number_alone();
        match help {
            Some(help) => finding.helped_by(help),
            None if *code == codes::NOT_A_NUMBER => finding.helped_by(Message { vi: vi.to_owned(), en: en.to_owned() }),
            None => finding,
        }
    }

    fn finding(&self, code: &'static Code, cell: &Cell, message: Message) -> Finding {
        let Question { unit, key, criterion, requirement, .. } = self.question;
        Finding::new(code, Place::Cell(self.place(cell.at)), message)
            .of_unit(unit)
            .of_criterion(key)
            .quoting(shown_cell(cell, self.question.sheet))
            .expecting(requirement.to_text(criterion.kind))
    }

    /// Makes a finding at a column of the answer's row, or at the answer as a whole.
    pub(super) fn finding_at(&self, code: &'static Code, column: Option<u16>, message: Message) -> Option<Finding> {
        let Question { unit, key, criterion, requirement, sheet, row, slots, .. } = self.question;
        let at = CellRef::new(row, column.or(slots.foremost())?);
        let finding = Finding::new(code, Place::Cell(self.place(at)), message).of_unit(unit).of_criterion(key);
        let quoted = match sheet.cell(at) {
            Some(cell) => finding.quoting(shown_cell(cell, sheet)),
            None => finding,
        };
        Some(quoted.expecting(requirement.to_text(criterion.kind)))
    }

    /// Makes a finding about the answer at a cell that says something of it.
    pub(super) fn finding_in(&self, code: &'static Code, at: CellRef, message: Message) -> Finding {
        let Question { unit, key, sheet, row, .. } = self.question;
        let finding = Finding::new(code, Place::Cell(self.place(at)), message).of_criterion(key);
        let finding = if at.row == row { finding.of_unit(unit) } else { finding };
        match sheet.cell(at) {
            Some(cell) => finding.quoting(shown_cell(cell, sheet)),
            None => finding,
        }
    }

    /// Returns part and whole, from their own cells or from a fraction in the figure's cell.
    pub(super) fn ratio(&self) -> Option<(Decimal, Decimal)> {
        match self.figure {
            Figure::Fraction(part, whole, _) => Some((part, whole)),
            _ => self.part.zip(self.whole).filter(|_| self.question.criterion.kind == Kind::Percent),
        }
    }

    /// Returns the threshold that holds for the unit, if it is a number.
    pub(super) fn threshold(&self) -> Option<Decimal> {
        self.question.requirement.threshold()
    }

    /// Refuses the figure for a reason found when all answers of the criterion are seen together.
    pub(super) fn refuse_figure(&mut self, refusal: Refusal, findings: &mut Vec<Finding>) {
        self.refuse_at(self.question.slots.figure, refusal, findings);
    }

    /// Refuses part and whole, which say nothing together.
    pub(super) fn refuse_part(&mut self, refusal: Refusal, findings: &mut Vec<Finding>) {
        self.refuse_at(self.question.slots.part, refusal, findings);
    }

    fn refuse_at(&mut self, at: Option<u16>, Refusal { code, message, help }: Refusal, findings: &mut Vec<Finding>) {
        self.refused = true;
        self.figure = Figure::Blank;
        let finding = self.finding_at(code, at, message);
        findings.extend(finding.map(|finding| match help {
            Some(help) => finding.helped_by(help),
            None => finding,
        }));
    }

    /// Tells how the figure was read.
    pub(super) fn tell_figure(&self, code: &'static Code, message: Message, findings: &mut Vec<Finding>) {
        findings.extend(self.finding_at(code, self.question.slots.figure, message));
    }
}

/// Returns the cell of a column among the filled cells of a row; in most rows no cell is empty.
fn in_column(cells: &[Cell], column: u16) -> Option<&Cell> {
    let without_gaps = cells.get(usize::from(column.checked_sub(cells.first()?.at.column)?));
    without_gaps.filter(|cell| cell.at.column == column).or_else(|| {
        let index = cells.binary_search_by_key(&column, |cell| cell.at.column).ok()?;
        Some(&cells[index])
    })
}

/// Returns whether what stands under a heading for scores is one, rather than a word or a mark.
fn is_score(cell: &Cell) -> bool {
    match &cell.value {
        Value::Number(_) => true,
        Value::Text(text) => read_number(text, LoneSeparator::Decimal) != Written::Other,
        Value::Date(_) | Value::Bool(_) | Value::Error(_) | Value::NotCalculated => false,
    }
}
