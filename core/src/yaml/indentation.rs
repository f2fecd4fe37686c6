//! Lines that are indented wrongly: which line it is, which is often not the one where reading stops, and
//! where it belongs.
//!
//! Lines around the error are moved to columns at which their neighbours stand, the likeliest move first,
//! and the text is read again; the move that lets reading go on furthest is what was meant.

mod moves;
pub(super) mod rows;

use super::document::{Document, read_yaml};
use super::error::{ErrorKind, SyntaxError};
use super::tree::{NodeId, Tree, Value};
use super::window::Window;
use crate::text::{Span, TextEdit};
use moves::{Move, moves};
use rows::{Row, rows};

/// How many moves are tried, and how many bytes are read for it, at most.
const TRIES: usize = 48;
const BYTES: usize = 640 * 1024;

/// Lines that are indented wrongly, with their repair.
pub(super) struct Misindented {
    /// The first of the lines, without its indentation.
    pub(super) line: Span,
    /// How many lines are meant.
    pub(super) lines: usize,
    /// How it is indented, and how it should be.
    pub(super) indent: usize,
    pub(super) wanted: usize,
    /// A line beside it that is indented as it should be.
    pub(super) sibling: Option<Span>,
    /// Whether both are lines of a block scalar.
    pub(super) in_text: bool,
    /// The repair, in order.
    pub(super) edits: Vec<TextEdit>,
}

/// What keeps most of a document from being read, although nothing is wrong with it as YAML: its first line
/// is indented further than the others, and upstream reads no further than to the second line.
pub(super) fn first_line(text: &str, tree: &Tree) -> Option<(Misindented, Document)> {
    let root = tree.node(tree.root());
    let end = root.span.end as usize;
    let rest = text.get(end..)?;
    if rest.trim().is_empty() || !matches!(root.value, Value::Mapping(_) | Value::Sequence(_)) || root.flow {
        return None;
    }
    let rows = rows(text);
    let next = rows.iter().find(|row| row.start >= end)?;
    let first = rows.iter().find(|row| row.content_start() >= root.span.start as usize)?;
    if next.text.starts_with("---") || next.text.starts_with("...") || next.indent >= first.indent {
        return None;
    }
    let margin = Span::new(first.start, first.content_start());
    let edits = vec![TextEdit::replace(margin, " ".repeat(next.indent))];
    let document = read_yaml(&TextEdit::apply_all(text, &edits)).ok()?;
    let whole = document.tree.as_ref().is_some_and(|tree| tree.entries(tree.root()).count() > 1);
    let shown = |row: &Row<'_>| Span::new(row.content_start(), row.content_start() + row.text.len());
    whole.then(|| {
        let found = Misindented {
            line: shown(first),
            lines: 1,
            indent: first.indent,
            wanted: next.indent,
            sibling: Some(shown(next)),
            in_text: false,
            edits,
        };
        (found, document)
    })
}

/// How far a move helps.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Success {
    /// The row at which reading stops, counted as the number of rows when it does not.
    stop: usize,
    /// How many keys are set twice, fewer being more.
    duplicates: std::cmp::Reverse<usize>,
}

/// Finds the lines that a syntax error is due to, when indentation is what is wrong.
pub(super) fn find(text: &str, error: SyntaxError) -> Option<Misindented> {
    let by_place = matches!(
        error.kind,
        ErrorKind::ExpectedKey | ErrorKind::ExpectedDash | ErrorKind::BadValue | ErrorKind::MissingColon
    );
    if !by_place {
        return None;
    }
    let window = Window::around(text, error.at);
    let at = window.inside(error.at)?;
    // Cut out of its surroundings, the place must still be wrong for the same reason.
    if window.text.len() < text.len()
        && !read_yaml(&window.text).is_err_and(|found| found.kind == error.kind && found.at == at)
    {
        return None;
    }
    let rows = rows(&window.text);
    let place = window.inside(error.place())?;
    let noticed = rows.iter().rposition(|row| row.start <= place)?;
    if !may_be_indentation(&rows, noticed, error.kind, at) {
        return None;
    }
    let (chosen, edits) = best(&window.text, &rows, noticed, error.kind)?;
    let outside = |span: Span| {
        let start = window.outside(span.start as usize)?;
        Some(Span::new(start, start + span.len()))
    };
    let row = rows[chosen.first];
    let shown = |row: &Row<'_>| Span::new(row.content_start(), row.content_start() + row.text.len());
    let edits = edits.into_iter().map(|edit| Some(TextEdit { span: outside(edit.span)?, ..edit }));
    Some(Misindented {
        line: outside(shown(&row))?,
        lines: chosen.last - chosen.first + 1,
        indent: row.indent,
        wanted: chosen.wanted,
        sibling: chosen.sibling.and_then(|index| outside(shown(&rows[index]))),
        in_text: chosen.into_text,
        edits: edits.collect::<Option<_>>()?,
    })
}

