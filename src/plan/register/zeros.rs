//! Codes in the register itself that lost their leading zeros: what the other rows say gives them back.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    mem,
};

use super::{codes::stripped, draft::Draft};
use crate::{
    finding::{Finding, Place, codes},
    model::{Message, say},
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
        let restored = format!("{}{}", parent.strip_suffix(stem).unwrap_or_default(), draft.code);
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

/// Returns the warning that `written` was read as `code`; which of the two lost zeros, their lengths say.
pub(crate) fn restored(written: &str, code: &str, place: Place) -> Finding {
    let found = |message| Finding::new(&codes::LEADING_ZERO_RESTORED, place, message).quoting(written).expecting(code);
    if written.len() < code.len() {
        return found(say!(
            "Mã \"{written}\" đã mất số 0 ở đầu, được hiểu là \"{code}\"",
            "The code \"{written}\" lost its leading zeros and was read as \"{code}\""
        ));
    }
    found(say!(
        "Mã \"{written}\" được hiểu là \"{code}\" trong danh sách đơn vị; mã ở đó đã mất số 0 ở đầu",
        "The code \"{written}\" was read as \"{code}\" of the register, which lost its leading zeros"
    ))
    .helped_by(say!(
        "Trong danh sách đơn vị, định dạng cột mã là Văn bản (Text) rồi gõ lại mã đủ số 0",
        "In the register, format the column of codes as Text and type the codes again with their zeros"
    ))
}

/// Leaves, of the codes of one file that were restored in the same way, the first with their number: they have one
/// cause.
pub(crate) fn tell_once(findings: &mut Vec<Finding>) {
    let all = mem::take(findings);
    let (mut zeros, rest): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|finding| finding.code == &codes::LEADING_ZERO_RESTORED);
    zeros.sort_by(|a, b| a.place.cmp(&b.place));
    let (lost_here, lost_elsewhere): (Vec<_>, Vec<_>) = zeros.into_iter().partition(is_shorter);
    findings.extend(rest);
    findings.extend([lost_here, lost_elsewhere].into_iter().filter_map(first_with_number));
}

fn is_shorter(finding: &Finding) -> bool {
    finding.value.as_ref().map(String::len) < finding.expected.as_ref().map(String::len)
}

fn first_with_number(alike: Vec<Finding>) -> Option<Finding> {
    let count = alike.len();
    let mut first = alike.into_iter().next()?;
    if count > 1 {
        let Message { vi, en } = &first.message;
        let others = count - 1;
        first.message = say!("{vi}; còn {others} mã khác cũng vậy", "{en}, and so it is with {others} more");
    }
    Some(first)
}
