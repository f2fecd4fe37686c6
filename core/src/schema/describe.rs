//! Answers about types: for hovering, completion and `explain`.

use super::catalogue::Catalogue;
use super::resource::Resource;
use super::shape::{Field, ListType, Scoped, Shape};
use crate::api::{FieldPath, GroupVersionKind, Segment};

/// What is known of a field, or of a whole object.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Description {
    /// The type in words: `integer`, `list of ContainerPort`, `map of string`.
    pub type_text: String,
    /// Whether it must be given.
    pub required: bool,
    /// What stands for it when it is absent, as JSON, as far as the schema says.
    pub default: Option<String>,
    /// The values it can have, sorted; for a list those of its items; `true` and `false` for booleans.
    pub values: Vec<String>,
    /// Whether other values are allowed as well.
    pub values_open: bool,
    /// Under which type and field its documentation is kept in `static/docs/fields.json`, such as
    /// `core.v1.Container` and `ports`; the field is empty for a whole type. `None` for custom types.
    pub documentation_id: Option<(String, String)>,
    /// The documentation itself, when it comes from a CustomResourceDefinition.
    pub documentation: Option<String>,
    /// The fields of the object, or of the objects in the list or map.
    pub fields: Vec<Child>,
    /// The keys that tell the items of a list apart when lists are merged.
    pub merge_keys: Vec<String>,
    /// The strategy and key of strategic merge patches; either may be empty.
    pub patch: Option<(String, String)>,
    /// Whether the value is a list.
    pub is_list: bool,
    /// Whether the value is a mapping: an object with fields, or a map with keys of one's own.
    pub is_mapping: bool,
}

/// A field in a list of fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Child {
    /// Its name.
    pub name: String,
    /// Its type in words.
    pub type_text: String,
    /// Whether it must be given.
    pub required: bool,
    /// Whether its value is a list.
    pub is_list: bool,
    /// Whether its value is a mapping.
    pub is_mapping: bool,
    /// As [`Description::documentation_id`].
    pub documentation_id: Option<(String, String)>,
}

impl Catalogue {
    /// What is known of a field of a type; of the whole object for the empty path. Indices may be left out:
    /// `spec.containers.ports` is good enough.
    pub fn describe(&self, gvk: &GroupVersionKind, path: &FieldPath) -> Option<Description> {
        let resource = self.resource(gvk)?;
        let mut shape = resource.shape();
        let mut place: Option<(&Field, Scoped<'_>)> = None;
        for segment in &path.0 {
            match segment {
                Segment::Index(_) => {
                    let Shape::List(items) = shape.shape() else { return None };
                    (shape, place) = (shape.with(items), None);
                }
                Segment::Field(name) | Segment::Key(name) => {
                    while let Shape::List(items) = shape.shape() {
                        shape = shape.with(items);
                    }
                    if let Shape::Map(values) = shape.shape() {
                        (shape, place) = (shape.with(values), None);
                    } else {
                        let (field, inner) = shape.field(name)?;
                        place = Some((field, shape));
                        shape = inner;
                    }
                }
            }
        }
        Some(describe(shape, place, &resource))
    }

    /// What a path on a command line means: a resource by any of its names, then fields. `deploy.spec.strategy`
    /// is `apps/v1` `Deployment` and `spec.strategy`. The fields need not exist.
    pub fn explain(&self, path: &str) -> Option<(GroupVersionKind, FieldPath)> {
        let (word, fields) = path.split_once('.').unwrap_or((path, ""));
        Some((self.lookup(word)?.gvk(), FieldPath::of(fields)))
    }
}

fn describe(shape: Scoped<'_>, place: Option<(&Field, Scoped<'_>)>, resource: &Resource<'_>) -> Description {
    let element = shape.element();
    let (values, values_open) = match element.enumeration() {
        Some(known) => (known.values.iter().map(ToString::to_string).collect(), known.open),
        None if *element.shape() == Shape::Boolean => (vec!["false".to_owned(), "true".to_owned()], false),
        None => (Vec::new(), true),
    };
    let owner =
        |shape: Scoped<'_>| shape.object().map_or_else(String::new, |(_, object)| object.name.to_string());
    let documentation_id = match place {
        Some((field, shape)) => Some((owner(shape), field.name.to_string())),
        None => Some((owner(element), String::new())),
    };
    let field = place.map(|(field, _)| field);
    Description {
        type_text: if place.is_none() && element == shape && shape == resource.shape() {
            resource.kind().to_owned()
        } else {
            shape.type_text()
        },
        required: field.is_some_and(|field| field.required),
        default: field.and_then(|field| field.default.as_ref()).map(ToString::to_string),
        values,
        values_open,
        documentation_id: documentation_id.filter(|(name, _)| !name.is_empty()),
        documentation: field.and_then(|field| field.documentation.as_ref()).map(ToString::to_string),
        fields: children(element),
        merge_keys: match field.map(|field| &field.list_type) {
            Some(ListType::Map(keys)) => keys.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        },
        patch: field
            .and_then(|field| field.patch.as_ref())
            .map(|patch| (patch.0.to_string(), patch.1.to_string())),
        is_list: is_list(shape),
        is_mapping: is_mapping(shape),
    }
}

