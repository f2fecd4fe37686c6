//! What comes out of a text: nodes, and what is wrong with them although they are well written.

use crate::text::Span;
use crate::yaml::tree::{Node, NodeId};

/// Something that is well written and yet refused when it is made JSON of.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::yaml) struct Fault {
    /// What upstream says.
    pub(in crate::yaml) message: String,
    /// Where.
    pub(in crate::yaml) span: Span,
    pub(in crate::yaml) kind: FaultKind,
}

/// Why a value or key is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::yaml) enum FaultKind {
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
pub(in crate::yaml) struct Duplicate {
    /// The key as upstream's report writes it.
    pub(in crate::yaml) key: String,
    /// Where the second one, or the merge that brings it, is written.
    pub(in crate::yaml) second: Span,
    /// Where the first one is written.
    pub(in crate::yaml) first: Span,
    /// The byte whose line upstream names: the start of the second one's value, tag and anchor included.
    pub(in crate::yaml) value: usize,
    /// Whether upstream sees it: not so for keys that are equal only as text, such as `1` and `"1"`.
    pub(in crate::yaml) reported: bool,
    /// Whether one of the two came through a merge.
    pub(in crate::yaml) merged: bool,
    /// When it was set, among all entries.
    pub(super) order: usize,
    /// The first byte of its mapping.
    pub(super) mapping: usize,
}

/// What came out of a text that has no syntax error.
pub(in crate::yaml) struct Parsed {
    /// The topmost node; nothing when there is no document at all.
    pub(in crate::yaml) root: Option<NodeId>,
    pub(in crate::yaml) nodes: Vec<Node>,
    pub(in crate::yaml) comments: Vec<Span>,
    pub(in crate::yaml) faults: Vec<Fault>,
    pub(in crate::yaml) duplicates: Vec<Duplicate>,
    /// How far the text had to be read.
    pub(in crate::yaml) read: usize,
}
