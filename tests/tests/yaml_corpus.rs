//! Other people's manifests: every document is read as it is, and fast.

use drydock_core::yaml::{self, State};
use drydock_tests::conformance::shared;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// All YAML files below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            found.push(path);
        }
    }
    found
}

#[test]
fn manifests_of_other_people_are_sound() {
    let Some(shared) = shared() else {
        println!("skipped: there is no ../shared, and DRYDOCK_SHARED names none");
        return;
    };
    let mut paths = files(&shared.join("corpus"));
    paths.push(shared.join("conformance/oracle/validate/named/seeds.yaml"));
    let mut documents = 0;
    for path in &paths {
        let text = fs::read_to_string(path).expect("the file is a text");
        for chunk in yaml::split(&text).chunks {
            let part = chunk.span.of(&text);
            let reading = yaml::read(part);
            let sound = matches!(reading.state, State::Sound | State::Empty | State::Foreign(_));
            assert!(sound && !chunk.bad_separator, "{}: {:?}\n{part}", path.display(), reading.problems);
            documents += 1;
        }
    }
    println!("{} files, {documents} documents", paths.len());
}

#[test]
fn kube_prometheus_is_read_quickly() {
    let Some(shared) = shared() else {
        println!("skipped: there is no ../shared, and DRYDOCK_SHARED names none");
        return;
    };
    let paths = files(&shared.join("corpus/kube-prometheus"));
    let texts: Vec<String> =
        paths.iter().map(|path| fs::read_to_string(path).expect("the file is a text")).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut best = f64::MAX;
    for _ in 0..5 {
        let begun = Instant::now();
        for text in &texts {
            for chunk in yaml::split(text).chunks {
                std::hint::black_box(yaml::read(chunk.span.of(text)));
            }
        }
        best = best.min(begun.elapsed().as_secs_f64());
    }
    let begun = Instant::now();
    for text in &texts {
        std::hint::black_box(yaml::split(text));
    }
    let splitting = begun.elapsed().as_secs_f64();
    let megabytes = bytes as f64 / 1e6;
    println!("parse_kube_prometheus_native {:.0} MB/s", megabytes / best);
    println!("split_kube_prometheus_native {:.1} ms", splitting * 1000.0);
}
