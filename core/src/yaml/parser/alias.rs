//! Aliases, and the bounds on what they multiply.

use super::{Anchor, Duplicate, Extra, Parser};
use crate::order::Arrange;
use crate::text::Span;
use crate::yaml::error::{ErrorKind, SyntaxError};
use crate::yaml::limits::MAX_DEPTH;
use crate::yaml::scanner::Token;
use crate::yaml::tree::{Node, NodeId};

impl Parser<'_> {
    /// A node that stands for an earlier one.
    pub(super) fn alias(&mut self, token: &Token<'_>) -> Result<NodeId, SyntaxError> {
        let target = match self.anchors.get(&token.text) {
            Some(Anchor::Node(id)) => *id,
            Some(Anchor::Open) => return Err(SyntaxError::new(ErrorKind::SelfReference, token.start)),
            None => return Err(SyntaxError::new(ErrorKind::UnknownAnchor, token.start)),
        };
        let Extra { weight, depth, .. } = self.extras[target.0 as usize];
        self.count(1, false).and_then(|()| self.count(weight, true)).map_err(|mut error| {
            error.at = token.start;
            error.context = token.start;
            error
        })?;
        if self.nesting + depth > MAX_DEPTH {
            return Err(SyntaxError::new(ErrorKind::TooDeep, token.start));
        }
        let turn = self.turns;
        self.repeat_duplicates(target);
        let node = &self.nodes[target.0 as usize];
        let alias = Some(Span::new(token.start, token.end));
        let node = Node { value: node.value.clone(), span: node.span, alias, ..*node };
        Ok(self.push(node, Extra { weight: weight + 1, depth, start: token.start, turn }))
    }

    /// Upstream decodes an alias anew, and reports anew what is set twice in it.
    fn repeat_duplicates(&mut self, target: NodeId) {
        if self.duplicates.is_empty() {
            return;
        }
        let span = self.nodes[target.0 as usize].span;
        let within =
            |duplicate: &&Duplicate| (span.start as usize..span.end as usize).contains(&duplicate.mapping);
        let mut again: Vec<Duplicate> = self.duplicates.iter().filter(within).cloned().collect();
        again.arrange_by_key(|duplicate| duplicate.order);
        for mut duplicate in again {
            self.turns += 1;
            duplicate.order = self.turns;
            self.duplicates.push(duplicate);
        }
    }

    /// Counts decoding steps as upstream does, and refuses a document that aliases multiply beyond measure.
    pub(super) fn count(&mut self, steps: u64, alias: bool) -> Result<(), SyntaxError> {
        self.steps += steps;
        if alias {
            self.alias_steps += steps;
        }
        if self.alias_steps > 100 && self.steps > 1000 {
            let share = self.alias_steps as f64 / self.steps as f64;
            if share > allowed_alias_share(self.steps) {
                return Err(SyntaxError::new(ErrorKind::AliasBomb, self.scanner.position()));
            }
        }
        Ok(())
    }
}

/// The share of decoding steps that aliases may cause: 99 % in small documents, down to 10 % in large ones
/// (`allowedAliasRatio` of goyaml's `decode.go`).
fn allowed_alias_share(steps: u64) -> f64 {
    const LOW: u64 = 400_000;
    const HIGH: u64 = 4_000_000;
    match steps {
        0..=LOW => 0.99,
        HIGH.. => 0.10,
        _ => 0.99 - 0.89 * ((steps - LOW) as f64 / (HIGH - LOW) as f64),
    }
}
