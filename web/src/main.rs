//! The page.

mod app;
mod desk;
mod editor;
mod engine;
mod export;
mod header;
mod help;
mod icons;
mod inspector;
mod keep;
mod map;
mod news;
mod panes;
mod problems;
mod state;
mod ui;
mod words;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
