//! All files with everything that is known of them, one by one.

use super::{Document, Slot};
use crate::diagnostic::{DocumentIndex, Problem};
use crate::schema::{Catalogue, CustomType};
use crate::text::LineIndex;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file that has been read.
#[derive(Debug)]
pub struct File {
    /// Its name.
    pub name: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
    /// Its lines.
    pub lines: LineIndex,
    /// Its documents, in order.
    pub slots: Vec<Slot>,
}

/// What is known of a text that was read.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) document: Arc<Document>,
    /// What the schema says about it.
    pub(super) checked: Arc<[Problem]>,
}

/// All files. A workspace does not change: [`super::Loading`] makes a new one of it, in which everything
/// that the new texts share with the old ones is the same.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    files: Vec<Arc<File>>,
    /// Where each document is: file and slot.
    documents: Vec<(u32, u32)>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) custom: Vec<Arc<CustomType>>,
    pub(super) known: BTreeMap<Arc<str>, Known>,
}

impl Workspace {
    pub(super) fn new(
        files: Vec<Arc<File>>,
        catalogue: Arc<Catalogue>,
        custom: Vec<Arc<CustomType>>,
        known: BTreeMap<Arc<str>, Known>,
    ) -> Self {
        let documents = files
            .iter()
            .enumerate()
            .flat_map(|(file, content)| (0..content.slots.len()).map(move |slot| (file as u32, slot as u32)))
            .collect();
        Self { files, documents, catalogue, custom, known }
    }

    /// The files, in order.
    pub fn files(&self) -> &[Arc<File>] {
        &self.files
    }

    /// A file by its name.
    pub fn file(&self, name: &str) -> Option<&Arc<File>> {
        self.files.iter().find(|file| &*file.name == name)
    }

    /// The built-in types and those that the files define.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// All documents in order, with their numbers and files.
    pub fn slots(&self) -> impl Iterator<Item = (DocumentIndex, &Arc<File>, &Slot)> {
        self.documents.iter().enumerate().map(|(index, &(file, slot))| {
            let file = &self.files[file as usize];
            (DocumentIndex(index as u32), file, &file.slots[slot as usize])
        })
    }

    /// A document by its number.
    pub fn slot(&self, index: DocumentIndex) -> Option<(&Arc<File>, &Slot)> {
        let &(file, slot) = self.documents.get(index.0 as usize)?;
        let file = self.files.get(file as usize)?;
        Some((file, file.slots.get(slot as usize)?))
    }

    /// The document that a byte of a file belongs to; between two, the one before it.
    pub fn slot_at(&self, name: &str, offset: u32) -> Option<(DocumentIndex, &Arc<File>, &Slot)> {
        self.slots().filter(|(_, file, slot)| &*file.name == name && slot.start <= offset).last()
    }
}
