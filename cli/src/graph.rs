//! `drydock graph`: the objects and their relations.

use crate::arguments::Arguments;
use crate::{Outcome, input};
use drydock_core::session::{ExportFormat, Question, Request, Response};

/// Draws files.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let format = match arguments.format(&["text", "json", "dot", "mermaid", "svg"])? {
        "json" => ExportFormat::Json,
        "dot" => ExportFormat::Dot,
        "mermaid" => ExportFormat::Mermaid,
        "svg" => ExportFormat::Svg,
        _ => ExportFormat::Text,
    };
    let (mut session, _) = input::open(input::read(&arguments.operands)?);
    let question = Question::Export { format, theme: arguments.theme.clone() };
    session.submit(Request::Ask { revision: 1, id: 1, question });
    let output = input::answer(session.run(), |response| match response {
        Response::Export(text) => Some(text),
        _ => None,
    })?;
    Ok(Outcome { output, findings: false })
}
