//! Resolves references by name.

use super::build::Resolver;
use super::draft::{Draft, End, Line};
use super::problem::{ReferenceFix, ReferenceProblem, Spot};
use super::{Presence, parts};
use crate::api::{FieldPath, ObjectKey};
use crate::diagnostic::{Severity, nearest};
use crate::kinds::{Reference, Relation, Target, Usually, ambient, find};
use serde_json::Value;
use std::collections::BTreeMap;

/// Draws the references by name of an entry, and tells of those that lead nowhere: once for each missing
/// object, however often it is named.
pub(super) fn resolve(resolver: &Resolver<'_>, place: usize, references: &[Reference], draft: &mut Draft) {
    let mut missing: BTreeMap<&ObjectKey, Vec<&Reference>> = BTreeMap::new();
    for reference in references {
        let Target::Object { key, part } = &reference.target else { continue };
        if let Some(target) = resolver.world.find(key) {
            let mut broken = false;
            if let Some((path, part)) = part {
                let problem = parts::check(resolver, place, target, path, part, reference.optional);
                broken = problem.is_some();
                draft.problems.extend(problem);
            }
            let to_field = part.as_ref().and_then(|(_, part)| parts::field(resolver, target, part));
            draw(resolver, place, reference, (End::Entry(target), to_field), broken, draft);
        } else if ambient::is_system(key) {
            let end = draft.extra(key.clone(), Presence::Ambient, String::new());
            draw(resolver, place, reference, (end, None), false, draft);
        } else if reference.usually != Usually::OnlyIfThere {
            missing.entry(key).or_default().push(reference);
        }
    }
    for (key, references) in missing {
        let verdict = Verdict::on(resolver, key, &references);
        let presence = match verdict.severity {
            Some(Severity::Error | Severity::Warning) => Presence::Missing,
            _ => Presence::Elsewhere,
        };
        let end = draft.extra(key.clone(), presence, verdict.summary.clone());
        for reference in &references {
            let broken = presence == Presence::Missing;
            draw(resolver, place, reference, (end.clone(), None), broken, draft);
        }
        draft.problems.extend(verdict.problem(resolver, place, key, &references));
    }
}

fn draw(
    resolver: &Resolver<'_>,
    place: usize,
    reference: &Reference,
    (target, part): (End, Option<FieldPath>),
    broken: bool,
    draft: &mut Draft,
) {
    let (_, path) = resolver.world.written(place, &reference.path);
    let here = End::Entry(place);
    if here == target {
        return;
    }
    let (from, to, from_field, to_field) = if reference.reversed {
        (target, here, FieldPath::root(), path)
    } else {
        (here, target, path, part.unwrap_or_default())
    };
    let sentence = reference.sentence.clone();
    let label = reference.label.clone();
    draft.draw(
        from,
        to,
        Line { relation: reference.relation, label, broken, from_field, to_field, sentence },
    );
}

/// What is to be said of a missing object.
struct Verdict {
    /// `None`: nothing.
    severity: Option<Severity>,
    /// What its ghost says: `"web" exists`.
    summary: String,
    help: String,
    /// The field to change, when it is not the one of the name, and the scalar to put there.
    change: Option<(Option<&'static str>, String)>,
}

impl Verdict {
    fn on(resolver: &Resolver<'_>, key: &ObjectKey, references: &[&Reference]) -> Self {
        let needed: Vec<&&Reference> = references.iter().filter(|reference| !reference.optional).collect();
        let summary = |text: &str| text.to_owned();
        if needed.is_empty() {
            return Self { severity: None, summary: summary("optional"), help: String::new(), change: None };
        }
        if let Some(near) = near(resolver, key) {
            return Self {
                severity: Some(Severity::Error),
                summary: format!("\"{near}\" exists"),
                help: format!("Did you mean \"{near}\"?"),
                change: Some((None, near.to_owned())),
            };
        }
        let scales = references.iter().any(|reference| reference.relation == Relation::Scales);
        if scales && let Some(kind) = other_workload(resolver, key) {
            return Self {
                severity: Some(Severity::Error),
                summary: format!("a {kind} of that name exists"),
                help: format!("There is a {kind} of that name: did you mean that?"),
                change: Some((Some("kind"), kind.to_owned())),
            };
        }
        // A custom resource comes with its operator, or is none of ours to judge.
        let elsewhere = find(&key.group, &key.kind).is_none()
            || needed.iter().all(|reference| reference.usually == Usually::Elsewhere);
        if let Some(namespace) = other_namespace(resolver, key) {
            return Self {
                severity: Some(if elsewhere { Severity::Warning } else { Severity::Error }),
                summary: format!("exists in namespace {namespace}"),
                help: format!(
                    "One of that name is in namespace {namespace}, but it is looked for in namespace {}.",
                    key.namespace
                ),
                change: None,
            };
        }
        let help = if elsewhere {
            String::from("It may well come from elsewhere; then there is nothing to do.")
        } else {
            format!(
                "If it is made elsewhere, nothing needs to be done; else add a {} of that name.",
                key.kind
            )
        };
        let severity = if elsewhere { Severity::Info } else { Severity::Warning };
        let text = if elsewhere { "comes from elsewhere" } else { "not in these files" };
        Self { severity: Some(severity), summary: summary(text), help, change: None }
    }

