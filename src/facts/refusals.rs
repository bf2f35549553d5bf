//! Why a cell cannot be used, and what to do about just this one.

use crate::{
    criteria::Kind,
    finding::{Code, codes},
    model::{Message, say, spelled},
    text::{LoneSeparator, Measure, Worded, Written, canonical, read_number, worded},
    workbook::{Format, Value},
};

use super::{
    mistyped::mistyped,
    reading::Seen,
    shown::{brief, clipped, shown, spelled_number},
};

/// Why a cell cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refusal {
    pub(super) code: &'static Code,
    pub(super) message: Message,
    /// What to do, where that is not what the code's page says.
    pub(super) help: Option<Message>,
}

impl Refusal {
    pub(super) fn helped_by(self, help: Message) -> Self {
        Self { help: Some(help), ..self }
    }
}

/// What a cell is to hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Asked {
    /// The figure of a criterion of this kind.
    Figure(Kind),
    /// A part or a whole.
    Amount,
    /// A verdict.
    Claim,
}

impl Asked {
    /// Returns a number such as may stand there.
    fn example(self) -> &'static str {
        match self {
            Self::Figure(Kind::Percent) => "95,5%",
            Self::Figure(Kind::Amount) => "61,5",
            Self::Figure(_) | Self::Claim => "5",
            Self::Amount => "120",
        }
    }
}

/// Refuses a cell, with what the code's page says to do.
pub(super) fn refuse(code: &'static Code, message: Message) -> Refusal {
    Refusal { code, message, help: None }
}

/// Refuses a text that is no certain number.
pub(super) fn refusal_of(written: Written, text: &str, asked: Asked) -> Refusal {
    let key = &*canonical(text);
    let text = &clipped(text);
    match written {
        Written::Bound => bound(key, text, asked),
        Written::DecimalOrThousands => decimal_or_thousands(key, text),
        Written::TooLong => refuse(
            &codes::NOT_A_NUMBER,
            say!(
                "Số \"{text}\" quá lớn hoặc quá nhiều chữ số",
                "The number \"{text}\" is too large or has too many digits"
            ),
        )
        .helped_by(retype()),
        Written::Percent(..) => refuse(
            &codes::NOT_A_NUMBER,
            say!("\"{text}\" là tỷ lệ, ở đây cần số lượng", "\"{text}\" is a percentage; a quantity is needed here"),
        )
        .helped_by(say!(
            "Ghi số lượng vào ô này, không ghi tỷ lệ phần trăm",
            "Write the quantity into this cell, not a percentage"
        )),
        Written::Fraction { .. } => refuse(
            &codes::NOT_A_NUMBER,
            say!("\"{text}\" là hai số, ở đây cần một số", "\"{text}\" is two numbers; one is needed here"),
        )
        .helped_by(match asked {
            Asked::Amount => say!(
                "Ghi số đạt và tổng số vào hai ô riêng, mỗi ô một số",
                "Write the part and the whole into their own cells, one number each"
            ),
            Asked::Figure(_) | Asked::Claim => {
                say!("Chỉ ghi số đạt được, không ghi tổng số", "Write the number alone, without a whole")
            }
        }),
        Written::Number(..) | Written::Other => {
            with_words(key, text, asked).or_else(|| mistyped(key, text)).unwrap_or_else(|| not_a_number(text))
        }
    }
}

/// Refuses a bound, an estimate or a range.
fn bound(key: &str, text: &str, asked: Asked) -> Refusal {
    let example = asked.example();
    let numbers = key.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','));
    let is_range = !key.contains('/') && numbers.filter(|number| number.contains(char::is_numeric)).count() > 1;
    let (message, help) = if is_range {
        (
            say!("\"{text}\" là một khoảng, chưa phải số liệu", "\"{text}\" is a range, not a figure"),
            say!(
                "Chỉ ghi một số, là số thực tế, ví dụ {example}",
                "Write one number, the actual one, such as {example}"
            ),
        )
    } else {
        (
            say!(
                "\"{text}\" là mức ước chừng, chưa phải số liệu",
                "\"{text}\" is a bound or an estimate, not a figure"
            ),
            say!(
                "Ghi con số thực tế, ví dụ {example}, bỏ các chữ \"trên\", \"dưới\", \"khoảng\", \"≥\"",
                "Write the actual figure, such as {example}, without \"over\", \"under\", \"about\" or \"≥\""
            ),
        )
    };
    refuse(&codes::BOUND_NOT_FIGURE, message).helped_by(help)
}

