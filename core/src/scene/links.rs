//! The relations to be drawn, bundled, and which of them are drawn only on demand.

use super::CardState;
use super::fold::Folds;
use super::items::{Builder, Link};
use super::roles::{Role, Roles};
use crate::graph::Relation;
use std::collections::BTreeMap;

/// Above this many relations of one kind at one end they are drawn only on demand.
const HUB: usize = 8;

impl Builder<'_> {
    pub(super) fn links(&mut self, roles: &Roles, folds: &Folds) {
        let graph = self.graph;
        let mut merged: BTreeMap<(usize, usize, String, String), Link> = BTreeMap::new();
        let id_of = |builder: &Self, place: usize, item: usize| match folds.group_of[place] {
            Some(group) => folds.groups[group].id.clone(),
            None if roles.roles[place] == Role::Card => builder.result.cards[item].id.clone(),
            None => graph.nodes[place].key.id(),
        };
        for edge in &graph.edges {
            let (from, to) = (edge.from.0 as usize, edge.to.0 as usize);
            let ends = self.item_of.get(&from).zip(self.item_of.get(&to));
            let Some((start, end)) = ends.map(|(start, end)| (*start, *end)) else { continue };
            // What sits on a card shows its relation by sitting there.
            let sits = roles.hosts[from].contains(&to) || roles.hosts[to].contains(&from);
            if start == end || sits {
                continue;
            }
            let on_mark = [from, to].iter().any(|place| roles.roles[*place] != Role::Card);
            let quiet = on_mark || matches!(edge.relation, Relation::Admits | Relation::PlacedBy);
            let (from_id, to_id) = (id_of(self, from, start), id_of(self, to, end));
            let link = merged.entry((start, end, from_id.clone(), to_id.clone())).or_insert_with(|| Link {
                from: start,
                to: end,
                from_id,
                to_id,
                relation: edge.relation,
                label: String::new(),
                broken: false,
                quiet: true,
                count: 0,
            });
            link.count += 1;
            link.quiet &= quiet && !edge.broken;
            link.broken |= edge.broken;
            if !edge.label.is_empty() && !link.label.split(", ").any(|part| part == edge.label) {
                if !link.label.is_empty() {
                    link.label.push_str(", ");
                }
                link.label.push_str(&edge.label);
            }
        }
        self.result.links = merged.into_values().collect();
        self.hush();
    }

    /// Makes quiet what would clutter: many relations that only repeat that a thing is used everywhere.
    fn hush(&mut self) {
        let items = &mut self.result.cards;
        let repeats = |link: &Link| !link.quiet && !link.broken && link.relation != Relation::Routes;
        let (mut into, mut out) = (vec![0; items.len()], vec![0; items.len()]);
        for link in self.result.links.iter().filter(|link| repeats(link)) {
            into[link.to] += 1;
            out[link.from] += 1;
        }
        for link in &mut self.result.links {
            let distant =
                link.relation == Relation::UsesClass && items[link.from].slot + 2 < items[link.to].slot;
            let hub = into[link.to] > HUB || out[link.from] > HUB;
            if repeats(link) && (hub || distant) {
                link.quiet = true;
            }
        }
        for (item, count) in items.iter_mut().zip(into) {
            if count > HUB && item.state != CardState::Group {
                let dot = if item.summary.is_empty() { "" } else { " · " };
                item.summary = format!("{}{dot}used by {count}", item.summary);
            }
        }
    }
}
