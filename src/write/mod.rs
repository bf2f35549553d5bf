//! Tables and results to bytes: one output format a place, `rust_xlsxwriter` only in `xlsx`.

mod annexes;
mod cells;
mod csv;
mod docx;
mod html;
mod json;
mod told;
mod xlsx;

use rayon::prelude::*;

use std::mem;

use crate::{
    Assessment,
    appendix::{Annex, Parts, annexes, overview as main_totals},
    model::{Language, Message, say},
};

pub use self::{
    annexes::WrittenTable,
    cells::cells_xlsx,
    csv::{findings_csv, score_csv, table_csv},
    docx::{ReportStanding, receipt_docx, report_docx, report_standing},
    json::{findings_json, findings_sarif, report_json, score_json, totals_json},
    told::Told,
    xlsx::{WorkbookProperties, cell_of, form_xlsx},
};

use self::annexes::{csv_paths, sheet_names};

/// Why an output cannot be made; nothing of it is written then.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A table does not fit into a workbook.
    #[error("a table does not fit into a workbook")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A result cannot be put into JSON, or the writer refused it.
    #[error("a result cannot be put into JSON")]
    Json(#[from] serde_json::Error),
    /// A result cannot be put into CSV, or the writer refused it.
    #[error("a result cannot be put into CSV")]
    Csv(#[from] ::csv::Error),
    /// The parts of a workbook or document cannot be packed.
    #[error("the parts of a workbook or document cannot be packed")]
    Package(#[from] zip::result::ZipError),
    /// A part of a workbook cannot be packed.
    #[error("a part of a workbook cannot be packed")]
    Part(#[from] std::io::Error),
}

impl WriteError {
    /// Returns what to tell the user; the source has the details.
    pub fn told(&self) -> Message {
        match self {
            Self::Workbook(_) => say!("Bảng không ghi được vào sổ tính", "A table does not fit into a workbook"),
            Self::Json(_) => say!("Không ghi được JSON", "A result cannot be put into JSON"),
            Self::Csv(_) => say!("Không ghi được CSV", "A result cannot be put into CSV"),
            Self::Package(_) | Self::Part(_) => say!("Không đóng gói được tệp kết quả", "The result cannot be packed"),
        }
    }
}

/// The file of the totals below the output folder.
const TOTALS: &str = "tong-hop.json";
/// The file of the overview below the output folder.
pub const OVERVIEW: &str = "tong-quan.html";

/// Every file of `aggregate`.
#[derive(Debug)]
pub struct Outputs {
    /// The workbook and the tables: path relative to the output folder, with `/`, and bytes.
    pub tables: Vec<(String, Vec<u8>)>,
    /// The overview for a browser, where it is wanted.
    pub overview: Option<Vec<u8>>,
    /// The totals for machines, in JSON.
    pub totals: Vec<u8>,
}

impl Outputs {
    /// Returns every file, the totals last: path relative to the output folder, with `/`, and bytes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let tables = self.tables.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let overview = self.overview.iter().map(|page| (OVERVIEW, page.as_slice()));
        tables.chain(overview).chain([(TOTALS, self.totals.as_slice())])
    }
}

/// Makes every file of `aggregate` but the overview.
///
/// Facts and verdicts are given up as soon as the tables are built: the writing needs the room of half a city.
///
/// # Errors
/// When a table does not fit into a workbook.
pub fn outputs(assessment: Assessment) -> Result<Outputs, WriteError> {
    made(assessment, None)
}

/// Makes every file of `aggregate` as [`outputs`] does, and from the same tables the overview: a page for a browser
/// whose words, the documents aside, are in `language`.
///
/// # Errors
/// When a table does not fit into a workbook.
pub fn outputs_with_overview(assessment: Assessment, language: Language) -> Result<Outputs, WriteError> {
    made(assessment, Some(language))
}

/// A table in every format in which it comes out.
struct Written {
    table: WrittenTable,
    csv: Vec<u8>,
    sheet: xlsx::Sheet,
    part: Option<html::Part>,
}

/// Writes an annex as the sheet `name`, as the file `csv`, and as a part of the overview where one is wanted.
fn written(
    annex: Annex<'_>,
    name: &str,
    csv: String,
    living: &xlsx::Living<'_>,
    overview: Option<Language>,
) -> Result<Written, WriteError> {
    let bytes = table_csv(&annex)?;
    let sheet = xlsx::sheet(&annex, name, living)?;
    let part = overview.map(|language| html::part(&annex, &csv, language));
    let rows = annex.table.body_rows();
    Ok(Written { table: WrittenTable { heading: annex.heading, csv, rows }, csv: bytes, sheet, part })
}

fn made(mut assessment: Assessment, overview: Option<Language>) -> Result<Outputs, WriteError> {
    let evidence = mem::take(&mut assessment.received.evidence);
    let scorecards = mem::take(&mut assessment.scorecards);
    let parts = Parts::new(&assessment, &evidence, &scorecards);
    let (annexes, main) = (annexes(parts), main_totals(parts));
    rayon::join(|| drop(evidence), || drop(scorecards));
    let mut names = sheet_names(annexes.iter().map(|annex| &annex.heading).chain([&main.heading]));
    let last = names.pop().unwrap_or_default();
    let main = xlsx::overview_sheet(&main, &last, &annexes, &names)?;
    let paths = csv_paths(annexes.iter().map(|annex| &annex.heading));
    // The matrix, by far the largest, comes late in the usual order; it is begun early, so that no core waits for it.
    let living = xlsx::Living::of(&annexes, &names, &assessment.received.rulebook);
    let latest_first = annexes.into_par_iter().zip(names).zip(paths).rev().with_max_len(1);
    let written = latest_first.map(|((annex, name), csv)| written(annex, &name, csv, &living, overview));
    let written: Vec<Written> = written.collect::<Result<_, WriteError>>()?;
    let (mut tables, mut csvs, mut sheets, mut parts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for Written { table, csv, sheet, part } in written.into_iter().rev() {
        csvs.push((table.csv.clone(), csv));
        tables.push(table);
        sheets.push(sheet);
        parts.extend(part);
    }
    let overview = overview.map(|language| html::page(&assessment, parts, language));
    let mut json = Vec::new();
    let rulebook = &assessment.received.rulebook;
    totals_json(rulebook, &assessment.totals, &tables, &mut json)?;
    let workbook = xlsx::workbook(sheets, main, &WorkbookProperties::of(&rulebook.plan))?;
    csvs.insert(0, ("phu-luc.xlsx".to_owned(), workbook));
    // Nobody waits for the register to be given back.
    rayon::spawn(|| drop(assessment));
    Ok(Outputs { tables: csvs, overview, totals: json })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appendix::sample;

    #[test]
    fn the_files_are_the_workbook_the_tables_and_the_totals() {
        let outputs = outputs(sample::assessment()).unwrap();
        let paths: Vec<&str> = outputs.files().map(|(path, _)| path).collect();
        assert_eq!(
            paths,
            [
                "phu-luc.xlsx",
                "csv/phu-luc-I.csv",
                "csv/phu-luc-II.csv",
                "csv/phu-luc-III.csv",
                "csv/phu-luc-IV.csv",
                "csv/phu-luc-V.csv",
                "csv/phu-luc-VI.csv",
                "csv/sources.csv",
                "csv/criteria-set.csv",
                "tong-hop.json",
            ]
        );
    }

    #[test]
    fn the_same_assessment_gives_the_same_bytes() {
        let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let alone = one_thread.install(|| outputs(sample::assessment()).unwrap());
        let again = outputs(sample::assessment()).unwrap();
        assert!(alone.files().eq(again.files()));
    }
}
