//! Codes that rows refer to, resolved to units.

use std::collections::HashSet;

use super::{
    codes::{CodeIndex, CodeMatch},
    draft::Draft,
    zeros::restored,
};
use crate::{
    finding::{Finding, Place, codes},
    model::{UnitKey, say},
    plan::table::{Column, Columns},
    text::nearest,
};

/// What a row refers to.
#[derive(Default)]
pub(super) struct Links {
    pub(super) parent: Option<UnitKey>,
    pub(super) succeeds: Vec<UnitKey>,
}

/// Indexes the drafts by code, noting every code that is there twice.
pub(super) fn index(columns: &Columns<'_>, drafts: &[Draft<'_>], findings: &mut Vec<Finding>) -> CodeIndex {
    let mut index = CodeIndex::default();
    for (at, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.code.is_empty()) {
        if let Some(first) = index.insert(&draft.code, UnitKey::new(at)) {
            let (code, line) = (&draft.code, drafts[first.index()].row.line());
            let message = say!("Mã \"{code}\" đã có ở dòng {line}", "The code \"{code}\" is already in line {line}");
            let place = columns.place(draft.row, Column::Code);
            findings.push(Finding::new(&codes::DUPLICATE_DEFINITION, place, message).quoting(code));
        }
    }
    index
}

/// Resolves what every draft refers to, noting every code that fits no unit.
pub(super) fn resolve(
    columns: &Columns<'_>,
    drafts: &[Draft<'_>],
    index: &CodeIndex,
    findings: &mut Vec<Finding>,
) -> Vec<Links> {
    let mut resolver = Resolver { drafts, index, told: HashSet::new(), findings };
    let links = drafts.iter().map(|draft| {
        let mut unit = |code, column| resolver.unit(code, columns.place(draft.row, column));
        let parent = (!draft.parent.is_empty()).then(|| unit(draft.parent, Column::Parent)).flatten();
        Links { parent, succeeds: draft.succeeds.iter().filter_map(|code| unit(code, Column::Succeeds)).collect() }
    });
    links.collect()
}

struct Resolver<'a> {
    drafts: &'a [Draft<'a>],
    index: &'a CodeIndex,
    /// Codes whose restoring has been told; every child of a ward would tell it again.
    told: HashSet<&'a str>,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Resolver<'a> {
    fn unit(&mut self, code: &'a str, place: Place) -> Option<UnitKey> {
        match self.index.find(code) {
            Some(CodeMatch::Exact(unit)) => Some(unit),
            Some(CodeMatch::Restored(unit)) => {
                if self.told.insert(code) {
                    self.findings.push(restored(code, &self.drafts[unit.index()].code, place));
                }
                Some(unit)
            }
            None => {
                let known = self.drafts.iter().map(|draft| draft.code.as_str());
                self.findings.push(unknown_code(code, known, place));
                None
            }
        }
    }
}

/// Returns the finding that no unit has `code`.
pub(in crate::plan) fn unknown_code<'a>(code: &str, known: impl Iterator<Item = &'a str>, place: Place) -> Finding {
    let message = say!("Không có đơn vị nào mang mã \"{code}\"", "No unit has the code \"{code}\"");
    let finding = Finding::new(&codes::UNKNOWN_REFERENCE, place, message).quoting(code);
    match nearest(code, known).first() {
        Some(near) => finding.expecting(*near).helped_by(say!("Có phải là \"{near}\"?", "Did you mean \"{near}\"?")),
        None => finding,
    }
}
