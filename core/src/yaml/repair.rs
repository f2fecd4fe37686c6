//! Reading on after a syntax error: the place is repaired or blanked, and the rest stays.

use super::document::{Document, read_yaml};
use super::error::{ErrorKind, SyntaxError};
use super::explain::{Candidate, Explanation, explain, misindented};
use super::indentation;
use super::tree::Tree;
use super::window::Window;
use crate::diagnostic::{DocumentIndex, Fix, Place, Problem};
use crate::text::{Span, TextEdit};

/// How often a text is read again at most, and from which size on only a few times.
const TRIES: usize = 14;
const LARGE: usize = 512 * 1024;
const TRIES_LARGE: usize = 4;

/// How many syntax errors of one document are told.
const TOLD: usize = 5;

/// What could be read of a broken text.
pub(super) struct Repaired {
    /// The document, its places those of the original text; nothing when no repair helped.
    pub(super) document: Option<Document>,
    pub(super) problems: Vec<Problem>,
}

/// Explains the error of a text, and repairs it as far as it takes to read on.
pub(super) fn repair(original: &str, error: SyntaxError) -> Repaired {
    let mut tries = if original.len() > LARGE { TRIES_LARGE } else { TRIES };
    let mut text = original.to_owned();
    let mut error = error;
    let mut changes: Vec<Change> = Vec::new();
    let mut problems = Vec::new();
    loop {
        let Explanation { span, message, help, label, candidates } = explain(&text, error);
        let at = Place::here(to_original(&changes, original, span));
        let mut problem = Problem::error(rule(error.kind), at, message).help(help);
        if let Some((span, text)) = label {
            problem = problem.label(Place::here(to_original(&changes, original, span)), text);
        }
        let mut accepted = None;
        if !is_limit(error.kind) {
            let window = (text.len() > LARGE).then(|| Window::around(&text, error.place()));
            for candidate in candidates {
                if window.as_ref().is_some_and(|window| !helps_nearby(window, error, &candidate)) {
                    continue;
                }
                if tries == 0 {
                    break;
                }
                tries -= 1;
                let changed = TextEdit::apply_all(&text, &candidate.edits);
                let outcome = read_yaml(&changed);
                let applied = Change::all(&candidate.edits);
                let further = goes_further(&text, &applied, error, outcome.as_ref().err());
                if further {
                    accepted = Some((candidate, changed, outcome, applied));
                    break;
                }
            }
        }
        let Some((candidate, changed, outcome, applied)) = accepted else {
            tell(&mut problems, problem);
            return Repaired { document: None, problems };
        };
        tell(&mut problems, with_fix(problem, candidate, &changes, original));
        changes.extend(applied);
        match outcome {
            Ok(document) => {
                let document = moved(document, |span| to_original(&changes, original, span));
                return Repaired { document: Some(document), problems };
            }
            Err(next) => {
                text = changed;
                error = next;
            }
        }
    }
}

/// Reads on where upstream passes over most of a document, its first line being indented further than the
/// others; nothing when that is not so.
pub(super) fn read_on(original: &str, document: &Document) -> Option<Repaired> {
    let (found, whole) = indentation::first_line(original, document.tree.as_ref()?)?;
    let Explanation { span, message, label, mut candidates, .. } = misindented(found);
    let candidate = candidates.pop()?;
    let changes = Change::all(&candidate.edits);
    let mut problem = Problem::error("yaml/first-line", Place::here(span), message)
        .help("kubectl reads a document only as far as its lines stand no further left than the first one.");
    if let Some((span, text)) = label {
        problem = problem.label(Place::here(span), text);
    }
    let problems = vec![with_fix(problem, candidate, &[], original)];
    let document = moved(whole, |span| to_original(&changes, original, span));
    Some(Repaired { document: Some(document), problems })
}

/// The rule of an error.
fn rule(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::TooDeep => "yaml/too-deep",
        ErrorKind::AliasBomb => "yaml/alias-bomb",
        _ => "yaml/syntax",
    }
}

