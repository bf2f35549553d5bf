//! A city of three wards and five groups that the tests of the outputs print; one ward sent nothing.

use chrono::NaiveDate;

use super::{Annex, Parts};

use crate::{
    Assessment, Received,
    campaign::Evidence,
    criteria,
    facts::{Claim, Encoding, Fact, FileLayout, Raw, Role, SheetRead, Source, SourceCell},
    finding::{Finding, Place, codes},
    model::{Appraiser, CellPlace, CellRef, CriterionKey, Decimal, FileKey, SheetKey, Target, UnitKey, Voice, say},
    plan::{DefinitionTable, Rulebook, TargetEntry, Targets, parse_plan, parse_register},
    score::{Context, score},
    totals::total,
};

/// A name that is markup in XML.
pub(crate) const MARKUP: &str = "Bản <Gia> & Khâu";
/// A name that is a formula in a spreadsheet.
pub(crate) const FORMULA: &str = "=1+1";

const CRITERIA: &str = r#"
schema = 1
id = "mau"
version = 2023-08-07
title = "Tổ dân phố, bản tự quản"
issuer = "UBND thành phố Lai Châu"
basis = ["2204/KH-UBND ngày 07/8/2023"]
provenance = "modelled"
outcome = { require = "all" }
[[standard]]
id = "1"
title = "Tổ chức"
[[standard.criterion]]
id = "1.1"
title = "Có quy ước"
kind = "yes-no"
achieved = "yes"
[[standard.criterion]]
id = "1.2"
title = "Tỷ lệ hộ dự họp"
kind = "percent"
achieved = ">= 80%"
part = "Số hộ dự họp"
whole = "Tổng số hộ"
[[standard]]
id = "2"
title = "Kinh tế"
[[standard.criterion]]
id = "2.1"
title = "Tỷ lệ hộ nghèo"
kind = "percent"
achieved = "<= 3%"
part = "Số hộ nghèo"
whole = "Tổng số hộ"
case = [{ when = { unit_kind = "bản" }, achieved = "<= 8%" }]
[[standard.criterion]]
id = "2.2"
title = "Mô hình kinh tế"
kind = "count"
achieved = ">= 1"
not_applicable = "excluded"
"#;

const PLAN: &str = r#"
schema = 1
[plan]
number = "604/KH-UBND"
title = "Xây dựng tổ dân phố, bản tự quản năm 2025"
issuer = "UBND thành phố Lai Châu"
date = 2025-02-28
period = { from = 2025-01-01, to = 2025-12-31 }
deadline = 2025-10-15
criteria = "mau@2023-08-07"
units = "units.csv"
targets = { maintain = 3, new = 1 }
[[agency]]
id = "mttq"
name = "Ủy ban MTTQ thành phố"
appraises = ["1.*"]
[report]
date = 2025-10-20
place = "Lai Châu"
"#;

const UNITS: &str = "\
code,name,kind,parent
LC,Thành phố Lai Châu,thành phố,
03389,Phường Đoàn Kết,phường,LC
03389.001,Tổ dân phố số 1,tổ dân phố,03389
03389.002,Bản <Gia> & Khâu,bản,03389
03387,Xã Tân Phong,xã,LC
03387.001,=1+1,tổ dân phố,03387
03387.002,Tổ dân phố số 2,tổ dân phố,03387
03386,Phường Quyết Thắng,phường,LC
03386.001,Bản Màng,bản,03386
";

/// Returns what is judged from the facts of the two wards that sent something.
pub(crate) fn assessment() -> Assessment {
    let rulebook = rulebook();
    let evidence = Evidence::new(facts());
    let as_of = NaiveDate::from_ymd_opt(2025, 10, 20).unwrap();
    let scorecards = score(&rulebook, &evidence, &Context { as_of, previous: None });
    let totals = total(&rulebook, &scorecards);
    let blank = place(1, 6, 2);
    let message = say!("Chưa điền tiêu chí 1.2", "Criterion 1.2 is blank");
    let findings = vec![
        Finding::new(&codes::BLANK_CRITERION, Place::Cell(blank), message)
            .of_unit(UnitKey::new(6))
            .of_criterion(CriterionKey::new(1))
            .quoting("=2+2")
            .expecting(">= 80%"),
        Finding::new(&codes::NOTHING_FROM_WARD, Place::Run, say!("Chưa nhận gì", "Nothing received"))
            .of_unit(UnitKey::new(7)),
    ];
    let received = Received { rulebook, sources: sources(), findings, evidence };
    Assessment { received, scorecards, totals }
}

