//! What a heading says: what the column under it holds and whose voice it is.

mod words;

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{model::Voice, plan::HeadingRole, text::canonical};

use self::words::WORDS;

/// What a column holds, as its heading says it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Holds {
    /// Số thứ tự.
    Order,
    /// The name of the unit.
    Unit,
    /// The name of the ward; of the unit itself where no other column names units.
    Ward,
    /// The code of the unit.
    Code,
    /// The criterion, in cards and lists.
    Criterion,
    /// What is asked for; printed, not read.
    Requirement,
    /// The figure.
    Figure,
    /// The part of a percentage.
    Part,
    /// The whole of a percentage.
    Whole,
    /// The verdict of whoever speaks.
    Claim,
    /// A mark here says achieved.
    Achieved,
    /// A mark here says not achieved.
    NotAchieved,
    /// Evidence.
    Evidence,
    /// Free text.
    Note,
    /// What the plan says is not to be read.
    Ignored,
}

impl Holds {
    /// Returns whether the column stands at the left of a table and tells what its rows are about.
    pub(super) fn opens_table(self) -> bool {
        matches!(self, Self::Unit | Self::Ward | Self::Criterion | Self::Order)
    }

    /// Returns whether the column holds a piece of an answer.
    pub(super) fn is_answer(self) -> bool {
        match self {
            Self::Figure
            | Self::Part
            | Self::Whole
            | Self::Claim
            | Self::Achieved
            | Self::NotAchieved
            | Self::Evidence
            | Self::Note => true,
            Self::Order
            | Self::Unit
            | Self::Ward
            | Self::Code
            | Self::Criterion
            | Self::Requirement
            | Self::Ignored => false,
        }
    }
}

/// Whose voice a heading names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Speaker {
    /// Tự chấm, tự đánh giá.
    Own,
    /// An appraisal, without a word on whose.
    Appraisal,
    /// Thẩm định của phường, xã.
    Ward,
    /// Thẩm định của cơ quan chuyên môn.
    Agency,
    /// Thẩm định của đoàn.
    Panel,
}

impl Speaker {
    /// Returns the voice that speaks, in a file whose own voice is `file`.
    pub(super) fn voice(self, file: Voice) -> Voice {
        match self {
            Self::Own => Voice::Own,
            Self::Ward => Voice::Ward,
            Self::Agency => Voice::Agency,
            Self::Panel => Voice::Panel,
            Self::Appraisal => file.max(Voice::Ward),
        }
    }
}

/// What a heading says.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Heading {
    /// What the column holds.
    pub(super) holds: Option<Holds>,
    /// Whose voice it is.
    pub(super) speaker: Option<Speaker>,
}

/// The heading words of a run: those known and those of the plan.
#[derive(Debug)]
pub(super) struct Headings {
    words: FxHashMap<String, Heading>,
    /// What headings of names and ordinals begin with: "tên" of "tên tổ dân phố". A label may be split over rows.
    beginnings: FxHashSet<String>,
}

impl Headings {
    /// Takes the known words and those that a plan adds: role → words.
    pub(super) fn new(of_plan: &BTreeMap<String, Vec<String>>) -> Self {
        let known = WORDS.iter().flat_map(|(holds, speaker, words)| {
            words.iter().map(|word| ((*word).to_owned(), Heading { holds: *holds, speaker: *speaker }))
        });
        let added = of_plan
            .iter()
            .filter_map(|(role, words)| Some((heading_of(HeadingRole::named(role)?), words)))
            .flat_map(|(heading, words)| words.iter().map(move |word| (canonical(word).into_owned(), heading)));
        let words: FxHashMap<String, Heading> = known.chain(added).collect();
        let opening = words.iter().filter(|(_, heading)| heading.holds.is_some_and(Holds::opens_table));
        let beginnings =
            opening.flat_map(|(word, _)| word.match_indices(' ').map(|(end, _)| word.split_at(end).0.to_owned()));
        Self { beginnings: beginnings.collect(), words }
    }

    /// Returns whether a canonical text is the beginning of a heading of names or ordinals.
    pub(super) fn begins(&self, text: &str) -> bool {
        self.beginnings.contains(text)
    }

    /// Returns what a canonical text over a column says; a remark in brackets at its end does not matter.
    pub(super) fn read(&self, text: &str) -> Heading {
        let bare = || text.split_once('(').map(|(before, _)| before.trim_end());
        self.words.get(text).or_else(|| self.words.get(bare()?)).copied().unwrap_or_default()
    }
}

/// Returns what a column holds whose heading the plan puts under `role`.
fn heading_of(role: HeadingRole) -> Heading {
    let holding = |holds| Heading { holds: Some(holds), speaker: None };
    let claimed_by = |speaker| Heading { holds: Some(Holds::Claim), speaker: Some(speaker) };
    match role {
        HeadingRole::Unit => holding(Holds::Unit),
        HeadingRole::Code => holding(Holds::Code),
        HeadingRole::Criterion => holding(Holds::Criterion),
        HeadingRole::Requirement => holding(Holds::Requirement),
        HeadingRole::Figure => holding(Holds::Figure),
        HeadingRole::Part => holding(Holds::Part),
        HeadingRole::Whole => holding(Holds::Whole),
        HeadingRole::Claim => holding(Holds::Claim),
        HeadingRole::Own => claimed_by(Speaker::Own),
        HeadingRole::Ward => claimed_by(Speaker::Ward),
        HeadingRole::Agency => claimed_by(Speaker::Agency),
        HeadingRole::Panel => claimed_by(Speaker::Panel),
        HeadingRole::Evidence => holding(Holds::Evidence),
        HeadingRole::Note => holding(Holds::Note),
        HeadingRole::Ignored => holding(Holds::Ignored),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_adds_its_own_words() {
        let of_plan = BTreeMap::from([("figure".to_owned(), vec!["Đã làm được".to_owned()])]);
        let headings = Headings::new(&of_plan);
        assert_eq!(headings.read("đã làm được").holds, Some(Holds::Figure));
        assert_eq!(headings.read("tự đánh giá").speaker, Some(Speaker::Own));
        assert_eq!(headings.read("tỷ lệ (tính đến 30/9)").holds, Some(Holds::Figure));
        assert_eq!(headings.read("màu sắc"), Heading::default());
    }

    #[test]
    fn every_role_of_a_plan_says_what_its_columns_hold() {
        for (name, role) in HeadingRole::NAMES {
            let of_plan = BTreeMap::from([((*name).to_owned(), vec!["Màu sắc".to_owned()])]);
            let read = Headings::new(&of_plan).read("màu sắc");
            assert_eq!(read, heading_of(*role), "{name}");
            assert_ne!(read, Heading::default(), "{name}");
        }
    }
}
