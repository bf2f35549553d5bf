//! What an annex is called as a sheet of the workbook and as a file of its own.

use crate::appendix::Heading;

/// The most characters that a spreadsheet allows in the name of a sheet.
const SHEET_NAME_LENGTH: usize = 31;
/// Longer names of files make trouble in archives and on network drives.
const CSV_NAME_LENGTH: usize = 100;

/// A table that was written.
#[derive(Clone, Debug)]
pub struct WrittenTable {
    /// What the annex is called.
    pub heading: Heading,
    /// Path of its CSV file below the output folder, with `/`.
    pub csv: String,
    /// How many rows of data it has, sections and totals aside.
    pub rows: usize,
}

/// Returns the names of the sheets under `headings`: "PL I", or the title of what has no number; each once.
pub(super) fn sheet_names<'h>(headings: impl Iterator<Item = &'h Heading>) -> Vec<String> {
    let name = |heading: &Heading| {
        let name = heading.number.as_ref().map_or_else(|| heading.title.clone(), |number| format!("PL {number}"));
        name.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], "-")
    };
    distinct(headings.map(name), SHEET_NAME_LENGTH)
}

/// Returns the paths of the CSV files: `csv/phu-luc-I.csv`, or the name of what has no number; each once.
pub(super) fn csv_paths<'h>(headings: impl Iterator<Item = &'h Heading>) -> Vec<String> {
    let name = |heading: &Heading| {
        let name =
            heading.number.as_ref().map_or_else(|| heading.name.to_owned(), |number| format!("phu-luc-{number}"));
        name.replace(|letter: char| !letter.is_alphanumeric() && letter != '-', "-")
    };
    distinct(headings.map(name), CSV_NAME_LENGTH).into_iter().map(|name| format!("csv/{name}.csv")).collect()
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
