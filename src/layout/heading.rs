//! What a heading says: what the column under it holds and whose voice it is.

mod dates;
mod names;
mod scores;
mod speakers;
mod words;

use std::ops::RangeInclusive;

use chrono::Datelike as _;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    layout::memo::Memo,
    model::{Appraiser, Speaking, Voice},
    plan::{HeadingRole, Plan},
    text::canonical,
};

use self::{
    dates::When,
    words::{COMPARED, WORDS},
};

pub(super) use self::{
    scores::{announces_score, is_over_scores, is_scored, measures_in_points},
    words::GROUPS,
};

/// What a column holds, as its heading says it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Holds {
    /// Số thứ tự.
    Order,
    /// The id of the criterion, in cards and lists.
    Number,
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
    /// "Mức đạt": the figure, or what is asked for, as the columns beside it tell.
    Level,
    /// "Số lượng": the part of a percentage, the figure of all else.
    Quantity,
    /// A score, which is the figure of nothing but points.
    Points,
    /// The part of a percentage.
    Part,
    /// The whole of a percentage.
    Whole,
    /// The verdict of whoever speaks.
    Claim,
    /// The verdict of whoever speaks, where no other column holds it; else free text.
    Opinion,
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
    /// An answer of another year than the plan's.
    OtherYear,
}

impl Holds {
    /// Returns whether the column stands at the left of a table and tells what its rows are about.
    pub(super) fn opens_table(self) -> bool {
        matches!(self, Self::Unit | Self::Ward | Self::Code | Self::Criterion | Self::Order)
    }

    /// Returns whether the column holds a piece of an answer, be it one of another year.
    pub(super) fn is_answer(self) -> bool {
        match self {
            Self::Figure
            | Self::Level
            | Self::Quantity
            | Self::Points
            | Self::Part
            | Self::Whole
            | Self::Claim
            | Self::Opinion
            | Self::Achieved
            | Self::NotAchieved
            | Self::Evidence
            | Self::Note
            | Self::OtherYear => true,
            Self::Order
            | Self::Number
            | Self::Unit
            | Self::Ward
            | Self::Code
            | Self::Criterion
            | Self::Requirement
            | Self::Ignored => false,
        }
    }

    /// Returns whether the words of the heading also stand before the names and numbers of what it is over.
    fn names_things(self) -> bool {
        matches!(self, Self::Order | Self::Number | Self::Unit | Self::Ward | Self::Code | Self::Criterion)
    }

    /// Returns whether what the column holds depends on the year: free text and evidence are kept whatever it is.
    fn is_of_a_year(self) -> bool {
        self.is_answer() && !matches!(self, Self::Evidence | Self::Note)
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
    Agency(Appraiser),
    /// Thẩm định của đoàn.
    Panel,
}

impl Speaker {
    /// Returns who speaks, in a file whose own voice is `file`.
    pub(super) fn speaking(self, file: Voice) -> Speaking {
        let (voice, agency) = match self {
            Self::Own => (Voice::Own, Appraiser::Unnamed),
            Self::Ward => (Voice::Ward, Appraiser::Unnamed),
            Self::Agency(agency) => (Voice::Agency, agency),
            Self::Panel => (Voice::Panel, Appraiser::Unnamed),
            Self::Appraisal => (file.max(Voice::Ward), Appraiser::Unnamed),
        };
        Speaking { voice, agency }
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
    /// The names of the agencies that appraise, canonical.
    agencies: Vec<String>,
    /// The years of the plan.
    years: RangeInclusive<i32>,
    memo: Memo<Heading>,
}

/// What a remark may say before a word for answers.
const BEFORE_ANSWERS: [&str; 3] = ["theo ", "lấy ", "dùng "];

/// Nothing longer is taken apart as a heading.
const LONGEST_HEADING: usize = 160;

impl Headings {
    /// Takes the known words and those that a plan adds, the agencies that it names and its years.
    pub(super) fn new(plan: &Plan) -> Self {
        let known = WORDS.iter().flat_map(|(holds, speaker, words)| {
            words.iter().map(|word| ((*word).to_owned(), Heading { holds: *holds, speaker: *speaker }))
        });
        let compared =
            COMPARED.map(|(holds, text)| (canonical(text).into_owned(), Heading { holds: Some(holds), speaker: None }));
        let added = plan
            .headings
            .iter()
            .filter_map(|(role, words)| Some((heading_of(HeadingRole::named(role)?), words)))
            .flat_map(|(heading, words)| words.iter().map(move |word| (canonical(word).into_owned(), heading)));
        let words: FxHashMap<String, Heading> = known.chain(compared).chain(added).collect();
        let opening = words.iter().filter(|(_, heading)| heading.holds.is_some_and(Holds::opens_table));
        let opening = opening.map(|(word, _)| word.clone()).chain(names::all());
        Self {
            beginnings: opening.flat_map(|label| beginnings_of(&label)).collect(),
            words,
            agencies: plan.agencies.iter().map(|agency| canonical(&agency.name).into_owned()).collect(),
            years: plan.period.0.year()..=plan.period.1.year(),
            memo: Memo::default(),
        }
    }

