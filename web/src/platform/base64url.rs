//! Base64 as addresses bear it: `-` and `_`, no padding.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut group = [0; 3];
        group[..chunk.len()].copy_from_slice(chunk);
        let bits = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
        for digit in 0..=chunk.len() {
            text.push(char::from(ALPHABET[(bits >> (18 - 6 * digit) & 63) as usize]));
        }
    }
    text
}

/// The bytes, or nothing where a character or the length does not belong to base64. Padding and the two
/// characters of plain base64 are taken as well: mail programs and chats rewrite addresses.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=').as_bytes();
    let mut bytes = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    for group in digits.chunks(4) {
        let mut bits = 0_u32;
        for place in 0..4 {
            let value = match group.get(place) {
                Some(digit) => value(*digit)?,
                None => 0,
            };
            bits = bits << 6 | value;
        }
        let all = [(bits >> 16) as u8, (bits >> 8) as u8, bits as u8];
        bytes.extend_from_slice(all.get(..group.len().checked_sub(1).filter(|count| *count > 0)?)?);
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'-' | b'+' => 62,
        b'_' | b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn every_length_comes_back() {
        let bytes: Vec<u8> = (0..=255).rev().collect();
        for length in 0..bytes.len() {
            let text = encode(&bytes[..length]);
            assert_eq!(text.len(), (length * 4).div_ceil(3), "{length}");
            assert_eq!(decode(&text).as_deref(), Some(&bytes[..length]), "{length}");
        }
    }

    #[wasm_bindgen_test]
    fn the_alphabet_is_that_of_addresses() {
        assert_eq!(encode(&[0xfb, 0xef, 0xff]), "--__");
        assert_eq!(decode("++//"), Some(vec![0xfb, 0xef, 0xff]), "plain base64 is taken as well");
        assert_eq!(decode("Zg=="), Some(b"f".to_vec()));
    }

    #[wasm_bindgen_test]
    fn what_is_not_base64_is_refused() {
        for text in ["A", "AAAAA", "A A", "Zg%", "ä", "AA\u{0}A"] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }
}
