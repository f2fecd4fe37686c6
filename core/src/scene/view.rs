//! Which objects are shown: the filters of a [`Look`].

use super::Look;
use crate::api::{LabelSelector, Operator, Requirement};
use crate::graph::{Graph, Node, Presence, Relation};

/// Reads a selector as `kubectl -l` takes it: `app=web,tier in (a, b),!legacy`. `None` when it is none.
pub fn parse_selector(text: &str) -> Option<LabelSelector> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_u32, 0);
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.checked_sub(1)?,
            b',' if depth == 0 => {
                parts.push(&text[start..place]);
                start = place + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    let requirements = parts.into_iter().map(|part| requirement(part.trim())).collect::<Option<Vec<_>>>()?;
    (depth == 0).then_some(LabelSelector { requirements })
}

fn requirement(part: &str) -> Option<Requirement> {
    let make = |key: &str, operator, values: Vec<String>| {
        let key = key.trim();
        let plain = !key.is_empty() && !key.contains([' ', '(', ')', '=', '!']);
        plain.then(|| Requirement { key: key.to_owned(), operator, values })
    };
    let one = |value: &str| vec![value.trim().to_owned()];
    let list = |rest: &str| -> Option<Vec<String>> {
        let inner = rest.trim().strip_prefix('(')?.strip_suffix(')')?;
        Some(inner.split(',').map(|value| value.trim().to_owned()).collect())
    };
    if let Some((key, value)) = part.split_once("!=") {
        return make(key, Operator::NotIn, one(value));
    }
    if let Some((key, value)) = part.split_once("==").or_else(|| part.split_once('=')) {
        return make(key, Operator::In, one(value));
    }
    if let Some((key, rest)) = part.split_once(" notin") {
        return make(key, Operator::NotIn, list(rest)?);
    }
    if let Some((key, rest)) = part.split_once(" in") {
        return make(key, Operator::In, list(rest)?);
    }
    match part.strip_prefix('!') {
        Some(key) => make(key, Operator::DoesNotExist, Vec::new()),
        None => make(part, Operator::Exists, Vec::new()),
    }
}

/// Which nodes of a graph are shown, by place.
pub(super) fn shown(graph: &Graph, look: &Look) -> Vec<bool> {
    let selector = if look.labels.trim().is_empty() { None } else { parse_selector(&look.labels) };
    let wanted = |node: &Node| {
        node.presence != Presence::Ambient
            && !look.hidden_kinds.contains(&node.key.kind)
            && (look.namespaces.is_empty() || look.namespaces.contains(&node.key.namespace))
            && selector.as_ref().is_none_or(|selector| selector.matches(&node.labels))
    };
    let allowed = |node: &Node| {
        !look.hidden_kinds.contains(&node.key.kind)
            && (look.namespaces.is_empty()
                || node.key.namespace.is_empty()
                || look.namespaces.contains(&node.key.namespace))
    };
    let core: Vec<bool> = graph.nodes.iter().map(wanted).collect();
    let mut shown = core.clone();
    for edge in &graph.edges {
        for (here, there) in [(edge.from, edge.to), (edge.to, edge.from)] {
            let node = graph.node(there);
            let touched = core[here.0 as usize] && allowed(node);
            // The default account of a namespace and the namespace itself are touched by everything, and the
            // cluster's DNS by every policy that lets lookups out.
            let noise = node.presence == Presence::Ambient
                && (matches!(node.key.kind.as_str(), "ServiceAccount" | "Namespace")
                    || edge.relation == Relation::Admits);
            if touched && !noise {
                shown[there.0 as usize] = true;
            }
        }
    }
    if look.ambient {
        for (place, node) in graph.nodes.iter().enumerate() {
            shown[place] |= node.presence == Presence::Ambient && allowed(node) && selector.is_none();
        }
    }
    if !look.focus.is_empty() {
        focus(graph, &look.focus, &mut shown);
    }
    shown
}

/// Leaves only an object and what is within two relations of it. An object that is not there hides nothing.
fn focus(graph: &Graph, id: &str, shown: &mut [bool]) {
    let Some(center) = graph.nodes.iter().position(|node| node.key.id() == id) else { return };
    let mut near = vec![false; graph.nodes.len()];
    near[center] = true;
    for _ in 0..2 {
        let before = near.clone();
        for edge in &graph.edges {
            let (from, to) = (edge.from.0 as usize, edge.to.0 as usize);
            near[to] |= before[from];
            near[from] |= before[to];
        }
    }
    shown[center] = true;
    for (place, shown) in shown.iter_mut().enumerate() {
        *shown &= near[place];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_read_as_kubectl_writes_them() {
        for text in ["app=web", "app=web,tier in (a, b),!legacy", "a!=b,c notin (d),e"] {
            let read = parse_selector(text).map(|selector| selector.to_string());
            let normal = text.replace("notin (d)", "!=d").replace("c !=d", "c!=d");
            assert_eq!(read.as_deref(), Some(normal.as_str()));
        }
        assert_eq!(parse_selector("a in (b"), None);
        assert_eq!(parse_selector("= b"), None);
    }
}
