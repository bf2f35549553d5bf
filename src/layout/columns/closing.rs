//! Columns behind the last criterion that are about the unit as a whole: "Xếp loại", "Kết luận".

use std::collections::BTreeSet;

use crate::{
    layout::{
        band::Segment,
        heading::{Heading, Holds},
    },
    model::CriterionKey,
};

use super::naming::Named;

/// A column that goes on with the criterion to its left, and stands beside it in the rows in which criteria are named.
#[derive(Clone, Copy)]
struct Beside {
    column: u16,
    /// The position of the criterion's name among those of the table.
    name: usize,
    /// It is so many columns behind the name.
    distance: usize,
    heading: Heading,
}

/// The columns that go on with criteria, in the order of the table.
#[derive(Default)]
pub(super) struct Closing {
    criteria: BTreeSet<CriterionKey>,
    names: usize,
    besides: Vec<Beside>,
}

impl Closing {
    /// Notes a column in which a criterion is named.
    pub(super) fn name(&mut self, key: CriterionKey) {
        self.criteria.insert(key);
        self.names += 1;
    }

    /// Notes a column that goes on with the criterion named `left` of it.
    pub(super) fn go_on(&mut self, column: u16, segments: &[Segment<'_>], left: Named) {
        let own = || segments.iter().filter(|segment| segment.at.column == column);
        let Some(lowest) = own().next_back() else { return };
        let is_beside = own().next().is_some_and(|first| first.at.row <= left.bottom);
        let judges = !matches!(lowest.heading.holds, Some(Holds::Note | Holds::Evidence));
        if is_beside && judges {
            let distance = self.besides.iter().filter(|beside| beside.name == self.names).count();
            self.besides.push(Beside { column, name: self.names, distance, heading: lowest.heading });
        }
    }

    /// Returns the columns behind the last of several criteria such as no other has: they are about the whole unit.
    pub(super) fn columns(&self) -> BTreeSet<u16> {
        let is_of_other = |last: &Beside| {
            let alike = |other: &Beside| (other.distance, other.heading) == (last.distance, last.heading);
            self.besides.iter().any(|other| other.name != last.name && alike(other))
        };
        let last = self.besides.iter().filter(|beside| beside.name == self.names && self.criteria.len() > 1);
        last.filter(|beside| !is_of_other(beside)).map(|beside| beside.column).collect()
    }
}
