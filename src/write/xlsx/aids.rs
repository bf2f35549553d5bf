//! What helps on the screen and does not disturb in print: filters, marks that follow the verdicts, links to where a
//! figure comes from.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    ColNum, Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, RowNum, Url, Worksheet, XlsxError,
};

use crate::{
    appendix::{Annex, Origin, RowKind, UnitResult, Value, words},
    model::{Outcome, Transition, Verdict},
    plan::AppendixName,
};

use super::{formats::Formats, living::Living, placement::Placement};

/// The tables that people look things up in.
const LOOKED_UP: [AppendixName; 3] = [AppendixName::Groups, AppendixName::Matrix, AppendixName::Shortfalls];
/// A sheet may hold so many links.
const MOST_LINKS: usize = 60_000;
/// The columns of shortfalls that lead to the verdict and to the file; short ones, as links are not wrapped everywhere.
const CRITERION: usize = 3;
const SOURCE: usize = 11;

/// Puts the aids on the sheet of an annex.
pub(super) fn add(
    sheet: &mut Worksheet,
    annex: &Annex<'_>,
    formats: &Formats,
    living: &Living<'_>,
) -> Result<(), XlsxError> {
    let placement = Placement::of(annex);
    let bodies = annex.table.rows.iter().rposition(|row| row.kind == RowKind::Body);
    let Some(last) = bodies.and_then(|index| Some(placement.rows + RowNum::try_from(index).ok()?)) else {
        return Ok(());
    };
    let columns = ColNum::try_from(annex.table.columns.len()).unwrap_or(ColNum::MAX);
    if LOOKED_UP.iter().any(|name| name.word() == annex.heading.name) {
        sheet.autofilter(placement.column_numbers, 0, last, columns.saturating_sub(1))?;
    }
    for column in results(annex) {
        mark(sheet, placement.rows, last, column)?;
    }
    if annex.heading.name == AppendixName::Shortfalls.word() && 2 * annex.table.body_rows() <= MOST_LINKS {
        link(sheet, annex, formats, living)?;
    }
    Ok(())
}

/// Returns the columns that show verdicts and outcomes.
fn results(annex: &Annex<'_>) -> BTreeSet<ColNum> {
    let shows_result = |origin: &Origin| {
        matches!(origin, Origin::Unit(_, UnitResult::Outcome | UnitResult::Transition))
            || (annex.heading.name == AppendixName::Matrix.word() && matches!(origin, Origin::Verdict(..)))
    };
    let bodies = annex.table.rows.iter().filter(|row| row.kind == RowKind::Body);
    let cells = bodies.flat_map(|row| (0..).zip(&row.cells));
    cells.filter(|(_, cell)| shows_result(&cell.origin)).map(|(column, _)| column).collect()
}

/// Marks what was not achieved by bold letters on grey, and what is open by slanted ones: seen without colour, too.
fn mark(sheet: &mut Worksheet, first: RowNum, last: RowNum, column: ColNum) -> Result<(), XlsxError> {
    let failed = Format::new().set_bold().set_background_color(Color::RGB(0x00D9_D9D9));
    let open = Format::new().set_italic().set_background_color(Color::RGB(0x00F2_F2F2));
    let failures = [
        words::sign(Verdict::NotAchieved),
        words::outcome(Outcome::NotAchieved),
        words::transition(Transition::Lost),
        words::transition(Transition::NotYet),
    ];
    let gaps =
        [words::sign(Verdict::Missing), words::outcome(Outcome::Incomplete), words::transition(Transition::Undecided)];
    let failures = failures.into_iter().map(|words| (words, &failed));
    let gaps = gaps.into_iter().map(|words| (words, &open));
    for (words, format) in failures.chain(gaps) {
        let rule = ConditionalFormatCellRule::EqualTo(words.to_owned());
        let marked = ConditionalFormatCell::new().set_rule(rule).set_format(format);
        sheet.add_conditional_format(first, column, last, column, &marked)?;
    }
    Ok(())
}

/// Leads from each shortfall to the verdict in the matrix and to the file in the list of sources.
fn link(sheet: &mut Worksheet, annex: &Annex<'_>, formats: &Formats, living: &Living<'_>) -> Result<(), XlsxError> {
    for (at, row) in (Placement::of(annex).rows..).zip(&annex.table.rows).filter(|(_, row)| row.kind == RowKind::Body) {
        let targets = [(CRITERION, living.verdict_of(row)), (SOURCE, living.source_of(row))];
        for (column, target) in targets {
            let (Some(target), Some(cell)) = (target, row.cells.get(column)) else { continue };
            let Value::Text(text) = &cell.value else { continue };
            let content = annex.table.columns[column].content;
            let url = Url::new(format!("internal:{target}")).set_text(text.as_ref());
            let format = formats.cell(RowKind::Body, content, &cell.value);
            sheet.write_url_with_format(at, ColNum::try_from(column).unwrap_or(ColNum::MAX), url, format)?;
        }
    }
    Ok(())
}
