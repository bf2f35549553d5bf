//! What is told of the tables of a file beside their answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::{Finding, Place, codes},
    layout::{Certainty, Layout, Subject, Table},
    model::{CellPlace, CellRef, Message, SheetKey, UnitKey, say},
    plan::{self, Unit},
};

use super::{
    near_names::NearNames,
    reader::Reader,
    rival_titles::RivalTitles,
    shown::clipped,
    shown::shown,
    strange_title::StrangeTitle,
    ward::{Resolved, code_without_zeros, titles_with_wards, ward_of},
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
        if let Resolved::Unknown(_, index) = &resolved
            && subject.names[*index].certainty == Certainty::Perhaps
            && self.tell_left_blank(sheet, subject)
        {
            return None;
        }
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
            Resolved::Contradicted(name) => self.tell_contradicted(sheet, name),
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
                let message = self.not_in_register(&written, &nearest);
                if let Some(ward) = ward_of(subject, ward).filter(|_| nearest.is_empty()) {
                    self.unlike.push((self.findings.len(), ward));
                }
                let finding = Finding::new(&codes::UNKNOWN_UNIT, place, message);
                let elsewhere = self.is_elsewhere(&written, ward_of(subject, ward));
                let finding = if let Some(help) = elsewhere { finding.helped_by(help) } else { finding };
                if nearest.len() > 1 {
                    self.near.push(NearNames { finding: self.findings.len(), written: written.clone(), nearest });
                }
                self.findings.push(finding.quoting(clipped(&written)));
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
             tên ở phần đầu biểu; nếu mới lập hoặc đổi tên thì báo thành phố bổ sung danh sách đơn vị",
            "Correct the name as the register has it; there is \"{written}\" in {others}: if this is a table of that ward, \
             correct the title; if the group is new or renamed, ask the city to add it to the register"
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

    /// Where a title names a ward that the register does not have, or two titles name different ones, says so in telling
    /// that the ward is not known.
    pub(super) fn tell_strange_title(&mut self, tables: &[Table], wards: &[Option<UnitKey>]) {
        let (register, file) = (self.register(), self.file);
        let unknown = self
            .findings
            .iter_mut()
            .find(|finding| *finding.code == codes::UNKNOWN_WARD && finding.place.cell().is_none());
        let Some(finding) = unknown else { return };
        if let Some(rivals) = RivalTitles::above(self.book, tables, wards, register) {
            (finding.message, finding.help) = rivals.message(register);
            finding.place = Place::Cell(CellPlace { file, sheet: rivals.sheet, cell: rivals.first.at });
            finding.value = Some(rivals.first.written);
        } else if let Some(strange) = StrangeTitle::above(self.book, tables, register) {
            finding.message = strange.message(register);
            finding.place = Place::Cell(CellPlace { file, sheet: strange.sheet, cell: strange.at });
            finding.value = Some(strange.written);
        }
    }

    /// Where several units are of one other ward, says that the title may be wrong rather than the names.
    pub(super) fn doubt_title(&mut self, tables: &[Table], wards: &[Option<UnitKey>]) {
        let register = self.register();
        let ward_of = |finding: &Finding| {
            let unit = finding.unit.filter(|_| *finding.code == codes::UNIT_OF_ANOTHER_WARD)?;
            register.ward_of(unit)
        };
        let mut units: BTreeMap<UnitKey, usize> = BTreeMap::new();
        for ward in self.findings.iter().filter_map(ward_of) {
            *units.entry(ward).or_default() += 1;
        }
        if units.values().all(|units| *units < 2) {
            return;
        }
        let titles = titles_with_wards(register, self.book, tables).zip(tables).flat_map(|(titles, table)| {
            let sheet = table.sheet;
            titles.into_iter().map(move |(at, _, named)| (sheet, at, named))
        });
        let of_file = |named: &[UnitKey]| wards.iter().flatten().any(|ward| named.contains(ward));
        let titles: Vec<(SheetKey, CellRef)> =
            titles.filter(|(.., named)| of_file(named)).map(|(sheet, at, _)| (sheet, at)).collect();
        let in_rows = tables.iter().any(|table| table.layout != Layout::Card);
        for finding in &mut self.findings {
            let Some(ward) = ward_of(finding).filter(|ward| units.get(ward).is_some_and(|units| *units > 1)) else {
                continue;
            };
            let title = titles.iter().find(|(sheet, _)| finding.place.sheet() == Some(*sheet));
            let Some((_, at)) = title.or(titles.first()) else { continue };
            let name = &register.unit(ward).name;
            finding.help = if in_rows {
                say!(
                    "Nếu cả biểu là của {name} thì sửa tên ở phần đầu biểu (ô {at}); nếu không thì bỏ dòng này khỏi biểu, \
                     hoặc sửa lại tên cho đúng",
                    "If the whole table is that of {name}, correct the title (cell {at}); otherwise take the row out or \
                     correct the group's name"
                )
            } else {
                say!(
                    "Nếu cả tệp là của {name} thì sửa tên ở phần đầu phiếu (ô {at}); nếu không thì bỏ phiếu này khỏi tệp, \
                     hoặc sửa lại tên cho đúng",
                    "If the whole file is that of {name}, correct the title (cell {at}); otherwise take the card out or \
                     correct the group's name"
                )
            };
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

    /// Tells that the line for the name above a card was left blank, where it was.
    fn tell_left_blank(&mut self, sheet: SheetKey, subject: &Subject) -> bool {
        let Some(at) = subject.left_blank else { return false };
        let message = say!(
            "Chỗ ghi tên đơn vị để trống nên không biết phiếu này của tổ dân phố, bản nào",
            "The place for the unit's name is left blank, so that nobody can tell whose card this is"
        );
        let help = say!("Ghi tên tổ dân phố, bản vào ô {at}", "Write the name of the group into {at}");
        self.findings.push(Finding::new(&codes::UNKNOWN_UNIT, self.place(sheet, at), message).helped_by(help));
        true
    }

    /// Tells a unit of a level that the criteria are not about: a ward among its groups.
    pub(super) fn tell_misplaced(&mut self, table: &Table, subject: &Subject, unit: UnitKey) {
        let is_over_it = subject.names.iter().all(|name| name.certainty == Certainty::Perhaps);
        if !subject.filled || (is_over_it && self.tell_left_blank(table.sheet, subject)) {
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
}
