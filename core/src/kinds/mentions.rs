//! Services that are named in plain texts: `redis-cart:6379`, `http://orders.shop.svc:8080/v1`.
//!
//! Most applications learn of each other in no other way than this. It is a guess, and so it is only drawn
//! when such a Service is there, and is never a problem.

use super::{References, Relation, Usually};
use crate::api::{FieldPath, ObjectKey};

/// Parts of a variable's or an option's name which say that its value is a host, even without a port.
const HOST_WORDS: [&str; 12] = [
    "ADDR", "BACKEND", "BROKER", "DATABASE", "DOMAIN", "ENDPOINT", "HOST", "SERVER", "SERVICE", "UPSTREAM",
    "URI", "URL",
];

/// The longest text that is looked at: what is longer is a file and no address.
const LONGEST: usize = 512;

/// A Service in a text: its namespace, when it is given, and its name.
type Mention<'t> = (Option<&'t str>, &'t str);

/// Collects the Services that the value of something named `name` mentions.
pub(super) fn collect(name: &str, text: &str, path: &FieldPath, references: &mut References<'_>) {
    for (namespace, service) in mentions(name, text) {
        let namespace = namespace.unwrap_or(references.namespace());
        let key = ObjectKey::new("", "Service", namespace, service);
        let reference = references.to(Relation::Refers, path.clone(), key);
        reference.usually = Usually::OnlyIfThere;
        reference.label(name).because(format!("{name} names it: {text}."));
    }
}

/// The Services that a text mentions, if they are Services.
fn mentions<'t>(name: &str, text: &'t str) -> Vec<Mention<'t>> {
    if text.len() > LONGEST || text.contains('\n') {
        return Vec::new();
    }
    let upper = name.to_ascii_uppercase();
    let names_a_host = HOST_WORDS.iter().any(|word| upper.contains(word)) && !upper.ends_with("NAME");
    let found = text.split([',', ' ', ';']).filter_map(|part| mention(part, names_a_host));
    // `kafka-0.kafka` may be a Service in a namespace, or a Pod of a StatefulSet behind its Service.
    found.flat_map(|found| [Some(found), found.0.map(|service| (None, service))]).flatten().collect()
}

/// One address: with a scheme, a port or the ending of a Service's full name it is one for sure.
fn mention(part: &str, names_a_host: bool) -> Option<Mention<'_>> {
    let (scheme, rest) = part.split_once("://").map_or((None, part), |(scheme, rest)| (Some(scheme), rest));
    let authority = rest.split(['/', '?', '#']).next()?;
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) =
        host_and_port.split_once(':').map_or((host_and_port, None), |(host, port)| (host, Some(port)));
    let has_port =
        port.is_some_and(|port| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()));
    if port.is_some() && !has_port {
        return None;
    }
    let label = |text: &str| {
        !text.is_empty()
            && text.len() <= 63
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut parts = host.split('.');
    let service = parts.next().filter(|name| label(name))?;
    let namespace = parts.next();
    let full = parts.next() == Some("svc");
    if namespace.is_some_and(|namespace| !label(namespace)) {
        return None;
    }
    (scheme.is_some() || has_port || full || names_a_host).then_some((namespace, service))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_service() {
        for (name, text, expect) in [
            ("REDIS_ADDR", "redis-cart:6379", vec![(None, "redis-cart")]),
            (
                "X",
                "http://orders.shop.svc.cluster.local:8080/v1",
                vec![(Some("shop"), "orders"), (None, "shop")],
            ),
            ("X", "postgres://user:pass@db:5432/app", vec![(None, "db")]),
            ("DB_HOST", "db", vec![(None, "db")]),
            ("BROKERS", "kafka-0.kafka:9092", vec![(Some("kafka"), "kafka-0"), (None, "kafka")]),
            ("SERVICE_NAME", "web", vec![]),
            ("GREETING", "frontend", vec![]),
            ("LEVEL", "Info:80", vec![]),
            ("IMAGE", "web:v2", vec![]),
            ("HOST", "10.0.0.1", vec![]),
            ("PORT", ":8080", vec![]),
        ] {
            assert_eq!(mentions(name, text), expect, "{name}={text}");
        }
    }
}
