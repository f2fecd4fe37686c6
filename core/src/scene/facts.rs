//! What is drawn, how loud, and on what: facts about small pictures.

use super::sample::Sketch;
use super::{CardState, Connector, Hints, Look, Scene, layout};
use crate::graph::{Graph, Presence, Relation};
use crate::kinds::Column;

fn picture(graph: &Graph) -> Scene {
    layout(graph, &Look::default(), &Hints::default())
}

fn loud(scene: &Scene, relation: Relation) -> Vec<&Connector> {
    scene.connectors.iter().filter(|line| line.relation == relation && !line.quiet).collect()
}

/// The graph with the presence of all objects of a kind changed.
fn with(mut graph: Graph, kind: &str, presence: Presence) -> Graph {
    for node in graph.nodes.iter_mut().filter(|node| node.key.kind == kind) {
        node.presence = presence;
    }
    graph
}

#[test]
fn marks_that_did_not_fit_beneath_a_card_can_be_opened() {
    let kinds: Vec<String> = (0..9).map(|number| format!("Guard{number}/one")).collect();
    let sketch = Sketch::default().namespace("x").workload("Deployment/web", 1);
    let sketch = kinds
        .iter()
        .fold(sketch, |sketch, kind| sketch.relate(kind, Relation::Protects, "Deployment/web", ""));
    let mut graph = sketch.graph();
    for node in graph.nodes.iter_mut().filter(|node| node.key.kind.starts_with("Guard")) {
        node.column = Column::Attached;
    }
    let before = picture(&graph);
    assert_eq!(before.cards.len(), 1);
    let rest = before.cards[0].marks.iter().find(|mark| mark.id.starts_with("group:rest:"));
    let id = rest.expect("nine marks are too many for a card").id.clone();
    let after = layout(&graph, &Look { toggled: vec![id], ..Look::default() }, &Hints::default());
    assert_eq!(after.cards.len(), 10);
    assert!(after.cards.iter().all(|card| card.marks.is_empty()));
    assert_eq!(loud(&after, Relation::Protects).len(), 0, "nine of a kind are drawn on demand");
}

#[test]
fn a_class_that_was_not_pasted_sits_on_what_uses_it() {
    let graph = Sketch::default()
        .namespace("x")
        .object("Ingress/web", "any host")
        .relate("Ingress/web", Relation::UsesClass, "IngressClass/nginx", "")
        .graph();
    let pasted = picture(&graph);
    assert_eq!(pasted.cards.len(), 2);
    let ambient = picture(&with(graph, "IngressClass", Presence::Ambient));
    let marks: Vec<&str> =
        ambient.cards.iter().flat_map(|card| &card.marks).map(|mark| mark.text.as_str()).collect();
    assert_eq!((ambient.cards.len(), marks), (1, vec!["nginx"]));
}

#[test]
fn the_cluster_dns_is_not_drawn_for_a_policy_that_lets_lookups_out() {
    let graph = Sketch::default()
        .namespace("kube-system")
        .workload("DaemonSet/coredns", 2)
        .namespace("x")
        .workload("Deployment/web", 1)
        .relate("NetworkPolicy/dns", Relation::Protects, "Deployment/web", "")
        .graph();
    let mut graph = with(graph, "DaemonSet", Presence::Ambient);
    let find = |graph: &Graph, kind: &str| graph.nodes.iter().position(|node| node.key.kind == kind);
    let policy = find(&graph, "NetworkPolicy").expect("a policy");
    let server = find(&graph, "DaemonSet").expect("a server");
    let mut edge = graph.edges[0].clone();
    edge.from = crate::graph::NodeIndex(policy as u32);
    edge.to = crate::graph::NodeIndex(server as u32);
    edge.relation = Relation::Admits;
    graph.edges.push(edge);
    assert_eq!(picture(&graph).cards.len(), 1);
    let all = layout(&graph, &Look { ambient: true, ..Look::default() }, &Hints::default());
    assert_eq!(all.cards.len(), 2);
}

