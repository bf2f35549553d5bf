//! Which units a form asks, and for which criteria.

use crate::{
    criteria::{Against, Criterion, Requirement, Subject},
    model::{CriterionKey, UnitKey},
    plan::{Level, Rulebook},
};

/// The units that a form asks and what it asks of them.
#[derive(Debug)]
pub(super) struct Asked {
    /// In register order, the ward itself last.
    pub(super) units: Vec<UnitKey>,
    /// In definition order; where a criterion has indicators, they stand for it.
    pub(super) criteria: Vec<CriterionKey>,
}

impl Asked {
    /// Gathers what is asked of a ward and of the groups in it.
    pub(super) fn of_ward(rulebook: &Rulebook, ward: UnitKey) -> Self {
        let register = &rulebook.register;
        let groups = register.judged(Level::Group).map(|(key, _)| key);
        let groups = groups.filter(|group| register.ward_of(*group) == Some(ward));
        Self::of_those(rulebook, groups.chain([ward]), &leaves(rulebook).collect::<Vec<_>>())
    }

    /// Gathers what the agency at this position among the plan's appraises, in every ward or in one.
    pub(super) fn of_agency(rulebook: &Rulebook, agency: usize, ward: Option<UnitKey>) -> Self {
        let (register, agency) = (&rulebook.register, rulebook.plan.agencies.get(agency));
        let is_appraised = |key: &CriterionKey| {
            let criterion = rulebook.criteria.criterion(*key);
            let parent = criterion.parent.map(|parent| rulebook.criteria.criterion(parent).id.as_str());
            let ids = [Some(criterion.id.as_str()), parent];
            ids.into_iter().flatten().any(|id| agency.is_some_and(|agency| agency.appraises(id)))
        };
        let criteria: Vec<CriterionKey> = leaves(rulebook).filter(is_appraised).collect();
        let units =
            register.valid().map(|(key, _)| key).filter(|unit| ward.is_none() || register.ward_of(*unit) == ward);
        Self::of_those(rulebook, units, &criteria)
    }

    /// Keeps the units that answer any of the criteria, and the criteria that any of them answers.
    fn of_those(rulebook: &Rulebook, units: impl Iterator<Item = UnitKey>, criteria: &[CriterionKey]) -> Self {
        let units: Vec<UnitKey> = units.filter(|unit| criteria.iter().any(|key| asks(rulebook, *unit, *key))).collect();
        let criteria = criteria.iter().copied().filter(|key| units.iter().any(|unit| asks(rulebook, *unit, *key)));
        Self { criteria: criteria.collect(), units }
    }
}

/// Returns every criterion without indicators and every indicator, in definition order.
pub(super) fn leaves(rulebook: &Rulebook) -> impl Iterator<Item = CriterionKey> {
    rulebook.criteria.all().filter(|(_, criterion)| criterion.indicators.is_none()).map(|(key, _)| key)
}

/// Returns whether a unit answers a criterion: it is of the level that the criterion is about, or it is a ward whose
/// figure those of its groups are compared with.
pub(super) fn asks(rulebook: &Rulebook, unit: UnitKey, criterion: CriterionKey) -> bool {
    let (level, criterion) = (rulebook.register.unit(unit).level, rulebook.criteria.criterion(criterion));
    let is_parent = level == Level::Ward && criterion.subject == Subject::Group;
    level.subject() == Some(criterion.subject) || is_parent && is_compared_with_parent(criterion)
}

fn is_compared_with_parent(criterion: &Criterion) -> bool {
    let mut requirements = criterion.cases.iter().map(|case| &case.requirement).chain([&criterion.requirement]);
    requirements.any(|requirement| matches!(requirement, Requirement::Compare(_, Against::Parent)))
}
