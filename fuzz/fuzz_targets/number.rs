//! Any text read as a number: no panic, and a number that is printed reads as the same number again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tdp::{
    model::Decimal,
    text::{LoneSeparator, Written, canonical, read_mark, read_number},
};

fuzz_target!(|bytes: &[u8]| {
    if let Some(bits) = bytes.first_chunk()
        && let Ok(value) = Decimal::from_spreadsheet(f64::from_le_bytes(*bits))
    {
        assert_eq!(value.to_string().parse(), Ok(value), "a number of a spreadsheet");
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let key = canonical(text);
    assert_eq!(canonical(&key), key, "a key is its own key");
    let _ = read_mark(&key);
    for lone in [LoneSeparator::Thousands, LoneSeparator::Decimal, LoneSeparator::Undecidable] {
        // What is not canonical is not asked for, and must do no harm.
        let _ = read_number(text, lone);
        check(read_number(&key, lone));
    }
});

/// Checks that what was read can be printed and read again, with a point and with a comma.
fn check(written: Written) {
    match written {
        Written::Number(value, decimals) => {
            reads_as(&value.to_string(), |again| matches!(again, Written::Number(same, _) if same == value));
            assert!(value.scale() <= decimals, "more decimals than were written");
        }
        Written::Percent(value, decimals) => {
            reads_as(&format!("{value}%"), |again| matches!(again, Written::Percent(same, _) if same == value));
            assert!(value.scale() <= decimals, "more decimals than were written");
        }
        Written::Fraction { part, whole, .. } => reads_as(&format!("{part}/{whole}"), |again| match again {
            Written::Fraction { part: again, whole: of, percent } => (again, of, percent) == (part, whole, None),
            // Of a lone point before three digits nothing tells what it is.
            again => again == Written::DecimalOrThousands && (part.scale() == 3 || whole.scale() == 3),
        }),
        Written::Bound | Written::DecimalOrThousands | Written::TooLong | Written::Other => {}
    }
}

fn reads_as(printed: &str, same: impl Fn(Written) -> bool) {
    for printed in [printed.to_owned(), printed.replace('.', ",")] {
        let again = read_number(&printed, LoneSeparator::Decimal);
        assert!(same(again), "{printed} reads as {again:?}");
    }
}
