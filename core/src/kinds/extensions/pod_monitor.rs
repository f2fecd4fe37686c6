//! PodMonitor of the Prometheus operator.

use crate::kinds::words::count;
use crate::kinds::{Column, Family, Kind, Selected, prometheus};

pub(super) const KIND: Kind = Kind {
    family: Family::Other,
    column: Column::Attached,
    purpose: "Tells Prometheus which Pods to read measurements from.",
    references: |object, references| prometheus::monitored(object, Selected::Pods, references),
    summary: |object| count(object.list("/spec/podMetricsEndpoints").len(), "endpoint"),
    ..Kind::extension(prometheus::GROUP, "PodMonitor", true)
};
