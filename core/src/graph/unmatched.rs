//! Selectors that match nothing.

use super::build::Resolver;
use super::draft::{Draft, End, Line};
use super::problem::{ReferenceFix, Spot};
use super::selected::problem;
use super::world::Entry;
use super::{Presence, sentences};
use crate::api::{FieldPath, LabelSelector, Labels, ObjectKey, Operator, Requirement};
use crate::diagnostic::{Severity, nearest};
use crate::kinds::{Namespaces, Reference, Selected, Selection, WhenEmpty, find};
use serde_json::Value;

/// A label that, changed to a near one, would make the selector match.
struct Near<'n> {
    requirement: &'n Requirement,
    /// The key is wrong, not the value.
    key: bool,
    /// What it should be.
    text: &'n str,
    /// What would be selected then.
    place: usize,
}

/// Tells that a selector matches nothing, when that matters, and draws a ghost for what is missing.
pub(super) fn tell(
    resolver: &Resolver<'_>,
    place: usize,
    reference: &Reference,
    selection: &Selection,
    draft: &mut Draft,
) {
    let candidates = resolver.selectors.candidates(selection, &resolver.world);
    let near = candidates.iter().find_map(|&candidate| {
        let labels = resolver.selectors.labels(candidate, &selection.among)?;
        near(&selection.selector, labels, candidate)
    });
    let severity = match (selection.when_empty, &near) {
        (WhenEmpty::Fine, _) | (WhenEmpty::OnlyWhenNear, None) => return,
        (WhenEmpty::OnlyWhenNear, Some(_)) => Severity::Warning,
        (WhenEmpty::Problem(severity), Some(_)) => severity.min(Severity::Warning),
        (WhenEmpty::Problem(_), None) if has_operator(resolver, place, selection) => Severity::Info,
        (WhenEmpty::Problem(severity), None) => severity,
    };
    let what = what(selection);
    let place_words = scope(selection);
    let message = format!("Selector {} matches no {what}{place_words}", selection.selector);
    let help = match &near {
        Some(near) => {
            let target = &resolver.world.entries[near.place];
            let wrong = if near.key { near.requirement.key.as_str() } else { value(near.requirement) };
            format!(
                "{} {} has the label {}: did you mean \"{}\" instead of \"{wrong}\"?",
                target.object.gvk.kind,
                target.key().name,
                found_label(near),
                near.text
            )
        }
        None => almost(resolver, selection, &candidates),
    };
    let mut found = problem(resolver, place, &reference.path, "selector/empty", severity, message, help);
    if let Some(near) = &near {
        let entry = &resolver.world.entries[place];
        let path = written_at(entry, &reference.path, &near.requirement.key);
        let (object, path) = resolver.world.written(place, &path);
        let spot = Spot { object: object.clone(), path, key: near.key };
        found.at = spot.clone();
        found.fixes.push(ReferenceFix::change(vec![spot], &Value::String(near.text.to_owned())));
        let target = &resolver.world.entries[near.place];
        let labels_path = match (&selection.among, &target.profile.pods) {
            (Selected::Pods, Some(pods)) => pods.labels_path.clone(),
            _ => FieldPath::of("metadata.labels"),
        };
        let label = if near.key { near.text } else { near.requirement.key.as_str() };
        let (object, path) = resolver.world.written(near.place, &labels_path.key(label));
        found.labels.push((Spot::value(object, path), "the label that is there".to_owned()));
    }
    draft.problems.push(found);
    if severity <= Severity::Warning {
        ghost(resolver, place, reference, selection, near.as_ref(), draft);
    }
}

fn ghost(
    resolver: &Resolver<'_>,
    place: usize,
    reference: &Reference,
    selection: &Selection,
    near: Option<&Near<'_>>,
    draft: &mut Draft,
) {
    let (group, kind) = match &selection.among {
        Selected::Pods => ("", "Pod"),
        Selected::Objects { group, kind } => (group.as_str(), kind.as_str()),
    };
    let namespace = match &selection.namespaces {
        Namespaces::Named(names) => names.first().map_or("", String::as_str),
        Namespaces::Matching(_) | Namespaces::All => "",
    };
    let summary = near.map_or_else(
        || "nothing has these labels".to_owned(),
        |near| format!("{} exists", found_label(near)),
    );
    let key = ObjectKey::new(group, kind, namespace, &selection.selector.to_string());
    let end = draft.extra(key, Presence::Missing, summary);
    let line = Line {
        relation: reference.relation,
        label: reference.label.clone(),
        broken: true,
        from_field: resolver.world.written(place, &reference.path).1,
        to_field: FieldPath::root(),
        sentence: format!("Its selector {} matches nothing{}.", selection.selector, scope(selection)),
    };
    draft.draw(End::Entry(place), end, line);
}

