//! What is told of the tables of a file beside their answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    criteria::{CriteriaSet, Criterion},
    finding::{Finding, Place, codes},
    layout::{ColumnRole, Subject, Table},
    model::{CellPlace, CellRef, CriterionKey, Message, SheetKey, UnitKey, phrase, say},
    plan::{self, Unit},
    text::{Apart, canonical, told_apart_by},
};

use super::{
    overwritten::in_name,
    reader::Reader,
    shifted::HeadingWidth,
    shown::shown,
    strange_title::StrangeTitle,
    ward::{Resolved, code_without_zeros, ward_of},
};

/// More units that a file does not name are not listed beside a name that is like none of them.
const MOST_UNNAMED: usize = 5;

/// More wards that know a name are not listed: every ward has its "Tổ 1".
const MOST_WARDS: usize = 2;

impl Reader<'_> {
    pub(super) fn tell_subject(
        &mut self,
        sheet: SheetKey,
        subject: &Subject,
        ward: Option<UnitKey>,
        resolved: Resolved,
    ) -> Option<UnitKey> {
        let name = |index: usize| {
            let name = &subject.names[index];
            (name.written.clone(), name.at.map_or(Place::Sheet(self.file, sheet), |at| self.place(sheet, at)))
        };
        match resolved {
            Resolved::Unit(unit) => {
                self.named.insert(unit);
                Some(unit)
            }
            Resolved::Former(unit, index) => {
                let (written, place) = name(index);
                let now = &self.register().unit(unit).name;
                let message =
                    say!("\"{written}\" là tên cũ, nay là \"{now}\"", "\"{written}\" is a former name, now \"{now}\"");
                self.findings.push(Finding::new(&codes::FORMER_NAME, place, message).of_unit(unit).quoting(written));
                self.named.insert(unit);
                Some(unit)
            }
            Resolved::OtherWard(unit, index) => {
                let (written, place) = name(index);
                let ward = self.register().ward_of(unit).map_or("", |ward| &self.register().unit(ward).name);
                let message = say!("\"{written}\" thuộc {ward}", "\"{written}\" belongs to {ward}");
                self.findings
                    .push(Finding::new(&codes::UNIT_OF_ANOTHER_WARD, place, message).of_unit(unit).quoting(written));
                None
            }
            Resolved::Unknown(nearest, index) => {
                let (written, place) = name(index);
                let names: Vec<String> =
                    nearest.iter().map(|unit| format!("\"{}\"", self.register().unit(*unit).name)).collect();
                let names = names.join(", ");
                let message = match names.as_str() {
                    "" => {
                        let why = in_name(&written).unwrap_or_default();
                        say!(
                            "\"{written}\" không có trong danh sách đơn vị{why}",
                            "\"{written}\" is not in the register{why}",
                            why
                        )
                    }
                    names => {
                        let nearest = nearest.first().map_or("", |unit| self.register().unit(*unit).name.as_str());
                        let why = apart(&written, nearest);
                        say!(
                            "\"{written}\" không có trong danh sách đơn vị; tên gần nhất: {names}{why}",
                            "\"{written}\" is not in the register; the nearest names: {names}{why}",
                            why
                        )
                    }
                };
                if let Some(ward) = ward_of(subject, ward).filter(|_| nearest.is_empty()) {
                    self.unlike.push((self.findings.len(), ward));
                }
                let finding = Finding::new(&codes::UNKNOWN_UNIT, place, message);
                let elsewhere = self.is_elsewhere(&written, ward_of(subject, ward));
                let finding = if let Some(help) = elsewhere { finding.helped_by(help) } else { finding };
                self.findings.push(finding.quoting(written));
                None
            }
            Resolved::NoWard | Resolved::StrangeWard(_) | Resolved::NotAUnit => None,
        }
    }

    /// Says which other wards have a unit of this name, where they are few: the file may be one of theirs.
    fn is_elsewhere(&self, written: &str, ward: Option<UnitKey>) -> Option<Message> {
        let register = self.register();
        let others = register.wards_knowing(written).filter(|other| Some(*other) != ward);
        let others: Vec<&str> = others.take(MOST_WARDS + 1).map(|ward| register.unit(ward).name.as_str()).collect();
        if !(1..=MOST_WARDS).contains(&others.len()) {
            return None;
        }
        let others = others.join(", ");
        Some(say!(
            "Sửa tên cho đúng với danh sách đơn vị; \"{written}\" có ở {others}: nếu là biểu của phường, xã đó thì sửa \
             tên ở phần đầu biểu",
            "Correct the name as the register has it; there is \"{written}\" in {others}: if this is a table of that ward, \
             correct the title"
        ))
    }

    /// Notes a code that is the unit's but for its leading zeros; those of a file are told together.
    pub(super) fn note_lost_zeros(&mut self, sheet: SheetKey, subject: &Subject, unit: UnitKey) {
        let register = self.register();
        let Some(code) = code_without_zeros(register, subject, unit) else { return };
        let place = code.at.map_or(Place::Sheet(self.file, sheet), |at| self.place(sheet, at));
        self.zeros.push(plan::restored(&code.written, &register.unit(unit).code, place).of_unit(unit));
    }

    /// Tells names of wards over or beside units that the register does not know, each name once.
    pub(super) fn tell_strange_wards(&mut self, sheet: SheetKey, named: &BTreeSet<CellRef>) {
        let mut told: BTreeSet<String> = BTreeSet::new();
        for at in named.iter().take(self.tellable()) {
            let cell = self.book.sheets[sheet.index()].cell(*at);
            let written = cell.map(|cell| shown(&cell.value)).unwrap_or_default();
            if !told.insert(written.clone()) {
                continue;
            }
            let message = say!(
                "\"{written}\" không phải phường, xã nào trong danh sách đơn vị; các dòng thuộc đó chưa được dùng",
                "\"{written}\" is no ward of the register; the rows that belong to it are not used"
            );
            self.findings.push(Finding::new(&codes::UNKNOWN_WARD, self.place(sheet, *at), message).quoting(written));
        }
    }

    /// Where a title names a ward that the register does not have, says so in telling that the ward is not known.
    pub(super) fn tell_strange_title(&mut self, tables: &[Table]) {
        let register = self.register();
        let unknown = self
            .findings
            .iter_mut()
            .find(|finding| *finding.code == codes::UNKNOWN_WARD && finding.place.cell().is_none());
        let Some(finding) = unknown else { return };
        if let Some(strange) = StrangeTitle::above(self.book, tables, register) {
            finding.message = strange.message(register);
            finding.place = Place::Cell(CellPlace { file: self.file, sheet: strange.sheet, cell: strange.at });
            finding.value = Some(strange.written);
        }
    }

    /// Adds to each name that is like none of its ward the few units of the ward that the file does not name.
    pub(super) fn tell_unnamed_units(&mut self) {
        let (register, subject) = (self.register(), self.lexicon.rulebook().criteria.subject);
        let mut unnamed: BTreeMap<UnitKey, Vec<&str>> = BTreeMap::new();
        for (index, ward) in std::mem::take(&mut self.unlike) {
            let names = unnamed.entry(ward).or_insert_with(|| {
                let judged = register.valid().filter(|(key, unit)| {
                    unit.level.subject() == Some(subject) && register.ward_of(*key) == Some(ward) && *key != ward
                });
                let unnamed = judged.filter(|(key, _)| !self.named.contains(key));
                unnamed.map(|(_, unit)| unit.name.as_str()).collect()
            });
            if !(1..=MOST_UNNAMED).contains(&names.len()) {
                continue;
            }
            let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
            let (names, Message { vi, en }) = (names.join(", "), &self.findings[index].message);
            self.findings[index].message = say!(
                "{vi}; của phường, xã này còn chưa thấy trong tệp: {names}",
                "{en}; of this ward the file does not name: {names}"
            );
        }
    }

    /// Tells a unit of a level that the criteria are not about: a ward among its groups.
    pub(super) fn tell_misplaced(&mut self, table: &Table, subject: &Subject, unit: UnitKey) {
        if !subject.filled {
            return;
        }
        let Unit { name, kind, .. } = self.register().unit(unit);
        let message = say!(
            "\"{name}\" là {kind}, không phải đơn vị được chấm theo các tiêu chí này",
            "\"{name}\" is a {kind}, not a unit that these criteria are about"
        );
        let at = subject.names.first().and_then(|name| name.at);
        let place = at.map_or(Place::Sheet(self.file, table.sheet), |at| self.place(table.sheet, at));
        self.findings.push(Finding::new(&codes::UNKNOWN_UNIT, place, message).quoting(name));
    }

    pub(super) fn tell_doubts(&mut self, table: &Table) {
        let set = &self.lexicon.rulebook().criteria;
        for doubt in table.doubtful.iter().take(self.tellable()) {
            let ids: Vec<&str> = doubt.criteria.iter().map(|key| set.criterion(*key).id.as_str()).collect();
            let message = match (ids.as_slice(), doubt.earlier) {
                ([id], Some(earlier)) => {
                    say!("Tiêu chí {id} đã có ở ô {earlier}", "Criterion {id} stands already in cell {earlier}")
                }
                (_, Some(earlier)) => {
                    say!("Cột này trùng với cột ở ô {earlier}", "This column says the same as that of cell {earlier}")
                }
                ([id], None) => {
                    let title = &set.criterion(doubt.criteria[0]).title;
                    say!(
                        "Số hiệu {id} là của \"{title}\" nhưng tên ở đây nói việc khác nên không được đọc",
                        "The number {id} is that of \"{title}\", but the words here speak of another subject; it is not read"
                    )
                }
                (_, None) if is_crossed(set, &doubt.criteria) => {
                    let named = doubt.criteria.iter().map(|key| {
                        let Criterion { id, title, .. } = set.criterion(*key);
                        format!("{id} \"{title}\"")
                    });
                    let named = named.collect::<Vec<_>>().join(", ");
                    say!(
                        "Số hiệu và tên ở đây là của hai tiêu chí khác nhau nên không được đọc: {named}",
                        "The number and the title here are those of two criteria, so neither is read: {named}"
                    )
                }
                (ids, None) => {
                    let ids = ids.join(", ");
                    say!(
                        "Nhãn này có thể là một trong các tiêu chí {ids}",
                        "This label may mean any of the criteria {ids}"
                    )
                }
            };
            let finding = Finding::new(&codes::DUPLICATE_CRITERION, self.place(table.sheet, doubt.at), message);
            let contradicts =
                doubt.earlier.is_none() && (doubt.criteria.len() == 1 || is_crossed(set, &doubt.criteria));
            let finding = if contradicts { finding.helped_by(number_or_title()) } else { finding };
            self.findings.push(match doubt.criteria.as_slice() {
                [key] => finding.of_criterion(*key),
                _ => finding,
            });
        }
    }

    /// Tells what stands under no known heading or beside no known criterion: of a column its heading, of a row the
    /// cell itself.
    pub(super) fn tell_unplaced(&mut self, table: &Table) {
        let sheet = &self.book.sheets[table.sheet.index()];
        let text = |at: CellRef| sheet.cell(at).map(|cell| shown(&cell.value)).unwrap_or_default();
        let width = HeadingWidth::of(table, sheet, &self.lexicon.rulebook().criteria);
        let told_as_shifted = |at: &CellRef| width.as_ref().is_some_and(|width| width.lies_beyond(*at));
        for at in table.unplaced.iter().filter(|at| !told_as_shifted(at)).take(self.tellable()) {
            let column = table.columns.iter().find(|column| column.column == at.column);
            let heading = column.and_then(|column| column.heading);
            let of_column = column.is_none_or(|column| column.role == ColumnRole::Unknown);
            let told_at = heading.filter(|_| of_column).unwrap_or(*at);
            let told = text(told_at);
            let finding = |message| {
                Finding::new(&codes::UNKNOWN_COLUMN, self.place(table.sheet, told_at), message).quoting(told.clone())
            };
            let answered = || table.entries.binary_search_by_key(&at.row, |entry| entry.row).is_ok();
            let finding = if of_column && self.lexicon.is_of_another_year(&told) {
                finding(say!(
                    "Cột \"{told}\" là của năm khác với năm của kế hoạch nên không được đọc",
                    "The column \"{told}\" is about another year than the plan's and is not read"
                ))
                .helped_by(say!(
                    "Nếu thật ra là số liệu năm nay thì sửa năm ở đầu cột; nếu là số liệu năm khác thì có thể để nguyên",
                    "If the figures are this year's after all, correct the year in the heading; otherwise it may stay"
                ))
            } else if of_column {
                finding(say!(
                    "Cột \"{told}\" không thuộc tiêu chí nào nên không được đọc",
                    "The column \"{told}\" belongs to no criterion and is not read"
                ))
            } else if answered() {
                let heading = heading.map(text).unwrap_or_default();
                finding(say!(
                    "\"{told}\" đứng ở cột \"{heading}\", không phải cột của tiêu chí ở dòng này, nên không được đọc",
                    "\"{told}\" stands under \"{heading}\", which is not about this row's criterion, and is not read"
                ))
            } else {
                finding(say!(
                    "Dòng có giá trị \"{told}\" không thuộc tiêu chí nào nên không được đọc",
                    "The row with the value \"{told}\" belongs to no criterion and is not read"
                ))
            };
            self.findings.push(finding);
        }
    }
}

