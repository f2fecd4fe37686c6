//! What people see of broken texts: the place, the words, the repair, and what is left of the document.

use super::{State, read};
use crate::text::{LineIndex, TextEdit};

/// Reads a text; gives for each problem its rule, the text at its place and its message.
fn problems(text: &str) -> Vec<(&'static str, &str, String)> {
    let reading = read(text);
    reading.problems.iter().map(|p| (p.rule, p.place.span.of(text), p.message.clone())).collect()
}

/// The line (from 1) of the first problem.
fn line(text: &str) -> u32 {
    LineIndex::new(text).line(read(text).problems.first().expect("there is a problem").place.span.start)
}

/// The text after the first fix of the first problem.
fn fixed(text: &str) -> String {
    let reading = read(text);
    let fix = reading.problems[0].fixes.first().unwrap_or_else(|| panic!("no fix for {text}"));
    let edits: Vec<TextEdit> = fix.edits.iter().map(|(_, edit)| edit.clone()).collect();
    TextEdit::apply_all(text, &edits)
}

/// The document as JSON.
fn json(text: &str) -> serde_json::Value {
    let tree = read(text).tree.unwrap_or_else(|| panic!("no tree for {text}"));
    tree.to_json(tree.root())
}

#[test]
fn wrong_indentation_is_named_with_both_numbers() {
    let text = "kind: Pod\nspec:\n  a: 1\n   b: 2\n  c: 3\n";
    assert_eq!(
        problems(text),
        [("yaml/syntax", "b: 2", "this line is indented by 3 spaces, its siblings by 2".to_owned())]
    );
    assert_eq!(fixed(text), "kind: Pod\nspec:\n  a: 1\n  b: 2\n  c: 3\n");
    assert_eq!(json(text), serde_json::json!({"kind": "Pod", "spec": {"a": 1, "b": 2, "c": 3}}));
    let text = "kind: Pod\nspec:\n  a: 1\n b: 2\nc: 3\n";
    assert_eq!((line(text), problems(text)[0].1), (4, "b: 2"));
    assert_eq!(json(text)["c"], 3);
}

#[test]
fn the_line_out_of_place_is_named_not_the_one_where_reading_stops() {
    let text = "kind: Pod\nspec:\n   a: 3\n  b:\n    c: {d: e}\n  f:\n    g: 1\n";
    let message = "this line is indented by 3 spaces, its siblings by 2".to_owned();
    assert_eq!(problems(text), [("yaml/syntax", "a: 3", message)]);
    assert_eq!(fixed(text), text.replace("   a", "  a"));
    let spec = serde_json::json!({"a": 3, "b": {"c": {"d": "e"}}, "f": {"g": 1}});
    assert_eq!(json(text)["spec"], spec);
    let text = "kind: Pod\nlist:\n    - a: 1\n   - a: 2\n";
    assert_eq!(fixed(text), text.replace("   - a: 2", "    - a: 2"));
    let text = "  apiVersion: v1\nkind: Pod\nspec: {}\n";
    assert_eq!((problems(text)[0].0, fixed(text).as_str()), ("yaml/first-line", text.trim_start()));
    assert_eq!(json(text)["kind"], "Pod");
    let text = "kind: X\ndata:\n  a: |\n    one\n   two\n    three\n  b: {\nc: 1\n";
    assert_eq!(
        (line(text), fixed(text)),
        (5, text.replace("   two", "    two").replace("     two", "    two"))
    );
}

#[test]
fn an_alias_that_is_nearly_an_anchor_is_corrected() {
    let text = "kind: X\na: &common 1\nb: *comon\n";
    assert_eq!(problems(text)[0].2, "unknown anchor 'comon' referenced: did you mean *common?");
    assert_eq!(fixed(text), text.replace("comon", "common"));
}

#[test]
fn a_missing_colon_is_seen_on_its_own_line() {
    let text = "kind: Pod\nmetadata:\n  name: a\n  lab\n  other: b\nspec: {}\n";
    assert_eq!((line(text), problems(text)[0].2.as_str()), (4, "a colon is missing after lab"));
    assert_eq!(read(text).state, State::Repaired);
    assert_eq!(json(text)["metadata"]["other"], "b");
    let text = "kind: Pod\nmetadata:\n  name:web\n  other: b\n";
    assert_eq!(problems(text)[0].2, "a space is missing after the colon");
    assert_eq!(fixed(text), "kind: Pod\nmetadata:\n  name: web\n  other: b\n");
    assert_eq!(json(text)["metadata"]["name"], "web");
}

#[test]
fn unclosed_quotes_and_brackets_are_shown_where_they_open() {
    let text = "kind: Pod\na: \"web\nb: 2\nc: 3\n";
    assert_eq!(problems(text)[0], ("yaml/syntax", "\"web", "this quote is never closed".to_owned()));
    assert_eq!(fixed(text), "kind: Pod\na: \"web\"\nb: 2\nc: 3\n");
    let text = "kind: Pod\na: [1, 2\nb: 2\n";
    assert_eq!(problems(text)[0].1, "[1, 2");
    assert_eq!(json(text), serde_json::json!({"kind": "Pod", "a": [1, 2], "b": 2}));
}

