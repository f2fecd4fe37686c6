//! What the page's program and its tests share.

pub mod platform;
