//! Pictures and graphs as text: SVG, Mermaid, DOT, an outline, JSON.

mod dot;
mod json;
mod mermaid;
mod outline;
mod svg;
mod theme;

#[cfg(test)]
mod tests;

pub use dot::dot;
pub use json::json;
pub use mermaid::mermaid;
pub use outline::outline;
pub use svg::svg;
pub use theme::Theme;
