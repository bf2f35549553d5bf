//! Figures far from those of the period before: often a digit too many or too few (TDP306).

use crate::{
    campaign::Evidence,
    criteria::{Criterion, Kind},
    facts::{Fact, Role, SourceCell},
    finding::{Finding, Place, codes},
    model::{Decimal, Sum, say, spelled},
    plan::Rulebook,
};

use super::{
    context::Previous,
    prevailing::{figure, prevailing_fact},
};

/// So many times as much, or as little, is far; a digit too many or too few makes ten times.
const FAR: usize = 5;
/// Counts and percentages that differ by less change so from one period to the next.
const LEAST_DIFFERENCE: u32 = 20;
/// Decimals of a percentage of the period before, in a message.
const SHOWN_DECIMALS: u8 = 2;

/// Tells the figures of this period that are at least five times those of the period before, or at most a fifth, and
/// differ by twenty unless they are amounts; so, too, the wholes of percentages. What is zero in either tells nothing.
pub fn far_from_previous(rulebook: &Rulebook, evidence: &Evidence, previous: &Previous<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (unit, _) in rulebook.register.valid() {
        for (key, criterion) in rulebook.criteria.all() {
            let now = prevailing_fact(evidence, unit, key).filter(|fact| !fact.refused);
            let then = previous.fact(&rulebook.register, unit, &rulebook.criteria, criterion);
            let Some((now, then)) = now.zip(then) else { continue };
            let far = far(criterion, now, then);
            findings.extend(far.map(|(cell, then)| finding(now, cell, then)));
        }
    }
    findings
}

/// Returns the cell of `now` that is far from what `then` has, the whole's first, and what that is.
fn far<'a>(criterion: &Criterion, now: &'a Fact, then: &Fact) -> Option<(&'a SourceCell, Sum)> {
    let whole = |fact: &Fact| fact.parts().map(|(_, whole)| Sum::from(whole));
    let value = |fact: &Fact| figure(criterion.kind, fact).map(|value| value.rounded(Decimal::MAX_SCALE));
    let is_far = |pair: &(Sum, Sum)| are_far(criterion.kind, pair.0, pair.1);
    let of_whole = now.cells.iter().find(|cell| cell.role == Role::Whole);
    let wholes = whole(now).zip(whole(then)).filter(is_far).and_then(|(_, then)| Some((of_whole?, then)));
    wholes.or_else(|| {
        let (_, then) = value(now).zip(value(then)).filter(is_far)?;
        Some((now.deciding_cell()?, then))
    })
}

fn are_far(kind: Kind, now: Sum, then: Sum) -> bool {
    let (less, more) = (now.min(then), now.max(then));
    let least = if kind == Kind::Amount { Sum::ZERO } else { Sum::from(LEAST_DIFFERENCE) };
    Sum::ZERO < less && std::iter::repeat_n(less, FAR).sum::<Sum>() <= more && least <= more - less
}

fn finding(fact: &Fact, cell: &SourceCell, then: Sum) -> Finding {
    let (says, said) = (cell.raw.spelled(), spelled(then.rounded(SHOWN_DECIMALS)));
    let message = if cell.role == Role::Whole {
        say!(
            "Tổng số ghi \"{says}\", kỳ trước là {said}",
            "The whole is \"{says}\", in the period before it was {said}",
            says,
            said
        )
    } else {
        say!("Ghi \"{says}\", kỳ trước là {said}", "Says \"{says}\", in the period before it was {said}", says, said)
    };
    let finding = Finding::new(&codes::FAR_FROM_PREVIOUS, Place::Cell(fact.place(cell)), message);
    finding.of_unit(fact.unit).of_criterion(fact.criterion).quoting(says.vi)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::fixture::{self, criterion, evidence, key_of, rulebook, set_of};

    /// Returns which cell is told of the first group, whose lines of this and of the period before are `now` and `then`.
    fn told(keys: &str, now: &str, then: &str) -> Option<Role> {
        let rulebook = rulebook(set_of("", "\"all\"", &criterion("1.1", keys)));
        let before = evidence(&rulebook, &[&format!("A.1 1.1 self {then}")]);
        let mut fact = evidence(&rulebook, &[&format!("A.1 1.1 self {now}")]).facts().next().unwrap().clone();
        fixture::stand_in_cells(&mut fact);
        let previous = Previous::new(&rulebook, &before);
        let findings = far_from_previous(&rulebook, &Evidence::new(vec![fact.clone()]), &previous);
        assert!(findings.iter().all(|finding| finding.unit == Some(key_of(&rulebook, "A.1"))));
        let cell = findings.first()?.place.cell()?;
        fact.cells.iter().find(|source| source.at == cell).map(|source| source.role)
    }

    #[test]
    fn five_times_as_much_or_as_little_is_far() {
        let count = "kind = \"count\"; achieved = \">= 1\"";
        for (now, then) in [("125", "25"), ("25", "125"), ("1250", "125")] {
            assert_eq!(told(count, now, then), Some(Role::Figure), "{now} {then}");
        }
        for (now, then) in [("124", "25"), ("26", "125"), ("24", "5"), ("0", "125"), ("125", "0"), ("refused", "125")] {
            assert_eq!(told(count, now, then), None, "{now} {then}");
        }
    }

    #[test]
    fn amounts_are_far_however_small() {
        let amount = "kind = \"amount\"; achieved = \">= 1\"";
        assert_eq!(told(amount, "2.5", "0.5"), Some(Role::Figure));
        assert_eq!(told(amount, "2.4", "0.5"), None);
    }

    #[test]
    fn of_a_percentage_the_whole_is_told_before_what_it_makes() {
        let percent = "kind = \"percent\"; achieved = \"<= 3%\"";
        assert_eq!(told(percent, "5/1250", "5/125"), Some(Role::Whole));
        assert_eq!(told(percent, "25/125", "0/125"), None);
        assert_eq!(told(percent, "40/125", "5/125"), Some(Role::Part));
        assert_eq!(told(percent, "96", "12"), Some(Role::Figure));
        assert_eq!(told(percent, "2", "0.2"), None);
    }
}