#[test]
fn values_that_need_quotes_get_them() {
    for (text, quoted) in [
        ("kind: X\nhost: *.example.com\n", "host: \"*.example.com\""),
        ("kind: X\nhost: @daily\n", "host: \"@daily\""),
        ("kind: X\nhost: `x`\n", "host: \"`x`\""),
        ("kind: X\nhost: %d # c\n", "host: \"%d\" # c"),
        ("kind: X\nhost: a: b\n", "host: \"a: b\""),
        ("kind: X\nhost: \"a\" b\n", "host: \"\\\"a\\\" b\""),
        ("kind: X\nhost: &\n", "host: \"&\""),
    ] {
        assert!(fixed(text).contains(quoted), "{text} became {}", fixed(text));
        assert_eq!(line(text), 2, "{text}");
        assert_eq!(json(text)["kind"], "X");
    }
    assert!(problems("kind: X\na: */5 * * * *\n")[0].2.contains("must be quoted"));
}

#[test]
fn tabs_are_pointed_at() {
    let text = "kind: Pod\nspec:\n\ta: 1\n\tb: 2\n";
    assert_eq!(problems(text)[0], ("yaml/syntax", "\t", "a tab cannot indent YAML".to_owned()));
    assert_eq!(json(text)["spec"]["a"], 1);
}

#[test]
fn keys_that_are_set_twice_are_errors_with_both_places() {
    let text = "kind: Pod\na: 1\na: 2\n";
    let reading = read(text);
    assert_eq!(problems(text), [("yaml/duplicate-key", "a", "key \"a\" already set in map".to_owned())]);
    assert_eq!(reading.problems[0].place.span.start, 15);
    assert_eq!(reading.problems[0].labels[0].place.span.start, 10);
    assert_eq!(json(text)["a"], 2);
    assert_eq!(problems("{\"kind\": 1, \"kind\": 2}").len(), 1);
}

#[test]
fn bad_separators_are_marked_and_passed_over() {
    let text = "---apiVersion: v1\nkind: Pod\n";
    assert_eq!(problems(text)[0].2, "invalid Yaml document separator: apiVersion: v1");
    assert_eq!(json(text), serde_json::json!({"apiVersion": "v1", "kind": "Pod"}));
    assert_eq!(fixed(text), "---\napiVersion: v1\nkind: Pod\n");
    let text = "-----BEGIN X-----\nkind: Pod\n";
    assert_eq!((problems(text)[0].0, json(text)["kind"].as_str()), ("yaml/separator", Some("Pod")));
}

#[test]
fn bounds_refuse_with_one_sentence() {
    for (text, rule) in [
        ("[".repeat(100_000), "yaml/too-deep"),
        ("- ".repeat(100_000), "yaml/too-deep"),
        ("{\"a\":".repeat(100_000), "yaml/too-deep"),
        (format!("kind: X\na: {}", "[".repeat(100_000)), "yaml/too-deep"),
        (bomb(), "yaml/alias-bomb"),
        ("\0\u{1}\u{2}ELF".repeat(10), "yaml/binary"),
        (" ".repeat(super::MAX_BYTES + 1), "yaml/too-large"),
    ] {
        let reading = read(&text);
        assert_eq!(
            (reading.problems.len(), reading.problems[0].rule, reading.state),
            (1, rule, State::Broken)
        );
    }
}

/// Nine lists of nine aliases each, of the list before.
fn bomb() -> String {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..9 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        text.extend([format!("a{level}: &a{level} [{aliases}]\n")]);
    }
    text
}

#[test]
fn every_prefix_of_a_manifest_keeps_what_stands_before_it() {
    let text = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  labels: {app: \"x\", tier: [a, b]}\n\
                spec:\n  ports:\n  - port: 80\n    name: 'http'\n  selector:\n    app: web\n";
    let mut broken = Vec::new();
    for (start, _) in text.match_indices('\n').skip(1) {
        let line_end = text[start + 1..].find('\n').map_or(text.len(), |length| start + 1 + length);
        for end in start + 1..line_end {
            // The line is being typed, with the rest of the document below it.
            let typed = format!("{}{}", &text[..end], &text[line_end..]);
            let reading = read(&typed);
            match reading.tree {
                Some(tree) if tree.text_at(&["kind"]) == Some("Service") => {}
                _ => broken.push(typed),
            }
        }
    }
    assert!(broken.is_empty(), "{} texts were lost, such as\n{}", broken.len(), broken[0]);
}

#[test]
fn places_are_those_of_the_original_text() {
    let text = "kind: Pod\nlab\nmetadata:\n  name: web # the name\n";
    let tree = read(text).tree.expect("the colon is put in");
    let name =
        tree.get(tree.get(tree.root(), "metadata").expect("it is there"), "name").expect("it is there");
    assert_eq!(tree.span(name).of(text), "web");
    assert_eq!(tree.comments()[0].of(text), "# the name");
}

#[test]
fn nodes_know_where_and_how_they_are_written() {
    let text = "a: &x 'q'\nb:\n- 1\n- {c: *x}\nd:\n  e: |\n    t\nf:\n";
    let tree = read(&format!("kind: X\n{text}")).tree.expect("this is YAML");
    let of = |key: &str| tree.span(tree.get(tree.root(), key).expect("it is there")).shifted(0);
    let at = |key: &str| text[of(key).start as usize - 8..of(key).end as usize - 8].to_owned();
    assert_eq!(at("a"), "'q'");
    assert_eq!(at("b"), "- 1\n- {c: *x}");
    assert_eq!(at("d"), "e: |\n    t");
    assert_eq!((at("f").as_str(), of("f").start as usize), ("", 8 + text.len() - 1));
    assert!(!tree.node(tree.get(tree.root(), "a").expect("it is there")).plain);
}
