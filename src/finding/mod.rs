//! What is found wrong: a code that stays for ever, a place, a message, what to do next.

mod code;
pub mod codes;
mod reference;
mod refused;

use std::collections::BTreeMap;

use crate::model::{CellPlace, CellRef, CriterionKey, FileKey, Message, SheetKey, UnitKey};

pub use self::{
    code::{Code, Severity},
    reference::reference,
    refused::refused_values,
};

/// Where a finding stands; the order of places is the order in which findings are told.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Place {
    /// In a file that people write in TOML or CSV: criteria, plan, register, targets.
    Definition(DefinitionPlace),
    /// In a file as a whole.
    File(FileKey),
    /// In a sheet as a whole.
    Sheet(FileKey, SheetKey),
    /// In a cell.
    Cell(CellPlace),
    /// In what was received altogether: nothing from a ward, say.
    Run,
}

/// A line and column of a file that people write.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct DefinitionPlace {
    /// The file as the user named it, or relative to the workspace.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Start of the offending bytes in the file.
    pub start: usize,
    /// End of the offending bytes in the file.
    pub end: usize,
}

impl Place {
    /// Returns the file of the run that the place lies in.
    pub fn file(&self) -> Option<FileKey> {
        match self {
            Self::File(file) | Self::Sheet(file, _) => Some(*file),
            Self::Cell(place) => Some(place.file),
            Self::Definition(_) | Self::Run => None,
        }
    }

    /// Returns the sheet that the place lies in.
    pub fn sheet(&self) -> Option<SheetKey> {
        match self {
            Self::Sheet(_, sheet) => Some(*sheet),
            Self::Cell(place) => Some(place.sheet),
            Self::Definition(_) | Self::File(_) | Self::Run => None,
        }
    }

    /// Returns the cell that the place is.
    pub fn cell(&self) -> Option<CellRef> {
        match self {
            Self::Cell(place) => Some(place.cell),
            Self::Definition(_) | Self::File(_) | Self::Sheet(..) | Self::Run => None,
        }
    }
}

/// One thing that is wrong, or was read in a way that people should know of.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What kind of thing.
    pub code: &'static Code,
    /// How bad it is here; the code's own severity unless the rule says otherwise.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is wrong, one sentence.
    pub message: Message,
    /// What to do next, one sentence.
    pub help: Message,
    /// The unit concerned.
    pub unit: Option<UnitKey>,
    /// The criterion concerned.
    pub criterion: Option<CriterionKey>,
    /// Under which headings its cell stands, where it stands below those of a table.
    pub headings: Headings,
    /// The offending value as it stands.
    pub value: Option<String>,
    /// What was expected instead.
    pub expected: Option<String>,
}

/// The words that people see above and beside a cell.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Headings {
    /// What heads its column, from the criterion down: "5.4. Tỷ lệ hộ nghèo › Tự chấm".
    pub column: Option<String>,
    /// What heads its row: the unit as it is written there, or the criterion of a card.
    pub row: Option<String>,
}

/// Returns the findings of each file, in the order of `findings`.
pub fn by_file(findings: &[Finding]) -> BTreeMap<FileKey, Vec<&Finding>> {
    let mut files: BTreeMap<FileKey, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        if let Some(file) = finding.place.file() {
            files.entry(file).or_default().push(finding);
        }
    }
    files
}

impl Finding {
    /// Returns whether the file it was found in can be mended; that a file came late cannot be.
    pub fn can_be_mended(&self) -> bool {
        *self.code != codes::RECEIVED_LATE
    }

    /// Makes a finding of `code` with the code's own severity and help.
    pub fn new(code: &'static Code, place: Place, message: Message) -> Self {
        let help = Message { vi: code.help.0.to_owned(), en: code.help.1.to_owned() };
        let severity = code.severity;
        let headings = Headings::default();
        Self {
            code,
            severity,
            place,
            message,
            help,
            unit: None,
            criterion: None,
            headings,
            value: None,
            expected: None,
        }
    }

    /// Says which unit is concerned.
    #[must_use]
    pub fn of_unit(mut self, unit: UnitKey) -> Self {
        self.unit = Some(unit);
        self
    }

    /// Says which criterion is concerned.
    #[must_use]
    pub fn of_criterion(mut self, criterion: CriterionKey) -> Self {
        self.criterion = Some(criterion);
        self
    }

    /// Quotes the offending value.
    #[must_use]
    pub fn quoting(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Says what was expected.
    #[must_use]
    pub fn expecting(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// Replaces the code's help by one that fits this case better.
    #[must_use]
    pub fn helped_by(mut self, help: Message) -> Self {
        self.help = help;
        self
    }

    /// Replaces the code's severity, where the rule makes it depend on the case.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
