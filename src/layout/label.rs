//! How a label on a sheet names a criterion: by id, by title or alias, by the heading of its part or whole.

use rustc_hash::FxHashMap;

use crate::{criteria::CriteriaSet, layout::memo::Memo, model::CriterionKey, text::canonical};

/// What a label names.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) enum Named {
    /// No criterion.
    #[default]
    Nothing,
    /// This criterion: its title or an alias stands there.
    Titled(CriterionKey),
    /// This criterion: its id stands there, followed by other words.
    Numbered(CriterionKey),
    /// Nothing but the id of this criterion stands there.
    BareId(CriterionKey),
    /// A number that may be any of these ids, 2.1 for 2.1 or 2.10, or that of another criterion than the title's.
    Unclear(Vec<CriterionKey>),
}

impl Named {
    /// Returns the criterion that is certainly named.
    pub(super) fn criterion(&self) -> Option<CriterionKey> {
        match self {
            Self::Titled(key) | Self::Numbered(key) | Self::BareId(key) => Some(*key),
            Self::Nothing | Self::Unclear(_) => None,
        }
    }
}

/// What bears a canonical name.
type Names = FxHashMap<String, Vec<CriterionKey>>;

/// The names of the criteria of a set, canonical.
#[derive(Debug)]
pub(super) struct Labels {
    ids: FxHashMap<String, CriterionKey>,
    id_of: Vec<String>,
    titles: Names,
    parts: Names,
    wholes: Names,
    standards: Vec<(String, String)>,
    /// Each title, alias and heading of a part or whole, and whose it is; titles and aliases are `true`.
    names: Vec<(CriterionKey, String, bool)>,
    memo: Memo<Named>,
}

/// What is wanted, was there before or was not yet counted, in brackets or at the end of a label: not what was reached.
pub(super) const NOT_REACHED: &[&str] =
    &["kế hoạch", "chỉ tiêu", "mục tiêu", "dự kiến", "đăng ký", "phấn đấu", "đầu kỳ", "giảm", "tăng", "đã xóa"];

/// Fewer words stand in too many titles.
const FEWEST_WORDS: usize = 3;

/// Returns whether words stand in a name as they are, from the beginning of a word to the end of one.
fn stands_in(words: &str, name: &str) -> bool {
    name.match_indices(words).any(|(at, _)| {
        let (before, rest) = name.split_at(at);
        !before.ends_with(char::is_alphanumeric)
            && rest.strip_prefix(words).is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    })
}

/// Words that may stand before the id of a criterion, canonical.
const BEFORE_ID: &[&str] = &["tiêu chí số", "tiêu chí", "chỉ tiêu", "tc"];

