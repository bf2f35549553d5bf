//! The document that a table belongs to, from the lines above it: its title, number, day and issuer.

use chrono::NaiveDate;

use crate::{
    model::{Message, say},
    text::{canonical, unmarked},
};

use super::{
    day::days,
    grid::Said,
    outline::Note,
    quote::{Quote, shortened},
};

/// The head of a criteria set as drafted; each value has the notes that stand above it.
#[derive(Debug)]
pub(super) struct Instrument {
    pub id: (String, Vec<Note>),
    pub version: (NaiveDate, Vec<Note>),
    pub title: (String, Vec<Note>),
    pub issuer: (String, Vec<Note>),
    /// The document as it is cited.
    pub basis: Option<String>,
    /// What the level of the units that answer rests on.
    pub subject: Vec<Note>,
}

/// The day of a document that says none.
const NO_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(1900, 1, 1);
/// How the lines of a letterhead begin, canonical.
const LETTERHEAD: &[&str] = &["cộng hòa", "độc lập", "ủy ban nhân dân", "ubnd"];
/// How other lines above a table begin that are no title, canonical.
const NO_TITLES: &[&str] = &[
    "phụ lục",
    "biểu số",
    "mẫu số",
    "số:",
    "số ",
    "(",
    "đơn vị tính",
    "đvt",
    "---",
    "___",
    "***",
    "kèm theo",
    "ban hành",
];
/// Words of the units that answer when groups do, canonical.
const GROUPS: &[&str] = &["tổ dân phố", "thôn", "bản", "khu dân cư", "khu phố", "ấp", "xóm", "tổ tự quản"];

/// Reads the lines above the table.
pub(super) fn instrument(above: &[Said], quote: &Quote) -> Instrument {
    let cited: Vec<(&Said, String)> =
        above.iter().flat_map(|said| numbers(&said.text).into_iter().map(move |number| (said, number))).collect();
    // The document that the table is annexed to, before those that it rests on.
    let annexed = |said: &Said| canonical(&said.text).contains("kèm theo");
    let number = cited.iter().find(|(said, _)| annexed(said)).or(cited.first());
    let dated: Vec<(&Said, NaiveDate)> =
        above.iter().flat_map(|said| dates(said).into_iter().map(move |day| (said, day))).collect();
    let of_number = number.and_then(|(cited, _)| dated.iter().find(|(said, _)| said.at == cited.at));
    let day = of_number.or(dated.first());
    let is_certain = cited.iter().all(|(_, other)| number.is_some_and(|(_, number)| number == other))
        && dated.iter().all(|(_, other)| day.is_some_and(|(_, day)| day == other))
        && number.zip(day).is_some_and(|((number, _), (day, _))| number.at.row == day.at.row);
    let day = day.map(|(_, day)| *day);
    let basis = number.map(|(_, number)| match day {
        Some(day) => format!("{number} ngày {}", day.format("%d/%m/%Y")),
        None => number.clone(),
    });
    Instrument {
        id: id(number.map(|(_, number)| number.as_str())),
        version: version(
            day,
            is_certain,
            cited.iter().map(|(said, _)| *said).chain(dated.iter().map(|(said, _)| *said)),
            quote,
        ),
        title: title(above, quote),
        issuer: issuer(above, number.map(|(said, _)| *said)),
        basis,
        subject: subject(above),
    }
}

/// Returns whether a text is one of a letterhead or cites a document.
pub(super) fn names_document(text: &str) -> bool {
    let key = canonical(text);
    !numbers(text).is_empty() || !days(&key).is_empty() || LETTERHEAD.iter().any(|start| key.starts_with(start))
}

/// Returns the numbers of documents in a text: "2204/KH-UBND".
fn numbers(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | ',' | ';' | ':'));
    let is_number = |word: &&str| {
        let digits = word.split('/').next().unwrap_or_default();
        let rest = word.rsplit('/').next().unwrap_or_default();
        (1..=6).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && rest.chars().any(char::is_alphabetic)
            && word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '/' | '-' | '.' | '&'))
    };
    words.filter(is_number).map(|word| word.trim_end_matches('.').to_owned()).collect()
}

fn dates(said: &Said) -> Vec<NaiveDate> {
    days(&canonical(&said.text)).into_iter().map(|(day, _)| day).collect()
}

fn id(number: Option<&str>) -> (String, Vec<Note>) {
    let slug = number.map(slug).filter(|slug| !slug.is_empty());
    if let Some(id) = slug {
        let note = say!("Tên ngắn đặt theo số văn bản", "The short name is made of the document's number");
        return (id, vec![Note::Source(note)]);
    }
    let id = "bo-tieu-chi".to_owned();
    let note = say!(
        "Không thấy số văn bản ở trên bảng, tạm đặt tên ngắn \"{id}\"",
        "No number of a document stands above the table, assumed: \"{id}\""
    );
    (id, vec![Note::ToCheck(note)])
}

