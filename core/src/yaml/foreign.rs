//! Texts that are no manifests, recognised for what they are: one sentence instead of thirty errors.

use super::lines::Line;
use super::tree::{NodeId, Tree, Value};
use crate::diagnostic::{Place, Problem, Severity};
use crate::text::Span;

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Foreign {
    /// A template of Helm or of Go.
    Template,
    /// The values of a Helm chart.
    Values,
    /// The description of a Helm chart.
    Chart,
    /// A kustomization.
    Kustomization,
    /// A Compose file.
    Compose,
    /// A workflow of GitHub Actions.
    Workflow,
    /// A Dockerfile.
    Dockerfile,
    /// A shell script or commands.
    Shell,
    /// Markdown.
    Markdown,
    /// Lines of `NAME=value`.
    Environment,
    /// HTML or XML.
    Markup,
    /// TOML or INI.
    Toml,
    /// Data that is no object of Kubernetes.
    Data,
    /// Anything else.
    Text,
}

impl Foreign {
    /// The id of its finding.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Template => "foreign/template",
            Self::Values => "foreign/values",
            Self::Chart => "foreign/chart",
            Self::Kustomization => "foreign/kustomization",
            Self::Compose => "foreign/compose",
            Self::Workflow => "foreign/workflow",
            Self::Dockerfile => "foreign/dockerfile",
            Self::Shell => "foreign/shell",
            Self::Markdown => "foreign/markdown",
            Self::Environment => "foreign/env",
            Self::Markup => "foreign/markup",
            Self::Toml => "foreign/toml",
            Self::Data => "foreign/data",
            Self::Text => "foreign/text",
        }
    }

    /// What it is and what to do, one sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Template => "this is a Helm template: render it first, with helm template",
            Self::Values => {
                "these are the values of a Helm chart: render the chart with helm template and paste the result"
            }
            Self::Chart => {
                "this describes a Helm chart: render the chart with helm template and paste the result"
            }
            Self::Kustomization => {
                "this is a kustomization: build it with kubectl kustomize and paste the result"
            }
            Self::Compose => {
                "this is a Compose file: Kubernetes needs manifests, which kompose convert can make of it"
            }
            Self::Workflow => "this is a workflow of GitHub Actions, not a manifest of Kubernetes",
            Self::Dockerfile => "this is a Dockerfile: build an image of it and name the image in a manifest",
            Self::Shell => "this is a shell script: paste the manifests that it applies",
            Self::Markdown => "this is Markdown: paste only the manifests in it",
            Self::Environment => {
                "these are environment variables: kubectl create configmap --from-env-file makes a manifest of them"
            }
            Self::Markup => {
                "this is HTML or XML, not a manifest: perhaps a web page was copied instead of its raw text"
            }
            Self::Toml => "this is a TOML or INI file, not a manifest of Kubernetes",
            Self::Data => "this has neither apiVersion nor kind, so it is no object of Kubernetes",
            Self::Text => "this is a text, not a manifest of Kubernetes",
        }
    }

    /// The finding.
    pub(super) fn problem(self, span: Span) -> Problem {
        Problem::new(self.rule(), Severity::Info, Place::here(span), self.sentence())
    }
}

/// Recognises a text that could not be read as YAML.
pub(super) fn of_text(text: &str) -> Option<Foreign> {
    template(text).or_else(|| of_lines(text))
}

/// Recognises templates: `{{` outside of quotes and comments, where it makes the text unreadable.
pub(super) fn template(text: &str) -> Option<Foreign> {
    text.lines().any(has_action).then_some(Foreign::Template)
}

/// Whether a line holds a template's action outside of quotes.
fn has_action(line: &str) -> bool {
    let content = line.trim_start().trim_start_matches("- ");
    if content.starts_with('#') || !content.contains("}}") {
        return false;
    }
    let Some(at) = content.find("{{") else { return false };
    let before = &content[..at];
    let quoted = |quote: char| before.matches(quote).count() % 2 == 1;
    !quoted('"') && !quoted('\'')
}

