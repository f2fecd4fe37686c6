//! Preferences from one visit to the next. An embedded page neither reads nor writes them.

use crate::state::{Saved, Theme};
use crate::ui::root;
use drydock_web::platform::embed;
use gloo::storage::{LocalStorage, Storage};

/// The key in the browser's storage.
const KEY: &str = "drydock.preferences";

/// Whether the page stands in a frame of another page.
pub fn embedded() -> bool {
    embed::requested()
}

/// Whether the page is dark at the moment.
pub fn dark_now() -> bool {
    match root().and_then(|root| root.get_attribute("data-theme")).as_deref() {
        Some(theme) => theme == "dark",
        None => gloo::utils::window()
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
            .is_some_and(|query| query.matches()),
    }
}

/// What was kept; the defaults where there is nothing, or nothing that can be read. A figure in another page
/// has little room: text and picture are what it is for.
pub fn load() -> Saved {
    if embedded() {
        Saved { folded: [false, true, true], ..Saved::default() }
    } else {
        LocalStorage::get(KEY).unwrap_or_default()
    }
}

/// Keeps it. A browser that keeps nothing is no reason to disturb anybody.
pub fn save(saved: &Saved) {
    if !embedded()
        && let Err(error) = LocalStorage::set(KEY, saved)
    {
        gloo::console::debug!("preferences are not kept", error.to_string());
    }
}

/// Sets the theme. `Auto` leaves it to the system.
pub fn show_theme(theme: Theme) {
    let Some(root) = root() else { return };
    let result = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        theme => root.set_attribute("data-theme", theme.word()),
    };
    debug_assert!(result.is_ok());
}
