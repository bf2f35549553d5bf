//! The rules of coherence of a criteria file: what each key may say beside the others.

mod criterion;
mod outcome;

use std::{collections::BTreeMap, ops::Range};

use crate::{
    document::{Document, Table},
    finding::{Finding, Place, codes},
    model::{Message, phrase, say},
};

use super::{parse::Drafts, to_check};

/// How many criteria and indicators a set may have: a hundred times what any instrument has.
pub(super) const MOST_CRITERIA: usize = 10_000;

/// Records everything that does not go together.
pub(super) fn check(document: &Document<'_>, drafts: &Drafts<'_>) {
    check_size(document, drafts);
    check_amended_versions(document, drafts);
    check_unique(document, drafts.standards.iter(), &phrase!("tiêu chuẩn", "standard"));
    check_unique(document, drafts.criteria.iter().map(|draft| &draft.table), &phrase!("tiêu chí", "criterion"));
    drafts.criteria.iter().for_each(|draft| criterion::check(document, draft));
    outcome::check(document, drafts);
    to_check::check(document, &drafts.set);
}

fn check_size(document: &Document<'_>, drafts: &Drafts<'_>) {
    let count = drafts.criteria.len();
    if let Some(first_over) = drafts.criteria.get(MOST_CRITERIA) {
        let message = say!(
            "Có {count} tiêu chí, nhiều hơn giới hạn {MOST_CRITERIA}",
            "There are {count} criteria, more than the limit of {MOST_CRITERIA}"
        );
        contradiction(document, &first_over.table.span(), message);
    }
}

fn check_amended_versions(document: &Document<'_>, drafts: &Drafts<'_>) {
    let Some(version) = drafts.set.date("version") else { return };
    for amended in drafts.set.located_dates("amends").into_iter().filter(|amended| amended.value >= version) {
        let day = amended.value;
        let message = say!(
            "Mục \"amends\" ghi {day}, nhưng chỉ điều chỉnh được phiên bản trước {version}",
            "Key \"amends\" says {day}, but only versions before {version} can be amended"
        );
        contradiction(document, &amended.span, message);
    }
}

/// Records every id that an earlier table of the same sort has.
fn check_unique<'a, 'd: 'a>(document: &Document<'_>, tables: impl Iterator<Item = &'a Table<'d>>, sort: &Message) {
    let mut first_lines = BTreeMap::new();
    for id in tables.filter_map(|table| table.located_text("id")) {
        let here = document.place(&id.span);
        let Some(line) = first_lines.get(id.value).copied() else {
            first_lines.insert(id.value, here.line);
            continue;
        };
        let (found, vi, en) = (id.value, &sort.vi, &sort.en);
        let message = say!(
            "Có hai {vi} mang số \"{found}\", cái trước ở dòng {line}",
            "Two of a kind ({en}) have the id \"{found}\", the earlier one at line {line}"
        );
        document.record(Finding::new(&codes::DUPLICATE_DEFINITION, Place::Definition(here), message).quoting(found));
    }
}

/// Records that what stands at `span` does not go with the rest.
pub(super) fn contradiction(document: &Document<'_>, span: &Range<usize>, message: Message) {
    let place = Place::Definition(document.place(span));
    let quote = document.quote(span);
    document.record(Finding::new(&codes::INCONSISTENT_DEFINITION, place, message).quoting(quote));
}
