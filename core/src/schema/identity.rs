//! What an object says it is: `apiVersion`, `kind` and name.

use super::catalogue::{Catalogue, gvk_of};
use super::check::head;
use crate::api::{FieldPath, GroupVersionKind};
use crate::diagnostic::{Applicability, DocumentIndex, Fix, Place, Problem, Severity, nearest};
use crate::text::{Span, TextEdit};
use crate::yaml::{NodeId, Tree, Value};

impl Catalogue {
    /// Checks `apiVersion`, `kind` and the name of an object: whether they are there, whether the type is
    /// served, whether it is or soon will be gone. `at` is put before every path.
    pub fn check_identity(&self, tree: &Tree, root: NodeId, at: &FieldPath) -> Vec<Problem> {
        let identity = Identity { catalogue: self, tree, root, at };
        let Value::Mapping(_) = tree.value(root) else {
            let place = Place::here(tree.span(root));
            let message = "an object must be a mapping with apiVersion, kind and metadata";
            return vec![Problem::error("schema/type", place, message).field(at.to_string())];
        };
        let mut problems = identity.present();
        if problems.is_empty()
            && let Some(gvk) = gvk_of(tree, root)
        {
            problems.extend(identity.served(&gvk));
            problems.extend(identity.named(&gvk));
        }
        problems
    }
}

struct Identity<'a> {
    catalogue: &'a Catalogue,
    tree: &'a Tree,
    root: NodeId,
    at: &'a FieldPath,
}