/// Recognises other formats by their lines. A text with lines such as `kind: Pod` is a manifest, however
/// broken.
fn of_lines(text: &str) -> Option<Foreign> {
    let is_manifest = |line: &str| line.starts_with("apiVersion:") || line.starts_with("kind:");
    if text.lines().any(is_manifest) {
        return None;
    }
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    if first.starts_with("#!") {
        return Some(Foreign::Shell);
    }
    if first.trim_start().starts_with('<') {
        return Some(Foreign::Markup);
    }
    let all: Vec<&str> =
        text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).take(200).collect();
    let code: Vec<&str> = all.iter().copied().filter(|line| !line.trim_start().starts_with('#')).collect();
    let share = |test: &dyn Fn(&str) -> bool| {
        let hits = code.iter().filter(|line| test(line)).count();
        hits > 0 && hits * 2 >= code.len()
    };
    if code.iter().any(|line| line.starts_with("FROM ")) && code.iter().any(|line| is_instruction(line)) {
        return Some(Foreign::Dockerfile);
    }
    if share(&|line| is_assignment(line)) {
        return Some(Foreign::Environment);
    }
    if code.iter().any(|line| line.starts_with('[') && line.ends_with(']'))
        && code.iter().any(|line| line.contains(" = ") || line.contains('='))
    {
        return Some(Foreign::Toml);
    }
    if share(&|line| is_command(line)) {
        return Some(Foreign::Shell);
    }
    let heading = |line: &&str| line.starts_with("# ") || line.starts_with("## ") || line.starts_with("```");
    if all.iter().any(|line| line.starts_with("```"))
        || all.iter().filter(|line| heading(line)).count() > 1
            && !code.iter().any(|line| looks_like_key(line))
    {
        return Some(Foreign::Markdown);
    }
    let prose = |line: &str| line.split(' ').count() > 3 && !looks_like_key(line);
    (!code.iter().any(|line| looks_like_key(line)) && share(&prose)).then_some(Foreign::Text)
}

/// Whether a line is an instruction of a Dockerfile.
fn is_instruction(line: &str) -> bool {
    const WORDS: [&str; 12] = [
        "RUN ",
        "CMD ",
        "COPY ",
        "ADD ",
        "WORKDIR ",
        "ENTRYPOINT ",
        "EXPOSE ",
        "ENV ",
        "ARG ",
        "USER ",
        "LABEL ",
        "VOLUME ",
    ];
    WORDS.iter().any(|word| line.starts_with(word))
}

/// Whether a line is `NAME=value`.
fn is_assignment(line: &str) -> bool {
    let line = line.strip_prefix("export ").unwrap_or(line);
    line.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    })
}

/// Whether a line looks like a command.
fn is_command(line: &str) -> bool {
    const WORDS: [&str; 22] = [
        "kubectl", "helm", "docker", "echo", "cat", "cd", "curl", "set", "export", "if", "fi", "for", "done",
        "while", "sudo", "apt-get", "git", "make", "kind", "minikube", "source", "$",
    ];
    let word = line.split_whitespace().next().unwrap_or("");
    WORDS.contains(&word)
}

/// Whether a line looks like `key:` or `key: value`.
fn looks_like_key(line: &str) -> bool {
    let content = line.trim_start().trim_start_matches("- ");
    let key = content.split(": ").next().unwrap_or("").trim_end_matches(':');
    let colon = content.contains(": ") || content.ends_with(':');
    colon && !key.is_empty() && !key.contains(' ')
}

/// The line that tells what a text is.
pub(super) fn telling_line(foreign: Foreign, text: &str) -> Span {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let tells = match foreign {
            Foreign::Template => has_action(line),
            _ => !line.trim().is_empty(),
        };
        if tells {
            return Line::at(text, start).span();
        }
        start += line.len();
    }
    Span::at(0)
}

/// Recognises a document that can be read and is no manifest. One with `apiVersion` or `kind` is a manifest
/// with something missing, unless it is a kustomization.
pub fn of_tree(tree: &Tree) -> Option<Foreign> {
    let root = tree.root();
    match tree.value(root) {
        Value::Mapping(_) => of_mapping(tree, root),
        // A list of objects is not what kubectl takes, but it is no other format either.
        Value::Sequence(_) => Some(Foreign::Data),
        Value::Null => None,
        _ => Some(Foreign::Text),
    }
}

