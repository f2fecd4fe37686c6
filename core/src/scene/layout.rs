//! From a graph and a look to a picture.

use super::items::Item;
use super::{CardState, Hints, Look, Scene, flow, geometry, items, route, strips};
use crate::graph::Graph;
use std::collections::{BTreeMap, BTreeSet};

/// Beyond this many cards a picture is folded.
pub const LIMIT: usize = 300;

/// The picture of a graph. It depends on nothing else than what is given here.
pub fn layout(graph: &Graph, look: &Look, hints: &Hints) -> Scene {
    layout_within(graph, look, hints, LIMIT)
}

/// The picture of a graph, folded beyond another number of cards.
pub fn layout_within(graph: &Graph, look: &Look, hints: &Hints, limit: usize) -> Scene {
    let items = items::choose(graph, look, hints, limit);
    // The namespaces by name, then those in which nothing was pasted, and the cluster last.
    let pasted = |item: &Item| matches!(item.state, CardState::Present | CardState::Stale | CardState::Group);
    let own: BTreeSet<&str> =
        crate::order::set(items.cards.iter().filter(|item| pasted(item)).map(|item| item.home.as_str()));
    let mut members: BTreeMap<(bool, bool, &str), Vec<usize>> = BTreeMap::new();
    for (place, item) in items.cards.iter().enumerate() {
        let home = item.home.as_str();
        members.entry((home.is_empty(), !own.contains(home), home)).or_default().push(place);
    }
    let homes: Vec<strips::HomeBlocks> = members
        .into_iter()
        .map(|((_, _, home), members)| (home.to_owned(), flow::arrange(&items.cards, &members, &items.links)))
        .collect();
    let grid = strips::place(&homes, look.aspect);
    let routes = route::route(&grid, &items.links);
    geometry::draw(&items, &grid, &routes)
}
