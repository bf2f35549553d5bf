//! The overview of the sample city: its cells have names, its figures are those of the totals and of the appendices.

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader, Xlsx};
use serde_json::Value as Json;

use crate::{Assessment, appendix::sample, model::CellRef, write::outputs};

/// Makes the workbook and the totals of an assessment.
fn made(assessment: Assessment) -> (Vec<u8>, Json) {
    let mut outputs = outputs(assessment).unwrap();
    let totals = serde_json::from_slice(&outputs.totals).unwrap();
    (outputs.tables.swap_remove(0).1, totals)
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// Returns what the cell of a name holds, and its formula.
fn named(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> (Data, String) {
    let names = workbook.defined_names().to_vec();
    let (_, target) = names.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name} in {names:?}"));
    let (sheet, cell) = target.split_once('!').unwrap();
    let at: CellRef = cell.replace('$', "").parse().unwrap();
    let (sheet, at) = (sheet.trim_matches('\''), (at.row, u32::from(at.column)));
    let value = workbook.worksheet_range(sheet).unwrap().get_value(at).cloned().unwrap_or_default();
    let formula = workbook.worksheet_formula(sheet).unwrap().get_value(at).cloned().unwrap_or_default();
    (value, formula)
}

#[test]
fn the_cells_of_the_main_totals_have_names_and_hold_what_the_totals_say() {
    let (bytes, totals) = made(sample::assessment());
    let mut workbook = opened(bytes);
    let (reported, targets, summary) = (&totals["reported"], &totals["targets"], &totals["summary"]);
    for (name, expected) in [
        ("SO_PHUONG_XA", &reported["wards_expected"]),
        ("SO_PHUONG_XA_BAO_CAO", &reported["wards"]),
        ("TONG_SO_TO", &summary["units"]),
        ("SO_TO_BAO_CAO", &reported["units"]),
        ("SO_TO_DAT", &summary["achieved"]),
        ("SO_TO_CHUA_DAT", &summary["not_achieved"]),
        ("SO_TO_CHUA_DU_SO_LIEU", &summary["incomplete"]),
        ("CHI_TIEU_DUY_TRI", &targets["maintain"]["goal"]),
        ("SO_DUY_TRI_DUOC", &targets["maintain"]["reached"]),
        ("SO_KHONG_DUY_TRI_DUOC", &summary["lost"]),
        ("CHI_TIEU_DAT_MOI", &targets["new"]["goal"]),
        ("SO_DAT_MOI", &targets["new"]["reached"]),
        ("SO_CHUA_DAT_MOI", &summary["not_yet"]),
        ("SO_CHUA_KET_LUAN", &summary["undecided"]),
        ("SO_NGOAI_KE_HOACH", &summary["outside_plan"]),
    ] {
        assert_eq!(named(&mut workbook, name).0, Data::Float(expected.as_f64().unwrap()), "{name}");
    }
    // Two achieved of three that came to a conclusion.
    assert_eq!(named(&mut workbook, "TY_LE_DAT").0, Data::Float(0.6667));
}

#[test]
fn every_name_is_documented() {
    let documented = include_str!("../../../../docs/results.md");
    for (name, _) in opened(made(sample::assessment()).0).defined_names() {
        assert!(name.starts_with("_xlnm.") || documented.contains(&format!("| `{name}` |")), "{name}");
    }
}

#[test]
fn they_follow_the_appendices() {
    let mut workbook = opened(made(sample::assessment()).0);
    assert_eq!(named(&mut workbook, "SO_TO_DAT").1, "'PL II'!F14");
    assert_eq!(named(&mut workbook, "TY_LE_DAT").1, "IF(B12+B13=0,\"\",ROUND(B12/(B12+B13),4))");
    let formulas = workbook.worksheet_formula("Tổng quan").unwrap();
    let of_wards: Vec<&str> = (4..8).filter_map(|column| Some(formulas.get_value((7, column))?.as_str())).collect();
    assert_eq!(of_wards, ["'PL II'!F11", "'PL II'!G11", "'PL II'!H11", "IF(E8+F8=0,\"\",ROUND(E8/(E8+F8),4))"]);
    let of_standards = formulas.get_value((12, 4)).unwrap();
    assert_eq!(of_standards, "'PL III'!F12+'PL III'!F16");
}

#[test]
fn without_the_appendices_that_print_them_the_figures_stand_by_themselves() {
    use crate::plan::{AppendixChoice, AppendixName};
    let mut assessment = sample::assessment();
    assessment.received.rulebook.plan.appendices =
        vec![AppendixChoice { name: AppendixName::Groups, number: None, title: Some("Tổng quan".to_owned()) }];
    assessment.totals.targets.maintain.goal = None;
    let mut workbook = opened(made(assessment).0);
    assert_eq!(named(&mut workbook, "SO_TO_DAT"), (Data::Float(2.0), String::new()));
    // What the plan leaves open is not zero.
    assert_eq!(named(&mut workbook, "CHI_TIEU_DUY_TRI").0, Data::Empty);
    let lacking = workbook.worksheet_range("Tổng quan").unwrap().get_value((16, 6)).cloned();
    assert_eq!(lacking, Some(Data::String(String::new())));
}

#[test]
fn the_charts_are_filled_so_that_a_black_and_white_copy_says_the_same() {
    let mut archive = zip::ZipArchive::new(Cursor::new(made(sample::assessment()).0)).unwrap();
    for number in 1..=3 {
        let mut chart = String::new();
        archive.by_name(&format!("xl/charts/chart{number}.xml")).unwrap().read_to_string(&mut chart).unwrap();
        assert!(chart.contains("<c:barDir val=\"bar\"/>") && chart.contains("'Tổng quan'!$D$"), "{chart}");
        assert_eq!(chart.contains("<a:pattFill prst=\"wdUpDiag\">"), number < 3, "{chart}");
    }
}
