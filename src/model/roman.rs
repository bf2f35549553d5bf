//! Roman numbers.

/// The digits and pairs of digits, the largest first.
const DIGITS: [(usize, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// Returns `number` in Roman capitals, as appendices, sections and standards are numbered.
pub fn roman(number: usize) -> String {
    let mut rest = number;
    let mut text = String::new();
    for (value, digits) in DIGITS {
        while rest >= value {
            text.push_str(digits);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_romans_did() {
        let text = [1, 4, 9, 14, 40, 90, 444, 3321].map(roman).join(" ");
        assert_eq!(text, "I IV IX XIV XL XC CDXLIV MMMCCCXXI");
        assert_eq!(roman(0), "");
    }
}
