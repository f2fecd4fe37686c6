//! One document, read once.

use super::entry::{self, Entry};
use crate::api::FieldPath;
use crate::diagnostic::{Problem, Severity};
use crate::schema::{Catalogue, CustomType};
use crate::yaml::{self, NodeId, State, Tree};
use std::sync::Arc;

/// How many problems of a document's types are listed.
const MOST_PROBLEMS: usize = 500;

/// Everything that a document's text alone tells. It is a pure function of that text, so it is kept as long
/// as the text stays, wherever the document moves.
#[derive(Debug)]
pub struct Document {
    /// The text.
    pub text: Arc<str>,
    /// Its tree, perhaps a repaired one; none when nothing could be made of the text.
    pub tree: Option<Tree>,
    /// What it is.
    pub state: State,
    /// What is wrong with it as YAML, in a document that is counted as 0.
    pub problems: Vec<Problem>,
    /// The objects in it.
    pub entries: Vec<Entry>,
    /// The types that CustomResourceDefinitions in it define.
    pub custom: Vec<Arc<CustomType>>,
}

impl Document {
    /// Reads a text.
    pub fn read(text: Arc<str>) -> Self {
        let reading = yaml::read(&text);
        let entries = match (&reading.tree, &reading.state) {
            (Some(tree), State::Sound | State::Repaired) => entry::entries(tree),
            _ => Vec::new(),
        };
        let custom = entries
            .iter()
            .filter(|entry| entry.gvk.kind == "CustomResourceDefinition")
            .flat_map(|entry| CustomType::from_crd(&entry.value))
            .map(Arc::new)
            .collect();
        Self { text, tree: reading.tree, state: reading.state, problems: reading.problems, entries, custom }
    }

    /// What the schema says about its objects. A repaired document is not asked: what it lacks may just not
    /// be typed yet.
    pub fn check(&self, catalogue: &Catalogue) -> Vec<Problem> {
        match (&self.tree, &self.state) {
            (Some(tree), State::Sound) => {
                let objects = match entry::list_items(tree, tree.root()) {
                    Some(items) => {
                        items.iter().enumerate().map(|(place, &item)| (item, Some(place))).collect()
                    }
                    None => vec![(tree.root(), None)],
                };
                bounded(
                    objects.into_iter().flat_map(|(node, item)| check(catalogue, tree, node, item)).collect(),
                )
            }
            _ => Vec::new(),
        }
    }

    /// Whether the text was read without a syntax error.
    pub fn is_sound(&self) -> bool {
        matches!(self.state, State::Sound | State::Empty | State::Foreign(_))
    }
}

/// A document with more problems than anybody reads tells of the first, and how many more there are.
fn bounded(mut problems: Vec<Problem>) -> Vec<Problem> {
    let more = problems.len().saturating_sub(MOST_PROBLEMS);
    problems.truncate(MOST_PROBLEMS);
    if let (Some(last), 1..) = (problems.last(), more) {
        let message = format!("{more} more problems of this document are not listed");
        problems.push(Problem::new("schema/more", Severity::Info, last.place, message));
    }
    problems
}

/// Checks one object: what it says it is, and whether it is that.
fn check(catalogue: &Catalogue, tree: &Tree, node: NodeId, item: Option<usize>) -> Vec<Problem> {
    let path = item.map_or_else(FieldPath::root, |item| FieldPath::of("items").index(item));
    let gvk = entry::gvk(tree, node, item.is_some());
    let mut problems = catalogue.check_identity(tree, node, &path);
    problems.extend(catalogue.check(tree, node, &gvk, &path));
    problems
}
