//! What several files say of one thing, and several voices.

use std::collections::BTreeSet;

use crate::{
    facts::{Receiving, Source, Submission},
    finding::{Finding, Place, codes},
    model::{Appraiser, FileKey, Message},
    pipeline::unread,
    plan::{Agency, Rulebook},
    score::fixture::{criterion, evidence, rulebook, set_of, stand_at},
};

use super::{Campaign, gather};

const PERCENT: &str = "kind = \"percent\"; achieved = \">= 95%\"";

/// A city with one criterion, which the agency "B" appraises and the agency "A" does not.
fn city(keys: &str) -> Rulebook {
    let mut rulebook = rulebook(set_of("", "\"all\"", &criterion("1.1", keys)));
    let agency = |id: &str, appraises: &str| Agency {
        id: id.to_owned(),
        name: format!("Phòng {id}"),
        appraises: vec![appraises.to_owned()],
    };
    rulebook.plan.agencies = vec![agency("A", "2.*"), agency("B", "1.*")];
    rulebook
}

/// Puts files together, each sent by a ward or by the agency at a position, of the facts in its lines.
fn gathered(rulebook: &Rulebook, files: &[(Option<usize>, &[&str])]) -> Campaign {
    let submissions = files.iter().enumerate().map(|(index, (agency, lines))| {
        let receiving = Receiving { agency: *agency, ..Receiving::default() };
        let mut facts = evidence(rulebook, lines).facts().cloned().collect::<Vec<_>>();
        for (row, fact) in facts.iter_mut().enumerate() {
            fact.file = FileKey::new(index);
            stand_at(fact, row);
        }
        let source = unread(&format!("{index}.xlsx"), &receiving);
        Submission { source, facts, findings: Vec::new(), named: BTreeSet::default(), received: None }
    });
    gather(rulebook, submissions.collect())
}

/// Returns the codes of what is told in files, and the cells.
fn told(findings: &[Finding]) -> Vec<String> {
    let in_cells = findings.iter().filter_map(|finding| Some((finding, finding.place.cell()?)));
    in_cells.map(|(finding, cell)| format!("{} {cell}", finding.code.number)).collect()
}

#[test]
fn what_an_agency_without_the_task_says_contradicts_nobody() {
    let campaign = gathered(
        &city(PERCENT),
        &[(Some(0), &["A.1 1.1 agency 80"]), (Some(1), &["A.1 1.1 agency 97"]), (None, &["A.1 1.1 self 97"])],
    );
    assert_eq!(told(&campaign.findings), ["TDP402 A1"]);
    let facts = campaign.evidence.facts();
    assert_eq!(facts.map(|fact| (fact.file.index(), fact.refused)).collect::<Vec<_>>(), [(2, false), (1, false)]);
}

#[test]
fn what_is_wrong_with_a_value_of_an_agency_without_the_task_need_not_be_mended() {
    let rulebook = city(PERCENT);
    let told_of = |agency: usize| {
        let mut facts = evidence(&rulebook, &["A.1 1.1 agency refused"]).facts().cloned().collect::<Vec<_>>();
        stand_at(&mut facts[0], 0);
        let receiving = Receiving { agency: Some(agency), ..Receiving::default() };
        let source = unread("a.xlsx", &receiving);
        let place = facts[0].deciding_place().map(Place::Cell).unwrap();
        let doubt = Finding::new(&codes::PERCENT_OR_FRACTION, place, Message::same("0,01"));
        let findings = vec![doubt.of_unit(facts[0].unit).of_criterion(facts[0].criterion)];
        let submission = Submission { source, facts, findings, named: BTreeSet::default(), received: None };
        told(&gather(&rulebook, vec![submission]).findings)
    };
    assert_eq!(told_of(0), ["TDP402 A1"]);
    assert_eq!(told_of(1), ["TDP204 A1"]);
}

#[test]
fn what_stands_in_the_column_of_an_agency_is_held_to_its_task() {
    let rulebook = city(PERCENT);
    let told_of = |named: Appraiser, sender: Option<usize>| {
        let mut facts = evidence(&rulebook, &["A.1 1.1 agency 80"]).facts().cloned().collect::<Vec<_>>();
        facts[0].agency = named;
        stand_at(&mut facts[0], 0);
        let receiving = Receiving { agency: sender, ..Receiving::default() };
        let source = unread("a.xlsx", &receiving);
        let submission = Submission { source, facts, findings: Vec::new(), named: BTreeSet::default(), received: None };
        let campaign = gather(&rulebook, vec![submission]);
        (told(&campaign.findings), campaign.evidence.facts().count())
    };
    let refused = (vec!["TDP402 A1".to_owned()], 0);
    assert_eq!(told_of(Appraiser::Agency(0), None), refused);
    assert_eq!(told_of(Appraiser::Agency(1), None), (vec![], 1));
    assert_eq!(told_of(Appraiser::Agency(0), Some(1)), refused);
    assert_eq!(told_of(Appraiser::Unknown, None), refused);
    assert_eq!(told_of(Appraiser::Unnamed, None), (vec![], 1));
}

