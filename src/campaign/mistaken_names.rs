//! Names that may be meant for a unit that is missing: not recognised, or written for another one.

use crate::{
    facts::{FileLayout, Submission},
    finding::{Finding, Place, codes},
    model::{Message, UnitKey, Voice, phrase, say},
    plan::{Register, Rulebook},
};

/// More places or units are not listed.
const MOST_LISTED: usize = 3;

/// Says what to do about a unit that is missing from the files of its ward, where some names in them may be meant for
/// it.
pub(super) fn help_for_missing(rulebook: &Rulebook, submissions: &[Submission], ward: UnitKey) -> Option<Message> {
    let of_ward: Vec<&Submission> = submissions.iter().filter(|submission| may_be_of(submission, ward)).collect();
    let places: Vec<Message> = of_ward
        .iter()
        .flat_map(|submission| submission.findings.iter().filter_map(|told| place_of(rulebook, submission, told)))
        .take(MOST_LISTED + 1)
        .collect();
    if places.is_empty() {
        return None;
    }
    let more = if places.len() > MOST_LISTED { ", …" } else { "" };
    let joined = |half: fn(&Message) -> &str| {
        let listed: Vec<&str> = places.iter().take(MOST_LISTED).map(half).collect();
        format!("{}{more}", listed.join(", "))
    };
    let places = Message { vi: joined(|place| &place.vi), en: joined(|place| &place.en) };
    Some(say!(
        "Xem {places} có phải là nơi này không: nếu phải thì sửa tên; nếu không thì bổ sung dòng hoặc phiếu của nơi này \
         rồi gửi lại",
        "See whether {places} is meant for this group: if so, correct the name; if not, add the group's row or card and \
         send the table again",
        places
    ))
}

/// Says of units that stand twice in the files of a ward that one of the two may be meant for a unit that is `missing`.
pub(super) fn suggest_missing(register: &Register, submissions: &mut [Submission], ward: UnitKey, missing: &[UnitKey]) {
    if !(1..=MOST_LISTED).contains(&missing.len()) {
        return;
    }
    let names: Vec<String> = missing.iter().map(|unit| format!("\"{}\"", register.unit(*unit).name)).collect();
    let names = names.join(", ");
    for submission in submissions.iter_mut().filter(|submission| may_be_of(submission, ward)) {
        let is_card = submission.source.layout == FileLayout::Card;
        for finding in &mut submission.findings {
            let of_ward = finding.unit.and_then(|unit| register.ward_of(unit)) == Some(ward);
            let Some(at) = finding.place.cell().filter(|_| of_ward && *finding.code == codes::DUPLICATE_UNIT) else {
                continue;
            };
            finding.help = if is_card {
                say!(
                    "Còn thiếu phiếu của {names}: nếu phiếu này là của nơi đó thì sửa tên ở phần đầu phiếu; nếu là phiếu \
                     thừa thì xóa",
                    "There is no card of {names}: if this card is that group's, correct the name above it; if it is \
                     surplus, delete it"
                )
            } else {
                let row = at.row + 1;
                say!(
                    "Biểu còn thiếu {names}: nếu dòng {row} là của nơi đó thì sửa tên ở ô {at}; nếu là dòng thừa thì xóa",
                    "The table has no row of {names}: if row {row} is that group's, correct the name in {at}; if it is \
                     surplus, delete it"
                )
            };
        }
    }
}

/// Returns whether a file speaks for a ward.
fn may_be_of(submission: &Submission, ward: UnitKey) -> bool {
    submission.source.ward == Some(ward) && submission.source.voice != Voice::Agency
}

/// Returns where a name stands that may be mistaken, and what it says.
fn place_of(rulebook: &Rulebook, submission: &Submission, told: &Finding) -> Option<Message> {
    let written = if [&codes::UNKNOWN_UNIT, &codes::UNIT_OF_ANOTHER_WARD].contains(&told.code) {
        match &told.value {
            Some(written) => phrase!("ghi \"{written}\"", "\"{written}\""),
            None => phrase!("chưa ghi tên", "no name"),
        }
    } else if *told.code == codes::DUPLICATE_UNIT {
        let name = &rulebook.register.unit(told.unit?).name;
        phrase!("ghi lần thứ hai \"{name}\"", "\"{name}\" a second time")
    } else {
        return None;
    };
    let sheet = |sheet: usize| submission.source.sheets.get(sheet).and_then(Option::as_deref);
    let several = submission.source.sheets.len() > 1;
    Some(match &told.place {
        Place::Cell(at) => {
            let cell = at.cell;
            match sheet(at.sheet.index()).filter(|_| several) {
                Some(name) => phrase!(
                    "ô {cell} trang \"{name}\" ({written})",
                    "{cell} of the sheet \"{name}\" ({written})",
                    written
                ),
                None => phrase!("ô {cell} ({written})", "{cell} ({written})", written),
            }
        }
        Place::Sheet(_, key) => {
            let name = sheet(key.index())?;
            phrase!("trang \"{name}\" ({written})", "the sheet \"{name}\" ({written})", written)
        }
        Place::Definition(_) | Place::File(_) | Place::Run => return None,
    })
}
