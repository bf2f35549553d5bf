//! What a plan's `[headings]` may say that a column holds.

/// What a column holds, as `[headings]` names it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HeadingRole {
    /// The name of the unit.
    Unit,
    /// The code of the unit.
    Code,
    /// The criterion, in cards and lists.
    Criterion,
    /// What is asked for.
    Requirement,
    /// The figure.
    Figure,
    /// The part of a percentage.
    Part,
    /// The whole of a percentage.
    Whole,
    /// The verdict of whoever sent the file.
    Claim,
    /// The unit's own verdict.
    Own,
    /// The ward's verdict.
    Ward,
    /// The verdict of the agency that appraises.
    Agency,
    /// The verdict of the inspecting panel.
    Panel,
    /// Evidence.
    Evidence,
    /// Free text.
    Note,
    /// Known, and not read.
    Ignored,
}

impl HeadingRole {
    /// Every role with its name in `[headings]`.
    pub const NAMES: &[(&str, Self)] = &[
        ("unit", Self::Unit),
        ("code", Self::Code),
        ("criterion", Self::Criterion),
        ("requirement", Self::Requirement),
        ("figure", Self::Figure),
        ("part", Self::Part),
        ("whole", Self::Whole),
        ("claim", Self::Claim),
        ("self", Self::Own),
        ("ward", Self::Ward),
        ("agency", Self::Agency),
        ("panel", Self::Panel),
        ("evidence", Self::Evidence),
        ("note", Self::Note),
        ("ignored", Self::Ignored),
    ];

    /// Returns the role that `[headings]` calls `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }
}
