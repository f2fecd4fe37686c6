//! Texts that are no manifests, recognised for what they are: one sentence instead of thirty errors.

mod of_lines;
mod of_tree;

use super::lines::Line;
use crate::diagnostic::{Place, Problem, Severity};
use crate::text::Span;
use of_lines::of_lines;
pub use of_tree::of_tree;

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
        check("# Pods\n\nApply: this\n\n```yaml\napiVersion: v1\nkind: Pod\n```\n", Foreign::Markdown);
        check("# all: of it\nkubectl get pods\n\n# see: it\ncurl x\nfoo: bar: x\n", Foreign::Shell);
        check("kubectl apply -f - <<EOF\napiVersion: v1\nkind: Pod\nEOF\n", Foreign::Shell);
        check("Current CPU: 85%  Target: 70%\nCurrent Replicas: 3\nso: it: is\n┌──┐\n", Foreign::Text);
        check("image:\n  tag: x\npodAnnotations: {}\n", Foreign::Values);
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
