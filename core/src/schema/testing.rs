//! What the tests of this module share: objects in flow style, checked, with fixes applied.

use super::Catalogue;
use super::catalogue::gvk_of;
use crate::api::FieldPath;
use crate::diagnostic::Problem;
use crate::text::{Span, TextEdit};
use crate::yaml::{Entry, Mapping, Node, NodeId, Tree, Value};

/// Reads `{kind: Pod, spec: {ports: [80, "x"]}}`: just enough to write objects in tests on few lines.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    nodes: Vec<Node>,
}

impl Reader<'_> {
    fn skip(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\n', ',']).len();
    }

    fn eat(&mut self, mark: char) -> bool {
        self.skip();
        let found = self.text[self.at..].starts_with(mark);
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, ends: &[char]) -> (String, Span, bool) {
        self.skip();
        let start = self.at;
        if let Some(rest) = self.text[start..].strip_prefix('"') {
            let length = rest.find('"').expect("a closing quote");
            self.at += length + 2;
            return (rest[..length].to_owned(), Span::new(start, self.at), false);
        }
        let length = self.text[start..].find(ends).unwrap_or(self.text.len() - start);
        self.at += length;
        (self.text[start..self.at].trim_end().to_owned(), Span::new(start, self.at), true)
    }

    fn value(&mut self) -> NodeId {
        self.skip();
        let start = self.at;
        let mut plain = false;
        let value = if self.eat('{') {
            let mut entries = Vec::new();
            while !self.eat('}') {
                let (key, key_span, _) = self.word(&[':']);
                assert!(self.eat(':'), "a colon behind {key}");
                let value = self.value();
                entries.push(Entry { key: key.into(), key_span, value, merged: false, shadowed: false });
            }
            Value::Mapping(Mapping { entries })
        } else if self.eat('[') {
            let mut items = Vec::new();
            while !self.eat(']') {
                items.push(self.value());
            }
            Value::Sequence(items)
        } else {
            let (word, _, bare) = self.word(&[',', '}', ']']);
            plain = bare;
            match word.as_str() {
                _ if !bare => Value::String(word.into()),
                "null" | "" => Value::Null,
                "true" | "false" => Value::Bool(word == "true"),
                _ => match (word.parse(), word.parse()) {
                    (Ok(integer), _) => Value::Integer(integer),
                    (_, Ok(float)) => Value::Float(float),
                    _ => Value::String(word.into()),
                },
            }
        };
        self.nodes.push(Node { value, span: Span::new(start, self.at), plain, flow: true, alias: None });
        NodeId(self.nodes.len() as u32 - 1)
    }
}

/// The tree of an object in flow style.
pub(super) fn tree(text: &str) -> Tree {
    let mut reader = Reader { text, at: 0, nodes: Vec::new() };
    let root = reader.value();
    Tree::new(reader.nodes, root, Vec::new())
}

/// What is wrong with an object.
pub(super) fn problems_in(catalogue: &Catalogue, text: &str) -> Vec<Problem> {
    let tree = tree(text);
    let mut problems = catalogue.check_identity(&tree, tree.root(), &FieldPath::root());
    if let Some(gvk) = gvk_of(&tree, tree.root()) {
        problems.extend(catalogue.check(&tree, tree.root(), &gvk, &FieldPath::root()));
    }
    problems
}

/// The only problem of an object, as `RULE at TEXT: MESSAGE | HELP | TEXT AFTER THE FIX`; the last two may be
/// absent.
pub(super) fn told(text: &str) -> String {
    let problems = problems_in(&Catalogue::builtin(), text);
    let [problem] = problems.as_slice() else { panic!("one problem in {text}, not {problems:#?}") };
    let told = format!("{} at {}: {}", problem.rule, problem.place.span.of(text), problem.message);
    let help = Some(problem.help.clone()).filter(|help| !help.is_empty());
    let fixed = problem.fixes.first().map(|fix| {
        let edits: Vec<TextEdit> = fix.edits.iter().map(|(_, edit)| edit.clone()).collect();
        TextEdit::apply_all(text, &edits)
    });
    [Some(told), help, fixed].into_iter().flatten().collect::<Vec<_>>().join(" | ")
}
