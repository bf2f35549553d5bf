//! Claims on criteria that their indicators decide: bare ones (TDP302), and those that the indicators contradict (TDP301).

use crate::{
    campaign::Evidence,
    criteria::IndicatorRule,
    facts::{Claim, Fact, Role},
    finding::{Finding, Place, codes},
    model::{CriterionKey, Message, Verdict, phrase, say},
    plan::Rulebook,
};

use super::{answer::Question, indicators::by_indicators, judging::bind};

/// Tells, for each voice, a claim on a criterion of whose indicators it says nothing, and one that what it says of them
/// contradicts. An indicator that cannot be judged yet contradicts nothing.
pub fn claims_over_indicators(rulebook: &Rulebook, evidence: &Evidence) -> Vec<Finding> {
    let set = &rulebook.criteria;
    let ruled = set.top_level().filter_map(|(key, criterion)| Some((key, criterion.indicators?)));
    let ruled: Vec<(CriterionKey, IndicatorRule, Vec<CriterionKey>)> =
        ruled.map(|(key, rule)| (key, rule, set.indicators(key).map(|(key, _)| key).collect())).collect();
    let units = rulebook.register.valid().map(|(unit, _)| unit);
    let facts = units.flat_map(|unit| {
        ruled.iter().flat_map(move |(key, rule, indicators)| {
            evidence.of(unit, *key).iter().map(move |fact| (fact, *rule, indicators))
        })
    });
    facts.filter_map(|(fact, rule, indicators)| told(rulebook, evidence, fact, rule, indicators)).collect()
}

fn told(
    rulebook: &Rulebook,
    evidence: &Evidence,
    fact: &Fact,
    rule: IndicatorRule,
    indicators: &[CriterionKey],
) -> Option<Finding> {
    let claim = fact.claim.filter(|claim| !fact.refused && *claim != Claim::NotApplicable)?;
    let of_voice = |key: CriterionKey| evidence.of(fact.unit, key).iter().find(|said| said.voice == fact.voice);
    let set = &rulebook.criteria;
    let criterion = set.criterion(fact.criterion);
    if indicators.iter().all(|key| of_voice(*key).is_none()) {
        let (id, ids) = (&criterion.id, indicators.iter().map(|key| set.criterion(*key).id.as_str()));
        let ids = ids.collect::<Vec<_>>().join(", ");
        let message = say!(
            "Tiêu chí {id} chỉ có kết luận, không có kết quả của chỉ tiêu nào",
            "Criterion {id} has a claim without anything of its indicators"
        );
        let help = say!("Ghi kết quả của từng chỉ tiêu: {ids}", "Give the result of each indicator: {ids}");
        return Some(finding(&codes::CLAIM_WITHOUT_FIGURE, fact, message).helped_by(help).expecting(ids));
    }
    let judgements = indicators.iter().map(|key| {
        let question = Question {
            criterion: set.criterion(*key),
            requirement: rulebook.requirement(fact.unit, *key).clone(),
            against: None,
            as_of: rulebook.plan.period.1,
        };
        bind(*key, question.answer(of_voice(*key)), None)
    });
    let verdict = by_indicators(rule, set, &judgements.collect::<Vec<_>>()).verdict;
    let (said, comes_to) = match (claim, verdict) {
        (Claim::Achieved, Verdict::NotAchieved) => (achieved(), not_achieved()),
        (Claim::NotAchieved, Verdict::Achieved) => (not_achieved(), achieved()),
        _ => return None,
    };
    let message = say!(
        "Ghi \"{said}\" nhưng theo các chỉ tiêu thì kết quả là \"{comes_to}\"",
        "Says \"{said}\" but by its indicators it is \"{comes_to}\"",
        said,
        comes_to
    );
    let help = say!(
        "Đối chiếu từng chỉ tiêu rồi sửa ô này hoặc sửa chỉ tiêu cho khớp nhau; kết quả được xét theo các chỉ tiêu",
        "Look at each indicator and correct this cell or the indicator; the indicators decide"
    );
    Some(finding(&codes::CLAIM_CONTRADICTS_FIGURE, fact, message).helped_by(help))
}

fn finding(code: &'static crate::finding::Code, fact: &Fact, message: Message) -> Finding {
    let claimed = fact.cells.iter().find(|cell| cell.role == Role::Claim);
    let place = claimed.map_or(Place::File(fact.file), |cell| Place::Cell(fact.place(cell)));
    let finding = Finding::new(code, place, message).of_unit(fact.unit).of_criterion(fact.criterion);
    match claimed {
        Some(cell) => finding.quoting(cell.raw.to_string()),
        None => finding,
    }
}

fn achieved() -> Message {
    phrase!("Đạt", "achieved")
}

fn not_achieved() -> Message {
    phrase!("Chưa đạt", "not achieved")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::fixture::{criterion, evidence, rulebook, set_of};

    /// Returns the codes told of group A.1.
    fn codes_of(rule: &str, facts: &[&str]) -> Vec<&'static str> {
        let indicator = |id: &str, keys: &str| {
            criterion(id, keys).replace("[[standard.criterion]]", "[[standard.criterion.indicator]]")
        };
        let criteria = [
            format!("[[standard.criterion]]\nid = \"1.1\"\ntitle = \"Gộp\"\nrequire = {rule}\n"),
            indicator("1.1.1", "kind = \"yes-no\"; achieved = \"yes\""),
            indicator("1.1.2", "kind = \"count\"; achieved = \">= 2\""),
        ];
        let rulebook = rulebook(set_of("", "\"all\"", &criteria.concat()));
        let told = claims_over_indicators(&rulebook, &evidence(&rulebook, facts));
        told.iter().map(|finding| finding.code.number).collect()
    }

    #[test]
    fn a_claim_without_anything_of_its_indicators_is_told() {
        assert_eq!(codes_of("\"all\"", &["A.1 1.1 self đạt"]), ["TDP302"]);
        assert_eq!(codes_of("\"all\"", &["A.1 1.1 self đạt", "A.1 1.1.1 self đạt"]), [""; 0]);
        assert_eq!(codes_of("\"all\"", &["A.1 1.1 ward chưa-đạt", "A.1 1.1.1 self đạt"]), ["TDP302"]);
        assert_eq!(codes_of("\"all\"", &["A.1 1.1 self refused"]), [""; 0]);
    }

    #[test]
    fn a_claim_is_held_against_what_the_indicators_come_to() {
        let one_fails = ["A.1 1.1 self đạt", "A.1 1.1.1 self đạt", "A.1 1.1.2 self 1"];
        assert_eq!(codes_of("\"all\"", &one_fails), ["TDP301"]);
        assert_eq!(codes_of("\"any\"", &one_fails), [""; 0]);
        let none_fails = ["A.1 1.1 self chưa-đạt", "A.1 1.1.1 self đạt", "A.1 1.1.2 self 2"];
        assert_eq!(codes_of("\"all\"", &none_fails), ["TDP301"]);
        assert_eq!(codes_of("\"all\"", &["A.1 1.1 self đạt", "A.1 1.1.1 self đạt", "A.1 1.1.2 self refused"]), [""; 0]);
    }
}
