//! One document from its text.
