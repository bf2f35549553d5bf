//! Submissions put together: what several files say of one thing is used once, or not at all.

use std::{cmp::Reverse, collections::BTreeMap};

use super::claims_to_figures;
use crate::{
    facts::{Fact, Source, SourceCell, Submission},
    finding::{Finding, Place, codes},
    model::{CellPlace, CellRef, CriterionKey, FileKey, Message, UnitKey, Voice, phrase, say, spelled},
    plan::Rulebook,
};

/// Takes the facts out of `submissions` and keeps one for each unit, criterion and voice: in chunks, in order, each unit
/// in one of them. Those of a file stay together unless another file speaks of the same units.
///
/// A figure in one file and the bare claim of the same voice in another add up, as they do beside each other. Equal facts
/// of several files are used once, from one that gives part and whole where any does, so that no total depends on the
/// names of files. Of others none is used: different values are told (TDP012), and beside one that could not be read,
/// which has been told where it stands, no other is chosen.
pub(super) fn merge(
    rulebook: &Rulebook,
    submissions: &mut [Submission],
    findings: &mut Vec<Finding>,
) -> Vec<Vec<Fact>> {
    let lists = submissions.iter_mut().map(|submission| std::mem::take(&mut submission.facts));
    let mut chunks = chunks(lists.filter(|facts| !facts.is_empty()).collect());
    for facts in &mut chunks {
        facts.sort_by_key(|fact| (fact.unit, fact.criterion, fact.voice, Reverse(fact.telling()), fact.file));
        claims_to_figures::add_up(rulebook, submissions, facts, findings);
        for of_one_thing in facts.chunk_by(|a, b| key(a) == key(b)) {
            findings.extend(conflicts(rulebook, submissions, of_one_thing));
        }
        facts.dedup_by(|later, first| {
            let same = key(later) == key(first);
            first.refused |= same && !first.says_the_same(later);
            same
        });
    }
    chunks
}

/// Puts lists together whose units lie within each other's; nothing is moved where every ward sent one file.
fn chunks(mut lists: Vec<Vec<Fact>>) -> Vec<Vec<Fact>> {
    lists.sort_by_cached_key(|facts| facts.iter().map(|fact| fact.unit).min());
    let mut chunks: Vec<Vec<Fact>> = Vec::with_capacity(lists.len());
    let mut last: Option<UnitKey> = None;
    for mut list in lists {
        let (first_of_list, last_of_list) = bounds(&list);
        match chunks.last_mut().filter(|_| first_of_list <= last) {
            Some(chunk) => chunk.append(&mut list),
            None => chunks.push(list),
        }
        last = last.max(last_of_list);
    }
    chunks
}

/// Returns the first and the last unit of a list, in whatever order its facts are.
fn bounds(facts: &[Fact]) -> (Option<UnitKey>, Option<UnitKey>) {
    let units = || facts.iter().map(|fact| fact.unit);
    (units().min(), units().max())
}

/// Returns what a fact is about, and in whose voice.
pub(super) fn key(fact: &Fact) -> (UnitKey, CriterionKey, Voice) {
    (fact.unit, fact.criterion, fact.voice)
}

/// Leaves out the facts of files that were sent twice, byte for byte, by the same sender, and what was found in the copy:
/// it is told of the first.
pub(super) fn pass_over_copies(submissions: &mut [Submission], findings: &mut Vec<Finding>) {
    let mut first: BTreeMap<(String, Option<usize>), String> = BTreeMap::new();
    for (index, submission) in submissions.iter_mut().enumerate() {
        let Source { path, sha256, agency, .. } = &submission.source;
        if sha256.is_empty() {
            continue;
        }
        let sent = (sha256.clone(), *agency);
        if let Some(earlier) = first.get(&sent) {
            let message = say!(
                "Tệp này giống hệt tệp \"{earlier}\" nên chỉ tính một lần",
                "This file equals \"{earlier}\" and is counted once"
            );
            findings.push(Finding::new(&codes::SAME_FILE_TWICE, Place::File(FileKey::new(index)), message));
            submission.facts.clear();
            submission.findings.clear();
        } else {
            first.insert(sent, path.clone());
        }
    }
}

