//! Exact numbers of the made-up cities: a fraction of two integers, nothing cleverer.

use std::cmp::Ordering;

/// A number that a clerk knows exactly.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exact {
    pub(crate) over: i64,
    pub(crate) under: i64,
}

/// Returns a whole number.
pub(crate) const fn whole(number: i64) -> Exact {
    Exact { over: number, under: 1 }
}

/// Returns so many tenths.
pub(crate) const fn tenths(number: i64) -> Exact {
    Exact { over: number, under: 10 }
}

impl Exact {
    /// Returns how it stands to `other`, by cross-multiplication.
    pub(crate) fn against(self, other: Exact) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }

    /// Returns `self` in percent of `whole`.
    pub(crate) fn percent_of(self, whole: Exact) -> Exact {
        Exact { over: 100 * self.over * whole.under, under: self.under * whole.over }
    }

    /// Returns the sum of two numbers of the same denominator, or of any two by extending one.
    pub(crate) fn plus(self, other: Exact) -> Exact {
        if self.under == other.under {
            return Exact { over: self.over + other.over, under: self.under };
        }
        Exact { over: self.over * other.under + other.over * self.under, under: self.under * other.under }
    }

    /// Returns the nearest binary number, for a cell.
    #[expect(clippy::cast_precision_loss, reason = "the numbers of a town are far below 2^53")]
    pub(crate) fn cell(self) -> f64 {
        self.over as f64 / self.under as f64
    }

    /// Returns plain decimal notation with at most six decimals, halves away from zero.
    pub(crate) fn six_decimals(self) -> String {
        let millionths = (self.over * 2_000_000 + self.under) / (2 * self.under);
        let digits = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
        digits.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}
