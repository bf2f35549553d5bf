//! Why no table was recognised: what is wanting, in words, so that a clerk knows what to write where.

use crate::{
    finding::{Finding, Place, codes},
    layout::{Lack, Lexicon, Wanting},
    model::{Message, phrase, say},
    workbook::Sheet,
};

use super::{
    reader::Reader,
    shown::{clipped, shown},
};

impl Reader<'_> {
    /// Tells that no table was recognised, and what is wanting on the sheet that comes nearest to one.
    pub(super) fn tell_no_table(&mut self) {
        let lexicon = self.lexicon;
        let sheets = self.book.sheets.iter().map(|sheet| (sheet, lexicon.wanting(sheet)));
        let nearest = sheets.rev().max_by_key(|(_, wanting)| (wanting.criteria, wanting.is_nearly_named()));
        let why = nearest.map_or_else(Message::default, |(sheet, wanting)| {
            let (on, why) = (self.on_sheet(sheet), why_no_table(lexicon, sheet, &wanting));
            phrase!("{on}: {why}", "{on}: {why}", on, why)
        });
        let message = say!(
            "Không tìm thấy biểu, phiếu hay danh sách nào mà chương trình nhận ra{why}",
            "No table that the program knows was found{why}",
            why
        );
        self.findings.push(Finding::new(&codes::NO_TABLE, Place::File(self.file), message));
    }

    /// Names a sheet where the file has several.
    fn on_sheet(&self, sheet: &Sheet) -> Message {
        if self.book.sheets.len() == 1 {
            return Message::default();
        }
        let name = clipped(&sheet.name);
        phrase!("; ở trang \"{name}\"", "; on the sheet \"{name}\"")
    }
}

/// Says what is wanting on a sheet without a recognised table.
pub fn why_no_table(lexicon: &Lexicon<'_>, sheet: &Sheet, wanting: &Wanting) -> Message {
    let set = &lexicon.rulebook().criteria;
    let text = |at| sheet.cell(at).map(|cell| shown(&cell.value)).unwrap_or_default();
    match wanting.what {
        Lack::Criteria(None) => {
            let example = set.top_level().next().map(|(_, criterion)| format!("{}. {}", criterion.id, criterion.title));
            let example = example.unwrap_or_default();
            phrase!(
                "không ô nào ghi số hiệu hoặc tên tiêu chí, như \"{example}\"",
                "no cell holds the number or title of a criterion, such as \"{example}\""
            )
        }
        Lack::Criteria(Some((at, key))) => {
            let (written, title) = (text(at), &set.criterion(key).title);
            phrase!(
                "ô {at} ghi \"{written}\", khác dấu hoặc ký tự với tên tiêu chí \"{title}\"; gõ lại cho đúng",
                "cell {at} says \"{written}\", which differs in marks or letters from the criterion \"{title}\"; type it as it is"
            )
        }
        Lack::Units(at) => {
            let row = at.row + 1;
            phrase!(
                "dòng {row} có tiêu đề tiêu chí (từ ô {at}) nhưng không cột nào có tiêu đề \"Tên tổ dân phố, bản\"",
                "row {row} holds headings of criteria (from {at} on), but no column is headed \"Tên tổ dân phố, bản\""
            )
        }
        Lack::CriterionHeading(at) => phrase!(
            "các tiêu chí ghi từ ô {at} xuống nhưng phía trên không có tiêu đề \"Nội dung tiêu chí\"",
            "criteria stand from {at} down, but no heading over them says \"Nội dung tiêu chí\""
        ),
        Lack::Answers(at) => phrase!(
            "các tiêu chí ghi từ ô {at} xuống nhưng không cột nào có tiêu đề \"Kết quả\" hay \"Tự đánh giá\"",
            "criteria stand from {at} down, but no column is headed \"Kết quả\" or \"Tự đánh giá\""
        ),
        Lack::OtherYear(at) => {
            let heading = text(at);
            phrase!(
                "cột \"{heading}\" ở ô {at} là của năm khác với năm của kế hoạch nên không được đọc",
                "the column \"{heading}\" in cell {at} is about another year than the plan's and is not read"
            )
        }
        Lack::Apart(at) => {
            let heading = text(at);
            phrase!(
                "các tiêu chí đứng dưới tiêu đề \"{heading}\" ở ô {at}, không rõ là kết quả của kỳ này, nên không được đọc",
                "the criteria stand under \"{heading}\" in cell {at}, which does not say that they are the results of this period; they are not read"
            )
        }
        Lack::Unclear(at) => {
            let label = text(at);
            phrase!(
                "nhãn \"{label}\" ở ô {at} không cho biết chắc là tiêu chí nào; ghi cả số hiệu và tên tiêu chí",
                "the label \"{label}\" in cell {at} does not say for certain which criterion is meant; give its number and title"
            )
        }
        Lack::Order(at) => phrase!(
            "có tiêu chí từ ô {at} nhưng các tiêu đề không nằm liền nhau trong 4 dòng ngay trên số liệu",
            "criteria stand from {at} on, but the headings are not together in the 4 rows above the figures"
        ),
    }
}
