//! What is drawn of a graph: cards, what sits on them, and the relations between them, without any place.

use super::fold::Folds;
use super::names::Names;
use super::roles::{Role, Roles};
use super::{CardState, Hints, Look, SceneSummary, view};
use crate::graph::{Graph, Node, PodCount, Presence, Relation};
use crate::kinds::{Column, Family};
use crate::order::Arrange;
use std::collections::{BTreeMap, BTreeSet};

/// The columns of a strip, from left to right: their headings.
pub(super) const HEADINGS: [&str; 7] =
    ["Outside", "Entry", "Services", "Workloads", "Configuration", "Rules and access", "Platform"];
pub(super) const ENTRY: u8 = 1;
pub(super) const SERVICES: u8 = 2;
pub(super) const WORKLOADS: u8 = 3;
pub(super) const CONFIGURATION: u8 = 4;
pub(super) const RULES: u8 = 5;
pub(super) const PLATFORM: u8 = 6;

/// A namespace with more cards than this leaves the volumes and classes that it uses to the cluster.
const ADOPTS_UP_TO: usize = 40;

/// A mark to be.
#[derive(Clone, Debug)]
pub(super) struct Pin {
    pub id: String,
    pub kind: String,
    pub family: Family,
    pub text: String,
    pub name: String,
    pub state: CardState,
    pub errors: u32,
    pub warnings: u32,
}

/// A card to be.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub id: String,
    pub kind: String,
    pub family: Family,
    pub state: CardState,
    /// Its column, a place in [`HEADINGS`].
    pub slot: u8,
    /// The namespace whose objects it stands among; empty for the cluster.
    pub home: String,
    /// Whether it belongs inside the frame of its home.
    pub inside: bool,
    pub caption: String,
    pub title: String,
    pub summary: String,
    pub name: String,
    pub pods: Option<PodCount>,
    pub pins: Vec<Pin>,
    pub errors: u32,
    pub warnings: u32,
    pub count: u32,
}

/// A relation to be drawn, between two items by place.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub from: usize,
    pub to: usize,
    pub from_id: String,
    pub to_id: String,
    pub relation: Relation,
    pub label: String,
    pub broken: bool,
    pub quiet: bool,
    pub count: u32,
}

/// A frame to be.
#[derive(Clone, Debug, Default)]
pub(super) struct Home {
    pub count: u32,
    pub folded: bool,
    pub pins: Vec<Pin>,
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Items {
    pub cards: Vec<Item>,
    pub links: Vec<Link>,
    pub homes: BTreeMap<String, Home>,
    pub summary: SceneSummary,
}

/// Chooses what is drawn of a graph. Beyond `limit` cards, they are folded.
pub(super) fn choose(graph: &Graph, look: &Look, hints: &Hints, limit: usize) -> Items {
    let shown = view::shown(graph, look);
    let roles = Roles::of(graph, look, &shown);
    let folds = Folds::of(graph, look, &roles, limit);
    let names = Names::of(graph);
    let mut builder = Builder { graph, hints, names, result: Items::default(), item_of: BTreeMap::new() };
    builder.cards(&roles, &folds);
    builder.groups(&folds);
    builder.pins(&roles, &folds);
    builder.links(&roles, &folds);
    builder.homes(&roles, &folds);
    let pasted = |node: &&Node| node.presence == Presence::Pasted;
    builder.result.summary = SceneSummary {
        objects: graph.nodes.iter().filter(pasted).count() as u32,
        relations: graph.edges.len() as u32,
        missing: graph.nodes.iter().filter(|node| node.presence == Presence::Missing).count() as u32,
        folded: folds.groups.iter().map(|group| group.nodes.len() as u32).sum(),
        hidden: graph.nodes.iter().zip(&shown).filter(|(node, shown)| pasted(node) && !**shown).count()
            as u32,
    };
    builder.result
}

/// In which column a node stands.
pub(super) fn slot_of(graph: &Graph, place: usize, leads_out: bool) -> u8 {
    let node = &graph.nodes[place];
    if node.presence == Presence::Outside {
        return if leads_out { 0 } else { WORKLOADS };
    }
    if node.family == Family::Identity {
        return RULES;
    }
    match node.column {
        Column::Entry => 1,
        Column::Service => 2,
        Column::Workload => WORKLOADS,
        Column::Platform if node.key.namespace.is_empty() => PLATFORM,
        Column::Configuration | Column::Platform => CONFIGURATION,
        Column::Attached | Column::Aside => RULES,
    }
}

pub(super) struct Builder<'a> {
    pub graph: &'a Graph,
    hints: &'a Hints,
    names: Names,
    pub result: Items,
    /// The item that stands for a node, or on which the node sits first.
    pub item_of: BTreeMap<usize, usize>,
}

