//! Pictures as numbers and meanings: no SVG, no colours, no screen.
//!
//! In order: [`view`] filters, [`roles`] and [`fold`] decide what is a card, a mark or part of a group,
//! [`items`] and [`links`] put that together, [`flow`] finds lines that read from left to right, [`strips`] gives every
//! card a row and a column, [`route`] leads relations through the gutters, [`geometry`] measures, with [`marks`]
//! and [`connectors`].

mod connectors;
mod flow;
mod fold;
mod geometry;
mod hints;
mod icons;
mod items;
mod layout;
mod links;
mod marks;
mod model;
mod names;
mod roles;
mod route;
mod strips;
pub mod text;
mod view;

#[cfg(test)]
mod facts;
#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "trials read the manifests of others, write pictures and measure"
)]
mod trials;

pub use hints::Hints;
pub use icons::icon;
pub use layout::{LIMIT, layout, layout_within};
pub use model::{
    Card, CardState, Connector, EdgeLabel, Frame, Heading, Look, Mark, Point, Rect, Scene, SceneSummary,
};
pub use names::Names;
pub use view::parse_selector;
