//! One document from its text, with everything that is to be said about it.

use super::document::{Document, read_yaml};
use super::emit::quote;
use super::error::ErrorKind;
use super::foreign::{self, Foreign};
use super::json;
use super::limits::MAX_BYTES;
use super::lines::Line;
use super::parser::{Duplicate, Fault, FaultKind};
use super::repair::{Repaired, read_on, repair};
use super::tree::{Tree, Value};
use crate::diagnostic::{Applicability, Fix, Place, Problem};
use crate::text::Span;

/// How well a document could be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// As upstream reads it.
    Sound,
    /// Upstream refuses it; there is a tree all the same, of a text that was repaired or blanked in places.
    Repaired,
    /// There is no tree.
    Broken,
    /// Nothing but blank space and comments.
    Empty,
    /// It is something else than a manifest; there may be a tree.
    Foreign(Foreign),
}

/// A document that has been read.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The tree, with places in the text that was given.
    pub tree: Option<Tree>,
    /// What is wrong, in the document counted as 0.
    pub problems: Vec<Problem>,
    /// How well it went.
    pub state: State,
}

impl Reading {
    /// A text that is not looked at any further.
    fn refused(problem: Problem) -> Self {
        Self { tree: None, problems: vec![problem], state: State::Broken }
    }
}

/// Reads one chunk of [`super::split`]. A pure function of the text, so that callers can keep its answers.
pub fn read(chunk: &str) -> Reading {
    if let Some(problem) = too_large(chunk).or_else(|| binary(chunk)) {
        return Reading::refused(problem);
    }
    if chunk.trim_start().starts_with('{')
        && let Some(document) = json::parse(chunk)
    {
        return finish(chunk, document, Vec::new(), State::Sound);
    }
    let Some((line, problem)) = bad_separator(chunk) else { return read_text(chunk) };
    let mut reading = read_text(&without_separator(chunk, line));
    reading.problems.insert(0, problem);
    if reading.state == State::Sound || reading.state == State::Empty {
        reading.state = State::Repaired;
    }
    reading
}

/// Reads a text that does not begin with a bad separator.
fn read_text(text: &str) -> Reading {
    let error = match read_yaml(text) {
        Ok(document) if document.faults.is_empty() => {
            if let Some(Repaired { document: Some(document), problems }) = read_on(text, &document) {
                return finish(text, document, problems, State::Repaired);
            }
            return finish(text, document, Vec::new(), State::Sound);
        }
        Ok(document) => {
            if let Some(foreign) = foreign::template(text) {
                return of_foreign(foreign, text, None);
            }
            return finish(text, document, Vec::new(), State::Repaired);
        }
        Err(error) => error,
    };
    if !matches!(error.kind, ErrorKind::TooDeep | ErrorKind::AliasBomb)
        && let Some(foreign) = foreign::of_text(text)
    {
        return of_foreign(foreign, text, None);
    }
    let repaired = repair(text, error);
    match repaired.document {
        Some(document) => finish(text, document, repaired.problems, State::Repaired),
        None => Reading { tree: None, problems: repaired.problems, state: State::Broken },
    }
}

/// A document with its problems, and recognised for what it is.
fn finish(text: &str, document: Document, mut problems: Vec<Problem>, state: State) -> Reading {
    let Some(tree) = document.tree else {
        let state = if problems.is_empty() { State::Empty } else { state };
        return Reading { tree: None, problems, state };
    };
    if problems.is_empty() && document.faults.is_empty() {
        let root = tree.node(tree.root());
        if root.value == Value::Null && root.span.is_empty() {
            return Reading { tree: None, problems, state: State::Empty };
        }
        let by_lines = || {
            matches!(root.value, Value::String(_) | Value::Sequence(_))
                .then(|| foreign::of_text(text))
                .flatten()
        };
        if let Some(foreign) = by_lines().or_else(|| foreign::of_tree(&tree)) {
            let span = first_line_of(&tree, text);
            return Reading {
                tree: Some(tree),
                problems: vec![foreign.problem(span)],
                state: State::Foreign(foreign),
            };
        }
    }
    problems.extend(document.faults.iter().map(of_fault));
    let mut told: Vec<Span> = Vec::new();
    for duplicate in document.duplicates.iter().filter(|duplicate| !duplicate.merged) {
        if !told.contains(&duplicate.second) {
            told.push(duplicate.second);
            problems.push(of_duplicate(duplicate));
        }
    }
    Reading { tree: Some(tree), problems, state }
}

/// A text that is something else.
fn of_foreign(foreign: Foreign, text: &str, tree: Option<Tree>) -> Reading {
    let span = foreign::telling_line(foreign, text);
    Reading { tree, problems: vec![foreign.problem(span)], state: State::Foreign(foreign) }
}