    /// Returns whether a canonical text is the beginning of a heading of names or ordinals.
    pub(super) fn begins(&self, text: &str) -> bool {
        self.beginnings.contains(text)
    }

    /// Returns what a canonical text over a column says; remarks in brackets do not matter, nor does the time at its
    /// end, unless it is of another year than the plan's.
    pub(super) fn read(&self, text: &str) -> Heading {
        if text.is_empty() {
            return Heading::default();
        }
        self.memo.of(text, |text| self.read_anew(text))
    }

    fn read_anew(&self, text: &str) -> Heading {
        if let Some(heading) = self.words.get(text) {
            return *heading;
        }
        if text.len() > LONGEST_HEADING {
            return Heading::default();
        }
        let (bare, remarks) = without_remarks(text);
        let elsewhere = remarks.iter().any(|remark| self.is_elsewhere(remark));
        let heading = self.known(&bare).map_or_else(|| self.dated(&bare), |heading| (heading, When::Within));
        let heading = (scores::with_remarks(heading.0, &bare, &remarks), heading.1);
        match heading {
            (Heading { holds: Some(holds), speaker }, when)
                if holds.is_of_a_year() && (elsewhere || when == When::Elsewhere) =>
            {
                Heading { holds: Some(Holds::OtherYear), speaker }
            }
            (heading, _) => heading,
        }
    }

    /// Reads a heading without remarks and time.
    fn known(&self, text: &str) -> Option<Heading> {
        let named = || names::read(text).map(|holds| Heading { holds: Some(holds), speaker: None });
        let scored = || scores::read(text).map(|holds| Heading { holds: Some(holds), speaker: None });
        self.words.get(text).copied().or_else(named).or_else(|| speakers::read(text, &self.agencies)).or_else(scored)
    }

    /// Reads a heading with a time at its end; nothing but a year, or a time of another year, stands over figures, and
    /// groups may bear the name of a day, and criteria numbers like one.
    fn dated(&self, text: &str) -> (Heading, When) {
        match dates::split(text, &self.years) {
            Some(("", when)) if when == When::Elsewhere || text.starts_with("năm ") => {
                (Heading { holds: Some(Holds::Figure), speaker: None }, when)
            }
            Some((rest, when)) => {
                let heading = self.known(rest).filter(|heading| !heading.holds.is_some_and(Holds::names_things));
                (heading.unwrap_or_default(), when)
            }
            None => (Heading::default(), When::Within),
        }
    }

    /// Returns whether a canonical label without its number begins or ends with the time of another year: "tỷ lệ hộ nghèo
    /// năm 2024".
    pub(super) fn is_of_another_year(&self, label: &str) -> bool {
        if !dates::may_name_another_year(label) {
            return false;
        }
        let (bare, remarks) = without_remarks(label);
        let ends = dates::split(&bare, &self.years).is_some_and(|(_, when)| when == When::Elsewhere);
        ends || dates::begins_elsewhere(&bare, &self.years) || remarks.iter().any(|remark| self.is_elsewhere(remark))
    }

