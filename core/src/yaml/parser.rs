//! From tokens to a tree, with goyaml v2's grammar (`parserc.go`) and its rules for anchors, merges and
//! duplicate keys (`decode.go`).

mod alias;
mod building;
mod collections;
mod mapping;
mod outcome;
mod properties;

use super::error::{ErrorKind, SyntaxError};
use super::resolve::{self, Resolved};
use super::scanner::{Kind, Scanner, Token};
use super::tree::{Node, NodeId, Value};
use crate::order::Arrange;
use crate::text::Span;
pub(super) use outcome::{Duplicate, Fault, FaultKind, Parsed};
use properties::Properties;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What is known about a node beside what the tree shows.
#[derive(Clone, Copy)]
struct Extra {
    /// How many steps upstream needs to decode it, aliases followed.
    weight: u64,
    /// How deep it nests, aliases followed; a scalar has 1.
    depth: usize,
    /// Its first byte, tag and anchor included.
    start: usize,
    /// How many entries had been set when it began.
    turn: usize,
}

/// A name for a node.
enum Anchor {
    /// The node has begun and not ended.
    Open,
    /// The node.
    Node(NodeId),
}

pub(super) struct Parser<'a> {
    scanner: Scanner<'a>,
    nodes: Vec<Node>,
    extras: Vec<Extra>,
    anchors: BTreeMap<Cow<'a, str>, Anchor>,
    /// Tag handles and their prefixes.
    tags: Vec<(String, String)>,
    /// How many collections are open.
    nesting: usize,
    /// Upstream's count of decoding steps, and how many of them are due to aliases.
    steps: u64,
    alias_steps: u64,
    faults: Vec<Fault>,
    duplicates: Vec<Duplicate>,
    /// How many entries have been set so far.
    turns: usize,
    /// The last scalar that would be a merge key.
    merge_key: Option<NodeId>,
}

/// Reads the first document of a text, which should end with a line end.
pub(super) fn parse(text: &str) -> Result<Parsed, SyntaxError> {
    let mut parser = Parser {
        scanner: Scanner::new(text),
        nodes: Vec::with_capacity(text.len() / 24),
        extras: Vec::with_capacity(text.len() / 24),
        anchors: BTreeMap::new(),
        tags: Vec::new(),
        nesting: 0,
        steps: 0,
        alias_steps: 0,
        faults: Vec::new(),
        duplicates: Vec::new(),
        turns: 0,
        merge_key: None,
    };
    let root = parser.document()?;
    parser.duplicates.arrange_by_key(|duplicate| duplicate.order);
    Ok(Parsed {
        root,
        read: parser.scanner.position(),
        comments: parser.scanner.take_comments(),
        nodes: parser.nodes,
        faults: parser.faults,
        duplicates: parser.duplicates,
    })
}

impl<'a> Parser<'a> {
    fn kind(&mut self) -> Result<Kind, SyntaxError> {
        Ok(self.scanner.peek()?.kind)
    }

    /// The start of the next token.
    fn start(&mut self) -> Result<usize, SyntaxError> {
        Ok(self.scanner.peek()?.start)
    }

    /// The first document. What follows it is not looked at, but for one token.
    fn document(&mut self) -> Result<Option<NodeId>, SyntaxError> {
        let root = match self.kind()? {
            Kind::StreamEnd => return Ok(None),
            Kind::VersionDirective | Kind::TagDirective | Kind::DocumentStart => {
                self.directives()?;
                let token = self.scanner.next()?;
                if token.kind != Kind::DocumentStart {
                    return Err(SyntaxError::new(ErrorKind::ExpectedDocument, token.start));
                }
                match self.kind()? {
                    Kind::VersionDirective
                    | Kind::TagDirective
                    | Kind::DocumentStart
                    | Kind::DocumentEnd
                    | Kind::StreamEnd => self.empty(token.end, token.end)?,
                    _ => self.node(true, false)?,
                }
            }
            _ => {
                self.directives()?;
                self.node(true, false)?
            }
        };
        self.kind()?;
        Ok(Some(root))
    }

