//! Everything that is known of a revision: the workspace, its objects, their relations, the problems.

use super::Range;
use crate::api::{FieldPath, Object, ObjectKey, Origin};
use crate::cluster::Cluster;
use crate::diagnostic::{DocumentIndex, Place, Problem};
use crate::graph::{self, Graph, Profiles, ReferenceProblem, Spot};
use crate::kinds;
use crate::manifest::{Entry, Slot, Workspace};
use crate::order::Arrange;
use crate::scene::Names;
use crate::text::Span;
use crate::yaml::{NodeId, Tree};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A revision with everything that follows from it.
#[derive(Debug, Default)]
pub(super) struct World {
    pub(super) workspace: Workspace,
    pub(super) cluster: Cluster,
    pub(super) graph: Arc<Graph>,
    /// What its objects are called.
    pub(super) names: Names,
    /// All problems, each in its document, in no order.
    pub(super) problems: Vec<Problem>,
    /// The objects that problems concern, by their place in `problems`.
    pub(super) concerned: Vec<Option<ObjectKey>>,
    /// The pasted objects whose document is broken at the moment.
    pub(super) stale: Vec<ObjectKey>,
    /// The drawn objects that are not pasted: what every cluster has, and what controllers make.
    drawn: BTreeMap<ObjectKey, Arc<Object>>,
    profiles: Profiles,
}

/// The text of an object: its document's tree and its node there. There is none while its document is
/// broken, for then the tree that it was read from is not that of the text.
pub(super) struct Written<'w> {
    pub(super) document: DocumentIndex,
    pub(super) tree: &'w Tree,
    pub(super) node: NodeId,
}

impl World {
    /// Works out everything about a workspace; what has not changed is taken from `before`.
    pub(super) fn new(workspace: Workspace, before: Self) -> Self {
        let mut world = Self { workspace, profiles: before.profiles, ..Self::default() };
        world.collect_objects();
        world.collect_text_problems();
        let built = graph::build(&world.cluster, &mut world.profiles);
        world.graph = if *before.graph == built.graph { before.graph } else { Arc::new(built.graph) };
        world.names = Names::of(&world.graph);
        world.drawn = built.objects;
        for found in &built.problems {
            world.add_reference_problem(found);
        }
        let Self { cluster, drawn, profiles, .. } = &mut world;
        profiles.retain(|key| cluster.get(key).is_some() || drawn.contains_key(key));
        world
    }

    fn collect_text_problems(&mut self) {
        let mut problems = Vec::new();
        for (index, _, slot) in self.workspace.slots() {
            let own = slot.document.problems.iter().chain(slot.schema_problems.iter());
            problems.extend(own.map(|problem| (index, problem.clone().rebased(index))));
        }
        for (index, problem) in problems {
            let concerned = self.object_at(index, problem.place.span.start);
            // Kinds that many clusters have are known here even where their fields are not.
            let known = concerned.as_ref().is_some_and(|key| kinds::find(&key.group, &key.kind).is_some());
            if problem.rule == "schema/no-schema" && known {
                continue;
            }
            self.add(problem, concerned);
        }
    }

    fn add(&mut self, problem: Problem, concerned: Option<ObjectKey>) {
        self.problems.push(problem);
        self.concerned.push(concerned);
    }

    /// Takes the objects of all documents; of two with the same name the last counts, as it would with
    /// `kubectl apply`, and the first is told of.
    fn collect_objects(&mut self) {
        let workspace = self.workspace.clone();
        for (index, _, slot) in workspace.slots() {
            for entry in &slot.shown().entries {
                let key = self.key(entry);
                if slot.is_stale() {
                    self.stale.push(key.clone());
                }
                let object = Arc::new(Object {
                    gvk: entry.gvk.clone(),
                    key,
                    value: Arc::clone(&entry.value),
                    origin: Some(Origin { document: index, item: entry.item }),
                });
                if let Some(earlier) = self.cluster.insert(Arc::clone(&object)) {
                    self.add_duplicate(&earlier, &object);
                }
            }
        }
        self.stale.arrange();
    }

