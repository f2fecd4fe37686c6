//! What holds for every picture, tried on random graphs.

use super::sample::{namespaces, pairs, shop};
use super::{Card, Hints, Look, Point, Rect, Scene, layout, layout_within};
use crate::api::{GroupVersionKind, Labels, ObjectKey};
use crate::graph::{Edge, Evidence, Graph, Node, NodeIndex, PodCount, Presence, Relation};
use crate::kinds::{Column, Family};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const KINDS: [(&str, Family, Column, bool); 15] = [
    ("Ingress", Family::Entry, Column::Entry, true),
    ("Gateway", Family::Entry, Column::Entry, true),
    ("Service", Family::Service, Column::Service, true),
    ("Deployment", Family::Workload, Column::Workload, true),
    ("Job", Family::Workload, Column::Workload, true),
    ("ConfigMap", Family::Config, Column::Configuration, true),
    ("PersistentVolumeClaim", Family::Storage, Column::Configuration, true),
    ("StorageClass", Family::Storage, Column::Platform, false),
    ("HorizontalPodAutoscaler", Family::Scaling, Column::Attached, true),
    ("NetworkPolicy", Family::Policy, Column::Attached, true),
    ("ServiceAccount", Family::Identity, Column::Attached, true),
    ("RoleBinding", Family::Identity, Column::Aside, true),
    ("ResourceQuota", Family::Policy, Column::Aside, true),
    ("Namespace", Family::Other, Column::Aside, false),
    ("CustomResourceDefinition", Family::Other, Column::Aside, false),
];
const RELATIONS: [Relation; 8] = [
    Relation::Routes,
    Relation::Selects,
    Relation::Mounts,
    Relation::Scales,
    Relation::Protects,
    Relation::RunsAs,
    Relation::Binds,
    Relation::Admits,
];
const LABELS: [&str; 4] = ["", "80 → 8080", "/a/very/long/path/that/nobody/reads → 443", "名前"];
const NAMES: [&str; 4] =
    ["a", "web-frontend", "an-object-with-a-name-that-is-longer-than-any-card-could-be", "ünï"];

fn graphs(most: usize) -> impl Strategy<Value = Graph> {
    let nodes =
        proptest::collection::vec((0..KINDS.len(), 0..3_usize, 0..NAMES.len() * 4, 0..12_u32), 1..most);
    nodes.prop_flat_map(move |nodes| {
        let count = nodes.len();
        let edge = (0..count, 0..count, 0..RELATIONS.len(), 0..LABELS.len());
        (Just(nodes), proptest::collection::vec(edge, 0..most * 2))
            .prop_map(|(nodes, edges)| build(nodes, edges))
    })
}

fn build(nodes: Vec<(usize, usize, usize, u32)>, edges: Vec<(usize, usize, usize, usize)>) -> Graph {
    let make = |(kind, home, name, dice): (usize, usize, usize, u32)| {
        let (kind, family, column, namespaced) = KINDS[kind];
        let presence = match dice {
            0 => Presence::Missing,
            1 => Presence::Ambient,
            2 => Presence::Outside,
            _ => Presence::Pasted,
        };
        let name = format!("{}{}", NAMES[name % NAMES.len()], name / NAMES.len());
        let name = if kind == "Namespace" { format!("team-{home}") } else { name };
        let home = if namespaced { format!("team-{home}") } else { String::new() };
        Node {
            key: ObjectKey::new("", kind, &home, &name),
            gvk: GroupVersionKind { kind: kind.to_owned(), ..GroupVersionKind::default() },
            family,
            column,
            presence,
            origin: None,
            summary: "2…10 · a line of facts that may well be too long".to_owned(),
            pods: (family == Family::Workload).then_some(PodCount { ready: 1, wanted: dice * 2 }),
            labels: Labels::new(),
        }
    };
    let mut nodes: Vec<Node> = nodes.into_iter().map(make).collect();
    nodes.sort_by(|left, right| left.key.cmp(&right.key));
    nodes.dedup_by(|left, right| left.key == right.key);
    let count = nodes.len();
    let mut edges: Vec<Edge> = edges
        .into_iter()
        .map(|(from, to, relation, label)| Edge {
            from: NodeIndex((from % count) as u32),
            to: NodeIndex((to % count) as u32),
            relation: RELATIONS[relation],
            label: LABELS[label].to_owned(),
            broken: nodes[to % count].presence == Presence::Missing,
            evidence: Evidence::default(),
        })
        .collect();
    edges.sort_by(|left, right| {
        (left.from, left.to, left.relation).cmp(&(right.from, right.to, right.relation))
    });
    Graph { nodes, edges }
}

