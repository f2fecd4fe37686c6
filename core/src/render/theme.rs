//! The colours of exported pictures: the page's tokens as numbers, because an export stands alone.

use crate::kinds::Family;

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// Ink on paper.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// `dark` is dark; everything else is light.
    pub fn named(name: &str) -> Self {
        if name == "dark" { Self::Dark } else { Self::Light }
    }

    /// Paper, surface, line, strong line, ink, second ink, third ink, error, warning, ready.
    pub(super) const fn ground(self) -> [&'static str; 10] {
        match self {
            Self::Light => [
                "#f6f7f8", "#ffffff", "#dde1e6", "#c3cad2", "#17212b", "#4a5764", "#6b7784", "#c62828",
                "#9a6700", "#1f8a4c",
            ],
            Self::Dark => [
                "#0f151b", "#161e26", "#2a3642", "#3c4a58", "#e8edf2", "#aeb9c4", "#8794a1", "#ff8a80",
                "#e0b24a", "#5fd08c",
            ],
        }
    }

    /// The hue of a family, and its wash.
    pub(super) const fn hue(self, family: Family) -> (&'static str, &'static str) {
        match (self, family) {
            (Self::Light, Family::Entry) => ("#7a3ff2", "#f2ecff"),
            (Self::Light, Family::Service) => ("#00848c", "#e2f5f5"),
            (Self::Light, Family::Workload) => ("#1d5fd1", "#e8f0fd"),
            (Self::Light, Family::Config) => ("#9a6700", "#fdf3da"),
            (Self::Light, Family::Storage) => ("#8a4b1f", "#f9ece2"),
            (Self::Light, Family::Policy) => ("#b4235a", "#fdeaf1"),
            (Self::Light, Family::Scaling) => ("#2f7d32", "#e8f5e8"),
            (Self::Light, Family::Identity | Family::Other) => ("#55606c", "#edf0f3"),
            (Self::Dark, Family::Entry) => ("#b79bff", "#271f40"),
            (Self::Dark, Family::Service) => ("#4fc9cf", "#0f3134"),
            (Self::Dark, Family::Workload) => ("#83b3ff", "#16294a"),
            (Self::Dark, Family::Config) => ("#e0b24a", "#34290f"),
            (Self::Dark, Family::Storage) => ("#e0a077", "#35231a"),
            (Self::Dark, Family::Policy) => ("#f48fb4", "#3d1a2a"),
            (Self::Dark, Family::Scaling) => ("#7fcf83", "#17301a"),
            (Self::Dark, Family::Identity | Family::Other) => ("#a9b5c1", "#232e38"),
        }
    }
}
