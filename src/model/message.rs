//! A sentence for people, in both languages side by side.

/// The language of the interface; codes and JSON keys never change with it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Language {
    /// Tiếng Việt, the default.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// Returns its tag (BCP 47), as documents and logs name it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }
}

/// One sentence without a full stop, in Vietnamese and in English.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Message {
    /// What the ward clerk reads.
    pub vi: String,
    /// The same in English.
    pub en: String,
}

impl Message {
    /// Makes what reads alike in both languages: a sign, a name, a quotation.
    pub fn same(text: impl Into<String>) -> Self {
        let vi = text.into();
        Self { en: vi.clone(), vi }
    }

    /// Returns the sentence in `language`.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vi,
            Language::English => &self.en,
        }
    }
}

/// Builds a [`Message`], a sentence, from two format strings, Vietnamese first; of the messages named behind them, each sentence
/// takes the half in its own language.
#[macro_export]
macro_rules! say {
    ($vi:literal, $en:literal $(,)?) => {
        $crate::model::Message { vi: format!($vi), en: format!($en) }
    };
    ($vi:literal, $en:literal, $($part:ident),+ $(,)?) => {
        $crate::model::Message {
            vi: {
                $(let $part = &$part.vi;)+
                format!($vi)
            },
            en: {
                $(let $part = &$part.en;)+
                format!($en)
            },
        }
    };
}
pub use say;

/// Builds a [`Message`] that is no sentence but a piece of one, or the entry of a table: as [`say!`](crate::model::say) does,
/// and it may begin with a small letter.
#[macro_export]
macro_rules! phrase {
    ($($words:tt)*) => { $crate::model::say!($($words)*) };
}
pub use phrase;
