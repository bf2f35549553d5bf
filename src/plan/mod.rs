//! A plan, its register of units and its targets, after everything in the files has been found right.

mod register;
mod rulebook;
mod types;

pub use self::{
    register::{Level, Register, Unit, UnitMatch},
    rulebook::Rulebook,
    types::{Accept, Agency, AppendixChoice, Period, Plan, PlanTargets, Report, SetReference, TargetEntry, Targets},
};
