//! Questions that upstream's own code has answered, put to the core.
//!
//! A suite is a file in this folder: adding one is the whole change. It holds `COMPARED`, the fields of an
//! answer that must be equal (none means all), and `answer`, which makes an answer of a case.

mod compare;
mod vectors;

pub use compare::difference;
pub use vectors::{Vectors, folder, known_differences, shared};

use serde_json::{Map, Value};

/// A suite.
#[derive(Clone, Copy, Debug)]
pub struct Suite {
    /// Its name, as upstream's oracle has it.
    pub name: &'static str,
    /// The fields that must be equal; all when empty.
    pub compared: &'static [&'static str],
    /// Makes the fields of an answer from a case; the id is added by the caller.
    pub answer: fn(&Value) -> Map<String, Value>,
}

impl Suite {
    /// The suite of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        SUITES.iter().find(|suite| suite.name == name)
    }

    /// The whole answer to a case.
    pub fn answer(&self, case: &Value) -> Value {
        let mut answer = (self.answer)(case);
        answer.insert("id".to_owned(), case["id"].clone());
        Value::Object(answer)
    }
}

include!(concat!(env!("OUT_DIR"), "/suites.rs"));
