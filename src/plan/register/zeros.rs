//! Codes in the register itself that lost their leading zeros: what the other rows say gives them back.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{codes::stripped, draft::Draft};
use crate::{
    finding::{Finding, Place, codes},
    model::say,
    plan::table::{Column, Columns},
};

/// Gives codes their leading zeros back where the rest of the table knows them in exactly one form.
///
/// `3389` becomes `03389` when a child says `03389` or is called `03389.001`; then `3389.002` under `03389` becomes
/// `03389.002`. Each is told.
pub(super) fn restore(columns: &Columns<'_>, drafts: &mut [Draft<'_>], findings: &mut Vec<Finding>) {
    restore_by_witnesses(columns, drafts, findings);
    restore_by_parents(columns, drafts, findings);
}

fn restore_by_witnesses(columns: &Columns<'_>, drafts: &mut [Draft<'_>], findings: &mut Vec<Finding>) {
    let witnesses = witnesses(drafts);
    let taken: HashSet<String> = drafts.iter().map(|draft| draft.code.clone()).collect();
    for draft in drafts.iter_mut().filter(|draft| may_have_lost_zeros(&draft.code)) {
        let forms = witnesses.get(draft.code.as_str()).map(|forms| forms.iter().collect::<Vec<_>>());
        if let Some([form]) = forms.as_deref()
            && !taken.contains(*form)
        {
            put_back(columns, draft, (*form).clone(), findings);
        }
    }
}

/// Returns the forms with leading zeros in which codes are referred to, by the form without.
fn witnesses(drafts: &[Draft<'_>]) -> HashMap<String, BTreeSet<String>> {
    let mut witnesses: HashMap<String, BTreeSet<String>> = HashMap::new();
    for draft in drafts {
        let stem = draft.code.split(['.', '-', '/']).next().filter(|stem| *stem != draft.code);
        let references = draft.succeeds.iter().copied().chain([draft.parent]).chain(stem);
        for form in references.filter(|form| form.starts_with('0')) {
            witnesses.entry(stripped(form).to_owned()).or_default().insert(form.to_owned());
        }
    }
    witnesses
}

fn restore_by_parents(columns: &Columns<'_>, drafts: &mut [Draft<'_>], findings: &mut Vec<Finding>) {
    let full: HashSet<String> = drafts.iter().map(|draft| draft.code.clone()).collect();
    let by_stripped: HashMap<String, BTreeSet<String>> = drafts.iter().fold(HashMap::new(), |mut all, draft| {
        all.entry(stripped(&draft.code).to_owned()).or_default().insert(draft.code.clone());
        all
    });
    for draft in drafts.iter_mut().filter(|draft| may_have_lost_zeros(&draft.code)) {
        let parents = by_stripped.get(stripped(draft.parent)).map(|codes| codes.iter().collect::<Vec<_>>());
        let Some([parent]) = parents.as_deref() else {
            continue;
        };
        let stem = stripped(parent);
        let follows = draft.code.strip_prefix(stem).is_some_and(|rest| rest.starts_with(['.', '-', '/']));
        let restored = format!("{}{}", &parent[..parent.len() - stem.len()], draft.code);
        if follows && restored != draft.code && !full.contains(&restored) {
            put_back(columns, draft, restored, findings);
        }
    }
}

fn may_have_lost_zeros(code: &str) -> bool {
    code.starts_with(|first: char| matches!(first, '1'..='9'))
}

fn put_back(columns: &Columns<'_>, draft: &mut Draft<'_>, code: String, findings: &mut Vec<Finding>) {
    findings.push(restored(&draft.code, &code, columns.place(draft.row, Column::Code)));
    draft.code = code;
}

/// Returns the warning that `written` was read as `code`.
pub(in crate::plan) fn restored(written: &str, code: &str, place: Place) -> Finding {
    let message = say!(
        "mã \"{written}\" đã mất số 0 ở đầu, được hiểu là \"{code}\"",
        "the code \"{written}\" lost its leading zeros and was read as \"{code}\""
    );
    Finding::new(&codes::LEADING_ZERO_RESTORED, place, message).quoting(written).expecting(code)
}
