//! Which object is meant.

use std::fmt;

/// What identifies an object in a cluster, whatever version it is written in.
///
/// The derived order (namespace, kind, group, name) is the one in which objects are listed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct ObjectKey {
    /// The namespace; empty for cluster-scoped objects.
    pub namespace: String,
    /// The kind.
    pub kind: String,
    /// The API group; empty for the core group.
    pub group: String,
    /// The name.
    pub name: String,
}

impl ObjectKey {
    /// A key; `namespace` is empty for cluster-scoped objects.
    pub fn new(group: &str, kind: &str, namespace: &str, name: &str) -> Self {
        Self {
            namespace: namespace.to_owned(),
            kind: kind.to_owned(),
            group: group.to_owned(),
            name: name.to_owned(),
        }
    }

    /// The id that stands for the object in messages and files: `Deployment.apps/shop/web`,
    /// `Service/shop/web`, `ClusterRole.rbac.authorization.k8s.io/viewer`.
    pub fn id(&self) -> String {
        let dot = if self.group.is_empty() { "" } else { "." };
        let scope = if self.namespace.is_empty() { "" } else { "/" };
        format!("{}{dot}{}/{}{scope}{}", self.kind, self.group, self.namespace, self.name)
    }

    /// Reads what [`ObjectKey::id`] wrote.
    pub fn from_id(id: &str) -> Option<Self> {
        let mut parts = id.splitn(3, '/');
        let (kind, group) = parts.next().map(|first| first.split_once('.').unwrap_or((first, "")))?;
        let second = parts.next()?;
        Some(match parts.next() {
            Some(name) => Self::new(group, kind, second, name),
            None => Self::new(group, kind, "", second),
        })
    }

    /// `shop/web`, or only the name of a cluster-scoped object.
    pub fn qualified_name(&self) -> String {
        if self.namespace.is_empty() {
            self.name.clone()
        } else {
            format!("{}/{}", self.namespace, self.name)
        }
    }
}

impl fmt::Display for ObjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.qualified_name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_can_be_read_back() {
        for key in [
            ObjectKey::new("apps", "Deployment", "shop", "web"),
            ObjectKey::new("", "Service", "shop", "web"),
            ObjectKey::new("rbac.authorization.k8s.io", "ClusterRole", "", "system:viewer"),
        ] {
            assert_eq!(ObjectKey::from_id(&key.id()), Some(key));
        }
        assert_eq!(ObjectKey::from_id("nothing"), None);
    }
}
