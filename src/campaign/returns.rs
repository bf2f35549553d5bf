//! Who sent what: wards that sent nothing, units that their ward left out, files that came late.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    facts::Submission,
    finding::{Finding, Place, Severity, codes},
    model::{FileKey, Message, UnitKey, Voice, phrase, say},
    plan::Rulebook,
};

use super::mistaken_names::{help_for_missing, suggest_missing};

/// Tells the units of the register that are missing from what their ward sent (TDP114), and the wards that sent
/// nothing (TDP404).
pub(super) fn tell_missing(rulebook: &Rulebook, submissions: &mut [Submission], findings: &mut Vec<Finding>) {
    let named: BTreeSet<UnitKey> = submissions.iter().flat_map(|submission| &submission.named).copied().collect();
    let first_file = first_files(rulebook, submissions);
    let may_be_any = |submission: &&Submission| submission.source.ward.is_none() && gave_nothing(submission);
    let unread = submissions.iter().filter(may_be_any).count();
    for (ward, units) in rulebook.judged_by_ward() {
        match first_file.get(&ward) {
            Some(file) => {
                let missing: Vec<UnitKey> = units.into_iter().filter(|unit| !named.contains(unit)).collect();
                if missing.is_empty() {
                    continue;
                }
                let help = help_for_missing(rulebook, submissions, ward);
                findings.extend(missing.iter().map(|unit| missing_unit(rulebook, *file, *unit, help.as_ref())));
                suggest_missing(&rulebook.register, submissions, ward, &missing);
            }
            None if units.iter().any(|unit| named.contains(unit)) => {}
            None => {
                let own = submissions.iter().find(|file| file.source.ward == Some(ward) && gave_nothing(file));
                findings.push(match own {
                    Some(file) => empty_file(rulebook, ward, &counted(units.len()), &file.source.path),
                    None => silent_ward(rulebook, ward, &counted(units.len()), unread),
                });
            }
        }
    }
}

/// Tells the files that came after the deadline (TDP403).
pub(super) fn tell_late(rulebook: &Rulebook, submissions: &[Submission], findings: &mut Vec<Finding>) {
    let Some(deadline) = rulebook.plan.deadline else { return };
    for (index, submission) in submissions.iter().enumerate() {
        let Some(received) = submission.received.filter(|received| *received > deadline) else { continue };
        let (day, last) = (received.format("%d/%m/%Y"), deadline.format("%d/%m/%Y"));
        let late = match (received - deadline).num_days() {
            1 => phrase!("1 ngày", "1 day"),
            late => phrase!("{late} ngày", "{late} days"),
        };
        let message = say!(
            "Nhận ngày {day}, chậm {late} so với hạn {last}",
            "Received on {day}, {late} after the deadline {last}",
            late
        );
        findings.push(Finding::new(&codes::RECEIVED_LATE, Place::File(FileKey::new(index)), message));
    }
}

/// Returns the first file of each ward that names any unit; one that is about several is of each whose units it names.
fn first_files(rulebook: &Rulebook, submissions: &[Submission]) -> BTreeMap<UnitKey, FileKey> {
    let mut first = BTreeMap::new();
    for (index, submission) in submissions.iter().enumerate() {
        let counts = submission.source.voice != Voice::Agency && !submission.named.is_empty();
        if !counts {
            continue;
        }
        let named = || submission.named.iter().filter_map(|unit| rulebook.register.ward_of(*unit)).collect();
        let wards: BTreeSet<UnitKey> = submission.source.ward.map_or_else(named, |ward| BTreeSet::from([ward]));
        for ward in wards {
            first.entry(ward).or_insert(FileKey::new(index));
        }
    }
    first
}

/// Tells that a unit is missing, with what to do about it where a name in the files may be meant for it.
fn missing_unit(rulebook: &Rulebook, file: FileKey, unit: UnitKey, help: Option<&Message>) -> Finding {
    let name = &rulebook.register.unit(unit).name;
    let message =
        say!("Không thấy \"{name}\" trong số liệu phường, xã đã gửi", "\"{name}\" is missing from what its ward sent");
    let targeted = rulebook.targets.of(unit).is_some();
    let severity = if targeted { Severity::Error } else { Severity::Warning };
    let finding = Finding::new(&codes::UNIT_MISSING, Place::File(file), message).of_unit(unit).with_severity(severity);
    match help {
        Some(help) => finding.helped_by(help.clone()),
        None => finding,
    }
}

/// Returns whether a file that a ward may have sent names no unit.
fn gave_nothing(submission: &Submission) -> bool {
    submission.source.voice != Voice::Agency && submission.named.is_empty()
}

/// Says that the file of a ward came and gave nothing.
fn empty_file(rulebook: &Rulebook, ward: UnitKey, units: &Message, path: &str) -> Finding {
    let name = &rulebook.register.unit(ward).name;
    let message = say!(
        "Tệp \"{path}\" là của {name} nhưng chưa lấy được số liệu của nơi nào ({units})",
        "The file \"{path}\" is that of {name} and gave no data ({units})",
        units
    );
    Finding::new(&codes::NOTHING_FROM_WARD, Place::Run, message).of_unit(ward).helped_by(say!(
        "Sửa những lỗi nêu ở tệp này, hoặc đề nghị nơi gửi cung cấp lại, rồi kiểm tra lại",
        "Mend what is told of this file, or ask for it again, then check again"
    ))
}

/// Says that nothing is known from a ward; where some files gave nothing, its own may be among them.
fn silent_ward(rulebook: &Rulebook, ward: UnitKey, units: &Message, unread: usize) -> Finding {
    let name = &rulebook.register.unit(ward).name;
    let message = match unread {
        0 => say!("{name} chưa gửi tệp nào ({units})", "{name} has sent nothing ({units})", units),
        1 => say!(
            "Chưa có số liệu của {name} ({units}); có 1 tệp chưa lấy được số liệu, xem có phải của đơn vị này không",
            "Nothing is known from {name} ({units}); 1 file gave no data, see whether it is its own",
            units
        ),
        _ => say!(
            "Chưa có số liệu của {name} ({units}); có {unread} tệp chưa lấy được số liệu, xem có phải của đơn vị này không",
            "Nothing is known from {name} ({units}); {unread} files gave no data, see whether its own is among them",
            units
        ),
    };
    Finding::new(&codes::NOTHING_FROM_WARD, Place::Run, message).of_unit(ward)
}

fn counted(units: usize) -> Message {
    match units {
        1 => phrase!("1 tổ dân phố, bản", "1 unit"),
        _ => phrase!("{units} tổ dân phố, bản", "{units} units"),
    }
}
