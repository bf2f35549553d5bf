//! The kinds of criterion, one a file: their own keys, and which requirements fit them.

mod amount;
mod count;
mod percent;
mod points;
mod task;
mod yes_no;

use crate::criteria::{Kind, Requirement, Rollup};

/// What a kind of criterion may say.
#[derive(Debug)]
pub(super) struct KindRules {
    /// The kind.
    pub kind: Kind,
    /// Its word in the definitions.
    pub word: &'static str,
    /// Keys that only this kind has.
    pub own_keys: &'static [&'static str],
    /// Whether a requirement can be judged for this kind.
    pub fits: fn(&Requirement) -> bool,
    /// The requirements that fit, for people.
    pub allowed: &'static str,
    /// How a level above may compute its figure.
    pub rollups: &'static [Rollup],
}

/// Every kind.
pub(super) static ALL: &[&KindRules] =
    &[&yes_no::RULES, &percent::RULES, &count::RULES, &amount::RULES, &points::RULES, &task::RULES];

/// Returns the rules of `kind`.
pub(super) fn rules(kind: Kind) -> &'static KindRules {
    match kind {
        Kind::YesNo => &yes_no::RULES,
        Kind::Percent => &percent::RULES,
        Kind::Count => &count::RULES,
        Kind::Amount => &amount::RULES,
        Kind::Points => &points::RULES,
        Kind::Task => &task::RULES,
    }
}

/// Returns the kind whose word is `word`.
pub(super) fn named(word: &str) -> Option<Kind> {
    ALL.iter().find(|rules| rules.word == word).map(|rules| rules.kind)
}

impl Kind {
    /// Returns the word by which criteria sets name it: `yes-no`.
    pub fn word(self) -> &'static str {
        rules(self).word
    }

    /// Returns whether a criterion of this kind can be judged by the requirement.
    pub fn takes(self, requirement: &Requirement) -> bool {
        (rules(self).fits)(requirement)
    }
}

/// Returns whether the requirement compares a figure with something.
fn is_comparison(requirement: &Requirement) -> bool {
    matches!(requirement, Requirement::Compare(..) | Requirement::Between(..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_knows_its_rules() {
        for rules_listed in ALL {
            assert_eq!(rules(rules_listed.kind).word, rules_listed.word);
            assert_eq!(named(rules_listed.word), Some(rules_listed.kind));
        }
    }
}
