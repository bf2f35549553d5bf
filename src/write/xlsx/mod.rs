//! Annexes as sheets of one workbook, and blank forms as workbooks of their own.

mod aids;
mod columns;
mod form;
mod formats;
mod living;
mod measure;
mod overview;
mod package;
mod pages;
mod placement;
mod sheet;

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::{
    appendix::{Annex, Overview},
    model::APPENDICES_STAMP,
    plan::Plan,
};

use super::WriteError;

use self::{
    formats::{DEFAULT_CELL, default_format},
    overview::NamedCell,
};

pub(super) use self::living::Living;
pub use self::{form::form_xlsx, placement::cell_of};

/// What a workbook says of itself.
#[derive(Clone, Debug)]
pub struct WorkbookProperties {
    /// Title of the plan.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// The day of the report, else of the plan: never the clock's, so that the same inputs give the same bytes.
    pub day: NaiveDate,
}

impl WorkbookProperties {
    /// Takes them from a plan.
    pub fn of(plan: &Plan) -> Self {
        Self { title: plan.title.clone(), issuer: plan.issuer.clone(), day: plan.report.date.unwrap_or(plan.date) }
    }

    fn document(&self) -> Result<DocProperties, XlsxError> {
        Ok(self.plain()?.set_custom_property(APPENDICES_STAMP.0, APPENDICES_STAMP.1))
    }

    /// Returns them without a stamp.
    fn plain(&self) -> Result<DocProperties, XlsxError> {
        use chrono::Datelike;
        let year = u16::try_from(self.day.year()).unwrap_or(1900);
        let month = u8::try_from(self.day.month()).unwrap_or(1);
        let day = ExcelDateTime::from_ymd(year, month, u8::try_from(self.day.day()).unwrap_or(1))?;
        let properties = DocProperties::new().set_title(&self.title).set_company(&self.issuer);
        Ok(properties.set_creation_datetime(&day))
    }
}

/// An annex as a sheet that is not yet in a workbook.
pub(super) struct Sheet(Worksheet);

/// Makes the sheet of an annex.
///
/// # Errors
/// When its table has more rows or columns than a sheet.
pub(super) fn sheet(annex: &Annex<'_>, name: &str, living: &Living<'_>) -> Result<Sheet, WriteError> {
    Ok(Sheet(sheet::sheet(annex, name, living)?))
}

/// The sheet of the overview, and the names of its cells.
pub(super) struct OverviewSheet {
    sheet: Sheet,
    cells: Vec<NamedCell>,
}

