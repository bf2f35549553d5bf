//! A figure in one file and the verdict of the same voice in another: they add up, as they do beside each other.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    facts::{Claim, Fact, Submission, contradiction},
    finding::{Finding, Place, codes},
    model::{FileKey, Quantity},
    plan::Rulebook,
};

use super::merge::key;

/// Puts bare claims beside the figures of the same voice that stand in other files, in facts that are sorted by what
/// they are about: what was told of each as without a figure is no longer so, and one that contradicts the figure is
/// told at its place.
///
/// Only where the figure decides: claims that differ from each other, or a figure that alone says nothing, are left for
/// the conflict that they are.
pub(super) fn add_up(
    rulebook: &Rulebook,
    submissions: &mut [Submission],
    facts: &mut Vec<Fact>,
    findings: &mut Vec<Finding>,
) {
    let mut added: BTreeSet<(FileKey, Place)> = BTreeSet::new();
    let mut bare: Vec<bool> = vec![false; facts.len()];
    for range in of_one_thing(facts) {
        let of_one = &mut facts[range.clone()];
        let mut usable = of_one.iter().enumerate().filter(|(_, fact)| !fact.refused);
        let Some((figure, quantity)) = usable.find_map(|(at, fact)| Some((at, fact.quantity()?))) else {
            continue;
        };
        let requirement = rulebook.requirement(of_one[figure].unit, of_one[figure].criterion);
        let mut claims = of_one.iter().filter_map(bare_claim).chain(of_one[figure].claim);
        let first = claims.next();
        let differ = claims.any(|claim| Some(claim) != first);
        if differ || requirement.is_met_by(quantity, None).is_none() {
            continue;
        }
        for at in 0..of_one.len() {
            let Some(claim) = bare_claim(&of_one[at]) else { continue };
            bare[range.start + at] = true;
            findings.extend(contradicts(rulebook, &of_one[at], quantity, claim));
            added.extend(of_one[at].deciding_place().map(|place| (place.file, Place::Cell(place))));
            of_one[figure].claim.get_or_insert(claim);
        }
    }
    let mut bare = bare.into_iter();
    facts.retain(|_| !bare.next().unwrap_or(false));
    for file in added.iter().map(|(file, _)| *file).collect::<BTreeSet<_>>() {
        let Some(submission) = submissions.get_mut(file.index()) else { continue };
        submission.findings.retain(|finding| {
            *finding.code != codes::CLAIM_WITHOUT_FIGURE || !added.contains(&(file, finding.place.clone()))
        });
    }
}

/// Returns where several facts of one thing stand among the others.
fn of_one_thing(facts: &[Fact]) -> Vec<Range<usize>> {
    let mut start = 0;
    let ranges = facts.chunk_by(|a, b| key(a) == key(b)).map(|of_one| {
        start += of_one.len();
        start - of_one.len()..start
    });
    ranges.filter(|range| range.len() > 1).collect()
}

/// Returns what a fact claims that says nothing else.
fn bare_claim(fact: &Fact) -> Option<Claim> {
    fact.claim.filter(|_| fact.quantity().is_none() && fact.task.is_none() && !fact.refused)
}

fn contradicts(rulebook: &Rulebook, fact: &Fact, quantity: Quantity, claim: Claim) -> Option<Finding> {
    let (criterion, cell) = (rulebook.criteria.criterion(fact.criterion), fact.deciding_cell()?);
    let requirement = rulebook.requirement(fact.unit, fact.criterion);
    let message = contradiction(criterion, requirement, quantity, claim)?;
    let finding = Finding::new(&codes::CLAIM_CONTRADICTS_FIGURE, Place::Cell(fact.place(cell)), message);
    let finding = finding.of_unit(fact.unit).of_criterion(fact.criterion).quoting(cell.raw.to_string());
    Some(finding.expecting(requirement.to_text(criterion.kind)))
}
