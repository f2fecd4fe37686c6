//! Mappings: keys, merges, duplicates.

use super::collections::Gathered;
use super::{Duplicate, Extra, Fault, FaultKind, Parser};
use crate::order::Arrange;
use crate::text::Span;
use crate::yaml::error::{ErrorKind, SyntaxError};
use crate::yaml::number;
use crate::yaml::scanner::Kind;
use crate::yaml::tree::{Entry, Mapping, NodeId, Value};
use std::collections::BTreeMap;

/// Mappings up to this size are searched for duplicates entry by entry.
const SMALL: usize = 12;

/// A key that has been read.
enum Key {
    /// An ordinary one, with its place and how upstream reports it when it is there twice.
    Named { key: Box<str>, span: Span, report: Option<String> },
    /// `<<`
    Merge(Span),
}

impl Parser<'_> {
    pub(super) fn block_mapping(&mut self, gathered: &mut Gathered) -> Result<Mapping, SyntaxError> {
        let context = self.scanner.next()?.start;
        let mut building = Building::default();
        loop {
            match self.kind()? {
                Kind::Key => {
                    let indicator = self.scanner.next()?.end;
                    let key = match self.kind()? {
                        Kind::Key | Kind::Value | Kind::BlockEnd => self.empty(indicator, indicator)?,
                        _ => self.node(true, true)?,
                    };
                    let key = self.key(key, gathered);
                    let value = if self.kind()? == Kind::Value {
                        let colon = self.scanner.next()?.end;
                        gathered.end = colon;
                        match self.kind()? {
                            Kind::Key | Kind::Value | Kind::BlockEnd => self.empty(colon, colon)?,
                            _ => self.node(true, true)?,
                        }
                    } else {
                        let counted = self.start()?;
                        self.empty(gathered.end, counted)?
                    };
                    self.add(&mut building, gathered, key, value);
                }
                Kind::BlockEnd => {
                    self.scanner.next()?;
                    return Ok(building.finish(context, &mut self.duplicates));
                }
                _ => {
                    let at = self.start()?;
                    return Err(SyntaxError::within(ErrorKind::ExpectedKey, context, at));
                }
            }
        }
    }

    pub(super) fn flow_mapping(&mut self, gathered: &mut Gathered) -> Result<Mapping, SyntaxError> {
        let context = self.scanner.next()?.start;
        let mut building = Building::default();
        let mut first = true;
        loop {
            if self.kind()? != Kind::FlowMappingEnd && !first {
                let token = self.scanner.next()?;
                if token.kind != Kind::FlowEntry {
                    let kind = ErrorKind::ExpectedCommaOrBrace;
                    return Err(SyntaxError::within(kind, context, token.start));
                }
            }
            first = false;
            match self.kind()? {
                Kind::FlowMappingEnd => {
                    gathered.end = self.scanner.next()?.end;
                    return Ok(building.finish(context, &mut self.duplicates));
                }
                Kind::Key => {
                    self.scanner.next()?;
                    let at = self.start()?;
                    let key = match self.kind()? {
                        Kind::Value | Kind::FlowEntry | Kind::FlowMappingEnd => self.empty(at, at)?,
                        _ => self.node(false, false)?,
                    };
                    let key = self.key(key, gathered);
                    let value = self.flow_value(gathered, Kind::FlowMappingEnd)?;
                    self.add(&mut building, gathered, key, value);
                }
                _ => {
                    let key = self.node(false, false)?;
                    let key = self.key(key, gathered);
                    let counted = self.start()?;
                    let value = self.empty(gathered.end, counted)?;
                    self.add(&mut building, gathered, key, value);
                }
            }
        }
    }

    /// Key and value of `[key: value]`, whose key token has been taken.
    pub(super) fn single_pair_entry(&mut self, gathered: &mut Gathered) -> Result<Mapping, SyntaxError> {
        let key = match self.kind()? {
            Kind::Value | Kind::FlowEntry | Kind::FlowSequenceEnd => {
                // Upstream passes over this token, so that `[? : a]` is refused. So do we.
                let end = self.scanner.next()?.end;
                self.empty(end, end)?
            }
            _ => self.node(false, false)?,
        };
        let key = self.key(key, gathered);
        let value = self.flow_value(gathered, Kind::FlowSequenceEnd)?;
        let mut building = Building::default();
        let context = gathered.end;
        self.add(&mut building, gathered, key, value);
        Ok(building.finish(context, &mut self.duplicates))
    }

    /// The value behind a key within brackets or braces, written or not.
    fn flow_value(&mut self, gathered: &mut Gathered, closing: Kind) -> Result<NodeId, SyntaxError> {
        if self.kind()? == Kind::Value {
            gathered.end = self.scanner.next()?.end;
            let kind = self.kind()?;
            if kind != Kind::FlowEntry && kind != closing {
                return self.node(false, false);
            }
        }
        let counted = self.start()?;
        self.empty(gathered.end, counted)
    }

    /// Makes a key of a node. A scalar's node leaves the tree for it, unless an anchor names it.
    fn key(&mut self, id: NodeId, gathered: &mut Gathered) -> Key {
        self.gather(gathered, id);
        let node = &mut self.nodes[id.0 as usize];
        let span = node.alias.unwrap_or(node.span);
        let mut fault = |kind, message: String| self.faults.push(Fault { message, span, kind });
        let last = id.0 as usize + 1 == self.extras.len();
        let removable = last && self.extras[id.0 as usize].start == span.start as usize;
        let (key, report): (Box<str>, _) = match &mut node.value {
            Value::String(_) if self.merge_key == Some(id) => {
                // The number may be given to another node.
                self.merge_key = None;
                gathered.weight = gathered.weight.saturating_sub(1);
                self.steps = self.steps.saturating_sub(1);
                if removable {
                    self.nodes.pop();
                    self.extras.pop();
                }
                return Key::Merge(span);
            }
            Value::String(text) => (if removable { std::mem::take(text) } else { text.clone() }, None),
            Value::Bool(value) => (value.to_string().into(), Some(value.to_string())),
            Value::Integer(value) => {
                if i64::try_from(*value).is_err() {
                    fault(FaultKind::LargeKey, format!("unsupported map key of type: uint64, key: {value}"));
                }
                (value.to_string().into(), Some(value.to_string()))
            }
            Value::Float(value) => (number::float_key(*value).into(), Some(number::go_float(*value))),
            Value::Null => {
                fault(FaultKind::NullKey, "unsupported map key of type: <nil>".to_owned());
                ("null".into(), Some("<nil>".to_owned()))
            }
            Value::Sequence(_) | Value::Mapping(_) => {
                fault(FaultKind::BadKey, "invalid map key".to_owned());
                ("?".into(), None)
            }
        };
        if removable && !matches!(self.nodes[id.0 as usize].value, Value::Sequence(_) | Value::Mapping(_)) {
            self.nodes.pop();
            self.extras.pop();
        }
        Key::Named { key, span, report }
    }

    /// Adds an entry, or what a merge brings.
    fn add(&mut self, building: &mut Building, gathered: &mut Gathered, key: Key, value: NodeId) {
        self.gather(gathered, value);
        match key {
            Key::Named { key, span, report } => {
                let place = self.place(span, value);
                let entry = Entry { key, key_span: span, value, merged: false, shadowed: false };
                building.push(entry, report, place);
            }
            Key::Merge(span) => self.merge(building, span, value),
        }
    }

    /// The place of an entry that is set now.
    fn place(&mut self, shown: Span, value: NodeId) -> EntryPlace {
        self.turns += 1;
        EntryPlace { shown, value: self.extras[value.0 as usize].start, order: self.turns }
    }

    /// Brings in the entries of a mapping, or of several, of which the first counts most and is set last.
    fn merge(&mut self, building: &mut Building, key: Span, value: NodeId) {
        let node = &self.nodes[value.0 as usize];
        let (sources, fits): (Vec<NodeId>, bool) = match &node.value {
            Value::Mapping(_) => (vec![value], true),
            Value::Sequence(items) if node.alias.is_none() => {
                let all = items.iter().all(|id| matches!(self.nodes[id.0 as usize].value, Value::Mapping(_)));
                (items.iter().rev().copied().collect(), all)
            }
            _ => (Vec::new(), false),
        };
        if !fits {
            self.faults.push(Fault {
                message: "map merge requires map or sequence of maps as the value".to_owned(),
                span: node.alias.unwrap_or(node.span),
                kind: FaultKind::BadMerge,
            });
            return;
        }
        for source in sources {
            let Value::Mapping(mapping) = &self.nodes[source.0 as usize].value else { continue };
            let entries = mapping.entries.clone();
            // What is set twice in the merged mapping itself is found again while its entries are set here.
            let Extra { start, turn, .. } = self.extras[source.0 as usize];
            let own = self.nodes[source.0 as usize].span.start as usize;
            if self.nodes[source.0 as usize].alias.is_some() || start == own {
                self.duplicates.retain(|duplicate| duplicate.order < turn || duplicate.mapping != own);
            }
            for entry in entries {
                let place = self.place(key, entry.value);
                building.push(Entry { merged: true, shadowed: false, ..entry }, None, place);
            }
        }
    }
}

