//! The relations to be drawn, bundled, and which of them are drawn only on demand.

use super::CardState;
use super::fold::Folds;
use super::items::{Builder, CONFIGURATION, Item, Link, SERVICES, WORKLOADS};
use super::roles::{Role, Roles};
use crate::graph::Relation;
use std::collections::{BTreeMap, BTreeSet};

/// Above this many relations of one kind at one end they are drawn only on demand.
const HUB: usize = 8;
/// What at least so many use is shared.
const SHARED: usize = 3;
/// Above this many uses of shared configuration in a namespace they are drawn only on demand.
const CROWD: usize = 10;
/// Above this many calls from workloads to Services of a namespace they are drawn without labels, and above
/// the other number only on demand.
const NAMED_CALLS: usize = 4;
const CALLS: usize = 24;

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

    /// Makes quiet what would clutter: relations that only repeat that a thing is used everywhere, or that say
    /// again what another one says.
    fn hush(&mut self) {
        let items = &mut self.result.cards;
        let links = &mut self.result.links;
        let selected: BTreeSet<(usize, usize)> = crate::order::set(
            links.iter().filter(|link| link.relation == Relation::Selects).map(|link| (link.from, link.to)),
        );
        let repeats = |link: &Link| !link.quiet && !link.broken && link.relation != Relation::Routes;
        let (mut into, mut out) = (vec![0; items.len()], vec![0; items.len()]);
        for link in links.iter().filter(|link| repeats(link)) {
            into[link.to] += 1;
            out[link.from] += 1;
        }
        let calls = |link: &Link, items: &[Item]| {
            link.relation == Relation::Refers
                && items[link.from].slot == WORKLOADS
                && items[link.to].slot == SERVICES
        };
        let shared = |link: &Link| {
            matches!(link.relation, Relation::Mounts | Relation::Reads) && into[link.to] >= SHARED
        };
        let (mut called, mut shares) = (BTreeMap::new(), BTreeMap::new());
        for link in links.iter().filter(|link| repeats(link)) {
            let home = items[link.from].home.clone();
            if calls(link, items) && !selected.contains(&(link.to, link.from)) {
                *called.entry(home).or_insert(0) += 1;
            } else if shared(link) {
                *shares.entry(home).or_insert(0) += 1;
            }
        }
        let mut hushed = vec![0; items.len()];
        for link in links.iter_mut().filter(|link| repeats(link)) {
            let (start, end) = (&items[link.from], &items[link.to]);
            let many = |counts: &BTreeMap<String, usize>, most: usize| {
                counts.get(&start.home).is_some_and(|count| *count > most)
            };
            let call = calls(link, items);
            let quiet = match link.relation {
                Relation::Defines => true,
                Relation::UsesClass if start.slot + 2 < end.slot => true,
                // A StatefulSet names the Service that selects it; configuration tells a name to whoever reads it.
                Relation::Refers if selected.contains(&(link.to, link.from)) => true,
                Relation::Refers if start.slot == CONFIGURATION => true,
                _ if into[link.to] > HUB || out[link.from] > HUB => true,
                _ => call && many(&called, CALLS) || shared(link) && many(&shares, CROWD),
            };
            if call && many(&called, NAMED_CALLS) {
                link.label.clear();
            }
            if quiet {
                link.quiet = true;
                hushed[link.to] += 1;
            }
        }
        for (item, count) in items.iter_mut().zip(hushed) {
            if count >= SHARED && item.state != CardState::Group {
                let dot = if item.summary.is_empty() { "" } else { " · " };
                item.summary = format!("{}{dot}used by {count}", item.summary);
            }
        }
    }
}
