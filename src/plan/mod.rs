//! A plan, its register of units and its targets, after everything in the files has been found right.

mod definition;
mod register;
mod rulebook;
mod types;

pub use self::{
    definition::{check_plan, parse_plan},
    register::{Level, Register, Unit, UnitMatch},
    rulebook::Rulebook,
    types::{
        Accept, Agency, AppendixChoice, Period, Plan, PlanPlaces, PlanTargets, Report, SetReference, TargetEntry,
        Targets,
    },
};
