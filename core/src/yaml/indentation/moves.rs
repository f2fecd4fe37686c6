//! Which lines may be indented wrongly, where they might belong, and how likely that is.

use super::rows::Row;
use crate::order::Arrange;
use crate::text::{Span, TextEdit};

/// How many lines are suspected at most.
const SUSPECTS: usize = 10;

/// How far a line is moved at most.
const FAR: usize = 8;

/// Keys of whole objects, which stand at the very left.
const OUTERMOST: [&str; 12] = [
    "apiVersion",
    "kind",
    "metadata",
    "spec",
    "data",
    "stringData",
    "binaryData",
    "type",
    "rules",
    "subjects",
    "roleRef",
    "status",
];

/// Lines that are moved to the left or to the right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Move {
    /// The first and the last of the rows.
    pub(super) first: usize,
    pub(super) last: usize,
    /// How the first of them is indented afterwards.
    pub(super) wanted: usize,
    /// A row beside it that is indented so, or has its key there.
    pub(super) sibling: Option<usize>,
    /// Whether it becomes a line of a block scalar.
    pub(super) into_text: bool,
    /// The lower the likelier.
    cost: usize,
}

impl Move {
    /// The edits that move the lines, in order.
    pub(super) fn edits(&self, rows: &[Row<'_>]) -> Vec<TextEdit> {
        let old = rows[self.first].indent;
        let edit = |row: &Row<'_>| {
            let span = Span::new(row.start, row.content_start());
            TextEdit::replace(span, " ".repeat((row.indent + self.wanted).saturating_sub(old)))
        };
        rows[self.first..=self.last].iter().map(edit).collect()
    }
}

/// What may be done about an error that is noticed in a row, the likeliest first.
pub(super) fn moves(rows: &[Row<'_>], noticed: usize) -> Vec<Move> {
    let mut found: Vec<Move> = Vec::new();
    for suspect in suspects(rows, noticed) {
        for wanted in targets(rows, suspect) {
            for last in extents(rows, suspect, noticed) {
                found.push(judge(rows, suspect, last, wanted, noticed));
            }
        }
        if let Some(line) = line_of_text(rows, suspect) {
            found.push(line);
        }
    }
    found.arrange_by_key(|candidate| candidate.cost);
    found
}

/// The row where the error is noticed, and those above that its place depends on: the first and the last of
/// each run of siblings on the way to the outermost line.
fn suspects(rows: &[Row<'_>], noticed: usize) -> Vec<usize> {
    let mut found = vec![noticed];
    let mut least = usize::MAX;
    for index in (0..noticed).rev() {
        let row = rows[index];
        if row.indent > least && row.column > least {
            continue;
        }
        match found.last() {
            Some(&last) if found.len() > 2 && rows[last].indent == row.indent => {
                // The last of a run has been noted before; the first one replaces those between.
                let before = found[found.len() - 2];
                if rows[before].indent == row.indent && before != noticed {
                    found.pop();
                }
            }
            _ if found.len() >= SUSPECTS => break,
            _ => {}
        }
        found.push(index);
        least = least.min(row.indent);
    }
    found
}

/// The columns at which lines around a row stand.
fn targets(rows: &[Row<'_>], suspect: usize) -> Vec<usize> {
    let own = rows[suspect].indent;
    let mut found: Vec<usize> = Vec::new();
    let mut add = |column: usize| {
        if column != own && column.abs_diff(own) <= FAR && !found.contains(&column) {
            found.push(column);
        }
    };
    let mut least = usize::MAX;
    for row in rows[..suspect].iter().rev() {
        if row.indent < least || row.column < least {
            add(row.indent);
            add(row.column);
            least = least.min(row.indent);
        }
        if least == 0 || least + FAR < own {
            break;
        }
    }
    if let Some(above) = suspect.checked_sub(1).map(|index| rows[index])
        && above.opens()
    {
        add(above.column + 2);
    }
    for row in rows.iter().skip(suspect + 1).take(4) {
        add(row.indent);
    }
    found
}

/// The last rows of what may be moved together: the line alone, with what is below it, with its siblings.
fn extents(rows: &[Row<'_>], first: usize, noticed: usize) -> Vec<usize> {
    let row = rows[first];
    let below = |index: usize| {
        let other = rows[index];
        other.indent > row.indent || row.opens() && !row.item && other.item && other.indent == row.indent
    };
    let mut with_children = first;
    while with_children + 1 < rows.len() && below(with_children + 1) {
        with_children += 1;
    }
    let mut with_siblings = with_children;
    while with_siblings + 1 < rows.len()
        && rows[with_siblings + 1].indent >= row.indent
        && with_siblings + 1 != noticed
    {
        with_siblings += 1;
    }
    let mut found = vec![first, with_children, with_siblings];
    found.dedup();
    found
}

/// How likely it is that rows belong elsewhere.
fn judge(rows: &[Row<'_>], first: usize, last: usize, wanted: usize, noticed: usize) -> Move {
    let row = rows[first];
    let stands_there = |other: &Row<'_>| other.indent == wanted || !row.item && other.column == wanted;
    let above = rows[..first].iter().rposition(|other| other.indent <= wanted).filter(|&index| {
        // A key below its parent's key and beside the parent's dash is beside neither.
        stands_there(&rows[index])
    });
    let below = (last + 1 < rows.len() && rows[last + 1].indent == wanted).then_some(last + 1);
    let parent = first.checked_sub(1).map(|index| rows[index]).filter(Row::opens);
    let mut cost = 10 * row.indent.abs_diff(wanted) + 2 * (last - first).min(8);
    cost += if wanted.is_multiple_of(2) { 0 } else { 12 };
    cost += if row.indent.is_multiple_of(2) { 6 } else { 0 };
    cost += match (above, below, parent) {
        (Some(_), Some(_), _) => 0,
        (_, Some(_), Some(parent)) if wanted == parent.column + 2 => 0,
        (_, None, Some(parent)) if wanted == parent.column + 2 => 3,
        (Some(_), None, _) | (None, Some(_), _) => 5,
        (None, None, _) => 16,
    };
    // A key that opens a block stands two columns left of it, or right above its dashes.
    if first == last
        && row.opens()
        && let Some(child) = rows.get(first + 1).filter(|child| child.indent > row.indent.min(wanted))
    {
        let step = (child.indent + row.indent).saturating_sub(row.column + wanted);
        cost += if step == 2 || child.item && step == 0 { 0 } else { 8 };
    }
    if wanted == 0 && !row.item {
        let key = row.content.split(':').next().unwrap_or("");
        cost += if OUTERMOST.contains(&key) { 0 } else { 9 };
    }
    cost += noticed.abs_diff(first).min(5);
    Move { first, last, wanted, sibling: below.or(above), into_text: false, cost }
}

/// The move of a line to the lines of a block scalar above it.
fn line_of_text(rows: &[Row<'_>], index: usize) -> Option<Move> {
    let above = index.checked_sub(1)?;
    let wanted = rows[above].indent;
    let opener = rows[..above].iter().rfind(|row| row.indent < wanted)?;
    let row = rows[index];
    (opener.opens_text() && row.indent < wanted && wanted - row.indent <= FAR).then(|| Move {
        first: index,
        last: index,
        wanted,
        sibling: Some(above),
        into_text: true,
        cost: 10 * (wanted - row.indent) + 20,
    })
}
