//! All kinds, found by group and name.

use super::Kind;
use std::collections::BTreeMap;
use std::sync::LazyLock;

mod builtin {
    include!(concat!(env!("OUT_DIR"), "/kinds_builtin.rs"));
}

mod extensions {
    include!(concat!(env!("OUT_DIR"), "/kinds_extensions.rs"));
}

static BY_NAME: LazyLock<BTreeMap<(&str, &str), &Kind>> =
    LazyLock::new(|| crate::order::map(all().map(|kind| ((kind.kind, kind.group), kind))));

/// All kinds that have a file: Kubernetes' own, then the extensions.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    builtin::ALL.iter().chain(extensions::ALL)
}

/// What is known of a kind; `None` for one without a file.
pub fn find(group: &str, kind: &str) -> Option<&'static Kind> {
    BY_NAME.get(&(kind, group)).copied()
}

/// The group of a kind that is named without one; of two groups the one of Kubernetes itself.
pub fn group_of(kind: &str) -> Option<&'static str> {
    all().find(|known| known.kind == kind).map(|known| known.group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_there_once_and_says_what_it_is_for() {
        assert_eq!(BY_NAME.len(), all().count());
        for kind in all() {
            assert!(kind.purpose.ends_with('.'), "{} has no purpose", kind.kind);
            assert!(kind.purpose.len() < 200, "{}: one sentence is enough", kind.kind);
        }
    }

    #[test]
    fn two_kinds_of_one_name_are_told_apart_by_group() {
        assert!(find("networking.istio.io", "Gateway").is_some());
        assert!(find("gateway.networking.k8s.io", "Gateway").is_some());
        assert!(find("", "Gateway").is_none());
        assert_eq!(group_of("Deployment"), Some("apps"));
        assert_eq!(group_of("Deploymint"), None);
    }
}