#[test]
fn a_service_name_that_repeats_a_selector_is_drawn_on_demand() {
    let graph = Sketch::default()
        .namespace("x")
        .relate("Service/db", Relation::Selects, "StatefulSet/db", "5432")
        .relate("StatefulSet/db", Relation::Refers, "Service/db", "serviceName")
        .relate("Deployment/api", Relation::Refers, "Service/db", "DB_HOST")
        .graph();
    let scene = picture(&graph);
    let calls = loud(&scene, Relation::Refers);
    assert_eq!(calls.len(), 1);
    assert!(calls[0].from.contains("api") && calls[0].label.is_some());
}

/// Workloads that each call the next one's Service.
fn calls(count: usize) -> Scene {
    let sketch = (0..count).fold(Sketch::default().namespace("x"), |sketch, number| {
        let (from, to) = (format!("Deployment/a{number}"), format!("Service/a{}", number + 1));
        sketch.relate(&from, Relation::Refers, &to, "ADDRESS")
    });
    picture(&sketch.graph())
}

#[test]
fn many_calls_lose_their_labels_and_very_many_are_drawn_on_demand() {
    let labels =
        |scene: &Scene| loud(scene, Relation::Refers).iter().filter(|call| call.label.is_some()).count();
    let (few, many, most) = (calls(4), calls(24), calls(25));
    assert_eq!((loud(&few, Relation::Refers).len(), labels(&few)), (4, 4));
    assert_eq!((loud(&many, Relation::Refers).len(), labels(&many)), (24, 0));
    assert_eq!(loud(&most, Relation::Refers).len(), 0);
}

#[test]
fn shared_configuration_of_a_crowd_says_how_many_use_it() {
    let sketch = (0..12).fold(Sketch::default().namespace("x"), |sketch, number| {
        let (workload, own) = (format!("Deployment/a{number}"), format!("ConfigMap/a{number}"));
        let shared = format!("Secret/s{}", number % 4);
        sketch.relate(&workload, Relation::Reads, &own, "env").relate(
            &workload,
            Relation::Reads,
            &shared,
            "env",
        )
    });
    let scene = picture(&sketch.graph());
    assert_eq!(loud(&scene, Relation::Reads).len(), 12);
    let facts: Vec<&str> =
        scene.cards.iter().filter(|card| card.kind == "Secret").map(|card| card.summary.as_str()).collect();
    assert_eq!(facts, ["used by 3"; 4]);
}

#[test]
fn the_outside_stands_before_the_namespace_that_it_enters_most() {
    let graph = Sketch::default()
        .namespace("a")
        .relate("Outside/Internet", Relation::Routes, "Service/one", "")
        .namespace("b")
        .relate("Outside/Internet", Relation::Routes, "Service/two", "")
        .relate("Outside/Internet", Relation::Routes, "Service/three", "")
        .graph();
    let mut graph = graph;
    // In a sketch everything has a namespace: there are two outsides, of which the second one is left out.
    let keep = graph.nodes.iter().position(|node| node.key.kind == "Outside").expect("it is there");
    let other = graph.nodes.iter().rposition(|node| node.key.kind == "Outside").expect("it is there");
    graph.nodes[keep].key.namespace = String::new();
    graph.nodes[keep].presence = Presence::Outside;
    for edge in graph.edges.iter_mut().filter(|edge| edge.from.0 as usize == other) {
        edge.from.0 = keep as u32;
    }
    graph.nodes[other].presence = Presence::Ambient;
    let scene = picture(&graph);
    let outside = scene.cards.iter().find(|card| card.state == CardState::Outside).expect("it is drawn");
    let frame = scene.frames.iter().find(|frame| frame.id == "namespace:b").expect("it is drawn");
    assert!(outside.rect.y >= frame.rect.y && outside.rect.y < frame.rect.y + frame.rect.h);
    assert!(outside.rect.x < frame.rect.x);
}
