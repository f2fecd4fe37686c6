//! Small graphs in every format, to the letter, and hostile names in all of them.

use super::{Theme, dot, json, mermaid, outline, svg};
use crate::graph::{Graph, Relation};
use crate::scene::sample::{Sketch, shop};
use crate::scene::{Hints, Look, layout};
use serde_json::json;

const HOSTILE: &str = "a\"]b<c>&\nd";

fn small() -> Graph {
    Sketch::default()
        .namespace("shop")
        .object("Ingress/web", "shop.example.com")
        .object("Service/web", "80 → 8080")
        .relate("Ingress/web", Relation::Routes, "Service/web", "/ → 80")
        .ghost("Ingress/web", Relation::Routes, "Service/wbe", "/help")
        .graph()
}

fn hostile() -> Graph {
    let service = format!("Service/{HOSTILE}");
    Sketch::default()
        .namespace("x")
        .object(&service, "<script>\u{1}")
        .workload("Deployment/web", 1)
        .relate(&service, Relation::Selects, "Deployment/web", "\"]|<&\n")
        .graph()
}

fn drawn(graph: &Graph, theme: Theme) -> String {
    svg(&layout(graph, &Look::default(), &Hints::default()), theme)
}

#[test]
fn mermaid_has_a_subgraph_per_namespace_and_marks_what_is_missing() {
    let expected = r#"flowchart LR
  subgraph ns0["shop"]
    n0["Ingress<br><b>web</b>"]
    n1["Service<br><b>wbe</b><br>missing"]
    n2["Service<br><b>web</b>"]
  end
  n0 -.->|"routes to /help"| n1
  n0 -->|"routes to / → 80"| n2
  classDef missing stroke:#c62828,stroke-dasharray:5 4,color:#c62828
  class n1 missing
"#;
    assert_eq!(mermaid(&small()), expected);
}

#[test]
fn dot_has_a_cluster_per_namespace_and_marks_what_is_missing() {
    let expected = r##"digraph manifests {
  rankdir=LR;
  node [shape=box, style=rounded, fontname="sans-serif"];
  edge [fontname="sans-serif", fontsize=10];
  subgraph cluster_0 {
    label="shop";
    style=dashed;
    n0 [label="Ingress\nweb"];
    n1 [label="Service\nwbe", style="rounded,dashed", color="#c62828"];
    n2 [label="Service\nweb"];
  }
  n0 -> n1 [label="routes to /help", style=dashed, color="#c62828"];
  n0 -> n2 [label="routes to / → 80"];
}
"##;
    assert_eq!(dot(&small()), expected);
}

#[test]
fn an_outline_tells_every_relation_from_both_its_ends() {
    let expected = "\
Ingress shop/web (shop.example.com)
  routes to Service shop/wbe, missing: /help
  routes to Service shop/web: / → 80
Service shop/wbe, missing
  reached from Ingress shop/web: /help (broken)
Service shop/web (80 → 8080)
  reached from Ingress shop/web: / → 80
";
    assert_eq!(outline(&small()), expected);
}

#[test]
fn json_names_nodes_and_edges_by_id() {
    let graph = small();
    let id = |place: usize| graph.nodes[place].key.id();
    let expected = json!({
        "nodes": [
            {"id": id(0), "apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "namespace": "shop",
             "name": "web", "missing": false},
            {"id": id(1), "apiVersion": "v1", "kind": "Service", "namespace": "shop", "name": "wbe",
             "missing": true},
            {"id": id(2), "apiVersion": "v1", "kind": "Service", "namespace": "shop", "name": "web",
             "missing": false},
        ],
        "edges": [
            {"from": id(0), "to": id(1), "relation": "routes", "label": "/help"},
            {"from": id(0), "to": id(2), "relation": "routes", "label": "/ → 80"},
        ],
    });
    let found: serde_json::Value = serde_json::from_str(&json(&graph)).expect("JSON");
    assert_eq!(found, expected);
}

#[test]
fn hostile_names_stay_within_their_quotes() {
    let graph = hostile();
    let mermaid = mermaid(&graph);
    assert!(mermaid.contains("[\"Service<br><b>a#34;#93;b#60;c#62;#38; d</b>\"]\n"), "{mermaid}");
    assert!(mermaid.contains("-->|\"selects #34;#93;#124;#60;#38; \"|"), "{mermaid}");
    let dot = dot(&graph);
    assert!(dot.contains("[label=\"Service\\na\\\"]b<c>&\\nd\"];\n"), "{dot}");
    assert!(dot.contains("[label=\"selects \\\"]|<&\\n\"];\n"), "{dot}");
    let outline = outline(&graph);
    assert_eq!(outline.lines().count(), 4, "{outline}");
    assert!(outline.contains("Service x/a\"]b<c>& d (<script> )\n"), "{outline}");
    let found: serde_json::Value = serde_json::from_str(&json(&graph)).expect("JSON");
    assert_eq!(found.pointer("/nodes/1/name"), Some(&json!(HOSTILE)));
}

/// Reads the tags of XML as strictly as its grammar is for what the renderer writes; tells how many there are.
fn tags(text: &str) -> Result<usize, String> {
    let (mut open, mut count, mut rest) = (Vec::new(), 0, text);
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        if before
            .split('&')
            .skip(1)
            .any(|part| !["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| part.starts_with(entity)))
        {
            return Err(format!("a bare & in {before}"));
        }
        let end = tag.find('>').ok_or("a tag without an end")?;
        let inner = &tag[1..end];
        if inner.contains('<') || inner.matches('"').count() % 2 == 1 {
            return Err(format!("<{inner}>"));
        }
        count += 1;
        if let Some(name) = inner.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
        } else if !inner.ends_with('/') {
            open.push(inner.split(' ').next().unwrap_or(inner));
        }
        rest = &tag[end + 1..];
    }
    if open.is_empty() { Ok(count) } else { Err(format!("{open:?} stay open")) }
}

#[test]
fn svg_is_well_formed_and_stands_alone() {
    for graph in [small(), hostile(), shop()] {
        for theme in [Theme::Light, Theme::Dark] {
            let picture = drawn(&graph, theme);
            assert!(tags(&picture).is_ok_and(|count| count > 20), "{:?}", tags(&picture));
            assert!(!picture.contains('\u{1}') && !picture.contains("<script"), "{picture}");
            let addresses = picture.matches("://").count();
            assert_eq!(addresses, 1, "only the namespace of SVG is an address");
        }
    }
    assert!(drawn(&hostile(), Theme::Light).contains("<title>a&quot;]b&lt;c&gt;&amp;\nd"));
}

#[test]
fn svg_marks_broken_relations_and_leaves_out_quiet_ones() {
    let picture = drawn(&small(), Theme::Light);
    assert_eq!(picture.matches("<path class=\"e x\"").count(), 1);
    assert_eq!(picture.matches("<path class=\"e\"").count(), 1);
    let policy = Sketch::default()
        .workload("Deployment/a", 1)
        .workload("Deployment/b", 1)
        .relate("Deployment/a", Relation::PlacedBy, "Deployment/b", "near")
        .graph();
    assert!(!drawn(&policy, Theme::Light).contains("<path class=\"e"));
}

#[test]
fn themes_differ_and_unknown_ones_are_light() {
    assert_ne!(drawn(&small(), Theme::Light), drawn(&small(), Theme::Dark));
    assert_eq!(Theme::named("dark"), Theme::Dark);
    assert_eq!(Theme::named("sepia"), Theme::Light);
}
