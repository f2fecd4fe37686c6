//! The lines of a text that hold more than blanks and comments, and how they are indented.

/// A line.
#[derive(Clone, Copy, Debug)]
pub(in crate::yaml) struct Row<'a> {
    /// Its first byte.
    pub(in crate::yaml) start: usize,
    /// How many spaces it begins with.
    pub(in crate::yaml) indent: usize,
    /// The column of what stands behind the dashes.
    pub(in crate::yaml) column: usize,
    /// Whether it begins with a dash.
    pub(in crate::yaml) item: bool,
    /// What stands behind spaces and dashes, without a comment at the end.
    pub(in crate::yaml) content: &'a str,
    /// All of it but spaces before and behind.
    pub(in crate::yaml) text: &'a str,
}

impl Row<'_> {
    /// The first byte that is not a space.
    pub(in crate::yaml) fn content_start(&self) -> usize {
        self.start + self.indent
    }

    /// Whether a value or children must follow below.
    pub(in crate::yaml) fn opens(&self) -> bool {
        self.content.ends_with(':')
    }

    /// Whether it has a key and, perhaps, a value.
    pub(in crate::yaml) fn has_key(&self) -> bool {
        self.opens() || self.content.contains(": ")
    }

    /// Whether the lines below are the text of a block scalar.
    pub(in crate::yaml) fn opens_text(&self) -> bool {
        let last = self.content.rsplit(' ').next().unwrap_or("");
        last.starts_with(['|', '>']) && last[1..].bytes().all(|byte| b"+-123456789".contains(&byte))
    }
}

/// The rows of a text.
pub(in crate::yaml) fn rows(text: &str) -> Vec<Row<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches(' ');
        let text = bare.trim_end();
        if !text.is_empty() && !text.starts_with('#') {
            let indent = line.len() - bare.len();
            let mut rest = text;
            while let Some(item) = rest.strip_prefix("- ") {
                rest = item.trim_start_matches(' ');
            }
            let column = indent + text.len() - rest.len();
            let item = text == "-" || rest.len() < text.len();
            let content = rest.split(" #").next().unwrap_or(rest).trim_end();
            found.push(Row { start, indent, column, item, content, text });
        }
        start += line.len();
    }
    found
}
