//! Submissions put together: what several files say of one thing is used once, or not at all.

use std::collections::BTreeMap;

use crate::{
    facts::{Fact, Source, Submission},
    finding::{Finding, Place, codes},
    model::{CriterionKey, FileKey, UnitKey, Voice, say},
    plan::Rulebook,
};

/// Takes the facts out of `submissions` and keeps one for each unit, criterion and voice.
///
/// Equal facts of several files are used once; unequal ones are all refused (TDP012).
pub(super) fn merge(rulebook: &Rulebook, submissions: &mut [Submission], findings: &mut Vec<Finding>) -> Vec<Fact> {
    pass_over_copies(submissions, findings);
    let mut facts: Vec<Fact> = Vec::with_capacity(submissions.iter().map(|submission| submission.facts.len()).sum());
    let mut lists: Vec<Vec<Fact>> =
        submissions.iter_mut().map(|submission| std::mem::take(&mut submission.facts)).collect();
    // Wards one after the other: the facts of a city are then all but sorted.
    lists.sort_by_key(|facts| facts.first().map(|fact| fact.unit));
    for mut list in lists {
        facts.append(&mut list);
    }
    facts.sort_by_key(|fact| (fact.unit, fact.criterion, fact.voice, fact.file));
    facts.dedup_by(|later, first| {
        let same = key(later) == key(first);
        if same && !first.says_the_same(later) {
            findings.extend(conflict(rulebook, submissions, first, later));
            first.refused = true;
        }
        same
    });
    facts
}

fn key(fact: &Fact) -> (UnitKey, CriterionKey, Voice) {
    (fact.unit, fact.criterion, fact.voice)
}

/// Leaves out the facts of files that were sent twice, byte for byte.
fn pass_over_copies(submissions: &mut [Submission], findings: &mut Vec<Finding>) {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    for (index, submission) in submissions.iter_mut().enumerate() {
        let Source { path, sha256, .. } = &submission.source;
        if sha256.is_empty() {
            continue;
        }
        if let Some(earlier) = first.get(sha256) {
            let message = say!(
                "Tệp này giống hệt tệp \"{earlier}\" nên chỉ tính một lần",
                "This file equals \"{earlier}\" and is counted once"
            );
            findings.push(Finding::new(&codes::SAME_FILE_TWICE, Place::File(FileKey::new(index)), message));
            submission.facts.clear();
        } else {
            first.insert(sha256.clone(), path.clone());
        }
    }
}

fn conflict(rulebook: &Rulebook, submissions: &[Submission], first: &Fact, second: &Fact) -> Option<Finding> {
    let (earlier, later) = (first.deciding_cell(), second.deciding_cell()?);
    let unit = &rulebook.register.unit(second.unit).name;
    let id = &rulebook.criteria.criterion(second.criterion).id;
    let path = &submissions[first.file.index()].source.path;
    let said = earlier.map(|cell| format!("\"{}\"", cell.raw)).unwrap_or_default();
    let says = &later.raw;
    let message = say!(
        "{unit}, tiêu chí {id}: tệp này ghi \"{says}\", tệp \"{path}\" ghi {said}",
        "{unit}, criterion {id}: this file says \"{says}\", the file \"{path}\" says {said}"
    );
    let finding = Finding::new(&codes::CONFLICTING_VALUES, Place::Cell(later.place), message);
    Some(finding.of_unit(second.unit).of_criterion(second.criterion).quoting(later.raw.to_string()))
}
