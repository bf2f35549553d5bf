//! The targets of a plan: which unit is to be maintained, which is to be recognised this year.

use std::collections::BTreeMap;

use super::{
    DefinitionTable, Plan, Register, TargetEntry, Targets, Unit, UnitMatch,
    register::{CodeMatch, restored, tell_once, unknown_code},
    table::{Column, Columns, Row},
};
use crate::{
    criteria::Subject,
    finding::{Finding, Place, Severity, codes},
    model::{Message, Target, UnitKey, phrase, say},
    text::{canonical, nearest},
};

const KNOWN: &[Column] =
    &[Column::Code, Column::Name, Column::Target, Column::RecognisedYear, Column::Decision, Column::Ignored];

/// The words of each target in canonical form.
const TARGETS: &[(&str, Target)] = &[
    ("maintain", Target::Maintain),
    ("duy trì", Target::Maintain),
    ("giữ vững", Target::Maintain),
    ("new", Target::New),
    ("mới", Target::New),
    ("đạt mới", Target::New),
    ("công nhận mới", Target::New),
];

/// Years in which a unit can have been recognised.
const YEARS: std::ops::RangeInclusive<i32> = 1976..=2199;

/// Reads the targets from the bytes of a CSV file; beside them, the warnings. `file` is what findings call it, and
/// `subject` is whose units have targets, where the criteria say so.
///
/// # Errors
/// Everything that is wrong with them, warnings included, in the order of places.
pub fn parse_targets(
    file: &str,
    bytes: &[u8],
    register: &Register,
    subject: Option<Subject>,
) -> Result<(Targets, Vec<Finding>), Vec<Finding>> {
    let table = DefinitionTable::from_csv(file, bytes)?;
    let mut findings = Vec::new();
    let columns = Columns::read(&table, KNOWN, &[Column::Code, Column::Target], &mut findings);
    if !findings.is_empty() {
        return Err(findings);
    }
    let mut reader = Reader { columns: &columns, register, subject, lines: BTreeMap::new(), findings };
    let entries = columns.rows().iter().filter_map(|row| reader.entry(row)).collect();
    let mut findings = reader.findings;
    tell_once(&mut findings);
    findings.sort_by(|a, b| a.place.cmp(&b.place));
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(findings);
    }
    Ok((Targets { entries }, findings))
}

/// Compares the targets with the numbers that the plan itself gives; found at those numbers.
pub fn check_targets(plan: &Plan, targets: &Targets) -> Vec<Finding> {
    let place = plan.places.targets.clone().map_or(Place::Run, Place::Definition);
    let checked = [(Target::Maintain, plan.targets.maintain), (Target::New, plan.targets.new)];
    let mismatches = checked.into_iter().filter_map(|(target, wanted)| {
        let wanted = usize::try_from(wanted?).ok()?;
        let listed = targets.entries.values().filter(|entry| entry.target == Some(target)).count();
        let (vi, en) = match target {
            Target::Maintain => ("duy trì", "maintained"),
            Target::New => ("đạt mới", "newly recognised"),
        };
        let message = say!(
            "Kế hoạch đề ra {wanted} đơn vị {vi}, danh sách chỉ tiêu có {listed}",
            "The plan wants {wanted} units {en}, the targets list {listed}"
        );
        (wanted != listed).then(|| {
            Finding::new(&codes::TARGETS_MISMATCH, place.clone(), message)
                .quoting(listed.to_string())
                .expecting(wanted.to_string())
        })
    });
    mismatches.collect()
}

struct Reader<'a> {
    columns: &'a Columns<'a>,
    register: &'a Register,
    subject: Option<Subject>,
    /// The line in which each unit was met first.
    lines: BTreeMap<UnitKey, u32>,
    findings: Vec<Finding>,
}

impl<'a> Reader<'a> {
    /// Reads a row, noting every mistake in it.
    fn entry(&mut self, row: &'a Row) -> Option<(UnitKey, TargetEntry)> {
        let unit = self.unit(row);
        let target = self.target(row);
        let recognised_year = self.year(row);
        let decision = Some(self.columns.text(row, Column::Decision)).filter(|text| !text.is_empty());
        let entry = TargetEntry { target, recognised_year, decision: decision.map(str::to_owned) };
        Some((unit?, entry))
    }

