//! What is told of the file itself: who sent it, what it is called, when it came, by which rules it was read.

use crate::{
    appendix::{
        numbers::number,
        words::{cited_day, dated_day, provenance, voice},
    },
    facts::Source,
    model::{UnitKey, Voice},
};

use super::Receipts;

/// Something told of a file.
#[derive(Debug)]
pub struct Field {
    /// What it is.
    pub label: &'static str,
    /// What is told.
    pub text: String,
    /// So many lines it may take at most.
    pub most_lines: u32,
    /// Where it is cut, should it be longer.
    pub cut: Cut,
}

/// Where a text is cut that is too long.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Cut {
    /// At its end: what matters most comes first.
    End,
    /// In its middle: its end tells as much as its beginning.
    Middle,
}

impl Field {
    fn new(label: &'static str, most_lines: u32, text: impl Into<String>) -> Self {
        Self { label, text: text.into(), most_lines, cut: Cut::End }
    }
}

/// Returns what is told, in its order, with the `result` last.
pub(super) fn fields(receipts: &Receipts<'_>, source: &Source, result: String) -> Vec<Field> {
    let size = source.size.map_or_else(|| UNKNOWN.to_owned(), |size| format!("{} byte", number(size)));
    let digest = if source.sha256.is_empty() { UNKNOWN } else { source.sha256.as_str() };
    let mut fields = vec![
        Field::new("Bên nộp", 2, sender(receipts, source)),
        Field { cut: Cut::Middle, ..Field::new("Tên tệp", 2, source.path.as_str()) },
        Field::new("Dung lượng", 1, size),
        Field::new("Mã SHA-256", 1, digest),
        Field::new("Ngày nhận", 1, receipts.received.map_or_else(|| "……/……/…………".to_owned(), cited_day)),
        Field::new("Thời hạn", 2, timeliness(receipts)),
        Field::new("Kế hoạch", 2, plan(receipts)),
        Field::new("Bộ tiêu chí", 3, criteria(receipts)),
    ];
    fields.extend(units(receipts, source).map(|units| Field::new("Đơn vị có số liệu", 2, units)));
    fields.push(Field::new("Kết quả", 3, result));
    fields
}

/// What is told where a file could not be opened.
const UNKNOWN: &str = "Không biết, vì không mở được tệp";

/// Returns who sent the file: an agency, else the ward that it speaks for.
fn sender(receipts: &Receipts<'_>, source: &Source) -> String {
    let (plan, register) = (&receipts.rulebook.plan, &receipts.rulebook.register);
    let agency = source.agency.and_then(|agency| plan.agencies.get(agency));
    let ward = source.ward.map(|ward| register.unit(ward));
    let ward = ward.map(|ward| format!("{} (mã {})", ward.name, ward.code));
    match (agency, ward) {
        (Some(agency), Some(ward)) => format!("{}, thẩm định {ward}", agency.name),
        (Some(agency), None) => format!("{}, thẩm định", agency.name),
        (None, Some(ward)) if source.voice == Voice::Own => ward,
        (None, Some(ward)) => format!("{ward}, {}", voice(source.voice).to_lowercase()),
        (None, None) => "……………………………… (tệp không cho biết là của nơi nào)".to_owned(),
    }
}

/// Says whether the file came in time, as far as the day is known and the plan sets a last one.
fn timeliness(receipts: &Receipts<'_>) -> String {
    let plan = &receipts.rulebook.plan;
    let Some(deadline) = plan.deadline else { return "Kế hoạch không đặt hạn nộp".to_owned() };
    let said = plan.deadline_text.as_deref().map(|said| format!(" (kế hoạch ghi “{said}”)"));
    let last = format!("ngày cuối cùng đúng hạn là {}{}", cited_day(deadline), said.unwrap_or_default());
    match receipts.received.map(|day| (day - deadline).num_days()) {
        None => format!("Đúng hạn / chậm …… ngày; {last}"),
        Some(..=0) => format!("Đúng hạn; {last}"),
        Some(late) => format!("Chậm {} ngày; {last}", number(late)),
    }
}

fn plan(receipts: &Receipts<'_>) -> String {
    let plan = &receipts.rulebook.plan;
    format!("Số {} {} của {}", plan.number, dated_day(plan.date), plan.issuer)
}

/// Names the criteria, and says that they are no official ones where they are not.
fn criteria(receipts: &Receipts<'_>) -> String {
    let set = &receipts.rulebook.criteria;
    let provenance = provenance(set).map(|sentence| format!("{sentence}: ")).unwrap_or_default();
    let (title, day, reference) = (&set.title, dated_day(set.version), set.reference());
    format!("{provenance}{title} (bản {day}, ký hiệu {reference})")
}

/// Says of how many units the file tells something, beside how many its ward has; nothing where nothing was read.
fn units(receipts: &Receipts<'_>, source: &Source) -> Option<String> {
    if source.read.is_empty() {
        return None;
    }
    let judged = source.ward.and_then(|ward| Some((ward, receipts.judged.get(&ward)?)));
    let Some((ward, units)) = judged.filter(|_| source.voice <= Voice::Ward) else {
        return Some(number(source.units));
    };
    let (told, all) = (number(source.judged), number(units.len()));
    let name = &receipts.rulebook.register.unit(ward).name;
    Some(format!("{told}/{all} {} của {name}", kinds(receipts, units)))
}

/// Returns the kinds of units as they are spoken of: "tổ dân phố, bản".
fn kinds(receipts: &Receipts<'_>, units: &[UnitKey]) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for unit in units {
        let kind = receipts.rulebook.register.unit(*unit).kind.as_str();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds.join(", ")
}
