//! Vietnamese text that was stored in an encoding older than Unicode, or read in the wrong one.

mod code_page;
mod evidence;
mod mojibake;
mod syllable;
mod tcvn3;
mod vni;

use std::borrow::Cow;

use serde::Serialize;

pub use self::{
    code_page::from_windows_1252,
    evidence::{Evidence, Words, is_plainly_unicode},
};

/// How a text was stored or misread.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Legacy {
    /// TCVN3 (ABC): each letter is a byte, drawn by the `.Vn` fonts.
    Tcvn3,
    /// VNI: a letter and the byte of its mark, drawn by the `VNI-` fonts.
    Vni,
    /// Windows code page 1258, read as if it were 1252.
    Windows1258,
    /// UTF-8, read as if it were Windows code page 1252 or 1258.
    MisreadUtf8,
}

/// The encodings that are told from each other by the words of several texts; [`Legacy::MisreadUtf8`] shows by itself.
pub const TOLD_BY_WORDS: [Legacy; 3] = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258];

/// Returns the text in Unicode, given the legacy bytes as the characters that Windows code page 1252 has for them.
///
/// What the encoding does not know stays as it is. Text in an upper-case font such as `.VnTimeH` stays in the small
/// letters that were typed. Tables: TCVN 5712:1993 (VN3) and the VNI character set for Windows; code page 1258 as
/// Microsoft publishes it.
pub fn decode(text: &str, from: Legacy) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    match from {
        Legacy::Tcvn3 => Cow::Owned(tcvn3::decode(text)),
        Legacy::Vni => Cow::Owned(vni::decode(text)),
        Legacy::Windows1258 => Cow::Owned(code_page::decode_1258(text)),
        Legacy::MisreadUtf8 => mojibake::repair(text).map_or(Cow::Borrowed(text), Cow::Owned),
    }
}

/// Returns whether the encoding has every character of `text`, so that all of it may be in it.
fn knows(text: &str, from: Legacy) -> bool {
    match from {
        Legacy::Tcvn3 => tcvn3::knows(text),
        Legacy::Vni => vni::knows(text),
        Legacy::Windows1258 => true,
        Legacy::MisreadUtf8 => mojibake::repair(text).is_some(),
    }
}

impl Legacy {
    /// Returns the encoding that text in the font `name` is most often in; a font alone proves nothing.
    pub fn of_font(name: &str) -> Option<Self> {
        let begins = |prefix: &str| name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        match () {
            () if begins(".Vn") => Some(Self::Tcvn3),
            () if begins("VNI-") || begins("VNI ") => Some(Self::Vni),
            () => None,
        }
    }
}

#[cfg(test)]
mod tests;