    /// An object's identity. Where no namespace is written, namespaced objects are in `default`; a kind that
    /// nobody knows is taken for namespaced.
    fn key(&self, entry: &Entry) -> ObjectKey {
        let known = self.workspace.catalogue().resource(&entry.gvk).map(|resource| resource.namespaced());
        let namespaced = known
            .or_else(|| kinds::find(&entry.gvk.group, &entry.gvk.kind).map(|kind| kind.namespaced))
            .unwrap_or(true);
        let namespace = match (namespaced, entry.namespace.as_str()) {
            (false, _) => "",
            (true, "") => "default",
            (true, written) => written,
        };
        ObjectKey::new(&entry.gvk.group, &entry.gvk.kind, namespace, &entry.name)
    }

    fn add_duplicate(&mut self, earlier: &Object, later: &Object) {
        let path = FieldPath::of("metadata.name");
        let (Some(place), Some(first)) = (self.place(later, &path, false), self.place(earlier, &path, false))
        else {
            return;
        };
        let problem = Problem::warning("reference/duplicate", place, format!("{} is there twice", later.key))
            .help("Of two objects with one name the later replaces the earlier when both are applied.")
            .field(path.to_string())
            .label(first, "it is here first");
        self.add(problem, Some(later.key.clone()));
    }

    fn add_reference_problem(&mut self, found: &ReferenceProblem) {
        let place_of = |spot: &Spot| {
            let object = self.object(&spot.object)?;
            self.place(object, &spot.path, spot.key)
        };
        if let Some(problem) = found.placed(place_of) {
            self.add(problem, Some(found.at.object.clone()));
        }
    }

    /// An object, pasted or drawn.
    pub(super) fn object(&self, key: &ObjectKey) -> Option<&Arc<Object>> {
        self.cluster.get(key).or_else(|| self.drawn.get(key))
    }

    /// Where an object is written.
    pub(super) fn written(&self, object: &Object) -> Option<Written<'_>> {
        let origin = object.origin?;
        let (_, slot) = self.workspace.slot(origin.document)?;
        if slot.last_good.is_some() {
            return None;
        }
        let entry = slot.document.entries.iter().find(|entry| entry.item == origin.item)?;
        Some(Written { document: origin.document, tree: slot.document.tree.as_ref()?, node: entry.node })
    }

    /// Where a field of an object (or its key) is written; the document's first line while it is broken.
    pub(super) fn place(&self, object: &Object, path: &FieldPath, at_key: bool) -> Option<Place> {
        let Some(written) = self.written(object) else {
            let document = object.origin?.document;
            let (_, slot) = self.workspace.slot(document)?;
            return Some(Place { document, span: first_line(slot) });
        };
        let (tree, node) = (written.tree, written.node);
        let span = if at_key { path.locate_key(tree, node) } else { path.locate(tree, node) };
        Some(Place { document: written.document, span })
    }

    /// The object whose text is at an offset of a document.
    pub(super) fn object_at(&self, document: DocumentIndex, offset: u32) -> Option<ObjectKey> {
        let (_, slot) = self.workspace.slot(document)?;
        let entries = &slot.shown().entries;
        if let ([entry], true) =
            (entries.as_slice(), entries.first().is_some_and(|entry| entry.item.is_none()))
        {
            return Some(self.key(entry));
        }
        let tree = slot.shown().tree.as_ref()?;
        entries.iter().find(|entry| tree.span(entry.node).touches(offset)).map(|entry| self.key(entry))
    }

    /// The whole text of an object, from its first to its last line.
    pub(super) fn object_range(&self, object: &Object) -> Option<Range> {
        match self.written(object) {
            Some(written) => {
                let span = written.tree.span(written.node);
                self.range(Place { document: written.document, span })
            }
            None => self.range(self.place(object, &FieldPath::root(), false)?),
        }
    }

    /// A place in the terms of the page.
    pub(super) fn range(&self, place: Place) -> Option<Range> {
        let (file, slot) = self.workspace.slot(place.document)?;
        Some(super::places::range_in(file, place.span.shifted(slot.start)))
    }
}

/// The first line of a document that says something.
fn first_line(slot: &Slot) -> Span {
    let text: &str = &slot.document.text;
    let start = text.len() - text.trim_start().len();
    let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    Span::new(start, end)
}