impl Builder<'_> {
    fn state(&self, node: &Node, id: &str) -> CardState {
        match node.presence {
            Presence::Missing => CardState::Missing,
            Presence::Outside => CardState::Outside,
            Presence::Ambient | Presence::Elsewhere => CardState::Ambient,
            Presence::Pasted if self.hints.stale.contains(id) => CardState::Stale,
            Presence::Pasted => CardState::Present,
        }
    }

    fn problems<'b>(&self, ids: impl Iterator<Item = &'b String>) -> (u32, u32) {
        ids.fold((0, 0), |(errors, warnings), id| {
            let of = |map: &BTreeMap<String, u32>| map.get(id).copied().unwrap_or(0);
            (errors + of(&self.hints.errors), warnings + of(&self.hints.warnings))
        })
    }

    fn cards(&mut self, roles: &Roles, folds: &Folds) {
        let graph = self.graph;
        let mut leads_out = vec![false; graph.nodes.len()];
        let mut neighbour: Vec<Option<usize>> = vec![None; graph.nodes.len()];
        let mut cards_of: BTreeMap<&str, usize> = BTreeMap::new();
        // How often what is outside leads into each namespace.
        let mut entries: BTreeMap<(usize, &str), usize> = BTreeMap::new();
        for edge in &graph.edges {
            let (from, to) = (edge.from.0 as usize, edge.to.0 as usize);
            leads_out[from] = true;
            for (here, there) in [(from, to), (to, from)] {
                let near = &graph.nodes[there];
                let drawn = roles.roles[there] == Role::Card && folds.group_of[there].is_none();
                if !drawn || near.key.namespace.is_empty() {
                    continue;
                }
                neighbour[here] = neighbour[here].or(Some(there));
                if graph.nodes[here].presence == Presence::Outside {
                    *entries.entry((here, &near.key.namespace)).or_default() += 1;
                }
            }
        }
        for (place, node) in graph.nodes.iter().enumerate() {
            if roles.roles[place] == Role::Card && folds.group_of[place].is_none() {
                *cards_of.entry(&node.key.namespace).or_default() += 1;
            }
        }
        for (place, node) in graph.nodes.iter().enumerate() {
            if roles.roles[place] != Role::Card || folds.group_of[place].is_some() {
                continue;
            }
            let slot = slot_of(graph, place, leads_out[place]);
            let outside = node.presence == Presence::Outside;
            let (mut home, mut inside) = (node.key.namespace.clone(), true);
            if home.is_empty() && (outside || slot == PLATFORM) {
                // What is outside stands before the namespace that it enters most, or the largest of these.
                let entered = entries
                    .range((place, "")..)
                    .take_while(|((from, _), _)| *from == place)
                    .max_by_key(|((_, host), count)| (**count, cards_of.get(host).copied()))
                    .map(|((_, host), _)| *host);
                let near = neighbour[place].map_or("", |near| graph.nodes[near].key.namespace.as_str());
                let host = entered.unwrap_or(near);
                if !host.is_empty()
                    && (outside || cards_of.get(host).is_some_and(|count| *count <= ADOPTS_UP_TO))
                {
                    host.clone_into(&mut home);
                    inside = slot == WORKLOADS;
                }
            }
            let id = node.key.id();
            let (errors, warnings) = self.problems(std::iter::once(&id));
            self.item_of.insert(place, self.result.cards.len());
            self.result.cards.push(Item {
                kind: node.key.kind.clone(),
                family: node.family,
                state: self.state(node, &id),
                slot,
                home,
                inside,
                caption: node.key.kind.clone(),
                title: node.key.name.clone(),
                summary: node.summary.clone(),
                name: self.names.full(node),
                pods: node.pods,
                pins: Vec::new(),
                errors,
                warnings,
                count: 1,
                id,
            });
        }
    }

    fn groups(&mut self, folds: &Folds) {
        for group in folds.groups.iter().filter(|group| group.host.is_none()) {
            let ids: Vec<String> =
                group.nodes.iter().map(|place| self.graph.nodes[*place].key.id()).collect();
            let (errors, warnings) = self.problems(ids.iter());
            for place in &group.nodes {
                self.item_of.insert(*place, self.result.cards.len());
            }
            let count = group.nodes.len() as u32;
            let title =
                if group.whole_home { group.title.clone() } else { format!("{} · {count}", group.title) };
            self.result.cards.push(Item {
                id: group.id.clone(),
                kind: group.kind.clone(),
                family: group.family,
                state: CardState::Group,
                slot: group.slot,
                home: group.home.clone(),
                inside: true,
                caption: if group.whole_home { "Namespace".to_owned() } else { "Group".to_owned() },
                title,
                summary: if group.whole_home {
                    format!("{count} objects")
                } else {
                    self.listing(&group.nodes)
                },
                name: if group.whole_home {
                    format!("Namespace {}, {count} objects", group.title)
                } else {
                    format!("Group {}, {count} objects", group.title)
                },
                pods: None,
                pins: Vec::new(),
                errors,
                warnings,
                count,
            });
        }
    }

    /// What is in a group: kinds with their numbers, or names when all are of one kind.
    fn listing(&self, nodes: &[usize]) -> String {
        let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
        for place in nodes {
            *kinds.entry(&self.graph.nodes[*place].key.kind).or_default() += 1;
        }
        if kinds.len() == 1 {
            let names: Vec<&str> =
                nodes.iter().take(12).map(|place| self.graph.nodes[*place].key.name.as_str()).collect();
            return names.join(", ");
        }
        let parts: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        parts.join(", ")
    }

    fn pin(&self, places: &[usize], id: String, text: String, name: String) -> Option<Pin> {
        let first = &self.graph.nodes[*places.first()?];
        let ids: Vec<String> = places.iter().map(|place| self.graph.nodes[*place].key.id()).collect();
        let states = places.iter().zip(&ids).map(|(place, id)| self.state(&self.graph.nodes[*place], id));
        let (errors, warnings) = self.problems(ids.iter());
        Some(Pin {
            id,
            kind: first.key.kind.clone(),
            family: first.family,
            text,
            name,
            state: states.max_by_key(|state| *state == CardState::Missing).unwrap_or(CardState::Present),
            errors,
            warnings,
        })
    }

    /// Marks on cards, one per kind and card, and marks on frames.
    fn pins(&mut self, roles: &Roles, folds: &Folds) {
        let mut sitting: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
        for (place, node) in self.graph.nodes.iter().enumerate() {
            if roles.roles[place] != Role::Mark || folds.group_of[place].is_some() {
                continue;
            }
            for host in &roles.hosts[place] {
                if let Some(item) = self.item_of.get(host).copied() {
                    sitting.entry((item, node.key.kind.as_str())).or_default().push(place);
                }
            }
        }
        for ((item, kind), mut places) in sitting {
            places.arrange();
            places.dedup();
            for place in &places {
                self.item_of.entry(*place).or_insert(item);
            }
            if self.result.cards[item].state == CardState::Group {
                continue;
            }
            let (id, text, name) = match places.as_slice() {
                [place] => {
                    let node = &self.graph.nodes[*place];
                    (node.key.id(), short(node), self.names.full(node))
                }
                many => {
                    let host = &self.result.cards[item];
                    let id = format!("group:marks:{}:{kind}", host.id);
                    (id, many.len().to_string(), format!("{} {kind} on {}", many.len(), host.name))
                }
            };
            if let Some(pin) = self.pin(&places, id, text, name) {
                self.result.cards[item].pins.push(pin);
            }
        }
        for group in &folds.groups {
            let Some(item) = group.host.and_then(|host| self.item_of.get(&host).copied()) else { continue };
            let name = format!("{} objects of {}", group.nodes.len(), self.result.cards[item].name);
            if let Some(pin) =
                self.pin(&group.nodes, group.id.clone(), format!("+{}", group.nodes.len()), name)
            {
                self.result.cards[item].pins.push(pin);
            }
            for place in &group.nodes {
                self.item_of.insert(*place, item);
            }
        }
        for (place, node) in self.graph.nodes.iter().enumerate() {
            if roles.roles[place] == Role::Frame && folds.group_of[place].is_none() {
                let pin = self.pin(&[place], node.key.id(), String::new(), self.names.full(node));
                let home = self.result.homes.entry(roles.home(self.graph, place).to_owned()).or_default();
                home.pins.extend(pin);
            }
        }
    }

    fn homes(&mut self, roles: &Roles, folds: &Folds) {
        for item in self.result.cards.iter().filter(|item| item.inside) {
            self.result.homes.entry(item.home.clone()).or_default();
        }
        let mut counted: BTreeSet<usize> = BTreeSet::new();
        for (place, node) in self.graph.nodes.iter().enumerate() {
            let there = matches!(node.presence, Presence::Pasted) && roles.roles[place] != Role::Hidden;
            if there
                && counted.insert(place)
                && let Some(home) = self.result.homes.get_mut(roles.home(self.graph, place))
            {
                home.count += 1;
            }
        }
        for group in folds.groups.iter().filter(|group| group.whole_home) {
            if let Some(home) = self.result.homes.get_mut(&group.home) {
                home.folded = true;
            }
        }
    }
}

/// The few characters of a node's facts that a mark has room for; of a class, its name.
fn short(node: &Node) -> String {
    if node.column == Column::Platform {
        return node.key.name.clone();
    }
    let first = node.summary.split(" · ").next().unwrap_or("");
    let wordy = matches!(node.key.kind.as_str(), "NetworkPolicy" | "ServiceAccount" | "ServiceMonitor");
    if wordy || first.chars().count() > 10 { String::new() } else { first.to_owned() }
}
