//! A small city for tests: rules, units and facts, each written as a line of text.

use chrono::NaiveDate;

use crate::{
    campaign::Evidence,
    criteria::{self, CriteriaSet},
    facts::{Claim, Fact, Raw, Role, SourceCell, TaskState},
    model::{Appraiser, CellRef, Decimal, FileKey, SheetKey, Target, UnitKey, Voice},
    plan::{DefinitionTable, Plan, Register, Rulebook, TargetEntry, Targets, parse_plan, parse_register},
};

use super::{Context, Scorecard, score};

/// Reads a day written year-month-day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Makes a criteria set with one standard from the tables of its criteria; `head` holds further keys of the set.
pub(crate) fn set_of(head: &str, outcome: &str, criteria: &str) -> CriteriaSet {
    let head =
        format!("schema = 1\nid = \"thu\"\ntitle = \"Thử\"\nissuer = \"UBND\"\nprovenance = \"modelled\"\n{head}");
    let version = if head.contains("version") { "" } else { "version = 2025-01-01\n" };
    let outcome = format!("[outcome]\nrequire = {outcome}\n");
    let standard = "[[standard]]\nid = \"1\"\ntitle = \"Một\"\n";
    let text = format!("{head}{version}{outcome}{standard}{criteria}");
    criteria::parse("thu.toml", text.as_bytes()).unwrap_or_else(|findings| panic!("{text}: {}", findings[0].message.en))
}

/// Writes the table of one criterion; `keys` are its further keys, separated by `;`.
pub(crate) fn criterion(id: &str, keys: &str) -> String {
    let keys = keys.replace("; ", "\n");
    format!("[[standard.criterion]]\nid = \"{id}\"\ntitle = \"Tiêu chí {id}\"\n{keys}\n")
}

/// Puts a criteria set to use in a city `LC` with the wards `A` (groups `A.1`, `A.2`, bản `A.3`) and `B` (`B.1`).
pub(crate) fn rulebook(criteria: CriteriaSet) -> Rulebook {
    let units = [
        "LC thành_phố",
        "A phường LC",
        "A.1 tổ_dân_phố A",
        "A.2 tổ_dân_phố A",
        "A.3 bản A",
        "B xã LC",
        "B.1 tổ_dân_phố B",
    ];
    Rulebook { plan: plan(&criteria), criteria, register: register(&units), targets: Targets::default() }
}

/// Makes a register of lines "code kind parent formers", the units that it succeeds separated by `|`.
pub(crate) fn register(lines: &[&str]) -> Register {
    let row = |line: &&str| {
        let words: Vec<&str> = line.split(' ').chain(["", ""]).take(4).collect();
        format!("{0},{0},{1},{2},{3}\n", words[0], words[1].replace('_', " "), words[2], words[3])
    };
    let rows: String = lines.iter().map(row).collect();
    let table = DefinitionTable::from_csv("units.csv", format!("code,name,kind,parent,succeeds\n{rows}").as_bytes());
    let register = table.and_then(|table| parse_register(&table, day("2025-02-28")));
    register.unwrap_or_else(|findings| panic!("{rows}: {}", findings[0].message.en)).0
}

fn plan(criteria: &CriteriaSet) -> Plan {
    let period = "period = { from = 2025-01-01, to = 2025-12-31 }";
    let text = format!(
        "schema = 1\n[plan]\nnumber = \"1/KH\"\ntitle = \"Thử\"\nissuer = \"UBND\"\ndate = 2025-02-28\n{period}\n\
         criteria = \"{}\"\nunits = \"units.csv\"\n",
        criteria.reference(),
    );
    parse_plan("tdp.toml", text.as_bytes()).unwrap_or_else(|findings| panic!("{text}: {}", findings[0].message.en))
}

/// Wants each of the units with these codes to reach `target`.
pub(crate) fn want(rulebook: &mut Rulebook, codes: &[&str], target: Target) {
    for code in codes {
        let entry = TargetEntry { target: Some(target), recognised_year: None, decision: None };
        rulebook.targets.entries.insert(key_of(rulebook, code), entry);
    }
}

