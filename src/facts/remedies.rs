//! What may be written into a cell instead of what stands there, and nothing that would be refused.

use crate::{
    criteria::{Kind, NotApplicable},
    finding::codes,
    layout::ColumnRole,
    model::{CellRef, Decimal, Message, phrase, say, spelled},
    workbook::Value,
};

use super::{
    Claim,
    answer::{Answer, Maker, Question},
    shown::brief,
};

/// What to write into a cell for a verdict.
const VERDICTS: (&str, &str) = ("Ghi \"Đạt\" hoặc \"Chưa đạt\"", "Write \"Đạt\" or \"Chưa đạt\"");
/// What to write into a cell for the state of a task.
const STATES: (&str, &str) = (
    "Ghi công việc đã hoàn thành, đang thực hiện hay chưa thực hiện",
    "Say whether it is done, under way or not started",
);

impl Answer<'_> {
    /// Says what may be written into a blank answer.
    pub(super) fn what_to_fill_in(&self) -> Message {
        let Question { criterion, requirement, .. } = self.question;
        self.unless_not_applicable(match criterion.kind {
            Kind::YesNo => VERDICTS,
            Kind::Task => STATES,
            _ if requirement.wants_none() => ("Ghi con số; không có thì ghi 0", "Write how many there were; none is 0"),
            _ => ("Nhập số liệu còn thiếu", "Enter the missing figure"),
        })
    }

    /// Says what may be written into a cell for a verdict, in the column of the verdict `there` if it is one of two.
    pub(super) fn marks_of(&self, there: Option<Claim>) -> Message {
        match (there, self.question.criterion.kind) {
            (Some(_), _) => say!(
                "Đánh dấu x vào cột đúng với kết quả và để trống cột kia",
                "Mark the column that is right with an x and leave the other empty"
            ),
            (None, Kind::Task) => self.unless_not_applicable(STATES),
            (None, _) => self.unless_not_applicable(VERDICTS),
        }
    }

    /// Says what to do about words in the place of a figure: they may stand for a criterion that does not apply.
    pub(super) fn figure_alone(&self) -> Message {
        self.unless_not_applicable(self.number_alone())
    }

    /// Says that a number is to stand alone, and where the words may go.
    pub(super) fn number_alone(&self) -> (&'static str, &'static str) {
        let has_notes = self.question.columns.iter().any(|column| column.role == ColumnRole::Note);
        let without_notes =
            ("Chỉ ghi một con số trong ô này, bỏ phần chữ", "Write one number into this cell, without the words");
        if has_notes { codes::NOT_A_NUMBER.help } else { without_notes }
    }

    /// Names the cell of a form that takes "Không áp dụng".
    fn where_not_applicable(&self) -> Message {
        let slots = self.question.slots;
        let column = slots.claim.or(slots.figure.filter(|_| !self.has_formula(slots.figure)));
        let at = column.filter(|_| self.question.maker == Maker::Program).map(|at| CellRef::new(self.question.row, at));
        at.map_or_else(Message::default, |at| phrase!(" vào ô {at}", " into {at}"))
    }

    /// Adds what to write where the criterion does not apply, if that may be.
    fn unless_not_applicable(&self, (vi, en): (&str, &str)) -> Message {
        let there = self.where_not_applicable();
        match self.question.criterion.not_applicable {
            NotApplicable::Forbidden => Message { vi: vi.to_owned(), en: en.to_owned() },
            NotApplicable::CountsAsAchieved | NotApplicable::Excluded => say!(
                "{vi}; không thuộc diện đánh giá thì ghi \"Không áp dụng\"{there}",
                "{en}; where it does not apply, write \"Không áp dụng\"{there}",
                there
            ),
        }
    }

    /// Says what to do about a part whose whole is missing.
    pub(super) fn whole_wanted(&self) -> Message {
        let at = |column| CellRef::new(self.question.row, column);
        match (self.question.slots.whole.map(at), self.question.slots.figure.map(at)) {
            (Some(whole), _) => say!("Ghi tổng số vào ô {whole}", "Write the whole into {whole}"),
            (None, Some(figure)) => say!(
                "Ghi tỷ lệ kèm dấu %, hoặc số đạt trên tổng số, ví dụ 120/125, vào ô {figure}",
                "Write the percentage with its sign, or part and whole, such as 120/125, into {figure}"
            ),
            (None, None) => say!("Thêm cột tổng số và ghi tổng số vào đó", "Add a column for the whole and fill it in"),
        }
    }

    /// Says what to do about a part and a whole where one number is asked for.
    pub(super) fn one_number(&self) -> Message {
        match self.question.slots.whole.map(|column| CellRef::new(self.question.row, column)) {
            Some(whole) => say!(
                "Chỉ ghi một con số cho tiêu chí này và xóa ô {whole}",
                "Write one number for this criterion and clear {whole}"
            ),
            None => say!("Chỉ ghi một con số cho tiêu chí này", "Write one number for this criterion"),
        }
    }

    /// Says what to do about a whole of nothing: perhaps nobody comes into question.
    pub(super) fn whole_of_nothing(&self) -> Message {
        let there = self.where_not_applicable();
        match self.question.criterion.not_applicable {
            NotApplicable::Forbidden => say!(
                "Ghi lại tổng số cho đúng; tiêu chí này áp dụng cho mọi nơi nên tổng số phải lớn hơn 0",
                "Correct the whole; this criterion applies everywhere, so that it is above zero"
            ),
            NotApplicable::CountsAsAchieved | NotApplicable::Excluded => say!(
                "Nếu không có ai, không có gì thuộc diện đánh giá thì xóa các số của tiêu chí này và ghi \
                 \"Không áp dụng\"{there}; nếu có thì ghi lại tổng số cho đúng",
                "If nobody and nothing comes into question, clear this criterion's numbers and write \"Không áp \
                 dụng\"{there}; otherwise correct the whole",
                there
            ),
        }
    }

    /// Says what to do about a figure that the criterion cannot have; of a percentage a hundred times too large, what it
    /// may be.
    pub(super) fn within_range(&self, value: Decimal, at: Option<u16>) -> Message {
        let criterion = self.question.criterion;
        match (criterion.kind, criterion.max) {
            (Kind::Percent, _) if value.is_negative() && criterion.may_exceed => {
                say!("Tỷ lệ không thể âm: kiểm tra rồi gõ lại", "A percentage is not negative: check and retype it")
            }
            (Kind::Percent, _) => match self.hundredth(value, at) {
                Some(hundredth) => {
                    let hundredth = brief(hundredth, 4);
                    say!(
                        "Nếu là {hundredth}% thì gõ lại {hundredth}%; nếu không thì sửa cho đúng, từ 0% đến 100%",
                        "If it is {hundredth}%, type {hundredth}% again; otherwise correct it, between 0% and 100%",
                        hundredth
                    )
                }
                None => say!(
                    "Tỷ lệ phải từ 0% đến 100%: kiểm tra rồi gõ lại",
                    "A percentage lies between 0% and 100%: check and retype it"
                ),
            },
            (Kind::Points, Some(most)) => {
                let most = spelled(most);
                say!(
                    "Điểm phải từ 0 đến {most}: kiểm tra rồi gõ lại",
                    "Points lie between 0 and {most}: check and retype them",
                    most
                )
            }
            _ => negative_quantity(),
        }
    }

    /// Returns what a percentage above 100 may be that stands in a cell with a percent format: such a cell shows the
    /// hundredfold of what was typed before it had that format.
    fn hundredth(&self, value: Decimal, at: Option<u16>) -> Option<Decimal> {
        let cell = self.cell(at)?;
        let Value::Number(number) = cell.value else { return None };
        let percent = self.question.sheet.format(cell).is_some_and(|format| format.percent(number));
        let typed = Decimal::from_spreadsheet(number).ok()?;
        (percent && Decimal::HUNDRED < value && typed <= Decimal::HUNDRED).then_some(typed)
    }
}

/// Says what to do about a negative quantity.
pub(super) fn negative_quantity() -> Message {
    say!("Số lượng không thể âm: kiểm tra rồi gõ lại", "A quantity is not negative: check and retype it")
}

/// Says what to do about a count that is no whole number.
pub(super) fn whole_number() -> Message {
    say!(
        "Tiêu chí này đếm bằng số nguyên: kiểm tra rồi gõ lại",
        "This criterion counts in whole numbers: check and retype it"
    )
}

/// Says what to do about merged cells.
pub(super) fn unmerge() -> Message {
    say!(
        "Bỏ gộp ô (Merge & Center) rồi ghi kết quả vào từng ô",
        "Unmerge the cells and write the result into each of them"
    )
}
