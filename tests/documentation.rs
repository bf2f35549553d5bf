//! The examples of docs/ are read as they stand there.

use tdp::{criteria, finding::Finding, plan};

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

/// Returns the only fenced block of `language` in a Markdown page.
fn only_block<'a>(page: &'a str, language: &str) -> &'a str {
    let fence = format!("```{language}\n");
    let (_, after) = page.split_once(&fence).unwrap_or_else(|| panic!("no {language} block"));
    let (block, rest) = after.split_once("```").unwrap_or_else(|| panic!("the {language} block does not end"));
    assert!(!rest.contains(&fence), "more than one {language} block");
    block
}

/// Returns the findings as one text.
fn told(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|finding| format!("{:?}: {}", finding.place, finding.message.en));
    lines.collect::<Vec<_>>().join("\n")
}
