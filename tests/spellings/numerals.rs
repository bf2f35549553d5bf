//! Numbers and fractions as text, in every way that people write them.

use crate::{asked::Asked, exact::Exact, habit::Habit};

/// Writes a number in digits.
pub(crate) fn numeral(asked: Asked, number: Exact, habit: Habit) -> String {
    let mut zeros = usize::from(Habit::pick(habit.trailing_zeros, &[0_u8, 1, 2, 3, 4, 9, 22]));
    if asked.is_count() && zeros == 3 {
        // Of a count, a lone separator before three digits marks the thousands: that is what such a text says.
        zeros = 2;
    }
    let (whole, fraction) = number.halves(if zeros == 0 { 0 } else { number.scale + zeros });
    let decimal = Habit::pick(habit.decimal, &[",", "."]);
    let group =
        Habit::pick(habit.group, &["", ".", ",", " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’", "_", "\n", "  "]);
    let whole = grouped(&whole, if group == decimal { "" } else { group });
    let leading = "0".repeat(usize::from(Habit::pick(habit.leading_zeros, &[0_u8, 1, 2, 5])));
    let point = if fraction.is_empty() { "" } else { decimal };
    let digits = in_digits(&format!("{leading}{whole}{point}{fraction}"), habit.digits);
    let signs: &[&str] =
        if number.negative { &["-", "−", "–", "- ", "(", "âm "] } else { &["", "", "", "+", "+ "] };
    match Habit::pick(habit.sign, signs) {
        "(" => format!("({digits})"),
        sign => format!("{sign}{digits}"),
    }
}

/// Puts `separator` between the thousands.
fn grouped(digits: &str, separator: &str) -> String {
    let mut grouped = String::new();
    for (left, digit) in (0..digits.len()).rev().zip(digits.chars()) {
        grouped.push(digit);
        if left > 0 && left % 3 == 0 {
            grouped.push_str(separator);
        }
    }
    grouped
}

/// Writes the digits in other shapes: full width, of India, raised, and look-alikes.
fn in_digits(digits: &str, shape: u8) -> String {
    let shift = |letter: char, zero: char| match letter.to_digit(10) {
        Some(digit) => char::from_u32(u32::from(zero) + digit).unwrap(),
        None => letter,
    };
    match Habit::pick(shape, &[0_u8, 1, 2, 3, 4, 5]) {
        1 => digits.chars().map(|letter| shift(letter, '０')).collect(),
        2 => digits.chars().map(|letter| shift(letter, '٠')).collect(),
        3 => digits.chars().map(|letter| letter.to_digit(10).map_or(letter, |digit| RAISED[digit as usize])).collect(),
        4 => digits.replace('0', "O").replace('1', "l"),
        5 => digits.replace('0', "o"),
        _ => digits.to_owned(),
    }
}

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Words behind a number that say what was counted; a number with one may be used or not.
pub(crate) fn unit(asked: Asked, habit: Habit) -> &'static str {
    match asked {
        Asked::Amount => Habit::pick(habit.word, &[" triệu đồng", " tấn", "tấn", " tr.đ", " ha", " m²", "đ"]),
        Asked::Points => Habit::pick(habit.word, &[" điểm", "đ", "điểm", "/10"]),
        _ => Habit::pick(habit.word, &[" hộ", "hộ", " vụ", " người", "¹", " lượt (năm 2025)", " mô hình"]),
    }
}