#[test]
fn a_figure_in_one_file_and_a_claim_in_another_add_up() {
    let rulebook = city(PERCENT);
    let check = |lines: &[&str], expected: &[&str], figure: Option<&str>| {
        let files: Vec<(Option<usize>, &[&str])> =
            lines.iter().map(|line| (None, std::slice::from_ref(line))).collect();
        let campaign = gathered(&rulebook, &files);
        assert_eq!(told(&campaign.findings), expected, "{lines:?}");
        let facts: Vec<_> = campaign.evidence.facts().collect();
        assert_eq!(facts.len(), 1, "{lines:?}");
        let said = facts[0].figure.filter(|_| !facts[0].refused).map(|figure| figure.to_string());
        assert_eq!(said.as_deref(), figure, "{lines:?}");
    };
    check(&["A.1 1.1 self 97", "A.1 1.1 self đạt"], &[], Some("97"));
    check(&["A.1 1.1 self đạt", "A.1 1.1 self 97"], &[], Some("97"));
    check(&["A.1 1.1 self 90", "A.1 1.1 self chưa-đạt"], &[], Some("90"));
    check(&["A.1 1.1 self 90", "A.1 1.1 self đạt"], &["TDP301 A1"], Some("90"));
    check(&["A.1 1.1 self 97", "A.1 1.1 self 96", "A.1 1.1 self đạt"], &["TDP012 A1"], None);
    check(&["A.1 1.1 self đạt", "A.1 1.1 self chưa-đạt"], &["TDP012 A1"], None);
    check(&["A.1 1.1 self 97", "A.1 1.1 self đạt", "A.1 1.1 self chưa-đạt"], &["TDP012 A1", "TDP012 A1"], None);
    check(&["A.1 1.1 self refused", "A.1 1.1 self đạt"], &[], None);
}

#[test]
fn a_figure_that_decides_nothing_takes_no_claim_of_another_file() {
    let rulebook = city("kind = \"percent\"; achieved = \"> previous\"");
    let files: [(Option<usize>, &[&str]); 2] = [(None, &["A.1 1.1 self 97"]), (None, &["A.1 1.1 self đạt"])];
    assert_eq!(told(&gathered(&rulebook, &files).findings), ["TDP012 A1"]);
}

#[test]
fn one_file_sent_by_two_agencies_is_the_word_of_both() {
    let rulebook = city(PERCENT);
    let submission = |index: usize| {
        let receiving = Receiving { agency: Some(index), ..Receiving::default() };
        let mut facts = evidence(&rulebook, &["A.1 1.1 agency 80"]).facts().cloned().collect::<Vec<_>>();
        for fact in &mut facts {
            fact.file = FileKey::new(index);
        }
        let mut source = unread("a.xlsx", &receiving);
        source.sha256 = "00".to_owned();
        Submission { source, facts, findings: Vec::new(), named: BTreeSet::default(), received: None }
    };
    let campaign = gather(&rulebook, vec![submission(0), submission(1)]);
    assert_eq!(campaign.evidence.facts().count(), 1);
}

#[test]
fn only_two_values_that_can_be_used_contradict_each_other() {
    let check = |values: &[&str], expected: &[&str]| {
        let lines: Vec<String> = values.iter().map(|value| format!("A.1 1.1 self {value}")).collect();
        let lines: Vec<[&str; 1]> = lines.iter().map(|line| [line.as_str()]).collect();
        let files: Vec<(Option<usize>, &[&str])> = lines.iter().map(|line| (None, line.as_slice())).collect();
        let campaign = gathered(&city(PERCENT), &files);
        assert_eq!(told(&campaign.findings), expected, "{values:?}");
        assert!(campaign.evidence.facts().all(|fact| fact.refused), "{values:?}");
        assert_eq!(campaign.evidence.facts().count(), 1);
    };
    check(&["refused", "97"], &[]);
    check(&["97", "refused"], &[]);
    check(&["97", "98"], &["TDP012 A1"]);
    let campaign = gathered(&city(PERCENT), &[(None, &["A.1 1.1 self 97"]), (None, &["A.1 1.1 self 98"])]);
    // The cells of the fixture all hold a nought.
    let message = &campaign.findings[0].message.vi;
    assert!(message.ends_with("tệp \"0.xlsx\", ô A1 ghi \"0\""), "{message}");
    check(&["refused", "97", "98"], &["TDP012 A1"]);
    check(&["97", "refused", "97"], &[]);
}

