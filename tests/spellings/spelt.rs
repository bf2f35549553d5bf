//! One cell as a clerk fills it in, and everything that a reader may take it for.

use crate::{
    asked::{Asked, Said, Truth},
    exact::Exact,
    habit::Habit,
    marks,
    numerals::{self, Fraction},
};

/// What is put into a cell.
#[derive(Clone, Debug)]
pub(crate) enum Written {
    Text(String),
    Number(Exact, &'static str),
    Bool(bool),
    /// A day, which a spreadsheet makes of many a fraction.
    Day(u32),
}

/// A cell and what it may be read as; it may always be refused, if that is told.
#[derive(Clone, Debug)]
pub(crate) struct Spelt {
    pub(crate) written: Written,
    pub(crate) allowed: Vec<Said>,
    /// The numbers that stand there without a percent sign, if any is meant for a percentage.
    pub(crate) bare: Vec<Exact>,
    /// It is written as the contract says that such a value is read, so that it must not be refused.
    pub(crate) plain: bool,
}

impl Spelt {
    fn new(written: Written, allowed: Vec<Said>) -> Self {
        Self { written, allowed, bare: Vec::new(), plain: false }
    }

    fn text(text: String, allowed: Vec<Said>) -> Self {
        Self::new(Written::Text(text), allowed)
    }

    fn bare(self, number: Exact) -> Self {
        Self { bare: vec![number], ..self }
    }

