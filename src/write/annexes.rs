//! What an annex is called as a sheet of the workbook and as a file of its own.

use crate::appendix::Annex;

/// The most characters that a spreadsheet allows in the name of a sheet.
const SHEET_NAME_LENGTH: usize = 31;

/// Returns the names of the sheets of `annexes`: "PL I", or the title of what has no number; each once.
pub(super) fn sheet_names(annexes: &[Annex<'_>]) -> Vec<String> {
    let name = |annex: &Annex<'_>| {
        let name = annex.number.as_ref().map_or_else(|| annex.title.clone(), |number| format!("PL {number}"));
        name.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], "-")
    };
    distinct(annexes.iter().map(name), SHEET_NAME_LENGTH)
}

/// Returns the path of the CSV file of the annex at `index`: `csv/phu-luc-I.csv`, or its name where it has no number.
pub(super) fn csv_path(annexes: &[Annex<'_>], index: usize) -> String {
    let name = |annex: &Annex<'_>| {
        let name = annex.number.as_ref().map_or_else(|| annex.name.to_owned(), |number| format!("phu-luc-{number}"));
        name.replace(|letter: char| !letter.is_alphanumeric() && letter != '-', "-")
    };
    format!("csv/{}.csv", distinct(annexes.iter().map(name), 100)[index])
}

/// Cuts names to `length` characters and numbers those that would otherwise be there twice, in any case.
fn distinct(names: impl Iterator<Item = String>, length: usize) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let numbered = |number: usize| {
            let suffix = if number == 1 { String::new() } else { format!("-{number}") };
            let kept: String = name.chars().take(length - suffix.chars().count()).collect();
            format!("{kept}{suffix}")
        };
        let is_free = |name: &String| taken.iter().all(|other| other.to_lowercase() != name.to_lowercase());
        // One of so many numbered names is free, as only `taken` are not.
        taken.extend((1..=taken.len() + 1).map(numbered).find(is_free));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_and_numbered_so_that_each_is_there_once() {
        let names = ["PL I", "pl i", &"x".repeat(40), &"x".repeat(40)].map(str::to_owned);
        let longest = "x".repeat(31);
        let second = format!("{}-2", "x".repeat(29));
        assert_eq!(distinct(names.into_iter(), 31), ["PL I", "pl i-2", &longest, &second]);
    }
}
