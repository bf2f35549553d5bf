//! Patterns of text that several definitions share.

use super::Pattern;

/// A short name that files, references and commands use: `lai-chau-tdp`.
pub static SLUG: Pattern = Pattern {
    fits: |text| {
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        text.split('-').all(is_word)
    },
    regex: "^[a-z0-9]+(-[a-z0-9]+)*$",
    about: (
        "chữ thường không dấu, chữ số và dấu gạch nối, như \"lai-chau-tdp\"",
        "small letters, digits and hyphens, such as \"lai-chau-tdp\"",
    ),
    meant: |_| None,
};

/// A file or folder inside the workspace: `units.csv`, `du-lieu/units.xlsx`.
pub static INNER_PATH: Pattern = Pattern {
    fits: is_inner_path,
    regex: r"^(?!.*(^|/)\.{0,2}(/|$))[^\\:\u0000-\u001f]+$",
    about: (
        "đường dẫn trong thư mục làm việc, cách nhau bằng dấu /, không có \"..\", như \"units.csv\"",
        "a path inside the workspace, with / and without \"..\", such as \"units.csv\"",
    ),
    meant: |_| None,
};

/// A folder inside or beside the workspace: `../2024`.
pub static NEIGHBOUR_PATH: Pattern = Pattern {
    fits: |text| {
        let mut inner = text;
        while let Some(rest) = inner.strip_prefix("../") {
            inner = rest;
        }
        is_inner_path(inner)
    },
    regex: r"^(\.\./)*(?!.*(^|/)\.{0,2}(/|$))[^\\:\u0000-\u001f]+$",
    about: ("thư mục cạnh thư mục làm việc, như \"../2024\"", "a folder beside the workspace, such as \"../2024\""),
    meant: |_| None,
};

/// Every part of the path names something below it, on every system.
fn is_inner_path(text: &str) -> bool {
    let names_something = |part: &str| !matches!(part, "" | "." | "..");
    let is_portable = |letter: char| !matches!(letter, '\\' | ':') && !letter.is_control();
    text.split('/').all(names_something) && text.chars().all(is_portable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &Pattern, right: &[&str], wrong: &[&str]) {
        for text in right {
            assert!((pattern.fits)(text), "{text:?}");
        }
        for text in wrong {
            assert!(!(pattern.fits)(text), "{text:?}");
        }
    }

    #[test]
    fn a_path_stays_in_the_workspace() {
        let wrong =
            ["", "/etc/passwd", "../units.csv", "a/../../b", "a//b", "./a", "a/", "C:\\a", "c:a", "a\\b", ".", "a\nb"];
        check(&INNER_PATH, &["units.csv", "dữ liệu/units.csv", "a..b", "...a"], &wrong);
    }

    #[test]
    fn the_workspace_before_may_stand_beside_this_one() {
        check(&NEIGHBOUR_PATH, &["../2024", "../../a/2024", "2024"], &["..", "../", "/2024", "../2024/../x", "a/../b"]);
    }

    #[test]
    fn a_slug_is_plain() {
        check(&SLUG, &["lai-chau-tdp", "da-nang-71"], &["", "Lai", "a--b", "-a", "a_b", "lai châu"]);
    }
}