    fn plain_if(self, plain: bool) -> Self {
        Self { plain, ..self }
    }
}

const PLAIN: [&str; 5] = ["General", "0.00", "#,##0.######", "0", "0.00E+00"];
const PERCENT: [&str; 4] = ["0.00%", "0%", "0.0####\\ %", "0.0%;[Red]-0.0%"];

/// Fills in a cell with the truth.
pub(crate) fn spelt(asked: Asked, truth: Truth, habit: Habit) -> Spelt {
    let spelt = match truth {
        Truth::Number(number) if asked.is_percent() => percent(asked, number, habit),
        Truth::Number(number) => quantity(asked, number, habit),
        Truth::Ratio(part, whole) => match numerals::fraction(asked, part, whole, habit) {
            Fraction::Itself(text) => {
                let plain = habit.has_plain_digits() && habit.form % 12 < 4 && habit.around == 0;
                Spelt::text(text, vec![Said::ratio(part, whole)]).plain_if(plain)
            }
            Fraction::Otherwise(text) => Spelt::text(text, vec![Said::ratio(part, whole)]),
            Fraction::Beside(text, percent) => {
                let said = Said { figure: Some(percent.plain()), ..Said::ratio(part, whole) };
                Spelt::text(text, vec![said]).plain_if(habit.has_plain_digits())
            }
        },
        Truth::Claim(_) | Truth::Task(_) => match marks::word(asked, truth, habit) {
            truth_value if truth_value == "TRUE" && habit.format < 128 => {
                Spelt::new(Written::Bool(true), marks::said(asked, truth))
            }
            truth_value if truth_value == "FALSE" && habit.format < 128 => {
                Spelt::new(Written::Bool(false), marks::said(asked, truth))
            }
            word => Spelt::text(word, marks::said(asked, truth)),
        },
    };
    match spelt.written {
        Written::Text(text) => Spelt { written: Written::Text(dressed(text, habit)), ..spelt },
        _ => spelt,
    }
}

/// A percentage, with or without a sign of its being one.
fn percent(asked: Asked, number: Exact, habit: Habit) -> Spelt {
    let itself = vec![Said::figure(number)];
    let shown = numerals::numeral(asked, number, habit);
    let sign = Habit::pick(habit.sign, &["%", " %", "\u{a0}%", "\n%", "％", " phần trăm", "‰"]);
    match habit.form % 14 {
        0 => {
            let number = Written::Number(number.hundredth(), Habit::pick(habit.format, &PERCENT));
            Spelt::new(number, itself).plain_if(true)
        }
        1 => Spelt::new(Written::Number(number, Habit::pick(habit.format, &PLAIN)), itself).bare(number),
        2 | 3 => Spelt::new(Written::Number(number.hundredth(), Habit::pick(habit.format, &PLAIN)), itself)
            .bare(number.hundredth()),
        4 => Spelt::new(
            Written::Number(number, Habit::pick(habit.format, &["0.0#####\"%\"", "0\\%", "0.0\" %\""])),
            itself,
        )
        .bare(number),
        5 => Spelt::text(shown, itself).bare(number),
        6..=8 => match sign {
            "‰" => Spelt::text(
                format!("{}‰", numerals::numeral(asked, Exact { digits: number.digits * 10, ..number }, habit)),
                itself,
            ),
            sign => {
                let plain = habit.has_plain_digits() && matches!(sign, "%" | " %");
                Spelt::text(format!("{shown}{sign}"), itself).plain_if(plain)
            }
        },
        9 | 10 => Spelt::text(numerals::numeral(asked, number.hundredth(), habit), itself).bare(number.hundredth()),
        11 => Spelt::text(numerals::scientific(number, habit), itself).bare(number),
        12 => Spelt::text(numerals::bound(&shown, habit), Vec::new()),
        _ => Spelt::new(Written::Day(45_000 + u32::from(habit.format)), Vec::new()),
    }
}

/// A number of things, an amount, points.
fn quantity(asked: Asked, number: Exact, habit: Habit) -> Spelt {
    let itself = vec![Said::figure(number)];
    let shown = numerals::numeral(asked, number, habit);
    match habit.form % 10 {
        // A spreadsheet keeps fifteen digits.
        0 | 1 if number.digits < 10_u128.pow(15) => {
            Spelt::new(Written::Number(number, Habit::pick(habit.format, &PLAIN)), itself)
                .plain_if(number.decimals() != 3)
        }
        2 if number.digits < 10_u128.pow(15) => {
            let formats = ["0.0\" tấn\"", "#,##0\\ \"đ\"", "0\" hộ\"", "#,##0,", "0.0,,\" triệu\"", "0%"];
            let format = Habit::pick(habit.format, &formats);
            let allowed = if format == "0%" { Vec::new() } else { itself };
            Spelt::new(Written::Number(number, format), allowed)
        }
        4 => Spelt::text(format!("{shown}{}", numerals::unit(asked, habit)), itself),
        5 => Spelt::text(numerals::scientific(number, habit), itself),
        6 => Spelt::text(numerals::bound(&shown, habit), Vec::new()),
        7 => Spelt::new(Written::Day(40_000 + u32::from(habit.format)), Vec::new()),
        8 => Spelt::text(format!("{shown}%"), Vec::new()),
        // Of what must not be, people say whether it is.
        9 if asked == Asked::NoneOf && number.digits == 0 => {
            Spelt::text(marks::word(asked, Truth::Number(number), habit), itself)
        }
        9 if asked == Asked::NoneOf => Spelt::text(Habit::pick(habit.word, &["Có", "có", "CÓ"]).to_owned(), Vec::new()),
        // A lone separator before three digits may mark decimals or thousands.
        _ => Spelt::text(shown, itself)
            .plain_if(habit.has_plain_digits() && number.scale != 3 && number.digits < 10_u128.pow(15)),
    }
}

/// Puts something invisible or of no meaning around a text, and writes it in capitals or in small letters.
fn dressed(text: String, habit: Habit) -> String {
    let around = ["", " ", "\u{a0}", "\n", "\t", "\u{200b}", "\u{feff}", "\u{3000}", "\r\n"];
    let text = match habit.letters % 8 {
        5 => text.to_uppercase(),
        6 => text.to_lowercase(),
        _ => text,
    };
    let (before, after) = (Habit::pick(habit.around, &around), Habit::pick(habit.around / 9, &around));
    format!("{before}{text}{after}")
}

/// The three cells of a part, its whole and perhaps the percentage.
pub(crate) fn share(part: Exact, whole: Exact, habit: Habit) -> ([Option<Spelt>; 3], Vec<Said>) {
    let quantity = |number: Exact| match habit.word % 3 {
        0 => Written::Number(number, Habit::pick(habit.leading_zeros, &PLAIN)),
        1 => Written::Text(dressed(numerals::numeral(Asked::Share, number, habit), habit)),
        _ => Written::Text(dressed(format!("{} hộ", numerals::numeral(Asked::Share, number, habit)), habit)),
    };
    let cells = [part, whole].map(|number| Some(Spelt::new(quantity(number), Vec::new())));
    let decimals = usize::from(habit.decimal % 4);
    let percent = numerals::percentage(part, whole, decimals);
    let [a, b] = cells;
    if habit.sign % 4 == 1 {
        return ([a, b, None], vec![Said::ratio(part, whole)]);
    }
    let beside = self::percent(Asked::Share, percent, habit);
    let said = Said { figure: Some(percent.plain()), ..Said::ratio(part, whole) };
    let allowed = if beside.allowed.is_empty() { Vec::new() } else { vec![said] };
    ([a, b, Some(beside)], allowed)
}
