//! From JSON to a tree.

use super::{number_end, skip_space, string_end};
use crate::text::Span;
use crate::yaml::limits::MAX_DEPTH;
use crate::yaml::parser::Duplicate;
use crate::yaml::tree::{Entry, Mapping, Node, NodeId, Value};

/// Builds a tree from a text that is known to be JSON.
pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) nodes: Vec<Node>,
    pub(super) duplicates: Vec<Duplicate>,
}

impl Builder<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn skip_space(&mut self) {
        self.at = skip_space(self.text.as_bytes(), self.at);
    }

    /// The value that begins here.
    pub(super) fn value(&mut self, depth: usize) -> Option<NodeId> {
        self.skip_space();
        let start = self.at;
        let bytes = self.text.as_bytes();
        let value = match self.peek() {
            b'{' | b'[' if depth >= MAX_DEPTH => return None,
            b'{' => Value::Mapping(self.object(depth)?),
            b'[' => Value::Sequence(self.array(depth)?),
            b'"' => Value::String(self.string()?.into()),
            b't' | b'n' => {
                self.at += 4;
                if bytes[start] == b't' { Value::Bool(true) } else { Value::Null }
            }
            b'f' => {
                self.at += 5;
                Value::Bool(false)
            }
            _ => {
                self.at = number_end(bytes, start).ok()?;
                number(&self.text[start..self.at])?
            }
        };
        let flow = matches!(value, Value::Mapping(_) | Value::Sequence(_));
        let plain = !flow && !matches!(value, Value::String(_));
        self.nodes.push(Node { value, span: Span::new(start, self.at), plain, flow, alias: None });
        Some(NodeId(self.nodes.len() as u32 - 1))
    }

    fn array(&mut self, depth: usize) -> Option<Vec<NodeId>> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_space();
        while self.peek() != b']' {
            items.push(self.value(depth + 1)?);
            self.skip_space();
            if self.peek() == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
        Some(items)
    }

    fn object(&mut self, depth: usize) -> Option<Mapping> {
        let mut entries: Vec<Entry> = Vec::new();
        self.at += 1;
        self.skip_space();
        while self.peek() != b'}' {
            self.skip_space();
            let start = self.at;
            let key = self.string()?.into();
            let key_span = Span::new(start, self.at);
            self.skip_space();
            self.at += 1;
            let value = self.value(depth + 1)?;
            entries.push(Entry { key, key_span, value, merged: false, shadowed: false });
            self.skip_space();
            if self.peek() == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
        Some(Mapping::from_entries(entries, &mut self.duplicates))
    }

    fn string(&mut self) -> Option<String> {
        let start = self.at + 1;
        self.at = string_end(self.text.as_bytes(), self.at).ok()?;
        let raw = &self.text[start..self.at - 1];
        if !raw.contains('\\') {
            return Some(raw.to_owned());
        }
        let mut text = String::with_capacity(raw.len());
        let mut units: Vec<u16> = Vec::new();
        let mut rest = raw.chars();
        while let Some(character) = rest.next() {
            let escaped = if character == '\\' { rest.next() } else { None };
            if escaped == Some('u') {
                let code = rest.as_str().get(..4)?;
                units.push(u16::from_str_radix(code, 16).ok()?);
                rest = rest.as_str()[4..].chars();
                continue;
            }
            text.push_str(&String::from_utf16_lossy(&units));
            units.clear();
            text.push(match escaped {
                None => character,
                Some('b') => '\x08',
                Some('f') => '\x0C',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some(other) => other,
            });
        }
        text.push_str(&String::from_utf16_lossy(&units));
        Some(text)
    }
}

/// A number: an integer where it is written as one and fits 64 bits.
fn number(text: &str) -> Option<Value> {
    if let Ok(value) = text.parse::<i128>()
        && (i64::try_from(value).is_ok() || u64::try_from(value).is_ok())
    {
        return Some(Value::Integer(value));
    }
    text.parse().ok().filter(|value: &f64| value.is_finite()).map(Value::Float)
}
