//! "Did you mean …?"

/// The candidate that a typing error most likely meant, when one is near enough: differing only in case, or
/// within one edit (an inserted, left out, replaced or swapped character) for three letters or more, two
/// edits from six, three from twelve. Of equally near ones the first in order of the candidates.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed_characters: Vec<char> = typed.chars().flat_map(char::to_lowercase).collect();
    let allowed = match typed_characters.len() {
        0..=2 => 0,
        3..=5 => 1,
        6..=11 => 2,
        _ => 3,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let characters: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
        if characters.len().abs_diff(typed_characters.len()) > allowed {
            continue;
        }
        let distance = distance(&typed_characters, &characters);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) && candidate != typed {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The optimal string alignment distance.
fn distance(left: &[char], right: &[char]) -> usize {
    let width = right.len() + 1;
    let mut before_last: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (row, &a) in left.iter().enumerate() {
        let mut current = vec![row + 1; width];
        for (column, &b) in right.iter().enumerate() {
            let replaced = last[column] + usize::from(a != b);
            let mut least = replaced.min(last[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && a == right[column - 1] && left[row - 1] == b {
                least = least.min(before_last[column - 1] + 1);
            }
            current[column + 1] = least;
        }
        before_last = last;
        last = current;
    }
    last[width - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_are_near_and_other_words_are_not() {
        let fields = ["containerPort", "hostPort", "name", "protocol"];
        assert_eq!(nearest("contanierPort", fields), Some("containerPort"));
        assert_eq!(nearest("containerport", fields), Some("containerPort"));
        assert_eq!(nearest("nmae", fields), Some("name"));
        assert_eq!(nearest("port", fields), None);
        assert_eq!(nearest("wbe", ["web", "db"]), Some("web"));
        assert_eq!(nearest("b", ["db", "web"]), None);
    }
}
