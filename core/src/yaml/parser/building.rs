//! A mapping while it is being read, and the keys that are set twice in it.

use super::Duplicate;
use crate::order::Arrange;
use crate::text::Span;
use crate::yaml::tree::{Entry, Mapping};
use std::collections::BTreeMap;

/// Mappings up to this size are searched for duplicates entry by entry.
const SMALL: usize = 12;

/// Where and when an entry was set.
#[derive(Clone, Copy)]
pub(super) struct EntryPlace {
    /// Where it is shown: a merged one at the merge.
    pub(super) shown: Span,
    /// The first byte of its value.
    pub(super) value: usize,
    /// The number of its turn in the document.
    pub(super) order: usize,
}

/// A mapping while it is being read.
#[derive(Default)]
pub(super) struct Building {
    entries: Vec<Entry>,
    places: Vec<EntryPlace>,
    /// How keys that are no strings are reported.
    reports: BTreeMap<usize, String>,
}

impl Building {
    pub(super) fn push(&mut self, entry: Entry, report: Option<String>, place: EntryPlace) {
        if let Some(report) = report {
            self.reports.insert(self.entries.len(), report);
        }
        self.entries.push(entry);
        self.places.push(place);
    }

    /// Marks the entries that a later one overrides, and reports them.
    pub(super) fn finish(mut self, mapping: usize, duplicates: &mut Vec<Duplicate>) -> Mapping {
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
