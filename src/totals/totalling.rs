//! From scorecards to totals, whatever their order.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    criteria::Subject,
    model::{CriterionKey, Target, UnitKey, Voice},
    plan::{Level, Register, Rulebook},
    score::Scorecard,
};

use super::{
    CriterionTally, CriterionTotals, LevelTotals, Reported, TargetTotal, TargetTotals, Totals, UnitTally,
    rollups::rollups,
};

/// Adds scorecards up: every judged unit, every unit above, every criterion, and who reported.
///
/// Units are counted on the level of the set's own subject; a criterion of another level over the units of that one.
pub fn total(rulebook: &Rulebook, scorecards: &[Scorecard]) -> Totals {
    let judged = || scorecards.iter().filter(|scorecard| scorecard.subject == rulebook.criteria.subject);
    let summary = judged().map(UnitTally::of).sum();
    Totals {
        reported: reported(rulebook, scorecards),
        targets: targets(rulebook, &summary),
        summary,
        levels: levels(&rulebook.register, judged()),
        criteria: criteria(rulebook, scorecards),
        rollups: rollups(rulebook, scorecards),
    }
}

/// Returns the units above `unit`, nearest first.
pub(super) fn above(register: &Register, unit: UnitKey) -> impl Iterator<Item = UnitKey> {
    register.chain(unit).skip(1)
}

fn reported(rulebook: &Rulebook, scorecards: &[Scorecard]) -> Reported {
    let register = &rulebook.register;
    let ward_of = |scorecard: &Scorecard| register.ward_of(scorecard.unit);
    let expected: BTreeSet<UnitKey> = scorecards.iter().filter_map(ward_of).collect();
    let spoke = |scorecard: &&Scorecard| scorecard.first_voice.is_some_and(|voice| voice <= Voice::Ward);
    let heard_of: BTreeSet<UnitKey> = scorecards.iter().filter(spoke).filter_map(ward_of).collect();
    let judged = || scorecards.iter().filter(|scorecard| scorecard.subject == rulebook.criteria.subject);
    Reported {
        wards: count(&heard_of),
        wards_expected: count(&expected),
        units: count(judged().filter(|scorecard| scorecard.reported)),
        units_expected: count(judged()),
    }
}

fn count(things: impl IntoIterator) -> u32 {
    u32::try_from(things.into_iter().count()).unwrap_or(u32::MAX)
}

fn targets(rulebook: &Rulebook, summary: &UnitTally) -> TargetTotals {
    let goals = rulebook.plan.targets;
    TargetTotals {
        maintain: TargetTotal { goal: goals.maintain, reached: summary.maintained },
        new: TargetTotal { goal: goals.new, reached: summary.newly_achieved },
    }
}

fn levels<'a>(register: &Register, judged: impl Iterator<Item = &'a Scorecard>) -> Vec<LevelTotals> {
    let mut levels = BTreeMap::new();
    for scorecard in judged {
        let itself = Some(scorecard.unit).filter(|unit| register.unit(*unit).level == Level::Ward);
        for unit in above(register, scorecard.unit).chain(itself) {
            add(levels.entry(unit).or_insert_with(|| nothing_below(unit)), scorecard);
        }
    }
    levels.into_values().collect()
}

fn nothing_below(unit: UnitKey) -> LevelTotals {
    LevelTotals { unit, tally: UnitTally::default(), reported: 0, to_maintain: 0, to_recognise: 0 }
}

fn add(level: &mut LevelTotals, scorecard: &Scorecard) {
    level.tally += UnitTally::of(scorecard);
    level.reported += u32::from(scorecard.reported);
    level.to_maintain += u32::from(scorecard.target == Some(Target::Maintain));
    level.to_recognise += u32::from(scorecard.target == Some(Target::New));
}

/// A tally a criterion of the set, by level and ward; units above the wards have none.
type Tallies = BTreeMap<(Subject, Option<UnitKey>), Vec<CriterionTally>>;

fn criteria(rulebook: &Rulebook, scorecards: &[Scorecard]) -> Vec<CriterionTotals> {
    let set = &rulebook.criteria;
    let mut tallies = Tallies::new();
    for scorecard in scorecards {
        let ward = rulebook.register.ward_of(scorecard.unit);
        let row = tallies
            .entry((scorecard.subject, ward))
            .or_insert_with(|| vec![CriterionTally::default(); set.criteria.len()]);
        for judgement in &scorecard.judgements {
            row[judgement.criterion.index()] += CriterionTally::of(judgement, set);
        }
    }
    set.top_level().map(|(key, criterion)| of_criterion(&tallies, key, criterion.subject)).collect()
}

fn of_criterion(tallies: &Tallies, criterion: CriterionKey, subject: Subject) -> CriterionTotals {
    let of_subject = || tallies.iter().filter(|((of, _), _)| *of == subject);
    CriterionTotals {
        criterion,
        tally: of_subject().map(|(_, row)| row[criterion.index()]).sum(),
        wards: of_subject().filter_map(|((_, ward), row)| Some(((*ward)?, row[criterion.index()]))).collect(),
    }
}