/// Refuses a number of two readings, and says both.
fn decimal_or_thousands(key: &str, text: &str) -> Refusal {
    let number = |text: &str| match read_number(text, LoneSeparator::Decimal) {
        Written::Number(value, _) => Some(spelled(value)),
        _ => None,
    };
    let Some((decimal, thousands)) = number(key).zip(number(&key.replace(['.', ','], ""))) else {
        let message = say!(
            "\"{text}\" có thể đọc theo hai cách: dấu thập phân hay dấu hàng nghìn",
            "\"{text}\" can be read in two ways: decimal or thousands separator"
        );
        return refuse(&codes::DECIMAL_OR_THOUSANDS, message);
    };
    let message = say!(
        "\"{text}\" có thể là {decimal} hoặc {thousands}",
        "\"{text}\" may be {decimal} or {thousands}",
        decimal,
        thousands
    );
    refuse(&codes::DECIMAL_OR_THOUSANDS, message).helped_by(say!(
        "Gõ lại {decimal} hoặc {thousands} cho đúng với số thực tế",
        "Type {decimal} or {thousands}, whichever is right",
        decimal,
        thousands
    ))
}

/// Refuses a number with words or a remark in brackets behind it, where it is one.
fn with_words(key: &str, text: &str, asked: Asked) -> Option<Refusal> {
    let remarked = key.strip_suffix(')').and_then(|key| key.split_once('(')).map(|(number, _)| number.trim_end());
    let Worded { number, measured } = worded(key).or(remarked.map(|number| Worded { number, measured: false }))?;
    let lone = match asked {
        Asked::Figure(Kind::Count) => LoneSeparator::Thousands,
        _ => LoneSeparator::Undecidable,
    };
    let value = match read_number(number, lone) {
        Written::Number(value, _) => value,
        Written::Percent(value, _) if asked == Asked::Figure(Kind::Percent) => value,
        _ => return None,
    };
    let message = say!("\"{text}\" có chữ kèm theo con số", "\"{text}\" has words behind its number");
    let number = spelled(value);
    let help = match asked {
        Asked::Figure(Kind::Percent) => say!(
            "Ghi tỷ lệ kèm dấu %, ví dụ 95,5%, hoặc số đạt trên tổng số, ví dụ 120/125",
            "Write the percentage with its sign, such as 95,5%, or part and whole, such as 120/125"
        ),
        _ if measured => say!(
            "Đổi ra đơn vị mà tiêu chí hỏi rồi chỉ ghi con số",
            "Convert it to the unit that the criterion asks for and write the number alone"
        ),
        _ => say!("Chỉ ghi {number}, bỏ phần chữ", "Write {number} alone, without the words", number),
    };
    Some(refuse(&codes::NOT_A_NUMBER, message).helped_by(help))
}

/// Refuses what is no number at all.
pub(super) fn not_a_number(text: &str) -> Refusal {
    refuse(&codes::NOT_A_NUMBER, say!("\"{text}\" không phải là số", "\"{text}\" is not a number"))
}

/// Refuses a number that is shown as a percentage where a quantity is needed.
pub(super) fn percent_format(asked: Asked) -> Refusal {
    let message = match asked {
        Asked::Amount => say!(
            "Ô này mang định dạng phần trăm, ở đây cần số lượng",
            "This cell has a percent format; a quantity is needed here"
        ),
        Asked::Figure(_) | Asked::Claim => say!(
            "Ô này mang định dạng phần trăm, tiêu chí này cần số thường",
            "This cell has a percent format; this criterion takes a plain number"
        ),
    };
    refuse(&codes::NOT_A_NUMBER, message).helped_by(as_general())
}

