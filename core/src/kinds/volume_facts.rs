//! Facts that volumes and claims share.

use crate::api::Object;
use serde_json::Value;

/// The access modes, with what they mean.
pub(super) fn access(object: &Object) -> String {
    let modes: Vec<&str> = object.list("/spec/accessModes").iter().filter_map(Value::as_str).collect();
    match modes.as_slice() {
        ["ReadWriteOnce"] => "ReadWriteOnce: by the Pods of one Node at a time".to_owned(),
        ["ReadWriteOncePod"] => "ReadWriteOncePod: by one Pod at a time".to_owned(),
        ["ReadOnlyMany"] => "ReadOnlyMany: reading only, on any number of Nodes".to_owned(),
        ["ReadWriteMany"] => "ReadWriteMany: on any number of Nodes".to_owned(),
        modes => modes.join(", "),
    }
}
