//! Kubernetes' vocabulary: names of kinds and objects, paths of fields, selectors, quantities.

mod field_path;
mod group_version_kind;
mod label_selector;
mod object;
mod object_key;

pub use field_path::{FieldPath, Segment};
pub use group_version_kind::GroupVersionKind;
pub use label_selector::{LabelSelector, Labels, Operator, Requirement};
pub use object::{Object, Origin};
pub use object_key::ObjectKey;
