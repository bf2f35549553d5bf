//! The expectation as a file: a few lines a group, so that a person can check it against the forms.

use std::fmt::Write as _;

use super::{
    findings::Planted,
    totals,
    verdicts::{self, Judged},
};
use crate::city::{
    rules::RULES,
    truth::{City, Form},
};

/// Returns `expected.json`.
pub(crate) fn expected(city: &City, planted: &[Planted]) -> String {
    let judged: Vec<Judged<'_>> =
        city.wards.iter().flat_map(|ward| ward.groups.iter().map(|group| verdicts::judge(ward, group))).collect();
    let all: Vec<&Judged<'_>> = judged.iter().collect();
    let units: Vec<String> = judged.iter().map(unit).collect();
    let findings: Vec<String> = planted.iter().map(finding).collect();
    let wards: Vec<String> = city.wards.iter().map(|ward| ward_totals(&all, &ward.code)).collect();
    let criteria: Vec<String> = (0..RULES.len()).map(|index| criterion_totals(city, &all, index)).collect();
    format!(
        "{{\n\"units\": [\n{}\n],\n\"findings\": [\n{}\n],\n\"totals\": {{\n {},\n {},\n \"summary\": {{{}}},\n \
         \"wards\": [\n{}\n ],\n \"criteria\": [\n{}\n ]\n}}\n}}\n",
        units.join(",\n"),
        findings.join(",\n"),
        reported(city),
        targets(&all),
        counts(&totals::tally(&all)),
        wards.join(",\n"),
        criteria.join(",\n"),
    )
}

fn unit(judged: &Judged<'_>) -> String {
    let (achieved, applicable) = judged.count();
    let verdicts = RULES.iter().zip(&judged.verdicts);
    let criteria: Vec<String> = verdicts.map(|(rule, verdict)| pair(rule.id, verdict.word())).collect();
    let sent = judged.ward.form != Form::NotSent;
    let told = RULES.iter().zip(&judged.group.told).filter(|_| sent);
    let figures: Vec<String> = told
        .filter_map(|(rule, told)| told.value.figure().map(|figure| pair(rule.id, &figure.six_decimals())))
        .collect();
    format!(
        " {{{}, {}, {}, {},\n  \"achieved\": {achieved}, \"applicable\": {applicable},\n  \"criteria\": {{{}}},\n  \
         \"figures\": {{{}}}}}",
        pair("code", &judged.group.code),
        pair("ward", &judged.ward.code),
        pair("outcome", judged.outcome),
        pair("transition", judged.transition),
        criteria.join(", "),
        figures.join(", "),
    )
}

fn finding(planted: &Planted) -> String {
    let head = format!(" {{{}, {}", pair("code", planted.code), pair("unit", &planted.unit));
    match &planted.place {
        None => format!("{head}, \"file\": null, \"sheet\": null, \"cell\": null, \"criterion\": null}}"),
        Some(place) => format!(
            "{head}, {}, {}, {}, {}, {}}}",
            pair("file", &place.file),
            pair("sheet", &place.sheet),
            pair("cell", &place.cell),
            pair("alt", "row"),
            pair("criterion", place.criterion),
        ),
    }
}

fn reported(city: &City) -> String {
    let sent: Vec<_> = city.wards.iter().filter(|ward| ward.form != Form::NotSent).collect();
    let groups = |wards: &mut dyn Iterator<Item = usize>| wards.sum::<usize>();
    let reported = [
        ("wards", sent.len()),
        ("wards_expected", city.wards.len()),
        ("units", groups(&mut sent.iter().map(|ward| ward.groups.len()))),
        ("units_expected", groups(&mut city.wards.iter().map(|ward| ward.groups.len()))),
    ];
    format!("\"reported\": {{{}}}", counts(&reported))
}

fn targets(all: &[&Judged<'_>]) -> String {
    let (maintain, new) = totals::goals(all);
    let reached = |word| all.iter().filter(|one| one.transition == word).count();
    format!(
        "\"targets\": {{\"maintain\": {{{}}}, \"new\": {{{}}}}}",
        counts(&[("goal", maintain), ("reached", reached("maintained"))]),
        counts(&[("goal", new), ("reached", reached("newly-achieved"))]),
    )
}

fn ward_totals(all: &[&Judged<'_>], ward: &str) -> String {
    format!("  {{{}, {}}}", pair("code", ward), counts(&totals::tally(&of_ward(all, ward))))
}

fn criterion_totals(city: &City, all: &[&Judged<'_>], index: usize) -> String {
    let mut line = format!("  {{{}, {}", pair("id", RULES[index].id), counts(&totals::verdicts(all, index)));
    let _ = write!(line, ", {}", counts(&[("by_claim", totals::by_claim(all, index))]));
    let (part, whole, units) = totals::shares(all, index);
    let _ = write!(line, ", {}", counts(&[("percent_units", units)]));
    if units > 0 {
        let percent = part.percent_of(whole);
        for (key, number) in [("part", part), ("whole", whole), ("percent", percent)] {
            let _ = write!(line, ", {}", pair(key, &number.six_decimals()));
        }
    }
    let wards: Vec<String> = city
        .wards
        .iter()
        .map(|ward| {
            let counted = totals::verdicts(&of_ward(all, &ward.code), index);
            format!("{{{}, {}}}", pair("code", &ward.code), counts(&counted))
        })
        .collect();
    format!("{line},\n   \"wards\": [{}]}}", wards.join(",\n    "))
}

fn of_ward<'a, 'b>(all: &[&'a Judged<'b>], ward: &str) -> Vec<&'a Judged<'b>> {
    all.iter().copied().filter(|one| one.ward.code == ward).collect()
}

fn pair(key: &str, value: &str) -> String {
    format!("\"{key}\": \"{value}\"")
}

fn counts(counted: &[(&str, usize)]) -> String {
    let pairs: Vec<String> = counted.iter().map(|(key, count)| format!("\"{key}\": {count}")).collect();
    pairs.join(", ")
}
