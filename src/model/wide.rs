//! Products of two sums, which may be wider than any number at hand, compared and divided all the same.

use std::cmp::Ordering;

use ethnum::I256;

/// Compares `part / whole` with `other_part / other_whole`; both wholes are above zero.
///
/// Quotients are compared, then what remains, turned over, so that nothing is ever multiplied.
pub(super) fn compare(
    (mut part, mut whole): (I256, I256),
    (mut other_part, mut other_whole): (I256, I256),
) -> Ordering {
    loop {
        let (quotient, other_quotient) = (part.div_euclid(whole), other_part.div_euclid(other_whole));
        if quotient != other_quotient {
            return quotient.cmp(&other_quotient);
        }
        let (rest, other_rest) = (part.rem_euclid(whole), other_part.rem_euclid(other_whole));
        if rest == I256::ZERO || other_rest == I256::ZERO {
            return rest.cmp(&other_rest);
        }
        // rest / whole < other_rest / other_whole where other_whole / other_rest < whole / rest.
        (part, whole, other_part, other_whole) = (other_whole, other_rest, whole, rest);
    }
}

/// Returns `one * other / divisor` cut towards negative infinity, and whether anything was cut off; `other` is not
/// below zero and `divisor` above.
pub(super) fn multiply_divide(one: I256, other: I256, divisor: I256) -> (I256, bool) {
    match one.checked_mul(other) {
        Some(product) => (product.div_euclid(divisor), product.rem_euclid(divisor) != I256::ZERO),
        None => multiply_divide_by_bits(one, other, divisor),
    }
}

/// The same by doubling and adding, so that beside the quotient only a remainder below the divisor is held.
fn multiply_divide_by_bits(one: I256, other: I256, divisor: I256) -> (I256, bool) {
    let each = (one.div_euclid(divisor), one.rem_euclid(divisor));
    let mut sum = (I256::ZERO, I256::ZERO);
    for bit in (0..I256::BITS - other.leading_zeros()).rev() {
        sum = add(sum, sum, divisor);
        if (other >> bit) & I256::ONE == I256::ONE {
            sum = add(sum, each, divisor);
        }
    }
    (sum.0, sum.1 != I256::ZERO)
}

/// Adds quotients with their remainders.
fn add((quotient, rest): (I256, I256), (more, more_rest): (I256, I256), divisor: I256) -> (I256, I256) {
    let (quotient, rest) = (quotient + more, rest + more_rest);
    if rest < divisor { (quotient, rest) } else { (quotient + 1, rest - divisor) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ten_to(exponent: u32) -> I256 {
        I256::new(10).pow(exponent)
    }

    #[test]
    fn fractions_whose_products_would_overflow_are_compared() {
        // A hundred thousand wholes near 10^15, in units of 10^-20: the product of two has 81 digits.
        let whole = ten_to(40);
        let half = whole / 2;
        assert_eq!(compare((half, whole), (half, whole)), Ordering::Equal);
        assert_eq!(compare((half, whole), (half + 1, whole)), Ordering::Less);
        assert_eq!(compare((half, whole), (half, whole + 1)), Ordering::Greater);
        assert_eq!(compare((half, whole), (I256::ONE, I256::new(2))), Ordering::Equal);
        assert_eq!(compare((-half, whole), (I256::ONE, I256::new(2))), Ordering::Less);
    }

    #[test]
    fn products_too_wide_to_hold_are_divided() {
        let (wide, nine) = (ten_to(50), I256::new(9));
        assert_eq!(multiply_divide(wide, wide, ten_to(60)), (ten_to(40), false));
        assert_eq!(multiply_divide(wide, wide + 1, wide), (wide + 1, false));
        assert_eq!(multiply_divide(-wide, wide, ten_to(60)), (-ten_to(40), false));
        // 10^100 / (9 * 10^60) is 1.11… * 10^39, forty ones before the point.
        assert_eq!(multiply_divide(wide, wide, nine * ten_to(60)), ((ten_to(40) - 1) / nine, true));
    }

    proptest! {
        #[test]
        fn comparing_is_comparing_the_products(part: i64, whole in 1..i64::MAX, other: i64, other_whole in 1..i64::MAX) {
            let crosswise = (i128::from(part) * i128::from(other_whole)).cmp(&(i128::from(other) * i128::from(whole)));
            let fraction = |part: i64, whole: i64| (I256::from(part), I256::from(whole));
            prop_assert_eq!(compare(fraction(part, whole), fraction(other, other_whole)), crosswise);
        }

        #[test]
        fn small_fractions_meet_and_are_compared(part in -9_i64..9, whole in 1_i64..9, other in -9_i64..9, other_whole in 1_i64..9) {
            let fraction = |part: i64, whole: i64| (I256::from(part), I256::from(whole));
            let found = compare(fraction(part, whole), fraction(other, other_whole));
            prop_assert_eq!(found, (part * other_whole).cmp(&(other * whole)));
        }

        #[test]
        fn dividing_bit_by_bit_is_dividing_the_product(one: i64, other in 0..i64::MAX, divisor in 1_i64..1_000_000) {
            let product = i128::from(one) * i128::from(other);
            let divided = multiply_divide_by_bits(I256::from(one), I256::from(other), I256::from(divisor));
            let divisor = i128::from(divisor);
            prop_assert_eq!(divided, (I256::new(product.div_euclid(divisor)), product.rem_euclid(divisor) != 0));
        }
    }
}
