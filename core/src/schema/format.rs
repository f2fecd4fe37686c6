//! Texts that must parse: quantities, times, base64. As far as decoding asks, as Go reads them.

/// Whether a text is a quantity, as `resource.ParseQuantity` of apimachinery takes it: a decimal number,
/// then a suffix of `n u m k M G T P E`, of `Ki Mi Gi Ti Pi Ei`, or an exponent.
pub(super) fn is_quantity(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let number_end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    let (number, suffix) = digits.split_at(number_end);
    if !number.bytes().any(|byte| byte.is_ascii_digit()) || number.matches('.').count() > 1 {
        return false;
    }
    match suffix {
        "" | "n" | "u" | "m" | "k" | "M" | "G" | "T" | "P" | "E" => true,
        "Ki" | "Mi" | "Gi" | "Ti" | "Pi" | "Ei" => true,
        _ => suffix.strip_prefix(['e', 'E']).is_some_and(|exponent| {
            let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            !exponent.is_empty() && exponent.bytes().all(|byte| byte.is_ascii_digit())
        }),
    }
}

/// The quantity that was probably meant by one that does not parse: `64MB` → `64M`, `1GiB` → `1Gi`,
/// `512mb` → `512M`, `1 Gi` → `1Gi`.
pub(super) fn nearest_quantity(text: &str) -> Option<String> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace() && *c != '_').collect();
    let number_end = compact.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, suffix) = compact.split_at(number_end);
    let suffix = suffix.to_lowercase();
    let suffix = suffix.strip_suffix('b').unwrap_or(&suffix);
    let suffix = match suffix {
        "k" => "k",
        "ki" => "Ki",
        "m" => "M",
        "mi" => "Mi",
        "g" => "G",
        "gi" => "Gi",
        "t" => "T",
        "ti" => "Ti",
        "" => "",
        _ => return None,
    };
    let quantity = format!("{number}{suffix}");
    is_quantity(&quantity).then_some(quantity)
}

/// Whether a text is a time in RFC 3339, as Go's `time.Parse` takes it; `micro`: with exactly six digits of
/// fractions of a second.
pub(super) fn is_time(text: &str, micro: bool) -> bool {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| -> Option<u32> {
        let digits = bytes.get(from..to)?;
        digits
            .iter()
            .all(u8::is_ascii_digit)
            .then(|| digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
    };
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    if marks.iter().any(|&(at, mark)| bytes.get(at) != Some(&mark)) {
        return false;
    }
    let (Some(year), Some(month), Some(day)) = (number(0, 4), number(5, 7), number(8, 10)) else {
        return false;
    };
    let (Some(hour), Some(minute), Some(second)) = (number(11, 13), number(14, 16), number(17, 19)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    if !(1..=12).contains(&month) || !(1..=days).contains(&day) || hour > 23 || minute > 59 || second > 59 {
        return false;
    }
    let rest = text.get(19..).unwrap_or_default();
    let zone_start = rest.find(['Z', '+', '-']).unwrap_or(rest.len());
    let (fraction, zone) = rest.split_at(zone_start);
    let fraction_digits = fraction.strip_prefix('.').map(|digits| digits.len()).unwrap_or_default();
    let fraction_fits = match fraction.strip_prefix('.') {
        Some(digits) => !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()),
        None => fraction.is_empty(),
    };
    let zone_fits = zone == "Z" || {
        let zone = zone.as_bytes();
        zone.len() == 6
            && zone.get(3) == Some(&b':')
            && [1, 2, 4, 5].iter().all(|&at| zone.get(at).is_some_and(u8::is_ascii_digit))
    };
    fraction_fits && zone_fits && (!micro || fraction_digits == 6)
}

/// Whether a text is base64 with padding, as Go's `base64.StdEncoding` takes it: line breaks are passed over.
pub(super) fn is_base64(text: &str) -> bool {
    let (mut length, mut padding) = (0_usize, 0_usize);
    for byte in text.bytes() {
        match byte {
            b'\r' | b'\n' => continue,
            b'=' => padding += 1,
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' if padding == 0 => {}
            _ => return false,
        }
        length += 1;
    }
    length.is_multiple_of(4) && padding <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_parse_as_upstream_parses_them() {
        for good in
            ["0", "1", "500m", "0.5", ".5", "1.", "1Gi", "64m", "1e3", "1E3", "12e-3", "-1", "+1k", "1E"]
        {
            assert!(is_quantity(good), "{good}");
        }
        for bad in ["", "64MB", "1GiB", "one", "1 Gi", "1K", "1e", "1mi", "Gi", ".", "1.2.3", "1g"] {
            assert!(!is_quantity(bad), "{bad}");
        }
    }

    #[test]
    fn habits_from_elsewhere_lead_to_quantities() {
        assert_eq!(nearest_quantity("64MB").as_deref(), Some("64M"));
        assert_eq!(nearest_quantity("1GiB").as_deref(), Some("1Gi"));
        assert_eq!(nearest_quantity("512 mi").as_deref(), Some("512Mi"));
        assert_eq!(nearest_quantity("lots"), None);
    }

    #[test]
    fn times_are_whole() {
        for good in ["2026-01-31T12:00:00Z", "2024-02-29T23:59:59.5+02:00"] {
            assert!(is_time(good, false), "{good}");
        }
        for bad in
            ["yesterday", "2026-01-31", "2026-02-29T12:00:00Z", "2026-01-31T12:00:00", "2026-01-31t12:00:00z"]
        {
            assert!(!is_time(bad, false), "{bad}");
        }
        assert!(is_time("2026-01-31T12:00:00.000000Z", true));
        assert!(!is_time("2026-01-31T12:00:00Z", true));
    }

    #[test]
    fn base64_needs_its_padding() {
        for good in ["", "YQ==", "YWI=", "YWJj", "YWJj\nYWJj\n"] {
            assert!(is_base64(good), "{good}");
        }
        for bad in ["YQ", "not base64!", "Y===", "YQ==YQ==", "a-_b"] {
            assert!(!is_base64(bad), "{bad}");
        }
    }
}
