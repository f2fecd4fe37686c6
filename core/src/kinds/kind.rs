//! The description of a kind.

use super::{Column, Family, Made, PodShape, References};
use crate::api::Object;
use k8s_openapi::{ClusterResourceScope, NamespaceResourceScope, Resource};

/// A fact for the inspector: its name and its text, such as `Strategy` and `RollingUpdate, at most 4 Pods,
/// at least 3 available`.
pub type Fact = (&'static str, String);

/// Everything that is known of a kind. The functions are pure: the same object gives the same answer.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The API group; empty for the core group.
    pub group: &'static str,
    /// The kind.
    pub kind: &'static str,
    /// Whether its objects live in namespaces.
    pub namespaced: bool,
    /// What it is for.
    pub family: Family,
    /// Where it stands in the map.
    pub column: Column,
    /// What it is for, in a sentence for newcomers.
    pub purpose: &'static str,
    /// Collects what an object refers to.
    pub references: fn(&Object, &mut References<'_>),
    /// One short line for an object's card; may be empty.
    pub summary: fn(&Object) -> String,
    /// An object's facts, with the defaults that the cluster would fill in.
    pub facts: fn(&Object) -> Vec<Fact>,
    /// The JSON pointer of its Pod template; the empty one for a Pod itself.
    pub template: Option<&'static str>,
    /// The Pods that it makes: their labels, their ports, how many. By default those of `template`.
    pub pods: fn(&Object) -> Option<PodShape>,
    /// The objects that its controller makes from it.
    pub makes: fn(&Object) -> Vec<Made>,
}

/// A scope that a kind of Kubernetes' own can have.
pub trait Scoped {
    /// Whether objects live in namespaces.
    const NAMESPACED: bool;
}

impl Scoped for NamespaceResourceScope {
    const NAMESPACED: bool = true;
}

impl Scoped for ClusterResourceScope {
    const NAMESPACED: bool = false;
}

impl Kind {
    /// A kind of Kubernetes' own, named by its type; everything else is as plain as can be.
    pub const fn builtin<T>() -> Self
    where
        T: Resource,
        T::Scope: Scoped,
    {
        Self::extension(T::GROUP, T::KIND, T::Scope::NAMESPACED)
    }

    /// A kind of a custom resource.
    pub const fn extension(group: &'static str, kind: &'static str, namespaced: bool) -> Self {
        Self {
            group,
            kind,
            namespaced,
            family: Family::Other,
            column: Column::Aside,
            purpose: "",
            references: |_, _| (),
            summary: |_| String::new(),
            facts: |_| Vec::new(),
            template: None,
            pods: |_| None,
            makes: |_| Vec::new(),
        }
    }
}
