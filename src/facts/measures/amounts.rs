//! A part and its whole in different units of measurement: tonnes over kilograms are no percentage.

use crate::{
    finding::codes,
    layout::Column,
    model::{CellRef, Message, say},
    text::Measure,
    workbook::{Sheet, Value},
};

use super::own::{Said, said, units_said};
use crate::facts::{answer::Answer, refusals::Refusal, shown::clipped};

/// Returns why no percentage can be made of the part and the whole of an answer: what their formats or headings say, or
/// their names where those say nothing, is not the same.
pub(super) fn unlike(answer: &Answer<'_>) -> Option<Refusal> {
    let (slots, criterion) = (answer.question.slots, answer.question.criterion);
    let part = Amount::of(answer, slots.part?, criterion.part.as_deref())?;
    let whole = Amount::of(answer, slots.whole?, criterion.whole.as_deref())?;
    let unlike = |one: &Said, other: &Said| one.measure.contradicts(&other.measure);
    let own = |amount: &Amount| {
        let (seen, named) = (amount.seen.clone()?, amount.named.clone()?);
        unlike(&seen, &named).then_some((amount.at, seen, named))
    };
    if let Some((at, seen, named)) = own(&part).or_else(|| own(&whole)) {
        let (seen, named) = (clipped(&seen.written).into_owned(), clipped(&named.written).into_owned());
        return Some(refused(say!(
            "Số ở ô {at} tính bằng \"{seen}\" mà tiêu chí hỏi theo \"{named}\"; số đạt và tổng số không được dùng",
            "The number in {at} is in \"{seen}\" and the criterion asks for \"{named}\"; part and whole are not used"
        )));
    }
    let (at, other) = (part.at, whole.at);
    let (part, whole) = (part.seen.or(part.named)?, whole.seen.or(whole.named)?);
    let (ours, theirs) = (clipped(&part.written), clipped(&whole.written));
    unlike(&part, &whole).then(|| {
        refused(say!(
            "Số đạt ở ô {at} tính bằng \"{ours}\" còn tổng số ở ô {other} tính bằng \"{theirs}\" nên không tính được tỷ lệ",
            "The part in {at} is in \"{ours}\" and the whole in {other} in \"{theirs}\", so that there is no percentage"
        ))
    })
}

fn refused(message: Message) -> Refusal {
    let help = say!(
        "Đổi số đạt và tổng số ra cùng một đơn vị tính, đúng đơn vị mà biểu hỏi, rồi sửa lại định dạng ô hoặc tiêu đề",
        "Convert part and whole to one unit, the one that is asked for, then correct the cell's format or the heading"
    );
    Refusal { code: &codes::NOT_A_NUMBER, message, help: Some(help) }
}

/// A part or a whole that is a number other than zero.
struct Amount {
    at: CellRef,
    /// The unit that its format or else its heading shows.
    seen: Option<Said>,
    /// The unit in its name.
    named: Option<Said>,
}

impl Amount {
    fn of(answer: &Answer<'_>, column: u16, name: Option<&str>) -> Option<Self> {
        let cell = answer.cell(Some(column))?;
        let Value::Number(number) = cell.value else { return None };
        let sheet = answer.question.sheet;
        let words = || said(cell.at, sheet.format(cell)?.words(number)?, Measure::read);
        let seen = words().or_else(|| heading(sheet, answer.question.columns, column));
        let named = name.and_then(|name| units_said(cell.at, name).into_iter().next());
        (number != 0.0).then_some(Self { at: cell.at, seen, named })
    }
}

/// Returns the unit that the heading of a column says.
fn heading(sheet: &Sheet, columns: &[Column], column: u16) -> Option<Said> {
    let at = columns.iter().find(|known| known.column == column)?.heading?;
    match &sheet.cell(at)?.value {
        Value::Text(text) => units_said(at, text).into_iter().next(),
        _ => None,
    }
}
