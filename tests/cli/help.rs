//! Help, usage errors, completions, the manual page.

use crate::harness::Place;

/// Every command that has help of its own.
const COMMANDS: &[&[&str]] = &[
    &[],
    &["init"],
    &["template"],
    &["validate"],
    &["score"],
    &["aggregate"],
    &["report"],
    &["show"],
    &["explain"],
    &["criteria"],
    &["criteria", "list"],
    &["criteria", "show"],
    &["criteria", "lint"],
    &["criteria", "diff"],
    &["criteria", "import"],
    &["criteria", "schema"],
    &["completions"],
    &["man"],
];

/// Words that clap says of its own accord, and that English help is made of.
const ENGLISH: &[&str] = &[
    "Usage",
    "Options",
    "Arguments",
    "Commands",
    "Print",
    "help",
    "version",
    "default",
    "possible",
    "values",
    "error",
    "required",
    "the",
    "and",
    "folder",
    "flag",
    "flags",
    "command",
    "unless",
    "with",
    "OPTIONS",
    "COMMAND",
    "PATH",
    "DIR",
    "FILE",
    "DATE",
    "tip",
    "found",
    "unexpected",
];

fn help(command: &[&str], language: &str) -> String {
    let arguments: Vec<&str> = command.iter().copied().chain(["--help", "--lang", language]).collect();
    let run = Place::empty().run(&arguments);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{command:?}");
    run.out
}

/// Returns the words of a text, flags and names of commands aside.
fn words(text: &str) -> Vec<&str> {
    let separates = |letter: char| !letter.is_alphanumeric() && !"-_@.".contains(letter);
    text.split(separates).filter(|word| !word.starts_with('-')).collect()
}

#[test]
fn help_in_vietnamese_has_no_english_words() {
    for command in COMMANDS {
        let help = help(command, "vi");
        for word in words(&help) {
            assert!(!ENGLISH.contains(&word), "{command:?} says \"{word}\":\n{help}");
        }
    }
}

#[test]
fn help_in_english_has_no_vietnamese_words() {
    for command in COMMANDS {
        let help = help(command, "en");
        let accented = help.chars().find(|letter| letter.is_alphabetic() && !letter.is_ascii());
        assert_eq!(accented, None, "{command:?}:\n{help}");
    }
}

#[test]
fn help_lists_every_command_in_both_languages() {
    for language in ["vi", "en"] {
        let help = help(&[], language);
        for command in COMMANDS.iter().filter_map(|command| command.first()) {
            assert!(help.contains(&format!("\n  {command} ")), "{command} in {language}:\n{help}");
        }
    }
}

#[test]
fn no_command_at_all_shows_the_help_and_could_not_run() {
    let run = Place::empty().run(&[]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("Cách dùng: tdp"));
}

#[test]
fn wrong_usage_is_told_in_the_language_with_the_nearest_right_word() {
    let place = Place::empty();
    let cases: &[(&[&str], &str, &str)] = &[
        (&["explain", "--formt", "json"], "lỗi: Không có cờ hoặc tham số \"--formt\"", "Có phải là --format"),
        (&["valdate"], "lỗi: Không có lệnh \"valdate\"", "Có phải là validate"),
        (&["aggregate"], "lỗi: Còn thiếu: --output", "Thêm -o ket-qua"),
        (&["report"], "lỗi: Còn thiếu: --output", "Thêm -o bao-cao.docx"),
        (&["validate", "--format", "xml"], "không nhận giá trị \"xml\"", "text, json, csv"),
        (&["validate", "--as-of", "15-10"], "không nhận giá trị \"15-10\"", "15/10/2025"),
        (&["validate", "-q", "-v"], "không đi cùng", "--help"),
        (&["init", "x", "--plan", "ha-noi"], "không nhận giá trị \"ha-noi\"", "lai-chau-604"),
        (&["--lang"], "cần có giá trị", "vi, en"),
        (&["criteria"], "lỗi: Chưa nêu lệnh", "--help"),
    ];
    for (arguments, message, hint) in cases {
        let run = place.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}: {}", run.err);
        assert!(run.err.contains(message) && run.err.contains(hint), "{arguments:?}: {}", run.err);
        for word in words(&run.err).into_iter().filter(|word| *word != "help") {
            assert!(!ENGLISH.contains(&word), "{arguments:?} says \"{word}\": {}", run.err);
        }
    }
}

#[test]
fn every_shell_gets_its_completions() {
    for (shell, sign) in [
        ("bash", "_tdp()"),
        ("zsh", "#compdef tdp"),
        ("fish", "complete -c tdp"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let run = Place::empty().run(&["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert!(run.out.contains(sign) && run.out.contains("validate"), "{shell}");
    }
}

#[test]
fn the_manual_page_holds_every_command() {
    let page = Place::empty().run(&["man"]).out;
    assert!(page.contains(".TH tdp 1"), "{page}");
    for command in COMMANDS.iter().filter(|command| !command.is_empty()) {
        assert!(page.contains(&format!("\"tdp {}\"", command.join(" "))), "{command:?}:\n{page}");
    }
}

#[test]
fn a_code_is_explained_by_number_or_name_in_both_languages() {
    let place = Place::empty();
    let (vietnamese, english) =
        (place.run(&["explain", "tdp113"]), place.run(&["--lang", "en", "explain", "duplicate-unit"]));
    assert!(vietnamese.out.starts_with("TDP113 (duplicate-unit, lỗi)\n"), "{}", vietnamese.out);
    assert!(english.out.starts_with("TDP113 (duplicate-unit, error)\n"), "{}", english.out);
    assert_eq!(place.run(&["explain", "113"]).out, vietnamese.out);
    let slip = place.run(&["explain", "duplicate-unti"]);
    assert!(slip.err.contains("duplicate-unit"), "{}", slip.err);
    let unknown = place.run(&["explain", "TDP999"]);
    assert!(!unknown.err.contains("gần nhất"), "{}", unknown.err);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("TDP"), "{}", unknown.err);
}

#[test]
fn every_code_can_be_explained() {
    let list = Place::empty().run(&["explain"]).out;
    let codes: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(codes.len() > 40);
    let run = Place::empty().run(&[&["explain"], codes.as_slice()].concat());
    assert_eq!(run.code, 0);
    assert!(codes.iter().all(|code| run.out.contains(&format!("{code} ("))));
}