impl Labels {
    pub(super) fn new(set: &CriteriaSet) -> Self {
        let mut labels = Self {
            ids: FxHashMap::default(),
            id_of: set.criteria.iter().map(|criterion| canonical(&criterion.id).into_owned()).collect(),
            titles: FxHashMap::default(),
            parts: FxHashMap::default(),
            wholes: FxHashMap::default(),
            standards: set
                .standards
                .iter()
                .map(|s| (canonical(&s.id).into_owned(), canonical(&s.title).into_owned()))
                .collect(),
            names: Vec::new(),
            memo: Memo::default(),
        };
        for (key, criterion) in set.all() {
            let titles = std::iter::once(&criterion.title).chain(&criterion.aliases).map(|name| (name, true));
            let headings = criterion.part.iter().chain(&criterion.whole).map(|name| (name, false));
            labels
                .names
                .extend(titles.chain(headings).map(|(name, is_title)| (key, canonical(name).into_owned(), is_title)));
            labels.ids.insert(canonical(&criterion.id).into_owned(), key);
            for title in std::iter::once(&criterion.title).chain(&criterion.aliases) {
                let keys = labels.titles.entry(canonical(title).into_owned()).or_default();
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            for (headings, heading) in [(&mut labels.parts, &criterion.part), (&mut labels.wholes, &criterion.whole)] {
                if let Some(heading) = heading {
                    headings.entry(canonical(heading).into_owned()).or_default().push(key);
                }
            }
        }
        labels
    }

    /// Returns what a canonical label names.
    pub(super) fn read(&self, label: &str) -> Named {
        self.memo.of(label, |label| self.read_anew(label))
    }

    fn read_anew(&self, label: &str) -> Named {
        match self.titled(label) {
            [] => {}
            [only] => return Named::Titled(*only),
            several => return Named::Unclear(several.to_vec()),
        }
        let (announced, id, title) = split_id(label);
        let numbered = self.ids.get(id).copied();
        let titled = self.titled(title);
        if let Some(key) = titled.iter().find(|key| numbered == Some(**key) || self.drops_zeros(id, **key)) {
            return Named::Titled(*key);
        }
        match (titled, numbered) {
            ([only], None) if announced || is_number(id) => Named::Titled(*only),
            ([], Some(numbered)) if title.is_empty() => Named::BareId(numbered),
            // Without a word behind it, "2.1 %" is a figure.
            ([], Some(numbered)) if title.contains(char::is_alphabetic) => match self.only_in_others(title, numbered) {
                Some(other) => Named::Unclear(vec![numbered, other]),
                None => Named::Numbered(numbered),
            },
            (titled @ [_, ..], Some(numbered)) => Named::Unclear([&[numbered], titled].concat()),
            _ => Named::Nothing,
        }
    }

    /// Returns the criterion in whose title the words of a label stand as they are, where they stand in no name of the one
    /// with the number before them: "2.3 Thu nhập bình quân" where that is the title of 2.4, cut short.
    pub(super) fn only_in_others(&self, label: &str, numbered: CriterionKey) -> Option<CriterionKey> {
        let words = label.split('(').next().unwrap_or(label).trim_matches(|letter: char| !letter.is_alphanumeric());
        if words.split(' ').count() < FEWEST_WORDS {
            return None;
        }
        let own = self.names.iter().any(|(key, name, _)| *key == numbered && stands_in(words, name));
        let mut others = self.names.iter().filter(|(_, name, is_title)| *is_title && stands_in(words, name));
        others.next().filter(|_| !own).map(|(key, ..)| *key)
    }

    /// Returns what a number in a cell names: spreadsheets drop the last zero of 2.10.
    pub(super) fn read_number(&self, number: &str) -> Named {
        let mut fitting: Vec<CriterionKey> = Vec::new();
        let mut id = number.to_owned();
        for _ in 0..3 {
            fitting.extend(self.ids.get(&id));
            id.push_str(if id.contains('.') { "0" } else { ".0" });
        }
        match fitting.as_slice() {
            [] => Named::Nothing,
            [only] => Named::BareId(*only),
            _ => Named::Unclear(fitting),
        }
    }

    /// Returns the criteria whose part has this heading.
    pub(super) fn parts(&self, label: &str) -> &[CriterionKey] {
        self.headed(&self.parts, label)
    }

    /// Returns the criteria whose whole has this heading.
    pub(super) fn wholes(&self, label: &str) -> &[CriterionKey] {
        self.headed(&self.wholes, label)
    }

    /// Returns whether the label names a standard: "Tiêu chuẩn 1: Tổ chức, đội ngũ".
    pub(super) fn names_standard(&self, label: &str) -> bool {
        label.starts_with("tiêu chuẩn ") || self.standards.iter().any(|(_, title)| title == label)
    }

    fn titled(&self, title: &str) -> &[CriterionKey] {
        looked_up(&self.titles, title)
    }

    /// Returns the criteria whose part or whole has this heading, perhaps behind the id of one of them.
    fn headed<'s>(&self, headings: &'s Names, label: &str) -> &'s [CriterionKey] {
        match looked_up(headings, label) {
            [] => {
                let (_, id, heading) = split_id(label);
                let numbered = self.ids.get(id);
                Some(looked_up(headings, heading))
                    .filter(|keys| keys.iter().any(|key| Some(key) == numbered))
                    .unwrap_or(&[])
            }
            found => found,
        }
    }

    /// Returns whether `id` is the id of `key` without its last zeros.
    fn drops_zeros(&self, id: &str, key: CriterionKey) -> bool {
        self.id_of[key.index()].strip_prefix(id).is_some_and(|rest| rest.bytes().all(|b| b == b'0'))
    }
}

/// Returns what bears this name; a remark in brackets at its end does not matter, unless it says that the figure is none
/// that was reached.
fn looked_up<'s>(names: &'s Names, name: &str) -> &'s [CriterionKey] {
    let remarked = || name.strip_suffix(')').and_then(|name| name.rsplit_once('('));
    let bare =
        || remarked().filter(|(_, remark)| !NOT_REACHED.contains(&remark.trim())).map(|(before, _)| before.trim_end());
    names.get(name).or_else(|| names.get(bare()?)).map_or(&[], Vec::as_slice)
}

fn is_number(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// Splits "tiêu chí 2.1: tỷ lệ …" into whether a word announced the id, the id, and what follows it.
fn split_id(label: &str) -> (bool, &str, &str) {
    let announced = BEFORE_ID.iter().find_map(|word| Some(label.strip_prefix(word)?.trim_start()));
    let rest = announced.unwrap_or(label);
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(rest.len());
    let (id, title) = rest.split_at(end);
    let title = title.trim_start_matches([' ', ':', '.', '-', ')', '/']);
    (announced.is_some(), id.trim_end_matches('.'), title)
}

/// Returns what stands behind the id in a label.
pub(super) fn behind_id(label: &str) -> &str {
    split_id(label).2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_split_from_its_title() {
        assert_eq!(split_id("2.1. tỷ lệ"), (false, "2.1", "tỷ lệ"));
        assert_eq!(split_id("tc 2.1"), (true, "2.1", ""));
        assert_eq!(split_id("tiêu chí 2.1: tỷ lệ (%)"), (true, "2.1", "tỷ lệ (%)"));
        assert_eq!(split_id("2.10 - số vụ"), (false, "2.10", "số vụ"));
    }
}
