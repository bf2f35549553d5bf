//! A table to the register of units, with every mistake told in one go.

use chrono::NaiveDate;

use super::{
    Level, Register, Unit, consistency,
    draft::Draft,
    link::{self, Links},
    zeros,
};
use crate::{
    finding::{Finding, Severity, codes},
    model::say,
    plan::{
        lookup::NameIndex,
        table::{Column, Columns, DefinitionTable},
    },
};

const KNOWN: &[Column] = &[
    Column::Code,
    Column::Name,
    Column::Kind,
    Column::Parent,
    Column::Area,
    Column::Aliases,
    Column::ValidFrom,
    Column::ValidTo,
    Column::Succeeds,
    Column::Ignored,
];
const REQUIRED: &[Column] = &[Column::Code, Column::Name, Column::Kind, Column::Parent];

/// Reads the register of units as of the day `on` from `table`; beside it, the warnings.
///
/// # Errors
/// Everything that is wrong with it, warnings included, in the order of places.
pub fn parse_register(table: &DefinitionTable, on: NaiveDate) -> Result<(Register, Vec<Finding>), Vec<Finding>> {
    let mut findings = Vec::new();
    let columns = Columns::read(table, KNOWN, REQUIRED, &mut findings);
    if !findings.is_empty() {
        // With the headings wrong, every row would be wrong in the same way.
        return Err(findings);
    }
    findings.extend_from_slice(table.warnings());
    let register = read(&columns, on, &mut findings);
    zeros::tell_once(&mut findings);
    findings.sort_by(|a, b| a.place.cmp(&b.place));
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(findings);
    }
    Ok((register.indexed(), findings))
}

fn read(columns: &Columns<'_>, on: NaiveDate, findings: &mut Vec<Finding>) -> Register {
    if columns.rows().is_empty() {
        let message = say!("Danh sách đơn vị chưa có đơn vị nào", "There is no unit in the register");
        findings.push(Finding::new(&codes::MISSING_KEY, columns.beginning(), message));
    }
    let mut drafts: Vec<Draft<'_>> = columns.rows().iter().map(|row| Draft::read(columns, row, findings)).collect();
    zeros::restore(columns, &mut drafts, findings);
    let by_code = link::index(columns, &drafts, findings);
    let links = link::resolve(columns, &drafts, &by_code, findings);
    let whole = drafts.iter().all(|draft| draft.level.is_some());
    let units = drafts.into_iter().zip(links).map(|(draft, links)| unit(draft, links)).collect();
    let register = Register { units, on, codes: by_code, names: NameIndex::default() };
    if whole {
        consistency::check(columns, &register, findings);
    }
    register
}

