//! What containers take from ConfigMaps and Secrets into their environment.

use super::pod_references::containers;
use super::references::{flag, items, text};
use super::{Part, References, Relation, mentions};
use crate::api::FieldPath;
use serde_json::Value;

/// Collects the references of `env` and `envFrom` of all containers.
pub(super) fn collect(spec: &Value, at: &FieldPath, references: &mut References<'_>) {
    for (path, container) in containers(spec, at) {
        let container_name = text(container, "name").unwrap_or("?");
        for (path, source) in items(container, &path, "envFrom") {
            whole(&source_of(source), &path, container_name, references);
        }
        for (path, variable) in items(container, &path, "env") {
            single(variable, &path.field("valueFrom"), container_name, references);
            if let (Some(name), Some(value)) = (text(variable, "name"), text(variable, "value")) {
                mentions::collect(name, value, &path.field("value"), references);
            }
        }
        for field in ["command", "args"] {
            arguments(container, &path, field, references);
        }
    }
}

/// Options such as `--redis=redis-cart:6379`, and addresses that stand alone.
fn arguments(container: &Value, at: &FieldPath, field: &str, references: &mut References<'_>) {
    for (path, argument) in items(container, at, field) {
        let Some(argument) = argument.as_str() else { continue };
        let (option, value) = argument.split_once('=').unwrap_or((field, argument));
        mentions::collect(option.trim_start_matches('-'), value, &path, references);
    }
}

/// The ways in which a source names a ConfigMap or a Secret: the field and the kind.
const ALL_KEYS: [(&str, &str); 2] = [("configMapRef", "ConfigMap"), ("secretRef", "Secret")];
const ONE_KEY: [(&str, &str); 2] = [("configMapKeyRef", "ConfigMap"), ("secretKeyRef", "Secret")];

fn source_of(source: &Value) -> Vec<(&'static str, &'static str, &Value)> {
    ALL_KEYS.iter().filter_map(|(field, kind)| Some((*field, *kind, source.get(field)?))).collect()
}

fn whole(
    sources: &[(&'static str, &'static str, &Value)],
    path: &FieldPath,
    container: &str,
    references: &mut References<'_>,
) {
    for (field, kind, source) in sources {
        let Some(name) = text(source, "name") else { continue };
        references
            .core(Relation::Reads, path.field(field).field("name"), kind, name)
            .label("envFrom")
            .optional(flag(source, "optional"))
            .because(format!(
                "Container {container} gets every key of {kind} {name} as an environment variable."
            ));
    }
}

fn single(variable: &Value, path: &FieldPath, container: &str, references: &mut References<'_>) {
    let Some(value_from) = variable.get("valueFrom") else { return };
    let variable_name = text(variable, "name").unwrap_or("?");
    for (field, kind) in ONE_KEY {
        let Some(source) = value_from.get(field) else { continue };
        let Some(name) = text(source, "name") else { continue };
        let path = path.field(field);
        let key = text(source, "key").unwrap_or_default();
        let reference = references
            .core(Relation::Reads, path.field("name"), kind, name)
            .label("env")
            .optional(flag(source, "optional"))
            .because(format!(
                "Container {container} gets the key {key} of {kind} {name} as environment variable \
                 {variable_name}."
            ));
        if !key.is_empty() {
            reference.part(path.field("key"), Part::Key(key.to_owned()));
        }
    }
}
