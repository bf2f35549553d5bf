//! What the made-up set asks, what is true of a unit, and what a fact may say of it.

use tdp::facts::{Claim, Fact, TaskState};

use crate::exact::Exact;

/// A criterion of each kind; percentages with a threshold that tells fractions from percentages, and one that does not.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Asked {
    HighPercent,
    LowPercent,
    Share,
    Count,
    Amount,
    NoneOf,
    Points,
    YesNo,
    /// Yes or no in two columns: Đạt | Chưa đạt.
    Pair,
    Task,
}

/// The criteria in the order of their columns.
pub(crate) const ASKED: [Asked; 10] = [
    Asked::HighPercent,
    Asked::LowPercent,
    Asked::Share,
    Asked::Count,
    Asked::Amount,
    Asked::NoneOf,
    Asked::Points,
    Asked::YesNo,
    Asked::Pair,
    Asked::Task,
];

impl Asked {
    /// The keys of its criterion.
    pub(crate) fn keys(self) -> &'static str {
        match self {
            Self::HighPercent => "kind = \"percent\"\nachieved = \">= 95%\"\n",
            Self::LowPercent => "kind = \"percent\"\nachieved = \"<= 3%\"\n",
            Self::Share => "kind = \"percent\"\nachieved = \">= 80%\"\npart = \"Số hộ đạt\"\nwhole = \"Tổng số hộ\"\n",
            Self::Count => "kind = \"count\"\nachieved = \">= 10\"\n",
            Self::Amount => "kind = \"amount\"\nachieved = \">= 42\"\n",
            Self::NoneOf => "kind = \"count\"\nachieved = \"= 0\"\n",
            Self::Points => "kind = \"points\"\nachieved = \">= 5\"\nmax = 10\n",
            Self::YesNo | Self::Pair => "kind = \"yes-no\"\nachieved = \"yes\"\nnot_applicable = \"excluded\"\n",
            Self::Task => "kind = \"task\"\nachieved = \"done\"\n",
        }
    }

    /// The second headings of its columns.
    pub(crate) fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Share => &["Số hộ đạt", "Tổng số hộ", "Tỷ lệ (%)"],
            Self::Pair => &["Đạt", "Chưa đạt"],
            Self::YesNo | Self::Task => &["Đánh giá"],
            _ => &["Số liệu"],
        }
    }

    pub(crate) fn is_percent(self) -> bool {
        matches!(self, Self::HighPercent | Self::LowPercent | Self::Share)
    }

    /// Whether it asks for whole numbers, of which a lone separator before three digits marks the thousands.
    pub(crate) fn is_count(self) -> bool {
        matches!(self, Self::Count | Self::NoneOf)
    }

    pub(crate) fn is_measured(self) -> bool {
        !matches!(self, Self::YesNo | Self::Pair | Self::Task)
    }
}

/// What is true of a unit.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Truth {
    Number(Exact),
    /// A part of a whole.
    Ratio(Exact, Exact),
    Claim(Claim),
    Task(TaskState),
}

