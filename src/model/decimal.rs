//! An exact decimal number as people write it: never a binary fraction.

use std::{cmp::Ordering, fmt, num::NonZeroU8, str::FromStr};

use ethnum::I256;

use super::sum::power_of_ten;

/// A decimal number `mantissa / 10^scale`, without trailing zeros, so that equal values are equal bits.
///
/// It holds what a spreadsheet can: up to 18 significant digits, at most [`Decimal::MAX_SCALE`] decimals,
/// below [`Decimal::MAX_WHOLE`] in size. What does not fit is refused where it is read, never rounded.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Decimal {
    mantissa: i64,
    scale: Scale,
}

/// How many decimals there are; kept as one more, so that an `Option<Decimal>` takes no more room than a [`Decimal`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
struct Scale(NonZeroU8);

impl Scale {
    const NONE: Self = Self(NonZeroU8::MIN);

    fn new(decimals: u8) -> Self {
        Self(NonZeroU8::MIN.saturating_add(decimals))
    }

    fn decimals(self) -> u8 {
        self.0.get() - 1
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self::NONE
    }
}

/// Why a number cannot be held exactly.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not a decimal number of at most 18 digits")]
pub struct NotADecimal;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, scale: Scale::NONE };
    /// One hundred, the whole of a percentage.
    pub const HUNDRED: Self = Self { mantissa: 100, scale: Scale::NONE };
    /// The most decimals a value may have: 15 significant digits of a hundredth of a percent fit.
    pub const MAX_SCALE: u8 = 20;
    /// Values reach up to this size, exclusive: a thousand million million, more than any budget in đồng.
    pub const MAX_WHOLE: u64 = 1_000_000_000_000_000;
    /// Values have at most 18 significant digits.
    const MAX_MANTISSA: u64 = 1_000_000_000_000_000_000;

    /// Makes `mantissa / 10^scale`, or nothing when it does not fit.
    pub fn new(mantissa: i64, scale: u8) -> Option<Self> {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        let size = mantissa.unsigned_abs();
        let whole = 10_u64.checked_pow(u32::from(scale)).map_or(0, |one| size / one);
        let fits = scale <= Self::MAX_SCALE && size < Self::MAX_MANTISSA && whole < Self::MAX_WHOLE;
        fits.then_some(Self { mantissa, scale: Scale::new(scale) })
    }

    /// Takes a spreadsheet's number at its 15 significant digits, as Excel shows it.
    ///
    /// # Errors
    /// When it is not finite or does not fit.
    pub fn from_spreadsheet(number: f64) -> Result<Self, NotADecimal> {
        let size = number.abs();
        // Below the last decimal there is nothing to hold; NaN is in no range.
        if !(SMALLEST..1e15).contains(&size) {
            return if size == 0.0 { Ok(Self::ZERO) } else { Err(NotADecimal) };
        }
        #[expect(clippy::cast_possible_truncation, reason = "below 2^53 a whole number is exact")]
        if size.trunc().to_bits() == size.to_bits() {
            return Ok(Self { mantissa: number as i64, scale: Scale::NONE });
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 34, as size is bounded"
        )]
        let guess = (14.0 - size.log10().floor()) as u8;
        let scales = guess.saturating_sub(1)..=guess.saturating_add(1);
        // The logarithm may be off by one beside a power of ten.
        let digits = scales.into_iter().find_map(|scale| Some((fifteen_digits(size, scale)?, scale)));
        let (digits, scale) = digits.ok_or(NotADecimal)?;
        Self::new(if number < 0.0 { -digits } else { digits }, scale).ok_or(NotADecimal)
    }

    /// Returns the value a hundred times over: a fraction as percent.
    ///
    /// # Errors
    /// When the product does not fit.
    pub fn times_hundred(self) -> Result<Self, NotADecimal> {
        let (mantissa, scale) = match self.scale() {
            0 => (self.mantissa.checked_mul(100).ok_or(NotADecimal)?, 0),
            1 => (self.mantissa.checked_mul(10).ok_or(NotADecimal)?, 0),
            scale => (self.mantissa, scale - 2),
        };
        Self::new(mantissa, scale).ok_or(NotADecimal)
    }

    /// Returns whether the value is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Returns whether the value is a whole number.
    pub fn is_whole(self) -> bool {
        self.scale() == 0
    }

    /// Returns how many decimals the value needs.
    pub fn scale(self) -> u8 {
        self.scale.decimals()
    }

    pub(super) fn mantissa(self) -> i64 {
        self.mantissa
    }
}

/// The smallest size of a value other than zero: one in the last decimal.
const SMALLEST: f64 = 1e-20;
/// The least number of fifteen digits.
const FIFTEEN_DIGITS: i64 = 100_000_000_000_000;

/// Returns `size * 10^scale` rounded to a whole number, halves away from zero; nothing where the product has fewer
/// than fifteen digits. `size` is at least [`SMALLEST`], below 2^52 and not whole, the product below 10^17.
fn fifteen_digits(size: f64, scale: u8) -> Option<i64> {
    let bits = size.to_bits();
    let (exponent, fraction) = (bits >> 52, bits & ((1 << 52) - 1));
    // The number is (2^52 + fraction) / 2^halvings.
    let halvings = 1075 - exponent;
    let product = I256::from((1_u64 << 52) | fraction) * power_of_ten(scale);
    let least = i64::try_from(product >> halvings).ok().filter(|least| *least >= FIFTEEN_DIGITS)?;
    let is_nearer_above = product & (I256::ONE << (halvings - 1)) != I256::ZERO;
    Some(least + i64::from(is_nearer_above))
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self { mantissa: i64::from(value), scale: Scale::NONE }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.mantissa.cmp(&other.mantissa);
        }
        let scale = self.scale().max(other.scale());
        let aligned = |d: &Self| i128::from(d.mantissa) * 10_i128.pow(u32::from(scale - d.scale()));
        aligned(self).cmp(&aligned(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Plain notation with a point: `-0.5`, `1200`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let digits = format!("{:0width$}", self.mantissa.unsigned_abs(), width = usize::from(self.scale()) + 1);
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.scale()));
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

