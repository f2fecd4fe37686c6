//! Reading files step by step.

use super::Document;
use super::workspace::{File, Known, Workspace};
use crate::schema::{Catalogue, CustomType};
use crate::text::{LineIndex, Span};
use crate::yaml;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A reading under way. It is driven by [`Loading::step`], so that a long one can be shown as such and left
/// for a newer text; nothing that was read is read again then.
#[derive(Debug)]
pub struct Loading {
    before: Workspace,
    files: Vec<LoadingFile>,
    /// Every document of every file, in order: file and chunk.
    queue: Vec<(usize, usize)>,
    /// How many of the queue have been read, and then how many have been checked.
    read: usize,
    checked: usize,
    types: Option<(Vec<Arc<CustomType>>, Arc<Catalogue>)>,
    known: BTreeMap<Arc<str>, Known>,
    fresh: BTreeMap<Arc<str>, Arc<Document>>,
    done: usize,
    total: usize,
}

#[derive(Debug)]
struct LoadingFile {
    name: Arc<str>,
    text: Arc<str>,
    chunks: Vec<(Span, Option<Arc<Document>>)>,
}

impl Loading {
    /// Begins to read files (name and text) in place of those of `before`.
    pub fn new(before: &Workspace, files: Vec<(Arc<str>, Arc<str>)>) -> Self {
        let files: Vec<LoadingFile> = files
            .into_iter()
            .map(|(name, text)| {
                let split = yaml::split(&text);
                let chunks = split.chunks.iter().map(|chunk| (chunk.span, None)).collect();
                LoadingFile { name, text, chunks }
            })
            .collect();
        let queue: Vec<(usize, usize)> = files
            .iter()
            .enumerate()
            .flat_map(|(place, file)| (0..file.chunks.len()).map(move |chunk| (place, chunk)))
            .collect();
        let total = files.iter().flat_map(|file| &file.chunks).map(|(span, _)| 2 * span.len()).sum();
        Self {
            before: before.clone(),
            files,
            queue,
            read: 0,
            checked: 0,
            types: None,
            known: BTreeMap::new(),
            fresh: BTreeMap::new(),
            done: 0,
            total,
        }
    }

    /// How much is done, of 100.
    pub fn progress(&self) -> u32 {
        (self.done * 100 / self.total.max(1)).min(100) as u32
    }

    /// Works through about `budget` bytes that are new; says whether everything is done.
    pub fn step(&mut self, budget: usize) -> bool {
        let mut spent = 0;
        while spent < budget && self.read < self.queue.len() {
            spent += self.read_next();
        }
        if self.read < self.queue.len() {
            return false;
        }
        if self.types.is_none() {
            self.types = Some(self.collect_types());
        }
        while spent < budget && self.checked < self.queue.len() {
            spent += self.check_next();
        }
        self.checked == self.queue.len()
    }

    /// The bytes that had to be read.
    fn read_next(&mut self) -> usize {
        let (file, chunk) = self.queue[self.read];
        self.read += 1;
        let file = &mut self.files[file];
        let (span, slot) = &mut file.chunks[chunk];
        let text = span.of(&file.text);
        self.done += text.len();
        let known = self.before.known.get(text).map(|known| &known.document).or_else(|| self.fresh.get(text));
        if let Some(document) = known {
            *slot = Some(Arc::clone(document));
            return 0;
        }
        let document = Arc::new(Document::read(text.into()));
        self.fresh.insert(Arc::clone(&document.text), Arc::clone(&document));
        *slot = Some(document);
        text.len()
    }

    /// The types that all files define; the catalogue is the old one when they are the same.
    fn collect_types(&self) -> (Vec<Arc<CustomType>>, Arc<Catalogue>) {
        let custom: Vec<Arc<CustomType>> =
            self.documents().flat_map(|document| document.custom.iter().cloned()).collect();
        let before = &self.before.custom;
        let same = custom.len() == before.len() && custom.iter().zip(before).all(|(a, b)| Arc::ptr_eq(a, b));
        let catalogue =
            if same { Arc::clone(&self.before.catalogue) } else { Arc::new(Catalogue::new(custom.clone())) };
        (custom, catalogue)
    }

    fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.files.iter().flat_map(|file| file.chunks.iter().filter_map(|(_, document)| document.as_ref()))
    }

    /// The bytes that had to be checked.
    fn check_next(&mut self) -> usize {
        let (file, chunk) = self.queue[self.checked];
        self.checked += 1;
        let (span, document) = &self.files[file].chunks[chunk];
        self.done += span.len();
        let (Some(document), Some((_, catalogue))) = (document, &self.types) else { return 0 };
        if self.known.contains_key(&document.text) {
            return 0;
        }
        let before = self.before.known.get(&document.text);
        let reusable = before.filter(|_| Arc::ptr_eq(catalogue, &self.before.catalogue));
        let (checked, spent) = match reusable {
            Some(known) => (Arc::clone(&known.checked), 0),
            None => (document.check(catalogue).into(), document.text.len()),
        };
        self.known.insert(Arc::clone(&document.text), Known { document: Arc::clone(document), checked });
        spent
    }

    /// The new workspace. What has not been read or checked by then is left out: call it when
    /// [`Loading::step`] has said that everything is done.
    pub fn finish(self) -> Workspace {
        let Self { before, files, types, known, .. } = self;
        let (custom, catalogue) = types.unwrap_or_else(|| (Vec::new(), Arc::default()));
        let files = files
            .into_iter()
            .map(|file| {
                let old = before.file(&file.name).map_or(&[][..], |file| &file.slots);
                let read =
                    file.chunks.into_iter().filter_map(|(span, document)| Some((span.start, document?)));
                let slots = super::slot::carry_over(old, read.collect(), |document| {
                    known.get(&document.text).map(|known| Arc::clone(&known.checked)).unwrap_or_default()
                });
                let lines = LineIndex::new(&file.text);
                Arc::new(File { name: file.name, text: file.text, lines, slots })
            })
            .collect();
        Workspace::new(files, catalogue, custom, known)
    }
}
