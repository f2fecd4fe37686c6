//! Which module may use which.

use crate::files::{Source, sources};
use crate::report;
use std::collections::{BTreeMap, BTreeSet};

/// Who uses whom: the top-level modules of a package.
type Uses = BTreeMap<String, BTreeMap<String, String>>;

#[test]
fn the_core_is_layered() {
    let all = sources(&[".rs"]);
    let lib = all.iter().find(|source| source.path == "core/src/lib.rs").expect("the core has a root");
    let order: Vec<&str> =
        lib.text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(order.len() > 5, "the layers are the order of the modules in core/src/lib.rs");
    let place = |module: &str| order.iter().position(|other| *other == module);
    let mut findings = Vec::new();
    for (user, used) in uses("core/src/", &all) {
        let Some(own) = place(&user) else { continue };
        for (module, line) in used {
            if place(&module).is_some_and(|other| other > own) {
                findings.push(format!("{line}: {user} uses {module}, which lies above it"));
            }
        }
    }
    report("A module of the core uses only modules before it in core/src/lib.rs", &findings);
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    let all = sources(&[".rs"]);
    let mut findings = Vec::new();
    for package in ["core/src/", "web/src/", "cli/src/"] {
        let uses = uses(package, &all);
        for start in uses.keys() {
            if let Some(way) = way_back(&uses, start)
                && way.iter().min() == Some(start)
            {
                findings.push(format!("{package}: {} -> {start}", way.join(" -> ")));
            }
        }
    }
    report("Modules do not use each other in a circle", &findings);
}

#[test]
fn the_faces_call_only_the_session() {
    let mut findings = Vec::new();
    for source in sources(&[".rs"]) {
        if !source.path.starts_with("web/") && !source.path.starts_with("cli/") {
            continue;
        }
        for (number, line) in source.code_lines() {
            for rest in line.split("drydock_core").skip(1) {
                let allowed = rest.starts_with("::session") || rest.starts_with("::KUBERNETES_VERSION");
                if !allowed {
                    findings.push(format!("{}:{number}: {}", source.path, line.trim()));
                }
            }
        }
    }
    report("The page and the command line know drydock_core::session only", &findings);
}

#[test]
fn some_crates_are_named_in_one_place_only() {
    let places: &[(&str, &[&str])] = &[
        ("k8s_openapi", &["core/src/schema/", "core/src/kinds/", "core/src/api/"]),
        ("yew", &["web/src/"]),
        ("web_sys", &["web/"]),
        ("serde_yaml", &["core/src/yaml/", "tests/"]),
    ];
    let mut findings = Vec::new();
    let all = sources(&[".rs"]);
    let tests = test_files(&all);
    for source in all.iter().filter(|source| !tests.contains(&source.path)) {
        for (name, allowed) in places {
            if allowed.iter().any(|place| source.path.starts_with(place)) || source.path == THIS {
                continue;
            }
            for (number, line) in source.code_lines() {
                if words(line).any(|word| word == *name) {
                    findings.push(format!(
                        "{}:{number}: {name} belongs into {}",
                        source.path,
                        allowed.join(" or ")
                    ));
                }
            }
        }
    }
    report("Each of these crates has its place", &findings);
}

/// This file names what it forbids.
const THIS: &str = "tests/tests/tidy/layers.rs";

/// For each top-level module below `package`: the modules that it uses by `crate::`, each with a place.
fn uses(package: &str, all: &[Source]) -> Uses {
    let mut uses = Uses::new();
    let tests = test_files(all);
    for source in all {
        let Some(inner) = source.path.strip_prefix(package) else { continue };
        if tests.contains(&source.path) {
            continue;
        }
        let module = inner.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        if module == "lib" || module == "main" || module == "bin" {
            continue;
        }
        let code: String = source.code_lines().flat_map(|(_, line)| [line, "\n"]).collect();
        // Tests stand at the end of a file and may use what they like.
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let used = uses.entry(module.clone()).or_default();
        for (offset, _) in code.match_indices("crate::") {
            let number = code[..offset].matches('\n').count() + 1;
            let prefixed = code[..offset].ends_with(|before: char| before.is_alphanumeric() || before == '_');
            for name in first_names(&code[offset + "crate::".len()..]) {
                if name != module && !prefixed {
                    used.entry(name).or_insert_with(|| format!("{}:{number}", source.path));
                }
            }
        }
    }
    uses
}

/// The files that are built for tests only.
pub(crate) fn test_files(all: &[Source]) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for source in all {
        let folder = match source.path.rsplit_once('/') {
            Some((folder, "mod.rs" | "lib.rs" | "main.rs")) => folder.to_owned(),
            _ => source.path.trim_end_matches(".rs").to_owned(),
        };
        for rest in source.text.split("#[cfg(test)]\n").skip(1) {
            // Other attributes may stand in between.
            let declared = rest.lines().find_map(|line| line.strip_prefix("mod "));
            let between = rest.split("\nmod ").next().unwrap_or_default();
            let attributes = rest.starts_with("mod ") || between.starts_with("#[") && !between.contains('{');
            if let Some(name) = declared.and_then(|rest| rest.strip_suffix(';')).filter(|_| attributes) {
                files.insert(format!("{folder}/{name}.rs"));
            }
        }
    }
    files
}

/// The names that may follow `crate::`: one, or those of a group in braces.
fn first_names(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        return words(rest).next().map(str::to_owned).into_iter().collect();
    };
    let mut depth = 0_i32;
    let mut names = Vec::new();
    let mut fresh = true;
    let mut name = String::new();
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(std::mem::take(&mut name));
                fresh = true;
            }
            letter if fresh && depth == 0 && (letter.is_alphanumeric() || letter == '_') => name.push(letter),
            letter if !letter.is_whitespace() => fresh = false,
            _ => {}
        }
    }
    names.push(name);
    names.retain(|name| !name.is_empty());
    names
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty())
}

/// A way from a module back to itself.
fn way_back(uses: &Uses, start: &str) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut ways = vec![vec![start.to_owned()]];
    while let Some(way) = ways.pop() {
        let last = way.last()?;
        for next in uses.get(last).into_iter().flat_map(BTreeMap::keys) {
            if next == start {
                return Some(way);
            }
            if uses.contains_key(next) && seen.insert(next.clone()) {
                ways.push(way.iter().cloned().chain([next.clone()]).collect());
            }
        }
    }
    None
}

#[test]
fn groups_of_imports_are_understood() {
    assert_eq!(first_names("text::Span;"), ["text"]);
    assert_eq!(first_names("{api::{A, B}, text::Span, yaml};"), ["api", "text", "yaml"]);
    assert_eq!(first_names("KUBERNETES_VERSION"), ["KUBERNETES_VERSION"]);
}

#[test]
fn a_circle_is_found() {
    let one = |name: &str| BTreeMap::from([(name.to_owned(), String::new())]);
    let uses =
        Uses::from([("a".to_owned(), one("b")), ("b".to_owned(), one("c")), ("c".to_owned(), one("b"))]);
    assert_eq!(way_back(&uses, "a"), None);
    assert_eq!(way_back(&uses, "b"), Some(vec!["b".to_owned(), "c".to_owned()]));
}