/// Refuses a number of which the format shows the thousandth or the millionth; zero is zero either way.
pub(super) fn divided(number: f64, format: Option<&Format>) -> Option<Refusal> {
    let format = format.filter(|format| format.thousands(number) > 0 && number != 0.0)?;
    let hundredfold = if format.percent(number) { 100.0 } else { 1.0 };
    let shown = number * hundredfold / 1000_f64.powi(i32::from(format.thousands(number)));
    let shown = spelled(format!("{shown:.*}", usize::from(format.decimals(number).unwrap_or_default())));
    let (held, code) = (spelled_number(number), clipped(format.number.as_deref().unwrap_or_default()));
    let message = say!(
        "Ô này hiển thị {shown} nhưng chứa số {held}, vì định dạng \"{code}\" chia số cho nghìn hoặc triệu",
        "This cell shows {shown} but holds {held}, as its format \"{code}\" divides by a thousand or a million",
        shown,
        held
    );
    Some(refuse(&codes::NOT_A_NUMBER, message).helped_by(say!(
        "Gõ lại số theo đơn vị mà tiêu chí hỏi, rồi đổi định dạng ô thành Chung (bấm Ctrl+1, chọn General)",
        "Type the number in the unit that the criterion asks for and set the cell's format to General (Ctrl+1)"
    )))
}

/// Refuses a part or a whole behind which its format shows "nghìn"; zero is zero either way.
pub(super) fn multiplied(number: f64, format: Option<&Format>) -> Option<Refusal> {
    let words = format.filter(|_| number != 0.0)?.words(number)?;
    Measure::read(&canonical(words)).filter(Measure::is_multiple).map(|_| multiple(words))
}

/// Refuses a number behind which its format shows "nghìn".
pub(super) fn multiple(words: &str) -> Refusal {
    let words = clipped(words);
    let message = say!(
        "Định dạng ô ghi thêm \"{words}\" bên cạnh con số nên không rõ số đúng là bao nhiêu; số liệu không được dùng",
        "The cell's format shows \"{words}\" beside the number, so how many are meant cannot be told; it is not used"
    );
    refuse(&codes::NOT_A_NUMBER, message).helped_by(say!(
        "Đổi định dạng ô thành Chung (bấm Ctrl+1, chọn General) rồi gõ đủ con số",
        "Set the cell's format to General (Ctrl+1), then type the whole number"
    ))
}

/// Says that a number of at most 1 may be a percentage or a fraction; behind a percent sign that is text of the format a
/// typed one makes a fraction again, unless it is typed as text.
pub(super) fn percent_or_fraction(seen: Seen, shows_percent: bool) -> Refusal {
    let shown = brief(seen.value, 6);
    let percent = brief(seen.hundredfold().value, 4);
    let message = say!(
        "\"{shown}\" có thể là {shown} % hoặc {percent} %",
        "\"{shown}\" may be {shown} % or {percent} %",
        shown,
        percent
    );
    if shows_percent {
        return refuse(&codes::PERCENT_OR_FRACTION, message).helped_by(say!(
            "Nếu là {percent} % thì ghi {percent} vào ô, không gõ dấu %; nếu đúng là {shown} % thì gõ '{shown}%, có dấu \
             nháy đơn ở trước",
            "If it is {percent} %, write {percent} without the sign; if it is {shown} %, type '{shown}%, with the \
             apostrophe before it",
            shown,
            percent
        ));
    }
    refuse(&codes::PERCENT_OR_FRACTION, message).helped_by(say!(
        "Gõ lại kèm dấu phần trăm: {shown}% hoặc {percent}%, tùy theo số thực tế",
        "Type it with a percent sign: {shown}% or {percent}%, whichever is right",
        shown,
        percent
    ))
}