fn of_mapping(tree: &Tree, root: NodeId) -> Option<Foreign> {
    let has = |key: &str| tree.get(root, key).is_some();
    let text = |key: &str| tree.get(root, key).and_then(|id| tree.as_str(id));
    let version = text("apiVersion");
    if version.is_some_and(|version| version.starts_with("kustomize.config.k8s.io/"))
        || text("kind") == Some("Kustomization") && version.is_none()
    {
        return Some(Foreign::Kustomization);
    }
    if version == Some("v2") && !has("kind") && has("name") && has("version") {
        return Some(Foreign::Chart);
    }
    if version == Some("v1") && !has("kind") && text("name").is_some() && has("version") {
        return Some(Foreign::Chart);
    }
    // What is being typed may have no more than metadata or a spec yet.
    if has("apiVersion") || has("kind") || has("metadata") || has("spec") {
        return None;
    }
    let entries: Vec<_> = tree.entries(root).collect();
    if entries.is_empty() {
        return None;
    }
    let kustomize = [
        "patches",
        "configMapGenerator",
        "secretGenerator",
        "namePrefix",
        "commonLabels",
        "patchesStrategicMerge",
    ];
    let lists_files = tree.get(root, "resources").is_some_and(|id| {
        let items = tree.items(id);
        !items.is_empty() && items.iter().all(|&item| tree.as_str(item).is_some())
    });
    if lists_files || kustomize.iter().any(|key| has(key)) {
        return Some(Foreign::Kustomization);
    }
    if let Some(services) = tree.get(root, "services") {
        let container = |id: NodeId| tree.get(id, "image").is_some() || tree.get(id, "build").is_some();
        if tree.entries(services).any(|entry| container(entry.value)) {
            return Some(Foreign::Compose);
        }
    }
    if has("jobs") && (has("on") || has("true")) {
        return Some(Foreign::Workflow);
    }
    let values =
        ["image", "replicaCount", "nameOverride", "fullnameOverride", "global", "ingress", "service"];
    let hits = values.iter().filter(|key| has(key)).count();
    if hits > 1 || has("replicaCount") || has("nameOverride") {
        return Some(Foreign::Values);
    }
    // A single key without a value is a manifest that has just been begun.
    let begun = entries.len() == 1 && matches!(tree.value(entries[0].value), Value::Null);
    (!begun).then_some(Foreign::Data)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{State, read};

    fn check(text: &str, expected: Foreign) {
        let reading = read(text);
        assert_eq!(reading.state, State::Foreign(expected), "{text}");
        assert_eq!(reading.problems.len(), 1, "{text}");
    }

    #[test]
    fn other_formats_are_told_from_manifests() {
        check("{{- if .Values.x }}\nkind: Pod\n{{- end }}\n", Foreign::Template);
        check("kind: Pod\nspec:\n  replicas: {{ .Values.replicas }}\n", Foreign::Template);
        check("FROM alpine:3\nRUN apk add curl\nCMD [\"sh\"]\n", Foreign::Dockerfile);
        check("#!/bin/sh\nset -e\nkubectl apply -f x.yaml\n", Foreign::Shell);
        check("<html>\n<body>a: b: c</body>\n", Foreign::Markup);
        check("[package]\nname = \"x\"\nversion = \"1: 2: 3\"\n", Foreign::Toml);
        check("just some words", Foreign::Text);
        check(
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n",
            Foreign::Kustomization,
        );
        check("resources:\n- a.yaml\n", Foreign::Kustomization);
        check("services:\n  web:\n    image: nginx\n", Foreign::Compose);
        check("replicaCount: 1\nimage: {repository: nginx}\n", Foreign::Values);
        check("apiVersion: v2\nname: x\nversion: 1.0.0\n", Foreign::Chart);
        check("on: push\njobs: {a: {}}\n", Foreign::Workflow);
        check("a: 1\nb: 2\n", Foreign::Data);
    }

    #[test]
    fn manifests_are_never_foreign() {
        for text in [
            "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    text: \"{{ $labels.pod }}\"\n",
            "kind: Pod\n",
            "apiVersion: v1\n",
            "metadata:\n  name: x\n",
            "ap",
        ] {
            let reading = read(text);
            if text != "ap" {
                assert_eq!(reading.state, State::Sound, "{text}");
            }
        }
    }
}
