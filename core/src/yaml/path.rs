//! From an offset in the text to a place in the tree.

use super::tree::{NodeId, Tree, Value};

/// One step from a collection to a child.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step<'a> {
    /// Into the entry of a key.
    Key(&'a str),
    /// Into the item of a number, from 0.
    Index(usize),
}

/// The place in a tree that an offset belongs to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathAt<'a> {
    /// The way from the root.
    pub steps: Vec<Step<'a>>,
    /// The node there: the innermost one whose span holds the offset, or the value of the key that does.
    pub node: NodeId,
    /// Whether the offset is on the key of the last step.
    pub on_key: bool,
}

impl Tree {
    /// The innermost place that holds an offset, ends included. Outside of all children it is the collection
    /// that surrounds it, at last the root.
    pub fn path_at(&self, offset: u32) -> PathAt<'_> {
        let mut path = PathAt { steps: Vec::new(), node: self.root(), on_key: false };
        loop {
            let next = match self.value(path.node) {
                Value::Mapping(mapping) => {
                    // Entries stand in the order of the text, those of merges elsewhere.
                    let own = mapping.entries.iter().filter(|entry| !entry.merged);
                    own.rev().find(|entry| entry.key_span.start <= offset).and_then(|entry| {
                        let key = Step::Key(&entry.key);
                        let on_key = entry.key_span.touches(offset);
                        (on_key || self.span(entry.value).touches(offset)).then_some((
                            key,
                            entry.value,
                            on_key,
                        ))
                    })
                }
                Value::Sequence(items) => {
                    let index = items.partition_point(|&item| self.span(item).start <= offset);
                    index.checked_sub(1).and_then(|index| {
                        let item = items[index];
                        self.span(item).touches(offset).then_some((Step::Index(index), item, false))
                    })
                }
                _ => None,
            };
            // What an alias stands for is written elsewhere.
            let alias = path.node != self.root() && self.node(path.node).alias.is_some();
            let Some((step, node, on_key)) = next.filter(|_| !alias) else { return path };
            path.steps.push(step);
            path.node = node;
            path.on_key = on_key;
            if on_key {
                return path;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Step::{Index, Key};
    use crate::yaml::read;

    #[test]
    fn offsets_lead_to_keys_and_values() {
        let text = "spec:\n  ports:\n  - name: web\n    port: 80\n  - port: 81\n";
        let tree = read(&format!("kind: X\n{text}")).tree.expect("this is YAML");
        let at = |needle: &str| 8 + text.find(needle).expect("it stands there") as u32;
        let path = tree.path_at(at("81"));
        assert_eq!(path.steps, [Key("spec"), Key("ports"), Index(1), Key("port")]);
        assert!(!path.on_key);
        let path = tree.path_at(at("name") + 1);
        assert_eq!(path.steps, [Key("spec"), Key("ports"), Index(0), Key("name")]);
        assert!(path.on_key);
        assert_eq!(tree.as_str(path.node), Some("web"));
        assert_eq!(tree.path_at(9999).steps, []);
    }
}
