//! A card for tests.

use drydock_core::session::{Card, CardState, Family, Rect};

/// A card with an id and an accessible name.
pub fn card(id: &str, name: &str) -> Card {
    Card {
        id: id.into(),
        kind: "Service".into(),
        family: Family::Service,
        state: CardState::Present,
        rect: Rect { x: 0, y: 0, w: 150, h: 64 },
        caption: String::new(),
        title: id.into(),
        summary: String::new(),
        full: String::new(),
        name: name.into(),
        pods: None,
        marks: Vec::new(),
        errors: 0,
        warnings: 0,
        count: 1,
    }
}
