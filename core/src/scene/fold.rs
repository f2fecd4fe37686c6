//! Which objects are folded into groups, by default and by choice.

use super::Look;
use super::items::{CONFIGURATION, RULES, WORKLOADS, slot_of};
use super::roles::{Role, Roles};
use crate::graph::{Graph, Presence};
use crate::kinds::{Column, Family};
use crate::order::Arrange;
use std::collections::{BTreeMap, BTreeSet};

/// This many objects of a kind that relate to nothing are folded.
const ALIKE: usize = 6;
/// This many roles and bindings of a namespace are folded.
const ACCESS: usize = 3;
/// This many CustomResourceDefinitions are folded.
const DEFINITIONS: usize = 2;

/// From so many namespaces on all are folded alike, except those with at most so many cards.
const MANY_HOMES: usize = 4;
const SMALL_HOME: usize = 6;

/// Objects that are drawn as one.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub id: String,
    pub title: String,
    pub kind: String,
    pub family: Family,
    pub slot: u8,
    pub home: String,
    /// The members, sorted.
    pub nodes: Vec<usize>,
    /// It is a mark on this node's card instead of a card.
    pub host: Option<usize>,
    /// It is a whole namespace.
    pub whole_home: bool,
}

/// All groups, and which node is in which.
#[derive(Clone, Debug, Default)]
pub(super) struct Folds {
    pub groups: Vec<Group>,
    pub group_of: Vec<Option<usize>>,
}

struct Folder<'a> {
    graph: &'a Graph,
    roles: &'a Roles,
    toggled: BTreeSet<&'a str>,
    /// How many drawn relations each node has.
    degree: Vec<u32>,
    result: Folds,
}

impl Folds {
    pub(super) fn of(graph: &Graph, look: &Look, roles: &Roles, limit: usize) -> Self {
        let mut degree = vec![0; graph.nodes.len()];
        for edge in &graph.edges {
            let (from, to) = (edge.from.0 as usize, edge.to.0 as usize);
            if roles.roles[from] == Role::Card && roles.roles[to] == Role::Card {
                degree[from] += 1;
                degree[to] += 1;
            }
        }
        let toggled = look.toggled.iter().map(String::as_str).collect();
        let result = Self { groups: Vec::new(), group_of: vec![None; graph.nodes.len()] };
        let mut folder = Folder { graph, roles, toggled, degree, result };
        folder.chosen_namespaces();
        folder.access();
        folder.of_one(ALIKE);
        folder.alike(ALIKE);
        if folder.cards() > limit {
            folder.alike(1);
            folder.by_workload();
        }
        folder.by_namespace(limit);
        folder.by_kind(limit);
        folder.result
    }
}

