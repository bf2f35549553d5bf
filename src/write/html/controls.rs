//! The fields above a table by which its rows are found; the script shows them, so that nobody sees them in vain.

use std::{collections::BTreeSet, fmt::Write as _};

use crate::{
    appendix::{Annex, Column, Content, Origin, RowKind, Table, Value},
    model::{Language, Message, phrase, say},
};

use super::{
    markup::{push_value, shown},
    table::name,
};

/// A column with more results than this is no choice of results.
const MOST_RESULTS: usize = 8;

/// Appends the fields for a table with rows to choose from.
pub(super) fn push_controls(page: &mut String, annex: &Annex<'_>, language: Language) {
    let table = &annex.table;
    if table.body_rows() < 2 {
        return;
    }
    let words = Words { language };
    let (code, name) = (words.code(), Message::same(name(annex)));
    let label = phrase!("Lọc {name}", "Filter {name}", name);
    let label = shown(label.in_language(language));
    let _ =
        writeln!(page, "<div class=\"controls\" role=\"search\" lang=\"{code}\" aria-label=\"{label}\" hidden=\"\">");
    let search = words.of(&say!("Tìm trong bảng", "Find in the table"));
    let _ =
        writeln!(page, "<label>{search} <input type=\"search\" autocomplete=\"off\" spellcheck=\"false\"/></label>");
    push_sections(page, annex, words);
    for (index, column) in table.columns.iter().enumerate() {
        if let Some(results) = results(table, column, index) {
            push_results(page, index, &column.heading, &results, words);
        }
    }
    let _ = writeln!(page, "<button type=\"button\">{}</button>", words.of(&say!("Bỏ lọc", "Show all rows")));
    let some = say!(
        "Đang lọc: {{shown}}/{{all}} dòng; các dòng cộng vẫn tính trên tất cả",
        "Filtered: {{shown}} of {{all}} rows; sums and totals still count all of them"
    );
    let all = say!("Tất cả {{all}} dòng", "All {{all}} rows");
    let (some, all) = (words.of(&some), words.of(&all));
    let has_sections = table.rows.iter().any(|row| row.kind == RowKind::Section);
    let hint = if has_sections {
        say!(
            "Bấm vào tên cột để sắp xếp trong từng mục",
            "Press the name of a column to sort by it within each section"
        )
    } else {
        say!("Bấm vào tên cột để sắp xếp", "Press the name of a column to sort by it")
    };
    let _ = writeln!(page, "<p class=\"hint\">{}</p>", words.of(&hint));
    let _ = writeln!(page, "<p role=\"status\" data-some=\"{some}\" data-all=\"{all}\"></p>\n</div>");
}

/// The words of the interface.
#[derive(Clone, Copy)]
struct Words {
    language: Language,
}

impl Words {
    fn of(self, message: &Message) -> String {
        shown(message.in_language(self.language)).to_string()
    }

    fn code(self) -> &'static str {
        self.language.tag()
    }

    fn push_all(self, page: &mut String) {
        let _ = write!(page, "<option value=\"\">{}</option>", self.of(&say!("Tất cả", "All")));
    }
}

fn push_sections(page: &mut String, annex: &Annex<'_>, words: Words) {
    let sections = annex.table.rows.iter().filter(|row| row.kind == RowKind::Section);
    let names: Vec<&Value<'_>> = sections.filter_map(|row| Some(&row.cells.get(1)?.value)).collect();
    if names.len() < 2 {
        return;
    }
    let kind = match annex.heading.name {
        "groups" | "matrix" | "shortfalls" => say!("Phường, xã", "Ward"),
        "criteria-by-ward" | "criteria-set" => say!("Tiêu chuẩn", "Standard"),
        _ => say!("Mục", "Section"),
    };
    let _ = write!(page, "<label>{} <select data-by=\"section\">", words.of(&kind));
    words.push_all(page);
    for (index, name) in names.into_iter().enumerate() {
        let _ = write!(page, "<option value=\"{index}\" lang=\"vi\">");
        push_value(page, name);
        page.push_str("</option>");
    }
    page.push_str("</select></label>\n");
}

/// Returns the different results in a column where every row has the result of its unit, in order of appearance.
fn results<'t>(table: &'t Table<'_>, column: &Column<'_>, index: usize) -> Option<Vec<&'t Value<'t>>> {
    if column.content != Content::Mark {
        return None;
    }
    let (mut results, mut seen) = (Vec::new(), BTreeSet::new());
    for row in table.rows.iter().filter(|row| row.kind == RowKind::Body) {
        let cell = row.cells.get(index)?;
        let (Value::Text(text), Origin::Unit(..)) = (&cell.value, cell.origin) else { return None };
        if seen.insert(text.as_ref()) {
            results.push(&cell.value);
        }
        if results.len() > MOST_RESULTS {
            return None;
        }
    }
    Some(results)
}

fn push_results(page: &mut String, index: usize, heading: &str, results: &[&Value<'_>], words: Words) {
    let _ = write!(page, "<label><span lang=\"vi\">{}</span> <select data-by=\"{index}\">", shown(heading));
    words.push_all(page);
    for result in results {
        page.push_str("<option lang=\"vi\">");
        push_value(page, result);
        page.push_str("</option>");
    }
    page.push_str("</select></label>\n");
}
