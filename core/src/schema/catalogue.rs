//! All types that are known: the built-in ones and those that the paste itself defines.

use super::builtin::{Builtin, Life, builtin};
use super::custom::CustomType;
use super::resource::Resource;
use crate::api::GroupVersionKind;
use crate::order::Arrange;
use crate::yaml::{NodeId, Tree, Value};
use std::cmp::Ordering;
use std::sync::Arc;

/// The types that are known.
///
/// Built-in types cost nothing; custom ones are shared, so that a catalogue can be made anew for each edit
/// from types that were compiled once (see [`CustomType::from_crd`]).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Catalogue {
    custom: Vec<Arc<CustomType>>,
}

impl Catalogue {
    /// Only what every cluster has.
    pub fn builtin() -> Self {
        Self::default()
    }

    /// The built-in types and custom ones.
    pub fn new(custom: Vec<Arc<CustomType>>) -> Self {
        Self { custom }
    }

    /// The built-in types and those of CustomResourceDefinitions.
    pub fn with_custom<'v>(crds: impl Iterator<Item = &'v serde_json::Value>) -> Self {
        Self::new(crds.flat_map(CustomType::from_crd).map(Arc::new).collect())
    }

    /// All resources: the built-in ones by `apiVersion` and kind, then the custom ones.
    pub fn resources(&self) -> impl Iterator<Item = Resource<'_>> {
        let Builtin { arena, resources, .. } = builtin();
        let built_in = resources.iter().map(move |entry| Resource { entry, arena, custom: false });
        built_in.chain(self.custom.iter().map(|custom| custom.resource()))
    }

    /// The resource of a type.
    pub fn resource(&self, gvk: &GroupVersionKind) -> Option<Resource<'_>> {
        self.resources().find(|resource| resource.entry.is(gvk))
    }

    /// The types of a kind, in any group and version, the one to prefer first: built-in before custom,
    /// stable before beta before alpha, high versions before low ones.
    pub fn known_kind(&self, kind: &str) -> Vec<GroupVersionKind> {
        let mut found: Vec<Resource<'_>> =
            self.resources().filter(|resource| resource.kind() == kind).collect();
        found.arrange_by(prefer);
        found.iter().map(Resource::gvk).collect()
    }

    /// The resource that a word on a command line means: its plural, singular or short name or its kind, in
    /// any case, and with the group behind a dot if one likes (`ingresses.networking.k8s.io`).
    pub fn lookup(&self, word: &str) -> Option<Resource<'_>> {
        let word = word.to_lowercase();
        let (name, group) =
            word.split_once('.').map_or((word.as_str(), None), |(name, group)| (name, Some(group)));
        let means = |resource: &Resource<'_>| {
            resource.plural() == name
                || resource.singular() == name
                || resource.kind().eq_ignore_ascii_case(name)
                || resource.short_names().any(|short| short == name)
        };
        let mut found: Vec<Resource<'_>> = self
            .resources()
            .filter(|resource| group.is_none_or(|group| resource.group() == group) && means(resource))
            .collect();
        found.arrange_by(prefer);
        found.first().copied()
    }

    /// When a version of a built-in kind was or will be given up, and what to use instead.
    pub fn life(&self, gvk: &GroupVersionKind) -> Option<&'static Life> {
        let api_version = gvk.api_version();
        builtin().lives.iter().find(|life| life.kind == gvk.kind && life.api_version == api_version)
    }

    /// Whether a group is Kubernetes' own: of today, or of a release since 1.16.
    pub fn is_builtin_group(&self, group: &str) -> bool {
        let own = |api_version: &str| api_version.split_once('/').map_or("", |(group, _)| group) == group;
        builtin().resources.iter().any(|resource| resource.group == group)
            || builtin().lives.iter().any(|life| own(life.api_version))
    }

    /// Whether a group is that of a custom type.
    pub(super) fn is_custom_group(&self, group: &str) -> bool {
        self.custom.iter().any(|custom| custom.entry.group == group)
    }

    /// The kind of the items of a list kind: `Some(None)` for `v1` `List`, whose items say their kinds, and
    /// the kind without `List` for those of known kinds, such as `PodList`.
    pub fn list_item(&self, gvk: &GroupVersionKind) -> Option<Option<GroupVersionKind>> {
        let item = gvk.kind.strip_suffix("List")?;
        if item.is_empty() {
            return (gvk.group.is_empty() && gvk.version == "v1").then_some(None);
        }
        let item = GroupVersionKind { kind: item.to_owned(), ..gvk.clone() };
        self.resource(&item).is_some().then_some(Some(item))
    }

    /// The items of a list, each with its kind: its own, or else what the list's kind says. `None` when
    /// `gvk` is no list kind.
    pub fn items(
        &self,
        tree: &Tree,
        root: NodeId,
        gvk: &GroupVersionKind,
    ) -> Option<Vec<(NodeId, Option<GroupVersionKind>)>> {
        let implied = self.list_item(gvk)?;
        let items = tree.get(root, "items").map_or(&[][..], |items| tree.items(items));
        let typed = |&item: &NodeId| (item, gvk_of(tree, item).or_else(|| implied.clone()));
        Some(items.iter().map(typed).collect())
    }
}

/// The kind that an object says it is of; `None` unless both `apiVersion` and `kind` are texts and not empty.
pub fn gvk_of(tree: &Tree, object: NodeId) -> Option<GroupVersionKind> {
    let text = |key: &str| match tree.get(object, key).map(|id| tree.value(id)) {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    };
    Some(GroupVersionKind::new(text("apiVersion")?, text("kind")?))
}