/// Where a tree's first key or value is written.
fn first_line_of(tree: &Tree, text: &str) -> Span {
    let line = || Line::at(text, tree.span(tree.root()).start as usize).span();
    tree.entries(tree.root()).next().map_or_else(line, |entry| entry.key_span)
}

fn too_large(chunk: &str) -> Option<Problem> {
    (chunk.len() > MAX_BYTES).then(|| {
        let message = format!("this text is larger than {} MB and is not read", MAX_BYTES / 1024 / 1024);
        Problem::error("yaml/too-large", Place::here(Span::at(0)), message)
            .help("Paste a part of it, or split it into several files.")
    })
}

/// Recognises files that are no text: a NUL byte, or more than a tenth of characters that no text has.
fn binary(chunk: &str) -> Option<Problem> {
    let sample = &chunk[..super::lines::floor_boundary(chunk, 4096)];
    let strange = |character: char| {
        character == '\u{fffd}' || character.is_control() && !"\t\n\r\u{85}\u{1b}".contains(character)
    };
    let odd = sample.chars().filter(|&character| strange(character)).count();
    let nul = sample.contains('\0');
    (nul && odd > 1 || odd > 8 && odd * 10 > sample.chars().count()).then(|| {
        Problem::error("yaml/binary", Place::here(Span::at(0)), "this is a binary file, not a text")
            .help("Only texts can be read: YAML or JSON manifests in UTF-8.")
    })
}

/// The first line, when it begins with `---` and is no separator.
fn bad_separator(chunk: &str) -> Option<(Line<'_>, Problem)> {
    let line = Line::at(chunk, 0);
    let rest = line.text.strip_prefix("---")?.trim();
    if rest.is_empty() || rest.starts_with('#') {
        return None;
    }
    let place = Place::here(Span::new(0, line.end()));
    let problem = Problem::error("yaml/separator", place, format!("invalid Yaml document separator: {rest}"));
    let problem = if rest.starts_with("--") {
        problem.help(
            "A line that begins with three dashes separates documents, and kubectl stops here. Inside of a \
             text, such as a certificate, indent it like the lines around it.",
        )
    } else {
        problem.help("Only a comment may follow --- on its line, and kubectl stops here.").fix(
            Fix::replace("put it on a line of its own", Span::at(3), "\n")
                .applicability(Applicability::Likely),
        )
    };
    Some((line, problem))
}

/// The text of a chunk whose separator is bad, of the same length: what follows the dashes is kept where it
/// can be read, otherwise the line is blanked.
fn without_separator(chunk: &str, line: Line<'_>) -> String {
    // A byte order mark has three bytes like the dashes, and what follows it stands at the line's start.
    let kept = format!("\u{feff}{}", &chunk[3..]);
    if !line.text.starts_with("----") && read_yaml(&kept).is_ok_and(|document| document.tree.is_some()) {
        return kept;
    }
    format!("{}{}", " ".repeat(line.text.len()), &chunk[line.text.len()..])
}

/// The problem of a key or value that cannot become JSON.
fn of_fault(fault: &Fault) -> Problem {
    let place = Place::here(fault.span);
    let problem = |rule, message: &str| Problem::error(rule, place, message);
    match fault.kind {
        FaultKind::NullKey => problem("yaml/key", "a key cannot be null")
            .help(format!("Quote it to make a text of it. kubectl says: {}.", fault.message)),
        FaultKind::LargeKey => problem("yaml/key", "a number this large cannot be a key")
            .help(format!("Quote it to make a text of it. kubectl says: {}.", fault.message)),
        FaultKind::BadKey => problem("yaml/key", "a key cannot be a list or a mapping").help(format!(
            "A text that begins with a bracket or a brace must be quoted. kubectl says: {}.",
            fault.message
        )),
        FaultKind::BadTag => problem("yaml/tag", &fault.message),
        FaultKind::NotFinite => problem("yaml/number", "this number has no end and cannot become JSON")
            .help(format!("Quote it to make a text of it. kubectl says: {}.", fault.message)),
        FaultKind::BadMerge => problem("yaml/merge", &fault.message)
            .help("<< takes the entries of one mapping or of a list of mappings, mostly *aliases."),
    }
}

/// The problem of a key that is set twice.
fn of_duplicate(duplicate: &Duplicate) -> Problem {
    let key = quote(&duplicate.key);
    let message = format!("key \"{}\" already set in map", duplicate.key);
    Problem::error("yaml/duplicate-key", Place::here(duplicate.second), message)
        .label(Place::here(duplicate.first), format!("{key} is set here first"))
        .help("Only the last of them counts, and a strict reader refuses the document.")
}
