//! Where in an object a cursor stands, told from indentation alone, so that it works in half-typed text.

use crate::api::{FieldPath, Segment};

/// What is being typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Typing {
    /// A key.
    Key,
    /// The value of a key.
    Value,
}

/// Where a cursor stands in a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Cursor {
    /// The mapping that a typed key belongs to; for a value, the path of its key. List items are counted as
    /// the first: types do not depend on it.
    pub(super) path: FieldPath,
    /// What is being typed.
    pub(super) typing: Typing,
    /// The byte at which the word that is being typed begins.
    pub(super) from: usize,
    /// The column (in bytes, from 0) at which keys of the mapping begin.
    pub(super) column: usize,
    /// The keys that the mapping has on other lines.
    pub(super) siblings: Vec<String>,
}

/// A line as far as its indentation and key are concerned.
struct Line<'t> {
    /// The columns of its dashes.
    dashes: Vec<usize>,
    /// The column of what follows them.
    column: usize,
    /// Its key, without quotes; none when there is no colon.
    key: Option<&'t str>,
    /// Nothing, or only a comment, stands behind the colon.
    opens: bool,
}

impl<'t> Line<'t> {
    /// Reads a line; none for one that is blank or a comment.
    fn read(line: &'t str) -> Option<Self> {
        let mut column = line.len() - line.trim_start_matches(' ').len();
        let mut dashes = Vec::new();
        let mut rest = &line[column..];
        while let Some(after) =
            rest.strip_prefix('-').filter(|after| after.is_empty() || after.starts_with(' '))
        {
            dashes.push(column);
            let spaces = after.len() - after.trim_start_matches(' ').len();
            column += 1 + spaces;
            rest = &after[spaces..];
        }
        let content = rest.trim_end();
        if content.starts_with('#') || (content.is_empty() && dashes.is_empty()) {
            return None;
        }
        let colon = key_end(content);
        let key = colon.map(|colon| content[..colon].trim().trim_matches(['"', '\'']));
        let opens = colon.is_some_and(|colon| {
            let value = content[colon + 1..].trim();
            value.is_empty() || value.starts_with('#')
        });
        Some(Self { dashes, column, key, opens })
    }
}

/// The place of the colon that ends a key.
fn key_end(content: &str) -> Option<usize> {
    content.find(": ").or_else(|| content.ends_with(':').then(|| content.len() - 1))
}

/// Where an offset of a document stands.
pub(super) fn cursor(text: &str, offset: usize) -> Cursor {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let line_start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line_start..offset];
    let here = Line::read(before);
    let column = here.as_ref().map_or(before.len(), |line| line.column);
    let typed = &before[column.min(before.len())..];
    let (typing, from, key) = match key_end(typed).filter(|_| !typed.starts_with('#')) {
        Some(colon) => {
            let value = typed[colon + 1..].trim_start();
            (Typing::Value, offset - value.len(), here.as_ref().and_then(|line| line.key))
        }
        None => (Typing::Key, line_start + column.min(before.len()), None),
    };
    let dashes = here.map(|line| line.dashes).unwrap_or_default();
    let mut climb = Climb { steps: Vec::new(), column, list: None, siblings: Vec::new() };
    climb.steps.extend(key.map(|key| Segment::Field(key.to_owned())));
    climb.enter_items(&dashes);
    let in_first_mapping = dashes.is_empty();
    for line in text[..line_start].lines().rev().filter_map(Line::read) {
        climb.line(&line, column, in_first_mapping);
    }
    let rest = text[offset..].split_once('\n').map_or("", |(_, rest)| rest);
    for line in rest.lines().filter_map(Line::read) {
        if line.column < column || (line.column == column && !line.dashes.is_empty()) {
            break;
        }
        if line.column == column {
            climb.siblings.extend(line.key.map(str::to_owned));
        }
    }
    climb.steps.reverse();
    Cursor { path: FieldPath(climb.steps), typing, from, column, siblings: climb.siblings }
}

/// The way up from a line to the top of its document.
struct Climb {
    /// The steps found so far, the innermost first.
    steps: Vec<Segment>,
    /// The column of the mapping that the way has come to.
    column: usize,
    /// The column of the dashes, while the way is in a list whose key has not been found yet.
    list: Option<usize>,
    siblings: Vec<String>,
}

impl Climb {
    /// The dashes of a line lead into lists.
    fn enter_items(&mut self, dashes: &[usize]) {
        for &dash in dashes.iter().rev() {
            self.steps.push(Segment::Index(0));
            self.list = Some(dash);
            self.column = dash;
        }
    }

    fn line(&mut self, line: &Line<'_>, own_column: usize, own_mapping_open: bool) {
        if let Some(dash) = self.list {
            let is_item = line.dashes.first() == Some(&dash);
            if is_item || line.column > dash || !line.opens {
                return;
            }
            self.list = None;
        } else if line.column == self.column && (!line.dashes.is_empty() || self.steps_are_first(own_column))
        {
            if own_mapping_open && self.column == own_column && self.list.is_none() {
                self.siblings.extend(line.key.map(str::to_owned));
            }
            self.enter_items(&line.dashes);
            return;
        } else if line.column >= self.column || !line.opens {
            return;
        }
        self.steps.extend(line.key.map(|key| Segment::Field(key.to_owned())));
        self.column = line.column;
        self.enter_items(&line.dashes);
    }

    /// Whether the way is still in the mapping where it began.
    fn steps_are_first(&self, own_column: usize) -> bool {
        self.column == own_column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cursor stands at the `|`.
    fn check(marked: &str, path: &str, typing: &Typing, siblings: &[&str]) {
        let offset = marked.find('|').expect("the cursor is marked");
        let found = cursor(&marked.replacen('|', "", 1), offset);
        assert_eq!(found.path.to_string(), path, "{marked}");
        assert_eq!(&found.typing, typing, "{marked}");
        assert_eq!(found.siblings, siblings, "{marked}");
    }

    #[test]
    fn keys_belong_to_the_mapping_of_their_column() {
        check("kind: Pod\n|", "", &Typing::Key, &["kind"]);
        check("spec:\n  rep|\n  selector:\n    a: b\n", "spec", &Typing::Key, &["selector"]);
        check("spec:\n  template:\n    spec:\n      |", "spec.template.spec", &Typing::Key, &[]);
    }

    #[test]
    fn lists_may_stand_at_their_keys_column_or_further_in() {
        check("spec:\n  containers:\n  - name: web\n    im|", "spec.containers[0]", &Typing::Key, &["name"]);
        check("spec:\n  containers:\n    - name: web\n    - |", "spec.containers[0]", &Typing::Key, &[]);
        check(
            "containers:\n- name: a\n  ports:\n  - containerPort: 1\n    proto|",
            "containers[0].ports[0]",
            &Typing::Key,
            &["containerPort"],
        );
    }

    #[test]
    fn values_are_told_from_keys() {
        check("spec:\n  type: Clu|", "spec.type", &Typing::Value, &[]);
        check("spec:\n  ports:\n  - protocol: |", "spec.ports[0].protocol", &Typing::Value, &[]);
        check("# a: |", "", &Typing::Key, &[]);
    }
}
