//! A ward named above a table that the register does not have, with the nearest that it has.

use crate::{
    finding::Finding,
    layout::Table,
    model::{CellPlace, CellRef, FileKey, Message, SheetKey, UnitKey, phrase, say},
    plan::{Level, Register},
    text::{canonical, nearest_by},
    workbook::Workbook,
};

use super::{rival_titles::doubtful_title, shown::clipped, ward::titles};

/// Names of wards have at most so many words.
const MOST_WORDS: usize = 4;
/// Words that stand behind the word for a ward and are no name: "kinh tế - xã hội", "phường xã năm 2025".
const NO_NAMES: &[&str] = &["hội", "năm", "và", "có", "được", "đạt", "tự", "phường", "xã"];

/// A title that names what no ward of the register is called.
pub(super) struct StrangeTitle {
    pub(super) sheet: SheetKey,
    pub(super) at: CellRef,
    /// What the cell says.
    pub(super) written: String,
    /// The wards with the nearest names.
    nearest: Vec<UnitKey>,
}

impl StrangeTitle {
    /// Finds the first title above the tables that names a ward, and none of the register.
    pub(super) fn above(book: &Workbook, tables: &[Table], register: &Register) -> Option<Self> {
        titles(book, tables).find_map(|(sheet, at, text)| {
            let name = ward_like(text).filter(|_| register.wards_named_in(text).is_empty())?;
            let wards = register.valid().filter(|(_, unit)| unit.level == Level::Ward);
            let nearest = nearest_by(&name, wards.map(|(key, unit)| (key, unit.name.as_str())));
            Some(Self { sheet, at, written: clipped(text.trim()).into_owned(), nearest })
        })
    }

    /// Tells a title that names no ward of the register, over tables that are read as those of `ward` for another reason.
    pub(super) fn tell_overruled(
        file: FileKey,
        book: &Workbook,
        tables: &[Table],
        register: &Register,
        ward: UnitKey,
    ) -> Option<Finding> {
        if titles(book, tables).any(|(.., text)| !register.wards_named_in(text).is_empty()) {
            return None;
        }
        let Self { sheet, at, written, .. } = Self::above(book, tables, register)?;
        let name = &register.unit(ward).name;
        let message = say!(
            "Phần đầu biểu ghi \"{written}\", không có trong danh sách đơn vị; tệp được đọc là của {name}",
            "The title says \"{written}\", which is not in the register; the file is read as that of {name}"
        );
        let help = say!(
            "Sửa phần đầu biểu cho đúng tên phường, xã; nếu tệp không phải của {name} thì gửi lại tệp đúng",
            "Correct the title; if the file is not that of {name}, send the right one"
        );
        Some(doubtful_title(CellPlace { file, sheet, cell: at }, message, help, written))
    }

    pub(super) fn message(&self, register: &Register) -> Message {
        let written = &self.written;
        let names: Vec<String> = self.nearest.iter().map(|ward| format!("\"{}\"", register.unit(*ward).name)).collect();
        let names = names.join(", ");
        let near = match names.as_str() {
            "" => Message::default(),
            names => phrase!("; tên gần nhất: {names}", "; the nearest names: {names}"),
        };
        say!(
            "Không biết tệp này của phường, xã nào: phần đầu biểu ghi \"{written}\", không có trong danh sách đơn vị{near}",
            "The ward of this file cannot be told: the title says \"{written}\", which is not in the register{near}",
            near
        )
    }
}

/// Returns the name of a ward that seems to stand in a text: the word for it, and the words with capitals behind it.
fn ward_like(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        let kind = [1, 2].into_iter().find_map(|length| {
            let kind = canonical(&words.get(at..at + length)?.join(" ")).into_owned();
            let before = at.checked_sub(1).map(|before| canonical(words[before]).into_owned());
            let full = matches!(kind.as_str(), "phường" | "xã" | "thị trấn" | "đặc khu");
            (full && before.as_deref() != Some("thị")).then_some((kind, length))
        });
        let (kind, length) = kind?;
        let mut name = vec![kind];
        for word in words[at + length..].iter().take(MOST_WORDS) {
            let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
            let is_name = bare.starts_with(char::is_uppercase) && bare.chars().all(char::is_alphabetic);
            if !is_name || NO_NAMES.contains(&canonical(bare).as_ref()) {
                break;
            }
            name.push(bare.to_owned());
            if bare.len() < word.len() {
                break;
            }
        }
        (name.len() > 1).then(|| name.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_ward_is_the_word_for_it_and_what_is_written_large_behind_it() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(ward_like(text).as_deref(), expected, "{text}");
        check("UBND PHƯỜNG HÒA BÌNH", Some("phường HÒA BÌNH"));
        check("Biểu tổng hợp của xã Tân Lập, năm 2025", Some("xã Tân Lập"));
        check("BIỂU CỦA THỊ TRẤN NÔNG TRƯỜNG NĂM 2025", Some("thị trấn NÔNG TRƯỜNG"));
        for text in
            ["", "Phường ......", "KINH TẾ - XÃ HỘI", "THỊ XÃ SƠN TÂY", "Phường, xã: ", "các phường, xã gửi", "xã"]
        {
            check(text, None);
        }
    }
}