/// Whether an error is a bound, which no repair helps against.
fn is_limit(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::TooDeep | ErrorKind::AliasBomb)
}

/// Whether after changes of a text the next error, if there is one, is in a later line than the last one.
fn goes_further(text: &str, applied: &[Change], error: SyntaxError, next: Option<&SyntaxError>) -> bool {
    next.is_none_or(|&next| {
        let at = applied.iter().rev().fold(next.place(), |at, change| change.back(at));
        at > error.place() && !same_line(text, at, error.place())
    })
}

/// Whether a change helps in the part of a large text around the error, which saves reading all of it for
/// changes that do not. Where the part alone tells nothing, the change has to be tried.
fn helps_nearby(window: &Window<'_>, error: SyntaxError, candidate: &Candidate) -> bool {
    let inside = |edit: &TextEdit| {
        let start = window.inside(edit.span.start as usize)?;
        Some(TextEdit { span: Span::new(start, start + edit.span.len()), ..edit.clone() })
    };
    let Some(edits) = candidate.edits.iter().map(inside).collect::<Option<Vec<_>>>() else { return true };
    let Err(here) = read_yaml(&window.text) else { return true };
    if here.kind != error.kind || Some(here.place()) != window.inside(error.place()) {
        return true;
    }
    let outcome = read_yaml(&TextEdit::apply_all(&window.text, &edits));
    goes_further(&window.text, &Change::all(&edits), here, outcome.as_ref().err())
}

/// Whether no line ends between two offsets.
fn same_line(text: &str, a: usize, b: usize) -> bool {
    let (from, to) = (a.min(b).min(text.len()), a.max(b).min(text.len()));
    !text.as_bytes()[from..to].contains(&b'\n')
}

/// Adds a problem, unless enough have been told or the same place was.
fn tell(problems: &mut Vec<Problem>, problem: Problem) {
    if problems.len() < TOLD && problems.last().is_none_or(|last| last.place != problem.place) {
        problems.push(problem);
    }
}

/// A problem with the fix that has proved to help.
fn with_fix(problem: Problem, candidate: Candidate, changes: &[Change], original: &str) -> Problem {
    let Some(title) = candidate.title else { return problem };
    let edits = candidate.edits.into_iter().map(|edit| {
        let span = to_original(changes, original, edit.span);
        (DocumentIndex(0), TextEdit::replace(span, edit.replacement))
    });
    problem.fix(Fix { title, applicability: candidate.applicability, edits: edits.collect() })
}

/// One edit of a text, to get from places after it to places before it.
#[derive(Clone, Copy)]
struct Change {
    start: usize,
    old: usize,
    new: usize,
}

impl Change {
    /// The last edit first, so that each of them has the places of the text before all.
    fn all(edits: &[TextEdit]) -> Vec<Self> {
        edits.iter().rev().map(Self::of).collect()
    }

    fn of(edit: &TextEdit) -> Self {
        Self { start: edit.span.start as usize, old: edit.span.len(), new: edit.replacement.len() }
    }

    /// Where an offset of the changed text was before.
    fn back(self, at: usize) -> usize {
        if at <= self.start {
            at
        } else if at >= self.start + self.new {
            at - self.new + self.old
        } else {
            self.start + (at - self.start).min(self.old)
        }
    }
}

/// A place in the original text, for one in the text after all changes.
fn to_original(changes: &[Change], original: &str, span: Span) -> Span {
    let back = |at: u32| {
        let at = changes.iter().rev().fold(at as usize, |at, change| change.back(at));
        super::lines::floor_boundary(original, at)
    };
    Span::new(back(span.start), back(span.end))
}

/// A document with every place moved.
fn moved(document: Document, place: impl Fn(Span) -> Span) -> Document {
    let Document { tree, mut faults, mut duplicates } = document;
    for fault in &mut faults {
        fault.span = place(fault.span);
    }
    for duplicate in &mut duplicates {
        duplicate.first = place(duplicate.first);
        duplicate.second = place(duplicate.second);
    }
    Document { tree: tree.map(|tree: Tree| tree.mapped(place)), faults, duplicates }
}
