//! The appendices that a plan may ask for, by name.

/// An appendix.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum AppendixName {
    /// Each judged unit and its result.
    Groups,
    /// Totals by ward.
    Wards,
    /// Each criterion ward by ward.
    CriteriaByWard,
    /// Units by criteria.
    Matrix,
    /// What was not achieved, and why.
    Shortfalls,
    /// Who is proposed for recognition.
    Proposals,
    /// The files that the figures come from.
    Sources,
    /// The criteria set.
    CriteriaSet,
}

impl AppendixName {
    /// Every appendix, in the usual order.
    pub const ALL: &[Self] = &[
        Self::Groups,
        Self::Wards,
        Self::CriteriaByWard,
        Self::Matrix,
        Self::Shortfalls,
        Self::Proposals,
        Self::Sources,
        Self::CriteriaSet,
    ];

    /// Returns the word for it in `[[appendix]]` and in the names of files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Wards => "wards",
            Self::CriteriaByWard => "criteria-by-ward",
            Self::Matrix => "matrix",
            Self::Shortfalls => "shortfalls",
            Self::Proposals => "proposals",
            Self::Sources => "sources",
            Self::CriteriaSet => "criteria-set",
        }
    }

    /// Returns the appendix that `word` names.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.word() == word)
    }
}