/// Refuses "có" where none is wanted: there are some, which is not achieved, or it is said to be achieved.
pub(super) fn some_of_none(text: &str) -> Refusal {
    let text = clipped(text);
    let message = say!(
        "\"{text}\" không cho biết là có bao nhiêu hay là đạt; tiêu chí này yêu cầu bằng 0",
        "\"{text}\" says neither how many there are nor whether it is achieved; the criterion asks for 0"
    );
    refuse(&codes::NOT_A_NUMBER, message).helped_by(say!(
        "Ghi con số vào ô này; không có thì ghi 0",
        "Write the number into this cell; where there are none, 0"
    ))
}

/// Refuses a number that no figure reaches, or that has more decimals than a figure has.
pub(super) fn beyond_figures(number: f64) -> Refusal {
    let shown = spelled_number(number);
    let message = if number.abs() < 1.0 {
        say!("Số {shown} quá nhỏ để là số liệu", "The number {shown} is too small to be a figure", shown)
    } else {
        say!("Số {shown} quá lớn để là số liệu", "The number {shown} is too large to be a figure", shown)
    };
    refuse(&codes::NOT_A_NUMBER, message).helped_by(retype())
}

/// Quotes what stands where a mark or a word should.
pub(super) fn quoted(text: &str) -> Message {
    Message::same(clipped(text))
}

/// Refuses a mark or word that is no verdict.
pub(super) fn unknown_mark(text: &Message) -> Refusal {
    refuse(
        &codes::UNKNOWN_MARK,
        say!(
            "\"{text}\" không cho biết là đạt hay chưa đạt",
            "\"{text}\" says neither achieved nor not achieved",
            text
        ),
    )
}

/// Refuses a cell that holds an error, nothing calculated, or a date.
pub(super) fn no_value(value: &Value, asked: Asked) -> Refusal {
    let text = shown(value);
    match value {
        Value::Error(_) | Value::Text(_) => {
            refuse(&codes::SPREADSHEET_ERROR, say!("Ô này báo lỗi \"{text}\"", "This cell holds the error \"{text}\""))
        }
        Value::NotCalculated => refuse(
            &codes::FORMULA_WITHOUT_VALUE,
            say!("Ô này có công thức nhưng chưa được tính", "This cell holds a formula that was never calculated"),
        ),
        _ => date(&text, asked),
    }
}

/// Refuses a date: a fraction, or a number in a cell that shows dates.
fn date(text: &str, asked: Asked) -> Refusal {
    let (message, help) = match asked {
        Asked::Figure(Kind::Percent) => (
            say!(
                "Ô này là ngày tháng \"{text}\"; có thể bảng tính đã tự đổi một phân số thành ngày",
                "This cell holds the date \"{text}\"; the spreadsheet may have turned a fraction into a date"
            ),
            say!(
                "Nếu là số đạt trên tổng số thì gõ dấu nháy đơn ở trước, ví dụ '5/6; nếu là tỷ lệ thì gõ kèm dấu %",
                "If it is a part of a whole, type an apostrophe first: '5/6; if it is a percentage, type its sign, too"
            ),
        ),
        Asked::Figure(Kind::YesNo | Kind::Task) | Asked::Claim => (
            say!(
                "Ô này là ngày tháng \"{text}\", không cho biết kết quả",
                "This cell holds the date \"{text}\", which says nothing of the result"
            ),
            say!("Gõ lại kết quả vào ô này", "Type the result into this cell"),
        ),
        Asked::Figure(_) | Asked::Amount => (
            say!(
                "Ô này là ngày tháng \"{text}\", ở đây cần một số",
                "This cell holds the date \"{text}\"; a number is needed here"
            ),
            as_general(),
        ),
    };
    refuse(&codes::NOT_A_NUMBER, message).helped_by(help)
}

fn as_general() -> Message {
    say!("Bấm Ctrl+1, chọn Chung (General), rồi gõ lại số", "Press Ctrl+1, choose General, and type the number again")
}

fn retype() -> Message {
    say!("Kiểm tra rồi gõ lại con số cho đúng", "Check the number and type it again")
}