/// Makes the sheet of the overview, whose figures follow those of the annexes on the sheets of these names.
///
/// # Errors
/// When something does not fit onto the sheet.
pub(super) fn overview_sheet(
    overview: &Overview,
    name: &str,
    annexes: &[Annex<'_>],
    names: &[String],
) -> Result<OverviewSheet, WriteError> {
    let (sheet, cells) = overview::overview(overview, name, annexes, names)?;
    Ok(OverviewSheet { sheet, cells })
}

/// The parts are compressed for good afterwards, side by side; until then, as little as the writer allows.
const AS_LITTLE_AS_CAN_BE: u8 = 1;

/// Makes the workbook of `sheets`, in their order, and of the overview behind them.
///
/// # Errors
/// When it cannot be saved.
pub(super) fn workbook(
    sheets: Vec<Sheet>,
    overview: OverviewSheet,
    properties: &WorkbookProperties,
) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&default_format(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    workbook.set_properties(&properties.document()?);
    for Sheet(sheet) in sheets.into_iter().chain([overview.sheet]) {
        workbook.push_worksheet(sheet);
    }
    for (name, formula) in overview.cells {
        workbook.define_name(name, &formula)?;
    }
    workbook.set_zip_compression_level(AS_LITTLE_AS_CAN_BE);
    let saved = workbook.save_to_buffer();
    // Giving half a million cells back takes longer than writing the files, and nobody waits for it.
    rayon::spawn(|| drop(workbook));
    package::finished(&saved?)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, DataType as _, Reader, Xlsx};

    use super::*;
    use crate::appendix::sample;

    /// Reads a sheet of the sample's workbook back.
    fn sheet(name: &str) -> calamine::Range<Data> {
        let (_, bytes) = crate::write::outputs(sample::assessment()).unwrap().tables.swap_remove(0);
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let formulas = workbook.worksheet_formula(name).unwrap();
        let of_users = |formula: &String| formula.contains("1+1");
        assert!(!formulas.used_cells().any(|(_, _, formula)| of_users(formula)), "{name} has a formula of the wards");
        workbook.worksheet_range(name).unwrap()
    }

    fn check(name: &str, cell: &str, expected: &Data) {
        let at: crate::model::CellRef = cell.parse().unwrap();
        assert_eq!(sheet(name).get_value((at.row, u32::from(at.column))), Some(expected), "{name} {cell}");
    }

    fn text(text: &str) -> Data {
        Data::String(text.to_owned())
    }

    #[test]
    fn an_appendix_stands_under_its_titles() {
        check("PL I", "A1", &text("PHỤ LỤC I"));
        check("PL I", "A2", &text("KẾT QUẢ ĐÁNH GIÁ TỪNG TỔ DÂN PHỐ, BẢN"));
        check("PL I", "A8", &text("TT"));
        check("PL I", "F8", &text("Số tiêu chí"));
        check("PL I", "G9", &text("Áp dụng"));
        check("PL I", "K10", &text("(11)"));
        check("PL I", "B11", &text("Phường Đoàn Kết"));
        check("PL I", "C12", &text("03389.001"));
        check("PL I", "D12", &Data::Float(2021.0));
        check("Nguồn số liệu", "A1", &text("NGUỒN SỐ LIỆU"));
    }

    #[test]
    fn names_like_formulas_or_markup_stay_text() {
        check("PL I", "B13", &text(sample::MARKUP));
        check("PL I", "B15", &text(sample::FORMULA));
    }

    #[test]
    fn what_the_figures_count_stands_above_the_table() {
        check("PL II", "A7", &text("Đơn vị tính: tổ dân phố, bản"));
    }

    #[test]
    fn an_appendix_that_is_sent_out_by_itself_is_signed() {
        let mut assessment = sample::assessment();
        assessment.received.rulebook.plan.report.sign_appendices = true;
        assessment.received.rulebook.plan.report.signer_title = "TM. Ủy ban nhân dân|Chủ tịch".to_owned();
        let (_, bytes) = crate::write::outputs(assessment).unwrap().tables.swap_remove(0);
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let mut lines = |name: &str| -> Vec<String> {
            let range = workbook.worksheet_range(name).unwrap();
            range.rows().filter_map(|row| row.iter().find_map(Data::as_string)).collect()
        };
        let signed = lines("PL VI");
        assert_eq!(signed[..3], ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ LAI CHÂU", "PHỤ LỤC VI"]);
        let last = ["Lai Châu, ngày 20 tháng 10 năm 2025", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "……………………"];
        assert_eq!(signed[signed.len() - 4..], last);
        assert_eq!(lines("Nguồn số liệu")[0], "NGUỒN SỐ LIỆU");
    }

    /// Returns the formula in a cell of the sample's workbook.
    fn formula(name: &str, cell: &str) -> String {
        let (_, bytes) = crate::write::outputs(sample::assessment()).unwrap().tables.swap_remove(0);
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let at: crate::model::CellRef = cell.parse().unwrap();
        let formulas = workbook.worksheet_formula(name).unwrap();
        formulas.get_value((at.row, u32::from(at.column))).cloned().unwrap_or_default()
    }

    #[test]
    fn totals_shares_and_results_follow_the_verdicts() {
        let check = |name: &str, cell: &str, expected: &str| assert_eq!(formula(name, cell), expected, "{name} {cell}");
        check("PL IV", "H12", "COUNTIF(D12:G12,\"Đ\")");
        check("PL IV", "I12", "COUNTA(D12:G12)-COUNTIF(D12:G12,\"–\")");
        check("PL IV", "D19", "COUNTIF(D12:D18,\"Đ\")");
        check("PL I", "F12", "'PL IV'!H12");
        check("PL I", "H12", "'PL IV'!J12");
        check(
            "PL I",
            "I13",
            "IF(H13=\"Đạt\",\"Đạt mới\",IF(H13=\"Chưa đạt\",\"Chưa đạt mới\",\"Chưa kết luận được\"))",
        );
        check("PL II", "F11", "COUNTIF('PL I'!H12:H13,\"Đạt\")");
        check("PL II", "D14", "SUM(D11:D13)");
        check("PL III", "F13", "COUNTIF('PL IV'!D12:D13,\"Đ\")");
        check("PL III", "K16", "IF(F16+G16=0,\"\",ROUND(F16/(F16+G16),4))");
        // Nothing is known of the third ward yet: its share is empty and follows when something is entered.
        check("PL III", "K19", "IF(F19+G19=0,\"\",ROUND(F19/(F19+G19),4))");
        // What the wards' own cells add up to, and a unit without a target, follow nothing in the workbook.
        check("PL III", "L16", "");
        check("PL I", "I16", "");
    }

    #[test]
    fn what_counts_although_it_does_not_apply_and_knockouts_leave_the_results_living() {
        let mut assessment = sample::assessment();
        let criteria = &mut assessment.received.rulebook.criteria.criteria;
        (criteria[0].knockout, criteria[3].not_applicable) = (true, crate::criteria::NotApplicable::CountsAsAchieved);
        let as_of = chrono::NaiveDate::from_ymd_opt(2025, 10, 20).unwrap();
        let received = &assessment.received;
        let context = crate::score::Context { as_of, previous: None };
        assessment.scorecards = crate::score::score(&received.rulebook, &received.evidence, &context);
        assessment.totals = crate::totals::total(&received.rulebook, &assessment.scorecards);
        let (_, bytes) = crate::write::outputs(assessment).unwrap().tables.swap_remove(0);
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let formulas = workbook.worksheet_formula("PL IV").unwrap();
        let of_second: Vec<&str> =
            (7..10).filter_map(|column| Some(formulas.get_value((12, column))?.as_str())).collect();
        let achieved = "COUNTIF(D13:G13,\"Đ\")+COUNTIF(G13,\"–\")";
        assert_eq!(of_second[0], achieved);
        assert_eq!(of_second[1], "COUNTA(D13:G13)-COUNTIF(D13:G13,\"–\")+COUNTIF(G13,\"–\")");
        assert!(of_second[2].starts_with("IF(COUNTIF(D13:G13,\"K\")>0,\"Chưa đạt\","), "{}", of_second[2]);
        assert!(of_second[2].contains(&format!("{achieved}>0")), "{}", of_second[2]);
    }

    #[test]
    fn a_share_of_nothing_is_empty_and_not_zero() {
        check("PL III", "K19", &Data::String(String::new()));
    }

    #[test]
    fn a_percentage_is_a_number_of_hundredths() {
        // 169 of 200 households, two of three groups with a result.
        check("PL III", "N16", &Data::Float(0.845));
        check("PL III", "K16", &Data::Float(0.6667));
    }

    #[test]
    fn a_table_cell_is_found_on_its_sheet() {
        let assessment = sample::assessment();
        let annexes = sample::annexes(&assessment);
        assert_eq!(cell_of(&annexes[0], 1, 2).to_string(), "C12");
    }
}
