//! How Istio's resources name hosts.

use crate::api::ObjectKey;

/// The Service that a host stands for: a short name, or the full name of a Service in the cluster. Any other
/// name with dots is a host outside.
pub(super) fn service(host: &str, namespace: &str) -> Option<ObjectKey> {
    let service = |name: &str, namespace: &str| {
        let simple = !name.is_empty() && !name.contains('*');
        simple.then(|| ObjectKey::new("", "Service", namespace, name))
    };
    let mut parts = host.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(name), None, None) => service(name, namespace),
        (Some(name), Some(namespace), Some("svc")) => service(name, namespace),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_service_by_its_short_or_its_full_name() {
        let name = |host: &str| service(host, "shop").map(|key| key.qualified_name());
        assert_eq!(name("reviews").as_deref(), Some("shop/reviews"));
        assert_eq!(name("reviews.prod.svc.cluster.local").as_deref(), Some("prod/reviews"));
        assert_eq!(name("example.com"), None);
        assert_eq!(name("*"), None);
    }
}
