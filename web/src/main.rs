//! The page.

mod app;
mod desk;
mod editor;
mod embedding;
mod engine;
mod export;
mod header;
mod help;
mod icons;
mod inspector;
mod keep;
mod map;
mod news;
mod opening;
mod panes;
mod problems;
mod samples;
mod share_dialog;
mod state;
mod ui;
mod words;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
