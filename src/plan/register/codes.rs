//! Codes of units and their leading zeros, which spreadsheet programs eat.

use rustc_hash::FxHashMap;

use crate::{model::UnitKey, text::canonical};

/// Units by code.
#[derive(Clone, Debug, Default)]
pub(in crate::plan) struct CodeIndex {
    exact: FxHashMap<String, UnitKey>,
    stripped: FxHashMap<String, Vec<UnitKey>>,
}

/// What a written code stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::plan) enum CodeMatch {
    /// This unit's code as it is.
    Exact(UnitKey),
    /// The only unit whose code differs by nothing but leading zeros.
    Restored(UnitKey),
}

impl CodeMatch {
    /// Returns the unit.
    pub(in crate::plan) fn unit(self) -> UnitKey {
        match self {
            Self::Exact(unit) | Self::Restored(unit) => unit,
        }
    }
}

impl CodeIndex {
    /// Notes that `unit` has `code`; returns the unit that already has it.
    pub(in crate::plan) fn insert(&mut self, code: &str, unit: UnitKey) -> Option<UnitKey> {
        let code = canonical(code);
        if let Some(first) = self.exact.get(code.as_ref()) {
            return Some(*first);
        }
        self.stripped.entry(stripped(&code).to_owned()).or_default().push(unit);
        self.exact.insert(code.into_owned(), unit);
        None
    }

    /// Returns the unit that `code` stands for, if exactly one fits.
    pub(in crate::plan) fn find(&self, code: &str) -> Option<CodeMatch> {
        let code = canonical(code);
        if let Some(unit) = self.exact.get(code.as_ref()) {
            return Some(CodeMatch::Exact(*unit));
        }
        match self.stripped.get(stripped(&code)).map(Vec::as_slice) {
            Some([unit]) => Some(CodeMatch::Restored(*unit)),
            _ => None,
        }
    }
}

/// Returns the code as a spreadsheet program leaves it that takes it for a number.
pub(in crate::plan) fn stripped(code: &str) -> &str {
    let rest = code.trim_start_matches('0');
    if rest.starts_with(|first: char| first.is_ascii_digit()) { rest } else { code }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(codes: &[&str], written: &str, expected: Option<CodeMatch>) {
        let mut index = CodeIndex::default();
        for (at, code) in codes.iter().enumerate() {
            assert_eq!(index.insert(code, UnitKey::new(at)), None);
        }
        assert_eq!(index.find(written), expected, "{written}");
    }

    #[test]
    fn leading_zeros_are_restored_where_one_code_fits() {
        let exact = |at| Some(CodeMatch::Exact(UnitKey::new(at)));
        let restored = |at| Some(CodeMatch::Restored(UnitKey::new(at)));
        check(&["03389", "lc"], "03389", exact(0));
        check(&["03389", "lc"], "LC", exact(1));
        check(&["03389"], "3389", restored(0));
        check(&["03389.001"], "3389.001", restored(0));
        check(&["3389"], "03389", restored(0));
        check(&["03389", "003389"], "3389", None);
        check(&["03389", "3389"], "3389", exact(1));
        check(&["03389"], "338", None);
        check(&["0.A"], ".A", None);
    }
}
