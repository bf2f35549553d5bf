//! What the parts of a percentage are called, as far as their heading tells for certain.

use crate::model::Message;

/// The things that wards count, in Vietnamese and in English (one, several); longer names first.
const NOUNS: &[(&str, &str, &str)] = &[
    ("hộ gia đình", "household", "households"),
    ("gia đình", "family", "families"),
    ("hộ", "household", "households"),
    ("lao động", "worker", "workers"),
    ("thanh niên", "young person", "young people"),
    ("học sinh", "pupil", "pupils"),
    ("đảng viên", "party member", "party members"),
    ("đoàn viên", "union member", "union members"),
    ("hội viên", "member", "members"),
    ("công dân", "citizen", "citizens"),
    ("nhân khẩu", "resident", "residents"),
    ("người", "person", "people"),
    ("trẻ em", "child", "children"),
    ("trẻ", "child", "children"),
    ("tuyến đường", "street", "streets"),
    ("vụ", "case", "cases"),
];

/// Returns the noun that goes with a number of the things that `heading` counts: "hộ" for "Số hộ nghèo", "tấn" for
/// "Khối lượng thu gom (tấn)"; nothing when the heading does not tell for certain.
pub(super) fn noun_of(heading: &str) -> Option<Noun> {
    let heading = heading.trim().to_lowercase();
    if let Some((_, unit)) = heading.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        return Some(Noun { vi: unit.to_owned(), one: unit.to_owned(), several: unit.to_owned() });
    }
    let counted = ["tổng số ", "số lượng ", "số "].iter().find_map(|prefix| heading.strip_prefix(prefix));
    let counted = counted.unwrap_or(&heading);
    let starts = |noun: &str| counted.strip_prefix(noun).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let (vi, one, several) = NOUNS.iter().find(|(vi, _, _)| starts(vi))?;
    Some(Noun { vi: (*vi).to_owned(), one: (*one).to_owned(), several: (*several).to_owned() })
}

/// A noun to put behind a number.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Noun {
    vi: String,
    one: String,
    several: String,
}

impl Noun {
    /// Returns the noun with a space before it, as it stands behind `number`.
    pub(super) fn behind(self, number: &Message) -> Message {
        let en = if number.en == "1" { self.one } else { self.several };
        Message { vi: format!(" {}", self.vi), en: format!(" {en}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vietnamese(heading: &str) -> Option<String> {
        noun_of(heading).map(|noun| noun.vi)
    }

    #[test]
    fn a_heading_tells_what_it_counts_or_nothing() {
        assert_eq!(vietnamese("Số hộ nghèo").as_deref(), Some("hộ"));
        assert_eq!(vietnamese("Tổng số hộ").as_deref(), Some("hộ"));
        assert_eq!(vietnamese("Số hộ gia đình văn hóa").as_deref(), Some("hộ gia đình"));
        assert_eq!(vietnamese("Lao động có việc làm").as_deref(), Some("lao động"));
        assert_eq!(vietnamese("Khối lượng thu gom (tấn)").as_deref(), Some("tấn"));
        assert_eq!(vietnamese("Chỉ tiêu giao quân"), None);
        assert_eq!(vietnamese("Số lượt tham gia"), None);
        assert_eq!(vietnamese("Số hội chợ"), None);
        assert_eq!(vietnamese(""), None);
    }

    #[test]
    fn one_is_singular_in_english() {
        let behind = |number: &str| {
            let number = Message { vi: number.to_owned(), en: number.to_owned() };
            noun_of("Số hộ nghèo").unwrap().behind(&number).en
        };
        assert_eq!(behind("1"), " household");
        assert_eq!(behind("2"), " households");
    }
}
