//! Numbers as Go's `strconv` reads and writes them, and base64.

/// An integer with the prefixes of Go: `0x`, `0o`, `0b`, and octal after a leading zero. Negative ones down
/// to −2⁶³, positive ones up to 2⁶⁴−1 without and 2⁶³−1 with a plus sign.
pub(super) fn integer(text: &str) -> Option<i128> {
    let (signed, negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, true, &text[1..]),
        b'+' => (true, false, &text[1..]),
        _ => (false, false, text),
    };
    let (radix, digits) = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => (16, &digits[2..]),
        [b'0', b'o' | b'O', ..] => (8, &digits[2..]),
        [b'0', b'b' | b'B', ..] => (2, &digits[2..]),
        [b'0', _, ..] => (8, &digits[1..]),
        _ => (10, digits),
    };
    let magnitude = i128::from(magnitude(digits, radix)?);
    let value = if negative { -magnitude } else { magnitude };
    let fits = if signed { i64::try_from(value).is_ok() } else { u64::try_from(value).is_ok() };
    fits.then_some(value)
}

/// Digits and nothing else.
fn magnitude(digits: &str, radix: u32) -> Option<u64> {
    if !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    u64::from_str_radix(digits, radix).ok()
}

/// A number after `0b` that has a sign of its own, which upstream takes.
pub(super) fn stray_binary(text: &str) -> Option<i128> {
    let digits = text.strip_prefix("0b")?;
    let value = i64::from_str_radix(digits, 2).ok()?;
    Some(value.into())
}

/// A decimal number as YAML writes it: `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, and not
/// beyond the largest float.
pub(super) fn float(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    let digits_from = |mut index: usize| {
        while bytes.get(index).is_some_and(u8::is_ascii_digit) {
            index += 1;
        }
        index
    };
    let start = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let mut index = digits_from(start);
    let whole = index - start;
    if bytes.get(index) == Some(&b'.') {
        let end = digits_from(index + 1);
        if whole == 0 && end == index + 1 {
            return None;
        }
        index = end;
    } else if whole == 0 {
        return None;
    }
    if matches!(bytes.get(index), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(index + 1), Some(b'-' | b'+')));
        let end = digits_from(index + 1 + sign);
        if end == index + 1 + sign {
            return None;
        }
        index = end;
    }
    if index < bytes.len() {
        return None;
    }
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// A decimal number that begins with a point, where underscores may stand between two digits.
pub(super) fn float_with_underscores(text: &str) -> Option<f64> {
    if !text.contains('_') {
        return float(text);
    }
    let bytes = text.as_bytes();
    let between_digits = (0..bytes.len()).filter(|&index| bytes[index] == b'_').all(|index| {
        index > 0 && bytes[index - 1].is_ascii_digit() && bytes.get(index + 1).is_some_and(u8::is_ascii_digit)
    });
    if between_digits { float(&text.replace('_', "")) } else { None }
}

/// How Go writes a float with `strconv.FormatFloat(value, 'g', -1, 32)`: the fewest digits that tell it
/// from other 32-bit floats. This is what becomes of a float as a key.
pub(super) fn float_key(value: f64) -> String {
    let short = value as f32;
    if short.is_nan() {
        return ".nan".to_owned();
    }
    if short.is_infinite() {
        return if short > 0.0 { ".inf" } else { "-.inf" }.to_owned();
    }
    go_general(&format!("{short:e}"))
}

/// How Go writes a 64-bit float in general format.
pub(super) fn go_float(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    go_general(&format!("{value:e}"))
}

/// From Rust's scientific notation (`-1.25e3`) to Go's format `g`: an exponent below −4 and from 6
/// on.
fn go_general(scientific: &str) -> String {
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    if !(-4..6).contains(&exponent) {
        let point = if digits.len() > 1 { "." } else { "" };
        let exponent_sign = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{}{point}{}e{exponent_sign}{:02}", &digits[..1], &digits[1..], exponent.abs());
    }
    if exponent < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        format!("{sign}{digits}{}", "0".repeat(whole - digits.len()))
    } else {
        format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
    }
}

/// Decodes base64 with padding as Go's `StdEncoding` does, line ends ignored; bytes that are no UTF-8 become
/// the replacement character.
pub(super) fn decode_base64(text: &str) -> Option<String> {
    let symbols: Vec<u8> = text.bytes().filter(|byte| !matches!(byte, b'\r' | b'\n')).collect();
    if !symbols.len().is_multiple_of(4) {
        return None;
    }
    let mut bytes = Vec::with_capacity(symbols.len() / 4 * 3);
    let groups = symbols.len() / 4;
    for (number, group) in symbols.chunks_exact(4).enumerate() {
        let padding = if number + 1 < groups {
            0
        } else {
            group.iter().rev().take_while(|&&byte| byte == b'=').count()
        };
        if padding > 2 {
            return None;
        }
        let mut value = 0_u32;
        for (index, &byte) in group.iter().enumerate() {
            let sextet = match byte {
                b'A'..=b'Z' => byte - b'A',
                b'a'..=b'z' => byte - b'a' + 26,
                b'0'..=b'9' => byte - b'0' + 52,
                b'+' => 62,
                b'/' => 63,
                b'=' if index >= 4 - padding => 0,
                _ => return None,
            };
            value = value << 6 | u32::from(sextet);
        }
        let octets = value.to_be_bytes();
        bytes.extend_from_slice(&octets[1..4 - padding]);
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_as_go_writes_them() {
        for (value, text) in [
            (1.5, "1.5"),
            (1000.0, "1000"),
            (100_000.0, "100000"),
            (1_000_000.0, "1e+06"),
            (123_456_789.0, "1.23456789e+08"),
            (1e21, "1e+21"),
            (0.0001, "0.0001"),
            (0.000_01, "1e-05"),
            (-2.5e-7, "-2.5e-07"),
            (0.0, "0"),
        ] {
            assert_eq!(go_float(value), text);
        }
        assert_eq!(float_key(0.1), "0.1");
        assert_eq!(float_key(f64::INFINITY), ".inf");
    }

    #[test]
    fn base64_needs_its_padding() {
        assert_eq!(decode_base64("aGk=").as_deref(), Some("hi"));
        assert_eq!(decode_base64("aGkh").as_deref(), Some("hi!"));
        assert_eq!(decode_base64("aG\nk=").as_deref(), Some("hi"));
        assert_eq!(decode_base64(""), Some(String::new()));
        for wrong in ["aGk", "!!", "a===", "=aGk", "aG=k"] {
            assert_eq!(decode_base64(wrong), None, "{wrong}");
        }
    }
}
