//! From tokens to a tree, with goyaml v2's grammar (`parserc.go`) and its rules for anchors, merges and
//! duplicate keys (`decode.go`).

mod collections;
mod mapping;

use super::error::{ErrorKind, SyntaxError};
use super::limits::MAX_DEPTH;
use super::resolve::{self, Resolved};
use super::scanner::{Kind, Scanner, Token};
use super::tree::{Node, NodeId, Value};
use crate::order::Arrange;
use crate::text::Span;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Something that is well written and yet refused when it is made JSON of.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Fault {
    /// What upstream says.
    pub(super) message: String,
    /// Where.
    pub(super) span: Span,
    pub(super) kind: FaultKind,
}

/// Why a value or key is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FaultKind {
    /// A key that is null.
    NullKey,
    /// A key that is an integer of 2⁶³ or more, which upstream cannot write.
    LargeKey,
    /// A key that is a list or a mapping.
    BadKey,
    /// A tag that does not fit its value.
    BadTag,
    /// `.inf` or `.nan`.
    NotFinite,
    /// `<<` with something other than a mapping.
    BadMerge,
}

/// A key that is set twice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Duplicate {
    /// The key as upstream's report writes it.
    pub(super) key: String,
    /// Where the second one, or the merge that brings it, is written.
    pub(super) second: Span,
    /// Where the first one is written.
    pub(super) first: Span,
    /// The byte whose line upstream names: the start of the second one's value, tag and anchor included.
    pub(super) value: usize,
    /// Whether upstream sees it: not so for keys that are equal only as text, such as `1` and `"1"`.
    pub(super) reported: bool,
    /// Whether one of the two came through a merge.
    pub(super) merged: bool,
    /// When it was set, among all entries.
    order: usize,
    /// The first byte of its mapping.
    mapping: usize,
}

/// What came out of a text that has no syntax error.
pub(super) struct Parsed {
    /// The topmost node; nothing when there is no document at all.
    pub(super) root: Option<NodeId>,
    pub(super) nodes: Vec<Node>,
    pub(super) comments: Vec<Span>,
    pub(super) faults: Vec<Fault>,
    pub(super) duplicates: Vec<Duplicate>,
    /// How far the text had to be read.
    pub(super) read: usize,
}

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

/// Tag and anchor of a node.
#[derive(Default)]
struct Properties<'a> {
    /// The full tag, empty for none.
    tag: String,
    anchor: Option<Cow<'a, str>>,
    /// Where the first of them begins, and where the last one ends.
    span: Option<(usize, usize)>,
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

    /// Takes `%YAML` and `%TAG` lines.
    fn directives(&mut self) -> Result<(), SyntaxError> {
        let mut versions = 0;
        while matches!(self.kind()?, Kind::VersionDirective | Kind::TagDirective) {
            let token = self.scanner.next()?;
            let error = SyntaxError::new(ErrorKind::BadDirective, token.start);
            if token.kind == Kind::VersionDirective {
                versions += 1;
                if versions > 1 || token.text.is_empty() {
                    return Err(error);
                }
            } else {
                if self.tags.iter().any(|(handle, _)| *handle == token.text) {
                    return Err(error);
                }
                self.tags.push((token.text.into_owned(), token.suffix));
            }
        }
        for (handle, prefix) in [("!", "!"), ("!!", resolve::STANDARD)] {
            if !self.tags.iter().any(|(known, _)| known == handle) {
                self.tags.push((handle.to_owned(), prefix.to_owned()));
            }
        }
        Ok(())
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

    /// Takes a tag and an anchor, in either order.
    fn properties(&mut self) -> Result<Properties<'a>, SyntaxError> {
        let mut properties = Properties::default();
        let mut tagged = false;
        for _ in 0..2 {
            let kind = self.kind()?;
            let wanted = kind == Kind::Tag && !tagged || kind == Kind::Anchor && properties.anchor.is_none();
            if !wanted {
                break;
            }
            let token = self.scanner.next()?;
            let start = properties.span.map_or(token.start, |span| span.0);
            properties.span = Some((start, token.end));
            if kind == Kind::Tag {
                tagged = true;
                properties.tag = self.full_tag(token)?;
            } else {
                properties.anchor = Some(token.text);
            }
        }
        Ok(properties)
    }

    /// A tag with its handle written out.
    fn full_tag(&self, token: Token<'a>) -> Result<String, SyntaxError> {
        if token.text.is_empty() {
            return Ok(token.suffix);
        }
        let prefix = self.tags.iter().find(|(handle, _)| *handle == token.text).map(|(_, prefix)| prefix);
        match prefix {
            Some(prefix) if !prefix.is_empty() || !token.suffix.is_empty() => {
                Ok(format!("{prefix}{}", token.suffix))
            }
            _ => Err(SyntaxError::new(ErrorKind::UnknownTagHandle, token.start)),
        }
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

    /// A node that stands for an earlier one.
    fn alias(&mut self, token: &Token<'a>) -> Result<NodeId, SyntaxError> {
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

    fn push(&mut self, node: Node, extra: Extra) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(node);
        self.extras.push(extra);
        id
    }

    /// Counts decoding steps as upstream does, and refuses a document that aliases multiply beyond measure.
    fn count(&mut self, steps: u64, alias: bool) -> Result<(), SyntaxError> {
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
