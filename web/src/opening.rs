//! What is shown when the page opens: what a link holds, what was worked on before, or a sample.

use crate::desk::Desk;
use crate::samples::{FIRST, Sample, load};
use crate::state::{PrefsAction, Theme};
use drydock_core::session::SourceFile;
use drydock_web::platform::link::{self, Link};
use yew::AttrValue;

/// Opens. Whatever fails leaves a sentence and a page that works.
pub async fn open(desk: Desk) {
    let link = link::opened().await;
    let workspace = desk.workspace().clone();
    let kept = workspace.restore().await;
    let wanted = match link {
        Ok(link) => link,
        Err(sentence) => {
            desk.tell(sentence);
            None
        }
    };
    let taken = match wanted {
        Some(Link::State(state)) => {
            if kept {
                // What the reader had stays saved as it is.
                workspace.fork().await;
            }
            put(&desk, &state.files, kept, "Open the link");
            if let Some(theme) = state.theme.as_deref() {
                desk.prefer(PrefsAction::Theme(theme_of(theme)));
            }
            desk.select(state.select.filter(|id| !id.is_empty()).map(AttrValue::from));
            true
        }
        Some(Link::Sample(name)) => match load(&name).await {
            Ok((sample, files)) => {
                if kept {
                    workspace.fork().await;
                }
                start_with(&desk, sample, &files, kept);
                true
            }
            Err(sentence) => {
                desk.tell(sentence);
                false
            }
        },
        _ => false,
    };
    if taken {
        link::forget_fragment();
    } else if !kept && !crate::keep::embedded() {
        match load(FIRST).await {
            Ok((sample, files)) => start_with(&desk, sample, &files, false),
            Err(sentence) => {
                workspace.begin(&[SourceFile { name: "manifest.yaml".into(), text: String::new() }], true);
                desk.tell(sentence);
            }
        }
    }
}

fn put(desk: &Desk, files: &[SourceFile], undoable: bool, label: &str) {
    if undoable {
        desk.workspace().replace_all(files, label);
    } else {
        desk.workspace().begin(files, false);
    }
}

fn start_with(desk: &Desk, sample: Sample, files: &[SourceFile], undoable: bool) {
    if undoable {
        desk.workspace().open_sample(files, &["Open ", &sample.title].concat());
    } else {
        desk.workspace().begin(files, true);
    }
    desk.explain(sample);
}

/// The theme that a word names; an unknown one leaves it to the system.
pub fn theme_of(word: &str) -> Theme {
    match word {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => Theme::Auto,
    }
}
