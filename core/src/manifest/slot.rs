//! A document's place in a file.

use super::Document;
use crate::diagnostic::Problem;
use std::sync::Arc;

/// A place in a file where a document stands.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The byte of the file at which it begins.
    pub start: u32,
    /// What stands there now.
    pub document: Arc<Document>,
    /// While the text is broken: the last reading without a syntax error in this place that held objects.
    pub last_good: Option<Arc<Document>>,
    /// What the schema says about the document, which is counted as 0.
    pub schema_problems: Arc<[Problem]>,
}

impl Slot {
    /// The reading that the picture is drawn from: the last good one while the text is broken.
    pub fn shown(&self) -> &Arc<Document> {
        self.last_good.as_ref().unwrap_or(&self.document)
    }

    /// Whether what is shown is not, or not surely, what the text says.
    pub fn is_stale(&self) -> bool {
        !self.document.is_sound()
    }

    /// The byte of the file behind its end.
    pub fn end(&self) -> u32 {
        self.start + self.document.text.len() as u32
    }
}

/// The slots of a file's new documents, each with its start. A broken one keeps the last good reading of the
/// old slot in its place: places are counted from the front as long as texts are the same, from the back
/// likewise, and in between in order.
pub(super) fn carry_over(
    old: &[Slot],
    new: Vec<(u32, Arc<Document>)>,
    checked: impl Fn(&Document) -> Arc<[Problem]>,
) -> Vec<Slot> {
    let same = |old: &Slot, new: &(u32, Arc<Document>)| old.document.text == new.1.text;
    let front = old.iter().zip(&new).take_while(|(old, new)| same(old, new)).count();
    let most = old.len().min(new.len()) - front;
    let back =
        old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| same(old, new)).count();
    let (old_end, new_end) = (old.len() - back, new.len() - back);
    let counterpart = |place: usize| match place {
        place if place >= new_end => old.get(place - new_end + old_end),
        place => old[..old_end].get(place),
    };
    let mut slots = Vec::with_capacity(new.len());
    for (place, (start, document)) in new.into_iter().enumerate() {
        let last_good = if document.is_sound() {
            None
        } else {
            counterpart(place).and_then(|old| {
                let sound = old.document.is_sound() && !old.document.entries.is_empty();
                if sound { Some(Arc::clone(&old.document)) } else { old.last_good.clone() }
            })
        };
        let schema_problems = checked(&document);
        slots.push(Slot { start, document, last_good, schema_problems });
    }
    slots
}
