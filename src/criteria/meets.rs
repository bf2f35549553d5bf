//! Whether a figure meets a requirement: exactly, and in the same way wherever it is asked.

use std::cmp::Ordering;

use crate::model::{Decimal, Quantity};

use super::{Against, Comparison, Requirement};

impl Requirement {
    /// Returns the number that a figure is held against, the lower of two, if there is one.
    pub fn threshold(&self) -> Option<Decimal> {
        match self {
            Self::Compare(_, Against::Threshold(threshold)) => Some(*threshold),
            Self::Between(from, _) => Some(*from),
            _ => None,
        }
    }

    /// Returns whether there must be none of what the criterion counts.
    pub fn wants_none(&self) -> bool {
        *self == Self::Compare(Comparison::Equal, Against::Threshold(Decimal::ZERO))
    }

    /// Returns whether `figure` meets the requirement, `against` being the figure of the parent unit or of the
    /// period before where the requirement names one.
    ///
    /// `None` when what it is compared with is not known, or when the requirement is not about figures.
    pub fn is_met_by(&self, figure: Quantity, against: Option<Quantity>) -> Option<bool> {
        match self {
            Self::Compare(comparison, Against::Threshold(limit)) => {
                Some(comparison.admits(figure.cmp_threshold(*limit)))
            }
            Self::Compare(comparison, Against::Parent | Against::Previous) => {
                against.map(|against| comparison.admits(figure.cmp_quantity(against)))
            }
            Self::Between(least, most) => {
                Some(figure.cmp_threshold(*least).is_ge() && figure.cmp_threshold(*most).is_le())
            }
            Self::Yes | Self::Done(_) => None,
        }
    }
}

impl Comparison {
    /// Returns whether a figure that lies `ordering` of the limit is on the right side of it.
    pub fn admits(self, ordering: Ordering) -> bool {
        match self {
            Self::AtLeast => ordering.is_ge(),
            Self::Above => ordering.is_gt(),
            Self::AtMost => ordering.is_le(),
            Self::Below => ordering.is_lt(),
            Self::Equal => ordering.is_eq(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Decimal, Ratio};

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn quantity(text: &str) -> Quantity {
        match text.split_once('/') {
            Some((part, whole)) => Quantity::Ratio(Ratio::new(decimal(part), decimal(whole)).unwrap()),
            None => Quantity::Number(decimal(text)),
        }
    }

    /// Checks which of a figure just below, at and just above the limit meet the requirement.
    fn check(requirement: &Requirement, figures: [&str; 3], met: [bool; 3]) {
        for (figure, met) in figures.into_iter().zip(met) {
            assert_eq!(requirement.is_met_by(quantity(figure), None), Some(met), "{figure}: {requirement:?}");
        }
    }

    #[test]
    fn every_comparison_decides_just_below_at_and_just_above_its_limit() {
        let limit = Against::Threshold(decimal("95"));
        let table = [
            (Comparison::AtLeast, [false, true, true]),
            (Comparison::Above, [false, false, true]),
            (Comparison::AtMost, [true, true, false]),
            (Comparison::Below, [true, false, false]),
            (Comparison::Equal, [false, true, false]),
        ];
        for (comparison, met) in table {
            let requirement = Requirement::Compare(comparison, limit);
            check(&requirement, ["94.999999999999", "95", "95.000000000001"], met);
            check(&requirement, ["94999999/100000000", "19/20", "95000001/100000000"], met);
            check(&requirement, ["9.4999/10", "9.5/10", "9.5001/10"], met);
        }
    }

    #[test]
    fn both_ends_of_a_range_are_in() {
        let range = Requirement::Between(decimal("2"), decimal("5"));
        check(&range, ["1.99", "2", "2.01"], [false, true, true]);
        check(&range, ["4.99", "5", "5.01"], [true, true, false]);
    }

    #[test]
    fn a_figure_is_compared_with_that_of_the_parent_or_of_the_period_before() {
        for against in [Against::Parent, Against::Previous] {
            let requirement = Requirement::Compare(Comparison::AtLeast, against);
            assert_eq!(requirement.is_met_by(quantity("1/3"), Some(quantity("2/6"))), Some(true));
            assert_eq!(requirement.is_met_by(quantity("33.3333"), Some(quantity("1/3"))), Some(false));
            assert_eq!(requirement.is_met_by(quantity("1/3"), None), None);
        }
    }

    #[test]
    fn a_requirement_that_is_not_about_figures_leaves_them_undecided() {
        assert_eq!(Requirement::Yes.is_met_by(quantity("1"), None), None);
        assert_eq!(Requirement::Done(None).is_met_by(quantity("100"), None), None);
    }
}
