//! Text that was decoded from a legacy encoding: people are told how it was read, once a sheet and encoding.

use crate::{
    finding::{Finding, Place, codes},
    model::{CellPlace, SheetKey},
};

use super::{Check, Context};

pub(super) const CHECK: Check = Check { code: &codes::LEGACY_TEXT, run };

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, sheet) in context.book.sheets.iter().enumerate() {
        let key = SheetKey::new(index);
        findings.extend(sheet.decoded.iter().map(|decoded| {
            let place = match &decoded.first {
                Some((cell, _)) => Place::Cell(CellPlace { file: context.file, sheet: key, cell: *cell }),
                None => Place::Sheet(context.file, key),
            };
            let mut finding = Finding::new(&codes::LEGACY_TEXT, place, decoded.told(sheet));
            finding.value = decoded.stored();
            finding
        }));
    }
}
