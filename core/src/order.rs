//! Sorting by one sorter.
//!
//! The standard library compiles its sorting algorithm anew for every type and every comparison, several
//! kilobytes each: together a sixth of the engine as it is shipped. Here places are sorted instead of values, so
//! that the algorithm is there once; what is sorted here is short, and the indirection costs nothing that counts.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::replace;

/// Sorting for slices. All of it is stable.
pub(crate) trait Arrange<T> {
    /// Sorts by a comparison.
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key.
    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.arrange_by(|left, right| key(left).cmp(&key(right)));
    }

    /// Sorts.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let mut order = order(self.len(), &|left, right| compare(&self[left], &self[right]));
        // Each value belongs where its place stands in the order: goes round every cycle of exchanges once.
        for start in 0..order.len() {
            let mut at = start;
            loop {
                let from = replace(&mut order[at], at);
                if from == start {
                    break;
                }
                self.swap(at, from);
                at = from;
            }
        }
    }
}

/// The places `0..length` in the order that a comparison gives them.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|&left, &right| compare(left, right));
    order
}

/// Entries as a map; of equal keys the last one stays. Unlike `collect` it does not sort them beforehand.
pub(crate) fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

/// Values as a set. Unlike `collect` it does not sort them beforehand.
pub(crate) fn set<T: Ord>(values: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(values);
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(pairs: Vec<(u8, u32)>) {
            let (mut ours, mut theirs) = (pairs.clone(), pairs.clone());
            ours.arrange_by_key(|pair| pair.0 / 8);
            theirs.sort_by_key(|pair| pair.0 / 8);
            prop_assert_eq!(&ours, &theirs, "stable as well");
            ours.arrange();
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(map(pairs.clone()), pairs.iter().copied().collect());
            prop_assert_eq!(set(pairs.clone()), pairs.into_iter().collect());
        }
    }
}
