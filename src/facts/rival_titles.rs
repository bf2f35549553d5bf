//! Titles above one table that name different wards: told, whichever of them the units bear out.

use crate::{
    finding::{Code, Finding, Place, Severity, codes},
    layout::Table,
    model::{CellPlace, CellRef, FileKey, Message, SheetKey, UnitKey, say},
    plan::Register,
    workbook::Workbook,
};

use super::{
    shown::clipped,
    ward::{titles_with_wards, ward_by_units},
};

/// Two titles above one table, of which neither names a ward that the other does.
pub(super) struct RivalTitles {
    pub(super) sheet: SheetKey,
    pub(super) first: Title,
    second: Title,
}

/// A title that names a ward.
pub(super) struct Title {
    pub(super) at: CellRef,
    /// What the cell says.
    pub(super) written: String,
    /// The ward that it names first.
    ward: UnitKey,
}

impl Title {
    fn new((at, written, wards): &(CellRef, &str, Vec<UnitKey>)) -> Option<Self> {
        Some(Self { at: *at, written: clipped(written.trim()).into_owned(), ward: *wards.first()? })
    }
}

impl RivalTitles {
    /// Finds the first such titles above a table whose ward cannot be told.
    pub(super) fn above(
        book: &Workbook,
        tables: &[Table],
        wards: &[Option<UnitKey>],
        register: &Register,
    ) -> Option<Self> {
        let blocks = titles_with_wards(register, book, tables).zip(tables).zip(wards);
        blocks.filter(|(_, ward)| ward.is_none()).find_map(|((titles, table), _)| {
            let (first, others) = titles.split_first()?;
            let rival = others.iter().find(|(.., wards)| wards.iter().all(|ward| !first.2.contains(ward)))?;
            Some(Self { sheet: table.sheet, first: Title::new(first)?, second: Title::new(rival)? })
        })
    }

    /// Says that nobody can tell which of the wards is meant, and what to do.
    pub(super) fn message(&self, register: &Register) -> (Message, Message) {
        let Self { first, second, .. } = self;
        let (at, there) = (first.at, second.at);
        let [says, other] = [first, second].map(|title| &register.unit(title.ward).name);
        let message = say!(
            "Không biết tệp này của phường, xã nào: ô {at} ghi {says}, ô {there} ghi {other}",
            "The ward of this file cannot be told: {at} says {says}, {there} says {other}"
        );
        let help = say!(
            "Để lại một tên đúng: sửa tên phường, xã ở ô {at} hoặc ô {there} cho hai ô như nhau",
            "Leave the right one: correct the ward in {at} or in {there}, so that both say the same"
        );
        (message, help)
    }
}

/// Tells the titles that name another ward than the one by which their table is read, where a title beside them names
/// that one.
pub(super) fn tell_outvoted(
    file: FileKey,
    book: &Workbook,
    tables: &[Table],
    wards: &[Option<UnitKey>],
    register: &Register,
) -> Vec<Finding> {
    let blocks = titles_with_wards(register, book, tables).zip(tables).zip(wards);
    let outvoted = blocks.filter_map(|((titles, table), ward)| {
        let ward = (*ward)?;
        let of_ward = titles.iter().find(|(.., wards)| wards.contains(&ward))?.0;
        let other = titles.iter().find(|(.., wards)| !wards.contains(&ward)).and_then(Title::new)?;
        let (at, says, read) = (other.at, &register.unit(other.ward).name, &register.unit(ward).name);
        let message = say!(
            "Phần đầu biểu ghi {says} nhưng ô {of_ward} ghi {read}; biểu được đọc là của {read}, theo tên các tổ dân phố, bản",
            "The title says {says}, but {of_ward} says {read}; the table is read as that of {read}, by the names of its groups"
        );
        let help = say!(
            "Sửa tên phường, xã ở ô {at} cho đúng; nếu biểu không phải của {read} thì gửi lại biểu đúng",
            "Correct the ward in {at}; if the table is not that of {read}, send the right one"
        );
        Some(doubtful_title(CellPlace { file, sheet: table.sheet, cell: at }, message, help, other.written))
    });
    outvoted.collect()
}

/// What is told of units that the ward of the title does not have.
const STRANGERS: [&Code; 2] = [&codes::UNKNOWN_UNIT, &codes::UNIT_OF_ANOTHER_WARD];

/// Tells the title by which a file is read as that of `ward`, where not all of its groups are found there, but all of them
/// in one other ward: the title may be the mistake, and nobody should correct the names before that is settled.
pub(super) fn tell_unborne(
    file: FileKey,
    book: &Workbook,
    tables: &[Table],
    register: &Register,
    ward: UnitKey,
    findings: &[Finding],
) -> Option<Finding> {
    findings.iter().find(|finding| STRANGERS.contains(&finding.code))?;
    let names_ward = |table: &Table| {
        let mut names = table.subjects.iter().flat_map(|subject| &subject.names);
        names.any(|name| register.find_ward(&name.written).is_some())
    };
    if tables.iter().any(names_ward) {
        return None;
    }
    let borne_out = ward_by_units(register, tables, |_| true).filter(|other| *other != ward)?;
    let blocks = titles_with_wards(register, book, tables).zip(tables);
    let (title, sheet) = blocks.into_iter().find_map(|(titles, table)| {
        let of_ward = titles.iter().find(|(.., wards)| wards.contains(&ward)).and_then(Title::new)?;
        Some((of_ward, table.sheet))
    })?;
    let (at, says, other) = (title.at, &register.unit(ward).name, &register.unit(borne_out).name);
    let message = say!(
        "Phần đầu biểu ghi {says} nhưng chỉ {other} có đủ các tổ dân phố, bản ghi trong tệp; tệp được đọc là của {says}",
        "The title says {says}, but only {other} has all the groups that the file names; the file is read as that of {says}"
    );
    let help = say!(
        "Xem ô {at} trước khi sửa tên tổ nào: nếu tệp là của {other} thì sửa tên phường, xã ở ô này",
        "Look at {at} before any group's name is changed: if the file is that of {other}, correct the ward in this cell"
    );
    Some(doubtful_title(CellPlace { file, sheet, cell: at }, message, help, title.written))
}

/// Makes the warning about a title whose ward is not that of the table below it, or not for certain: the table is read all
/// the same.
pub(super) fn doubtful_title(at: CellPlace, message: Message, help: Message, written: String) -> Finding {
    let finding = Finding::new(&codes::UNKNOWN_WARD, Place::Cell(at), message).with_severity(Severity::Warning);
    finding.helped_by(help).quoting(written)
}