    /// Returns whether a remark is a time of another year, perhaps with a word for answers before it: "số liệu năm 2024".
    fn is_elsewhere(&self, remark: &str) -> bool {
        let Some((rest, When::Elsewhere)) = dates::split(remark, &self.years) else { return false };
        let rest = BEFORE_ANSWERS.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        let is_answer = || self.known(rest).and_then(|heading| heading.holds).is_some_and(Holds::is_of_a_year);
        rest.is_empty() || is_answer()
    }
}

/// Returns what may stand in a row of headings while the rest of the label stands below it.
fn beginnings_of(label: &str) -> Vec<String> {
    label.match_indices(' ').map(|(end, _)| label.split_at(end).0.to_owned()).collect()
}

/// Returns whether a canonical heading is over rates: "tỷ lệ (%)", "%".
pub(super) fn is_rate(heading: &str) -> bool {
    heading.starts_with("tỷ lệ") || heading.contains('%')
}

/// Splits a text into what stands outside brackets and what stands in them.
pub(super) fn without_remarks(text: &str) -> (String, Vec<&str>) {
    let (mut bare, mut remarks) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        bare.push_str(before.trim_end());
        let (remark, after) = after.split_once(')').unwrap_or((after, ""));
        remarks.push(remark.trim());
        rest = after;
    }
    bare.push_str(rest.trim_end());
    (bare.trim_start().to_owned(), remarks)
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
        HeadingRole::Agency => claimed_by(Speaker::Agency(Appraiser::Unnamed)),
        HeadingRole::Panel => claimed_by(Speaker::Panel),
        HeadingRole::Evidence => holding(Holds::Evidence),
        HeadingRole::Note => holding(Holds::Note),
        HeadingRole::Ignored => holding(Holds::Ignored),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::parse_plan;

    fn headings(more: &str) -> Headings {
        let plan = format!(
            "schema = 1\n[plan]\nnumber = \"1\"\ntitle = \"T\"\nissuer = \"U\"\ndate = 2025-02-28\n\
             period = {{ from = 2025-01-01, to = 2025-12-31 }}\ndeadline = 2025-10-15\n\
             criteria = \"thu@2025-01-01\"\nunits = \"units.csv\"\n{more}"
        );
        Headings::new(&parse_plan("tdp.toml", plan.as_bytes()).unwrap())
    }

    #[test]
    fn a_plan_adds_its_own_words() {
        let headings = headings("[headings]\nfigure = [\"Đã làm được\"]\n");
        assert_eq!(headings.read("đã làm được").holds, Some(Holds::Figure));
        assert_eq!(headings.read("tự đánh giá").speaker, Some(Speaker::Own));
        assert_eq!(headings.read("tỷ lệ (tính đến 30/9)").holds, Some(Holds::Figure));
        assert_eq!(headings.read("màu sắc"), Heading::default());
    }

    #[test]
    fn every_role_of_a_plan_says_what_its_columns_hold() {
        for (name, role) in HeadingRole::NAMES {
            let read = headings(&format!("[headings]\n{name} = [\"Màu sắc\"]\n")).read("màu sắc");
            assert_eq!(read, heading_of(*role), "{name}");
            assert_ne!(read, Heading::default(), "{name}");
        }
    }

    #[test]
    fn a_time_at_the_end_matters_only_where_it_is_of_another_year() {
        let headings = headings("");
        let check = |text, holds| assert_eq!(headings.read(text).holds, Some(holds), "{text}");
        for text in ["kết quả năm 2025", "số liệu năm 2025", "kết quả thực hiện đến 30/9/2025", "năm 2025", "kq 2025"]
        {
            check(text, Holds::Figure);
        }
        for text in ["kết quả năm 2024", "kết quả (năm 2024)", "tự đánh giá năm 2024", "năm 2024", "kết quả năm trước"]
        {
            check(text, Holds::OtherYear);
        }
        for text in ["quý iii/2024", "tháng 9/2024", "6 tháng cuối năm 2024", "2024", "kết quả (theo số liệu năm 2024)"]
        {
            check(text, Holds::OtherYear);
        }
        check("ghi chú năm 2024", Holds::Note);
        check("kết quả (theo quyết định 12 năm 2022)", Holds::Figure);
        assert_eq!(headings.read("số hộ nghèo năm 2024").holds, None);
        assert_eq!(headings.read("2025").holds, None);
        for name in ["khu phố 30/4", "tiêu chí 5.4", "tiêu chí 1/2", "tổ 2"] {
            assert_eq!(headings.read(name), Heading::default(), "{name}");
        }
    }

    #[test]
    fn remarks_do_not_matter_wherever_they_stand() {
        let headings = headings("[[agency]]\nid = \"ca\"\nname = \"Công an thành phố\"\nappraises = [\"1\"]\n");
        let check = |text, speaker| assert_eq!(headings.read(text).speaker, Some(speaker), "{text}");
        check("phường (xã) chấm", Speaker::Ward);
        check("kết quả thẩm định của phường (xã)", Speaker::Ward);
        check("công an thành phố thẩm định", Speaker::Agency(Appraiser::Agency(0)));
        check("tự đánh giá (đạt/không đạt", Speaker::Own);
    }
}
