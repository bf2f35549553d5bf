//! Names of files and sheets made from the names of units and agencies, without letters that systems refuse.

/// A name is never so long that a path with it breaks.
const LONGEST: usize = 100;

/// Returns a name that every system takes, like `name`; nothing where no letter of it is left.
pub(super) fn of(name: &str) -> Option<String> {
    let hostile = |letter: char| letter.is_control() || "/\\:*?\"<>|".contains(letter);
    let bare: String = name.chars().map(|letter| if hostile(letter) { ' ' } else { letter }).collect();
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare: String = bare.trim_matches(['.', ' ']).chars().take(LONGEST).collect();
    let bare = bare.trim_end_matches(['.', ' ']);
    bare.contains(char::is_alphanumeric).then(|| bare.to_owned()).filter(|bare| !is_reserved(bare))
}

/// Returns whether Windows keeps the name for a device.
fn is_reserved(name: &str) -> bool {
    let name = name.split('.').next().unwrap_or(name).to_ascii_uppercase();
    let numbered = |device: &str| name.strip_prefix(device).is_some_and(|rest| rest.len() == 1);
    matches!(name.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_letters_and_loses_what_paths_cannot_hold() {
        let check = |name: &str, expected: Option<&str>| assert_eq!(of(name).as_deref(), expected, "{name}");
        check("Phường Đoàn Kết", Some("Phường Đoàn Kết"));
        check("Phường 1/2: \"A\"", Some("Phường 1 2 A"));
        check("../..\\x\u{0}y", Some("x y"));
        check("Phường A. ", Some("Phường A"));
        check("???", None);
        check("con", None);
        check("Com1.x", None);
    }
}