fn rulebook() -> Rulebook {
    let on = NaiveDate::from_ymd_opt(2025, 2, 28).unwrap();
    let table = DefinitionTable::from_csv("units.csv", UNITS.as_bytes()).unwrap();
    let (register, _) = parse_register(&table, on).unwrap();
    let target = |target, year| TargetEntry { target: Some(target), recognised_year: year, decision: None };
    let entries = [
        (UnitKey::new(2), target(Target::Maintain, Some(2021))),
        (UnitKey::new(3), target(Target::New, None)),
        (UnitKey::new(5), target(Target::Maintain, Some(2022))),
        (UnitKey::new(8), target(Target::Maintain, Some(2024))),
    ];
    Rulebook {
        plan: parse_plan("tdp.toml", PLAN.as_bytes()).unwrap(),
        criteria: criteria::parse("mau.toml", CRITERIA.as_bytes()).unwrap(),
        register,
        targets: Targets { entries: entries.into_iter().collect() },
    }
}

fn sources() -> Vec<Source> {
    let source = |path: &str, ward, sheet: Option<&str>, facts| Source {
        path: path.to_owned(),
        sha256: "ab".repeat(32),
        size: Some(18_432),
        ward: Some(UnitKey::new(ward)),
        voice: Voice::Own,
        agency: None,
        layout: FileLayout::Matrix,
        encoding: Encoding::Unicode,
        sheets: vec![sheet.map(str::to_owned)],
        read: vec![SheetRead {
            sheet: SheetKey::new(0),
            layout: FileLayout::Matrix,
            tables: 1,
            rows: 2,
            units: 2,
            facts,
            refused: 0,
        }],
        units: 2,
        judged: 2,
        rows: 2,
        facts,
        refused: 0,
    };
    vec![source("doan-ket.xlsx", 1, Some("Biểu 1"), 8), source("tan-phong.csv", 4, None, 7)]
}

fn facts() -> Vec<Fact> {
    vec![
        claim(0, 2, 0, Claim::Achieved),
        ratio(0, 2, 1, 90, 100),
        ratio(0, 2, 2, 2, 100),
        figure(0, 2, 3, 3),
        claim(0, 3, 0, Claim::Achieved),
        claim(0, 3, 1, Claim::Achieved),
        ratio(0, 3, 2, 8, 100),
        claim(0, 3, 3, Claim::NotApplicable),
        claim(1, 5, 0, Claim::Achieved),
        ratio(1, 5, 1, 79, 100),
        ratio(1, 5, 2, 1, 100),
        figure(1, 5, 3, 2),
        claim(1, 6, 0, Claim::Achieved),
        ratio(1, 6, 2, 2, 80),
        figure(1, 6, 3, 1),
    ]
}

/// Everything about a unit stands in the row of its key, a criterion in two columns.
fn place(file: usize, unit: u32, column: u16) -> CellPlace {
    CellPlace { file: FileKey::new(file), sheet: SheetKey::new(0), cell: CellRef::new(unit, column) }
}

fn fact(file: usize, unit: u32, criterion: u16, roles: &[(Role, Raw)]) -> Fact {
    let cells = roles.iter().zip(2 * criterion..).map(|((role, raw), column)| SourceCell {
        role: *role,
        sheet: SheetKey::new(0),
        at: CellRef::new(unit, column),
        raw: raw.clone(),
    });
    Fact {
        unit: UnitKey::new(unit as usize),
        criterion: CriterionKey::new(usize::from(criterion)),
        voice: Voice::Own,
        agency: Appraiser::Unnamed,
        file: FileKey::new(file),
        figure: None,
        part: None,
        whole: None,
        claim: None,
        task: None,
        refused: false,
        evidence: None,
        cells: cells.collect(),
    }
}

fn claim(file: usize, unit: u32, criterion: u16, claim: Claim) -> Fact {
    let raw = Raw::Text("x".into());
    Fact { claim: Some(claim), ..fact(file, unit, criterion, &[(Role::Claim, raw)]) }
}

fn figure(file: usize, unit: u32, criterion: u16, figure: u32) -> Fact {
    let raw = Raw::Number(f64::from(figure));
    Fact { figure: Some(Decimal::from(figure)), ..fact(file, unit, criterion, &[(Role::Figure, raw)]) }
}

fn ratio(file: usize, unit: u32, criterion: u16, part: u32, whole: u32) -> Fact {
    let cells = [(Role::Part, Raw::Number(f64::from(part))), (Role::Whole, Raw::Number(f64::from(whole)))];
    let (part, whole) = (Some(Decimal::from(part)), Some(Decimal::from(whole)));
    Fact { part, whole, ..fact(file, unit, criterion, &cells) }
}

/// Builds every appendix of an assessment.
pub(crate) fn annexes(assessment: &Assessment) -> Vec<Annex<'_>> {
    super::annexes(Parts::new(assessment, &assessment.received.evidence, &assessment.scorecards))
}
