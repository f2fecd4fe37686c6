//! Comparison of JSON values, as `compare.py` beside the oracle does it.

use serde_json::Value;

/// The first difference between two answers, with its path; nothing when they are equal. Integers are equal
/// exactly, other numbers up to a billionth of the larger one.
pub fn difference(expected: &Value, actual: &Value, path: &str) -> Option<String> {
    match (expected, actual) {
        (Value::Object(left), Value::Object(right)) => {
            for (key, value) in left {
                let path = format!("{path}.{key}");
                match right.get(key) {
                    Some(other) => {
                        if let Some(found) = difference(value, other, &path) {
                            return Some(found);
                        }
                    }
                    None => return Some(format!("{path}: expected {value}, got nothing")),
                }
            }
            let extra = right.iter().find(|(key, _)| !left.contains_key(*key))?;
            Some(format!("{path}.{}: expected nothing, got {}", extra.0, extra.1))
        }
        (Value::Array(left), Value::Array(right)) => {
            for (index, (a, b)) in left.iter().zip(right).enumerate() {
                if let Some(found) = difference(a, b, &format!("{path}[{index}]")) {
                    return Some(found);
                }
            }
            let same = left.len() == right.len();
            (!same).then(|| format!("{path}: expected {} items, got {}", left.len(), right.len()))
        }
        (Value::Number(left), Value::Number(right)) => {
            let whole = !left.is_f64() && !right.is_f64();
            let near = || {
                let (a, b) = (left.as_f64()?, right.as_f64()?);
                Some((a - b).abs() <= 1e-9 * a.abs().max(b.abs()))
            };
            let equal = left == right || !whole && near() == Some(true);
            (!equal).then(|| format!("{path}: expected {left}, got {right}"))
        }
        _ => (expected != actual).then(|| format!("{path}: expected {expected}, got {actual}")),
    }
}

#[cfg(test)]
mod tests {
    use super::difference;
    use serde_json::json;

    #[test]
    fn integers_are_exact_and_floats_nearly() {
        assert_eq!(difference(&json!({"a": 1}), &json!({"a": 1.0}), ""), None);
        assert_eq!(difference(&json!(0.1), &json!(0.100_000_000_01), ""), None);
        assert!(
            difference(&json!(9_007_199_254_740_993_u64), &json!(9_007_199_254_740_992_u64), "").is_some()
        );
        assert_eq!(
            difference(&json!({"a": [1, 2]}), &json!({"a": [1, 3]}), "").as_deref(),
            Some(".a[1]: expected 2, got 3")
        );
        assert!(difference(&json!({}), &json!({"a": null}), "").is_some());
        assert!(difference(&json!(true), &json!(1), "").is_some());
    }
}
