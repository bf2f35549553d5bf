//! What is true of a made-up city, and what its clerks say of it.

use super::exact::Exact;

/// A city of wards.
pub(crate) struct City {
    pub(crate) wards: Vec<Ward>,
}

/// A phường or xã, and how it reports.
pub(crate) struct Ward {
    pub(crate) code: String,
    /// `Phường Đoàn Kết`.
    pub(crate) name: String,
    pub(crate) form: Form,
    pub(crate) groups: Vec<Group>,
}

/// The form that a ward fills in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    /// A row a group, a figure and a claim a criterion.
    Matrix { numbered_columns: Numbered },
    /// A sheet a group.
    Card { columns: CardColumns },
    /// Nothing was sent.
    NotSent,
}

/// Whether a row of column numbers stands under the headings.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Numbered {
    Yes,
    No,
}

/// The columns of a card that hold values.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum CardColumns {
    /// Part, whole and result.
    PartsAndResult,
    /// The result alone.
    Result,
}

/// A tổ dân phố or bản.
pub(crate) struct Group {
    pub(crate) code: String,
    /// Its name in the register.
    pub(crate) name: String,
    /// Its name as the ward writes it.
    pub(crate) written: String,
    /// Other spellings in the register.
    pub(crate) aliases: &'static str,
    pub(crate) kind: GroupKind,
    pub(crate) target: Target,
    /// Its households, printed in a matrix beside its name.
    pub(crate) households: i64,
    /// One telling a criterion, in the order of the table.
    pub(crate) told: Vec<Told>,
}

/// What kind of group it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum GroupKind {
    /// Tổ dân phố.
    Street,
    /// Bản.
    Village,
}

/// What the plan wants of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Target {
    /// Recognised in this year, to be kept.
    Maintain(u16),
    New,
    Outside,
}

/// What a clerk writes about one criterion.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) value: Value,
    pub(crate) claim: Claim,
}

/// The value that is true and told.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value {
    Yes,
    No,
    /// A count, an amount or a percentage as it stands.
    Number(Exact),
    /// A part of a whole.
    Share(Exact, Exact),
    NotApplicable,
    /// The cell is left empty.
    Blank,
}

/// What the clerk ticks beside the value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Claim {
    /// What follows from the value.
    Honest,
    /// The contrary of what follows from the value.
    Contrary,
    /// "Đạt", without any value.
    Bare,
    /// Nothing.
    Blank,
}

impl Ward {
    /// Returns the name within a sentence: `phường Đoàn Kết`.
    pub(crate) fn name_in_text(&self) -> String {
        let (kind, rest) = self.name.split_once(' ').unwrap_or(("", &self.name));
        format!("{} {rest}", kind.to_lowercase())
    }

    /// Returns the name of the file it sends.
    pub(crate) fn file_name(&self) -> String {
        format!("{} - tự đánh giá 2025.xlsx", self.name_in_text())
    }
}

impl Value {
    /// Returns the measured number, percentages in percent.
    pub(crate) fn figure(self) -> Option<Exact> {
        match self {
            Value::Number(number) => Some(number),
            Value::Share(part, whole) => Some(part.percent_of(whole)),
            Value::Yes | Value::No | Value::NotApplicable | Value::Blank => None,
        }
    }
}

impl GroupKind {
    /// Returns its name in the register.
    pub(crate) fn word(self) -> &'static str {
        match self {
            GroupKind::Street => "tổ dân phố",
            GroupKind::Village => "bản",
        }
    }
}