/// What is selected, for people.
fn what(selection: &Selection) -> &str {
    match &selection.among {
        Selected::Pods => "Pod",
        Selected::Objects { kind, .. } => kind,
    }
}

fn scope(selection: &Selection) -> String {
    match &selection.namespaces {
        Namespaces::Named(names) => match names.as_slice() {
            [only] if only.is_empty() => String::new(),
            [only] => format!(" in namespace {only}"),
            several => format!(" in namespaces {}", several.join(", ")),
        },
        Namespaces::Matching(selector) => format!(" in namespaces with {selector}"),
        Namespaces::All => String::new(),
    }
}

/// Whether the Pods may be made by an operator: the namespace has a custom resource of which nothing is
/// known and whose name the selector mentions.
fn has_operator(resolver: &Resolver<'_>, place: usize, selection: &Selection) -> bool {
    let namespace = &resolver.world.entries[place].key().namespace;
    let values: Vec<&str> =
        selection.selector.requirements.iter().flat_map(|r| &r.values).map(String::as_str).collect();
    resolver.world.entries.iter().any(|entry| {
        let gvk = &entry.object.gvk;
        entry.key().namespace == *namespace
            && gvk.group.contains('.')
            && !gvk.group.ends_with(".k8s.io")
            && find(&gvk.group, &gvk.kind).is_none()
            && values.iter().any(|value| value.contains(entry.key().name.as_str()))
    })
}

/// The value of a requirement of one value.
fn value(requirement: &Requirement) -> &str {
    requirement.values.first().map_or("", String::as_str)
}

fn found_label(near: &Near<'_>) -> String {
    if near.key {
        format!("{}={}", near.text, value(near.requirement))
    } else {
        format!("{}={}", near.requirement.key, near.text)
    }
}

/// A candidate that misses exactly one condition, by a near value or a near key.
fn near<'n>(selector: &'n LabelSelector, labels: &'n Labels, place: usize) -> Option<Near<'n>> {
    let mut unmet = selector.requirements.iter().filter(|requirement| !requirement.matches(labels));
    let (Some(requirement), None) = (unmet.next(), unmet.next()) else { return None };
    let [wanted] = requirement.values.as_slice() else { return None };
    if requirement.operator != Operator::In {
        return None;
    }
    if let Some(there) = labels.get(&requirement.key) {
        let text = nearest(wanted, [there.as_str()])?;
        return Some(Near { requirement, key: false, text, place });
    }
    let same_value = labels.iter().filter(|(_, there)| *there == wanted).map(|(key, _)| key.as_str());
    let text = nearest(&requirement.key, same_value)?;
    Some(Near { requirement, key: true, text, place })
}

/// Where one label of a selector is written: in the map itself, or in its `matchLabels`.
fn written_at(entry: &Entry, path: &FieldPath, key: &str) -> FieldPath {
    let nested = path.field("matchLabels").key(key);
    if nested.get(&entry.object.value).is_some() { nested } else { path.key(key) }
}

/// What almost matches: it has all the labels but one.
fn almost(resolver: &Resolver<'_>, selection: &Selection, candidates: &[usize]) -> String {
    let requirements = &selection.selector.requirements;
    let closest = candidates.iter().find_map(|&candidate| {
        let labels = resolver.selectors.labels(candidate, &selection.among)?;
        let unmet: Vec<&Requirement> =
            requirements.iter().filter(|requirement| !requirement.matches(labels)).collect();
        let [only] = unmet.as_slice() else { return None };
        (requirements.len() > 1).then_some((candidate, labels, *only))
    });
    let Some((candidate, labels, requirement)) = closest else { return String::new() };
    let entry = &resolver.world.entries[candidate];
    let have = labels.get(&requirement.key).map_or_else(
        || format!("has no label {}", requirement.key),
        |value| format!("has {}={value}", requirement.key),
    );
    let all = sentences::labels(labels);
    format!("{} {} comes closest ({all}), but it {have}.", entry.object.gvk.kind, entry.key().name)
}