    fn unit(&mut self, row: &'a Row) -> Option<UnitKey> {
        let (code, place) = (self.columns.text(row, Column::Code), self.columns.place(row, Column::Code));
        if code.is_empty() {
            let message = say!("Dòng này chưa có mã đơn vị", "This row has no code of a unit");
            self.findings.push(Finding::new(&codes::MISSING_KEY, place, message).expecting(Column::Code.word()));
            return None;
        }
        let Some(found) = self.register.codes.find(code) else {
            let known = self.register.all().map(|(_, unit)| unit.code.as_str());
            self.findings.push(unknown_code(code, known, place));
            return None;
        };
        let unit = self.register.unit(found.unit());
        if let CodeMatch::Restored(_) = found {
            self.findings.push(restored(code, &unit.code, place.clone()));
        }
        self.findings.extend(self.not_judged(unit, &place));
        self.findings.extend(self.not_of_the_plan(unit, &place));
        self.findings.extend(self.misnamed(row, found.unit()));
        let twice = self.twice(row, found.unit(), &place);
        self.findings.extend(twice);
        Some(found.unit())
    }

    /// Tells a unit of a level that has no targets: a ward among groups.
    fn not_judged(&self, unit: &Unit, place: &Place) -> Option<Finding> {
        let subject = self.subject.filter(|subject| unit.level.subject() != Some(*subject))?;
        let Unit { code, kind, .. } = unit;
        let Message { vi, en } = spoken(subject);
        let message =
            say!("\"{code}\" là {kind}; chỉ tiêu giao cho {vi}", "\"{code}\" is a {kind}; targets are those of {en}");
        let help = say!("Bỏ dòng này hoặc ghi mã của {vi}", "Take the row out, or write the code of one of the {en}");
        let finding = Finding::new(&codes::INCONSISTENT_DEFINITION, place.clone(), message);
        Some(finding.quoting(code).helped_by(help))
    }

    fn not_of_the_plan(&self, unit: &Unit, place: &Place) -> Option<Finding> {
        let (name, on) = (&unit.name, self.register.on());
        (!unit.exists_on(on)).then(|| {
            let message = say!("\"{name}\" không có hiệu lực vào ngày {on}", "\"{name}\" does not exist on {on}");
            Finding::new(&codes::INCONSISTENT_DEFINITION, place.clone(), message).quoting(&unit.code)
        })
    }

    /// Checks the name, if the table gives one, against the unit that the code says.
    fn misnamed(&self, row: &Row, unit: UnitKey) -> Option<Finding> {
        let written = self.columns.text(row, Column::Name);
        let scope = self.register.ward_of(unit).unwrap_or(unit);
        if written.is_empty() || matches!(self.register.find(written, scope), UnitMatch::Unit(found) if found == unit) {
            return None;
        }
        let (code, name) = (&self.register.unit(unit).code, &self.register.unit(unit).name);
        let message = say!(
            "Mã \"{code}\" là của \"{name}\", không phải \"{written}\"",
            "The code \"{code}\" is that of \"{name}\", not of \"{written}\""
        );
        let place = self.columns.place(row, Column::Name);
        Some(Finding::new(&codes::INCONSISTENT_DEFINITION, place, message).quoting(written).expecting(name))
    }

    fn twice(&mut self, row: &Row, unit: UnitKey, place: &Place) -> Option<Finding> {
        let line = *self.lines.entry(unit).or_insert(row.line());
        let name = &self.register.unit(unit).name;
        (line != row.line()).then(|| {
            let message = say!("\"{name}\" đã có ở dòng {line}", "\"{name}\" is already in line {line}");
            Finding::new(&codes::DUPLICATE_DEFINITION, place.clone(), message)
        })
    }

    fn target(&mut self, row: &Row) -> Option<Target> {
        let written = self.columns.text(row, Column::Target);
        let key = canonical(written);
        let target = TARGETS.iter().find(|(word, _)| *word == key).map(|(_, target)| *target);
        if target.is_none() && !key.is_empty() {
            let message = say!("\"{written}\" không phải là chỉ tiêu", "\"{written}\" is not a target");
            let near = nearest(written, TARGETS.iter().map(|(word, _)| *word)).first().copied();
            let finding = Finding::new(&codes::WRONG_VALUE, self.columns.place(row, Column::Target), message);
            self.findings.push(finding.quoting(written).expecting(near.unwrap_or("maintain | new")).helped_by(say!(
                "Ghi \"maintain\" (duy trì), \"new\" (đạt mới) hoặc để trống",
                "Write \"maintain\", \"new\" or leave it empty"
            )));
        }
        target
    }

    fn year(&mut self, row: &Row) -> Option<i32> {
        let written = self.columns.text(row, Column::RecognisedYear);
        let year = written.parse().ok().filter(|year| YEARS.contains(year));
        if year.is_none() && !written.is_empty() {
            let (first, last) = (YEARS.start(), YEARS.end());
            let message = say!(
                "\"{written}\" không phải là năm từ {first} đến {last} ghi bằng bốn chữ số",
                "\"{written}\" is not a year from {first} to {last} in four digits"
            );
            let place = self.columns.place(row, Column::RecognisedYear);
            let help = say!("Ghi năm như 2024, hoặc để trống", "Write the year as in 2024, or leave it empty");
            let finding = Finding::new(&codes::WRONG_VALUE, place, message).quoting(written).expecting("2024");
            self.findings.push(finding.helped_by(help));
        }
        year
    }
}

