//! The documents that Drydock was asked to take in: every manifest in them gets the verdict that an API
//! server gives, and what is no manifest is recognised as what it is.

use drydock_core::session::{DocumentState, Severity, SourceFile};
use drydock_tests::conformance;
use drydock_tests::opening::{Opened, folder, folders, open, sources};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

type Outcome = Result<(), Box<dyn Error>>;

/// Opens a text alone, under a name that gives nothing away.
fn open_text(text: &str) -> Opened {
    open(&[SourceFile { name: "pasted".to_owned(), text: text.to_owned() }])
}

/// The errors, a line each.
fn errors(opened: &Opened) -> Vec<String> {
    let mut found = Vec::new();
    for problem in &opened.analysis.problems {
        if problem.severity == Severity::Error {
            found.push(format!("line {}: {} {}", problem.range.line, problem.rule, problem.message));
        }
    }
    found
}

fn states(opened: &Opened) -> Vec<DocumentState> {
    opened.analysis.files.iter().flat_map(|file| &file.documents).map(|document| document.state).collect()
}

/// The folder of shared material; says so when it is not there.
fn shared(test: &str) -> Option<PathBuf> {
    let found = conformance::shared();
    if found.is_none() {
        println!("skipped: {test} needs the folder `shared` beside the repository");
    }
    found
}

/// Upstream's answers to the named cases, by id.
fn answers(shared: &Path) -> Result<BTreeMap<String, Value>, Box<dyn Error>> {
    let text = fs::read_to_string(shared.join("conformance/answers/validate.jsonl"))?;
    let mut answers = BTreeMap::new();
    for line in text.lines().filter(|line| line.contains("\"named-seed-")) {
        let answer: Value = serde_json::from_str(line)?;
        answers.insert(answer["id"].as_str().unwrap_or_default().to_owned(), answer);
    }
    Ok(answers)
}

/// What is wrong with our verdict on a manifest, if anything, given upstream's.
fn disagreement(upstream: &Value, opened: &Opened) -> Option<String> {
    let filled = |field: &str| upstream[field].as_array().is_some_and(|list| !list.is_empty());
    let found = errors(opened);
    match upstream["decode"]["kind"].as_str() {
        // A template or a chart's description: nothing to send to an API server.
        Some("syntax" | "noKind") if states(opened) != [DocumentState::Foreign] => {
            Some(format!("it is no manifest, but is taken for {:?}", states(opened)))
        }
        None if filled("errors") || filled("strict") => found
            .is_empty()
            .then(|| format!("no error, but upstream says {} {}", upstream["errors"], upstream["strict"])),
        _ => (!found.is_empty()).then(|| format!("false errors: {}", found.join("; "))),
    }
}

#[test]
fn every_named_manifest_gets_upstreams_verdict() -> Outcome {
    let Some(shared) = shared("every_named_manifest_gets_upstreams_verdict") else { return Ok(()) };
    let answers = answers(&shared)?;
    let text = fs::read_to_string(shared.join("conformance/oracle/validate/named/seeds.yaml"))?;
    let (mut count, mut wrong) = (0, Vec::new());
    for section in text.split("#: ").skip(1) {
        let (id, manifest) = section.split_once('\n').unwrap_or((section, ""));
        let Some(upstream) = answers.get(&format!("named-{id}")) else { continue };
        count += 1;
        if let Some(disagreement) = disagreement(upstream, &open_text(manifest)) {
            wrong.push(format!("{id}: {disagreement}"));
        }
    }
    assert!(count > 50, "only {count} manifests were found");
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// A fenced block of a document.
struct Block {
    place: String,
    language: String,
    text: String,
}

/// The fenced blocks of a text, taken out of the indentation that their fences have.
fn blocks(name: &str, text: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open: Option<usize> = None;
    for (number, line) in text.lines().enumerate() {
        let bare = line.trim_start();
        match (bare.strip_prefix("```"), open) {
            (Some(_), Some(_)) => open = None,
            (Some(language), None) => {
                open = Some(line.len() - bare.len());
                let place = format!("{name}:{}", number + 1);
                found.push(Block { place, language: language.trim().to_owned(), text: String::new() });
            }
            (None, Some(indent)) => {
                if let Some(block) = found.last_mut() {
                    block.text.push_str(line.get(indent.min(line.len() - bare.len())..).unwrap_or_default());
                    block.text.push('\n');
                }
            }
            (None, None) => {}
        }
    }
    found
}

/// Whether each document of a block calls itself an object.
fn is_manifest(text: &str) -> bool {
    let has = |field: &str| text.lines().any(|line| line.starts_with(field));
    has("apiVersion:") && has("kind:")
}

#[test]
fn every_fenced_block_opens_and_what_is_no_manifest_raises_no_error() -> Outcome {
    let test = "every_fenced_block_opens_and_what_is_no_manifest_raises_no_error";
    let Some(shared) = shared(test) else { return Ok(()) };
    let (mut count, mut wrong) = (0, Vec::new());
    let mut paths = Vec::new();
    for entry in fs::read_dir(shared.join("seeds"))? {
        paths.push(entry?.path());
    }
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
        for block in blocks(&name, &text) {
            count += 1;
            let opened = open_text(&block.text);
            let foreign =
                matches!(block.language.as_str(), "yaml" | "dockerfile") && !is_manifest(&block.text);
            let template = block.text.contains("{{") && block.language == "yaml";
            let found = errors(&opened);
            if (foreign || template) && !found.is_empty() {
                wrong.push(format!("{} ({}): {}", block.place, block.language, found.join("; ")));
            }
            if foreign && states(&opened).contains(&DocumentState::Object) {
                wrong.push(format!("{} ({}) is taken for an object", block.place, block.language));
            }
        }
    }
    assert!(count > 100, "only {count} blocks were found");
    assert!(wrong.is_empty(), "of {count} blocks:\n{}", wrong.join("\n"));
    Ok(())
}

/// The applications of the documents are there as samples, by the features that their examples teach.
#[test]
fn the_samples_cover_the_worked_examples() -> Outcome {
    let mut text = String::new();
    for path in folders(&folder("static/samples"))? {
        for file in sources(&path)? {
            text.push_str(&file.text);
        }
    }
    for feature in [
        "maxSurge: 1",
        "maxUnavailable: 0",
        "minAvailable: 2",
        "averageUtilization: 70",
        "kind: ResourceQuota",
        "kind: LimitRange",
        "startupProbe:",
        "readinessProbe:",
        "livenessProbe:",
        "podAntiAffinity:",
        "nodeAffinity:",
        "topologySpreadConstraints:",
        "tolerations:",
        "initContainers:",
        "kind: ClusterRoleBinding",
        "kind: NetworkPolicy",
        "kind: StatefulSet",
        "kind: DaemonSet",
        "kind: CronJob",
        "kind: Job\n",
        "volumeClaimTemplates:",
        "kind: VerticalPodAutoscaler",
        "kubernetes.io/tls",
        "clusterIP: None",
        "type: LoadBalancer",
        "type: NodePort",
        "type: ExternalName",
        "kind: PersistentVolume\n",
        "envFrom:",
        "secretKeyRef:",
        "stabilizationWindowSeconds: 300",
    ] {
        assert!(text.contains(feature), "no sample shows {feature}");
    }
    Ok(())
}
