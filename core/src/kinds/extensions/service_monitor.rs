//! ServiceMonitor of the Prometheus operator.

use crate::kinds::words::count;
use crate::kinds::{Column, Family, Kind, Selected, prometheus};

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Attached,
    purpose: "Tells Prometheus which Services to read measurements from.",
    references: |object, references| {
        let among = Selected::Objects { group: String::new(), kind: "Service".to_owned() };
        prometheus::monitored(object, among, references);
    },
    summary: |object| count(object.list("/spec/endpoints").len(), "endpoint"),
    ..Kind::extension(prometheus::GROUP, "ServiceMonitor", true)
};
