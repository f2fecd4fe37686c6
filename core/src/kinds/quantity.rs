//! Amounts such as `250m`, `1.5Gi`, `2e3`, exact to a billionth.
//!
//! Follows the grammar of `k8s.io/apimachinery/pkg/api/resource/quantity.go`.

use std::fmt;
use std::ops::Add;

/// An amount of a resource.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Quantity {
    /// In billionths.
    nano: i128,
}

const UNIT: i128 = 1_000_000_000;

const SUFFIXES: [(&str, i128); 15] = [
    ("", UNIT),
    ("n", 1),
    ("u", 1_000),
    ("m", 1_000_000),
    ("k", 1_000 * UNIT),
    ("M", 1_000_000 * UNIT),
    ("G", 1_000_000_000 * UNIT),
    ("T", 1_000_000_000_000 * UNIT),
    ("P", 1_000_000_000_000_000 * UNIT),
    ("E", 1_000_000_000_000_000_000 * UNIT),
    ("Ki", UNIT << 10),
    ("Mi", UNIT << 20),
    ("Gi", UNIT << 30),
    ("Ti", UNIT << 40),
    ("Pi", UNIT << 50),
];

impl Quantity {
    /// Reads an amount; a finer one than a billionth is rounded up, as upstream does. `None` when it is
    /// none, or larger than 2⁶⁴ units.
    pub fn parse(text: &str) -> Option<Self> {
        let end = text.find(|c: char| !matches!(c, '0'..='9' | '.' | '+' | '-')).unwrap_or(text.len());
        let (number, suffix) = text.split_at_checked(end)?;
        let scale = match SUFFIXES.iter().find(|(known, _)| *known == suffix) {
            Some((_, scale)) => *scale,
            None if suffix == "Ei" => UNIT << 60,
            None => {
                let exponent: i32 = suffix.strip_prefix(['e', 'E'])?.parse().ok()?;
                let power = 10_i128.checked_pow(exponent.unsigned_abs().min(18))?;
                if exponent < 0 { (UNIT / power).max(1) } else { UNIT.checked_mul(power)? }
            }
        };
        let (negative, digits) = match number.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, number.strip_prefix('+').unwrap_or(number)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() && fraction.is_empty() || whole.len() > 20 || fraction.len() > 18 {
            return None;
        }
        let read = |digits: &str| if digits.is_empty() { Some(0) } else { digits.parse::<i128>().ok() };
        if !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let part = 10_i128.checked_pow(fraction.len() as u32)?;
        let product = read(fraction)?.checked_mul(scale)?;
        let below = product / part + i128::from(product % part != 0);
        let nano = read(whole)?.checked_mul(scale)?.checked_add(below)?;
        Some(Self { nano: if negative { -nano } else { nano } })
    }

    /// Reads an amount that is written as a string or as a number.
    pub fn from_json(value: &serde_json::Value) -> Option<Self> {
        match value {
            serde_json::Value::String(text) => Self::parse(text),
            serde_json::Value::Number(number) => Self::parse(&number.to_string()),
            _ => None,
        }
    }
}

impl Add for Quantity {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { nano: self.nano.saturating_add(other.nano) }
    }
}

impl fmt::Display for Quantity {
    /// With the largest binary suffix that leaves an integer, else in units or thousandths.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let binary = SUFFIXES.iter().rev().filter(|(suffix, _)| suffix.ends_with('i'));
        for (suffix, scale) in binary.chain([&("", UNIT), &("m", 1_000_000), &("u", 1_000)]) {
            if self.nano % scale == 0 && (self.nano != 0 || suffix.is_empty()) {
                return write!(f, "{}{suffix}", self.nano / scale);
            }
        }
        write!(f, "{}n", self.nano)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_written() {
        for (text, written) in [
            ("250m", "250m"),
            ("1", "1"),
            ("1000m", "1"),
            ("0.1", "100m"),
            ("128Mi", "128Mi"),
            ("1024Mi", "1Gi"),
            ("1.5Gi", "1536Mi"),
            ("2e3", "2000"),
            ("0", "0"),
            ("-1", "-1"),
        ] {
            assert_eq!(
                Quantity::parse(text).map(|amount| amount.to_string()).as_deref(),
                Some(written),
                "{text}"
            );
        }
        for text in ["", "Mi", "1Zi", "1..2", "--1", "1-2", "1 Gi", "e3"] {
            assert_eq!(Quantity::parse(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_add_and_compare() {
        let sum = Quantity::parse("900m").unwrap() + Quantity::parse("600m").unwrap();
        assert_eq!(sum.to_string(), "1500m");
        assert!(Quantity::parse("1Gi") > Quantity::parse("1G"));
    }
}
