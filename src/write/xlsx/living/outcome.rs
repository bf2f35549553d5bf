//! The outcome of a unit as a formula over the signs of its verdicts.

use crate::{
    appendix::words::{self, sign},
    criteria::{CriteriaSet, Criterion, OutcomeRule},
    model::{CellRef, Decimal, Outcome, Ratio, Verdict},
};

const VERDICTS: [Verdict; 5] =
    [Verdict::Achieved, Verdict::NotAchieved, Verdict::NotApplicable, Verdict::Missing, Verdict::NotDue];

/// How often each sign stands in a row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    pub(super) achieved: u32,
    pub(super) not_achieved: u32,
    pub(super) not_applicable: u32,
    pub(super) open: u32,
}

impl Signs {
    /// Counts the signs of a row, each with whether not to apply counts as achieved.
    pub(super) fn count<'t>(signs: impl Iterator<Item = (&'t str, bool)>) -> Self {
        signs.fold(Self::default(), |mut counted, (shown, may_count)| {
            match VERDICTS.into_iter().find(|verdict| sign(*verdict) == shown) {
                Some(Verdict::NotApplicable) if may_count => counted.achieved += 1,
                Some(Verdict::Achieved) => counted.achieved += 1,
                Some(Verdict::NotAchieved) => counted.not_achieved += 1,
                Some(Verdict::NotApplicable) => counted.not_applicable += 1,
                Some(Verdict::Missing | Verdict::NotDue) => counted.open += 1,
                None => {}
            }
            counted
        })
    }

    pub(super) fn applicable(self) -> u32 {
        self.achieved + self.not_achieved + self.open
    }
}

/// The cells of a row: from the first criterion to the last, and those in which not to apply counts as achieved.
#[derive(Debug)]
pub(super) struct Cells {
    pub(super) range: String,
    pub(super) counting: Vec<CellRef>,
}

impl Cells {
    /// Returns the formula that counts the criteria achieved.
    pub(super) fn achieved(&self) -> String {
        format!("{}{}", self.count(Verdict::Achieved), self.counted())
    }

    /// Returns the formula that counts the criteria that apply.
    pub(super) fn applicable(&self) -> String {
        format!("COUNTA({})-{}{}", self.range, self.count(Verdict::NotApplicable), self.counted())
    }

    fn count(&self, verdict: Verdict) -> String {
        format!("COUNTIF({},\"{}\")", self.range, sign(verdict))
    }

    /// Returns what adds the criteria that do not apply and count as achieved all the same.
    fn counted(&self) -> String {
        let not_applicable = sign(Verdict::NotApplicable);
        let added: Vec<String> =
            self.counting.iter().map(|cell| format!("+COUNTIF({cell},\"{not_applicable}\")")).collect();
        added.concat()
    }
}

/// Returns the formula that gives the outcome printed, by the rule of the set, over the signs in `cells`; nothing where
/// the signs alone do not decide: points, and knockouts that may fail a unit although the rule would let it pass.
pub(super) fn formula(set: &CriteriaSet, signs: Signs, cells: &Cells, outcome: Outcome) -> Option<String> {
    // Where every criterion is needed a knockout adds nothing, unless it is one of several indicators.
    let all_needed = matches!(set.outcome, OutcomeRule::All);
    let beyond_signs = |criterion: &Criterion| criterion.knockout && !(all_needed && criterion.parent.is_none());
    if signs.applicable() == 0 || set.criteria.iter().any(beyond_signs) {
        return None;
    }
    let (achieved, failed) = (cells.achieved(), cells.count(Verdict::NotAchieved));
    let open = format!("{}+{}", cells.count(Verdict::Missing), cells.count(Verdict::NotDue));
    let (decided, fails, holds) = match &set.outcome {
        OutcomeRule::All => {
            (signs.share(Decimal::HUNDRED), format!("{failed}>0"), format!("AND({open}=0,{achieved}>0)"))
        }
        OutcomeRule::AtLeast(least) => {
            let decided = Signs::decided(*least <= signs.achieved, *least <= signs.achieved + signs.open);
            (decided, format!("{achieved}+{open}<{least}"), format!("{achieved}>={least}"))
        }
        OutcomeRule::Percent(percent) => {
            let needed = format!("{percent}*({achieved}+{failed}+{open})");
            (signs.share(*percent), format!("100*({achieved}+{open})<{needed}"), format!("100*({achieved})>={needed}"))
        }
        OutcomeRule::Points { .. } => return None,
    };
    let [yes, no, unknown] = [Outcome::Achieved, Outcome::NotAchieved, Outcome::Incomplete].map(words::outcome);
    (decided == outcome).then(|| format!("IF({fails},\"{no}\",IF({holds},\"{yes}\",\"{unknown}\"))"))
}

impl Signs {
    fn share(self, percent: Decimal) -> Outcome {
        let reaches = |achieved: u32| {
            Ratio::new(achieved, self.applicable()).is_some_and(|share| share.cmp_percent(percent).is_ge())
        };
        Self::decided(reaches(self.achieved), reaches(self.achieved + self.open))
    }

    fn decided(reached: bool, reachable: bool) -> Outcome {
        match (reached, reachable) {
            (true, _) => Outcome::Achieved,
            (false, true) => Outcome::Incomplete,
            (false, false) => Outcome::NotAchieved,
        }
    }
}
