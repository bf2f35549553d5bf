//! What every appendix is built from: the assessment, its units ward by ward, and the words for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    criteria::{CriteriaSet, Criterion, Requirement},
    facts::Source,
    finding::refused_values,
    model::{CriterionKey, Target, UnitKey, Voice},
    plan::{Level, Plan, Register, Unit},
    score::Scorecard,
    totals::LevelTotals,
};

use super::{Parts, numbers::number, words};

/// An assessment, seen ward by ward.
#[derive(Debug)]
pub(crate) struct Report<'a, 's> {
    pub(crate) parts: Parts<'a, 's>,
    /// The judged units of each ward, in register order; those without a ward come first.
    pub(crate) sections: Vec<Section<'s>>,
    /// The wards that said something about themselves or their units.
    heard_of: BTreeSet<UnitKey>,
    /// What was written that cannot be used.
    refused: BTreeMap<(UnitKey, CriterionKey), &'a str>,
}

/// The judged units of one ward.
#[derive(Debug)]
pub(crate) struct Section<'s> {
    /// The ward; `None` for units that are not below one, such as the wards themselves.
    pub(crate) ward: Option<UnitKey>,
    pub(crate) scorecards: Vec<&'s Scorecard>,
}

impl<'a, 's> Report<'a, 's> {
    pub(crate) fn new(parts: Parts<'a, 's>) -> Self {
        let register = &parts.rulebook.register;
        let mut sections: BTreeMap<Option<UnitKey>, Vec<&'s Scorecard>> = BTreeMap::new();
        for card in judged(parts) {
            let ward = register.ward_of(card.unit).filter(|&ward| ward != card.unit);
            sections.entry(ward).or_default().push(card);
        }
        let sections = sections.into_iter().map(|(ward, scorecards)| Section { ward, scorecards }).collect();
        let spoke = |card: &&Scorecard| card.first_voice.is_some_and(|voice| voice <= Voice::Ward);
        let heard_of = parts.scorecards.iter().filter(spoke).filter_map(|card| register.ward_of(card.unit));
        Self { parts, sections, heard_of: heard_of.collect(), refused: refused_values(parts.findings) }
    }

