//! What holds for every text, however broken.

use drydock_core::text::Span;
use drydock_core::yaml::{self, Format, Tree, Value};
use proptest::prelude::*;

/// Manifests and oddities, to be cut and mixed.
const SEEDS: [&str; 6] = [
    "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  labels: {app: \"x\", tier: [a, b]}\nspec:\n  ports:\n  - port: 80\n    name: 'http'\n",
    "a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\nd: [*x, *x]\n",
    "text: |-\n  one\n   two\n\nfold: >+\n  a\n  b\n\n",
    "---\n# only a comment\n---\n--- bad\na: 1\n",
    "{\"a\": [1, 2.5e3, \"\\u00e9\\n\"], \"b\": null}{\"c\": true}\n",
    "é: \"ü\u{2028}x\"\n? complex\n: 'it''s'\n!!str 1: !<tag:yaml.org,2002:int> 7\n",
];

/// Pieces that matter to the grammar.
const PIECES: [&str; 30] = [
    "\n",
    "\n  ",
    "\n- ",
    ": ",
    ":",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "#",
    " #",
    "&a ",
    "*a",
    "!!int ",
    "|\n",
    ">\n",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "\t",
    "\\",
    "<<: ",
    "\r\n",
    "\u{feff}",
    "\u{85}",
];

/// Seeds with pieces put in and parts cut out.
fn mutated() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4_usize);
    (0..SEEDS.len(), prop::collection::vec(change, 0..6)).prop_map(|(seed, changes)| {
        let mut text = SEEDS[seed].to_owned();
        for (place, piece, cut) in changes {
            let mut at = place.index(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let end = text[at..].char_indices().nth(cut).map_or(text.len(), |(offset, _)| at + offset);
            text.replace_range(at..end, PIECES[piece.index(PIECES.len())]);
        }
        text
    })
}

/// Every place lies within the text and cuts no character.
fn check_span(text: &str, span: Span) {
    assert!(span.start <= span.end, "{span:?} in {text:?}");
    assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {text:?}");
}

fn check_tree(text: &str, tree: &Tree) {
    for index in 0..tree.len() {
        let node = tree.node(yaml::NodeId(index as u32));
        check_span(text, node.span);
        node.alias.iter().for_each(|alias| check_span(text, *alias));
        if let Value::Mapping(mapping) = &node.value {
            mapping.entries.iter().for_each(|entry| check_span(text, entry.key_span));
        }
    }
    tree.comments().iter().for_each(|comment| {
        check_span(text, *comment);
    });
}

fn check_text(text: &str) {
    let split = yaml::split(text);
    let mut end = 0;
    for chunk in &split.chunks {
        check_span(text, chunk.span);
        assert!(chunk.span.start >= end, "chunks overlap in {text:?}");
        end = chunk.span.end;
        let part = chunk.span.of(text);
        let reading = yaml::read(part);
        reading.tree.iter().for_each(|tree| {
            check_tree(part, tree);
            tree.to_json(tree.root());
            tree.path_at(part.len() as u32 / 2);
        });
        for problem in &reading.problems {
            check_span(part, problem.place.span);
            problem.labels.iter().for_each(|label| check_span(part, label.place.span));
            let edits = problem.fixes.iter().flat_map(|fix| &fix.edits);
            edits.for_each(|(_, edit)| check_span(part, edit.span));
        }
        // What upstream reads is sound here, or refused for its kind alone, never broken.
        if chunk.format == Format::Yaml && !chunk.bad_separator && yaml::strict_yaml(part).value.is_some() {
            assert_ne!(reading.state, yaml::State::Broken, "{part:?}");
            assert!(!reading.problems.iter().any(|problem| problem.rule == "yaml/syntax"), "{part:?}");
        }
    }
}

/// Values that YAML 1.1 and 1.2 write alike.
fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        (-1000..1000_i32).prop_map(|number| (f64::from(number) / 8.0 + 0.0625).into()),
        "[ -~éß😀\n]{0,12}".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            prop::collection::btree_map("[a-z0-9.:#~ -]{0,6}", inner, 0..5)
                .prop_map(|entries| entries.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,80}") {
        check_text(&text);
    }

    #[test]
    fn broken_manifests_are_read_without_a_panic(text in mutated()) {
        check_text(&text);
    }

    #[test]
    fn what_is_written_is_read_back(value in value()) {
        let text = yaml::emit(&value);
        prop_assert_eq!(yaml::strict_yaml(&text).value, Some(value), "{}", text);
    }

    #[test]
    fn two_readers_agree_on_what_both_versions_share(value in value()) {
        let text = yaml::emit(&value);
        let other: serde_json::Value = serde_yaml::from_str(&text).expect("it was written by the same crate");
        prop_assert_eq!(yaml::strict_yaml(&text).value, Some(other), "{}", text);
    }

    #[test]
    fn quoted_texts_stay_what_they_are(text in "\\PC{0,20}") {
        let written = format!("[{}]\n", yaml::quote(&text));
        prop_assert_eq!(yaml::strict_yaml(&written).value, Some(serde_json::json!([text])), "{}", written);
    }
}
