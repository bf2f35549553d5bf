//! The digest by which files are known again.

use sha2::{Digest as _, Sha256};

/// Returns the SHA-256 digest of bytes (FIPS 180-4) in 64 hexadecimal digits, small letters.
pub fn digest(bytes: &[u8]) -> String {
    let halves = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_the_standard() {
        // The example of one block, "abc", in the standard's appendix.
        assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
