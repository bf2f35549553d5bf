//! A plan, its register of units and its targets, after everything in the files has been found right.

mod appendix_name;
mod definition;
#[cfg(test)]
mod fixture;
mod heading_role;
mod level;
mod lookup;
mod register;
mod rulebook;
mod table;
mod targets;
mod types;

pub(crate) use self::register::{restored, tell_once};
pub use self::{
    appendix_name::AppendixName,
    definition::{check_plan, check_unit_kinds, parse_plan},
    heading_role::HeadingRole,
    lookup::is_called_ward,
    register::{Level, Register, Unit, UnitMatch, parse_register},
    rulebook::Rulebook,
    table::DefinitionTable,
    targets::{check_targets, parse_targets},
    types::{
        Accept, Agency, AppendixChoice, Period, Plan, PlanPlaces, PlanTargets, Report, SetReference, TargetEntry,
        Targets,
    },
};
