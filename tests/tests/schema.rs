//! The schema against what upstream's own code answered, and against real manifests.

use drydock_core::api::FieldPath;
use drydock_core::diagnostic::{Problem, Severity};
use drydock_core::schema::{Catalogue, CustomType, gvk_of};
use drydock_core::yaml::{Tree, read, split};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder with cases and real manifests, when it is there.
fn shared(test: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let folder = std::env::var_os("DRYDOCK_SHARED").map_or(beside, PathBuf::from);
    if folder.join("conformance").is_dir() {
        return Some(folder);
    }
    println!("skipped: {test} needs the folder {}", folder.display());
    None
}

/// The documents of a text.
fn documents(text: &str) -> Vec<Tree> {
    split(text).chunks.iter().filter_map(|chunk| read(chunk.span.of(text)).tree).collect()
}

fn check(catalogue: &Catalogue, tree: &Tree) -> Vec<Problem> {
    let mut problems = catalogue.check_identity(tree, tree.root(), &FieldPath::root());
    if let Some(gvk) = gvk_of(tree, tree.root()) {
        problems.extend(catalogue.check(tree, tree.root(), &gvk, &FieldPath::root()));
    }
    problems
}

fn lines(path: &Path) -> Vec<Json> {
    let text = std::fs::read_to_string(path).expect("a readable file");
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

fn texts(value: &Json) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Json::as_str).collect()
}

/// A path without indices and map keys, as upstream's decoder writes it.
fn bare(path: &str) -> String {
    let mut result = String::new();
    let mut depth = 0_usize;
    for c in path.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => result.push(c),
            _ => {}
        }
    }
    // Upstream's decoder also names embedded Go structs on the way.
    for embedded in
        ["VolumeSource.", "PersistentVolumeSource.", "IngressRuleValue.", "ProbeHandler.", "Rule."]
    {
        result = result.replace(&format!(".{embedded}"), ".");
    }
    result
}

/// Cases that are refused, rightly, for something that upstream looks at before it would come to ours.
const STOPS_EARLIER: [&str; 3] = ["branch-1449-Pod-plain", "v02628", "v02863"];

/// Paths in which upstream slips, as they should be. A DaemonSet without a selector is refused because its
/// template does not match it.
fn slipped(path: &str) -> String {
    match path {
        "spec.template.metadata.labels" => "spec.selector".to_owned(),
        "spec.persistentDisk.pdName" => "spec.gcePersistentDisk.pdName".to_owned(),
        _ => match path.strip_prefix("metadata.taints") {
            Some(rest) => format!("spec.taints{rest}"),
            None => path.to_owned(),
        },
    }
}

