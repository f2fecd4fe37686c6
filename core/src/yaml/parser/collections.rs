//! Lists, and the frame that all collections share.

use super::{Extra, Parser};
use crate::text::Span;
use crate::yaml::error::{ErrorKind, SyntaxError};
use crate::yaml::limits::MAX_DEPTH;
use crate::yaml::scanner::Kind;
use crate::yaml::tree::{Node, NodeId, Value};

/// What a collection gathers about its children.
#[derive(Clone, Copy)]
pub(super) struct Gathered {
    /// Decoding steps, the collection's own one included.
    pub(super) weight: u64,
    /// The depth of the deepest child.
    pub(super) depth: usize,
    /// Where the last child ends.
    pub(super) end: usize,
}

impl Parser<'_> {
    /// A collection, when the next token opens one; nothing is taken otherwise.
    pub(super) fn content(
        &mut self,
        kind: Kind,
        block: bool,
        indentless: bool,
        start: usize,
    ) -> Result<Option<NodeId>, SyntaxError> {
        let opens = match kind {
            Kind::BlockEntry => indentless,
            Kind::BlockSequenceStart | Kind::BlockMappingStart => block,
            Kind::FlowSequenceStart | Kind::FlowMappingStart => true,
            _ => false,
        };
        if !opens {
            return Ok(None);
        }
        let first = self.start()?;
        self.nesting += 1;
        if self.nesting > MAX_DEPTH {
            return Err(SyntaxError::new(ErrorKind::TooDeep, first));
        }
        self.count(1, false)?;
        let turn = self.turns;
        let mut gathered = Gathered { weight: 1, depth: 0, end: first };
        let flow = matches!(kind, Kind::FlowSequenceStart | Kind::FlowMappingStart);
        let value = match kind {
            Kind::BlockEntry => Value::Sequence(self.indentless_sequence(&mut gathered)?),
            Kind::BlockSequenceStart => Value::Sequence(self.block_sequence(&mut gathered)?),
            Kind::FlowSequenceStart => Value::Sequence(self.flow_sequence(&mut gathered)?),
            Kind::FlowMappingStart => Value::Mapping(self.flow_mapping(&mut gathered)?),
            _ => Value::Mapping(self.block_mapping(&mut gathered)?),
        };
        self.nesting -= 1;
        let span = Span::new(first, gathered.end);
        let node = Node { value, span, plain: false, flow, alias: None };
        let extra = Extra { weight: gathered.weight, depth: gathered.depth + 1, start, turn };
        Ok(Some(self.push(node, extra)))
    }

    /// Adds a child to what its collection has gathered.
    pub(super) fn gather(&self, gathered: &mut Gathered, child: NodeId) {
        let extra = self.extras[child.0 as usize];
        let node = &self.nodes[child.0 as usize];
        gathered.weight += extra.weight;
        gathered.depth = gathered.depth.max(extra.depth);
        gathered.end = gathered.end.max(node.alias.unwrap_or(node.span).end as usize);
    }

    fn block_sequence(&mut self, gathered: &mut Gathered) -> Result<Vec<NodeId>, SyntaxError> {
        let context = self.scanner.next()?.start;
        let mut items = Vec::new();
        loop {
            match self.kind()? {
                Kind::BlockEntry => {
                    let dash = self.scanner.next()?.end;
                    let item = match self.kind()? {
                        Kind::BlockEntry | Kind::BlockEnd => self.empty(dash, dash)?,
                        _ => self.node(true, false)?,
                    };
                    gathered.end = dash;
                    self.gather(gathered, item);
                    items.push(item);
                }
                Kind::BlockEnd => {
                    self.scanner.next()?;
                    return Ok(items);
                }
                _ => {
                    let at = self.start()?;
                    return Err(SyntaxError::within(ErrorKind::ExpectedDash, context, at));
                }
            }
        }
    }

    /// A list whose dashes stand below the first letter of its key.
    fn indentless_sequence(&mut self, gathered: &mut Gathered) -> Result<Vec<NodeId>, SyntaxError> {
        let mut items = Vec::new();
        while self.kind()? == Kind::BlockEntry {
            let dash = self.scanner.next()?.end;
            let item = match self.kind()? {
                Kind::BlockEntry | Kind::Key | Kind::Value | Kind::BlockEnd => self.empty(dash, dash)?,
                _ => self.node(true, false)?,
            };
            gathered.end = dash;
            self.gather(gathered, item);
            items.push(item);
        }
        Ok(items)
    }

    fn flow_sequence(&mut self, gathered: &mut Gathered) -> Result<Vec<NodeId>, SyntaxError> {
        let context = self.scanner.next()?.start;
        let mut items: Vec<NodeId> = Vec::new();
        loop {
            if self.kind()? != Kind::FlowSequenceEnd && !items.is_empty() {
                let token = self.scanner.next()?;
                if token.kind != Kind::FlowEntry {
                    let kind = ErrorKind::ExpectedCommaOrBracket;
                    return Err(SyntaxError::within(kind, context, token.start));
                }
            }
            let item = match self.kind()? {
                Kind::FlowSequenceEnd => {
                    gathered.end = self.scanner.next()?.end;
                    return Ok(items);
                }
                Kind::Key => self.single_pair()?,
                _ => self.node(false, false)?,
            };
            self.gather(gathered, item);
            items.push(item);
        }
    }

    /// `[key: value]`, a mapping of one entry within a list.
    fn single_pair(&mut self) -> Result<NodeId, SyntaxError> {
        let start = self.scanner.next()?.start;
        self.nesting += 1;
        if self.nesting > MAX_DEPTH {
            return Err(SyntaxError::new(ErrorKind::TooDeep, start));
        }
        self.count(1, false)?;
        let turn = self.turns;
        let mut gathered = Gathered { weight: 1, depth: 0, end: start };
        let mapping = self.single_pair_entry(&mut gathered)?;
        self.nesting -= 1;
        let span = Span::new(start, gathered.end);
        let node = Node { value: Value::Mapping(mapping), span, plain: false, flow: true, alias: None };
        Ok(self.push(node, Extra { weight: gathered.weight, depth: gathered.depth + 1, start, turn }))
    }
}
