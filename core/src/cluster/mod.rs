//! The store of objects, with the questions that everything else asks of it.

use crate::api::{Object, ObjectKey};
use std::collections::BTreeMap;
use std::sync::Arc;

/// All objects of a cluster at one moment. It holds no positions.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cluster {
    objects: BTreeMap<ObjectKey, Arc<Object>>,
}

impl Cluster {
    /// Puts an object in; it replaces its namesake, which is given back.
    pub fn insert(&mut self, object: Arc<Object>) -> Option<Arc<Object>> {
        self.objects.insert(object.key.clone(), object)
    }

    /// An object.
    pub fn get(&self, key: &ObjectKey) -> Option<&Arc<Object>> {
        self.objects.get(key)
    }

    /// All objects in the order of their keys: by namespace, kind, group and name.
    pub fn objects(&self) -> impl Iterator<Item = &Arc<Object>> {
        self.objects.values()
    }

    /// The objects of one kind in one namespace (empty: the cluster-scoped ones), in order of group and name.
    pub fn of_kind<'c>(
        &'c self,
        namespace: &'c str,
        kind: &'c str,
    ) -> impl Iterator<Item = &'c Arc<Object>> + use<'c> {
        let first = ObjectKey::new("", kind, namespace, "");
        self.objects
            .range(first..)
            .map(|(_, object)| object)
            .take_while(move |object| object.key.namespace == namespace && object.key.kind == kind)
    }

    /// How many objects there are.
    pub fn len(&self) -> usize {
        self.objects.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.objects.is_empty()
    }
}

impl FromIterator<Arc<Object>> for Cluster {
    fn from_iter<I: IntoIterator<Item = Arc<Object>>>(objects: I) -> Self {
        let mut cluster = Self::default();
        for object in objects {
            cluster.insert(object);
        }
        cluster
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::GroupVersionKind;

    #[test]
    fn kinds_are_found_by_namespace() {
        let object = |kind: &str, namespace: &str, name: &str| {
            Arc::new(Object {
                gvk: GroupVersionKind::new("v1", kind),
                key: ObjectKey::new("", kind, namespace, name),
                value: Arc::default(),
                origin: None,
            })
        };
        let cluster: Cluster = [
            object("Service", "a", "two"),
            object("Service", "a", "one"),
            object("Service", "b", "three"),
            object("Secret", "a", "four"),
        ]
        .into_iter()
        .collect();
        let names: Vec<&str> =
            cluster.of_kind("a", "Service").map(|object| object.key.name.as_str()).collect();
        assert_eq!(names, ["one", "two"]);
        assert_eq!(cluster.len(), 4);
    }
}
