//! Tables and results to bytes: one output format a place, `rust_xlsxwriter` only in `xlsx`.

mod annexes;
mod csv;
mod json;
mod xlsx;

use rayon::prelude::*;

use crate::{
    Assessment, Received,
    appendix::{Parts, annexes},
};

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
/// Facts and verdicts are given up as soon as the tables are built: the writing needs the room of half a city.
///
/// # Errors
/// When the plan asks for an unknown appendix, or a table does not fit into a workbook.
pub fn outputs(assessment: Assessment) -> Result<Vec<(String, Vec<u8>)>, WriteError> {
    let Assessment { received, scorecards, totals } = assessment;
    let Received { rulebook, sources, findings, evidence } = received;
    let parts = Parts {
        rulebook: &rulebook,
        sources: &sources,
        findings: &findings,
        totals: &totals,
        evidence: &evidence,
        scorecards: &scorecards,
    };
    let annexes = annexes(parts)?;
    rayon::join(|| drop(evidence), || drop(scorecards));
    let names = sheet_names(annexes.iter().map(|annex| &annex.heading));
    let paths = csv_paths(annexes.iter().map(|annex| &annex.heading));
    let written = annexes.into_par_iter().zip(names).zip(paths).map(|((annex, name), csv)| {
        let bytes = table_csv(&annex)?;
        let sheet = xlsx::sheet(&annex, &name)?;
        let rows = annex.table.body_rows();
        Ok((WrittenTable { heading: annex.heading, csv, rows }, bytes, sheet))
    });
    let written: Vec<(WrittenTable, Vec<u8>, xlsx::Sheet)> = written.collect::<Result<_, WriteError>>()?;
    let (mut tables, mut csvs, mut sheets) = (Vec::new(), Vec::new(), Vec::new());
    for (table, bytes, sheet) in written {
        csvs.push((table.csv.clone(), bytes));
        tables.push(table);
        sheets.push(sheet);
    }
    let mut json = Vec::new();
    totals_json(&rulebook, &totals, &tables, &mut json)?;
    let workbook = xlsx::workbook(sheets, &WorkbookProperties::of(&rulebook.plan))?;
    let first = std::iter::once(("phu-luc.xlsx".to_owned(), workbook));
    Ok(first.chain(csvs).chain([("tong-hop.json".to_owned(), json)]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appendix::sample;

    #[test]
    fn the_files_are_the_workbook_the_tables_and_the_totals() {
        let files = outputs(sample::assessment()).unwrap();
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
        let alone = one_thread.install(|| outputs(sample::assessment()).unwrap());
        assert!(alone == outputs(sample::assessment()).unwrap());
    }
}