/// Returns a truth that `seed` tells.
pub(crate) fn truth(asked: Asked, seed: u64) -> Truth {
    let (choice, number) = (seed % 16, u128::from(seed / 16));
    let scale = usize::try_from(number % 5).unwrap();
    let up_to = |most: u128| Exact::new(number / 5 % (most * 10_u128.pow(u32::try_from(scale).unwrap()) + 1), scale);
    let ratio = |most: u128| {
        let whole = 1 + number % most;
        Truth::Ratio(Exact::new(number / most % (whole + 1), 0), Exact::new(whole, 0))
    };
    match (asked, choice) {
        (Asked::YesNo | Asked::Pair, 0) => Truth::Claim(Claim::NotApplicable),
        (Asked::YesNo | Asked::Pair, 1..8) => Truth::Claim(Claim::NotAchieved),
        (Asked::YesNo | Asked::Pair, _) => Truth::Claim(Claim::Achieved),
        (Asked::Task, 0..5) => Truth::Task(TaskState::Done),
        (Asked::Task, 5..10) => Truth::Task(TaskState::UnderWay),
        (Asked::Task, _) => Truth::Task(TaskState::NotStarted),
        (Asked::Share, _) => ratio(if choice < 12 { 400 } else { 9000 }),
        (_, 0) => Truth::Claim(if scale < 3 { Claim::Achieved } else { Claim::NotAchieved }),
        (Asked::HighPercent | Asked::LowPercent, 1..4) => ratio(if choice < 3 { 400 } else { 9000 }),
        (Asked::HighPercent, 4..6) | (Asked::LowPercent, 4..10) => Truth::Number(up_to(1)),
        (Asked::HighPercent, 6..12) => {
            Truth::Number(Exact::new(90 * 10_u128.pow(u32::try_from(scale).unwrap()) + up_to(10).digits, scale))
        }
        (Asked::HighPercent, _) => Truth::Number(up_to(100)),
        (Asked::LowPercent, _) => Truth::Number(up_to(8)),
        (Asked::Points, _) => Truth::Number(up_to(10)),
        (Asked::Count, 1..9) => Truth::Number(Exact::new(number % 100, 0)),
        (Asked::Count, 9) => Truth::Number(Exact::new(number % 1_000_000_000_000_000_000, 0)),
        (Asked::Count, _) => Truth::Number(Exact::new(number % 2_000_000, 0)),
        (Asked::NoneOf, 1..8) => Truth::Number(Exact::new(0, 0)),
        (Asked::NoneOf, _) => Truth::Number(Exact::new(number % 40, 0)),
        (Asked::Amount, 1) => Truth::Number(Exact { negative: true, ..up_to(3000) }),
        (Asked::Amount, 2) => Truth::Number(up_to(100_000_000_000_000)),
        (Asked::Amount, _) => Truth::Number(up_to(if choice < 10 { 100 } else { 5_000_000 })),
    }
}

/// What a fact says, or may say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Said {
    pub(crate) figure: Option<String>,
    pub(crate) part: Option<String>,
    pub(crate) whole: Option<String>,
    pub(crate) claim: Option<Claim>,
    pub(crate) task: Option<TaskState>,
}

/// A hundred times a number in plain notation.
fn hundredfold(plain: &str) -> String {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let (moved, rest) = fraction.split_at(fraction.len().min(2));
    let whole = format!("{whole}{moved:0<2}");
    let whole = whole.trim_start_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{}{point}{rest}", if whole.is_empty() { "0" } else { whole })
}

impl Said {
    pub(crate) fn figure(number: Exact) -> Self {
        Self { figure: Some(number.plain()), ..Self::default() }
    }

    /// Whether what was read comes to the same: the percentage printed beside part and whole may have been left out, or
    /// kept as the fraction that it was written as, and nothing else.
    pub(crate) fn counts_as(&self, read: &Self) -> bool {
        let judged = self.part.is_some() && self.whole.is_some();
        let printed = match (&self.figure, &read.figure) {
            (meant, read) if !judged => meant == read,
            (_, None) => true,
            (Some(meant), Some(read)) => meant == read || *meant == hundredfold(read),
            (None, Some(_)) => false,
        };
        printed && Self { figure: None, ..self.clone() } == Self { figure: None, ..read.clone() }
    }

    pub(crate) fn ratio(part: Exact, whole: Exact) -> Self {
        Self { part: Some(part.plain()), whole: Some(whole.plain()), ..Self::default() }
    }

    pub(crate) fn claim(claim: Claim) -> Self {
        Self { claim: Some(claim), ..Self::default() }
    }

    pub(crate) fn task(task: TaskState) -> Self {
        Self { task: Some(task), ..Self::default() }
    }

    pub(crate) fn of(fact: &Fact) -> Self {
        Self {
            figure: fact.figure.map(|figure| figure.to_string()),
            part: fact.part.map(|part| part.to_string()),
            whole: fact.whole.map(|whole| whole.to_string()),
            claim: fact.claim,
            task: fact.task,
        }
    }
}
