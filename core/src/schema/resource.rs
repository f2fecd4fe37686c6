//! Resources: what the API serves under which names.

use super::shape::{Arena, Scoped, Shape, Word};
use crate::api::GroupVersionKind;

/// A resource as the data or a CustomResourceDefinition gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ResourceEntry {
    pub(super) group: Word,
    pub(super) version: Word,
    pub(super) kind: Word,
    pub(super) plural: Word,
    pub(super) singular: Word,
    pub(super) namespaced: bool,
    pub(super) short_names: Vec<Word>,
    pub(super) categories: Vec<Word>,
    pub(super) shape: Shape,
}

impl ResourceEntry {
    /// As a manifest writes it: `apps/v1`.
    pub(super) fn api_version(&self) -> String {
        if self.group.is_empty() {
            self.version.to_string()
        } else {
            format!("{}/{}", self.group, self.version)
        }
    }

    /// Its type's names.
    pub(super) fn gvk(&self) -> GroupVersionKind {
        GroupVersionKind {
            group: self.group.to_string(),
            version: self.version.to_string(),
            kind: self.kind.to_string(),
        }
    }

    /// Whether it is the resource of a type.
    pub(super) fn is(&self, gvk: &GroupVersionKind) -> bool {
        self.kind == gvk.kind.as_str()
            && self.version == gvk.version.as_str()
            && self.group == gvk.group.as_str()
    }
}

/// A resource that is known: built in, or defined by a CustomResourceDefinition of the same paste.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Resource<'c> {
    pub(super) entry: &'c ResourceEntry,
    pub(super) arena: &'c Arena,
    pub(super) custom: bool,
}

impl<'c> Resource<'c> {
    /// Its type's names.
    pub fn gvk(&self) -> GroupVersionKind {
        self.entry.gvk()
    }

    /// The kind, such as `Deployment`.
    pub fn kind(&self) -> &'c str {
        &self.entry.kind
    }

    /// The API group; empty for the core group.
    pub fn group(&self) -> &'c str {
        &self.entry.group
    }

    /// The version, such as `v1`.
    pub fn version(&self) -> &'c str {
        &self.entry.version
    }

    /// Whether its objects are in namespaces.
    pub fn namespaced(&self) -> bool {
        self.entry.namespaced
    }

    /// The name of many, such as `deployments`.
    pub fn plural(&self) -> &'c str {
        &self.entry.plural
    }

    /// The name of one, such as `deployment`.
    pub fn singular(&self) -> &'c str {
        &self.entry.singular
    }

    /// What it may be called on a command line, such as `deploy`.
    pub fn short_names(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        self.entry.short_names.iter().map(AsRef::as_ref)
    }

    /// The groups of resources that it belongs to, such as `all`.
    pub fn categories(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        self.entry.categories.iter().map(AsRef::as_ref)
    }

    /// Whether it comes from a CustomResourceDefinition.
    pub fn is_custom(&self) -> bool {
        self.custom
    }

    /// Whether a cluster serves it without being told to: alpha and beta versions have to be turned on.
    pub fn served_by_default(&self) -> bool {
        self.custom || !(self.entry.version.contains("alpha") || self.entry.version.contains("beta"))
    }

    /// Whether its objects are questions to the API server, which have no names and are not kept.
    pub fn is_review(&self) -> bool {
        !self.custom && self.entry.kind.ends_with("Review")
    }

    /// What its objects look like.
    pub(super) fn shape(&self) -> Scoped<'c> {
        Scoped::new(self.arena, &self.entry.shape)
    }
}
