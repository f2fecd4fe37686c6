//! The engine in its worker.
fn main() {}