/// The order of preference among resources of the same name. Groups keep the order in which they are
/// listed, with the core group before all others, and `apps` before `extensions` is of no concern any more.
fn prefer(left: &Resource<'_>, right: &Resource<'_>) -> Ordering {
    let rank = |resource: &Resource<'_>| {
        let version = resource.version();
        let stability = if version.contains("alpha") { 2 } else { u8::from(version.contains("beta")) };
        (resource.is_custom(), stability, !resource.group().is_empty())
    };
    rank(left).cmp(&rank(right)).then_with(|| {
        if left.group() == right.group() {
            number(right.version()).cmp(&number(left.version()))
        } else {
            Ordering::Equal
        }
    })
}

/// The numbers of a version: `v2beta1` → 2, 1.
fn number(version: &str) -> Vec<u32> {
    version.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resources_are_found_by_any_of_their_names() {
        let catalogue = Catalogue::builtin();
        for word in ["deployment", "deployments", "Deployment", "deploy", "DEPLOY", "deployments.apps"] {
            let found = catalogue.lookup(word).expect(word);
            assert_eq!(found.gvk(), GroupVersionKind::new("apps/v1", "Deployment"), "{word}");
            assert!(found.namespaced() && found.served_by_default());
        }
        assert_eq!(catalogue.lookup("hpa"), None.or(catalogue.lookup("horizontalpodautoscaler")));
        assert_eq!(catalogue.lookup("hpa").map(|found| found.version()), Some("v2"));
        assert_eq!(
            catalogue.lookup("event").map(|found| found.gvk()),
            Some(GroupVersionKind::new("v1", "Event"))
        );
        assert!(catalogue.lookup("deployments.batch").is_none());
        assert!(catalogue.lookup("").is_none());
    }

    #[test]
    fn lists_know_the_kind_of_their_items() {
        let catalogue = Catalogue::builtin();
        let item = |version: &str, kind: &str| catalogue.list_item(&GroupVersionKind::new(version, kind));
        assert_eq!(item("v1", "List"), Some(None));
        assert_eq!(item("v1", "PodList"), Some(Some(GroupVersionKind::new("v1", "Pod"))));
        assert_eq!(item("apps/v1", "PodList"), None);
        assert_eq!(item("v1", "Pod"), None);
    }

    #[test]
    fn removed_versions_are_remembered() {
        let catalogue = Catalogue::builtin();
        let life = catalogue.life(&GroupVersionKind::new("extensions/v1beta1", "Ingress")).expect("a life");
        assert_eq!((life.removed, life.use_api_version), ("1.22", "networking.k8s.io/v1"));
        assert!(catalogue.is_builtin_group("extensions"));
        assert!(!catalogue.is_builtin_group("gateway.networking.k8s.io"));
    }

    /// Compares the resource of a type with what the crate of Kubernetes' types says of it.
    fn agrees<T: k8s_openapi::Resource>()
    where
        T::Scope: 'static,
    {
        use std::any::TypeId;
        let gvk = GroupVersionKind::new(T::API_VERSION, T::KIND);
        let catalogue = Catalogue::builtin();
        let resource = catalogue.resource(&gvk).unwrap_or_else(|| panic!("{gvk} is known"));
        assert_eq!(resource.plural(), T::URL_PATH_SEGMENT);
        let namespaced = TypeId::of::<T::Scope>() == TypeId::of::<k8s_openapi::NamespaceResourceScope>();
        assert_eq!(resource.namespaced(), namespaced, "{gvk}");
        assert_eq!((resource.group(), resource.version(), resource.kind()), (T::GROUP, T::VERSION, T::KIND));
    }

    #[test]
    fn the_crate_of_kubernetes_types_agrees() {
        use k8s_openapi::api::{
            apps::v1 as apps, autoscaling::v2 as autoscaling, batch::v1 as batch, core::v1 as core,
            discovery::v1 as discovery, networking::v1 as networking, policy::v1 as policy, rbac::v1 as rbac,
            scheduling::v1 as scheduling, storage::v1 as storage,
        };
        agrees::<core::ConfigMap>();
        agrees::<core::Endpoints>();
        agrees::<core::LimitRange>();
        agrees::<core::Namespace>();
        agrees::<core::Node>();
        agrees::<core::PersistentVolume>();
        agrees::<core::PersistentVolumeClaim>();
        agrees::<core::Pod>();
        agrees::<core::ReplicationController>();
        agrees::<core::ResourceQuota>();
        agrees::<core::Secret>();
        agrees::<core::Service>();
        agrees::<core::ServiceAccount>();
        agrees::<apps::DaemonSet>();
        agrees::<apps::Deployment>();
        agrees::<apps::ReplicaSet>();
        agrees::<apps::StatefulSet>();
        agrees::<autoscaling::HorizontalPodAutoscaler>();
        agrees::<batch::CronJob>();
        agrees::<batch::Job>();
        agrees::<discovery::EndpointSlice>();
        agrees::<networking::Ingress>();
        agrees::<networking::IngressClass>();
        agrees::<networking::NetworkPolicy>();
        agrees::<policy::PodDisruptionBudget>();
        agrees::<rbac::ClusterRole>();
        agrees::<rbac::ClusterRoleBinding>();
        agrees::<rbac::Role>();
        agrees::<rbac::RoleBinding>();
        agrees::<scheduling::PriorityClass>();
        agrees::<storage::StorageClass>();
    }
}
