//! `tdp`: from the wards' workbooks to verdicts, totals and appendices.

pub mod campaign;
pub mod criteria;
pub mod facts;
pub mod finding;
pub mod model;
pub mod plan;
pub mod score;
pub mod totals;
pub mod workbook;
