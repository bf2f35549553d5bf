//! The examples of docs/ are read as they stand there.
#![expect(clippy::panic, reason = "a test that cannot go on fails")]

use tdp::{
    criteria,
    criteria::Subject,
    finding::Finding,
    model::Target,
    plan::{self, DefinitionTable},
};

#[test]
fn the_criteria_set_of_the_documentation_is_read() {
    let example = only_block(include_str!("../docs/criteria.md"), "toml");
    let set =
        criteria::parse("docs/criteria.md", example.as_bytes()).unwrap_or_else(|wrong| panic!("{}", told(&wrong)));
    assert_eq!(set.reference(), "vi-du@2025-02-28");
    let ids: Vec<&str> = set.top_level().map(|(_, criterion)| criterion.id.as_str()).collect();
    assert_eq!(ids, ["1.1", "2.1", "2.2", "3.1", "3.2", "3.3"]);
}

#[test]
fn the_plan_of_the_documentation_is_read() {
    let example = only_block(include_str!("../docs/plan.md"), "toml");
    let plan = plan::parse_plan("docs/plan.md", example.as_bytes()).unwrap_or_else(|wrong| panic!("{}", told(&wrong)));
    assert_eq!(plan.number, "604/KH-UBND");
    assert_eq!(plan.agencies.len(), 2);
    assert_eq!(plan.appendices.len(), 2);
}

#[test]
fn the_register_and_the_targets_of_the_documentation_are_read() {
    let page = include_str!("../docs/plan.md");
    let [register, targets] = blocks(page, "csv")[..] else { panic!("there is one block for each") };
    let table =
        DefinitionTable::from_csv("units.csv", register.as_bytes()).unwrap_or_else(|wrong| panic!("{}", told(&wrong)));
    let on = "2025-02-28".parse().unwrap();
    let (register, doubts) = plan::parse_register(&table, on).unwrap_or_else(|wrong| panic!("{}", told(&wrong)));
    assert_eq!(told(&doubts), "");
    let valid: Vec<&str> = register.valid().map(|(_, unit)| unit.code.as_str()).collect();
    assert_eq!(valid, ["LC", "03389", "03389.001", "03389.003", "03389.012"]);
    let (targets, doubts) = plan::parse_targets("targets.csv", targets.as_bytes(), &register, Some(Subject::Group))
        .unwrap_or_else(|wrong| panic!("{}", told(&wrong)));
    assert_eq!(told(&doubts), "");
    let wanted: Vec<_> = register.valid().map(|(key, _)| targets.of(key)).collect();
    assert_eq!(wanted, [None, None, Some(Target::New), Some(Target::Maintain), None]);
}

/// Returns the only fenced block of `language` in a Markdown page.
fn only_block<'a>(page: &'a str, language: &str) -> &'a str {
    let [block] = blocks(page, language)[..] else { panic!("there is one {language} block") };
    block
}

/// Returns the fenced blocks of `language` in a Markdown page.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).filter_map(|after| after.split("```").next()).collect()
}

/// Returns the findings as one text.
fn told(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|finding| format!("{:?}: {}", finding.place, finding.message.en));
    lines.collect::<Vec<_>>().join("\n")
}
