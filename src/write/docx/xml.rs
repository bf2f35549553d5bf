//! XML written element by element: what is text stays text.

/// The line that every part begins with.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A part being written; every element that is opened is closed.
#[derive(Debug)]
pub(super) struct Xml {
    out: String,
}

impl Xml {
    /// Begins a part, with `root` as its outermost element.
    pub(super) fn part(root: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) -> String {
        let mut xml = Self { out: DECLARATION.to_owned() };
        xml.element(root, attributes, inside);
        xml.out
    }

    /// Writes an element with what `inside` writes in it.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.tag(name, attributes);
        self.out.push('>');
        inside(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Writes an element without anything in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// Writes an element whose only attribute is its value, as most properties of Word are.
    pub(super) fn value(&mut self, name: &str, value: impl Into<Value>) {
        self.empty(name, &[("w:val", &value.into().0)]);
    }

    /// Writes words; whatever they are, they stay words.
    pub(super) fn text(&mut self, text: &str) {
        self.out.extend(text.chars().map(allowed).map(Escaped).flat_map(Escaped::letters));
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.text(value);
            self.out.push('"');
        }
    }
}

/// Returns a letter that may stand in a document: line ends and tabs are spaces, and what XML does not allow, steers a
/// screen or turns the direction of writing is seen as �.
fn allowed(letter: char) -> char {
    match letter {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {
            char::REPLACEMENT_CHARACTER
        }
        control if control.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    }
}

/// A value of a property: a word or a number.
pub(super) struct Value(String);

impl From<&str> for Value {
    fn from(word: &str) -> Self {
        Self(word.to_owned())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self(number.to_string())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self(number.to_string())
    }
}

/// A letter as XML spells it.
struct Escaped(char);

impl Escaped {
    fn letters(self) -> impl Iterator<Item = char> {
        let named = match self.0 {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            _ => "",
        };
        named.chars().chain(named.is_empty().then_some(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let part = Xml::part("a", &[("b", text)], |xml| xml.text(text));
        part.strip_prefix(DECLARATION).unwrap().to_owned()
    }

    #[test]
    fn markup_in_a_name_is_text() {
        assert_eq!(written("<b>\"&\"</b>"), {
            let text = "&lt;b&gt;&quot;&amp;&quot;&lt;/b&gt;";
            format!("<a b=\"{text}\">{text}</a>")
        });
    }

    #[test]
    fn what_xml_does_not_allow_is_seen() {
        assert_eq!(written("a\u{0}\u{b}b\n\tc\u{85}\u{202e}\u{ffff}"), "<a b=\"a��b  c���\">a��b  c���</a>");
    }
}