/// Tells each value that can be used and differs from the first that can.
fn conflicts(rulebook: &Rulebook, submissions: &[Submission], facts: &[Fact]) -> Vec<Finding> {
    let mut usable = facts.iter().filter(|fact| !fact.refused);
    let Some(first) = usable.next() else { return Vec::new() };
    let different = usable.filter(|fact| !first.says_the_same(fact));
    different.filter_map(|fact| conflict(rulebook, submissions, first, fact)).collect()
}

fn conflict(rulebook: &Rulebook, submissions: &[Submission], first: &Fact, second: &Fact) -> Option<Finding> {
    let (earlier, later) = (first.deciding_cell()?, second.deciding_cell()?);
    let unit = &rulebook.register.unit(second.unit).name;
    let id = &rulebook.criteria.criterion(second.criterion).id;
    let source = &submissions[first.file.index()].source;
    let path = &source.path;
    let sheet = source.sheets.get(earlier.sheet.index()).and_then(Option::as_ref).filter(|_| source.sheets.len() > 1);
    let (at, cell) = (sheet.map_or_else(Message::default, in_sheet), earlier.at);
    let (said, says) = told_apart((first, earlier), (second, later));
    if first.file == second.file {
        return Some(conflict_within(unit, id, (said, cell), (says, second.place(later)), second));
    }
    let message = say!(
        "{unit}, tiêu chí {id}: tệp này ghi \"{says}\", tệp \"{path}\"{at}, ô {cell} ghi \"{said}\"",
        "{unit}, criterion {id}: this file says \"{says}\", the file \"{path}\"{at} says \"{said}\" in cell {cell}",
        says,
        said,
        at
    );
    let finding = Finding::new(&codes::CONFLICTING_VALUES, Place::Cell(second.place(later)), message);
    Some(finding.of_unit(second.unit).of_criterion(second.criterion).quoting(says.vi))
}

/// Tells two values of one voice in one file: two agencies in columns of their own.
fn conflict_within(
    unit: &str,
    id: &str,
    (said, cell): (Message, CellRef),
    (says, at): (Message, CellPlace),
    fact: &Fact,
) -> Finding {
    let message = say!(
        "{unit}, tiêu chí {id}: ô này ghi \"{says}\", ô {cell} ghi \"{said}\"; không ô nào được dùng",
        "{unit}, criterion {id}: this cell says \"{says}\", cell {cell} says \"{said}\"; neither is used",
        says,
        said
    );
    let help = say!(
        "Các cơ quan thống nhất một kết quả rồi sửa cho hai ô như nhau, hoặc để trống một ô",
        "Let the agencies agree on one result and write it in both cells, or leave one of them blank"
    );
    let finding = Finding::new(&codes::CONFLICTING_VALUES, Place::Cell(at), message).helped_by(help);
    finding.of_unit(fact.unit).of_criterion(fact.criterion).quoting(says.vi)
}

/// Returns what two facts say that differ: what stands in their cells, or part and whole where those alone differ.
fn told_apart((first, earlier): (&Fact, &SourceCell), (second, later): (&Fact, &SourceCell)) -> (Message, Message) {
    let of_parts = |(part, whole)| {
        let (part, whole) = (spelled(part), spelled(whole));
        phrase!("{part}/{whole}", "{part}/{whole}", part, whole)
    };
    match first.parts().zip(second.parts()) {
        Some((before, after)) if earlier.raw == later.raw => (of_parts(before), of_parts(after)),
        _ => earlier.raw.spelled_beside(&later.raw),
    }
}

fn in_sheet(sheet: &String) -> Message {
    phrase!(", trang \"{sheet}\"", ", sheet \"{sheet}\",")
}