fn overlap(left: Rect, right: Rect) -> bool {
    left.x < right.x + right.w
        && right.x < left.x + left.w
        && left.y < right.y + right.h
        && right.y < left.y + left.h
}

fn inside(inner: Rect, outer: Rect) -> bool {
    inner.x >= outer.x
        && inner.y >= outer.y
        && inner.x + inner.w <= outer.x + outer.w
        && inner.y + inner.h <= outer.y + outer.h
}

fn segment(from: Point, to: Point) -> Rect {
    let (x, y) = (from.x.min(to.x), from.y.min(to.y));
    Rect { x, y, w: (from.x - to.x).abs(), h: (from.y - to.y).abs() }
}

/// Whether a line, which has no width, meets the interior of a rectangle.
fn crosses(line: Rect, rect: Rect) -> bool {
    line.x < rect.x + rect.w
        && rect.x < line.x + line.w
        && line.y < rect.y + rect.h
        && rect.y < line.y + line.h
        || line.w == 0
            && line.x > rect.x
            && line.x < rect.x + rect.w
            && line.y < rect.y + rect.h
            && rect.y < line.y + line.h
        || line.h == 0
            && line.y > rect.y
            && line.y < rect.y + rect.h
            && line.x < rect.x + rect.w
            && rect.x < line.x + line.w
}

fn check(scene: &Scene) -> Result<(), String> {
    let whole = Rect { x: 0, y: 0, w: scene.width, h: scene.height };
    let mut solid: Vec<(String, Rect)> = Vec::new();
    for card in &scene.cards {
        solid.push((card.id.clone(), card.rect));
    }
    for (place, (id, rect)) in solid.iter().enumerate() {
        if !inside(*rect, whole) {
            return Err(format!("card {id} leaves the picture"));
        }
        if let Some((other, _)) = solid[..place].iter().find(|(_, other)| overlap(*other, *rect)) {
            return Err(format!("cards {id} and {other} overlap"));
        }
    }
    let mut marks: Vec<(&str, Rect)> = Vec::new();
    let on_cards = scene.cards.iter().flat_map(|card| card.marks.iter().map(move |mark| (Some(card), mark)));
    let on_frames =
        scene.frames.iter().flat_map(|frame| frame.marks.iter().map(|mark| (None::<&Card>, mark)));
    for (host, mark) in on_cards.chain(on_frames) {
        let other = scene
            .cards
            .iter()
            .find(|card| overlap(card.rect, mark.rect) && host.is_none_or(|host| host.id != card.id));
        if let Some(card) = other {
            return Err(format!("mark {} covers card {}", mark.id, card.id));
        }
        if let Some((other, _)) = marks.iter().find(|(_, rect)| overlap(*rect, mark.rect)) {
            return Err(format!("marks {} and {other} overlap", mark.id));
        }
        if !inside(mark.rect, whole) {
            return Err(format!("mark {} leaves the picture", mark.id));
        }
        marks.push((&mark.id, mark.rect));
    }
    let mut labels: Vec<Rect> = Vec::new();
    for connector in &scene.connectors {
        let Some(label) = &connector.label else { continue };
        let beneath =
            solid.iter().map(|(_, rect)| rect).chain(marks.iter().map(|(_, rect)| rect)).chain(&labels);
        if beneath.into_iter().any(|rect| overlap(*rect, label.rect)) {
            return Err(format!("the label {} of {} covers something", label.text, connector.id));
        }
        if super::text::width(&label.text, super::text::Face::Label) > label.rect.w {
            return Err(format!("the label {} spills", label.text));
        }
        labels.push(label.rect);
    }
    for (place, frame) in scene.frames.iter().enumerate() {
        if !inside(frame.rect, whole) {
            return Err(format!("frame {} leaves the picture", frame.id));
        }
        if let Some(other) = scene.frames[..place].iter().find(|other| overlap(other.rect, frame.rect)) {
            return Err(format!("frames {} and {} overlap", frame.id, other.id));
        }
        let home = frame.id.strip_prefix("namespace:");
        for card in &scene.cards {
            let key = ObjectKey::from_id(&card.id).unwrap_or_default();
            let outside = card.state == super::CardState::Outside;
            let lives = home == Some(key.namespace.as_str()) && !card.id.starts_with("group:");
            if lives && !outside && !inside(card.rect, frame.rect) {
                return Err(format!("card {} leaves frame {}", card.id, frame.id));
            }
        }
    }
    let mut ids = BTreeSet::new();
    for connector in &scene.connectors {
        if !ids.insert(&connector.id) {
            return Err(format!("two connectors are called {}", connector.id));
        }
        for pair in connector.points.windows(2) {
            let line = segment(pair[0], pair[1]);
            if line.w > 0 && line.h > 0 {
                return Err(format!("{} runs askew", connector.id));
            }
            if let Some((id, _)) = solid.iter().find(|(_, rect)| crosses(line, *rect)) {
                return Err(format!("{} crosses card {id}", connector.id));
            }
            if !inside(line, whole) {
                return Err(format!("{} leaves the picture", connector.id));
            }
        }
    }
    Ok(())
}

