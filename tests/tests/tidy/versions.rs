//! Versions, each named once.

use crate::files::{root, sources};
use crate::layers::test_files;
use crate::report;
use drydock_core::KUBERNETES_VERSION;
use std::fs;

#[test]
fn kubernetes_has_one_version() {
    let workspace = fs::read_to_string(root().join("Cargo.toml")).expect("the workspace has a manifest");
    let feature = format!("\"v{}\"", KUBERNETES_VERSION.replace('.', "_"));
    let line = workspace.lines().find(|line| line.starts_with("k8s-openapi"));
    assert!(line.is_some_and(|line| line.contains(&feature)), "k8s-openapi should have {feature}: {line:?}");
    let mut findings = Vec::new();
    for source in sources(&[".rs", ".ts", ".html"]) {
        if source.path == "core/src/lib.rs" || source.path == "core/build.rs" {
            continue;
        }
        for (number, line) in source.code_lines() {
            if line.contains(&format!("\"{KUBERNETES_VERSION}\""))
                || line.contains(&format!("Kubernetes {KUBERNETES_VERSION}"))
            {
                findings.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    report("The version of Kubernetes is KUBERNETES_VERSION of core/src/lib.rs", &findings);
}

#[test]
fn versions_of_crates_stand_in_the_workspace() {
    let mut findings = Vec::new();
    for source in sources(&["Cargo.toml"]) {
        if source.path == "Cargo.toml" {
            continue;
        }
        let mut in_dependencies = false;
        for (index, line) in source.text.lines().enumerate() {
            if line.starts_with('[') {
                in_dependencies = line.trim_end_matches(']').ends_with("dependencies");
            }
            let own = line.contains("= \"") || line.contains("version =") || line.contains("path =");
            if in_dependencies && own && !line.trim_start().starts_with('#') {
                findings.push(format!("{}:{}: {line}", source.path, index + 1));
            }
        }
    }
    report("Members of the workspace say `workspace = true`", &findings);
}

#[test]
fn npm_packages_have_exact_versions() {
    let text = fs::read_to_string(root().join("package.json")).expect("there is a package.json");
    let package: serde_json::Value = serde_json::from_str(&text).expect("package.json is JSON");
    let mut findings = Vec::new();
    for group in ["dependencies", "devDependencies"] {
        for (name, version) in package[group].as_object().expect("a group of packages") {
            let version = version.as_str().unwrap_or_default();
            if !version.starts_with(|first: char| first.is_ascii_digit()) {
                findings.push(format!("{name}: {version}"));
            }
        }
    }
    report("Versions in package.json are exact", &findings);
}

#[test]
fn the_core_may_not_ask_the_machine() {
    let text = fs::read_to_string(root().join("core/clippy.toml")).expect("the core has its bans");
    let missing: Vec<String> = [
        "std::collections::HashMap",
        "std::collections::HashSet",
        "std::time::Instant::now",
        "std::time::SystemTime::now",
        "std::thread::spawn",
        "std::fs::read",
        "std::fs::read_to_string",
        "std::env::var",
        "f64::ln",
        "f64::exp",
        "f64::powf",
    ]
    .into_iter()
    .filter(|path| !text.contains(&format!("\"{path}\"")))
    .map(str::to_owned)
    .collect();
    report("core/clippy.toml bans what makes answers differ", &missing);
    let mut findings = Vec::new();
    let all = sources(&[".rs"]);
    let tests = test_files(&all);
    for source in all.iter().filter(|source| source.path.starts_with("core/src/")) {
        if tests.contains(&source.path) {
            continue;
        }
        // Modules of tests may read files: their attributes say so.
        let mut of_tests = false;
        for (number, line) in source.code_lines() {
            of_tests |= line.trim() == "#[cfg(test)]";
            if of_tests {
                of_tests = !line.ends_with([';', '{']);
                continue;
            }
            for word in ["clippy::disallowed", concat!("uns", "afe {"), "std::process", "std::net"] {
                if line.contains(word) {
                    findings.push(format!("{}:{number}: {word}", source.path));
                }
            }
        }
    }
    report("The core keeps to them", &findings);
}
