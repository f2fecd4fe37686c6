//! The rows of the outline and how keys move through them. No browser here.

use drydock_core::session::{Family, Picture};
use std::collections::BTreeSet;

/// A row.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// The object's id.
    pub object: String,
    /// For a relation: its number among the object's relations.
    pub relation: Option<usize>,
    /// What is written and read out.
    pub text: String,
    /// Its kind, for the icon.
    pub kind: String,
    /// Its family, for the icon of a kind without one of its own.
    pub family: Family,
    /// The object that a relation leads to.
    pub leads_to: String,
    /// For an object with relations: whether they are shown.
    pub open: Option<bool>,
    /// It leads nowhere.
    pub broken: bool,
}

/// All rows that are shown: each object, and below those that are open their relations in both directions.
pub fn rows(picture: &Picture, closed: &BTreeSet<String>) -> Vec<Row> {
    let mut below: Vec<Vec<Row>> = picture.objects.iter().map(|_| Vec::new()).collect();
    for relation in &picture.relations {
        let ends = [
            (relation.from, relation.to, &relation.verb),
            (relation.to, relation.from, &relation.reverse_verb),
        ];
        for (here, there, verb) in ends {
            let (Some(object), Some(other)) =
                (picture.objects.get(here as usize), picture.objects.get(there as usize))
            else {
                continue;
            };
            let name = plain_name(&other.title);
            let label =
                if relation.label.is_empty() { String::new() } else { [", ", &relation.label].concat() };
            let rows = &mut below[here as usize];
            rows.push(Row {
                object: object.id.clone(),
                relation: Some(rows.len()),
                text: [verb.as_str(), " ", name, &label].concat(),
                kind: other.kind.clone(),
                family: other.family,
                leads_to: other.id.clone(),
                open: None,
                broken: relation.broken,
            });
        }
    }
    let mut rows = Vec::new();
    for (object, below) in picture.objects.iter().zip(below) {
        let open = !closed.contains(&object.id);
        rows.push(Row {
            object: object.id.clone(),
            relation: None,
            text: object.title.clone(),
            kind: object.kind.clone(),
            family: object.family,
            leads_to: object.id.clone(),
            open: (!below.is_empty()).then_some(open),
            broken: false,
        });
        if open {
            rows.extend(below);
        }
    }
    rows
}

/// `Deployment shop/web` of `Deployment shop/web, 2 of 3 ready`.
fn plain_name(title: &str) -> &str {
    title.split_once(", ").map_or(title, |(name, _)| name)
}

/// What a key does in a tree.
#[derive(Clone, PartialEq, Debug)]
pub enum Move {
    /// To this row.
    To(usize),
    /// Show what is below the row.
    Open,
    /// Hide it.
    Close,
    /// Select what the row is about.
    Choose,
}

/// What a key does at a row.
pub fn step(rows: &[Row], at: usize, key: &str) -> Option<Move> {
    let row = rows.get(at)?;
    match key {
        "ArrowDown" => (at + 1 < rows.len()).then_some(Move::To(at + 1)),
        "ArrowUp" => at.checked_sub(1).map(Move::To),
        "Home" => Some(Move::To(0)),
        "End" => Some(Move::To(rows.len() - 1)),
        "ArrowRight" => match row.open {
            Some(false) => Some(Move::Open),
            Some(true) => Some(Move::To(at + 1)),
            None => None,
        },
        "ArrowLeft" if row.relation.is_some() => {
            rows[..at].iter().rposition(|row| row.relation.is_none()).map(Move::To)
        }
        "ArrowLeft" => (row.open == Some(true)).then_some(Move::Close),
        "Enter" | " " => Some(Move::Choose),
        key => {
            // A letter leads to the next row that begins with it.
            let letter = key.chars().next().filter(|_| key.chars().count() == 1)?.to_lowercase().next()?;
            let begins = |row: &Row| row.text.to_lowercase().starts_with(letter);
            (1..=rows.len()).map(|step| (at + step) % rows.len()).find(|at| begins(&rows[*at])).map(Move::To)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drydock_core::session::{Family, ObjectReport, Presence, Relation, RelationReport};

    fn object(kind: &str, name: &str, title: &str) -> ObjectReport {
        ObjectReport {
            id: name.into(),
            api_version: "v1".into(),
            kind: kind.into(),
            namespace: "shop".into(),
            name: name.into(),
            title: title.into(),
            family: Family::Workload,
            presence: Presence::Pasted,
            pods: None,
            summary: String::new(),
            range: None,
        }
    }

    fn picture() -> Picture {
        Picture {
            objects: vec![
                object("Service", "a", "Service shop/a"),
                object("Deployment", "b", "Deployment shop/b, 2 of 3 ready"),
            ],
            relations: vec![RelationReport {
                from: 0,
                to: 1,
                relation: Relation::Selects,
                verb: "selects".into(),
                reverse_verb: "selected by".into(),
                label: String::new(),
                broken: false,
            }],
            ..Picture::default()
        }
    }

    #[test]
    fn a_relation_stands_beneath_both_of_its_ends() {
        let texts: Vec<_> = rows(&picture(), &BTreeSet::new()).into_iter().map(|row| row.text).collect();
        assert_eq!(
            texts,
            [
                "Service shop/a",
                "selects Deployment shop/b",
                "Deployment shop/b, 2 of 3 ready",
                "selected by Service shop/a"
            ]
        );
    }

    #[test]
    fn a_closed_object_hides_its_relations() {
        let closed = BTreeSet::from(["a".to_owned(), "b".to_owned()]);
        assert_eq!(rows(&picture(), &closed).len(), 2);
    }

    #[test]
    fn keys_walk_the_tree_as_trees_are_walked() {
        let rows = rows(&picture(), &BTreeSet::new());
        assert_eq!(step(&rows, 0, "ArrowRight"), Some(Move::To(1)));
        assert_eq!(step(&rows, 1, "ArrowLeft"), Some(Move::To(0)));
        assert_eq!(step(&rows, 0, "ArrowLeft"), Some(Move::Close));
        assert_eq!(step(&rows, 3, "ArrowDown"), None);
        assert_eq!(step(&rows, 0, "d"), Some(Move::To(2)));
    }
}
