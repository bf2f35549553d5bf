//! The form: its headings, its units, and the rules behind it.

use tdp::{
    criteria,
    plan::{DefinitionTable, Rulebook, Targets, parse_plan, parse_register},
};

use crate::{asked::ASKED, exact::Exact, files::Grid, spelt::Written};

/// As many units has the ward.
pub(crate) const UNITS: usize = 8;
/// The row of the first unit.
pub(crate) const FIRST: u32 = 3;

/// Returns the sheet with a row for each of `answers`: the cells of each criterion.
pub(crate) fn grid(answers: &[Vec<Option<Written>>]) -> Grid {
    let text = |text: &str| Some(Written::Text(text.to_owned()));
    let mut above = vec![text("TT"), text("Tên tổ dân phố")];
    let mut below = vec![None, None];
    for (index, asked) in ASKED.iter().enumerate() {
        for heading in asked.headings() {
            above.push(text(&format!("1.{}. {}", index + 1, NAMES[index])));
            below.push(text(heading));
        }
    }
    let title = vec![text("Ủy ban nhân dân phường Đoàn Kết")];
    let rows = (1..).zip(answers).map(|(number, answers)| {
        let mut row =
            vec![Some(Written::Number(Exact::new(number, 0), "General")), text(&format!("Tổ dân phố số {number}"))];
        row.extend(answers.iter().cloned());
        row
    });
    let width = above.len();
    let mut grid: Grid = [title, above, below].into_iter().chain(rows).collect();
    for row in &mut grid {
        row.resize(width, None);
    }
    grid
}

const NAMES: [&str; 10] = [
    "Hộ dùng nước sạch",
    "Hộ nghèo",
    "Gia đình văn hóa",
    "Mô hình kinh tế",
    "Thu nhập",
    "Vụ việc",
    "Chấm điểm",
    "Nhà văn hóa",
    "Hương ước",
    "Nhiệm vụ",
];

const PLAN: &str = "schema = 1\n[plan]\nnumber = \"1/KH-UBND\"\ntitle = \"Kế hoạch\"\nissuer = \"UBND thành phố\"\n\
                    date = 2025-02-28\nperiod = { from = 2025-01-01, to = 2025-12-31 }\ndeadline = 2025-10-15\n\
                    criteria = \"thu@2025-01-01\"\nunits = \"units.csv\"\n";

const SET: &str = "schema = 1\nid = \"thu\"\nversion = 2025-01-01\ntitle = \"Thử\"\nissuer = \"UBND\"\n\
                   provenance = \"modelled\"\n[outcome]\nrequire = \"all\"\n[[standard]]\nid = \"1\"\ntitle = \"Một\"\n";

const WARD: &str = "code,name,kind,parent,area,aliases,valid_from,valid_to,succeeds\n\
                    LC,Thành phố Lai Châu,thành phố,,,,,,\n01,Phường Đoàn Kết,phường,LC,,,,,\n";

/// Returns the rules that the form asks about.
pub(crate) fn rulebook() -> Rulebook {
    let criteria = (1..).zip(ASKED).zip(NAMES).map(|((number, asked), name)| {
        format!("[[standard.criterion]]\nid = \"1.{number}\"\ntitle = \"{name}\"\n{}", asked.keys())
    });
    let set = SET.to_owned() + &criteria.collect::<Vec<_>>().concat();
    let units = (1..=UNITS).map(|number| format!("01.{number},Tổ dân phố số {number},tổ dân phố,01,,,,,\n"));
    let units = WARD.to_owned() + &units.collect::<Vec<_>>().concat();
    let plan = parse_plan("tdp.toml", PLAN.as_bytes()).unwrap();
    let table = DefinitionTable::from_csv("units.csv", units.as_bytes()).unwrap();
    let (register, _) = parse_register(&table, plan.units_on).unwrap();
    let criteria = criteria::parse("thu.toml", set.as_bytes()).unwrap_or_else(|findings| panic!("{findings:?}"));
    Rulebook { plan, criteria, register, targets: Targets::default() }
}