/// Returns the unit with this code.
pub(crate) fn key_of(rulebook: &Rulebook, code: &str) -> UnitKey {
    rulebook.register.all().find(|(_, unit)| unit.code == code).map(|(key, _)| key).unwrap()
}

/// Reads facts from lines "unit criterion voice values…": a number, part/whole, `đạt`, `chưa-đạt`,
/// `không-áp-dụng`, `refused`, or the state of a task.
pub(crate) fn evidence(rulebook: &Rulebook, lines: &[&str]) -> Evidence {
    Evidence::new(lines.iter().map(|line| fact(rulebook, line)).collect())
}

fn fact(rulebook: &Rulebook, line: &str) -> Fact {
    let words: Vec<&str> = line.split(' ').collect();
    let mut fact = Fact {
        unit: key_of(rulebook, words[0]),
        criterion: rulebook.criteria.find(words[1]).unwrap(),
        voice: voice(words[2]),
        agency: Appraiser::Unnamed,
        file: FileKey::new(0),
        figure: None,
        part: None,
        whole: None,
        claim: None,
        task: None,
        refused: false,
        evidence: None,
        cells: Box::default(),
    };
    words[3..].iter().for_each(|word| say_in(&mut fact, word));
    fact
}

/// Gives a fact its figure's cell, in the first column of a row.
pub(crate) fn stand_at(fact: &mut Fact, row: usize) {
    let at = CellRef::new(row.try_into().unwrap(), 0);
    fact.cells = [SourceCell { role: Role::Figure, sheet: SheetKey::new(0), at, raw: Raw::Number(0.0) }].into();
}

/// Gives a fact a cell for each number that it has, side by side.
pub(crate) fn stand_in_cells(fact: &mut Fact) {
    let numbers = [(Role::Figure, fact.figure), (Role::Part, fact.part), (Role::Whole, fact.whole)];
    let roles = numbers.into_iter().filter_map(|(role, number)| Some((role, number?)));
    let cells = roles.zip(0..).map(|((role, number), column)| {
        let raw = Raw::Number(number.to_string().parse().unwrap());
        SourceCell { role, sheet: SheetKey::new(0), at: CellRef::new(0, column), raw }
    });
    fact.cells = cells.collect();
}

fn say_in(fact: &mut Fact, word: &str) {
    let number = |text: &str| text.parse::<Decimal>().ok();
    match word {
        "refused" => fact.refused = true,
        "đạt" => fact.claim = Some(Claim::Achieved),
        "chưa-đạt" => fact.claim = Some(Claim::NotAchieved),
        "không-áp-dụng" => fact.claim = Some(Claim::NotApplicable),
        "done" => fact.task = Some(TaskState::Done),
        "under-way" => fact.task = Some(TaskState::UnderWay),
        "not-started" => fact.task = Some(TaskState::NotStarted),
        _ => match word.split_once('/') {
            Some((part, whole)) => (fact.part, fact.whole) = (number(part), number(whole)),
            None => fact.figure = Some(number(word).unwrap()),
        },
    }
}

fn voice(word: &str) -> Voice {
    match word {
        "ward" => Voice::Ward,
        "agency" => Voice::Agency,
        "panel" => Voice::Panel,
        _ => Voice::Own,
    }
}

/// Judges as of the middle of 2025, without a period before.
pub(crate) fn judged(rulebook: &Rulebook, facts: &[&str]) -> Vec<Scorecard> {
    let context = Context { as_of: day("2025-06-30"), previous: None };
    score(rulebook, &evidence(rulebook, facts), &context)
}

/// Returns the scorecard of the unit with this code.
pub(crate) fn card<'a>(rulebook: &Rulebook, scorecards: &'a [Scorecard], code: &str) -> &'a Scorecard {
    let key = key_of(rulebook, code);
    scorecards.iter().find(|scorecard| scorecard.unit == key).unwrap()
}
