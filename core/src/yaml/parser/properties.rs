//! What stands before a document or a node: directives, tags, anchors.

use super::Parser;
use crate::yaml::error::{ErrorKind, SyntaxError};
use crate::yaml::resolve;
use crate::yaml::scanner::{Kind, Token};
use std::borrow::Cow;

/// Tag and anchor of a node.
#[derive(Default)]
pub(super) struct Properties<'a> {
    /// The full tag, empty for none.
    pub(super) tag: String,
    pub(super) anchor: Option<Cow<'a, str>>,
    /// Where the first of them begins, and where the last one ends.
    pub(super) span: Option<(usize, usize)>,
}

impl<'a> Parser<'a> {
    /// Takes `%YAML` and `%TAG` lines.
    pub(super) fn directives(&mut self) -> Result<(), SyntaxError> {
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

    /// Takes a tag and an anchor, in either order.
    pub(super) fn properties(&mut self) -> Result<Properties<'a>, SyntaxError> {
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
}