impl FromStr for Decimal {
    type Err = NotADecimal;

    /// Reads plain notation with a point: digits, at most one point, a leading sign.
    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let fraction = fraction.trim_end_matches('0');
        if whole.is_empty() || fraction.len() > usize::from(Self::MAX_SCALE) {
            return Err(NotADecimal);
        }
        let mut mantissa: i64 = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            let digit = digit.checked_sub(b'0').filter(|&d| d < 10).ok_or(NotADecimal)?;
            mantissa = mantissa.checked_mul(10).and_then(|m| m.checked_add(i64::from(digit))).ok_or(NotADecimal)?;
        }
        let mantissa = if negative { -mantissa } else { mantissa };
        Self::new(mantissa, u8::try_from(fraction.len()).map_err(|_| NotADecimal)?).ok_or(NotADecimal)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spreadsheet(number: f64) -> String {
        Decimal::from_spreadsheet(number).map_or_else(|_| "refused".to_owned(), |d| d.to_string())
    }

    #[test]
    fn a_spreadsheet_number_is_its_fifteen_digits() {
        assert_eq!(spreadsheet(0.1 + 0.2), "0.3");
        assert_eq!(spreadsheet(0.949_367_088_607_594_9), "0.949367088607595");
        assert_eq!(spreadsheet(1.0 / 3.0), "0.333333333333333");
        assert_eq!(spreadsheet(-12.5), "-12.5");
        assert_eq!(spreadsheet(0.0), "0");
        assert_eq!(spreadsheet(-0.0), "0");
        assert_eq!(spreadsheet(1e15), "refused");
        assert_eq!(spreadsheet(f64::NAN), "refused");
        assert_eq!(spreadsheet(1e-9), "0.000000001");
    }

    /// Reads what the standard library prints of a number with fifteen digits.
    fn printed(number: f64) -> Option<Decimal> {
        let text = format!("{number:.14e}");
        let (digits, exponent) = text.split_once('e').unwrap();
        let exponent: i32 = exponent.parse().unwrap();
        let mut mantissa: i64 = digits.replace('.', "").parse().unwrap();
        let mut scale = 14 - exponent;
        while scale > 20 && mantissa % 10 == 0 {
            (mantissa, scale) = (mantissa / 10, scale - 1);
        }
        Decimal::new(mantissa, u8::try_from(scale).ok()?)
    }

    #[test]
    fn a_half_behind_the_fifteenth_digit_is_rounded_up() {
        assert_eq!(spreadsheet(-96_261_875_102_975.25), "-96261875102975.3");
        assert_eq!(spreadsheet(4_259_087_703_583.625), "4259087703583.63");
    }

    proptest! {
        #[test]
        fn decimals_of_fifteen_digits_come_back(digits in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u8..20) {
            let written = Decimal::new(digits, scale).unwrap();
            let number: f64 = written.to_string().parse().unwrap();
            prop_assert_eq!(Decimal::from_spreadsheet(number), Ok(written));
        }

        #[test]
        fn every_number_is_what_is_printed_of_it(near in -1e7..1e7_f64, power in -22..16_i32) {
            for number in [near, near / 3.0, near * 10_f64.powi(power), 10_f64.powi(power) - f64::EPSILON, near / 1e17] {
                // Halfway between two numbers of fifteen digits it is rounded up, as people do, and printed to even.
                let shortest = format!("{number:e}");
                let digits = shortest.split('e').next().unwrap_or_default().trim_start_matches('-').replace('.', "");
                let halfway = digits.len() == 16 && digits.ends_with('5');
                if number.abs() < 1e14 && !halfway {
                    prop_assert_eq!(Decimal::from_spreadsheet(number).ok(), printed(number), "{}", number);
                }
            }
        }
    }

    #[test]
    fn a_fraction_as_percent_is_exact() {
        let percent = |n| Decimal::from_spreadsheet(n).and_then(Decimal::times_hundred).unwrap().to_string();
        assert_eq!(percent(0.57), "57");
        assert_eq!(percent(0.020_000_000_000_000_1), "2.00000000000001");
        assert_eq!(percent(1.2), "120");
    }

    #[test]
    fn plain_text_reads_back_as_it_is_written() {
        for text in ["0", "-0.5", "1200", "94.96", "0.000001", "99999999999999.9"] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
        }
        assert_eq!("5.10".parse::<Decimal>().unwrap().to_string(), "5.1");
        for text in ["", ".5", "1,5", "--1", "1.2.3", "1e5", "9999999999999999999", "0.000000000000000000001"] {
            assert_eq!(text.parse::<Decimal>(), Err(NotADecimal), "{text}");
        }
    }

    #[test]
    fn order_is_by_value() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        assert!(d("94.96") < d("95"));
        assert!(d("-1") < d("0.001"));
        assert!(d("999999999999999") > d("0.00000000000000000001"));
        assert_eq!(d("2.50"), d("2.5"));
    }
}
