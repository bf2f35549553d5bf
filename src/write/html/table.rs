//! An annex as a part of the page: its titles, its table with the same rows and values as on the sheet, its notes.

use std::fmt::Write as _;

use crate::{
    appendix::{Annex, Cell, Column, Content, Row, RowKind, Signing, Table, Value},
    model::Language,
};

use super::{
    controls::push_controls,
    markup::{push_value, shown},
};

/// How a table with more columns than this is set and printed, the widest first: smaller letters, across the paper.
const SHAPES: [(usize, &str); 3] = [(45, "annex wide smallest"), (20, "annex wide small"), (8, "annex wide")];

/// Makes the part of the page that shows `annex` under the anchor `id`.
pub(super) fn section(annex: &Annex<'_>, id: &str, language: Language) -> String {
    let mut page = String::new();
    let id = shown(id).to_string();
    let shape = shape(annex.table.columns.len());
    let _ = writeln!(page, "<section class=\"{shape}\" id=\"{id}\" lang=\"vi\" aria-labelledby=\"ten-{id}\">");
    push_titles(&mut page, annex, &id);
    push_controls(&mut page, annex, language);
    if let Some(unit) = &annex.table.unit {
        let _ = writeln!(page, "<p class=\"unit\">{}</p>", shown(unit));
    }
    push_table(&mut page, annex, &id);
    for note in &annex.table.notes {
        let _ = writeln!(page, "<p class=\"note\">{}</p>", shown(note));
    }
    if let Some(signing) = &annex.signing {
        push_signing(&mut page, signing);
    }
    page.push_str("</section>\n");
    page
}

/// Returns what an annex is called: "Phụ lục I", or its title where it has no number.
pub(super) fn name(annex: &Annex<'_>) -> String {
    let heading = &annex.heading;
    heading.number.as_ref().map_or_else(|| heading.title.clone(), |number| format!("Phụ lục {number}"))
}

/// Returns the classes of a table with so many columns.
fn shape(columns: usize) -> &'static str {
    SHAPES.iter().find(|(most, _)| columns > *most).map_or("annex", |(_, shape)| shape)
}

/// Appends where and when the annex is signed, and by whom.
fn push_signing(page: &mut String, signing: &Signing) {
    let _ = writeln!(page, "<div class=\"signing\">\n<p class=\"dated\">{}</p>", shown(&signing.dated));
    for line in &signing.title {
        let _ = writeln!(page, "<p>{}</p>", shown(line));
    }
    let _ = writeln!(page, "<p class=\"signer\">{}</p>\n</div>", shown(&signing.name));
}

fn push_titles(page: &mut String, annex: &Annex<'_>, id: &str) {
    let heading = &annex.heading;
    if let Some(signing) = &annex.signing {
        page.push_str("<div class=\"issuing\">\n");
        for line in &signing.issuer {
            let _ = writeln!(page, "<p>{}</p>", shown(line));
        }
        page.push_str("</div>\n");
    }
    let _ = write!(page, "<h2 id=\"ten-{id}\">");
    if heading.number.is_some() {
        let _ = write!(page, "<span>{}</span> ", shown(&name(annex)));
    }
    let _ = writeln!(page, "<span>{}</span></h2>", shown(&heading.title));
    let _ = writeln!(page, "<p class=\"annexed\">{}</p>", shown(&annex.annexed_to));
    for remark in &annex.remarks {
        let _ = writeln!(page, "<p class=\"remark\">{}</p>", shown(remark));
    }
}

fn push_table(page: &mut String, annex: &Annex<'_>, id: &str) {
    let table = &annex.table;
    let _ = writeln!(page, "<div class=\"box\" role=\"group\" tabindex=\"0\" aria-labelledby=\"ten-{id}\">");
    let named = table.columns.iter().position(|column| column.content == Content::Text).unwrap_or_default();
    let _ = writeln!(page, "<table>\n<caption>{}</caption>\n<thead>", shown(&annex.heading.title));
    push_headings(page, &table.columns, named);
    page.push_str("</thead>\n");
    let mut open = false;
    for (index, row) in table.rows.iter().enumerate() {
        if let Some(class) = opened(table, index) {
            let _ = writeln!(page, "{}<tbody{class}>", if open { "</tbody>\n" } else { "" });
            open = true;
        }
        push_row(page, row, &table.columns, named);
    }
    page.push_str(if open { "</tbody>\n</table>\n</div>\n" } else { "</table>\n</div>\n" });
}

