//! The page.

#![expect(
    unreachable_pub,
    reason = "a program exports nothing: `pub` says what the page's other modules use"
)]

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
mod links;
mod map;
mod news;
mod opening;
mod panes;
mod problems;
mod samples;
mod share_dialog;
mod shortcuts;
mod state;
mod ui;
mod words;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
