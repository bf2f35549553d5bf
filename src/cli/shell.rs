//! Words as they are typed into a shell, for commands that people copy.

/// Whose rules of quoting hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Shell {
    /// sh and its kin.
    Unix,
    /// cmd and PowerShell.
    Windows,
}

/// Joins words to a command line that the shell of this machine takes apart into the same words.
pub(crate) fn command(words: &[String]) -> String {
    let shell = if cfg!(windows) { Shell::Windows } else { Shell::Unix };
    words.iter().map(|word| typed(word, shell)).collect::<Vec<_>>().join(" ")
}

fn typed(word: &str, shell: Shell) -> String {
    let plain = |letter: char| {
        letter.is_alphanumeric() || "-_./,:=@+".contains(letter) || (shell == Shell::Windows && letter == '\\')
    };
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    match shell {
        Shell::Unix => format!("'{}'", word.replace('\'', "'\\''")),
        // A backslash before the closing quote would take it for a letter.
        Shell::Windows => {
            let ending = word.chars().rev().take_while(|letter| *letter == '\\').count();
            format!("\"{word}{}\"", "\\".repeat(ending))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, unix: &str, windows: &str) {
        assert_eq!((typed(word, Shell::Unix).as_str(), typed(word, Shell::Windows).as_str()), (unix, windows));
    }

    #[test]
    fn a_word_is_quoted_where_the_shell_would_take_it_apart() {
        check("submissions/biểu.xlsx", "submissions/biểu.xlsx", "submissions/biểu.xlsx");
        check("phường một.csv", "'phường một.csv'", "\"phường một.csv\"");
        check("a$HOME`b`.csv", "'a$HOME`b`.csv'", "\"a$HOME`b`.csv\"");
        check("l'an (1).csv", r"'l'\''an (1).csv'", "\"l'an (1).csv\"");
        check(r"C:\biểu", r"'C:\biểu'", r"C:\biểu");
        check(r"C:\các biểu\", r"'C:\các biểu\'", r#""C:\các biểu\\""#);
        check("", "''", "\"\"");
    }

    #[test]
    fn words_are_joined_by_spaces() {
        let words = ["tdp", "validate", "01"].map(str::to_owned);
        assert_eq!(command(&words), "tdp validate 01");
    }
}
