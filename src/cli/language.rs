//! The language of the interface, decided before anything is parsed: flag, `TDP_LANG`, locale, else Vietnamese.

use std::{
    env,
    ffi::{OsStr, OsString},
};

use tdp::model::Language;

/// Picks one of two texts that stand side by side in the source.
pub(crate) trait Pick {
    /// Returns the text in this language.
    fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str;
}

impl Pick for Language {
    fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Vietnamese => vi,
            Self::English => en,
        }
    }
}

/// Returns the language that the arguments, else the environment ask for.
pub(crate) fn decide(arguments: &[OsString]) -> Language {
    choose(arguments, |name| {
        #[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
        env::var_os(name)
    })
}

fn choose(arguments: &[OsString], variable: impl Fn(&str) -> Option<OsString>) -> Language {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    asked_for(arguments)
        .and_then(|value| named(&value))
        .or_else(|| set("TDP_LANG").and_then(|value| named(&value)))
        .or_else(|| locale().and_then(|value| named(&value)))
        .unwrap_or_default()
}

/// Returns the value of the last `--lang` before a bare `--`.
fn asked_for(arguments: &[OsString]) -> Option<OsString> {
    let flags = arguments.iter().take_while(|argument| *argument != "--");
    let mut asked = None;
    let mut expecting = false;
    for argument in flags {
        if expecting {
            asked = Some(argument.clone());
        } else if let Some(value) = argument.to_str().and_then(|text| text.strip_prefix("--lang=")) {
            asked = Some(value.into());
        }
        expecting = argument == "--lang";
    }
    asked
}

/// Reads a language tag or locale: `vi`, `en`, `en_US.UTF-8`.
fn named(value: &OsStr) -> Option<Language> {
    let value = value.to_str()?;
    let tag = value.split(['_', '-', '.', '@']).next().unwrap_or_default();
    match tag.to_ascii_lowercase().as_str() {
        "vi" => Some(Language::Vietnamese),
        "en" => Some(Language::English),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(arguments: &[&str], variables: &[(&str, &str)]) -> Language {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        choose(&arguments, |name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn vietnamese_unless_something_says_english() {
        assert_eq!(chosen(&["tdp"], &[]), Language::Vietnamese);
        assert_eq!(chosen(&["tdp"], &[("LANG", "C.UTF-8")]), Language::Vietnamese);
        assert_eq!(chosen(&["tdp"], &[("LANG", "fr_FR.UTF-8")]), Language::Vietnamese);
        assert_eq!(chosen(&["tdp"], &[("LANG", "en_US.UTF-8")]), Language::English);
    }

    #[test]
    fn the_flag_beats_the_variable_and_the_variable_beats_the_locale() {
        let locale = ("LANG", "en_GB.UTF-8");
        assert_eq!(chosen(&["tdp"], &[("TDP_LANG", "vi"), locale]), Language::Vietnamese);
        assert_eq!(chosen(&["tdp", "--lang", "vi"], &[("TDP_LANG", "en"), locale]), Language::Vietnamese);
        assert_eq!(chosen(&["tdp", "--lang=en"], &[("TDP_LANG", "vi")]), Language::English);
    }

    #[test]
    fn the_first_locale_variable_that_is_set_counts() {
        assert_eq!(chosen(&["tdp"], &[("LC_ALL", ""), ("LANG", "en_US")]), Language::English);
        assert_eq!(chosen(&["tdp"], &[("LC_ALL", "vi_VN"), ("LANG", "en_US")]), Language::Vietnamese);
    }

    #[test]
    fn what_stands_after_the_double_dash_is_no_flag() {
        assert_eq!(chosen(&["tdp", "--", "--lang=en"], &[]), Language::Vietnamese);
    }
}
