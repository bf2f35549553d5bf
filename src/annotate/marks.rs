//! The marks on the cells of a sheet: one look on a condition that always holds, so that no cell is touched.

use std::{collections::BTreeMap, fmt::Write as _};

use memchr::memmem;

use crate::{
    finding::Severity,
    model::CellRef,
    workbook::{
        fault::Fault,
        tags::{Tags, unescaped},
    },
};

use super::{
    element::{Child, Element, MOST_HELD},
    patch::Patch,
    problem::Problem,
    sheet::before,
    styles::Looks,
};

/// How the conditions of the marks begin: the length of a text, which is never zero.
const CONDITION: &str = "LEN(\"tdp:";
/// So many ranges of cells are named by one condition.
const RANGES: usize = 200;

/// Replaces the marks on the sheet of `root` by those of `problems`.
///
/// # Errors
/// When the sheet is malformed.
pub(super) fn replace(
    xml: &[u8],
    root: &Element<'_>,
    problems: &[Problem<'_>],
    looks: Option<Looks>,
    patch: &mut Patch,
) -> Result<(), Fault> {
    let mut removed = BTreeMap::new();
    for child in root.named("conditionalFormatting") {
        remove(xml, child, patch, &mut removed)?;
    }
    let conditions = looks.map(|looks| conditions(problems, looks)).unwrap_or_default();
    let mut text = String::new();
    let prefix = &root.prefix;
    for (priority, (look, name, cells)) in (1_usize..).zip(&conditions) {
        let _ = write!(
            text,
            "<{prefix}conditionalFormatting sqref=\"{cells}\"><{prefix}cfRule type=\"expression\" dxfId=\"{look}\" \
             priority=\"{priority}\"><{prefix}formula>{CONDITION}{name}\")</{prefix}formula></{prefix}cfRule>\
             </{prefix}conditionalFormatting>"
        );
    }
    if !text.is_empty() {
        root.put_behind(before("conditionalFormatting"), patch, &text);
    }
    shift(xml, root, &removed, conditions.len(), patch)
}

/// The rules that are taken out: where each stood, and which it was among those of the sheet.
type Removed = BTreeMap<usize, u64>;

/// Takes the marks out of the conditions of some cells.
fn remove(xml: &[u8], child: &Child<'_>, patch: &mut Patch, removed: &mut Removed) -> Result<(), Fault> {
    let start = child.tag.start;
    let part = &xml[child.range()];
    let rules = Element::find(part, &["conditionalFormatting"])?.ok_or(Fault::Malformed)?;
    let is_mark = |rule: &&Child<'_>| is_mark(&part[rule.range()]);
    let marks: Vec<&Child<'_>> = rules.named("cfRule").filter(is_mark).collect();
    for mark in &marks {
        let priority = mark.tag.text("priority")?.parse().unwrap_or(0);
        removed.insert(start + mark.tag.start, priority);
    }
    if !marks.is_empty() && marks.len() == rules.children.len() {
        patch.replace(child.range(), "");
    } else {
        for mark in marks {
            patch.replace(start + mark.tag.start..start + mark.end, "");
        }
    }
    Ok(())
}

fn is_mark(rule: &[u8]) -> bool {
    memmem::find(rule, b"tdp:").is_some() && unescaped(rule).is_ok_and(|rule| rule.contains(CONDITION))
}

/// Makes room for `count` conditions before all others, where there was room for those `removed`.
fn shift(xml: &[u8], root: &Element<'_>, removed: &Removed, count: usize, patch: &mut Patch) -> Result<(), Fault> {
    let mut others = Vec::new();
    for child in root.named("conditionalFormatting").chain(root.named("extLst")) {
        let start = child.tag.start;
        let mut tags = Tags::new(&xml[child.range()])?;
        while let Some(tag) = tags.next()? {
            let ours = removed.contains_key(&(start + tag.start));
            if tag.opens()
                && tag.name == b"cfRule"
                && !ours
                && let Some(range) = tag.value_range("priority")?
            {
                let priority: u64 = tag.text("priority")?.parse().map_err(|_| Fault::Malformed)?;
                if others.len() == MOST_HELD {
                    return Err(Fault::Malformed);
                }
                others.push((start + range.start..start + range.end, priority));
            }
        }
    }
    let first = removed.len() as u64;
    let had_room = removed.values().all(|mark| *mark <= first) && others.iter().all(|(_, other)| *other > first);
    let freed = if had_room { first } else { 0 };
    for (range, priority) in others {
        let shifted = (priority - freed).saturating_add(count as u64);
        if shifted != priority {
            patch.replace(range, shifted.to_string());
        }
    }
    Ok(())
}

/// Returns the conditions: look, name, cells.
fn conditions(problems: &[Problem<'_>], looks: Looks) -> Vec<(usize, &'static str, String)> {
    let mut conditions = Vec::new();
    for (severity, look, name) in
        [(Severity::Error, looks.error, "error"), (Severity::Warning, looks.warning, "warning")]
    {
        let mut cells: Vec<CellRef> =
            problems.iter().filter(|problem| problem.severity() == severity).map(|problem| problem.cell).collect();
        cells.sort_unstable_by_key(|cell| (cell.column, cell.row));
        for ranges in ranges(&cells).chunks(RANGES) {
            conditions.push((look, name, ranges.join(" ")));
        }
    }
    conditions
}

/// Names cells, in order of column and row, by the ranges that they make below each other.
fn ranges(cells: &[CellRef]) -> Vec<String> {
    let follows = |one: &CellRef, next: &CellRef| one.column == next.column && one.row + 1 == next.row;
    let runs = cells.chunk_by(follows).filter_map(|run| Some((run.first()?, run.last()?)));
    runs.map(|(first, last)| if first == last { first.to_string() } else { format!("{first}:{last}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_below_each_other_are_one_range() {
        let cells = ["A1", "A2", "A4", "B1", "B2"].map(|cell| cell.parse().unwrap());
        assert_eq!(ranges(&cells), ["A1:A2", "A4", "B1:B2"]);
    }
}