/// Every object that a plain look shows is a card, a mark, or in a group.
fn all_there(graph: &Graph, scene: &Scene) -> Result<(), String> {
    let cards: Vec<&str> = scene.cards.iter().map(|card| card.id.as_str()).collect();
    let unique: BTreeSet<&str> = cards.iter().copied().collect();
    if unique.len() != cards.len() {
        return Err("an object has two cards".to_owned());
    }
    let on_cards = scene.cards.iter().flat_map(|card| &card.marks);
    let marks: BTreeSet<&str> = on_cards
        .chain(scene.frames.iter().flat_map(|frame| &frame.marks))
        .map(|mark| mark.id.as_str())
        .collect();
    if let Some(both) = marks.intersection(&unique).next() {
        return Err(format!("{both} is both a card and a mark"));
    }
    let grouped = unique.iter().chain(&marks).any(|id| id.starts_with("group:"));
    for node in graph.nodes.iter().filter(|node| node.presence == Presence::Pasted) {
        let id = node.key.id();
        if !grouped && !unique.contains(id.as_str()) && !marks.contains(id.as_str()) {
            return Err(format!("{id} is not drawn"));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps_and_everything_is_drawn(graph in graphs(40), limit in prop_oneof![Just(300_usize), Just(12)]) {
        let scene = layout_within(&graph, &Look::default(), &Hints::default(), limit);
        prop_assert_eq!(check(&scene), Ok(()));
        prop_assert_eq!(all_there(&graph, &scene), Ok(()));
        prop_assert_eq!(&scene, &layout_within(&graph, &Look::default(), &Hints::default(), limit));
    }

    #[test]
    fn every_look_gives_a_sound_picture(
        graph in graphs(24),
        focus in 0..24_usize,
        ambient in any::<bool>(),
        hide in proptest::option::of(0..KINDS.len()),
        toggle in proptest::collection::vec(0..6_usize, 0..3),
    ) {
        let plain = layout(&graph, &Look::default(), &Hints::default());
        let groups: Vec<String> = plain.frames.iter().map(|frame| frame.id.clone())
            .chain(plain.cards.iter().flat_map(|card| card.marks.iter().map(|mark| mark.id.clone())))
            .collect();
        let look = Look {
            hidden_kinds: hide.map(|kind| KINDS[kind].0.to_owned()).into_iter().collect(),
            focus: graph.nodes.get(focus).map(|node| node.key.id()).unwrap_or_default(),
            toggled: toggle.into_iter().filter_map(|place| groups.get(place).cloned()).collect(),
            ambient,
            ..Look::default()
        };
        let scene = layout(&graph, &look, &Hints::default());
        prop_assert_eq!(check(&scene), Ok(()));
        prop_assert!(scene.cards.iter().all(|card| !look.hidden_kinds.contains(&card.kind) || card.id.starts_with("group:") || card.id == look.focus));
    }
}

#[test]
fn the_samples_are_sound() {
    for graph in [shop(), pairs(64), namespaces(7, 4), namespaces(30, 12)] {
        let scene = layout(&graph, &Look::default(), &Hints::default());
        assert_eq!(check(&scene), Ok(()));
        assert_eq!(all_there(&graph, &scene), Ok(()));
    }
}

/// A leaf more moves the others by no more than makes room for it: nobody changes the column (but a new one
/// may come in between), at most one in
/// ten, which floats between others, moves by more than a row.
#[test]
fn a_leaf_more_moves_little() {
    for graph in [shop(), pairs(12), namespaces(3, 3)] {
        let before = layout(&graph, &Look::default(), &Hints::default());
        let place_of = |scene: &Scene| -> BTreeMap<String, Rect> {
            scene.cards.iter().map(|card| (card.id.clone(), card.rect)).collect()
        };
        let old = place_of(&before);
        for (place, node) in
            graph.nodes.iter().enumerate().filter(|(_, node)| node.column == Column::Workload)
        {
            let mut changed = graph.clone();
            let mut leaf = node.clone();
            leaf.key = ObjectKey::new("", "ConfigMap", &node.key.namespace, "zz-leaf");
            (leaf.family, leaf.column, leaf.pods) = (Family::Config, Column::Configuration, None);
            leaf.presence = Presence::Pasted;
            let key = node.key.clone();
            changed.nodes.push(leaf);
            // Edges by key survive the sorting of the nodes.
            let keys: Vec<ObjectKey> = changed.nodes.iter().map(|node| node.key.clone()).collect();
            changed.edges.push(Edge {
                from: NodeIndex(place as u32),
                to: NodeIndex(keys.len() as u32 - 1),
                relation: Relation::Reads,
                label: String::new(),
                broken: false,
                evidence: Evidence::default(),
            });
            changed.nodes.sort_by(|left, right| left.key.cmp(&right.key));
            for edge in &mut changed.edges {
                for end in [&mut edge.from, &mut edge.to] {
                    let key = &keys[end.0 as usize];
                    *end = changed
                        .nodes
                        .iter()
                        .position(|node| node.key == *key)
                        .map(|at| NodeIndex(at as u32))
                        .expect("it is there");
                }
            }
            changed.edges.sort_by(|left, right| {
                (left.from, left.to, left.relation).cmp(&(right.from, right.to, right.relation))
            });
            let now = layout(&changed, &Look::default(), &Hints::default());
            // The first configuration of a strip needs a column of its own, which moves what is right of it.
            let headings = |scene: &Scene| scene.headings.len();
            let column = if headings(&now) > headings(&before) { 240 } else { 60 };
            let (now, mut far) = (place_of(&now), 0);
            for (id, rect) in &old {
                let now = now[id];
                assert!(
                    (now.x - rect.x).abs() <= column,
                    "{id} jumps aside when {key} gets a leaf: {rect:?} {now:?}"
                );
                let down = (now.y - rect.y).abs();
                far += usize::from(down > 110);
            }
            assert!(far * 10 <= old.len(), "{far} cards move by more than a row when {key} gets a leaf");
        }
    }
}