    /// Returns what was written of a criterion of a unit and cannot be used, where it can be quoted.
    pub(crate) fn refused_value(&self, unit: UnitKey, criterion: CriterionKey) -> Option<&'a str> {
        self.refused.get(&(unit, criterion)).copied()
    }

    /// Returns what a criterion requires of a unit.
    pub(crate) fn requirement(&self, unit: UnitKey, criterion: CriterionKey) -> &'a Requirement {
        self.parts.rulebook.requirement(unit, criterion)
    }

    /// Returns the scorecards of the units that the set is about, in register order.
    pub(crate) fn judged(&self) -> impl Iterator<Item = &'s Scorecard> + use<'a, 's> {
        judged(self.parts)
    }

    pub(crate) fn plan(&self) -> &'a Plan {
        &self.parts.rulebook.plan
    }

    pub(crate) fn criteria(&self) -> &'a CriteriaSet {
        &self.parts.rulebook.criteria
    }

    pub(crate) fn register(&self) -> &'a Register {
        &self.parts.rulebook.register
    }

    pub(crate) fn unit(&self, key: UnitKey) -> &'a Unit {
        self.register().unit(key)
    }

    pub(crate) fn criterion(&self, key: CriterionKey) -> &'a Criterion {
        self.criteria().criterion(key)
    }

    /// Returns the totals of the wards, in register order, whether they sent anything or not.
    pub(crate) fn wards(&self) -> impl Iterator<Item = &'a LevelTotals> {
        let register = self.register();
        self.parts.totals.levels.iter().filter(move |level| register.unit(level.unit).level == Level::Ward)
    }

    /// Returns what was received from a ward; what only an agency or a panel said of its units is not the ward's.
    pub(crate) fn received(&self, ward: UnitKey) -> Received {
        let from_ward = |source: &Source| source.ward == Some(ward) && source.voice <= Voice::Ward;
        if self.heard_of.contains(&ward) {
            Received::Data
        } else if self.parts.sources.iter().any(from_ward) {
            Received::NothingUsable
        } else {
            Received::Nothing
        }
    }

    /// Returns the kinds of the judged units as they are spoken of: "tổ dân phố, bản".
    pub(crate) fn judged_kinds(&self) -> String {
        self.kinds(self.judged().map(|card| card.unit))
    }

    /// Returns the kinds of the wards as they are spoken of: "phường, xã".
    pub(crate) fn ward_kinds(&self) -> String {
        self.kinds(self.wards().map(|level| level.unit))
    }

    fn kinds(&self, units: impl Iterator<Item = UnitKey>) -> String {
        let mut kinds: Vec<&str> = Vec::new();
        for unit in units {
            let kind = self.unit(unit).kind.as_str();
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        if kinds.is_empty() { "đơn vị".to_owned() } else { kinds.join(", ") }
    }

    /// Returns the names of the agencies that the plan lets appraise a criterion, in the plan's order.
    pub(crate) fn agencies(&self, key: CriterionKey) -> String {
        let id = &self.criterion(key).id;
        let names =
            self.plan().agencies.iter().filter(|agency| agency.appraises(id)).map(|agency| agency.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }

    /// Returns the sentence that has to stand wherever results of modelled criteria are printed.
    pub(crate) fn provenance(&self) -> Option<&'static str> {
        words::provenance(self.criteria())
    }

    /// Returns the lines that stand between the title and the table of every appendix.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let (plan, criteria, reported) = (self.plan(), self.criteria(), self.parts.totals.reported);
        let (day, version) = (words::dated_day(plan.date), words::dated_day(criteria.version));
        let provenance = self.provenance().map(|text| format!(". {text}")).unwrap_or_default();
        vec![
            format!("Kế hoạch số {} {day} của {}", plan.number, plan.issuer),
            format!("Bộ tiêu chí: {} (bản {version}){provenance}", criteria.title),
            format!(
                "Số liệu của {}/{} {}; {}/{} {}",
                number(reported.wards),
                number(reported.wards_expected),
                self.ward_kinds(),
                number(reported.units),
                number(reported.units_expected),
                self.judged_kinds()
            ),
        ]
    }

    /// Returns "Đơn vị tính: …" of a table that counts judged units.
    pub(crate) fn counted_in(&self) -> String {
        format!("Đơn vị tính: {}", self.judged_kinds())
    }

    /// Returns "Đơn vị tính: …" of a table that counts verdicts; nothing where units of several levels answer.
    pub(crate) fn verdicts_counted_in(&self) -> Option<String> {
        let set = self.criteria();
        let mut answering = self.parts.totals.criteria.iter().map(|totals| set.criterion(totals.criterion).subject);
        answering.all(|subject| subject == set.subject).then(|| format!("{}; tỷ lệ: %", self.counted_in()))
    }

    /// Returns "(Kèm theo Báo cáo số … ngày … của …)", with dots for what is still to be filled in.
    pub(crate) fn annexed_to(&self) -> String {
        let plan = self.plan();
        let number = if plan.report.number.is_empty() { "………" } else { plan.report.number.as_str() };
        let day = plan.report.date.map_or_else(|| "ngày … tháng … năm ……".to_owned(), words::dated_day);
        format!("(Kèm theo Báo cáo số {number} {day} của {})", plan.issuer)
    }

    /// Returns the year in which a unit was recognised.
    pub(crate) fn recognised_year(&self, unit: UnitKey) -> Option<i32> {
        self.parts.rulebook.targets.entries.get(&unit).and_then(|entry| entry.recognised_year)
    }

    /// Returns the decision that recognised a unit.
    pub(crate) fn decision(&self, unit: UnitKey) -> Option<&'a str> {
        self.parts.rulebook.targets.entries.get(&unit).and_then(|entry| entry.decision.as_deref())
    }

    /// Returns how many criteria of a unit rest on a bare claim although they are to be measured.
    pub(crate) fn bare_claims(&self, card: &Scorecard) -> usize {
        card.judgements.iter().filter(|judgement| judgement.rests_on_bare_claim(self.criteria())).count()
    }

    /// Returns how many judged units the plan wants to come to `target`; its own number where it sets one.
    pub(crate) fn goal(&self, target: Target) -> Option<u32> {
        let totals = &self.parts.totals.targets;
        match target {
            Target::Maintain => totals.maintain.goal,
            Target::New => totals.new.goal,
        }
    }
}

/// What came from a ward.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Received {
    /// Something that could be used.
    Data,
    /// A file of which nothing could be used.
    NothingUsable,
    /// Nothing.
    Nothing,
}

fn judged<'a, 's>(parts: Parts<'a, 's>) -> impl Iterator<Item = &'s Scorecard> + use<'a, 's> {
    let subject = parts.rulebook.criteria.subject;
    parts.scorecards.iter().filter(move |card| card.subject == subject)
}

/// The mark of results that rest on bare claims.
pub(crate) const BARE_CLAIM_MARK: &str = "(*)";

/// What [`BARE_CLAIM_MARK`] means.
pub(crate) const BARE_CLAIM_NOTE: &str = "(*) Có tiêu chí phải có số liệu nhưng mới chỉ tự chấm đạt hoặc chưa đạt, chưa kèm số liệu; số trong ngoặc là số tiêu chí như vậy.";
