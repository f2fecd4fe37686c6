//! The workload that an autoscaler changes.

use super::references::text;
use super::{Reference, References, Relation, group_of};
use crate::api::{FieldPath, Object, ObjectKey};

/// The reference of the field at a path, when it names a kind (or leaves the default) and a name.
pub(super) fn collect<'r>(
    object: &Object,
    pointer: &str,
    default_kind: &str,
    references: &'r mut References<'_>,
) -> Option<&'r mut Reference> {
    let target = object.at(pointer)?;
    let kind = text(target, "kind").unwrap_or(default_kind);
    let name = text(target, "name").filter(|_| !kind.is_empty())?;
    let group = match text(target, "apiVersion").map(|version| version.split_once('/')) {
        Some(Some((group, _))) => group,
        Some(None) => "",
        None => group_of(kind).unwrap_or_default(),
    };
    let key = ObjectKey::new(group, kind, references.namespace(), name);
    let path = FieldPath::of(&pointer.replace('/', ".")).field("name");
    Some(references.to(Relation::Scales, path, key))
}
