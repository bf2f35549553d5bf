//! Ids from the numbers of rows: as printed where that is possible, and what is missing, repeated or skipped is told.

use std::collections::BTreeMap;

use crate::model::{Message, phrase};

use super::number::Number;

/// The most letters that an id has.
const LONGEST: usize = 24;
/// How many of them tell repeated numbers apart.
const ROOM: usize = 6;

/// The ids given so far, of standards or of criteria, and how often each was wanted.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: BTreeMap<String, u32>,
}

/// An id, and what is not certain about it.
pub(super) struct Given {
    pub id: String,
    pub doubts: Vec<Message>,
}

impl Ids {
    /// Gives the id `wanted`, or a free one like it.
    pub(super) fn give(&mut self, wanted: &str) -> Given {
        let wanted: String = wanted.chars().take(LONGEST - ROOM).collect();
        let mut id = wanted.clone();
        let mut times = self.given.get(&wanted).copied().unwrap_or_default();
        while self.given.contains_key(&id) {
            times += 1;
            id = format!("{wanted}-{}", times + 1);
        }
        self.given.insert(wanted.clone(), times);
        self.given.entry(id.clone()).or_default();
        let is_other = id != wanted;
        let doubt = is_other.then(|| {
            phrase!(
                "số \"{wanted}\" đã có ở trên, tạm ghi \"{id}\"",
                "the number \"{wanted}\" stands above already, assumed: \"{id}\""
            )
        });
        Given { doubts: doubt.into_iter().collect(), id }
    }
}

/// Gives ids to the rows below one row, in their order.
#[derive(Debug)]
pub(super) struct Below<'a> {
    /// The id of the row above, which those of the rows begin with unless they are numbered throughout.
    pub above: &'a str,
    /// Whether numbers run on from standard to standard, so that they are ids as they stand.
    pub throughout: bool,
    /// How many rows had an id so far.
    pub count: u32,
    /// The last number.
    pub last: Option<u32>,
}

impl<'a> Below<'a> {
    pub(super) fn new(above: &'a str, throughout: bool) -> Self {
        Self { above, throughout, count: 0, last: None }
    }

    /// Gives the next row its id.
    pub(super) fn next(&mut self, number: Option<&Number>, ids: &mut Ids) -> Given {
        self.count += 1;
        let (above, count) = (self.above, self.count);
        let Some((number, shown)) = number.and_then(|number| Some((number, number.shown()?))) else {
            let mut given = ids.give(&format!("{above}.{count}"));
            let id = &given.id;
            given
                .doubts
                .push(phrase!("dòng không có số, tạm ghi \"{id}\"", "the row has no number, assumed: \"{id}\""));
            return given;
        };
        let mut doubts = Vec::new();
        let tenth = matches!(number, Number::Dotted(parts) if parts.len() > 1 && parts.last() == Some(&1))
            && self.last == Some(9);
        let wanted = if tenth {
            let id = format!("{shown}0");
            doubts.push(phrase!(
                "\"{shown}\" đứng sau số 9, tạm ghi \"{id}\"",
                "\"{shown}\" follows number 9, assumed: \"{id}\""
            ));
            id
        } else {
            match number {
                Number::Dotted(parts) if parts.len() > 1 || self.throughout => shown.clone(),
                _ => format!("{above}.{shown}"),
            }
        };
        let ordinal = if tenth { Some(10) } else { number.ordinal() };
        doubts.extend(skipped(self.last, ordinal, self.throughout && self.count == 1));
        self.last = ordinal.or(self.last);
        let mut given = ids.give(&wanted);
        given.doubts.splice(0..0, doubts);
        given
    }
}

/// Tells a number that does not follow the one before it, or does not begin with one.
pub(super) fn skipped(last: Option<u32>, ordinal: Option<u32>, goes_on: bool) -> Option<Message> {
    let ordinal = ordinal?;
    let expected = last.map_or(1, |last| last.saturating_add(1));
    (ordinal != expected && !goes_on).then(|| {
        phrase!(
            "số thứ tự là {ordinal} chứ không phải {expected}: có thể thiếu hoặc lặp dòng",
            "it is number {ordinal}, not {expected}: a row may be missing or repeated"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(above: &str, throughout: bool, numbers: &[&str]) -> Vec<(String, usize)> {
        let (mut ids, mut below) = (Ids::default(), Below::new(above, throughout));
        let given = numbers.iter().map(|number| {
            let Given { id, doubts } = below.next(Number::read(number).as_ref(), &mut ids);
            (id, doubts.len())
        });
        given.collect()
    }

    fn check(above: &str, throughout: bool, numbers: &[&str], expected: &[(&str, usize)]) {
        let expected: Vec<_> = expected.iter().map(|(id, doubts)| ((*id).to_owned(), *doubts)).collect();
        assert_eq!(ids(above, throughout, numbers), expected, "{numbers:?}");
    }

    #[test]
    fn numbers_are_ids_as_printed_or_below_their_standard() {
        check("1", false, &["1.1", "1.2"], &[("1.1", 0), ("1.2", 0)]);
        check("I", false, &["1", "2"], &[("I.1", 0), ("I.2", 0)]);
        check("II", true, &["4", "5"], &[("4", 0), ("5", 0)]);
        check("1", false, &["a)", "b)"], &[("1.a", 0), ("1.b", 0)]);
    }

    #[test]
    fn missing_repeated_and_skipped_numbers_are_told() {
        check("1", false, &["1.1", "", "1.3"], &[("1.1", 0), ("1.2", 1), ("1.3", 1)]);
        check("1", false, &["1.1", "1.1"], &[("1.1", 0), ("1.1-2", 2)]);
        check("1", false, &["-", "-"], &[("1.1", 1), ("1.2", 1)]);
    }

    #[test]
    fn a_spreadsheet_that_took_the_nought_off_one_point_ten_is_understood() {
        let numbers = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1,1", "1.11"];
        let given = ids("1", false, &numbers);
        assert_eq!(given[9], ("1.10".to_owned(), 1));
        assert_eq!(given[10], ("1.11".to_owned(), 0));
    }
}
