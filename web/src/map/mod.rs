//! The map: the picture, how it is moved, lit, searched and filtered, and its text twin.

mod aim;
mod canvas;
mod card;
mod connector;
mod controller;
mod find;
mod find_box;
mod gestures;
mod keys;
mod lighting;
mod line;
mod outline;
mod resizing;
#[cfg(test)]
mod sample;
mod scene_view;
mod summary;
mod toolbar;
mod tree;
mod viewport;
mod walk;

pub use canvas::MapView;
