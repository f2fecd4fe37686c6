//! The handle of the workspace.

use super::bridge::Bridge;
use super::listener::{Cursor, Ears, Listener, Note, Subscription, Tab};
use drydock_core::session::{Range, SourceFile, Target};
use js_sys::JsString;
use serde::Serialize;
use std::rc::Rc;
use yew::Callback;

/// How the editor asks the engine: a question as JSON, and where to bring the message with the answer.
pub type Ask = Callback<(String, Callback<JsString>)>;

/// How a workspace is made.
#[derive(Clone, Debug, Serialize)]
pub struct Options {
    /// Keep the texts in the browser's storage. An embedded page must neither read nor write it.
    pub persist: bool,
    /// Nothing can be changed by hand.
    pub readonly: bool,
    /// The address of the documentation file, relative to the page; empty for none.
    pub documentation: String,
}

/// A change of texts.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The revision that it leads to.
    pub revision: u64,
    /// `files` are all files, in the order of their tabs; otherwise it is the one whose text has changed.
    pub whole: bool,
    /// The files.
    pub files: Vec<SourceFile>,
}

impl Change {
    /// All files after the change, from those before it.
    pub fn apply(&self, before: &[SourceFile]) -> Vec<SourceFile> {
        if self.whole {
            return self.files.clone();
        }
        let changed = |file: &SourceFile| self.files.iter().find(|changed| changed.name == file.name);
        before.iter().map(|file| changed(file).unwrap_or(file).clone()).collect()
    }
}

/// The files that are open. Clones are the same workspace.
#[derive(Clone)]
pub struct Workspace(Rc<Inner>);

struct Inner {
    bridge: Bridge,
    ears: Rc<Ears>,
}

impl PartialEq for Workspace {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Workspace {
    /// A workspace with one empty file.
    pub fn create(options: &Options, ask: Ask) -> Self {
        let ears = Rc::new(Ears::default());
        let bridge = Bridge::new(&json(options), Listener::new(Rc::clone(&ears), ask));
        Self(Rc::new(Inner { bridge, ears }))
    }

    /// Shows the editor in an element, and listens to drops, pastes and undo on the whole page.
    pub(super) fn mount(&self, parent: &web_sys::Element) {
        self.0.bridge.mount(parent);
    }

    /// Takes the editor out of its element. The files stay.
    pub(super) fn unmount(&self) {
        self.0.bridge.unmount();
    }

    /// Brings back what this tab had, or what was last worked on; false when nothing was saved, and always
    /// without `persist`. To be called once, before anything else is put in.
    pub async fn restore(&self) -> bool {
        self.0.bridge.restore().await.is_truthy()
    }

    /// What follows is saved as a workspace of its own, and the present one stays saved as it is. `replace_all`
    /// and `open_sample` do so themselves when somebody has written something.
    pub async fn fork(&self) {
        self.0.bridge.fork().await;
    }

    /// All files, in the order of their tabs.
    pub fn files(&self) -> Vec<SourceFile> {
        serde_json::from_str(&self.0.bridge.files()).unwrap_or_default()
    }

    /// The tabs, in order.
    pub fn tabs(&self) -> Vec<Tab> {
        serde_json::from_str(&self.0.bridge.tabs()).unwrap_or_default()
    }

    /// Puts the first files in. Undo does not go back behind them.
    pub fn begin(&self, files: &[SourceFile], sample: bool) {
        self.0.bridge.begin(&json(&files), sample);
    }

    /// Replaces all files in one step that undo takes back. `label` says what it is: `Open shared link`.
    pub fn replace_all(&self, files: &[SourceFile], label: &str) {
        self.0.bridge.replace_all(&json(&files), label, false);
    }

    /// As `replace_all`, with a sample: the next paste or drop takes its place.
    pub fn open_sample(&self, files: &[SourceFile], label: &str) {
        self.0.bridge.replace_all(&json(&files), label, true);
    }

    /// Applies edits, in one step. Their ranges count in the text of the last `set_problems`; when somebody has
    /// typed there since, nothing is applied and the answer is false.
    pub fn apply_edits(&self, edits: &[(Range, String)], label: &str) -> bool {
        self.0.bridge.apply_edits(&json(&edits), label)
    }

    /// Shows a range with a short flash, and puts the cursor there if `focus`.
    pub fn reveal(&self, range: &Range, focus: bool) {
        self.0.bridge.reveal(&json(range), focus);
    }

    /// Marks the problems in the text, from the engine's message. They move along with what was typed since.
    pub fn set_problems(&self, message: &JsString) {
        self.0.bridge.set_problems(message);
    }

    /// Marks the lines of the selected object.
    pub fn set_highlight(&self, range: Option<&Range>) {
        self.0.bridge.set_highlight(range.map(json).as_deref());
    }

    /// Forbids or allows changes by hand.
    pub fn set_readonly(&self, readonly: bool) {
        self.0.bridge.set_readonly(readonly);
    }

    /// Takes back the last step, wherever it happened.
    pub fn undo(&self) {
        self.0.bridge.undo();
    }

    /// Shows a file.
    pub fn select(&self, id: u32) {
        self.0.bridge.select(id);
    }

    /// Adds an empty file and puts the cursor into it.
    pub fn add_empty(&self) {
        self.0.bridge.add_empty();
    }

    /// Renames a file, or says why not.
    pub fn rename(&self, id: u32, name: &str) -> Result<(), String> {
        let refusal = self.0.bridge.rename(id, name);
        if refusal.is_empty() { Ok(()) } else { Err(refusal) }
    }

    /// Closes a file.
    pub fn close(&self, id: u32) {
        self.0.bridge.close(id);
    }

    /// Opens files that were chosen in a dialog.
    pub async fn open(&self, files: &web_sys::FileList) {
        self.0.bridge.open(files).await;
    }

    /// Puts the keyboard into the editor.
    pub fn focus(&self) {
        self.0.bridge.focus();
    }

    /// Texts have changed.
    pub fn on_change(&self, callback: Callback<Rc<Change>>) -> Subscription {
        self.0.ears.change.subscribe(callback)
    }

    /// The files, their names or the one in view have changed.
    pub fn on_tabs(&self, callback: Callback<Vec<Tab>>) -> Subscription {
        self.0.ears.tabs.subscribe(callback)
    }

    /// The cursor rests somewhere else.
    pub fn on_cursor(&self, callback: Callback<Cursor>) -> Subscription {
        self.0.ears.cursor.subscribe(callback)
    }

    /// There is something to say; `EditorPane` shows it.
    pub fn on_note(&self, callback: Callback<Note>) -> Subscription {
        self.0.ears.note.subscribe(callback)
    }

    /// A reference was followed in the text. Its place is in view already, if it has one.
    pub fn on_target(&self, callback: Callback<Target>) -> Subscription {
        self.0.ears.target.subscribe(callback)
    }
}

/// The words of the boundary always serialise.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> SourceFile {
        SourceFile { name: name.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_change_of_one_file_leaves_the_others() {
        let change = Change { revision: 2, whole: false, files: vec![file("b", "new")] };
        let after = change.apply(&[file("a", "1"), file("b", "2")]);
        assert_eq!(after, [file("a", "1"), file("b", "new")]);
    }

    #[test]
    fn a_whole_change_replaces_all_files() {
        let change = Change { revision: 2, whole: true, files: vec![file("c", "")] };
        assert_eq!(change.apply(&[file("a", "1")]), [file("c", "")]);
    }
}