/// Returns small letters without marks, digits and hyphens.
pub(super) fn slug(text: &str) -> String {
    let plain = unmarked(&canonical(text));
    let plain = plain.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    plain.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

fn version<'s>(
    day: Option<NaiveDate>,
    is_certain: bool,
    lines: impl Iterator<Item = &'s Said>,
    quote: &Quote,
) -> (NaiveDate, Vec<Note>) {
    let Some(day) = day else {
        let day = NO_DAY.unwrap_or_default();
        let note = say!(
            "Không thấy ngày của văn bản ở trên bảng, tạm ghi {day}",
            "No day of a document stands above the table, assumed: {day}"
        );
        return (day, vec![Note::ToCheck(note)]);
    };
    let mut lines: Vec<&Said> = lines.collect();
    lines.sort_by_key(|said| (said.at.row, said.at.column));
    lines.dedup_by_key(|said| said.at);
    let lines = lines.into_iter().map(|said| quote.cell(said)).collect::<Vec<_>>().join("; ");
    let note = (!is_certain).then(|| {
        Note::ToCheck(say!(
            "Không chắc số văn bản nào, ngày nào là của bảng này, tạm ghi {day}: {lines}",
            "It is not certain which number and day are those of this table, assumed: {day}: {lines}"
        ))
    });
    (day, note.into_iter().collect())
}

fn title(above: &[Said], quote: &Quote) -> (String, Vec<Note>) {
    let is_title = |said: &&Said| {
        let text = canonical(&said.text);
        let is_other =
            LETTERHEAD.iter().chain(NO_TITLES).any(|start| text.starts_with(start)) || is_place_of_body(above, said);
        !is_other && dates(said).is_empty() && text.chars().any(char::is_alphabetic)
    };
    let lines: Vec<&Said> = above.iter().filter(is_title).collect();
    if lines.is_empty() {
        let note = say!(
            "Không thấy tên của bảng, tạm ghi tên trang tính",
            "The table has no title, assumed: the name of the sheet"
        );
        return (quote.sheet().to_owned(), vec![Note::ToCheck(note)]);
    }
    let title = lines.iter().map(|said| said.text.as_str()).collect::<Vec<_>>().join(" ");
    let cells = lines.iter().map(|said| quote.cell(said)).collect::<Vec<_>>().join("; ");
    (shortened(&title), vec![Note::Source(say!("Nguồn: {cells}", "Source: {cells}"))])
}

/// "… của UBND thành phố Lai Châu)", else the body at the top.
fn issuer(above: &[Said], cited: Option<&Said>) -> (String, Vec<Note>) {
    let named = cited.and_then(|said| {
        let after = said.text.rsplit_once("của ")?.1;
        let name = after.split([')', ',', ';']).next()?.trim();
        let is_body = ["ubnd", "ủy ban", "hội đồng", "hđnd", "chủ tịch", "thủ tướng", "ban thường vụ"];
        is_body.iter().any(|body| canonical(name).starts_with(body)).then(|| name.to_owned())
    });
    let at_top = || {
        let top = above.iter().position(is_body)?;
        let name = &above[top].text;
        let place = above.iter().find(|said| said.at.row == above[top].at.row + 1 && is_place_of_body(above, said));
        Some(place.map_or_else(|| name.clone(), |place| format!("{name} {}", place.text)))
    };
    if let Some(name) = named {
        return (name, Vec::new());
    }
    if let Some(name) = at_top() {
        let note = say!("Lấy theo cơ quan ghi ở đầu trang", "Taken from the body named at the top");
        return (name, vec![Note::Source(note)]);
    }
    let note = say!("Không thấy cơ quan ban hành ở trên bảng", "No issuing body stands above the table");
    ("?".to_owned(), vec![Note::ToCheck(note)])
}

fn is_body(said: &Said) -> bool {
    let text = canonical(&said.text);
    text.starts_with("ủy ban nhân dân") || text.starts_with("ubnd")
}

/// "THÀNH PHỐ LAI CHÂU" below "ỦY BAN NHÂN DÂN".
fn is_place_of_body(above: &[Said], said: &Said) -> bool {
    let text = canonical(&said.text);
    let names_place =
        ["thành phố", "tỉnh", "huyện", "quận", "phường", "xã", "thị xã"].iter().any(|kind| text.starts_with(kind));
    let stands_above =
        |other: &Said| other.at.column == said.at.column && other.at.row + 1 == said.at.row && is_body(other);
    names_place && above.iter().any(stands_above)
}

fn subject(above: &[Said]) -> Vec<Note> {
    let names_groups = |said: &Said| {
        let text = format!(" {} ", canonical(&said.text).replace([',', '.', '(', ')'], " "));
        GROUPS.iter().any(|group| text.contains(&format!(" {group} ")))
    };
    if above.iter().any(names_groups) {
        return Vec::new();
    }
    let told: Message = say!(
        "Tên bảng không nói cấp nào được đánh giá, tạm ghi tổ dân phố, bản (\"group\")",
        "The title does not say which level is judged, assumed: groups (\"group\")"
    );
    vec![Note::ToCheck(told)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_documents_are_found() {
        let text = "(Kèm theo Kế hoạch số 2204/KH-UBND ngày 07/8/2023, Quyết định 05/2023/QĐ-UBND.)";
        assert_eq!(numbers(text), ["2204/KH-UBND", "05/2023/QĐ-UBND"]);
        for text in ["Số: /QĐ-UBND", "ngày 07/8/2023", "m/s", "120/125", "phường/xã"] {
            assert_eq!(numbers(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_short_name_is_plain() {
        assert_eq!(slug("2204/KH-UBND"), "2204-kh-ubnd");
        assert_eq!(slug("05/2023/QĐ-ỦBND"), "05-2023-qd-ubnd");
    }
}