    fn problem(
        self,
        resolver: &Resolver<'_>,
        place: usize,
        key: &ObjectKey,
        references: &[&Reference],
    ) -> Option<ReferenceProblem> {
        let severity = self.severity?;
        let spots: Vec<Spot> = references
            .iter()
            .map(|reference| {
                let (object, path) = resolver.world.written(place, &reference.path);
                Spot::value(object, path)
            })
            .collect();
        let at = spots.first()?.clone();
        let scope =
            if key.namespace.is_empty() { String::new() } else { format!(" in namespace {}", key.namespace) };
        let fixes = self.change.map(|(field, text)| {
            let spots = match field {
                None => spots,
                Some(field) => spots.iter().filter_map(|spot| sibling(spot, field)).collect(),
            };
            ReferenceFix::change(spots, &Value::String(text))
        });
        Some(ReferenceProblem {
            rule: "reference/missing",
            severity,
            message: format!("{} \"{}\" does not exist{scope}", key.kind, key.name),
            help: self.help,
            at,
            labels: Vec::new(),
            fixes: fixes.into_iter().collect(),
        })
    }
}

/// The field beside a field.
fn sibling(spot: &Spot, field: &str) -> Option<Spot> {
    let (_, before) = spot.path.0.split_last()?;
    Some(Spot { path: FieldPath(before.to_vec()).field(field), ..spot.clone() })
}

/// The name that was probably meant. Two names of which one has a whole word more are both meant.
fn near<'e>(resolver: &Resolver<'e>, key: &ObjectKey) -> Option<&'e str> {
    let near = nearest(&key.name, resolver.world.names(key))?;
    (near.len().abs_diff(key.name.len()) <= 1 && !siblings(near, &key.name)).then_some(near)
}

/// Whether two names are numbered siblings (`db-1`, `db-2`): one of them missing is no typing error.
fn siblings(left: &str, right: &str) -> bool {
    let letters = |name: &str| -> String { name.chars().filter(|c| !c.is_ascii_digit()).collect() };
    let (short_left, short_right) = (letters(left), letters(right));
    let stem = |name: &str| name.trim_end_matches(['-', '.']).to_owned();
    stem(&short_left) == stem(&short_right)
}

/// The kind of a workload of the same name and namespace.
fn other_workload<'e>(resolver: &Resolver<'e>, key: &ObjectKey) -> Option<&'e str> {
    ["Deployment", "StatefulSet", "ReplicaSet", "DaemonSet", "Rollout"].into_iter().find_map(|kind| {
        let found = resolver.world.namesakes(kind, &key.name).iter();
        found
            .map(|&place| &resolver.world.entries[place])
            .find(|entry| entry.key().namespace == key.namespace && entry.key().kind != key.kind)
            .map(|entry| entry.object.gvk.kind.as_str())
    })
}

/// A namespace that has such an object.
fn other_namespace<'e>(resolver: &Resolver<'e>, key: &ObjectKey) -> Option<&'e str> {
    let found = resolver.world.namesakes(&key.kind, &key.name).iter();
    found
        .map(|&place| &resolver.world.entries[place])
        .find(|entry| entry.presence == Presence::Pasted && entry.key().group == key.group)
        .map(|entry| entry.key().namespace.as_str())
        .filter(|namespace| *namespace != key.namespace)
}
