//! Every suite's stored questions, answered and compared with upstream's answers.

use drydock_tests::conformance::{SUITES, Suite, Vectors, difference, known_differences};
use serde_json::Value;

/// The differences of one suite, each with its case.
fn differences(suite: &Suite, vectors: &Vectors) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for case in &vectors.cases {
        let id = case["id"].as_str().unwrap_or_default();
        let actual = suite.answer(case);
        let Some(expected) = vectors.answers.get(id) else {
            found.push((id.to_owned(), "there is no answer to this case".to_owned()));
            continue;
        };
        let fields: Vec<&str> = match (suite.compared, expected) {
            ([], Value::Object(fields)) => fields.keys().map(String::as_str).collect(),
            (compared, _) => compared.to_vec(),
        };
        let first = fields.iter().find_map(|field| match (expected.get(field), actual.get(field)) {
            (None, None) => None,
            (Some(expected), Some(actual)) => difference(expected, actual, field),
            (expected, actual) => Some(format!("{field}: expected {expected:?}, got {actual:?}")),
        });
        found.extend(first.map(|first| (id.to_owned(), first)));
    }
    found
}

#[test]
fn upstream_is_followed_in_every_stored_case() {
    let known = known_differences().expect("the list of known differences can be read");
    let mut unknown = 0;
    for suite in SUITES {
        let vectors = Vectors::read(suite.name).expect("every suite has its vectors");
        let differences = differences(suite, &vectors);
        let failed = differences.len();
        println!("suite {}: {} passed, {failed} failed", suite.name, vectors.cases.len() - failed);
        for (id, difference) in differences {
            if !known.contains_key(&(suite.name.to_owned(), id.clone())) {
                println!("suite {}: {id}: {difference}", suite.name);
                unknown += 1;
            }
        }
    }
    assert_eq!(unknown, 0, "cases differ that are not in known-differences.txt");
}
