//! The plans that come with the program.

use tdp::{
    criteria,
    plan::{self, DefinitionTable, Rulebook, Targets},
};

use super::{Draft, built_in_file, table};
use crate::cli::{
    trouble::{Trouble, WrongDefinitions},
    workspace::PLAN_FILE,
};

/// The plan that is taken unless one is named.
pub(super) const USUAL: &str = "lai-chau-604";

/// A plan that comes with the program: the files of its workspace.
struct Shipped {
    name: &'static str,
    plan: &'static str,
    units: &'static str,
    targets: &'static str,
}

static SHIPPED: &[Shipped] = &[
    Shipped {
        name: "lai-chau-604",
        plan: include_str!("lai-chau-604/tdp.toml"),
        units: include_str!("lai-chau-604/units.csv"),
        targets: include_str!("lai-chau-604/targets.csv"),
    },
    Shipped {
        name: "da-nang-71",
        plan: include_str!("da-nang-71/tdp.toml"),
        units: include_str!("da-nang-71/units.csv"),
        targets: include_str!("da-nang-71/targets.csv"),
    },
];

/// Returns the names of the shipped plans.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|plan| plan.name)
}

/// Returns the rules of every shipped plan.
pub(crate) fn rulebooks() -> Vec<Rulebook> {
    SHIPPED.iter().filter_map(rulebook).collect()
}

fn rulebook(shipped: &Shipped) -> Option<Rulebook> {
    let plan = plan::parse_plan(PLAN_FILE, shipped.plan.as_bytes()).ok()?;
    let (name, criteria) = criteria::find_built_in(&format!("{}@{}", plan.criteria.id, plan.criteria.version))?;
    let criteria = criteria::parse(name, criteria).ok()?;
    let units = DefinitionTable::from_csv(&plan.units, shipped.units.as_bytes()).ok()?;
    let (register, _) = plan::parse_register(&units, plan.units_on).ok()?;
    Some(Rulebook { plan, criteria, register, targets: Targets::default() })
}

/// Drafts a workspace from the shipped plan with `name`.
pub(super) fn draft(name: &str) -> anyhow::Result<Draft> {
    let shipped = SHIPPED
        .iter()
        .find(|plan| plan.name == name)
        .ok_or_else(|| Trouble::new(say!("Không có kế hoạch mẫu \"{name}\"", "There is no shipped plan \"{name}\"")))?;
    let plan = plan::parse_plan(PLAN_FILE, shipped.plan.as_bytes()).map_err(|findings| WrongDefinitions {
        findings,
        texts: vec![(PLAN_FILE.to_owned(), shipped.plan.to_owned())],
    })?;
    let files = vec![
        (PLAN_FILE.to_owned(), shipped.plan.into()),
        ("units.csv".to_owned(), table(shipped.units)),
        ("targets.csv".to_owned(), table(shipped.targets)),
        built_in_file(&plan.criteria)?,
    ];
    let note = say!(
        "Theo kế hoạch mẫu {name}: thêm tổ dân phố, bản vào units.csv và chỉ tiêu vào targets.csv",
        "From the shipped plan {name}: add the groups to units.csv and the targets to targets.csv"
    );
    Ok(Draft { files, notes: vec![note] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_plan_is_right() {
        assert_eq!(rulebooks().len(), SHIPPED.len());
        assert!(names().any(|name| name == USUAL));
    }
}
