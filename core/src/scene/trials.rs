//! Pictures written to files, for eyes: of samples, and of other people's manifests where they are at hand.

use super::sample::{namespaces, pairs, shop};
use super::{Hints, Look, layout};
use crate::api::{GroupVersionKind, Object, ObjectKey};
use crate::cluster::Cluster;
use crate::graph::{Graph, Profiles, build};
use crate::render::{Theme, svg};
use serde::Deserialize as _;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes the picture of a graph, if `DRYDOCK_PICTURES` names a folder.
fn look_at(name: &str, graph: &Graph) {
    let scene = layout(graph, &Look::default(), &Hints::default());
    assert_eq!(super::properties::check(&scene), Ok(()), "{name}");
    assert_eq!(super::properties::all_there(graph, &scene), Ok(()), "{name}");
    let picture = svg(&scene, Theme::Light);
    assert!(picture.starts_with("<svg") && scene.width > 0, "{name}");
    if let Some(folder) = std::env::var_os("DRYDOCK_PICTURES") {
        for (end, theme) in [("", Theme::Light), ("-dark", Theme::Dark)] {
            let path = Path::new(&folder).join(format!("{name}{end}.svg"));
            std::fs::write(path, svg(&scene, theme)).expect("the folder is there");
        }
    }
}

#[test]
fn samples_are_sound_pictures() {
    let samples =
        [("shop", shop()), ("pairs", pairs(64)), ("spaces", namespaces(7, 4)), ("many", namespaces(20, 12))];
    for (name, graph) in samples {
        look_at(name, &graph);
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "yaml" || end == "yml") {
            found.push(path);
        }
    }
}

fn read(value: Value, cluster: &mut Cluster) {
    if let Some(items) = value.get("items").and_then(Value::as_array) {
        for item in items {
            read(item.clone(), cluster);
        }
        return;
    }
    let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str).unwrap_or("").to_owned();
    let gvk = GroupVersionKind::new(&text("/apiVersion"), &text("/kind"));
    if gvk.kind.is_empty() {
        return;
    }
    let scoped = crate::kinds::find(&gvk.group, &gvk.kind).is_some_and(|kind| !kind.namespaced);
    let home = match (scoped, text("/metadata/namespace")) {
        (true, _) => String::new(),
        (false, home) if home.is_empty() => "default".to_owned(),
        (false, home) => home,
    };
    let key = ObjectKey::new(&gvk.group, &gvk.kind, &home, &text("/metadata/name"));
    cluster.insert(Arc::new(Object { gvk, key, value: Arc::new(value), origin: None }));
}

/// Looks at every folder of manifests in a folder; `false` when there is no such folder.
fn look_at_all(folder: &Path) -> bool {
    let Ok(folders) = std::fs::read_dir(folder) else { return false };
    for folder in folders {
        let folder = folder.expect("an entry").path();
        if !folder.is_dir() {
            continue;
        }
        let (mut paths, mut cluster) = (Vec::new(), Cluster::default());
        files(&folder, &mut paths);
        for path in paths {
            let text = std::fs::read_to_string(&path).expect("text");
            for document in serde_yaml::Deserializer::from_str(&text) {
                // Samples may be broken on purpose; what follows a broken document is not read.
                let Ok(value) = Value::deserialize(document) else { break };
                read(value, &mut cluster);
            }
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let graph = build(&cluster, &mut Profiles::default()).graph;
        look_at(&format!("of-{name}"), &graph);
    }
    true
}

#[test]
fn our_samples_are_sound_pictures() {
    assert!(look_at_all(Path::new("../static/samples")));
}

#[test]
fn applications_of_others_are_sound_pictures() {
    let shared =
        std::env::var_os("DRYDOCK_SHARED").map_or_else(|| PathBuf::from("../../shared"), PathBuf::from);
    let corpus = shared.join("corpus");
    if !look_at_all(&corpus) {
        println!("skipped: {} is not there", corpus.display());
    }
}

/// `cargo test --profile suite -p drydock-core measure_layout -- --ignored --nocapture`
#[test]
#[ignore = "a measurement, not a fact"]
fn measure_layout() {
    let graphs = [
        ("300", namespaces(8, 12)),
        ("1000", namespaces(27, 12)),
        ("1000 in one", pairs(500)),
        ("1000 hub", namespaces(1, 333)),
    ];
    for (name, graph) in graphs {
        let start = std::time::Instant::now();
        let rounds = 5;
        let mut cards = 0;
        for _ in 0..rounds {
            cards = super::layout_within(&graph, &Look::default(), &Hints::default(), usize::MAX).cards.len();
        }
        println!("{name}: {} objects, {cards} cards, {:?}", graph.nodes.len(), start.elapsed() / rounds);
    }
}