    /// Any node. In `block` context it may be a collection in lines, where `indentless` also a list whose
    /// dashes stand at the indentation of the key above.
    fn node(&mut self, block: bool, indentless: bool) -> Result<NodeId, SyntaxError> {
        match self.kind()? {
            Kind::Alias => {
                let token = self.scanner.next()?;
                self.alias(&token)
            }
            Kind::Plain | Kind::Quoted => {
                self.count(1, false)?;
                let token = self.scanner.next()?;
                let start = token.start;
                Ok(self.scalar(token, "", start))
            }
            Kind::Anchor | Kind::Tag => self.node_with_properties(block, indentless),
            kind => {
                let start = self.start()?;
                self.content(kind, block, indentless, start)?
                    .ok_or_else(|| SyntaxError::new(ErrorKind::ExpectedContent, start))
            }
        }
    }

    /// A node that has a tag, an anchor or both.
    fn node_with_properties(&mut self, block: bool, indentless: bool) -> Result<NodeId, SyntaxError> {
        let Properties { tag, anchor, span } = self.properties()?;
        let (start, end) = span.unwrap_or_default();
        if let Some(name) = &anchor {
            self.anchors.insert(name.clone(), Anchor::Open);
        }
        let kind = self.kind()?;
        let id = if matches!(kind, Kind::Plain | Kind::Quoted) {
            self.count(1, false)?;
            let token = self.scanner.next()?;
            self.scalar(token, &tag, start)
        } else if let Some(id) = self.content(kind, block, indentless, start)? {
            id
        } else {
            self.count(1, false)?;
            let token = Token { kind: Kind::Plain, start: end, end, text: "".into(), suffix: String::new() };
            self.scalar(token, &tag, start)
        };
        if let Some(name) = anchor {
            self.anchors.insert(name, Anchor::Node(id));
        }
        Ok(id)
    }

    /// A scalar node; `start` is where its tag or anchor begins.
    fn scalar(&mut self, token: Token<'a>, tag: &str, start: usize) -> NodeId {
        let span = Span::new(token.start, token.end);
        // The tag `!` leaves the text as it is, and yet counts as no tag elsewhere.
        let plain = token.kind == Kind::Plain;
        let merges = token.text == "<<"
            && (tag == "!"
                || plain && tag.is_empty()
                || tag.strip_prefix(resolve::STANDARD) == Some("merge"));
        let value = match resolve::resolve(tag, plain, &token.text) {
            Ok(Resolved::Null) => Value::Null,
            Ok(Resolved::Bool(value)) => Value::Bool(value),
            Ok(Resolved::Integer(value)) => Value::Integer(value),
            Ok(Resolved::Float(value)) => Value::Float(value),
            Ok(Resolved::Bytes(text)) => Value::String(text.into()),
            Ok(Resolved::Text) => Value::String(token.text.into()),
            Err(mismatch) => {
                self.faults.push(Fault { message: mismatch.message, span, kind: FaultKind::BadTag });
                Value::String(token.text.into())
            }
        };
        let node = Node { value, span, plain: plain && tag.is_empty(), flow: false, alias: None };
        if merges {
            self.merge_key = Some(NodeId(self.nodes.len() as u32));
        }
        self.push(node, Extra { weight: 1, depth: 1, start, turn: self.turns })
    }

    /// A value that is not written; `counted` is where upstream counts it.
    fn empty(&mut self, at: usize, counted: usize) -> Result<NodeId, SyntaxError> {
        self.count(1, false)?;
        let node = Node { value: Value::Null, span: Span::at(at), plain: true, flow: false, alias: None };
        Ok(self.push(node, Extra { weight: 1, depth: 1, start: counted, turn: self.turns }))
    }

    fn push(&mut self, node: Node, extra: Extra) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(node);
        self.extras.push(extra);
        id
    }
}