impl Identity<'_> {
    /// Where the value of a field is written.
    fn span(&self, key: &str) -> Span {
        let written =
            self.tree.get(self.root, key).map(|id| self.tree.span(id)).filter(|span| !span.is_empty());
        written.unwrap_or_else(|| self.key_span(key))
    }

    /// Where the key of a field is written, or else the first key.
    fn key_span(&self, key: &str) -> Span {
        self.tree.entry(self.root, key).map_or_else(|| head(self.tree, self.root), |entry| entry.key_span)
    }

    fn error(&self, rule: &'static str, key: &str, message: impl Into<String>) -> Problem {
        Problem::error(rule, Place::here(self.span(key)), message).field(self.at.field(key).to_string())
    }

    /// An edit of a field's value; none when it comes from an alias or a merge.
    fn replace(&self, key: &str, text: &str) -> Option<(DocumentIndex, TextEdit)> {
        let entry = self.tree.entry(self.root, key).filter(|entry| !entry.merged)?;
        let node = self.tree.node(entry.value);
        node.alias.is_none().then(|| (DocumentIndex(0), TextEdit::replace(node.span, text)))
    }

    /// A fix that changes `apiVersion` to that of `to`, and `kind` too where it differs.
    fn become_kind(&self, from: &GroupVersionKind, to: &GroupVersionKind) -> Option<Fix> {
        let mut edits = Vec::new();
        let mut changes = Vec::new();
        if from.api_version() != to.api_version() {
            edits.push(self.replace("apiVersion", &to.api_version())?);
            changes.push(format!("apiVersion: {}", to.api_version()));
        }
        if from.kind != to.kind {
            edits.push(self.replace("kind", &to.kind)?);
            changes.push(format!("kind: {}", to.kind));
        }
        let title = format!("change to {}", changes.join(", "));
        Some(Fix { title, applicability: Applicability::Likely, edits })
    }

    /// Whether both fields are there and are texts.
    fn present(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, other) in [("apiVersion", "kind"), ("kind", "apiVersion")] {
            let value = self.tree.get(self.root, key).map(|id| self.tree.value(id));
            match value {
                Some(Value::String(text)) if !text.is_empty() => {}
                None | Some(Value::Null | Value::String(_)) => {
                    let written = if key == "kind" { "Kind" } else { key };
                    let anchor = if value.is_some() { key } else { other };
                    let mut problem = Problem::error(
                        "schema/required",
                        Place::here(self.key_span(anchor)),
                        format!("Object '{written}' is missing"),
                    )
                    .field(self.at.field(key).to_string());
                    problem.help = match key {
                        "kind" => "Every object says its kind, such as `kind: Deployment`.".to_owned(),
                        _ => "Every object says its version, such as `apiVersion: apps/v1`.".to_owned(),
                    };
                    if key == "apiVersion" {
                        problem = self.supply_version(problem, value.is_some());
                    }
                    problems.push(problem);
                }
                Some(_) => problems.push(
                    self.error("schema/type", key, format!("{} must be text", self.at.field(key)))
                        .help("In quotes it is text, but a version looks like `v1` or `apps/v1`."),
                ),
            }
        }
        problems
    }

    /// With a fix that writes the version of a kind that has only one.
    fn supply_version(&self, problem: Problem, written: bool) -> Problem {
        let kind = self.tree.get(self.root, "kind").and_then(|id| self.tree.as_str(id)).unwrap_or_default();
        let known = self.catalogue.known_kind(kind);
        let Some(first) = known.first() else { return problem };
        let version = first.api_version();
        let problem = problem.help(format!("For the kind {kind} it is `apiVersion: {version}`."));
        let root = self.tree.node(self.root);
        if written || root.flow || !self.at.0.is_empty() {
            return problem;
        }
        let edit = TextEdit::insert(root.span.start, format!("apiVersion: {version}\n"));
        problem.fix(Fix {
            title: format!("add apiVersion: {version}"),
            applicability: Applicability::Likely,
            edits: vec![(DocumentIndex(0), edit)],
        })
    }

    /// Whether a server of this version takes objects of the type.
    fn served(&self, gvk: &GroupVersionKind) -> Option<Problem> {
        if let Some(resource) = self.catalogue.resource(gvk) {
            return if resource.served_by_default() {
                self.deprecated(gvk)
            } else {
                Some(self.not_by_default(gvk))
            };
        }
        if self.catalogue.list_item(gvk).is_some() {
            return None;
        }
        if let Some(problem) = self.removed(gvk) {
            return Some(problem);
        }
        let own = self.catalogue.is_builtin_group(&gvk.group) || !gvk.group.contains('.');
        if !own && !self.catalogue.is_custom_group(&gvk.group) {
            return self.foreign(gvk);
        }
        let message = format!("no matches for kind \"{}\" in version \"{}\"", gvk.kind, gvk.api_version());
        let known = self.catalogue.known_kind(&gvk.kind);
        if let Some(right) = known.iter().find(|known| known.group == gvk.group).or(known.first()) {
            let rule =
                if right.group == gvk.group { "schema/unknown-version" } else { "schema/unknown-kind" };
            let mut problem = self.error(rule, "apiVersion", message).help(format!(
                "{} is a kind of `{}`.",
                gvk.kind,
                right.api_version()
            ));
            problem.fixes.extend(self.become_kind(gvk, right));
            return Some(problem);
        }
        let mut problem = self.error("schema/unknown-kind", "kind", message);
        let mut kinds: Vec<&str> = self.catalogue.resources().map(|resource| resource.kind()).collect();
        kinds.dedup();
        if let Some(near) = nearest(&gvk.kind, kinds) {
            problem.help = format!("Did you mean `{near}`?");
            let candidates = self.catalogue.known_kind(near);
            let right =
                candidates.iter().find(|known| known.group == gvk.group && known.version == gvk.version);
            if let Some(right) = right.or(candidates.first()) {
                problem.fixes.extend(self.become_kind(gvk, right));
            }
        }
        Some(problem)
    }

    fn removed(&self, gvk: &GroupVersionKind) -> Option<Problem> {
        let life = self.catalogue.life(gvk)?;
        let message = format!("no matches for kind \"{}\" in version \"{}\"", gvk.kind, gvk.api_version());
        let mut problem = self.error("schema/removed-version", "apiVersion", message);
        problem.help =
            format!("{} {} was removed in Kubernetes {}", life.api_version, life.kind, life.removed);
        if life.use_kind.is_empty() {
            problem.help.push_str("; nothing takes its place.");
        } else {
            let to = GroupVersionKind::new(life.use_api_version, life.use_kind);
            problem.help.push_str(&format!("; use {} {}. Its fields may differ.", to.api_version(), to.kind));
            problem.fixes.extend(self.become_kind(gvk, &to));
        }
        Some(problem)
    }

    fn deprecated(&self, gvk: &GroupVersionKind) -> Option<Problem> {
        let life = self.catalogue.life(gvk).filter(|life| !life.deprecated.is_empty())?;
        let mut message =
            format!("{} {} is deprecated in v{}+", life.api_version, life.kind, life.deprecated);
        if !life.removed.is_empty() {
            message.push_str(&format!(", unavailable in v{}+", life.removed));
        }
        if !life.use_kind.is_empty() {
            message.push_str(&format!("; use {} {}", life.use_api_version, life.use_kind));
        }
        let place = Place::here(self.span("apiVersion"));
        let field = self.at.field("apiVersion").to_string();
        Some(Problem::warning("schema/deprecated-version", place, message).field(field))
    }

    fn not_by_default(&self, gvk: &GroupVersionKind) -> Problem {
        let message = format!("{gvk} is served only by clusters that turn it on");
        let place = Place::here(self.span("apiVersion"));
        let field = self.at.field("apiVersion").to_string();
        let mut problem = Problem::warning("schema/not-by-default", place, message).field(field);
        problem.help = "Alpha and beta versions are off unless the API server is told otherwise.".to_owned();
        let stable = self.catalogue.known_kind(&gvk.kind).into_iter().find(|known| {
            known.group == gvk.group && !known.version.contains("alpha") && !known.version.contains("beta")
        });
        if let Some(stable) = stable {
            problem.help.push_str(&format!(" {} is on everywhere.", stable.api_version()));
            problem.fixes.extend(self.become_kind(gvk, &stable));
        }
        problem
    }

    /// A type of a group that is not Kubernetes' own: known to the cluster perhaps, but not here. A group
    /// that is nearly one of Kubernetes' own with one of its kinds is a typing error.
    fn foreign(&self, gvk: &GroupVersionKind) -> Option<Problem> {
        let known = self.catalogue.known_kind(&gvk.kind);
        let groups = known.iter().map(|known| known.group.as_str()).filter(|group| !group.is_empty());
        if let Some(group) = nearest(&gvk.group, groups)
            && let Some(right) = known.iter().find(|known| known.group == group)
        {
            let message =
                format!("no matches for kind \"{}\" in version \"{}\"", gvk.kind, gvk.api_version());
            let mut problem = self
                .error("schema/unknown-kind", "apiVersion", message)
                .help(format!("Did you mean `{}`?", right.api_version()));
            problem.fixes.extend(self.become_kind(gvk, right));
            return Some(problem);
        }
        let place = Place::here(self.span("kind"));
        let message = format!("the fields of {gvk} are not checked: its type is not known here");
        Some(
            Problem::new("schema/no-schema", Severity::Info, place, message)
                .help("Paste its CustomResourceDefinition too, and they are checked against it.")
                .field(self.at.field("kind").to_string()),
        )
    }

    /// Whether the object has a name or has one generated.
    fn named(&self, gvk: &GroupVersionKind) -> Option<Problem> {
        let resource = self.catalogue.resource(gvk).filter(|resource| !resource.is_review())?;
        let metadata = self.tree.get(self.root, "metadata");
        if let Some(metadata) = metadata {
            if !matches!(self.tree.value(metadata), Value::Mapping(_) | Value::Null) {
                return None;
            }
            let empty = |key: &str| match self.tree.get(metadata, key).map(|id| self.tree.value(id)) {
                None | Some(Value::Null) => true,
                Some(Value::String(text)) => text.is_empty(),
                // Of another type: the walk through the fields tells.
                Some(_) => false,
            };
            if !empty("name") || !empty("generateName") {
                return None;
            }
        }
        let name =
            metadata.and_then(|metadata| self.tree.entry(metadata, "name")).map(|entry| entry.key_span);
        let place = Place::here(name.unwrap_or_else(|| self.key_span("metadata")));
        Some(
            Problem::error("schema/required", place, "resource name may not be empty")
                .help(format!("A {} needs `metadata.name` (or `metadata.generateName`).", resource.kind()))
                .field(self.at.fields("metadata.name").to_string()),
        )
    }
}