/// Says whose units have targets.
fn spoken(subject: Subject) -> Message {
    match subject {
        Subject::Group => phrase!("tổ dân phố, bản", "groups"),
        Subject::Ward => phrase!("phường, xã", "wards"),
        Subject::City => phrase!("tỉnh, thành phố", "cities"),
        Subject::Agency => phrase!("cơ quan", "agencies"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fixture::{register, told, unit};

    fn city() -> Register {
        register(&[
            "LC,Thành phố Lai Châu,thành phố,,,,,,",
            "03389,Phường Đoàn Kết,phường,LC,,,,,",
            "03389.001,Tổ dân phố số 1,tổ dân phố,03389,,,,,",
            "03389.002,Bản Màng,bản,03389,,,,,",
            "03389.003,Bản Cũ,bản,03389,,,,2024-12-31,",
        ])
    }

    fn check(rows: &str, expected: &[&str]) {
        let text = format!("code,name,target,recognised_year,decision\n{rows}");
        let findings = parse_targets("targets.csv", text.as_bytes(), &city(), Some(Subject::Group))
            .map_or_else(|all| all, |(_, warnings)| warnings);
        assert_eq!(told(&findings), expected);
    }

    #[test]
    fn targets_are_read_in_both_languages() {
        let text = "Mã;Chỉ tiêu;Năm công nhận;Quyết định\n03389.001;Duy trì;2021;12/QĐ-UBND\n03389.002;new;;\n";
        let register = city();
        let (targets, warnings) = parse_targets("targets.csv", text.as_bytes(), &register, None).expect("right");
        assert_eq!(told(&warnings), [""; 0]);
        let first = &targets.entries[&unit(&register, "03389.001")];
        assert_eq!((first.target, first.recognised_year), (Some(Target::Maintain), Some(2021)));
        assert_eq!(first.decision.as_deref(), Some("12/QĐ-UBND"));
        assert_eq!(targets.of(unit(&register, "03389.002")), Some(Target::New));
        assert_eq!(targets.of(unit(&register, "03389")), None);
    }

    #[test]
    fn every_mistake_is_told_in_one_go() {
        check(
            "03389.001,,maintan,21,\n03389.9,,new,,\n,,new,,\n03389.003,,new,,\n03389.001,,,,\n",
            &["TDP504 2:12", "TDP504 2:20", "TDP506 3:1", "TDP503 4:1", "TDP507 5:1", "TDP505 6:1"],
        );
        check("03389.001,Bản Màng,new,,\n03389.002,BẢN MÀNG,new,,\n", &["TDP507 2:11"]);
    }

    #[test]
    fn only_units_that_are_judged_have_targets() {
        check("03389,,new,,\nLC,,maintain,,\n03389.001,,new,,\n", &["TDP507 2:1", "TDP507 3:1"]);
        let text = "code,target\n03389,new\n";
        let of = |subject| parse_targets("targets.csv", text.as_bytes(), &city(), subject);
        assert_eq!(
            of(Some(Subject::Group)).unwrap_err()[0].message.vi,
            "\"03389\" là phường; chỉ tiêu giao cho tổ dân phố, bản"
        );
        assert!(of(Some(Subject::Ward)).is_ok());
        // Which units are judged is not known while the criteria are wrong.
        assert!(of(None).is_ok());
    }

    #[test]
    fn lost_zeros_are_restored_with_a_warning() {
        check("3389.001,,new,,\n", &["TDP509 2:1"]);
        check("3389.001,,new,,\n3389.002,,new,,\n", &["TDP509 2:1"]);
    }

    #[test]
    fn the_file_that_lost_zeros_is_the_one_named() {
        let city = register(&[
            "LC,Thành phố Lai Châu,thành phố,,,,,,",
            "3389,Phường Đoàn Kết,phường,LC,,,,,",
            "3389.001,Tổ dân phố số 1,tổ dân phố,3389,,,,,",
            "3389.002,Bản Màng,bản,3389,,,,,",
        ]);
        let text = "code,target\n03389.001,new\n03389.002,new\n";
        let (_, warnings) = parse_targets("targets.csv", text.as_bytes(), &city, Some(Subject::Group)).expect("right");
        assert_eq!(told(&warnings), ["TDP509 2:1"]);
        assert_eq!(
            warnings[0].message.vi,
            "Mã \"03389.001\" được hiểu là \"3389.001\" trong danh sách đơn vị; mã ở đó đã mất số 0 ở đầu; \
             còn 1 mã khác cũng vậy"
        );
    }
}
