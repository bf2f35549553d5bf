//! Titles that name another ward than the one that a file is received for.

use crate::{
    finding::{Finding, Place, Severity, codes},
    layout::Table,
    model::{CellPlace, CellRef, FileKey, SheetKey, UnitKey, say},
    plan::Register,
    workbook::Workbook,
};

use super::{shown::clipped, ward::titles_with_wards};

/// Tells the titles that name another ward than `received`, the one said on the command line, which prevails. Where
/// that one is named over other tables of the file, those under another ward's name are not its: they are left out.
pub(super) fn check(
    file: FileKey,
    book: &Workbook,
    tables: &mut Vec<Table>,
    register: &Register,
    received: Option<UnitKey>,
) -> Vec<Finding> {
    let Some(ward) = received else { return Vec::new() };
    let (mut others, mut is_named) = (Vec::new(), false);
    // Whether each table is another ward's; one without a ward over it goes on with the one above it on its sheet.
    let mut of_others: Vec<bool> = Vec::with_capacity(tables.len());
    for (index, titles) in titles_with_wards(register, book, tables).enumerate() {
        let named = titles.iter().any(|(.., wards)| wards.contains(&ward));
        let goes_on = || index > 0 && of_others[index - 1] && tables[index - 1].sheet == tables[index].sheet;
        is_named |= named;
        of_others.push(!named && (!titles.is_empty() || goes_on()));
        if let Some((at, written, wards)) = titles.first().filter(|_| !named) {
            let (written, ward) = (clipped(written.trim()).into_owned(), wards[0]);
            others.push(Title { sheet: tables[index].sheet, at: *at, written, ward });
        }
    }
    let tell = if is_named { not_of_ward } else { overridden };
    let findings = others.iter().map(|title| {
        let place = Place::Cell(CellPlace { file, sheet: title.sheet, cell: title.at });
        tell(title, register, ward, place)
    });
    let mut of_others = of_others.into_iter();
    tables.retain(|_| !(of_others.next().unwrap_or(false) && is_named));
    findings.collect()
}

/// A title that names another ward.
struct Title {
    sheet: SheetKey,
    at: CellRef,
    written: String,
    ward: UnitKey,
}

/// Says that what stands under a title is read as that of the ward that was said.
fn overridden(title: &Title, register: &Register, ward: UnitKey, place: Place) -> Finding {
    let (says, read) = (&register.unit(title.ward).name, &register.unit(ward).name);
    let message = say!(
        "Phần đầu biểu ghi {says} nhưng tệp được đọc là của {read}, theo --ward",
        "The title says {says}, but the file is read as that of {read}, by --ward"
    );
    let help = say!(
        "Kiểm tra lại mã sau --ward; nếu tệp là của {says} thì đọc lại không kèm --ward",
        "Check the code behind --ward; if the file is that of {says}, read it again without --ward"
    );
    let finding = Finding::new(&codes::UNKNOWN_WARD, place, message).with_severity(Severity::Warning);
    finding.helped_by(help).quoting(title.written.clone())
}

/// Says that what stands under a title is not used, as other tables of the file are those of the ward that was said.
fn not_of_ward(title: &Title, register: &Register, ward: UnitKey, place: Place) -> Finding {
    let (says, read) = (&register.unit(title.ward).name, &register.unit(ward).name);
    let message = say!(
        "Biểu này ghi là của {says}, không phải {read}, nên không được dùng",
        "This table says that it is of {says}, not of {read}, and is not used"
    );
    let help = say!(
        "Bỏ biểu này khỏi tệp của {read} và gửi trong tệp của {says}; nếu ghi nhầm thì sửa tên ở phần đầu biểu",
        "Take the table out of the file of {read} and send it in that of {says}; if the name is wrong, correct the title"
    );
    Finding::new(&codes::UNIT_OF_ANOTHER_WARD, place, message).helped_by(help).quoting(title.written.clone())
}