#[test]
fn no_total_depends_on_which_file_comes_first() {
    let rulebook = city(PERCENT);
    for files in [["A.1 1.1 self 90", "A.1 1.1 self 180/200"], ["A.1 1.1 self 180/200", "A.1 1.1 self 90"]] {
        let campaign = gathered(&rulebook, &files.each_ref().map(|line| (None, std::slice::from_ref(line))));
        let parts: Vec<_> = campaign.evidence.facts().map(|fact| (fact.parts(), fact.refused)).collect();
        assert_eq!(
            (parts, told(&campaign.findings)),
            (vec![(Some((180.into(), 200.into())), false)], vec![]),
            "{files:?}"
        );
    }
    let three = ["A.1 1.1 self 90", "A.1 1.1 self 90/100", "A.1 1.1 self 180/200"];
    let campaign = gathered(&rulebook, &three.each_ref().map(|line| (None, std::slice::from_ref(line))));
    assert!(campaign.evidence.facts().all(|fact| fact.refused));
    assert_eq!(told(&campaign.findings), ["TDP012 A1"]);
    let message = &campaign.findings[0].message.vi;
    assert!(message.contains("\"180/200\"") && message.ends_with("\"90/100\""), "{message}");
}

#[test]
fn a_claim_beside_equal_figures_in_one_file_alone_contradicts_nothing() {
    let rulebook = city(PERCENT);
    let check = |first: &str, second: &str, expected: &[&str]| {
        let lines = [format!("A.1 1.1 self {first}"), format!("A.1 1.1 self {second}")];
        let files = lines.each_ref().map(|line| (None, [line.as_str()]));
        let campaign = gathered(&rulebook, &files.each_ref().map(|(ward, lines)| (*ward, lines.as_slice())));
        assert_eq!(told(&campaign.findings), expected, "{first}, {second}");
        campaign.evidence.facts().next().map(|fact| fact.claim)
    };
    assert_eq!(check("97", "97 đạt", &[]), Some(Some(crate::facts::Claim::Achieved)));
    check("97 đạt", "97 chưa-đạt", &["TDP012 A1"]);
    check("97 đạt", "96", &["TDP012 A1"]);
}

#[test]
fn a_voice_is_held_against_the_last_one_before_it_that_can_be_used() {
    let check = |keys: &str, lines: &[&str], expected: &[&str]| {
        let campaign = gathered(&city(keys), &[(None, lines)]);
        assert_eq!(told(&campaign.findings), expected, "{lines:?}");
    };
    check(PERCENT, &["A.1 1.1 self 97", "A.1 1.1 ward refused", "A.1 1.1 panel 90"], &["TDP401 A3"]);
    check(PERCENT, &["A.1 1.1 self 97", "A.1 1.1 ward 97", "A.1 1.1 panel chưa-đạt"], &["TDP401 A3"]);
    check(PERCENT, &["A.1 1.1 self 97", "A.1 1.1 ward 97", "A.1 1.1 panel đạt"], &[]);
    // A percentage that was copied as it is printed, rounded, is the same one, unless it lies across what is required.
    check(PERCENT, &["A.1 1.1 self 3/190", "A.1 1.1 panel 1.58"], &[]);
    check(PERCENT, &["A.1 1.1 self 3/190", "A.1 1.1 panel 1.56"], &["TDP401 A2"]);
    check(PERCENT, &["A.1 1.1 self 949/1000", "A.1 1.1 panel 94.9"], &[]);
    check(PERCENT, &["A.1 1.1 self 949/1000", "A.1 1.1 panel 95"], &["TDP401 A2"]);
    check(PERCENT, &["A.1 1.1 self 3/190", "A.1 1.1 panel 4/190"], &["TDP401 A2"]);
    check("kind = \"amount\"; achieved = \">= 50\"", &["A.1 1.1 self 51.5", "A.1 1.1 panel 51"], &["TDP401 A2"]);
    let task = "kind = \"task\"; achieved = \"done by 2025-06-30\"";
    check(task, &["A.1 1.1 self done", "A.1 1.1 ward under-way"], &["TDP401 A2"]);
    check(task, &["A.1 1.1 self done", "A.1 1.1 ward chưa-đạt"], &["TDP401 A2"]);
    check(task, &["A.1 1.1 self done", "A.1 1.1 ward đạt"], &[]);
}

#[test]
fn what_is_wrong_in_a_file_sent_twice_is_told_of_the_first() {
    let rulebook = city(PERCENT);
    let submission = |index: usize, bytes: &str| {
        let source = unread(&format!("{index}.xlsx"), &Receiving::default());
        let source = Source { sha256: bytes.to_owned(), ..source };
        let place = Place::File(FileKey::new(index));
        Submission::unread(source, Finding::new(&codes::NO_TABLE, place, Message::same("không có biểu")))
    };
    let campaign = gather(&rulebook, vec![submission(0, "a"), submission(1, "b"), submission(2, "a")]);
    let of_files =
        campaign.findings.iter().filter_map(|finding| Some((finding.place.file()?.index(), finding.code.number)));
    assert_eq!(of_files.collect::<Vec<_>>(), [(0, "TDP004"), (1, "TDP004"), (2, "TDP013")]);
}
