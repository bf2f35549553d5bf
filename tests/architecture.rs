//! The rooms of the source and what each may import, as a table, and the check that holds the source to it.
#![expect(clippy::string_slice, reason = "the places were found in the same text")]

mod sources;

use sources::source_files;

/// A room of `src/`: a folder, or a file at the root.
struct Room {
    /// Name of the folder or of the root file.
    name: &'static str,
    /// The other rooms that it may import.
    imports: &'static [&'static str],
}

/// Every room, in the order in which work flows through them.
const ROOMS: &[Room] = &[
    Room { name: "model", imports: &[] },
    Room { name: "text", imports: &["model"] },
    Room { name: "finding", imports: &["model"] },
    Room { name: "document", imports: &["model", "text", "finding"] },
    Room { name: "criteria", imports: &["model", "text", "finding", "document"] },
    // Cells are decoded as they are read, so that no reader of theirs can forget to.
    Room { name: "workbook", imports: &["model", "text", "finding"] },
    // The official table, in a workbook, is drafted as a criteria set.
    Room { name: "criteria_import", imports: &["model", "text", "criteria", "workbook"] },
    // A register may be a workbook, too.
    Room { name: "plan", imports: &["model", "text", "finding", "document", "criteria", "workbook"] },
    Room { name: "layout", imports: &["model", "text", "criteria", "plan", "workbook"] },
    Room { name: "facts", imports: &["model", "text", "finding", "criteria", "plan", "workbook", "layout"] },
    Room { name: "checks", imports: &["model", "text", "finding", "criteria", "plan", "workbook", "layout", "facts"] },
    Room { name: "campaign", imports: &["model", "finding", "criteria", "plan", "facts"] },
    Room { name: "score", imports: &["model", "finding", "criteria", "plan", "facts", "campaign"] },
    Room { name: "totals", imports: &["model", "criteria", "plan", "score"] },
    // Forms ask what the rules want, and show what was answered before, and by others.
    Room { name: "template", imports: &["model", "text", "criteria", "plan", "facts", "campaign", "score"] },
    // Outputs are printed from the whole assessment, which is a type of the root: never from sheets or tables of wards.
    Room {
        name: "appendix",
        imports: &["model", "finding", "criteria", "plan", "facts", "campaign", "score", "totals", "lib"],
    },
    // The report says in sentences what the appendices say in tables.
    Room { name: "report", imports: &["model", "finding", "plan", "facts", "score", "totals", "appendix"] },
    // A receipt is printed from what was read of one file, before anything is judged.
    Room { name: "receipt", imports: &["model", "finding", "plan", "facts", "appendix"] },
    Room {
        name: "write",
        // Of the sheets of wards, only copies of their cells are written, for want of a format that takes marks.
        imports: &[
            "model", "text", "finding", "criteria", "plan", "workbook", "facts", "score", "totals", "template",
            "appendix", "report", "receipt", "lib",
        ],
    },
    // A ward's own workbook is given back: its package is patched.
    Room { name: "annotate", imports: &["model", "text", "finding", "workbook", "write"] },
    // The pipeline calls every stage; it is the root's second page.
    Room {
        name: "pipeline",
        imports: &[
            "model", "text", "finding", "workbook", "plan", "layout", "facts", "checks", "campaign", "score", "totals",
            "lib",
        ],
    },
    Room {
        name: "lib",
        imports: &[
            "model",
            "text",
            "finding",
            "document",
            "criteria",
            "workbook",
            "criteria_import",
            "plan",
            "layout",
            "facts",
            "checks",
            "campaign",
            "score",
            "totals",
            "template",
            "appendix",
            "report",
            "receipt",
            "write",
            "annotate",
            "pipeline",
        ],
    },
    Room {
        name: "cli",
        imports: &[
            "model",
            "text",
            "finding",
            "criteria",
            "workbook",
            "criteria_import",
            "plan",
            "layout",
            "facts",
            "score",
            "totals",
            "template",
            "appendix",
            "report",
            "receipt",
            "write",
            "annotate",
            "lib",
        ],
    },
    Room { name: "main", imports: &["cli"] },
];