#[test]
fn what_upstream_decodes_and_accepts_has_no_schema_error_and_the_rest_has() {
    let Some(shared) = shared("suite validate") else { return };
    let folder = shared.join("conformance");
    let answers: BTreeMap<String, Json> = lines(&folder.join("answers/validate.jsonl"))
        .into_iter()
        .map(|answer| (answer["id"].as_str().unwrap_or_default().to_owned(), answer))
        .collect();
    let catalogue = Catalogue::builtin();
    let mut differences = Vec::new();
    let mut compared = 0;
    for case in lines(&folder.join("cases/validate.jsonl")) {
        let id = case["id"].as_str().unwrap_or_default();
        let answer = &answers[id];
        let manifest = case.get("manifest").or(case.get("new")).and_then(Json::as_str).unwrap_or_default();
        let documents = documents(manifest);
        let [document] = documents.as_slice() else { continue };
        compared += 1;
        let problems = check(&catalogue, document);
        let of = |rule: &str| -> Vec<&Problem> {
            problems.iter().filter(|problem| problem.rule == rule).collect()
        };
        let mut differ = |what: String| differences.push(format!("{id}: {what}"));
        let decode = &answer["decode"];
        let field = decode["field"].as_str();
        match decode["kind"].as_str() {
            Some("type") => {
                let found = of("schema/type");
                let named =
                    |problem: &&Problem| field.is_none_or(|field| bare(&problem.field) == bare(field));
                if !found.iter().any(named) {
                    differ(format!("no type error like {decode} {} but {problems:?}", answer["messages"]));
                }
            }
            Some("noKind") if of("schema/required").is_empty() => differ("no kind is fine".to_owned()),
            Some("unknownKind")
                if problems.iter().all(|problem| {
                    problem.severity != Severity::Error
                        && !matches!(problem.rule, "schema/no-schema" | "schema/not-by-default")
                }) =>
            {
                differ(format!(
                    "the unknown kind is fine: {}",
                    document.text_at(&["kind"]).unwrap_or_default()
                ));
            }
            Some(_) => {}
            None => {
                let mut unknown: Vec<&str> =
                    of("schema/unknown-field").iter().map(|problem| problem.message.as_str()).collect();
                unknown.sort_unstable();
                let strict: Vec<&str> = texts(&answer["strict"])
                    .into_iter()
                    .filter(|text| text.starts_with("unknown field"))
                    .collect();
                if unknown != strict {
                    differ(format!("unknown fields {unknown:?}, upstream {strict:?}"));
                }
                let errors = answer["errors"].as_array().map_or(&[][..], Vec::as_slice);
                for problem in problems.iter().filter(|problem| problem.severity == Severity::Error) {
                    let known = errors.iter().any(|error| {
                        let field = slipped(&bare(error["field"].as_str().unwrap_or_default()));
                        let ours = bare(&problem.field);
                        field.starts_with(&ours) || ours.starts_with(&field)
                    });
                    // An update is compared with the stored object before anything else.
                    let other =
                        answer.get("refused").is_some() || case.get("old").is_some() && !errors.is_empty();
                    if problem.rule != "schema/unknown-field"
                        && !known
                        && !other
                        && !STOPS_EARLIER.contains(&id)
                    {
                        differ(format!("{} {}; upstream {errors:?}", problem.rule, problem.message));
                    }
                }
            }
        }
    }
    assert!(compared > 2500, "most cases are read: {compared}");
    assert!(differences.is_empty(), "{} of {compared}:\n{}", differences.len(), differences.join("\n"));
}

/// All YAML files below a folder, sorted.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            files(&entry, found);
        } else if entry.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            found.push(entry);
        }
    }
}

#[test]
fn real_manifests_have_no_schema_error() {
    let Some(shared) = shared("the corpus") else { return };
    let mut differences = Vec::new();
    let mut applications: Vec<PathBuf> = std::fs::read_dir(shared.join("corpus"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    applications.sort();
    let mut checked = 0;
    for application in applications.iter().filter(|path| path.is_dir()) {
        let mut found = Vec::new();
        files(application, &mut found);
        let objects: Vec<(PathBuf, Tree)> = found
            .into_iter()
            .flat_map(|file| {
                let text = std::fs::read_to_string(&file).expect("a readable file");
                documents(&text).into_iter().map(move |document| (file.clone(), document))
            })
            .filter(|(_, document)| document.text_at(&["kind"]).is_some())
            .collect();
        let custom = objects
            .iter()
            .filter(|(_, object)| object.text_at(&["kind"]) == Some("CustomResourceDefinition"))
            .flat_map(|(_, object)| CustomType::from_crd(&object.to_json(object.root())))
            .map(Arc::new)
            .collect();
        let catalogue = Catalogue::new(custom);
        for (file, object) in &objects {
            checked += 1;
            for problem in check(&catalogue, object) {
                // That a version is gone is true, and all that is wrong in these.
                if problem.severity == Severity::Error && problem.rule != "schema/removed-version" {
                    let name = object.text_at(&["metadata", "name"]).unwrap_or_default();
                    differences.push(format!(
                        "{} {name}: {} {}",
                        file.display(),
                        problem.rule,
                        problem.message
                    ));
                }
            }
        }
    }
    assert!(checked > 400, "the corpus is read: {checked}");
    assert!(differences.is_empty(), "{} in {checked}:\n{}", differences.len(), differences.join("\n"));
}