fn unit(draft: Draft<'_>, links: Links) -> Unit {
    Unit {
        code: draft.code,
        name: draft.name.to_owned(),
        kind: draft.kind.to_owned(),
        // A register with an unknown kind is refused before the level is looked at.
        level: draft.level.unwrap_or(Level::Group),
        parent: links.parent,
        area: draft.area.map(str::to_owned),
        aliases: draft.aliases.into_iter().map(str::to_owned).collect(),
        valid_from: draft.valid_from,
        valid_to: draft.valid_to,
        succeeds: links.succeeds,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::fixture::{HEADINGS, read, register, told, unit};

    const CITY: &str = "LC,Thành phố Lai Châu,thành phố,,,,,,";
    const WARD: &str = "03389,Phường Đoàn Kết,phường,LC,,,,,";

    /// Rows stand from line 2 on; the city and the ward in lines 2 and 3.
    fn check(rows: &[&str], expected: &[&str]) {
        let all: Vec<&str> = [CITY, WARD].into_iter().chain(rows.iter().copied()).collect();
        let findings = read(&all).map_or_else(|findings| findings, |(_, warnings)| warnings);
        assert_eq!(told(&findings), expected);
    }

    #[test]
    fn a_register_is_read_with_everything_in_it() {
        let register = register(&[
            CITY,
            WARD,
            "03389.001C,Bản Cũ,bản,03389,,,,31/12/2024,",
            "03389.001,Tổ dân phố số 1,tổ dân phố,03389,miền núi,Khu Chợ|Tổ Chợ,2025-01-01,,03389.001C",
        ]);
        let key = unit(&register, "03389.001");
        let first = register.unit(key);
        assert_eq!((first.name.as_str(), first.level), ("Tổ dân phố số 1", Level::Group));
        assert_eq!(first.aliases, ["Khu Chợ", "Tổ Chợ"]);
        assert_eq!(first.area.as_deref(), Some("miền núi"));
        assert_eq!(first.succeeds, [unit(&register, "03389.001C")]);
        assert_eq!(register.ward_of(key), Some(unit(&register, "03389")));
        assert_eq!(register.judged(Level::Group).map(|(key, _)| key).collect::<Vec<_>>(), [key]);
    }

    #[test]
    fn vietnamese_headings_semicolons_and_titles_are_understood() {
        let text = "\u{feff}DANH MỤC ĐƠN VỊ;;;;\r\nSTT;Mã đơn vị;Tên;Loại;Thuộc\r\n1;LC;TP Lai Châu;Thành phố;\r\n";
        let table = DefinitionTable::from_csv("units.csv", text.as_bytes()).expect("readable");
        let (register, _) = parse_register(&table, NaiveDate::MIN).expect("right");
        assert_eq!(register.unit(unit(&register, "LC")).name, "TP Lai Châu");
    }

    #[test]
    fn every_mistake_is_told_in_one_go() {
        check(
            &[
                "03389.001,Tổ 1,tổ dân phô,03389,,,,,",
                "03389.001,,bản,03398,,,2025-02-30,,",
                ",Tổ 3,tổ dân phố,03389,,,2025-05-01,2025-04-30,X",
            ],
            &[
                "TDP504 4:16",
                "TDP505 5:1",
                "TDP503 5:11",
                "TDP506 5:16",
                "TDP504 5:24",
                "TDP503 6:1",
                "TDP507 6:37",
                "TDP506 6:48",
            ],
        );
    }

    #[test]
    fn headings_are_checked_first() {
        let text = "code,nmae,kind,kind,Dân số\nLC,x,thành phố,,\n";
        let table = DefinitionTable::from_csv("units.csv", text.as_bytes()).expect("readable");
        let findings = parse_register(&table, NaiveDate::MIN).expect_err("wrong");
        assert_eq!(told(&findings), ["TDP502 1:6", "TDP505 1:16", "TDP502 1:21", "TDP503 1:1", "TDP503 1:1"]);
        assert_eq!(findings[0].expected.as_deref(), Some("name"));
    }

    #[test]
    fn siblings_of_one_time_have_different_names() {
        check(
            &[
                "1,Tổ dân phố số 1,tổ dân phố,03389,,,,,",
                "2,TỔ DÂN PHỐ SỐ 1,tổ dân phố,03389,,,,,",
                "3,Bản Màng,bản,03389,,Tổ dân phố số 1,,,",
                "4,Bản Màng,bản,03389,,,,2024-12-31,",
                "5,Bản Màng,bản,03390,,,,,",
                "03390,Phường Tân Phong,phường,LC,,,,,",
            ],
            &["TDP505 5:3", "TDP505 6:23"],
        );
    }

    #[test]
    fn circles_end() {
        check(
            &["A,Tổ 1,tổ,B,,,,,", "B,Tổ 2,tổ,A,,,,,", "C,Tổ 3,tổ,C,,,,,C"],
            &["TDP507 4:11", "TDP507 6:11", "TDP507 6:17"],
        );
    }

    #[test]
    fn a_unit_stands_under_a_higher_one_that_exists_when_it_does() {
        check(
            &[
                "A,Tổ 1,tổ,,,,,,",
                "B,Tổ 2,tổ,LC,,,,,",
                "C,Phường Mới,phường,D,,,,,",
                "D,Tổ 3,tổ,03389,,,2025-01-01,2025-12-31,",
                "E,Tổ 4,tổ,D,,,2024-12-31,,",
                "F,Tổ 5,tổ,D,,,,2026-01-01,",
                "G,Xã Cũ,xã,LC,,,,2024-12-31,",
                "H,Tổ 6,tổ,G,,,,,",
            ],
            &["TDP503 4:11", "TDP507 5:11", "TDP507 6:21", "TDP507 8:15", "TDP507 9:16", "TDP507 11:11"],
        );
    }

    #[test]
    fn leading_zeros_come_back_where_one_code_fits() {
        check(&["03389.001,Tổ 1,tổ,3389,,,,,", "03389.002,Tổ 2,tổ,3389,,,,,"], &["TDP509 4:19"]);
        check(&["03389.001,Tổ 1,tổ,338,,,,,"], &["TDP506 4:19"]);
    }

    #[test]
    fn codes_of_the_register_itself_get_their_zeros_back_from_their_children() {
        let ward = "3389,Phường Đoàn Kết,phường,LC,,,,,";
        let rows = [CITY, ward, "03389.001,Tổ 1,tổ,3389,,,,,", "3389.002,Tổ 2,tổ,3389,,,,,"];
        let (register, warnings) = read(&rows).expect("right");
        assert_eq!(told(&warnings), ["TDP509 3:1"]);
        let codes: Vec<&str> = register.all().map(|(_, unit)| unit.code.as_str()).collect();
        assert_eq!(codes, ["LC", "03389", "03389.001", "03389.002"]);
    }

    #[test]
    fn a_register_without_units_is_none() {
        assert_eq!(told(&read(&[]).expect_err("empty")), ["TDP503 1:1"]);
        let table = DefinitionTable::from_csv("units.csv", b"").expect("readable");
        assert_eq!(told(&parse_register(&table, NaiveDate::MIN).expect_err("empty")), ["TDP503 1:1"]);
    }

    #[test]
    fn a_register_without_headings_is_told_once() {
        let text = format!("{CITY}\n{WARD}\n");
        let table = DefinitionTable::from_csv("units.csv", text.as_bytes()).expect("readable");
        let findings = parse_register(&table, NaiveDate::MIN).expect_err("no headings");
        assert_eq!(told(&findings), ["TDP503 1:1"]);
        assert_eq!(findings[0].expected.as_deref(), Some("code,name,kind,parent"));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = DefinitionTable::from_csv("units.csv", &bytes).map(|table| parse_register(&table, NaiveDate::MIN).is_ok());
        }

        #[test]
        fn no_rows_make_it_panic(rows in "([A-C0.]{0,3},(Tổ|Bản|Xã)? ?[0-2]?,(tổ|xã|tỉnh|x),[A-C0.]{0,2},,[a|]{0,3},(2025-01-01)?,(2024-01-01)?,[A-C|]{0,3}[\n\"]){0,9}") {
            let text = format!("{HEADINGS}\n{rows}");
            let day = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
            let parsed = DefinitionTable::from_csv("units.csv", text.as_bytes()).and_then(|table| parse_register(&table, day));
            if let Ok((register, _)) = parsed {
                for (ward, unit) in register.all() {
                    let _ = (register.find(&unit.name, ward), register.find_ward(&unit.name), register.wards_named_in(&rows));
                }
            }
        }
    }
}
