//! What a number format shows in place of a number: nothing, or a word.

/// The sections of a number format of which one shows no number.
#[derive(Clone, Debug)]
pub struct Sections(Vec<Section>);

/// What one section says of the numbers that it is for.
#[derive(Clone, Debug, Default)]
struct Section {
    /// Which numbers these are, where it says so.
    condition: Option<Condition>,
    /// The number is shown, or a day or time in its place.
    shows: bool,
    /// The words that are shown.
    words: String,
}

/// "[>=100]".
#[derive(Clone, Copy, Debug)]
struct Condition {
    /// Whether a smaller, an equal and a larger number fulfil it.
    fulfilled_by: [bool; 3],
    bound: f64,
}

/// Numbers have so many sections; a further one is for texts.
const OF_NUMBERS: usize = 3;

impl Sections {
    /// Reads a number format code; nothing where all of its sections show their numbers.
    pub(super) fn of(code: &str) -> Option<Self> {
        let mut sections = vec![Section::default()];
        let mut characters = code.chars();
        let mut quoted = false;
        while let (Some(character), Some(section)) = (characters.next(), sections.last_mut()) {
            match character {
                '"' => quoted = !quoted,
                _ if quoted => section.words.push(character),
                ';' => sections.push(Section::default()),
                '\\' => section.words.extend(characters.next()),
                '*' | '_' => drop(characters.next()),
                '[' => {
                    section.take_bracketed(&characters.by_ref().take_while(|inner| *inner != ']').collect::<String>());
                }
                '0' | '#' | '?' | '@' => section.shows = true,
                // "General", days and times.
                _ if character.is_ascii_alphabetic() => section.shows = true,
                _ => section.words.push(character),
            }
        }
        sections.truncate(OF_NUMBERS);
        let hides = !code.is_empty() && sections.iter().any(|section| !section.shows);
        hides.then_some(Self(sections))
    }

    /// Returns what people see in place of a number, an empty text where they see nothing; `None` where they see it.
    pub fn instead_of(&self, number: f64) -> Option<&str> {
        let section = self.for_number(number)?;
        (!section.shows).then(|| section.words.trim())
    }

    fn for_number(&self, number: f64) -> Option<&Section> {
        let sections = &self.0;
        if sections.iter().any(|section| section.condition.is_some()) {
            let fits = |section: &&Section| section.condition.is_none_or(|condition| condition.admits(number));
            return sections.iter().find(fits);
        }
        let index = match sections.len() {
            2.. if number < 0.0 => 1,
            3.. if number <= 0.0 => 2,
            _ => 0,
        };
        sections.get(index)
    }
}

impl Section {
    /// Takes what stands in brackets: a condition, a currency, or what says nothing here.
    fn take_bracketed(&mut self, inner: &str) {
        if let Some(sign) = inner.strip_prefix('$') {
            self.words.push_str(sign.split('-').next().unwrap_or_default());
        } else if let Some(condition) = Condition::of(inner) {
            self.condition = Some(condition);
        } else if inner.chars().all(|letter| "hmsHMS".contains(letter)) {
            self.shows = true;
        }
    }
}

impl Condition {
    fn of(text: &str) -> Option<Self> {
        let signs = [
            ("<=", [true, true, false]),
            (">=", [false, true, true]),
            ("<>", [true, false, true]),
            ("<", [true, false, false]),
            (">", [false, false, true]),
            ("=", [false, true, false]),
        ];
        signs.into_iter().find_map(|(sign, fulfilled_by)| {
            let bound = text.strip_prefix(sign)?.trim().parse().ok()?;
            Some(Self { fulfilled_by, bound })
        })
    }

    fn admits(self, number: f64) -> bool {
        let order = number.total_cmp(&self.bound);
        self.fulfilled_by[if order.is_lt() { 0 } else { usize::from(order.is_gt()) + 1 }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_in_place_of_a_number_is_that_of_its_section() {
        for (code, number, shown) in [
            (";;;", 60.0, Some("")),
            ("\"Đạt\";;\"Chưa đạt\"", 1.0, Some("Đạt")),
            ("\"Đạt\";;\"Chưa đạt\"", 0.0, Some("Chưa đạt")),
            ("\"Đạt\";;\"Chưa đạt\"", -1.0, Some("")),
            ("[Red]0;;\"Đạt\"", 2000.0, None),
            ("0;-0;;@", 0.0, Some("")),
            ("0;-0;;@", 5.0, None),
            ("_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", 0.0, None),
            ("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", 0.0, Some("-")),
            ("[=1]\"Đạt\";[=0]\"Chưa đạt\";0", 1.0, Some("Đạt")),
            ("[=1]\"Đạt\";[=0]\"Chưa đạt\";0", 7.0, None),
            ("[>=80]\"Đạt\";0", 80.0, Some("Đạt")),
            ("[<80]\"Chưa đạt\";0", 80.0, None),
            ("[Red]\\K", 1.0, Some("K")),
            ("General", 1.0, None),
            ("[h]:mm;;", 1.0, None),
            ("@", 1.0, None),
            ("", 1.0, None),
        ] {
            let found = Sections::of(code);
            assert_eq!(found.as_ref().and_then(|sections| sections.instead_of(number)), shown, "{code} {number}");
        }
    }
}
