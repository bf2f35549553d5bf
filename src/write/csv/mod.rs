//! Comma-separated tables (RFC 4180): fields quoted where needed, lines ended by CR LF.
//!
//! No field can become a formula where the file is opened in a spreadsheet: words that begin like one get an
//! apostrophe before them, numbers stay numbers.

mod findings;
mod score;
mod table;

use std::{borrow::Cow, io::Write};

use csv::{Terminator, Writer, WriterBuilder};

pub use self::{findings::findings_csv, score::score_csv, table::table_csv};

fn writer<W: Write>(into: W) -> Writer<W> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(into)
}

/// Returns `text` so that no spreadsheet takes it for a formula.
fn inert(text: &str) -> Cow<'_, str> {
    let like_a_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if like_a_formula && text.parse::<f64>().is_err() { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn words_like_a_formula_get_an_apostrophe_and_numbers_none() {
        for text in ["=1+1", "+84", "-5", "-0.5", "@SUM(A1)", "-2+3", "a=b", "", "\t=1"] {
            let expected = match text {
                "=1+1" => "'=1+1",
                "@SUM(A1)" => "'@SUM(A1)",
                "-2+3" => "'-2+3",
                "\t=1" => "'\t=1",
                other => other,
            };
            assert_eq!(inert(text), expected);
        }
    }
}