/// Returns whether criteria are those of a number and of a title that contradict each other, rather than such as bear
/// one title or one number without its last zeros.
fn is_crossed(set: &CriteriaSet, criteria: &[CriterionKey]) -> bool {
    let [first, others @ ..] = criteria else { return false };
    let first = set.criterion(*first);
    let bare = |id: &str| id.trim_end_matches('0').to_owned();
    others
        .iter()
        .map(|key| set.criterion(*key))
        .any(|other| canonical(&other.title) != canonical(&first.title) && bare(&other.id) != bare(&first.id))
}

fn number_or_title() -> Message {
    say!(
        "Sửa số hiệu hoặc tên cho khớp với bộ tiêu chí; nếu là phần ghi thêm, ngoài bộ tiêu chí, thì bỏ số hiệu",
        "Correct the number or the title as the criteria have them; if it is something else, remove the number"
    )
}

/// Says what alone tells a name from the nearest in the register, where that is hard to see.
fn apart(written: &str, nearest: &str) -> Message {
    if let Some(overwritten) = in_name(written) {
        return overwritten;
    }
    match told_apart_by(written, nearest) {
        Some(Apart::MarkOrder) => phrase!(
            " (trông giống nhau nhưng khác dấu tổ hợp: gõ lại tên này)",
            " (they look the same, but the marks are combined otherwise: type the name anew)"
        ),
        Some(Apart::LookAlike(letter)) => phrase!(
            " (trông giống nhau nhưng chữ \"{letter}\" là ký tự của bảng chữ khác: gõ lại tên này)",
            " (they look the same, but the letter \"{letter}\" is one of another script: type the name anew)"
        ),
        Some(Apart::Marks) => phrase!(" (chỉ khác dấu)", " (only the marks differ)"),
        Some(Apart::Spacing) => phrase!(" (chỉ khác dấu cách hoặc dấu câu)", " (only spaces or punctuation differ)"),
        None => Message::default(),
    }
}
