//! A sum of decimals: as exact as they are, and too wide to overflow.

use std::{
    fmt,
    iter::Sum as IteratorSum,
    ops::{Add, AddAssign, Sub},
};

use ethnum::I256;

use super::Decimal;

/// A sum of [`Decimal`]s, held as `units / 10^20`.
///
/// Each decimal is below 10^15 and has at most 20 decimals, so there is room for 10^41 of them.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Sum {
    units: I256,
}

impl Sum {
    /// Nothing added yet.
    pub const ZERO: Self = Self { units: I256::ZERO };
    /// How many decimals a sum holds.
    pub(super) const SCALE: u8 = Decimal::MAX_SCALE;

    /// Makes the sum of `units / 10^20`.
    pub(super) fn from_units(units: I256) -> Self {
        Self { units }
    }

    /// Returns the sum in units of 10^-20.
    pub(super) fn units(self) -> I256 {
        self.units
    }

    /// Returns whether the sum is zero.
    pub fn is_zero(self) -> bool {
        self.units == I256::ZERO
    }

    /// Returns whether the sum is below zero.
    pub fn is_negative(self) -> bool {
        self.units < I256::ZERO
    }

    /// Returns the value rounded half away from zero to `decimals` decimals.
    #[must_use]
    pub fn rounded(self, decimals: u8) -> Self {
        let step = power_of_ten(Self::SCALE - decimals.min(Self::SCALE));
        Self { units: divide_rounding(self.units, step) * step }
    }

    /// Returns the value cut to `decimals` decimals, towards negative infinity.
    #[must_use]
    pub fn floored(self, decimals: u8) -> Self {
        let step = power_of_ten(Self::SCALE - decimals.min(Self::SCALE));
        Self { units: self.units.div_euclid(step) * step }
    }

    /// Returns the nearest binary fraction, for spreadsheets, which know nothing else.
    pub fn to_f64(self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }
}

/// Returns `10^exponent`.
pub(super) fn power_of_ten(exponent: u8) -> I256 {
    I256::new(10_i128.pow(u32::from(exponent)))
}

/// Divides by a positive `divisor`, rounding half away from zero.
pub(super) fn divide_rounding(dividend: I256, divisor: I256) -> I256 {
    let (quotient, remainder) = (dividend / divisor, dividend % divisor);
    match remainder.abs() * I256::from(2) >= divisor {
        true if dividend < I256::ZERO => quotient - 1,
        true => quotient + 1,
        false => quotient,
    }
}

impl From<Decimal> for Sum {
    fn from(value: Decimal) -> Self {
        let shift = 10_i128.pow(u32::from(Self::SCALE - value.scale()));
        Self { units: I256::from(i128::from(value.mantissa()) * shift) }
    }
}

impl From<u32> for Sum {
    fn from(value: u32) -> Self {
        Self::from(Decimal::from(value))
    }
}

impl Add for Sum {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { units: self.units + other.units }
    }
}

impl AddAssign for Sum {
    fn add_assign(&mut self, other: Self) {
        self.units += other.units;
    }
}

impl Sub for Sum {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { units: self.units - other.units }
    }
}

impl IteratorSum for Sum {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, Add::add)
    }
}

/// Plain notation with a point and no trailing zeros: `-0.5`, `1200`.
impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let one = power_of_ten(Self::SCALE);
        let (whole, fraction) = (self.units.abs() / one, self.units.abs() % one);
        let fraction = format!("{fraction:020}");
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(text: &str) -> Sum {
        text.parse::<Decimal>().unwrap().into()
    }

    #[test]
    fn a_sum_is_exact_and_reads_plainly() {
        assert_eq!((sum("0.1") + sum("0.2")).to_string(), "0.3");
        assert_eq!(
            (sum("999999999999999") + sum("0.00000000000000000001")).to_string(),
            "999999999999999.00000000000000000001"
        );
        assert_eq!((sum("1") - sum("2.5")).to_string(), "-1.5");
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        assert_eq!(sum("1.25").rounded(1).to_string(), "1.3");
        assert_eq!(sum("-1.25").rounded(1).to_string(), "-1.3");
        assert_eq!(sum("1.2499").rounded(1).to_string(), "1.2");
        assert_eq!(sum("-1.21").floored(1).to_string(), "-1.3");
    }
}
