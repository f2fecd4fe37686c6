//! How a person likes the page: theme, sizes of panes, and what the picture shows.

use drydock_core::session::Look;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::Reducible;

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// The other way round.
    Dark,
}

impl Theme {
    /// The one after this, for the button that goes round.
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }

    /// The word that people read.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A pane, of which a narrow screen shows one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Pane {
    /// The editor.
    Text,
    /// The picture.
    #[default]
    Map,
    /// The problems.
    Problems,
    /// The inspector.
    Inspector,
}

/// A border that can be moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Between the text and the picture.
    Left,
    /// Between the picture and the inspector.
    Right,
    /// Between the text and the problems.
    Bottom,
}

impl Side {
    /// The least and the most that the pane beside it may measure, in pixels.
    pub fn bounds(self) -> (i32, i32) {
        match self {
            Self::Left => (240, 760),
            Self::Right => (220, 560),
            Self::Bottom => (96, 640),
        }
    }
}

/// What is kept from one visit to the next.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Saved {
    /// Light or dark.
    pub theme: Theme,
    /// Widths of left and right, height of the bottom pane, in pixels.
    pub sizes: [i32; 3],
    /// Which of the three are folded away.
    pub folded: [bool; 3],
    /// The outline stands beside the picture.
    pub outline: bool,
    /// Kinds that are not shown.
    pub hidden_kinds: Vec<String>,
}

impl Default for Saved {
    fn default() -> Self {
        Self {
            theme: Theme::Auto,
            sizes: [372, 300, 240],
            folded: [false; 3],
            outline: false,
            hidden_kinds: Vec::new(),
        }
    }
}

/// All of it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Prefs {
    /// What is kept.
    pub saved: Saved,
    /// The pane that a narrow screen shows.
    pub pane: Pane,
    /// What the picture shows.
    pub look: Look,
}

/// What happens to preferences.
pub enum PrefsAction {
    /// A theme was chosen.
    Theme(Theme),
    /// A border was moved: the pane's new size in pixels.
    Resize(Side, i32),
    /// A pane was folded away or brought back.
    Fold(Side, bool),
    /// A narrow screen shows another pane.
    Show(Pane),
    /// The outline appears or goes.
    Outline(bool),
    /// The picture shows something else.
    Look(Look),
    /// The canvas has another shape: its width in percent of its height.
    Aspect(u32),
}

impl Prefs {
    /// The preferences of somebody who comes back.
    pub fn restored(saved: Saved) -> Self {
        let look = Look { hidden_kinds: saved.hidden_kinds.clone(), ..Look::default() };
        Self { saved, look, ..Self::default() }
    }

    /// The size of a pane in pixels.
    pub fn size(&self, side: Side) -> i32 {
        self.saved.sizes[side as usize]
    }

    /// Whether a pane is folded away.
    pub fn folded(&self, side: Side) -> bool {
        self.saved.folded[side as usize]
    }
}

impl Reducible for Prefs {
    type Action = PrefsAction;

    fn reduce(self: Rc<Self>, action: PrefsAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            PrefsAction::Theme(theme) => next.saved.theme = theme,
            PrefsAction::Resize(side, size) => {
                let (least, most) = side.bounds();
                next.saved.sizes[side as usize] = size.clamp(least, most);
            }
            PrefsAction::Fold(side, folded) => next.saved.folded[side as usize] = folded,
            PrefsAction::Show(pane) => next.pane = pane,
            PrefsAction::Outline(shown) => next.saved.outline = shown,
            PrefsAction::Look(look) => {
                next.saved.hidden_kinds.clone_from(&look.hidden_kinds);
                next.look = look;
            }
            PrefsAction::Aspect(aspect) => next.look.aspect = aspect,
        }
        if next == *self { self } else { next.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pane_keeps_within_its_bounds() {
        let prefs = Rc::new(Prefs::default());
        let narrow = Rc::clone(&prefs).reduce(PrefsAction::Resize(Side::Left, 3));
        let wide = prefs.reduce(PrefsAction::Resize(Side::Left, 9000));
        assert_eq!((narrow.size(Side::Left), wide.size(Side::Left)), Side::Left.bounds());
    }

    #[test]
    fn hidden_kinds_are_kept_and_what_belongs_to_one_text_is_not() {
        let look = Look { hidden_kinds: vec!["Secret".into()], focus: "x".into(), ..Look::default() };
        let saved = Rc::new(Prefs::default()).reduce(PrefsAction::Look(look)).saved.clone();
        let restored = Prefs::restored(saved);
        assert_eq!((restored.look.hidden_kinds.len(), restored.look.focus.as_str()), (1, ""));
    }

    #[test]
    fn what_was_saved_by_an_older_version_still_reads() {
        let saved: Saved = serde_json::from_str(r#"{"theme":"dark","gone":1}"#).expect("reads");
        assert_eq!((saved.theme, saved.sizes), (Theme::Dark, Saved::default().sizes));
    }

    #[test]
    fn the_theme_button_goes_round() {
        assert_eq!(Theme::Auto.next().next().next(), Theme::Auto);
    }
}
