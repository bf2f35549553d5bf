//! An exact decimal number as people write it: never a binary fraction.

use std::{
    cmp::Ordering,
    fmt::{self, Write as _},
    num::NonZeroU8,
    str::FromStr,
};

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
        if !number.is_finite() {
            return Err(NotADecimal);
        }
        #[expect(clippy::cast_possible_truncation, reason = "below 2^53 a whole number is exact")]
        if number.trunc().to_bits() == number.to_bits() && number.abs() < 1e15 {
            return Ok(Self { mantissa: number as i64, scale: Scale::NONE });
        }
        if let Some(short) = Self::with_few_decimals(number) {
            return Ok(short);
        }
        let mut digits = Digits::default();
        write!(digits, "{number:.14e}").map_err(|_| NotADecimal)?;
        Self::from_scientific(digits.as_str())
    }

    /// Returns, for a number that is not whole, the decimal of at most four decimals and fifteen digits whose nearest
    /// binary number it is, if there is one: the one that rounding to fifteen digits gives.
    fn with_few_decimals(number: f64) -> Option<Self> {
        [(1, 10.0), (2, 100.0), (3, 1_000.0), (4, 10_000.0)].into_iter().find_map(|(scale, one)| {
            let shifted = (number * one).round();
            let exact = shifted.abs() < 1e15 && (shifted / one).to_bits() == number.to_bits();
            #[expect(clippy::cast_possible_truncation, reason = "below 2^53 a whole number is exact")]
            exact.then_some(Self { mantissa: shifted as i64, scale: Scale::new(scale) })
        })
    }

    /// Reads `-d.ddde±x`, the form in which a number is printed with its significant digits.
    fn from_scientific(text: &str) -> Result<Self, NotADecimal> {
        let (digits, exponent) = text.split_once('e').ok_or(NotADecimal)?;
        let exponent: i32 = exponent.parse().map_err(|_| NotADecimal)?;
        let (negative, digits) = digits.strip_prefix('-').map_or((false, digits), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut mantissa: i64 = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            let digit = digit.checked_sub(b'0').filter(|&d| d < 10).ok_or(NotADecimal)?;
            mantissa = mantissa.checked_mul(10).and_then(|m| m.checked_add(i64::from(digit))).ok_or(NotADecimal)?;
        }
        let mut scale = i32::try_from(fraction.len()).map_err(|_| NotADecimal)? - exponent;
        while mantissa != 0 && mantissa % 10 == 0 && scale > 0 {
            mantissa /= 10;
            scale -= 1;
        }
        if mantissa == 0 {
            return Ok(Self::ZERO);
        }
        while scale < 0 {
            mantissa = mantissa.checked_mul(10).ok_or(NotADecimal)?;
            scale += 1;
        }
        let mantissa = if negative { -mantissa } else { mantissa };
        Self::new(mantissa, u8::try_from(scale).map_err(|_| NotADecimal)?).ok_or(NotADecimal)
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

/// The text of a number with fifteen digits, kept off the heap: every number of every workbook passes here.
#[derive(Default)]
struct Digits {
    bytes: [u8; 32],
    length: usize,
}

impl Digits {
    fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl fmt::Write for Digits {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let free = self.bytes.get_mut(self.length..self.length + text.len()).ok_or(fmt::Error)?;
        free.copy_from_slice(text.as_bytes());
        self.length += text.len();
        Ok(())
    }
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

    proptest! {
        #[test]
        fn few_decimals_are_what_fifteen_digits_say(digits in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u8..8) {
            let written = Decimal::new(digits, scale).unwrap();
            let number: f64 = written.to_string().parse().unwrap();
            prop_assert_eq!(Decimal::from_spreadsheet(number), Ok(written));
            prop_assert_eq!(Decimal::from_scientific(&format!("{number:.14e}")), Ok(written));
        }

        #[test]
        fn the_quick_way_is_never_another(number in any::<f64>(), near in -1e6..1e6_f64) {
            for number in [number, near, near / 3.0].into_iter().filter(|number| number.fract() != 0.0) {
                if let Some(quick) = Decimal::with_few_decimals(number) {
                    prop_assert_eq!(Decimal::from_scientific(&format!("{number:.14e}")), Ok(quick));
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