/// Whether the line itself is well written, so that only its place can be wrong.
fn may_be_indentation(rows: &[Row<'_>], noticed: usize, kind: ErrorKind, at: usize) -> bool {
    let row = rows[noticed];
    match kind {
        // The second colon of a line, or a key below a line that lacks its colon.
        ErrorKind::BadValue => {
            let first_colon = row.text.find(": ").unwrap_or(row.text.len() - 1);
            let above = noticed.checked_sub(1).map(|index| rows[index]);
            row.content_start() + first_colon >= at
                && above.is_some_and(|above| above.has_key() || above.item && !above.content.contains(':'))
        }
        // Behind a value that has ended on this line.
        ErrorKind::ExpectedKey | ErrorKind::ExpectedDash => at <= row.content_start(),
        _ => true,
    }
}

/// The move that lets reading go on furthest, if it goes on behind the line where it stopped.
fn best(text: &str, rows: &[Row<'_>], noticed: usize, kind: ErrorKind) -> Option<(Move, Vec<TextEdit>)> {
    let tries = TRIES.min(BYTES / text.len().max(1));
    let mut best: Option<(Success, Move, Vec<TextEdit>)> = None;
    let candidates = moves(rows, noticed);
    // A line without a colon can only be a line of a text.
    let fits = |candidate: &&Move| {
        kind != ErrorKind::MissingColon || candidate.into_text || rows[candidate.first].opens_text()
    };
    for candidate in candidates.iter().filter(fits).take(tries) {
        let edits = candidate.edits(rows);
        let Some(success) = attempt(text, rows, candidate, &edits) else { continue };
        let perfect = success.stop == rows.len() && success.duplicates.0 == 0;
        let goes_on = success.stop > noticed + 1 || success.stop == rows.len();
        if goes_on && best.as_ref().is_none_or(|(best, ..)| success > *best) {
            best = Some((success, *candidate, edits));
        }
        if perfect {
            break;
        }
    }
    best.map(|(_, chosen, edits)| (chosen, edits))
}

/// Reads a text after a move; nothing when the line became part of a value, or of a text where it should not.
fn attempt(text: &str, rows: &[Row<'_>], tried: &Move, edits: &[TextEdit]) -> Option<Success> {
    let changed = TextEdit::apply_all(text, edits);
    let place = rows[tried.first].start + tried.wanted;
    let fits = |document: &Document, end: usize| {
        let Some(tree) = &document.tree else { return false };
        // Upstream passes over what stands further left than the first line of a document.
        let whole = tree.span(tree.root()).end as usize >= end;
        whole && is_within_scalar(tree, place) == tried.into_text
    };
    match read_yaml(&changed) {
        Ok(document) => {
            let duplicates = std::cmp::Reverse(document.duplicates.len());
            fits(&document, last_line(&changed)).then_some(Success { stop: rows.len(), duplicates })
        }
        Err(next) => {
            let stop = super::lines::Line::at(&changed, next.place()).start;
            let moved = |row: &&Row<'_>| {
                edits
                    .iter()
                    .filter(|edit| edit.span.start < row.start as u32)
                    .fold(row.start, |at, edit| (at + edit.replacement.len()).saturating_sub(edit.span.len()))
                    < stop
            };
            // What is left open there is cut off where it opens.
            let opened = super::lines::Line::at(&changed, next.context).start;
            let cut = |at: usize| Some((read_yaml(&changed[..at]).ok()?, at));
            let (before, end) = cut(stop).or_else(|| cut(opened))?;
            fits(&before, last_line(&changed[..end])).then(|| Success {
                stop: rows.iter().take_while(moved).count(),
                duplicates: std::cmp::Reverse(before.duplicates.len()),
            })
        }
    }
}

/// Where the last row of a text begins.
fn last_line(text: &str) -> usize {
    rows(text).last().map_or(0, |row| row.start)
}

/// Whether a place lies behind the start of a scalar in lines.
fn is_within_scalar(tree: &Tree, at: usize) -> bool {
    (0..tree.len()).any(|index| {
        let node = tree.node(NodeId(index as u32));
        let scalar = !matches!(node.value, Value::Mapping(_) | Value::Sequence(_));
        scalar && (node.span.start as usize) < at && at < node.span.end as usize
    })
}
