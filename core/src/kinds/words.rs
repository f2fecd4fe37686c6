//! Small pieces of English that facts and summaries share.

/// `1 key`, `3 keys`.
pub(super) fn count(number: usize, singular: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {singular}{plural}")
}

/// The first ones in full and how many more there are: `a, b +3`.
pub(super) fn some<T: AsRef<str>>(words: &[T], at_most: usize) -> String {
    let shown: Vec<&str> = words.iter().take(at_most).map(AsRef::as_ref).collect();
    let more = words.len().saturating_sub(at_most);
    if more == 0 { shown.join(", ") } else { format!("{} +{more}", shown.join(", ")) }
}

/// `a`, `a and b`, `a, b and c`; a long list ends in `and 7 more`.
pub(super) fn and<T: AsRef<str>>(words: &[T]) -> String {
    const AT_MOST: usize = 5;
    let mut shown: Vec<String> = words.iter().take(AT_MOST).map(|word| word.as_ref().to_owned()).collect();
    if words.len() > AT_MOST {
        shown.push(format!("{} more", words.len() - AT_MOST));
    }
    match shown.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// A duration as people say it: `30s`, `5m`, `2h30m`, `7d`.
pub(super) fn seconds(seconds: i64) -> String {
    if seconds <= 0 {
        return format!("{seconds}s");
    }
    let units = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)];
    let mut rest = seconds;
    let mut text = String::new();
    for (unit, length) in units {
        if rest >= length {
            text = format!("{text}{}{unit}", rest / length);
            rest %= length;
        }
    }
    text
}

/// A JSON scalar as it is read: without the quotation marks of strings.
pub(super) fn scalar(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_cut_with_a_count() {
        assert_eq!(count(1, "key"), "1 key");
        assert_eq!(some(&["a", "b", "c"], 2), "a, b +1");
        assert_eq!(some(&["a", "b"], 2), "a, b");
        assert_eq!(and(&["a", "b", "c"]), "a, b and c");
        assert_eq!(and(&["1", "2", "3", "4", "5", "6", "7"]), "1, 2, 3, 4, 5 and 2 more");
    }

    #[test]
    fn durations_use_the_largest_units() {
        assert_eq!(seconds(30), "30s");
        assert_eq!(seconds(9_000), "2h30m");
        assert_eq!(seconds(604_800), "7d");
        assert_eq!(seconds(0), "0s");
    }
}
