//! What copies are called: like the files that they were made of, each by a name of its own.

use std::collections::BTreeSet;

use crate::text::to_nfc;

use super::Making;

/// The endings that workbooks of Excel with marks may have.
const ENDINGS: [&str; 4] = [PLAIN_ENDING, "xlsm", "xltx", "xltm"];
/// That of those without macros.
const PLAIN_ENDING: &str = "xlsx";
/// A file or a folder may have a name of so many bytes, whatever the system.
const LONGEST: usize = 255;
/// What stands behind the last dot of a name is its ending if it is no longer than this, in bytes.
const LONGEST_ENDING: usize = 16;

/// The names of the copies of a run, below one folder.
#[derive(Debug, Default)]
pub struct Names {
    /// Every name and every folder so far, with small letters: some systems do not tell the others apart.
    taken: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl Names {
    /// Returns the path of the copy of the file `path`, below the folder of copies and with `/`: that of the file where
    /// its ending tells what the copy is, else with `.xlsx` behind it, and with a number where that is taken.
    pub fn take(&mut self, path: &str, making: Making) -> String {
        let path = clean(path);
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        let tells = match making {
            Making::AsItCame => true,
            Making::Own => ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())),
            Making::Cells | Making::CellsOfOdd => ending.is_some_and(|ending| ending == PLAIN_ENDING),
        };
        self.free(if tells { path } else { format!("{path}.{PLAIN_ENDING}") })
    }

    /// Returns the path of what is made of the file `path` in another format: its name with `ending` behind it, and with
    /// a number where that is taken.
    pub fn take_with_ending(&mut self, path: &str, ending: &str) -> String {
        self.free(format!("{}.{ending}", clean(path)))
    }

    /// Takes `path`, or what is nearest to it and free.
    fn free(&mut self, path: String) -> String {
        let path = if self.lies_below_a_file(&path) { path.replace('/', "_") } else { path };
        let (folder, file) =
            path.rsplit_once('/').map_or((String::new(), path.as_str()), |(folder, file)| (format!("{folder}/"), file));
        let numbers = std::iter::once(String::new()).chain((2_u32..).map(|number| format!(" ({number})")));
        let mut names = numbers.map(|number| format!("{folder}{}", fitting(file, &number)));
        let name = names.find(|name| self.is_free(name)).unwrap_or_default();
        self.taken.insert(folded(&name));
        self.folders.extend(folders(&folded(&name)).map(str::to_owned));
        name
    }

    fn is_free(&self, name: &str) -> bool {
        let name = folded(name);
        !self.taken.contains(&name) && !self.folders.contains(&name)
    }

    fn lies_below_a_file(&self, name: &str) -> bool {
        folders(&folded(name)).any(|folder| self.taken.contains(folder))
    }
}

/// Returns a path that leads nowhere but down.
fn clean(path: &str) -> String {
    let steps: Vec<String> = path.split(['/', '\\']).filter_map(step).collect();
    if steps.is_empty() { "tep".to_owned() } else { steps.join("/") }
}

/// Returns a step of a path as it may stand in that of a copy; `None` where it leads nowhere.
fn step(step: &str) -> Option<String> {
    let clean: String =
        step.chars().map(|letter| if letter.is_control() || letter == ':' { '_' } else { letter }).collect();
    (!matches!(clean.as_str(), "" | "." | "..")).then(|| fitting(&clean, ""))
}

/// Returns the name of a file or folder with `number` before its ending: where that is too long, as many letters of the
/// name as there is room for.
fn fitting(name: &str, number: &str) -> String {
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= LONGEST_ENDING => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let room = LONGEST.saturating_sub(number.len() + ending.len());
    if stem.len() <= room {
        return format!("{stem}{number}{ending}");
    }
    let letters = (0..=room).rev().find_map(|end| stem.get(..end)).unwrap_or_default();
    format!("{}{number}{ending}", letters.trim_end_matches(['.', ' ']))
}

fn folded(name: &str) -> String {
    to_nfc(name).to_lowercase()
}

/// Returns the folders above `name`.
fn folders(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('/').filter_map(|(at, _)| name.get(..at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_called_like_its_file_and_by_a_name_of_its_own() {
        let mut names = Names::default();
        assert_eq!(names.take("a/Biểu.xlsx", Making::Own), "a/Biểu.xlsx");
        assert_eq!(names.take("a/biểu.XLSX", Making::Own), "a/biểu (2).XLSX");
        assert_eq!(names.take("a/Biểu.xls", Making::Cells), "a/Biểu.xls.xlsx");
        assert_eq!(names.take("a/Biểu.xls.xlsx", Making::Own), "a/Biểu.xls (2).xlsx");
        assert_eq!(names.take("b.csv", Making::AsItCame), "b.csv");
        assert_eq!(names.take("b.xls", Making::Own), "b.xls.xlsx");
        assert_eq!(names.take("c.xlsm", Making::Own), "c.xlsm");
        assert_eq!(names.take("d.xlsm", Making::CellsOfOdd), "d.xlsm.xlsx");
        assert_eq!(names.take("A", Making::AsItCame), "A (2)");
        assert_eq!(names.take("b.csv/c.xlsx", Making::Own), "b.csv_c.xlsx");
    }

    #[test]
    fn what_is_made_in_another_format_has_the_whole_name_before_its_ending() {
        let mut names = Names::default();
        assert_eq!(names.take_with_ending("a/biểu.xlsx", "docx"), "a/biểu.xlsx.docx");
        assert_eq!(names.take_with_ending("a/biểu.csv", "docx"), "a/biểu.csv.docx");
        assert_eq!(names.take_with_ending("A/BIỂU.XLSX", "docx"), "A/BIỂU.XLSX (2).docx");
        assert_eq!(names.take_with_ending("../a", "docx"), "a.docx");
    }

    #[test]
    fn a_name_that_would_be_too_long_loses_its_last_letters_and_neither_its_number_nor_its_ending() {
        let letters = |count: usize| "ế".repeat(count);
        let mut names = Names::default();
        // Of 255 bytes, three for each letter: ".xlsx" leaves room for 83 letters, " (2).xlsx" for 82.
        let long = format!("{}.xls", letters(83));
        assert_eq!(names.take(&format!("a/{long}"), Making::Cells), format!("a/{}.xlsx", letters(83)));
        assert_eq!(names.take(&format!("a/{long}"), Making::Cells), format!("a/{} (2).xlsx", letters(82)));
        assert_eq!(names.take(&format!("b/{long}"), Making::AsItCame), format!("b/{long}"));
        assert_eq!(names.take_with_ending(&long, "docx"), format!("{}.docx", letters(83)));
        assert_eq!(names.take(&format!("{}/c.csv", letters(90)), Making::AsItCame), format!("{}/c.csv", letters(85)));
        // A name without an ending may be of letters alone.
        assert_eq!(names.take(&format!("d.{}", letters(84)), Making::AsItCame), format!("d.{}", letters(84)));
        assert_eq!(names.take(&format!("d.{}", letters(84)), Making::AsItCame), format!("d.{} (2)", letters(83)));
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let mut names = Names::default();
        for (path, name) in [
            ("../../etc/passwd.xlsx", "etc/passwd.xlsx"),
            ("/a.xlsx", "a.xlsx"),
            ("C:\\x\\b.xlsx", "C_/x/b.xlsx"),
            ("..", "tep.xlsx"),
            ("a\nb.xlsx", "a_b.xlsx"),
        ] {
            assert_eq!(names.take(path, Making::Own), name);
        }
    }
}
