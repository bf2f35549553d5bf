//! Tables and results to bytes: one output format a place, `rust_xlsxwriter` only in `xlsx`.

mod annexes;
mod csv;
mod json;
mod xlsx;

use crate::{Assessment, appendix::Appendices};

pub use self::{
    annexes::WrittenTable,
    csv::{findings_csv, score_csv, table_csv},
    json::{findings_json, score_json, totals_json},
    xlsx::{WorkbookProperties, cell_of},
};

use self::annexes::{csv_paths, sheet_names};

/// Why an output cannot be made; nothing of it is written then.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The plan asks for an appendix that there is not.
    #[error(transparent)]
    UnknownAppendix(#[from] crate::appendix::UnknownAppendix),
    /// A table does not fit into a workbook.
    #[error("bảng không ghi được vào sổ tính")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A result cannot be put into JSON, or the writer refused it.
    #[error("không ghi được JSON")]
    Json(#[from] serde_json::Error),
    /// A result cannot be put into CSV, or the writer refused it.
    #[error("không ghi được CSV")]
    Csv(#[from] ::csv::Error),
}

/// Makes every file of `aggregate`: path relative to the output folder, with `/`, and its bytes.
///
/// # Errors
/// When the plan asks for an unknown appendix, or a table does not fit into a workbook.
pub fn outputs(assessment: &Assessment) -> Result<Vec<(String, Vec<u8>)>, WriteError> {
    let appendices = Appendices::of(assessment)?;
    let (names, paths) = (sheet_names(appendices.headings()), csv_paths(appendices.headings()));
    let written = appendices.each(|index, annex| {
        let csv = table_csv(&annex)?;
        let sheet = xlsx::sheet(&annex, &names[index])?;
        let rows = annex.table.body_rows();
        Ok::<_, WriteError>((WrittenTable { heading: annex.heading, csv: paths[index].clone(), rows }, csv, sheet))
    })?;
    let (mut tables, mut csvs, mut sheets) = (Vec::new(), Vec::new(), Vec::new());
    for (table, csv, sheet) in written {
        csvs.push((table.csv.clone(), csv));
        tables.push(table);
        sheets.push(sheet);
    }
    let mut totals = Vec::new();
    totals_json(assessment, &tables, &mut totals)?;
    let workbook = xlsx::workbook(sheets, &WorkbookProperties::of(assessment))?;
    let first = std::iter::once(("phu-luc.xlsx".to_owned(), workbook));
    Ok(first.chain(csvs).chain([("tong-hop.json".to_owned(), totals)]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appendix::sample;

    #[test]
    fn the_files_are_the_workbook_the_tables_and_the_totals() {
        let files = outputs(&sample::assessment()).unwrap();
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
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
        let alone = one_thread.install(|| outputs(&sample::assessment()).unwrap());
        assert!(alone == outputs(&sample::assessment()).unwrap());
    }
}
