//! The text, as far as components other than the editor need it. The editor owns the text itself.

use super::Shared;
use crate::editor::Change;
use crate::samples::Sample;
use drydock_core::session::SourceFile;
use std::rc::Rc;
use yew::Reducible;

/// The workspace's files at a revision.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Document {
    /// Counts every change of any file.
    pub revision: u64,
    /// The files in the order of their tabs.
    pub files: Shared<Vec<SourceFile>>,
    /// The sample that these files come from.
    pub sample: Option<Shared<Sample>>,
    /// Where the cursor rests: file and UTF-16 offset.
    pub cursor: Option<(String, u32)>,
}

/// What happens to the text.
pub enum DocumentAction {
    /// The editor reports a new text.
    Changed(Rc<Change>),
    /// The files are those of a sample.
    Sample(Shared<Sample>),
    /// The cursor rests in a file at a UTF-16 offset.
    Cursor(String, u32),
}

impl Reducible for Document {
    type Action = DocumentAction;

    fn reduce(self: Rc<Self>, action: DocumentAction) -> Rc<Self> {
        match action {
            DocumentAction::Changed(change) if change.revision > self.revision => {
                let files = Shared::new(change.apply(&self.files));
                let sample = self.sample.clone().filter(|sample| still(sample, &files));
                Self { revision: change.revision, files, sample, cursor: self.cursor.clone() }.into()
            }
            DocumentAction::Changed(_) => self,
            DocumentAction::Cursor(file, offset) => {
                Self { cursor: Some((file, offset)), ..(*self).clone() }.into()
            }
            DocumentAction::Sample(sample) => Self { sample: Some(sample), ..(*self).clone() }.into(),
        }
    }
}

/// Whether these can be the files of a sample, edited or not.
fn still(sample: &Sample, files: &[SourceFile]) -> bool {
    sample.files.iter().eq(files.iter().map(|file| &file.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_revision_never_replaces_a_newer_one() {
        let newer = Rc::new(Document { revision: 5, ..Document::default() });
        let after = Rc::clone(&newer)
            .reduce(DocumentAction::Changed(Change { revision: 4, whole: true, files: Vec::new() }.into()));
        assert_eq!(after, newer);
    }
}
