//! What the program says is said in sentences: each begins with a capital letter and has no full stop.
//!
//! A message made by `say!` is a sentence, one made by `phrase!` a piece of one or the entry of a table.
#![expect(clippy::string_slice, reason = "the places were found in the same text")]

mod sources;

use sources::source_files;

#[test]
fn every_sentence_begins_with_a_capital_letter_and_has_no_full_stop() {
    let files = source_files();
    let said: Vec<(&str, &str)> = files
        .iter()
        .flat_map(|(path, text)| sentences(text).into_iter().map(|sentence| (path.as_str(), sentence)))
        .collect();
    assert!(said.len() > 300, "only {} sentences found", said.len());
    let wrong: Vec<String> = said
        .into_iter()
        .filter(|(_, sentence)| !is_sentence(sentence))
        .map(|(path, sentence)| format!("{path}: {sentence}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn both_sentences_of_a_message_are_found() {
    let source = r#"
        let message = say!(
            "Ô \"{at}\" trống",
            "Cell {at} is blank",
            at
        );
        phrase!("đạt", "achieved"); my_say!("a", "b");
        say!("", "");
    "#;
    assert_eq!(sentences(source), [r#"Ô \"{at}\" trống"#, "Cell {at} is blank", "", ""]);
}

#[test]
fn a_small_letter_or_a_full_stop_is_told() {
    for right in ["Ô trống", "Đã ghi", "Xã không có", r#"\"nhiều\" không phải là số"#, "{shown} là số âm", "3 hộ…"]
    {
        assert!(is_sentence(right), "{right}");
    }
    for wrong in ["ô trống", "đã ghi", "the file", "Ghi xong.", " Ghi", "Ghi ", ""] {
        assert!(!is_sentence(wrong), "{wrong}");
    }
}

/// Returns whether a text begins like a sentence and ends like those of the program; a quotation or a number may begin
/// it.
fn is_sentence(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(|first| !first.is_lowercase() && !first.is_whitespace());
    begins && !text.ends_with(['.', ' '])
}

/// Returns the sentences in the source: the first two texts of every `say!`.
fn sentences(source: &str) -> Vec<&str> {
    let within = |letter: char| letter.is_alphanumeric() || letter == '_';
    let messages = source.match_indices("say!(").filter(|(at, _)| !source[..*at].ends_with(within));
    messages
        .filter_map(|(at, opening)| {
            let (vietnamese, rest) = literal(&source[at + opening.len()..])?;
            let (english, _) = literal(rest.trim_start().strip_prefix(',')?)?;
            Some([vietnamese, english])
        })
        .flatten()
        .collect()
}

/// Returns what stands between the quotation marks that `source` begins with, and what follows them.
fn literal(source: &str) -> Option<(&str, &str)> {
    let inside = source.trim_start().strip_prefix('"')?;
    let mut escaped = false;
    let end = inside.find(|letter| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    })?;
    Some((&inside[..end], &inside[end + 1..]))
}
