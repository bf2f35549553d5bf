//! A plan, its register of units and its targets, after everything in the files has been found right.

mod register;
mod types;

pub use self::{
    register::{Level, Register, Unit, UnitMatch},
    types::{Accept, Agency, AppendixChoice, Period, Plan, PlanTargets, Report, SetReference, TargetEntry, Targets},
};
