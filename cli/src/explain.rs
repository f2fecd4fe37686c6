//! `drydock explain`: what a field is.

use crate::Outcome;
use crate::arguments::Arguments;
use drydock_core::session;

/// The documentation of all fields, which the page loads as a file of its own.
const DOCUMENTATION: &str = include_str!("../../static/docs/fields.json");

/// Explains a field.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let [path] = arguments.operands.as_slice() else {
        return Err("explain needs one path, such as deployment.spec.replicas".to_owned());
    };
    let documentation: serde_json::Value = serde_json::from_str(DOCUMENTATION)
        .map_err(|error| format!("the documentation cannot be read: {error}"))?;
    let output = session::explain(path, &|id| documentation_of(&documentation, id))?;
    Ok(Outcome { output, findings: false })
}

/// The text of an id, `core.v1.Container:ports`: the file keeps for each type and field the number of a text.
fn documentation_of(documentation: &serde_json::Value, id: &str) -> String {
    let text = || {
        let (owner, field) = id.split_once(':')?;
        let number = documentation.get("types")?.get(owner)?.get(field)?.as_u64()?;
        documentation.get("texts")?.get(usize::try_from(number).ok()?)?.as_str()
    };
    text().unwrap_or_default().to_owned()
}
