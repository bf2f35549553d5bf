//! A measured value in the unit of its criterion, and how it is printed beside its threshold.

use std::cmp::Ordering;

use super::{Decimal, Ratio, Sum};

/// A measured value: a number as it stands, or a percentage as part and whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// A number in the criterion's own unit; percentages in percent.
    Number(Decimal),
    /// A percentage given by its part and its whole.
    Ratio(Ratio),
}

impl Quantity {
    /// Compares with a threshold in the criterion's own unit, exactly.
    pub fn cmp_threshold(self, threshold: Decimal) -> Ordering {
        match self {
            Self::Number(number) => number.cmp(&threshold),
            Self::Ratio(ratio) => ratio.cmp_percent(threshold),
        }
    }

    /// Compares with another value of the same criterion, exactly.
    pub fn cmp_quantity(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Ratio(ours), Self::Ratio(theirs)) => ours.cmp(&theirs),
            (ours, Self::Number(theirs)) => ours.cmp_threshold(theirs),
            (Self::Number(ours), theirs) => theirs.cmp_threshold(ours).reverse(),
        }
    }

    /// Returns the value rounded to at most `decimals` decimals.
    pub fn rounded(self, decimals: u8) -> Sum {
        match self {
            Self::Number(number) => Sum::from(number).rounded(decimals),
            Self::Ratio(ratio) => ratio.percent(decimals),
        }
    }

    fn floored(self, decimals: u8) -> Sum {
        match self {
            Self::Number(number) => Sum::from(number).floored(decimals),
            Self::Ratio(ratio) => ratio.percent_floored(decimals),
        }
    }

    /// Returns the value with at least `least` decimals' precision, and as many more as it takes to lie on its
    /// own side of `threshold`: 94.996 against 95 is "94.996", never "95.00".
    pub fn shown_beside(self, threshold: Decimal, least: u8) -> Sum {
        let exact = self.cmp_threshold(threshold);
        (least..Decimal::MAX_SCALE)
            .map(|decimals| self.rounded(decimals))
            .find(|shown| shown.cmp(&Sum::from(threshold)) == exact)
            .unwrap_or_else(|| self.rounded(Decimal::MAX_SCALE))
    }

    /// Returns the value with at most six decimals; where rounding would carry it to or over `threshold`,
    /// the last digit stays on the value's own side.
    pub fn shown_in_json(self, threshold: Option<Decimal>) -> Sum {
        let rounded = self.rounded(6);
        let Some(threshold) = threshold else { return rounded };
        let limit = Sum::from(threshold);
        match (self.cmp_threshold(threshold), rounded.cmp(&limit)) {
            (exact, shown) if exact == shown => rounded,
            (Ordering::Less, _) => self.floored(6),
            (Ordering::Greater, _) => self.floored(6) + Sum::from(Decimal::new(1, 6).unwrap_or_default()),
            (Ordering::Equal, _) => rounded,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Quantity {
        Quantity::Number(text.parse().unwrap())
    }

    fn ratio(part: u32, whole: u32) -> Quantity {
        Quantity::Ratio(Ratio::new(part, whole).unwrap())
    }

    #[test]
    fn a_printed_figure_stays_on_its_side_of_the_threshold() {
        let limit = "95".parse().unwrap();
        assert_eq!(number("94.996").shown_beside(limit, 2).to_string(), "94.996");
        assert_eq!(number("94.96").shown_beside(limit, 2).to_string(), "94.96");
        assert_eq!(ratio(949_999, 1_000_000).shown_beside(limit, 2).to_string(), "94.9999");
        assert_eq!(ratio(19, 20).shown_beside(limit, 2).to_string(), "95");
    }

    #[test]
    fn six_decimals_never_cross_the_threshold() {
        let limit = Some("95".parse().unwrap());
        assert_eq!(number("94.99999999").shown_in_json(limit).to_string(), "94.999999");
        assert_eq!(number("95.00000001").shown_in_json(limit).to_string(), "95.000001");
        assert_eq!(ratio(1, 3).shown_in_json(limit).to_string(), "33.333333");
        assert_eq!(number("95").shown_in_json(limit).to_string(), "95");
    }

    #[test]
    fn numbers_and_ratios_compare_by_value() {
        assert_eq!(ratio(1, 4).cmp_quantity(number("25")), Ordering::Equal);
        assert_eq!(number("25.1").cmp_quantity(ratio(1, 4)), Ordering::Greater);
        assert_eq!(ratio(1, 3).cmp_quantity(ratio(2, 6)), Ordering::Equal);
    }
}
