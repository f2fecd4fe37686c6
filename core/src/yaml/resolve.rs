//! What a scalar means, as goyaml v2 sees it (`resolve.go`): booleans, numbers, null, text.

use super::number;
use super::timestamp;

/// The prefix of the tags that YAML itself defines.
pub(super) const STANDARD: &str = "tag:yaml.org,2002:";

/// What a scalar turned out to be.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Resolved {
    Null,
    Bool(bool),
    Integer(i128),
    /// May be infinite or not a number.
    Float(f64),
    /// The scalar's own text.
    Text,
    /// Another text: the bytes of `!!binary`.
    Bytes(String),
}

/// A tag that does not fit its value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Mismatch {
    /// What upstream says.
    pub(super) message: String,
}

/// Resolves a scalar. `tag` is the full tag, empty for none; `plain` says that there are no quotes (or the
/// tag `!`), so that the text decides.
pub(super) fn resolve(tag: &str, plain: bool, text: &str) -> Result<Resolved, Mismatch> {
    if tag.is_empty() {
        return Ok(if plain { resolve_plain(text) } else { Resolved::Text });
    }
    let Some(name) = tag.strip_prefix(STANDARD) else { return Ok(Resolved::Text) };
    // Only with its tag does it matter whether a text is a time; otherwise it stays a text anyway.
    if name == "str" || name == "timestamp" && timestamp::is_timestamp(text) {
        return Ok(Resolved::Text);
    }
    let found = match name {
        "binary" => {
            return number::decode_base64(text).map(Resolved::Bytes).ok_or_else(|| Mismatch {
                message: "!!binary value contains invalid base64 data".to_owned(),
            });
        }
        "bool" | "int" | "float" | "null" | "timestamp" => resolve_plain(text),
        _ => return Ok(Resolved::Text),
    };
    match (name, &found) {
        ("bool", Resolved::Bool(_))
        | ("int", Resolved::Integer(_))
        | ("float", Resolved::Float(_))
        | ("null", Resolved::Null) => Ok(found),
        ("float", Resolved::Integer(value)) if i64::try_from(*value).is_ok() => {
            Ok(Resolved::Float(*value as f64))
        }
        _ => {
            let kind = match found {
                Resolved::Null => "null",
                Resolved::Bool(_) => "bool",
                Resolved::Integer(_) => "int",
                Resolved::Float(_) => "float",
                Resolved::Text | Resolved::Bytes(_) => "str",
            };
            Err(Mismatch { message: format!("cannot decode !!{kind} `{text}` as a !!{name}") })
        }
    }
}

/// Resolves a scalar without quotes and tag.
pub(super) fn resolve_plain(text: &str) -> Resolved {
    let Some(&first) = text.as_bytes().first() else { return Resolved::Null };
    match first {
        b'y' | b'Y' | b'n' | b'N' | b't' | b'T' | b'f' | b'F' | b'o' | b'O' | b'~' if text.len() <= 5 => {
            resolve_word(text)
        }
        b'.' => match text {
            ".nan" | ".NaN" | ".NAN" => Resolved::Float(f64::NAN),
            ".inf" | ".Inf" | ".INF" => Resolved::Float(f64::INFINITY),
            _ => number::float_with_underscores(text).map_or(Resolved::Text, Resolved::Float),
        },
        b'+' | b'-' | b'0'..=b'9' => match text {
            "+.inf" | "+.Inf" | "+.INF" => Resolved::Float(f64::INFINITY),
            "-.inf" | "-.Inf" | "-.INF" => Resolved::Float(f64::NEG_INFINITY),
            _ => resolve_number(text),
        },
        _ => Resolved::Text,
    }
}

/// The words of YAML 1.1.
fn resolve_word(text: &str) -> Resolved {
    match text {
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => {
            Resolved::Bool(true)
        }
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => {
            Resolved::Bool(false)
        }
        "~" | "null" | "Null" | "NULL" => Resolved::Null,
        _ => Resolved::Text,
    }
}

/// A text that begins like a number. Underscores do not count.
fn resolve_number(text: &str) -> Resolved {
    let without;
    let digits = if text.contains('_') {
        without = text.replace('_', "");
        &without
    } else {
        text
    };
    if let Some(value) = number::integer(digits) {
        return Resolved::Integer(value);
    }
    if let Some(value) = number::float(digits) {
        return Resolved::Float(value);
    }
    number::stray_binary(digits).map_or(Resolved::Text, Resolved::Integer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &Resolved) {
        assert_eq!(&resolve_plain(text), expected, "{text}");
    }

    #[test]
    fn words_are_booleans_in_three_spellings_only() {
        for text in ["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"] {
            check(text, &Resolved::Bool(true));
        }
        for text in ["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"] {
            check(text, &Resolved::Bool(false));
        }
        for text in ["yEs", "oN", "tRue", "nULL", "nil", "none", "yes ", "=", "<<"] {
            check(text, &Resolved::Text);
        }
    }

    #[test]
    fn numbers_are_read_as_go_reads_them() {
        for (text, value) in [
            ("0644", 420),
            ("0o644", 420),
            ("0b11", 3),
            ("-0b11", -3),
            ("0b-11", -3),
            ("0x1F", 31),
            ("1_000", 1000),
            ("1_", 1),
            ("+12", 12),
            ("-0", 0),
            ("18446744073709551615", 18_446_744_073_709_551_615),
            ("-9223372036854775808", -9_223_372_036_854_775_808),
        ] {
            check(text, &Resolved::Integer(value));
        }
        for (text, value) in [
            ("0689", 689.0),
            ("1.10", 1.1),
            (".5", 0.5),
            ("5.", 5.0),
            ("1e3", 1000.0),
            ("-9223372036854775809", -9_223_372_036_854_775_808.0),
            ("18446744073709551616", 18_446_744_073_709_551_616.0),
            (".5_1", 0.51),
        ] {
            check(text, &Resolved::Float(value));
        }
        for text in
            ["_1", "12:34:56", "1.2.3", "0o9", "0b2", "0x", "1e400", "2024-01-31", "1e", "--1", "-", "._5"]
        {
            check(text, &Resolved::Text);
        }
    }

    #[test]
    fn tags_must_fit_their_values() {
        let tag = |name: &str| format!("{STANDARD}{name}");
        assert_eq!(resolve(&tag("str"), true, "1"), Ok(Resolved::Text));
        assert_eq!(resolve(&tag("int"), false, "1"), Ok(Resolved::Integer(1)));
        assert_eq!(resolve(&tag("float"), true, "1"), Ok(Resolved::Float(1.0)));
        assert_eq!(resolve(&tag("binary"), true, "aGk="), Ok(Resolved::Bytes("hi".into())));
        assert_eq!(resolve("!Ref", true, "1"), Ok(Resolved::Text));
        let error = resolve(&tag("int"), true, "1.5").expect_err("a fraction is no integer");
        assert_eq!(error.message, "cannot decode !!float `1.5` as a !!int");
        assert!(resolve(&tag("timestamp"), true, "2001-1-1").is_ok());
        assert!(resolve(&tag("timestamp"), true, "12").is_err());
    }
}
