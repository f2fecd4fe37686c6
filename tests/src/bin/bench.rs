//! The native figures of `make bench`: one line each, `name value unit`, and nothing else on stdout.

use drydock_core::yaml;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

fn main() {
    if let Some(text) = corpus("kube-prometheus") {
        let read = || {
            let mut documents = 0_usize;
            for chunk in &yaml::split(&text).chunks {
                let range = chunk.span.start as usize..chunk.span.end as usize;
                documents += usize::from(yaml::read(text.get(range).unwrap_or_default()).tree.is_some());
            }
            documents
        };
        tell("parse_kube_prometheus_native", text.len() as f64 / 1e6 / best_of(7, read), "MB/s");
    }
}

fn tell(name: &str, value: f64, unit: &str) {
    println!("{name} {value:.1} {unit}");
}

/// The shortest of several runs, in seconds: the others were disturbed. The work must have a result, so that
/// it is not optimised away.
fn best_of(rounds: u32, mut work: impl FnMut() -> usize) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        let result = work();
        best = best.min(start.elapsed().as_secs_f64());
        assert!(std::hint::black_box(result) > 0, "the work did nothing");
    }
    best
}

/// All manifests of an application of the corpus as one text; nothing, and a line on stderr, where the corpus
/// is not at hand.
fn corpus(name: &str) -> Option<String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    let shared =
        std::env::var_os("DRYDOCK_SHARED").map_or_else(|| workspace.join("../shared"), PathBuf::from);
    let mut files: Vec<PathBuf> = fs::read_dir(shared.join("corpus").join(name))
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml"))
        .collect();
    files.sort();
    let texts: Vec<String> = files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    if texts.is_empty() {
        eprintln!("skipped: there is no corpus {name} beside the project");
        return None;
    }
    Some(texts.join("\n---\n"))
}
