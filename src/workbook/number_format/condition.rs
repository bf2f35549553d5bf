//! Which numbers a section of a number format is for.

/// "[>=100]".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Condition {
    /// Whether a number below, at and above the bound fulfils it.
    fulfilled_by: [bool; 3],
    /// What numbers are held against.
    pub(super) bound: f64,
}

impl Condition {
    pub(super) const POSITIVE: Self = Self { fulfilled_by: [false, false, true], bound: 0.0 };
    pub(super) const NOT_NEGATIVE: Self = Self { fulfilled_by: [false, true, true], bound: 0.0 };
    pub(super) const NEGATIVE: Self = Self { fulfilled_by: [true, false, false], bound: 0.0 };

    /// Reads what stands in brackets; nothing where it is no condition. One whose bound is no number is fulfilled by none.
    pub(super) fn of(text: &str) -> Option<Self> {
        let signs = [
            ("<=", [true, true, false]),
            (">=", [false, true, true]),
            ("<>", [true, false, true]),
            ("<", [true, false, false]),
            (">", [false, false, true]),
            ("=", [false, true, false]),
        ];
        let (sign, fulfilled_by) = signs.into_iter().find(|(sign, _)| text.starts_with(sign))?;
        let bound =
            text.strip_prefix(sign)?.trim().replace(',', ".").parse().ok().filter(|bound: &f64| bound.is_finite());
        Some(bound.map_or(Self { fulfilled_by: [false; 3], bound: 0.0 }, |bound| Self { fulfilled_by, bound }))
    }

    pub(super) fn admits(self, number: f64) -> bool {
        // Below zero there is no zero: -0 is 0.
        let order = (number + 0.0).total_cmp(&(self.bound + 0.0));
        self.fulfilled_by[if order.is_lt() { 0 } else { usize::from(order.is_gt()) + 1 }]
    }

    /// Returns whether it is for the numbers above zero, with zero or without.
    pub(super) fn sets_apart_negatives(self) -> bool {
        self == Self::POSITIVE || self == Self::NOT_NEGATIVE
    }
}
