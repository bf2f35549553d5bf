//! Any value in any spelling is read as itself, or refused where it stands; never as another, never dropped.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where it finds anything wrong")]

mod asked;
mod exact;
mod files;
mod form;
mod habit;
mod letters;
mod marks;
mod meant;
mod numerals;
mod spelt;
mod table;

use proptest::prelude::*;

use crate::{files::Paper, table::Table};

proptest! {
    #[test]
    fn a_value_is_read_as_itself_or_refused(table in Table::any(), paper in Paper::any()) {
        let violations = table.violations(paper);
        prop_assert!(violations.is_empty(), "{paper:?}: {violations:#?}");
    }
}
