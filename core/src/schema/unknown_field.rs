//! What was meant by a field that is not there: another spelling, or another place, for wrong indentation is
//! the most common of all mistakes.

use super::check::{Parent, Step, Walk};
use super::shape::{Scoped, Shape};
use crate::diagnostic::{Fix, nearest};
use crate::yaml::{Entry, NodeId, Tree};

/// How many levels down a misplaced field is looked for.
const SEARCH_DEPTH: usize = 3;

/// Up to this many fields are listed where nothing better can be said.
const LISTED: usize = 10;

/// What to say about an unknown field.
#[derive(Default)]
pub(super) struct Advice {
    pub(super) help: String,
    pub(super) fix: Option<Fix>,
}

impl Advice {
    fn say(help: String) -> Self {
        Self { help, fix: None }
    }
}

/// Advice for an unknown field of the innermost object of a walk.
pub(super) fn advise<'t>(walk: &Walk<'_, 't>, entry: &'t Entry) -> Advice {
    let Some((&here, above)) = walk.parents.split_last() else { return Advice::default() };
    let near = nearest_field(walk.tree, here, &entry.key);
    if let Some(name) = near.filter(|name| name.eq_ignore_ascii_case(&entry.key)) {
        return rename(name, entry);
    }
    if let Some(help) = deeper(walk.tree, here, entry).or_else(|| higher(walk, above, entry)) {
        return Advice::say(help);
    }
    if let Some(name) = near {
        return rename(name, entry);
    }
    let name = &*entry.key;
    if let Some(place) = below(walk.tree, here, name, SEARCH_DEPTH) {
        return Advice::say(format!("`{name}` belongs under `{place}`."));
    }
    for parent in above.iter().rev() {
        if let Some(place) = below(walk.tree, *parent, name, 1) {
            let prefix = prefix(walk, *parent);
            return Advice::say(format!("`{name}` belongs under `{prefix}{place}`."));
        }
    }
    let fields: Vec<&str> = field_names(here.shape).take(LISTED + 1).collect();
    match fields.len() {
        0 => Advice::default(),
        1..=LISTED => Advice::say(format!("The fields here are {}.", fields.join(", "))),
        _ => Advice::default(),
    }
}

fn rename(name: &str, entry: &Entry) -> Advice {
    let fix = (!entry.merged).then(|| Fix::replace(format!("change to \"{name}\""), entry.key_span, name));
    Advice { help: format!("Did you mean `{name}`?"), fix }
}

fn field_names<'c>(shape: Scoped<'c>) -> impl Iterator<Item = &'c str> {
    shape.object().into_iter().flat_map(|(_, object)| &object.fields).map(|field| field.name.as_ref())
}

/// The field of the same object with a similar name that is not there yet.
fn nearest_field<'c>(tree: &Tree, here: Parent<'c>, name: &str) -> Option<&'c str> {
    nearest(name, field_names(here.shape).filter(|field| tree.get(here.node, field).is_none()))
}

/// The field is one of what stands just before it: it was indented too little.
fn deeper(tree: &Tree, here: Parent<'_>, entry: &Entry) -> Option<String> {
    let mut before: Option<&Entry> = None;
    for other in tree.entries(here.node).take_while(|other| other.key_span != entry.key_span) {
        before = Some(other);
    }
    let before = before?;
    let (_, shape) = here.shape.field(&before.key)?;
    let inner = shape.element();
    inner.field(&entry.key)?;
    let place = match (shape.shape(), tree.items(before.value).len()) {
        (Shape::List(_), count) if count > 0 => format!("{}[{}]", before.key, count - 1),
        (Shape::Map(_), _) => return None,
        _ => before.key.to_string(),
    };
    Some(format!("`{}` belongs one level deeper, under `{place}`: indent it further.", entry.key))
}

/// The field is one of an object above: it was indented too far.
fn higher(walk: &Walk<'_, '_>, above: &[Parent<'_>], entry: &Entry) -> Option<String> {
    for (levels, parent) in above.iter().rev().enumerate() {
        if parent.shape.field(&entry.key).is_some() && walk.tree.get(parent.node, &entry.key).is_none() {
            let beside = match walk.steps.get(parent.steps) {
                Some(Step::Field(name) | Step::Key(name)) => format!(", beside `{name}`"),
                _ => String::new(),
            };
            let levels = if levels == 0 { "one level higher" } else { "further up" };
            return Some(format!("`{}` belongs {levels}{beside}: indent it less.", entry.key));
        }
    }
    None
}

/// The path from the innermost object's own beginning to one of its ancestors, for messages.
fn prefix(walk: &Walk<'_, '_>, parent: Parent<'_>) -> String {
    let mut text = String::new();
    for step in walk.steps.iter().take(parent.steps) {
        match step {
            Step::Field(name) | Step::Key(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(name);
            }
            Step::Index(index) => text.push_str(&format!("[{index}]")),
        }
    }
    if !text.is_empty() {
        text.push('.');
    }
    text
}

/// A place for the search.
struct Candidate<'c> {
    shape: Scoped<'c>,
    node: Option<NodeId>,
    path: String,
}

/// The path of the nearest object below that has such a field: one that is written, or else the only one.
fn below(tree: &Tree, here: Parent<'_>, name: &str, depth: usize) -> Option<String> {
    let mut level = vec![Candidate { shape: here.shape, node: Some(here.node), path: String::new() }];
    for _ in 0..depth {
        let mut next = Vec::new();
        for candidate in &level {
            let Some((_, object)) = candidate.shape.object() else { continue };
            for field in object.fields.iter().filter(|field| field.name != "status") {
                let Some((_, shape)) = candidate.shape.field(&field.name) else { continue };
                let value = candidate.node.and_then(|node| tree.get(node, &field.name));
                let (mark, node) = match shape.shape() {
                    Shape::List(_) => {
                        let item = value.and_then(|value| tree.items(value).first().copied());
                        (if item.is_some() { "[0]" } else { "[]" }, item)
                    }
                    Shape::Map(_) => continue,
                    _ => ("", value),
                };
                let dot = if candidate.path.is_empty() { "" } else { "." };
                let path = format!("{}{dot}{}{mark}", candidate.path, field.name);
                next.push(Candidate { shape: shape.element(), node, path });
            }
        }
        let mut found = next.iter().filter(|candidate| candidate.shape.field(name).is_some());
        let written = found.clone().find(|candidate| candidate.node.is_some());
        if let Some(candidate) = written.or_else(|| found.next().filter(|_| found.next().is_none())) {
            return Some(candidate.path.clone());
        }
        level = next;
    }
    None
}
