//! The one selection that editor, map, inspector and problems share.

use std::rc::Rc;
use yew::{AttrValue, Reducible};

/// How many earlier selections Escape can go back to.
const HISTORY: usize = 32;

/// What is selected and what is under the pointer, by object id.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Selection {
    /// The selected object or group.
    pub selected: Option<AttrValue>,
    /// The object that the pointer previews.
    pub hovered: Option<AttrValue>,
    /// Earlier selections, the latest last.
    history: Vec<AttrValue>,
}

/// What happens to the selection.
pub enum SelectionAction {
    /// Something was chosen, or the choice was given up.
    Select(Option<AttrValue>),
    /// The pointer is over something, or left it.
    Hover(Option<AttrValue>),
    /// Back to what was selected before.
    Back,
}

impl Selection {
    /// What is to be lit: the preview if there is one, else the selection.
    pub fn lit(&self) -> Option<&AttrValue> {
        self.hovered.as_ref().or(self.selected.as_ref())
    }
}

impl Reducible for Selection {
    type Action = SelectionAction;

    fn reduce(self: Rc<Self>, action: SelectionAction) -> Rc<Self> {
        match action {
            SelectionAction::Select(selected) if selected == self.selected => self,
            SelectionAction::Select(None) => Self { hovered: self.hovered.clone(), ..Self::default() }.into(),
            SelectionAction::Select(selected) => {
                let mut next = (*self).clone();
                next.history.extend(next.selected.take());
                let surplus = next.history.len().saturating_sub(HISTORY);
                next.history.drain(..surplus);
                next.selected = selected;
                next.into()
            }
            SelectionAction::Hover(hovered) if hovered == self.hovered => self,
            SelectionAction::Hover(hovered) => Self { hovered, ..(*self).clone() }.into(),
            SelectionAction::Back => {
                let mut next = (*self).clone();
                next.selected = next.history.pop();
                next.into()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: Vec<SelectionAction>) -> Rc<Selection> {
        actions.into_iter().fold(Rc::default(), Reducible::reduce)
    }

    fn select(id: &'static str) -> SelectionAction {
        SelectionAction::Select(Some(AttrValue::Static(id)))
    }

    #[test]
    fn escape_goes_back_to_what_was_selected_before() {
        let back = after(vec![select("a"), select("b"), SelectionAction::Back]);
        assert_eq!(back.selected.as_deref(), Some("a"));
    }

    #[test]
    fn escape_from_the_first_selection_selects_nothing() {
        assert_eq!(after(vec![select("a"), SelectionAction::Back]).selected, None);
    }

    #[test]
    fn a_preview_wins_over_the_selection_and_leaves_it_alone() {
        let both = after(vec![select("a"), SelectionAction::Hover(Some(AttrValue::Static("b")))]);
        assert_eq!((both.lit().map(AsRef::as_ref), both.selected.as_deref()), (Some("b"), Some("a")));
    }

    #[test]
    fn the_same_selection_again_changes_nothing() {
        let once = after(vec![select("a")]);
        assert!(Rc::ptr_eq(&once, &Rc::clone(&once).reduce(select("a"))));
    }
}
