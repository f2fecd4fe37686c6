//! Keys without `?`, which are known to be keys only when their colon is seen.

use super::Scanner;
use crate::yaml::error::{ErrorKind, SyntaxError};

/// The number of characters within which a key's colon must follow.
const KEY_REACH: usize = 1024;

/// A place where a key without `?` may have begun, one for each flow level.
#[derive(Clone, Copy, Default)]
pub(super) struct SimpleKey {
    /// Whether it may still be one.
    pub(super) possible: bool,
    /// Whether the queue waits for it. Upstream loses track of a key that is `[]` or `{}`, so that such a
    /// key at the very beginning of a document becomes the document.
    pub(super) awaited: bool,
    /// Whether it must be one, standing at its mapping's indentation.
    pub(super) required: bool,
    /// The number of its first token.
    pub(super) token: usize,
    /// Its first byte, line and column.
    pub(super) at: usize,
    pub(super) line: usize,
    pub(super) column: i32,
}

impl Scanner<'_> {
    /// Whether a possible key still is one here; an error when it had to be one and is not.
    pub(super) fn key_is_valid(&mut self, index: usize) -> Result<bool, SyntaxError> {
        let key = self.keys[index];
        if !key.possible {
            return Ok(false);
        }
        if key.line == self.input.line && !self.input.is_further_than(key.at, KEY_REACH) {
            return Ok(true);
        }
        if key.required {
            return Err(SyntaxError::within(ErrorKind::MissingColon, key.at, self.input.pos));
        }
        self.keys[index].possible = false;
        Ok(false)
    }

    /// Notes that a key may begin here.
    pub(super) fn save_key(&mut self) -> Result<(), SyntaxError> {
        if !self.key_allowed {
            return Ok(());
        }
        let column = self.input.column();
        let key = SimpleKey {
            possible: true,
            awaited: true,
            required: self.flow == 0 && self.indent == column,
            token: self.taken + self.queue.len(),
            at: self.input.pos,
            line: self.input.line,
            column,
        };
        self.drop_key()?;
        if let Some(last) = self.keys.last_mut() {
            *last = key;
        }
        Ok(())
    }

    /// Forgets the key that may have begun on this flow level.
    pub(super) fn drop_key(&mut self) -> Result<(), SyntaxError> {
        let position = self.input.pos;
        match self.keys.last_mut() {
            Some(key) if key.possible && key.required => {
                Err(SyntaxError::within(ErrorKind::MissingColon, key.at, position))
            }
            Some(key) => {
                key.possible = false;
                Ok(())
            }
            None => Ok(()),
        }
    }
}