fn children(shape: Scoped<'_>) -> Vec<Child> {
    let Some((_, object)) = shape.object() else { return Vec::new() };
    let documentation_id =
        |field: &Field| (!object.name.is_empty()).then(|| (object.name.to_string(), field.name.to_string()));
    object
        .fields
        .iter()
        .map(|field| {
            let shape = shape.with_field(field);
            Child {
                documentation_id: documentation_id(field),
                name: field.name.to_string(),
                type_text: shape.type_text(),
                required: field.required,
                is_list: is_list(shape),
                is_mapping: is_mapping(shape),
            }
        })
        .collect()
}

fn is_list(shape: Scoped<'_>) -> bool {
    matches!(shape.shape(), Shape::List(_))
}

fn is_mapping(shape: Scoped<'_>) -> bool {
    matches!(shape.shape(), Shape::Map(_) | Shape::Object(_) | Shape::Standard(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(path: &str) -> Description {
        let catalogue = Catalogue::builtin();
        let (gvk, path) = catalogue.explain(path).expect("a resource");
        catalogue.describe(&gvk, &path).expect("a field")
    }

    #[test]
    fn fields_are_described_through_lists() {
        let port = described("deploy.spec.template.spec.containers.ports");
        assert_eq!(port.type_text, "list of ContainerPort");
        assert_eq!(port.merge_keys, ["containerPort", "protocol"]);
        assert_eq!(port.patch, Some(("merge".to_owned(), "containerPort".to_owned())));
        let child = port.fields.iter().find(|child| child.name == "containerPort").expect("a field");
        assert!(child.required);
        assert_eq!(port.documentation_id, Some(("core.v1.Container".to_owned(), "ports".to_owned())));
    }

    #[test]
    fn values_and_defaults_are_told() {
        let protocol = described("pods.spec.containers.ports.protocol");
        assert_eq!(protocol.values, ["SCTP", "TCP", "UDP"]);
        assert_eq!(protocol.default.as_deref(), Some("\"TCP\""));
        assert!(!protocol.values_open);
        assert_eq!(described("pod.spec.hostNetwork").values, ["false", "true"]);
        assert_eq!(described("pvc.spec.accessModes").values.len(), 4);
        assert!(described("secret.type").values_open);
    }

    #[test]
    fn fields_with_fixed_values_know_them() {
        for path in [
            "svc.spec.type",
            "svc.spec.sessionAffinity",
            "svc.spec.externalTrafficPolicy",
            "svc.spec.ipFamilies",
            "ing.spec.rules.http.paths.pathType",
            "netpol.spec.policyTypes",
            "netpol.spec.ingress.ports.protocol",
            "pod.spec.restartPolicy",
            "pod.spec.dnsPolicy",
            "pod.spec.containers.imagePullPolicy",
            "pod.spec.containers.terminationMessagePolicy",
            "pod.spec.containers.livenessProbe.httpGet.scheme",
            "pod.spec.tolerations.effect",
            "pod.spec.tolerations.operator",
            "pod.spec.topologySpreadConstraints.whenUnsatisfiable",
            "pod.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms.\
             matchExpressions.operator",
            "node.spec.taints.effect",
            "pvc.spec.accessModes",
            "pvc.spec.volumeMode",
            "pv.spec.persistentVolumeReclaimPolicy",
            "sc.volumeBindingMode",
            "deploy.spec.strategy.type",
            "deploy.spec.selector.matchExpressions.operator",
            "sts.spec.podManagementPolicy",
            "sts.spec.persistentVolumeClaimRetentionPolicy.whenDeleted",
            "ds.spec.updateStrategy.type",
            "cronjobs.spec.concurrencyPolicy",
            "jobs.spec.completionMode",
            "hpa.spec.metrics.type",
            "hpa.spec.metrics.resource.target.type",
            "hpa.spec.behavior.scaleDown.policies.type",
            "hpa.spec.behavior.scaleDown.selectPolicy",
            "pdb.spec.unhealthyPodEvictionPolicy",
            "rolebindings.subjects.kind",
            "rolebindings.roleRef.kind",
            "crd.spec.scope",
            "endpointslices.addressType",
            "pc.preemptionPolicy",
        ] {
            let field = described(path);
            assert!(field.values.len() > 1 && !field.values_open, "{path}: {field:?}");
        }
    }

    #[test]
    fn whole_objects_and_missing_fields() {
        let pod = described("po");
        assert_eq!(pod.type_text, "Pod");
        assert_eq!(pod.documentation_id, Some(("core.v1.Pod".to_owned(), String::new())));
        let catalogue = Catalogue::builtin();
        let (gvk, _) = catalogue.explain("pod").expect("a resource");
        assert_eq!(catalogue.describe(&gvk, &FieldPath::of("spec.nothing")), None);
        assert_eq!(described("cm.data").type_text, "map of string");
    }

    #[test]
    fn paths_with_indices_and_keys_are_followed() {
        let catalogue = Catalogue::builtin();
        let gvk = GroupVersionKind::new("v1", "Pod");
        let path = FieldPath::of("spec.containers").index(0).fields("resources.limits").key("cpu");
        let limit = catalogue.describe(&gvk, &path).expect("a field");
        assert_eq!(limit.type_text, "quantity");
    }
}