fn push_headings(page: &mut String, columns: &[Column<'_>], named: usize) {
    let mut below = String::new();
    let mut index = 0;
    page.push_str("<tr>");
    let has_two_rows = columns.iter().any(|column| column.over.is_some());
    for shared in columns.chunk_by(|left, right| left.over.is_some() && left.over == right.over) {
        if let Some(over) = shared[0].over.as_deref() {
            let _ = write!(page, "<th scope=\"colgroup\" colspan=\"{}\">{}</th>", shared.len(), shown(over));
        }
        for column in shared {
            let is_alone = column.over.is_none();
            let into = if is_alone { &mut *page } else { &mut below };
            let rows = if is_alone && has_two_rows { " rowspan=\"2\"" } else { "" };
            let sort = if column.content == Content::Figure { "figure" } else { "words" };
            let class = if index == named { " class=\"name\"" } else { "" };
            let _ = write!(
                into,
                "<th scope=\"col\"{class}{rows} data-column=\"{index}\" data-sort=\"{sort}\">{}</th>",
                shown(&column.heading)
            );
            index += 1;
        }
    }
    page.push_str("</tr>\n");
    if has_two_rows {
        let _ = writeln!(page, "<tr>{below}</tr>");
    }
}

/// Returns the class of the group of rows that opens with a row, if one does: a section, a line with what it adds up
/// below it, the totals at the end.
fn opened(table: &Table<'_>, index: usize) -> Option<&'static str> {
    let kind = |index: usize| table.rows.get(index).map(|row| row.kind);
    let is_total = |kind| matches!(kind, Some(RowKind::Total | RowKind::Goal));
    let before = index.checked_sub(1).and_then(kind);
    match kind(index)? {
        RowKind::Section => Some(" class=\"section\""),
        RowKind::Subtotal if kind(index + 1) == Some(RowKind::Body) => Some(" class=\"lead\""),
        RowKind::Total | RowKind::Goal if !is_total(before) => Some(" class=\"totals\""),
        RowKind::Body | RowKind::Subtotal if before.is_none() || is_total(before) => Some(""),
        _ => None,
    }
}

fn push_row(page: &mut String, row: &Row<'_>, columns: &[Column<'_>], named: usize) {
    match row.kind {
        RowKind::Body => page.push_str("<tr>"),
        RowKind::Section => page.push_str("<tr class=\"section\">"),
        RowKind::Subtotal => page.push_str("<tr class=\"sum\">"),
        RowKind::Total => page.push_str("<tr class=\"total\">"),
        RowKind::Goal => page.push_str("<tr class=\"goal\">"),
    }
    if row.kind == RowKind::Section {
        push_section(page, row);
    } else {
        for (index, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
            push_cell(page, cell, column.content, index == named);
        }
    }
    page.push_str("</tr>\n");
}

/// Appends the ordinal of a section, and its name across the rest of the table.
fn push_section(page: &mut String, row: &Row<'_>) {
    let rest = row.cells.len().saturating_sub(1).max(1);
    let value = |index: usize| row.cells.get(index).map_or(&Value::Empty, |cell| &cell.value);
    page.push_str("<td>");
    push_value(page, value(0));
    let _ = write!(page, "</td><th scope=\"rowgroup\" colspan=\"{rest}\"><span>");
    push_value(page, value(1));
    page.push_str("</span></th>");
}

fn push_cell(page: &mut String, cell: &Cell<'_>, content: Content, names_the_row: bool) {
    let value = &cell.value;
    if names_the_row && *value != Value::Empty {
        page.push_str("<th scope=\"row\">");
        push_value(page, value);
        page.push_str("</th>");
        return;
    }
    page.push_str(match cell.set_in(content) {
        Content::Mark => "<td>",
        Content::Text => "<td class=\"t\">",
        Content::Figure => "<td class=\"f\">",
    });
    push_value(page, value);
    page.push_str("</td>");
}
