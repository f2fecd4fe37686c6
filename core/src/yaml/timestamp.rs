//! Times as goyaml v2 recognises them, which matters only below the tag `!!timestamp`.

/// Whether a text is a time in one of upstream's four formats: a date with short or long fields, alone, with
/// a time after a space, or with a time and a zone after `T` or `t`.
pub(super) fn is_timestamp(text: &str) -> bool {
    let Some((date, rest)) = split_date(text) else { return false };
    if !is_date(date) {
        return false;
    }
    match rest.as_bytes().first() {
        None => true,
        Some(b' ') => clock(&rest[1..]) == Some(""),
        Some(b'T' | b't') => clock(&rest[1..]).is_some_and(is_zone),
        Some(_) => false,
    }
}

/// The date's three numbers, and what follows them.
fn split_date(text: &str) -> Option<([u32; 3], &str)> {
    let (year, rest) = digits(text, 4, 4)?;
    let (month, rest) = digits(rest.strip_prefix('-')?, 1, 2)?;
    let (day, rest) = digits(rest.strip_prefix('-')?, 1, 2)?;
    Some(([year, month, day], rest))
}

/// A number of at least and at most so many digits, and what follows it.
fn digits(text: &str, least: usize, most: usize) -> Option<(u32, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    if count < least {
        return None;
    }
    Some((text[..count].parse().ok()?, &text[count..]))
}

/// Whether the calendar has such a day.
fn is_date([year, month, day]: [u32; 3]) -> bool {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

/// Reads hours, minutes, seconds and a fraction; gives what follows.
fn clock(text: &str) -> Option<&str> {
    let (hours, rest) = digits(text, 1, 2)?;
    let (minutes, rest) = digits(rest.strip_prefix(':')?, 1, 2)?;
    let (seconds, rest) = digits(rest.strip_prefix(':')?, 1, 2)?;
    if hours > 23 || minutes > 59 || seconds > 59 {
        return None;
    }
    match rest.strip_prefix(['.', ',']) {
        Some(fraction) => {
            let count = fraction.bytes().take_while(u8::is_ascii_digit).count();
            (count > 0).then(|| &fraction[count..])
        }
        None => Some(rest),
    }
}

/// `Z` or `+02:00`.
fn is_zone(text: &str) -> bool {
    let hours_and_minutes = || {
        let (hours, rest) = digits(text.strip_prefix(['+', '-'])?, 2, 2)?;
        let (minutes, rest) = digits(rest.strip_prefix(':')?, 2, 2)?;
        Some(hours <= 24 && minutes < 60 && rest.is_empty())
    };
    text == "Z" || hours_and_minutes() == Some(true)
}

#[cfg(test)]
mod tests {
    use super::is_timestamp;

    #[test]
    fn dates_and_times_are_told_from_other_texts() {
        for text in [
            "2001-01-01",
            "2001-1-1",
            "2024-02-29",
            "2001-12-14t21:59:43.10-05:00",
            "2001-12-15T02:59:43.1Z",
            "2024-01-31 12:00:00",
        ] {
            assert!(is_timestamp(text), "{text}");
        }
        for text in ["2024-02-30", "12-31", "2001-12-14 21:59:43.10 -5", "2001-13-01", "2001", "2001-01-01T"]
        {
            assert!(!is_timestamp(text), "{text}");
        }
    }
}
