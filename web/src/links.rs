//! What ties the text to the selection: whoever writes in an object has chosen it, and what is chosen elsewhere
//! is marked in the text and comes into view there.

use crate::desk::Desk;
use crate::state::{Selection, Shared};
use drydock_core::session::{ObjectReport, Picture};
use yew::{AttrValue, hook, use_effect_with, use_mut_ref};

/// Ties the text to the selection. `cursor` is where it rests: a file and a UTF-16 offset.
#[hook]
pub fn use_links(
    desk: &Desk,
    picture: &Shared<Picture>,
    selection: &Selection,
    cursor: Option<&(String, u32)>,
) {
    // What was chosen by writing in it.
    let written = use_mut_ref(|| None::<AttrValue>);
    {
        let (desk, picture) = (desk.clone(), picture.clone());
        use_effect_with((selection.lit().cloned(), picture.clone()), move |(lit, _)| {
            let object = lit.as_deref().and_then(|id| named(&picture, id));
            desk.workspace().set_highlight(object.and_then(|object| object.range.as_ref()));
        });
    }
    {
        let (desk, picture, written) = (desk.clone(), picture.clone(), written.clone());
        use_effect_with(cursor.cloned(), move |cursor| {
            let Some((file, offset)) = cursor else { return };
            if let Some(object) = around(&picture, file, *offset) {
                let id = AttrValue::from(object.id.clone());
                *written.borrow_mut() = Some(id.clone());
                desk.select(Some(id));
            }
        });
    }
    {
        // The cursor and the focus stay where they are.
        let (desk, picture) = (desk.clone(), picture.clone());
        use_effect_with(selection.selected.clone(), move |selected| {
            let by_writing = written.borrow_mut().take();
            let Some(id) = selected.as_ref().filter(|id| by_writing.as_ref() != Some(id)) else { return };
            if let Some(range) = named(&picture, id).and_then(|object| object.range.as_ref()) {
                desk.workspace().reveal(range, false);
            }
        });
    }
}

/// The object with an id.
fn named<'p>(picture: &'p Picture, id: &str) -> Option<&'p ObjectReport> {
    picture.objects.iter().find(|object| object.id == id)
}

/// The innermost object that is written around a place of the text.
fn around<'p>(picture: &'p Picture, file: &str, offset: u32) -> Option<&'p ObjectReport> {
    let holding = picture.objects.iter().filter_map(|object| {
        let range = object.range.as_ref()?;
        let holds = range.file == file && range.from <= offset && offset < range.to;
        holds.then_some((range.to - range.from, object))
    });
    holding.min_by_key(|(length, _)| *length).map(|(_, object)| object)
}
