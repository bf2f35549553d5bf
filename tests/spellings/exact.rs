//! Exact numbers as the test knows them: digits and the place of the point, never read from any text.

/// The number `digits / 10^scale`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exact {
    pub(crate) negative: bool,
    pub(crate) digits: u128,
    pub(crate) scale: usize,
}

impl Exact {
    /// A number that is not below zero.
    pub(crate) fn new(digits: u128, scale: usize) -> Self {
        Self { negative: false, digits, scale }
    }

    /// The digits before and behind the point, with at least `least` behind it.
    pub(crate) fn halves(self, least: usize) -> (String, String) {
        let digits = format!("{:0width$}", self.digits, width = self.scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.scale);
        (whole.to_owned(), format!("{fraction:0<least$}"))
    }

    /// Plain notation with a point and no zeros that say nothing: equal numbers have equal notations.
    pub(crate) fn plain(self) -> String {
        let (whole, fraction) = self.halves(0);
        let fraction = fraction.trim_end_matches('0');
        let sign = if self.negative && self.digits > 0 { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }

    /// How many decimals it needs.
    pub(crate) fn decimals(self) -> usize {
        self.plain().split_once('.').map_or(0, |(_, fraction)| fraction.len())
    }

    /// The number that a hundred of make this one: a percentage as a fraction of one.
    pub(crate) fn hundredth(self) -> Self {
        Self { scale: self.scale + 2, ..self }
    }

    /// The number a hundred times over.
    pub(crate) fn hundredfold(self) -> Self {
        match self.scale {
            0 | 1 => Self { digits: self.digits * [100, 10][self.scale], scale: 0, ..self },
            scale => Self { scale: scale - 2, ..self },
        }
    }

    /// Whether it lies above zero and at most at one.
    pub(crate) fn is_within_one(self) -> bool {
        !self.negative && 0 < self.digits && self.digits <= 10_u128.pow(u32::try_from(self.scale).unwrap())
    }

    /// Whether it is above one.
    pub(crate) fn is_above_one(self) -> bool {
        !self.negative && self.digits > 10_u128.pow(u32::try_from(self.scale).unwrap())
    }

    /// The binary number that a spreadsheet stores for it.
    pub(crate) fn stored(self) -> f64 {
        self.plain().parse().unwrap()
    }
}
