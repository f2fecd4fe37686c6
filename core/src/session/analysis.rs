//! The files and their problems, as the page lists them.

use super::answer::{Analysis, DocumentReport, DocumentState, FileReport, FixReport, ProblemReport};
use super::places::range_in;
use super::world::World;
use crate::api::ObjectKey;
use crate::diagnostic::{DocumentIndex, Fix, Place, Problem, Severity};
use crate::manifest::{File, Slot};
use crate::order::{self, Arrange};
use crate::text::Span;
use crate::yaml::State;
use std::collections::BTreeMap;
use std::sync::Arc;

impl World {
    /// Everything that is wrong, errors first, then by file and place.
    pub(super) fn analysis(&self) -> Analysis {
        let problems = self.reports(|_| true);
        let mut objects: BTreeMap<DocumentIndex, Vec<String>> = BTreeMap::new();
        for object in self.cluster.objects() {
            if let Some(origin) = object.origin {
                objects.entry(origin.document).or_default().push(object.key.id());
            }
        }
        let reports =
            self.workspace.files().iter().map(|file| self.file_report(file, &problems, &mut objects));
        Analysis { files: reports.collect(), problems }
    }

    /// The problems whose object is wanted, errors first, then by file and place.
    fn reports(&self, wanted: impl Fn(Option<&ObjectKey>) -> bool) -> Vec<ProblemReport> {
        let mut problems: Vec<ProblemReport> = self
            .problems
            .iter()
            .zip(&self.concerned)
            .filter(|(_, concerned)| wanted(concerned.as_ref()))
            .filter_map(|(problem, concerned)| self.problem_report(problem, concerned.as_ref()))
            .collect();
        let files = self.workspace.files().iter().enumerate();
        let places = order::map(files.map(|(place, file)| (&*file.name, place)));
        let rank = |problem: &ProblemReport| {
            let range = &problem.range;
            (problem.severity, places.get(range.file.as_str()).copied(), range.from, range.to)
        };
        problems.arrange_by(|left, right| {
            rank(left)
                .cmp(&rank(right))
                .then_with(|| left.rule.cmp(&right.rule))
                .then_with(|| left.message.cmp(&right.message))
        });
        problems.dedup();
        problems
    }

    fn file_report(
        &self,
        file: &Arc<File>,
        problems: &[ProblemReport],
        objects: &mut BTreeMap<DocumentIndex, Vec<String>>,
    ) -> FileReport {
        let count = |severity| {
            let here =
                |problem: &&ProblemReport| problem.severity == severity && problem.range.file == *file.name;
            problems.iter().filter(here).count() as u32
        };
        let slots = self.workspace.slots().filter(|(_, of, _)| Arc::ptr_eq(of, file));
        let documents = slots.map(|(index, _, slot)| DocumentReport {
            range: range_in(file, Span { start: slot.start, end: slot.end() }),
            state: document_state(slot),
            objects: objects.remove(&index).unwrap_or_default(),
        });
        FileReport {
            name: file.name.to_string(),
            documents: documents.collect(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }

    fn problem_report(&self, problem: &Problem, concerned: Option<&ObjectKey>) -> Option<ProblemReport> {
        let labels = problem.labels.iter();
        Some(ProblemReport {
            rule: problem.rule.to_owned(),
            severity: problem.severity,
            message: problem.message.clone(),
            help: problem.help.clone(),
            range: self.range(problem.place)?,
            labels: labels.filter_map(|label| Some((self.range(label.place)?, label.text.clone()))).collect(),
            object: concerned.map(ObjectKey::id).unwrap_or_default(),
            object_version: concerned
                .and_then(|key| self.cluster.get(key))
                .map(|object| object.gvk.api_version())
                .unwrap_or_default(),
            object_name: concerned.map(ToString::to_string).unwrap_or_default(),
            field: problem.field.clone(),
            fixes: problem.fixes.iter().filter_map(|fix| self.fix_report(fix)).collect(),
        })
    }

    fn fix_report(&self, fix: &Fix) -> Option<FixReport> {
        let edits = fix.edits.iter().map(|(document, edit)| {
            let place = Place { document: *document, span: edit.span };
            Some((self.range(place)?, edit.replacement.clone()))
        });
        Some(FixReport {
            title: fix.title.clone(),
            applicability: fix.applicability,
            edits: edits.collect::<Option<_>>()?,
        })
    }

    /// The problems of one object.
    pub(super) fn problems_of(&self, key: &ObjectKey) -> Vec<ProblemReport> {
        self.reports(|concerned| concerned == Some(key))
    }
}

fn document_state(slot: &Slot) -> DocumentState {
    match slot.document.state {
        State::Sound => DocumentState::Object,
        State::Empty => DocumentState::Empty,
        State::Repaired | State::Broken => DocumentState::Broken,
        State::Foreign(_) => DocumentState::Foreign,
    }
}
