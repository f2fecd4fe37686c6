//! One function for each kind of token.

use super::keys::SimpleKey;
use super::{Kind, Scanner, Token, UPSTREAM_DEPTH};
use crate::yaml::error::{ErrorKind, SyntaxError};

impl Scanner<'_> {
    pub(super) fn fetch_stream_end(&mut self) -> Result<(), SyntaxError> {
        self.unroll(-1);
        self.drop_key()?;
        self.key_allowed = false;
        self.push_indicator(Kind::StreamEnd, 0);
        Ok(())
    }

    pub(super) fn fetch_directive(&mut self) -> Result<(), SyntaxError> {
        self.unroll(-1);
        self.drop_key()?;
        self.key_allowed = false;
        let token = self.scan_directive()?;
        self.queue.push_back(token);
        Ok(())
    }

    pub(super) fn fetch_document_indicator(&mut self, kind: Kind) -> Result<(), SyntaxError> {
        self.unroll(-1);
        self.drop_key()?;
        self.key_allowed = false;
        self.push_indicator(kind, 3);
        Ok(())
    }

    pub(super) fn fetch_flow_start(&mut self, kind: Kind) -> Result<(), SyntaxError> {
        self.save_key()?;
        let token = self.taken + self.queue.len();
        self.keys.push(SimpleKey { token, ..SimpleKey::default() });
        self.flow += 1;
        if self.flow > UPSTREAM_DEPTH {
            return Err(SyntaxError::new(ErrorKind::TooDeep, self.input.pos));
        }
        self.key_allowed = true;
        self.push_indicator(kind, 1);
        Ok(())
    }

    pub(super) fn fetch_flow_end(&mut self, kind: Kind) -> Result<(), SyntaxError> {
        self.drop_key()?;
        if self.flow > 0 {
            self.flow -= 1;
            if let Some(closed) = self.keys.pop() {
                self.keys
                    .iter_mut()
                    .filter(|key| key.token == closed.token)
                    .for_each(|key| key.awaited = false);
            }
        }
        self.key_allowed = false;
        self.push_indicator(kind, 1);
        Ok(())
    }

    pub(super) fn fetch_flow_entry(&mut self) -> Result<(), SyntaxError> {
        self.drop_key()?;
        self.key_allowed = true;
        self.push_indicator(Kind::FlowEntry, 1);
        Ok(())
    }

    pub(super) fn fetch_block_entry(&mut self) -> Result<(), SyntaxError> {
        let at = self.input.pos;
        // In a flow collection the parser objects, and knows the collection.
        if self.flow == 0 {
            if !self.key_allowed {
                return Err(SyntaxError::new(ErrorKind::BadEntry, at));
            }
            let column = self.input.column();
            self.roll(column, None, Kind::BlockSequenceStart, at)?;
        }
        self.drop_key()?;
        self.key_allowed = true;
        self.push_indicator(Kind::BlockEntry, 1);
        Ok(())
    }

    pub(super) fn fetch_key(&mut self) -> Result<(), SyntaxError> {
        let at = self.input.pos;
        if self.flow == 0 {
            if !self.key_allowed {
                return Err(SyntaxError::new(ErrorKind::BadKey, at));
            }
            let column = self.input.column();
            self.roll(column, None, Kind::BlockMappingStart, at)?;
        }
        self.drop_key()?;
        self.key_allowed = self.flow == 0;
        self.push_indicator(Kind::Key, 1);
        Ok(())
    }

    pub(super) fn fetch_value(&mut self) -> Result<(), SyntaxError> {
        let at = self.input.pos;
        let last = self.keys.len() - 1;
        if self.key_is_valid(last)? {
            let key = self.keys[last];
            self.insert(Some(key.token), Token::new(Kind::Key, key.at, key.at));
            self.roll(key.column, Some(key.token), Kind::BlockMappingStart, key.at)?;
            self.keys[last].possible = false;
            self.key_allowed = false;
        } else {
            if self.flow == 0 {
                if !self.key_allowed {
                    return Err(SyntaxError::new(ErrorKind::BadValue, at));
                }
                let column = self.input.column();
                self.roll(column, None, Kind::BlockMappingStart, at)?;
            }
            self.key_allowed = self.flow == 0;
        }
        self.push_indicator(Kind::Value, 1);
        Ok(())
    }

    pub(super) fn fetch_property(&mut self, kind: Kind) -> Result<(), SyntaxError> {
        self.save_key()?;
        self.key_allowed = false;
        let token = if kind == Kind::Tag { self.scan_tag()? } else { self.scan_anchor(kind)? };
        self.queue.push_back(token);
        Ok(())
    }
}
