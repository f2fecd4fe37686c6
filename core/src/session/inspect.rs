//! Everything about one object.

use super::answer::{Inspection, InspectionRelation};
use super::prose::{Fact, Part, Prose};
use super::world::World;
use crate::api::{FieldPath, ObjectKey};
use crate::graph::{Edge, NodeIndex, Presence};
use crate::kinds;

impl World {
    /// What the inspector shows of an object, also of one that is only referred to.
    pub(super) fn inspect(&self, id: &str) -> Option<Inspection> {
        let key = ObjectKey::from_id(id)?;
        let index = self.graph.find(&key)?;
        let node = self.graph.node(index);
        let kind = kinds::find(&key.group, &key.kind);
        let purpose = match (node.presence, kind) {
            (Presence::Missing, _) => {
                format!("Something refers to this {}, but it is not in your files.", key.kind)
            }
            (Presence::Elsewhere, _) => {
                format!("This {} is not in your files; such objects usually come from elsewhere.", key.kind)
            }
            (_, Some(kind)) => kind.purpose.to_owned(),
            (_, None) => {
                format!("{} is a kind of its own, which a CustomResourceDefinition defines.", key.kind)
            }
        };
        let object = self.object(&key);
        let facts = kind.zip(object).map(|(kind, object)| (kind.facts)(object)).unwrap_or_default();
        Some(Inspection {
            object: self.object_report(node),
            purpose,
            facts: facts
                .into_iter()
                .map(|(label, text)| Fact { label: label.to_owned(), text: vec![Part::Text { text }] })
                .collect(),
            relations: self.graph.edges_of(index).map(|edge| self.inspect_relation(index, edge)).collect(),
            problems: self.problems_of(&key),
        })
    }

    fn inspect_relation(&self, from: NodeIndex, edge: &Edge) -> InspectionRelation {
        let outgoing = edge.from == from;
        let other = self.graph.node(if outgoing { edge.to } else { edge.from });
        let this = self.graph.node(from);
        let verb = if outgoing { edge.relation.verb() } else { edge.relation.reverse_verb() };
        let start = self.graph.node(edge.from);
        let end = self.graph.node(edge.to);
        let end_name = format!("{verb} {} {}", other.key.kind, other.key.name);
        let question = if outgoing {
            format!("Why is it drawn that {} {end_name}?", this.key.name)
        } else {
            format!("Why is it drawn {end_name}?")
        };
        InspectionRelation {
            verb: verb.to_owned(),
            object: self.object_report(other),
            label: edge.label.clone(),
            broken: edge.broken,
            question,
            why: self.why(edge, &start.key, &end.key),
        }
    }

    /// Why a relation is drawn: the sentence, and the lines of both ends.
    fn why(&self, edge: &Edge, start: &ObjectKey, end: &ObjectKey) -> Prose {
        let mut prose = vec![Part::Text { text: edge.evidence.sentence.clone() }];
        let ends =
            [(start, &edge.evidence.from_field, "written in"), (end, &edge.evidence.to_field, "met by")];
        for (key, path, verb) in ends {
            if let Some(place) = self.link(key, path) {
                let lead = if prose.len() == 1 { format!(" It is {verb} ") } else { format!(", {verb} ") };
                prose.push(Part::Text { text: lead });
                prose.push(place);
            }
        }
        if prose.len() > 1 {
            prose.push(Part::Text { text: ".".to_owned() });
        }
        prose
    }

    /// A link to a field of an object: `app.yaml, line 46`; none for what is not written.
    pub(super) fn link(&self, key: &ObjectKey, path: &FieldPath) -> Option<Part> {
        let object = self.object(key)?;
        let range = self.range(self.place(object, path, false)?)?;
        Some(Part::Place { text: format!("{}, line {}", range.file, range.line), range })
    }
}
