//! The text, as far as components other than the editor need it. The editor owns the text itself.

use super::Shared;
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
}

/// What happens to the text.
pub enum DocumentAction {
    /// The editor reports a new text.
    Changed(u64, Shared<Vec<SourceFile>>),
}

impl Reducible for Document {
    type Action = DocumentAction;

    fn reduce(self: Rc<Self>, action: DocumentAction) -> Rc<Self> {
        match action {
            DocumentAction::Changed(revision, files) if revision > self.revision => Self { revision, files }.into(),
            DocumentAction::Changed(..) => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_revision_never_replaces_a_newer_one() {
        let newer = Rc::new(Document { revision: 5, files: Shared::default() });
        let after = Rc::clone(&newer).reduce(DocumentAction::Changed(4, Shared::default()));
        assert_eq!(after, newer);
    }
}
