//! Numbers at places in the records of binary formats; a record that is too short for one is damaged.

use super::fault::Fault;

/// Returns the `N` bytes at `at`.
pub(super) fn array<const N: usize>(data: &[u8], at: usize) -> Result<[u8; N], Fault> {
    let bytes = data.get(at..).and_then(|rest| rest.first_chunk::<N>());
    bytes.copied().ok_or(Fault::Malformed)
}

/// Returns the byte at `at`.
pub(super) fn u8_at(data: &[u8], at: usize) -> Result<u8, Fault> {
    data.get(at).copied().ok_or(Fault::Malformed)
}

/// Returns the number of 16 bits at `at`.
pub(super) fn u16_at(data: &[u8], at: usize) -> Result<u16, Fault> {
    array(data, at).map(u16::from_le_bytes)
}

/// Returns the number of 32 bits at `at`.
pub(super) fn u32_at(data: &[u8], at: usize) -> Result<u32, Fault> {
    array(data, at).map(u32::from_le_bytes)
}

/// Returns the floating point number at `at`.
pub(super) fn f64_at(data: &[u8], at: usize) -> Result<f64, Fault> {
    array(data, at).map(f64::from_le_bytes)
}

/// Returns the number that the four bytes at `at` stand for: an integer of 30 bits or the upper half of a floating
/// point number, either of them perhaps in hundredths.
pub(super) fn short_number_at(data: &[u8], at: usize) -> Result<f64, Fault> {
    let bits = u32_at(data, at)?;
    let number =
        if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    Ok(if bits & 1 == 0 { number } else { number / 100.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_number_is_an_integer_or_half_a_float_perhaps_in_hundredths() {
        // The examples of the format's description: 1, 1 in hundredths, 12345678, the same in hundredths, -1.
        let cases: [(u32, f64); 5] = [
            (0x3FF0_0000, 1.0),
            (0x3FF0_0001, 0.01),
            (0x02F1_853A, 12_345_678.0),
            (0x02F1_853B, 123_456.78),
            (0xFFFF_FFFE, -1.0),
        ];
        for (bits, number) in cases {
            let read = short_number_at(&bits.to_le_bytes(), 0).unwrap();
            assert!((read - number).abs() < f64::EPSILON, "{bits:x}: {read}");
        }
        assert_eq!(short_number_at(&[1, 2, 3], 0), Err(Fault::Malformed));
    }
}