/// Where and when an entry was set.
#[derive(Clone, Copy)]
struct EntryPlace {
    /// Where it is shown: a merged one at the merge.
    shown: Span,
    /// The first byte of its value.
    value: usize,
    /// The number of its turn in the document.
    order: usize,
}

/// A mapping while it is being read.
#[derive(Default)]
struct Building {
    entries: Vec<Entry>,
    places: Vec<EntryPlace>,
    /// How keys that are no strings are reported.
    reports: BTreeMap<usize, String>,
}

impl Building {
    fn push(&mut self, entry: Entry, report: Option<String>, place: EntryPlace) {
        if let Some(report) = report {
            self.reports.insert(self.entries.len(), report);
        }
        self.entries.push(entry);
        self.places.push(place);
    }

    /// Marks the entries that a later one overrides, and reports them.
    fn finish(mut self, mapping: usize, duplicates: &mut Vec<Duplicate>) -> Mapping {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        if self.entries.len() <= SMALL {
            for second in 1..self.entries.len() {
                let key = &self.entries[second].key;
                if let Some(first) = (0..second).find(|&first| self.entries[first].key == *key) {
                    pairs.push((first, second));
                }
            }
        } else {
            let mut order: Vec<usize> = (0..self.entries.len()).collect();
            order.arrange_by(|&a, &b| self.entries[a].key.cmp(&self.entries[b].key).then(a.cmp(&b)));
            let mut first = 0;
            for index in 1..order.len() {
                if self.entries[order[index]].key == self.entries[order[first]].key {
                    pairs.push((order[first], order[index]));
                } else {
                    first = index;
                }
            }
            pairs.arrange_by_key(|&(_, second)| second);
        }
        let mut standing: BTreeMap<usize, usize> = BTreeMap::new();
        for &(first, second) in &pairs {
            let key = self.reports.get(&second).cloned();
            let place = self.places[second];
            let reported = key == self.reports.get(&first).cloned();
            duplicates.push(Duplicate {
                key: key.unwrap_or_else(|| self.entries[second].key.to_string()),
                second: place.shown,
                first: self.places[first].shown,
                value: place.value,
                reported,
                merged: self.entries[first].merged || self.entries[second].merged,
                order: place.order,
                mapping,
            });
            // Of all entries with one key only the last counts.
            let before = standing.insert(first, second).unwrap_or(first);
            self.entries[before].shadowed = true;
        }
        Mapping { entries: self.entries }
    }
}

impl Mapping {
    /// A mapping of entries in the order of the text, in which later ones override earlier ones.
    pub(in crate::yaml) fn from_entries(entries: Vec<Entry>, duplicates: &mut Vec<Duplicate>) -> Self {
        let mut building = Building::default();
        for (order, entry) in entries.into_iter().enumerate() {
            let place = EntryPlace { shown: entry.key_span, value: 0, order };
            building.push(entry, None, place);
        }
        building.finish(0, duplicates)
    }
}
