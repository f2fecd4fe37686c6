//! Application of Argo CD.

use crate::api::{FieldPath, Object, ObjectKey};
use crate::kinds::{Column, Fact, Family, Kind, References, Relation};

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Aside,
    purpose: "Tells Argo CD which manifests of a repository to keep applied, and where.",
    references,
    summary: |object| object.text("/spec/source/path").unwrap_or_default().to_owned(),
    facts,
    ..Kind::extension("argoproj.io", "Application", true)
};

fn references(object: &Object, references: &mut References<'_>) {
    let Some(name) = object.text("/spec/project").filter(|name| *name != "default") else { return };
    let key = ObjectKey::new("argoproj.io", "AppProject", references.namespace(), name);
    references
        .to(Relation::Refers, FieldPath::of("spec.project"), key)
        .because(format!("AppProject {name} says what it may deploy and where."));
}

fn facts(object: &Object) -> Vec<Fact> {
    [
        ("Repository", "/spec/source/repoURL"),
        ("Path", "/spec/source/path"),
        ("Revision", "/spec/source/targetRevision"),
        ("Namespace", "/spec/destination/namespace"),
    ]
    .into_iter()
    .filter_map(|(label, pointer)| Some((label, object.text(pointer)?.to_owned())))
    .collect()
}
