//! One document from its text.

use super::document::read_yaml;
use super::tree::Tree;
use crate::diagnostic::{Place, Problem};
use crate::text::Span;

/// What a text is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum State {
    /// A document without a syntax error.
    Sound,
    /// Read after a repair.
    Repaired,
    /// Not to be read.
    Broken,
    /// Nothing but blank space and comments.
    Empty,
    /// Something else.
    Foreign(String),
}

/// A reading.
#[derive(Debug)]
pub struct Reading {
    /// The tree.
    pub tree: Option<Tree>,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// What it is.
    pub state: State,
}

/// Reads a chunk.
pub fn read(chunk: &str) -> Reading {
    match read_yaml(chunk) {
        Ok(document) => {
            let state = if document.tree.is_some() { State::Sound } else { State::Empty };
            Reading { tree: document.tree, problems: Vec::new(), state }
        }
        Err(error) => Reading {
            tree: None,
            problems: vec![Problem::error(
                "yaml/syntax",
                Place::here(Span::at(error.at)),
                format!("{:?}", error.kind),
            )],
            state: State::Broken,
        },
    }
}