/// Packages that one room alone may use, so that they can be exchanged.
const PACKAGES: &[(&str, &str)] = &[
    ("calamine", "workbook"),
    ("rust_xlsxwriter", "write"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("indicatif", "cli"),
];

/// A source file longer than this has a second subject.
const LONGEST: usize = 400;

#[test]
fn every_source_file_keeps_to_the_table_of_rooms() {
    let files = source_files();
    let wrong: Vec<String> = files.iter().flat_map(|(path, text)| violations(path, text)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn rooms_only_import_rooms_that_are_in_the_table_before_them() {
    for (position, room) in ROOMS.iter().enumerate() {
        for import in room.imports {
            let earlier = ROOMS[..position].iter().any(|other| other.name == *import);
            // The one step back: the assessment that the root defines is made by the pipeline and seen by the outputs.
            let assessment = *import == "lib" && matches!(room.name, "pipeline" | "appendix" | "write");
            assert!(earlier || assessment, "{} imports {import}", room.name);
        }
    }
}

#[test]
fn what_is_allowed_is_needed() {
    let files = source_files();
    let mut idle: Vec<(&str, &str)> =
        ROOMS.iter().flat_map(|room| room.imports.iter().map(|import| (room.name, *import))).collect();
    for (path, text) in &files {
        let code = code(path, text);
        let used = imports(path, &code);
        idle.retain(|(room, import)| *room != room_of(path) || used.iter().all(|(_, name)| name != import));
    }
    assert!(idle.is_empty(), "allowed and never imported: {idle:?}");
}

#[test]
fn an_import_that_is_allowed_is_no_violation() {
    check("facts/extract.rs", "use crate::{\n    layout::{Table, Entry},\n    model::Decimal,\n};", &[]);
    check("model/ratio.rs", "use crate::model::Decimal;\nuse super::sum::Sum;", &[]);
    check("appendix/totals.rs", "use crate::{Assessment, model::UnitKey};", &[]);
    check("write/xlsx.rs", "use rust_xlsxwriter::Workbook;", &[]);
    check("cli/score.rs", "use tdp::{Assessment, score::Scorecard};\nuse crate::cli::render;", &[]);
    check("text/mark.rs", "/// Like [`crate::score`], but without clap::Parser.\nfn mark() {}", &[]);
    check("text/mark.rs", "#[cfg(test)]\nmod sample;\nuse crate::model::Decimal;", &[]);
    check("text/mark.rs", "fn mark() {}\n\n#[cfg(test)]\nmod tests {\n    use crate::plan::Plan;\n}", &[]);
    check("score/tests.rs", "use crate::text::canonical;", &[]);
}

#[test]
fn an_import_against_the_direction_is_a_violation() {
    check("model/ratio.rs", "use crate::facts::Fact;", &["model/ratio.rs:1: model must not import facts"]);
    check(
        "totals/tally.rs",
        "//! Tallies.\n\nuse crate::{\n    model::{Sum, UnitKey},\n    workbook::Sheet,\n};",
        &["totals/tally.rs:5: totals must not import workbook"],
    );
    check(
        "score/judge.rs",
        "fn judge(sheet: &crate::workbook::Sheet) {}",
        &["score/judge.rs:1: score must not import workbook"],
    );
    let below_tests = "#[cfg(test)]\nmod sample;\nuse crate::facts::Fact;";
    check("text/mark.rs", below_tests, &["text/mark.rs:3: text must not import facts"]);
    check("plan/parse.rs", "use crate::Assessment;", &["plan/parse.rs:1: plan must not import lib"]);
    check("main.rs", "use tdp::score::Scorecard;", &["main.rs:1: main must not import score"]);
    check("facts/mod.rs", "pub use super::score::Scorecard;", &["facts/mod.rs:1: facts must not import score"]);
    check("facts/fact.rs", "use super::super::score::Basis;", &["facts/fact.rs:1: facts must not import score"]);
}

#[test]
fn a_package_outside_its_room_is_a_violation() {
    check("layout/find.rs", "use calamine::Data;", &["layout/find.rs:1: calamine is used in workbook alone"]);
    check(
        "appendix/i.rs",
        "fn f(b: rust_xlsxwriter::Format) {}",
        &["appendix/i.rs:1: rust_xlsxwriter is used in write alone"],
    );
    check("lib.rs", "use ::clap as arguments;", &["lib.rs:1: clap is used in cli alone"]);
}

#[test]
fn a_room_that_is_not_in_the_table_is_a_violation() {
    check("util/strings.rs", "", &["util/strings.rs: the room util is not in the table"]);
    check("util.rs", "", &["util.rs: the room util is not in the table"]);
}

#[test]
fn a_file_that_is_too_long_is_a_violation() {
    check("model/sum.rs", &"\n".repeat(LONGEST), &[]);
    check("model/sum.rs", &"\n".repeat(LONGEST + 1), &["model/sum.rs: 401 lines, look for a second subject"]);
}

/// Asserts what is wrong with a source file of this path and text.
#[track_caller]
fn check(path: &str, text: &str, expected: &[&str]) {
    assert_eq!(violations(path, text), expected);
}

/// Returns what is wrong with the source file at `path`, relative to `src/`, with `/`.
fn violations(path: &str, text: &str) -> Vec<String> {
    let name = room_of(path);
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        return vec![format!("{path}: the room {name} is not in the table")];
    };
    let code = code(path, text);
    let mut wrong = Vec::new();
    for (line, import) in imports(path, &code) {
        if import != room.name && !room.imports.contains(&import) {
            wrong.push(format!("{path}:{line}: {name} must not import {import}"));
        }
    }
    for (package, owner) in PACKAGES {
        if *owner != name {
            let places = words(&code, package);
            wrong.extend(places.map(|at| format!("{path}:{}: {package} is used in {owner} alone", line_of(&code, at))));
        }
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        wrong.push(format!("{path}: {lines} lines, look for a second subject"));
    }
    wrong
}

/// Returns the room that a source file belongs to.
fn room_of(path: &str) -> &str {
    path.split_once('/').map_or_else(|| path.trim_end_matches(".rs"), |(folder, _)| folder)
}

/// Returns the source without comments and without tests, at its end or in a file of theirs, which may build what they
/// like.
fn code(path: &str, text: &str) -> String {
    if path.ends_with("/tests.rs") || path.contains("/tests/") {
        return String::new();
    }
    without_tests(text).lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Returns a source text without the items that only tests have: what follows the attribute, up to its end.
fn without_tests(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        kept.push_str(before);
        let end = after.find(['{', ';']).unwrap_or(after.len());
        kept.extend(after[..end].chars().filter(|letter| *letter == '\n'));
        rest = if after[end..].starts_with('{') { "" } else { after[end..].trim_start_matches(';') };
    }
    kept + rest
}

/// Returns the rooms that a source file imports, each with its line.
fn imports<'a>(path: &str, code: &'a str) -> Vec<(usize, &'a str)> {
    let up = "super::".repeat(path.trim_end_matches("/mod.rs").matches('/').count() + 1);
    let mut found = Vec::new();
    if !path.contains('/') {
        // A root file uses the rooms that it declares.
        for at in words(code, "mod") {
            let name = name_at(code, at + "mod ".len());
            found.extend(ROOMS.iter().filter(|room| room.name == name).map(|_| (line_of(code, at), name)));
        }
    }
    for (root, whole_rooms) in [("crate::", false), ("tdp::", false), (up.as_str(), true)] {
        for at in occurrences(code, root) {
            for (start, name) in first_names(code, at + root.len()) {
                match ROOMS.iter().find(|room| room.name == name) {
                    Some(_) => found.push((line_of(code, start), name)),
                    // `super` in a root file, or of a macro, names nothing that the table knows.
                    None if whole_rooms => {}
                    None => found.push((line_of(code, start), "lib")),
                }
            }
        }
    }
    found
}

/// Returns where `path` occurs as the beginning of a path.
fn occurrences<'a>(code: &'a str, path: &'a str) -> impl Iterator<Item = usize> + use<'a> {
    let goes_on = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    code.match_indices(path).map(|(at, _)| at).filter(move |&at| !code[..at].ends_with(goes_on))
}

/// Returns where `word` occurs as a word of its own.
fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + use<'a> {
    let within = |letter: char| letter.is_alphanumeric() || letter == '_';
    let places = code.match_indices(word).map(|(at, _)| at);
    places.filter(move |&at| !code[..at].ends_with(within) && !code[at + word.len()..].starts_with(within))
}

/// Returns the first names of what is imported at `at`, one, or each of a group in braces, with where they stand.
fn first_names(code: &str, at: usize) -> Vec<(usize, &str)> {
    if !code[at..].starts_with('{') {
        return vec![(at, name_at(code, at))];
    }
    let mut names = Vec::new();
    let mut depth = 0_usize;
    let mut expected = false;
    for (offset, letter) in code[at..].char_indices() {
        match letter {
            '{' => (depth, expected) = (depth + 1, depth == 0),
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' => expected = depth == 1,
            _ if expected && !letter.is_whitespace() => {
                names.push((at + offset, name_at(code, at + offset)));
                expected = false;
            }
            _ => {}
        }
    }
    names
}

/// Returns the name that begins at `at`.
fn name_at(code: &str, at: usize) -> &str {
    let rest = &code[at..];
    &rest[..rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len())]
}

/// Returns the line, from 1, in which `at` lies.
fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}