impl Folder<'_> {
    fn free(&self, place: usize) -> bool {
        self.roles.roles[place] == Role::Card && self.result.group_of[place].is_none()
    }

    fn cards(&self) -> usize {
        let groups = self.result.groups.iter().filter(|group| group.host.is_none()).count();
        groups + (0..self.graph.nodes.len()).filter(|place| self.free(*place)).count()
    }

    fn add(&mut self, group: Group) {
        let index = self.result.groups.len();
        for place in &group.nodes {
            self.result.group_of[*place] = Some(index);
        }
        self.result.groups.push(group);
    }

    /// Folds nodes unless the person opened that group.
    fn offer(&mut self, id: String, title: &str, nodes: Vec<usize>, more_than: usize) {
        let Some(first) = nodes.first().map(|place| &self.graph.nodes[*place]) else { return };
        if nodes.len() <= more_than || self.toggled.contains(id.as_str()) {
            return;
        }
        let slot = slot_of(self.graph, nodes[0], true);
        let (kind, family, home) = (first.key.kind.clone(), first.family, first.key.namespace.clone());
        self.add(Group {
            id,
            title: title.to_owned(),
            kind,
            family,
            slot,
            home,
            nodes,
            host: None,
            whole_home: false,
        });
    }

    /// Roles and bindings of a namespace, and CustomResourceDefinitions.
    fn access(&mut self) {
        let mut sets: BTreeMap<(&str, bool), Vec<usize>> = BTreeMap::new();
        for (place, node) in self.graph.nodes.iter().enumerate() {
            let definition = node.key.kind == "CustomResourceDefinition";
            let access = node.family == Family::Identity && node.column != Column::Attached;
            if self.free(place) && node.presence != Presence::Missing && (definition || access) {
                sets.entry((&node.key.namespace, definition)).or_default().push(place);
            }
        }
        for ((home, definition), nodes) in sets {
            if definition {
                self.offer("group:definitions".to_owned(), "CustomResourceDefinitions", nodes, DEFINITIONS);
            } else {
                self.offer(format!("group:rbac:{home}"), "RBAC", nodes, ACCESS);
            }
        }
    }

    /// Objects of one kind that relate to nothing that is drawn.
    fn alike(&mut self, more_than: usize) {
        let mut sets: BTreeMap<(&str, &str, &str), Vec<usize>> = BTreeMap::new();
        for (place, node) in self.graph.nodes.iter().enumerate() {
            if self.free(place) && self.degree[place] == 0 && node.presence != Presence::Missing {
                let key = &node.key;
                sets.entry((&key.namespace, &key.kind, &key.group)).or_default().push(place);
            }
        }
        for ((home, kind, group), nodes) in sets {
            self.offer(format!("group:kind:{home}:{kind}.{group}"), kind, nodes, more_than);
        }
    }

    /// Objects of one kind that relate to one and the same object, and to nothing else.
    fn of_one(&mut self, more_than: usize) {
        let mut partner: Vec<Option<usize>> = vec![None; self.graph.nodes.len()];
        let mut single = vec![true; self.graph.nodes.len()];
        for edge in &self.graph.edges {
            let (from, to) = (edge.from.0 as usize, edge.to.0 as usize);
            for (here, there) in [(from, to), (to, from)] {
                if self.roles.roles[there] == Role::Card {
                    single[here] &= partner[here].is_none_or(|other| other == there) && !edge.broken;
                    partner[here] = Some(there);
                }
            }
        }
        let mut sets: BTreeMap<(usize, &str, &str), Vec<usize>> = BTreeMap::new();
        for (place, node) in self.graph.nodes.iter().enumerate() {
            let Some(other) = partner[place].filter(|_| single[place] && self.free(place)) else {
                continue;
            };
            let leaf = matches!(node.column, Column::Configuration | Column::Platform | Column::Aside);
            if leaf && node.presence != Presence::Missing {
                sets.entry((other, &node.key.kind, &node.key.group)).or_default().push(place);
            }
        }
        for ((other, kind, group), nodes) in sets {
            let id = format!("group:of:{}:{kind}.{group}", self.graph.nodes[other].key.id());
            self.offer(id, kind, nodes, more_than);
        }
    }

    /// Configuration and storage that only one workload uses goes onto that workload's card.
    fn by_workload(&mut self) {
        let mut users: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for edge in &self.graph.edges {
            let (from, to) = (edge.from.0 as usize, edge.to.0 as usize);
            for (here, there) in [(from, to), (to, from)] {
                let private = self.free(here) && slot_of(self.graph, here, true) == CONFIGURATION;
                if private && self.graph.nodes[here].presence != Presence::Missing {
                    users.entry(here).or_default().insert(there);
                }
            }
        }
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, users) in users {
            if let (Some(user), 1) = (users.first(), users.len())
                && self.free(*user)
                && self.graph.nodes[*user].column == Column::Workload
            {
                sets.entry(*user).or_default().push(place);
            }
        }
        for (host, nodes) in sets {
            let key = &self.graph.nodes[host].key;
            let id = format!("group:workload:{}", key.id());
            if !self.toggled.contains(id.as_str()) {
                let (title, home) = (key.name.clone(), key.namespace.clone());
                let (kind, family) = ("Group".to_owned(), Family::Config);
                let group = Group {
                    id,
                    title,
                    kind,
                    family,
                    slot: WORKLOADS,
                    home,
                    nodes,
                    host: Some(host),
                    whole_home: false,
                };
                self.add(group);
            }
        }
    }

    /// The nodes of a namespace: cards, marks and what its frame says.
    fn residents(&self, home: &str) -> Vec<usize> {
        let lives = |place: &usize| {
            self.roles.roles[*place] != Role::Hidden && self.roles.home(self.graph, *place) == home
        };
        (0..self.graph.nodes.len()).filter(lives).collect()
    }

    fn fold_home(&mut self, home: &str) {
        let nodes = self.residents(home);
        // Groups inside the namespace dissolve into it.
        let mut kept: Vec<Group> = std::mem::take(&mut self.result.groups);
        kept.retain(|group| group.home != home);
        self.result.group_of.fill(None);
        for group in kept {
            self.add(group);
        }
        self.add(Group {
            id: format!("group:namespace:{home}"),
            title: home.to_owned(),
            kind: "Namespace".to_owned(),
            family: Family::Other,
            slot: WORKLOADS,
            home: home.to_owned(),
            nodes,
            host: None,
            whole_home: true,
        });
    }

    fn is_toggled(&self, home: &str) -> bool {
        self.toggled.contains(format!("namespace:{home}").as_str())
            || self.toggled.contains(format!("group:namespace:{home}").as_str())
    }

    fn namespaces(&self) -> BTreeMap<String, usize> {
        let mut homes: BTreeMap<String, usize> = BTreeMap::new();
        for (place, node) in self.graph.nodes.iter().enumerate() {
            if self.free(place) && !node.key.namespace.is_empty() {
                *homes.entry(node.key.namespace.clone()).or_default() += 1;
            }
        }
        homes
    }

    /// In a picture that needs no folding, a namespace that a person toggled is closed.
    fn chosen_namespaces(&mut self) {
        let homes = self.namespaces();
        if self.cards() <= super::LIMIT {
            for home in homes.keys() {
                if self.is_toggled(home) {
                    self.fold_home(home);
                }
            }
        }
    }

    /// Folds namespaces: all that are not small, where there are many; else the largest first, until the
    /// picture is small enough. Among many, a few open ones would only look arbitrary.
    fn by_namespace(&mut self, limit: usize) {
        let homes = self.namespaces();
        if homes.len() < 2 || self.cards() <= limit {
            return;
        }
        let many = homes.len() >= MANY_HOMES;
        let mut order: Vec<(usize, String)> = homes.into_iter().map(|(home, count)| (count, home)).collect();
        order.arrange_by(|left, right| right.0.cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
        for (count, home) in order {
            if count < 2 || self.cards() <= limit && !(many && count > SMALL_HOME) {
                break;
            }
            if !self.is_toggled(&home) {
                self.fold_home(&home);
            }
        }
    }

    /// Folds kinds within namespaces, the most frequent first, until the picture is small enough.
    fn by_kind(&mut self, limit: usize) {
        let mut sets: BTreeMap<(String, String, String), Vec<usize>> = BTreeMap::new();
        for (place, node) in self.graph.nodes.iter().enumerate() {
            if self.free(place) && node.presence != Presence::Missing {
                let key = &node.key;
                let set = (key.namespace.clone(), key.kind.clone(), key.group.clone());
                sets.entry(set).or_default().push(place);
            }
        }
        let mut order: Vec<_> = sets.into_iter().collect();
        order.arrange_by(|left, right| right.1.len().cmp(&left.1.len()).then_with(|| left.0.cmp(&right.0)));
        for ((home, kind, group), nodes) in order {
            if self.cards() <= limit {
                break;
            }
            self.offer(format!("group:every:{home}:{kind}.{group}"), &kind, nodes, 1);
        }
        debug_assert!(self.result.groups.iter().all(|group| group.slot <= RULES + 1));
    }
}
