//! Bounds that protect a page from what is pasted into it.

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// How deep collections may nest, aliases followed. Upstream reads 10,000 levels; everything that walks a
/// tree later may do so recursively because of this bound, also on the one megabyte of stack that a browser
/// gives to a worker.
pub const MAX_DEPTH: usize = 256;