/// Writes a number in the scientific notation: "1,5E+2".
pub(crate) fn scientific(number: Exact, habit: Habit) -> String {
    let (whole, fraction) = number.halves(0);
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    let Some((first, rest)) = digits.split_at_checked(1) else { return "0E+00".to_owned() };
    let power = i64::try_from(digits.len()).unwrap() - 1 - i64::try_from(number.scale).unwrap();
    let sign = if number.negative { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { Habit::pick(habit.decimal, &[",", "."]) };
    format!("{sign}{first}{point}{rest}{}{power:+03}", Habit::pick(habit.word, &["E", "e", "x10^"]))
}

/// What a text with a fraction in it says.
pub(crate) enum Fraction {
    /// The part and the whole.
    Itself(String),
    /// The part and the whole, beside their percentage, which is that many hundredths of a percent.
    Beside(String, Exact),
    /// Something else than the part and the whole as they stand.
    Otherwise(String),
}

/// Writes a part and a whole.
pub(crate) fn fraction(asked: Asked, part: Exact, whole: Exact, habit: Habit) -> Fraction {
    let [a, b] = [part, whole].map(|number| numeral(asked, number, Habit { sign: 0, ..habit }));
    let decimals = usize::from(Habit::pick(habit.format, &[0_u8, 1, 2]));
    let percent = percentage(part, whole, decimals);
    let shown = numeral(asked, percent, Habit { trailing_zeros: 0, sign: 0, leading_zeros: 0, ..habit });
    let rest = numeral(asked, Exact::new(whole.digits - part.digits, 0), Habit { sign: 0, ..habit });
    match Habit::pick(habit.form, &[0_u8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
        0 => Fraction::Itself(format!("{a}/{b}")),
        1 => Fraction::Itself(format!("{a} / {b}")),
        2 => Fraction::Itself(format!("{a}/{b} hộ")),
        3 => Fraction::Itself(format!("{a} hộ/{b} hộ")),
        4 => Fraction::Beside(format!("{shown}% ({a}/{b})"), percent),
        5 => Fraction::Beside(format!("{a}/{b} ({shown} %)"), percent),
        6 => Fraction::Beside(format!("{shown}%\n({a}/{b} hộ)"), percent),
        7 => {
            let between =
                Habit::pick(habit.word, &[" trên ", ":", "\n", " ", "|", "\\", " trong ", "÷", "⁄", "∕", "／"]);
            Fraction::Itself(format!("{a}{between}{b}"))
        }
        8 => Fraction::Itself(format!(
            "{a}{word}/{b}{word}",
            word = Habit::pick(habit.word, &["hộ", "h", "ng", "o", " l", "m"])
        )),
        // Those that are not there yet, instead of those that are.
        9 => {
            let word = Habit::pick(habit.word, &["chưa đạt", "hộ chưa đạt", "không đạt", "hộ không", "ko đạt", "KĐ"]);
            Fraction::Otherwise(format!("{rest}/{b} {word}"))
        }
        // Bounds and estimates are no figures.
        10 => Fraction::Otherwise(match Habit::pick(habit.word, &[0_u8, 1, 2, 3, 4, 5]) {
            0 => format!("khoảng {a}/{b}"),
            1 => format!("{a}/{b} trở lên"),
            2 => format!("trên {a}/{b}"),
            3 => format!("{a}/khoảng {b}"),
            4 => format!("{a}/{b} hoặc hơn"),
            _ => format!("{a} hộ trở lên/{b} hộ"),
        }),
        // The same quantities in other units, a thousand times as small.
        _ => Fraction::Otherwise(match Habit::pick(habit.word, &[0_u8, 1, 2]) {
            0 => format!("{} tấn/{b} kg", numeral(asked, Exact { scale: 3, ..part }, Habit::plain(habit))),
            1 => format!("{a}/{} nghìn hộ", numeral(asked, Exact { scale: 3, ..whole }, Habit::plain(habit))),
            _ => {
                format!("{} triệu đồng/{b} nghìn đồng", numeral(asked, Exact { scale: 3, ..part }, Habit::plain(habit)))
            }
        }),
    }
}

/// The percentage that a part is of its whole, rounded to so many decimals, halves up.
pub(crate) fn percentage(part: Exact, whole: Exact, decimals: usize) -> Exact {
    let scaled = part.digits * 100 * 10_u128.pow(u32::try_from(decimals).unwrap());
    Exact::new((scaled * 2 + whole.digits) / (whole.digits * 2), decimals)
}

/// Something about a number that makes it a bound or an estimate, which is no figure.
pub(crate) fn bound(shown: &str, habit: Habit) -> String {
    match Habit::pick(habit.word, &[0_u8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]) {
        0 => format!("trên {shown}"),
        1 => format!("≥{shown}"),
        2 => format!("{shown} trở lên"),
        3 => format!("khoảng {shown}"),
        4 => format!("<{shown}"),
        5 => format!("~ {shown}"),
        6 => format!("{shown}-{shown}9"),
        7 => format!("{shown}+"),
        8 => format!("{shown}±1"),
        9 => format!("{shown}?"),
        10 => format!("{shown} (ước)"),
        11 => format!("từ {shown} đến 99"),
        12 => format!("không quá {shown}"),
        _ => format!("gần {shown}"),
    }
}

impl Habit {
    /// The same with nothing about the digits that is out of the common.
    fn plain(habit: Self) -> Self {
        Self { sign: 0, group: 0, leading_zeros: 0, trailing_zeros: 0, digits: 0, ..habit }
    }
}
