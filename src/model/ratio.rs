//! A part of a whole, kept as two numbers so that a threshold is compared without rounding.

use std::cmp::Ordering;

use ethnum::I256;

use super::{
    Decimal, Quantity, Sum,
    sum::{divide_rounding, power_of_ten},
    wide,
};

/// A part of a whole above zero; parts and wholes may be decimals (tonnes).
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    part: Sum,
    whole: Sum,
}

impl Ratio {
    /// Makes the ratio of `part` to `whole`, or nothing when the whole is not above zero.
    pub fn new(part: impl Into<Sum>, whole: impl Into<Sum>) -> Option<Self> {
        let (part, whole) = (part.into(), whole.into());
        (!whole.is_zero() && !whole.is_negative()).then_some(Self { part, whole })
    }

    /// Returns the part.
    pub fn part(self) -> Sum {
        self.part
    }

    /// Returns the whole.
    pub fn whole(self) -> Sum {
        self.whole
    }

    /// Compares part / whole with `percent` / 100.
    pub fn cmp_percent(self, percent: Decimal) -> Ordering {
        wide::compare(self.units(), (Sum::from(percent).units(), I256::from(100) * power_of_ten(Sum::SCALE)))
    }

    /// Returns part × 100 / whole, rounded half away from zero to `decimals` decimals (at most 20).
    pub fn percent(self, decimals: u8) -> Sum {
        let scaled = self.part.units() * I256::from(100) * power_of_ten(decimals.min(Sum::SCALE));
        let steps = divide_rounding(scaled, self.whole.units());
        Sum::from_units(steps * power_of_ten(Sum::SCALE - decimals.min(Sum::SCALE)))
    }

    /// Returns the parts of this whole between which `limit` percent of it lies, in steps of 10^-`decimals` (at
    /// most 20): equal when it falls on a step.
    pub fn parts_at(self, limit: Quantity, decimals: u8) -> (Sum, Sum) {
        let step = power_of_ten(Sum::SCALE - decimals.min(Sum::SCALE));
        let (share, of) = match limit {
            Quantity::Number(percent) => (Sum::from(percent).units(), I256::from(100) * power_of_ten(Sum::SCALE)),
            Quantity::Ratio(ratio) => ratio.units(),
        };
        let (below, cut) = wide::multiply_divide(share, self.whole.units(), of * step);
        let above = if cut { below + 1 } else { below };
        (Sum::from_units(below * step), Sum::from_units(above * step))
    }

    /// Returns part and whole in units of a sum.
    fn units(self) -> (I256, I256) {
        (self.part.units(), self.whole.units())
    }

    /// Returns part × 100 / whole, cut to `decimals` decimals towards negative infinity.
    pub(super) fn percent_floored(self, decimals: u8) -> Sum {
        let scaled = self.part.units() * I256::from(100) * power_of_ten(decimals.min(Sum::SCALE));
        let steps = scaled.div_euclid(self.whole.units());
        Sum::from_units(steps * power_of_ten(Sum::SCALE - decimals.min(Sum::SCALE)))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By value: 1/2 equals 2/4.
impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        wide::compare(self.units(), other.units())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(part: &str, whole: &str) -> Ratio {
        Ratio::new(part.parse::<Decimal>().unwrap(), whole.parse::<Decimal>().unwrap()).unwrap()
    }

    #[test]
    fn the_threshold_itself_is_equal() {
        let percent = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(ratio("4", "5").cmp_percent(percent("80")), Ordering::Equal);
        assert_eq!(ratio("799", "1000").cmp_percent(percent("80")), Ordering::Less);
        assert_eq!(ratio("0.1", "30").cmp_percent(percent("0.3")), Ordering::Greater);
    }

    #[test]
    fn percent_is_rounded_only_when_asked() {
        assert_eq!(ratio("1", "3").percent(6).to_string(), "33.333333");
        assert_eq!(ratio("2", "3").percent(2).to_string(), "66.67");
        assert_eq!(ratio("2", "3").percent_floored(2).to_string(), "66.66");
    }

    #[test]
    fn the_parts_nearest_to_a_limit_enclose_it() {
        let check = |whole: &str, limit: Quantity, decimals: u8, expected: [&str; 2]| {
            let (below, above) = ratio("0", whole).parts_at(limit, decimals);
            assert_eq!([below.to_string(), above.to_string()], expected);
        };
        let percent = |text: &str| Quantity::Number(text.parse().unwrap());
        check("119", percent("95"), 0, ["113", "114"]);
        check("120", percent("95"), 0, ["114", "114"]);
        check("12.5", percent("95"), 1, ["11.8", "11.9"]);
        check("9", Quantity::Ratio(ratio("1", "3")), 0, ["3", "3"]);
        check("10", Quantity::Ratio(ratio("1", "3")), 0, ["3", "4"]);
    }

    #[test]
    fn the_largest_sums_are_compared_and_measured_like_small_ones() {
        let largest = Sum::from("999999999999999.999".parse::<Decimal>().unwrap());
        let whole: Sum = (0..100_000).map(|_| largest).sum();
        let part: Sum = (0..95_000).map(|_| largest).sum();
        let ratio = Ratio::new(part, whole).unwrap();
        let limit = "95".parse::<Decimal>().unwrap();
        assert_eq!(ratio.cmp_percent(limit), Ordering::Equal);
        let more = Ratio::new(part + Sum::from(1), whole).unwrap();
        assert_eq!((more.cmp_percent(limit), more.cmp(&ratio)), (Ordering::Greater, Ordering::Greater));
        assert_eq!(ratio.percent(6).to_string(), "95");
        assert_eq!(more.parts_at(Quantity::Ratio(ratio), 0), ratio.parts_at(Quantity::Number(limit), 0));
    }

    #[test]
    fn an_empty_whole_is_no_ratio() {
        assert!(Ratio::new(Decimal::ZERO, Decimal::ZERO).is_none());
        assert!(Ratio::new(Decimal::ZERO, "-1".parse::<Decimal>().unwrap()).is_none());
    }
}
