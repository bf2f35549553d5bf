//! Typed facts: what one voice of one submission says of one criterion of one unit, with the cells it came from.

mod answer;
mod blank_units;
mod claims;
mod counterparts;
mod duplicates;
mod empty_ward;
mod fact;
mod foreign_sheets;
mod form;
mod fractions;
mod headed;
mod labels;
mod measures;
mod mistyped;
mod name_beside_code;
mod near_names;
mod no_table;
mod other_titles;
mod overwritten;
mod reader;
mod reading;
mod refusals;
mod remedies;
mod repeats;
mod rival_titles;
mod settling;
mod sheet_read;
mod shifted;
mod shown;
mod source;
mod strange_title;
mod submission;
mod telling;
#[cfg(test)]
mod tests;
mod twice;
mod unread_scores;
mod ward;

pub use self::{
    claims::contradiction,
    fact::{Claim, Fact, Raw, Role, SourceCell, TaskState},
    form::{Fit, Form, made_for_other},
    headed::name_headings,
    no_table::why_no_table,
    sheet_read::SheetRead,
    shown::shown_cell,
    source::{Encoding, FileLayout, Source},
    submission::{MOST_FINDINGS, Receiving, Submission, extract},
    ward::titles,
};
