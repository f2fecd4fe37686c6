//! What the page reads of the engine's messages, and how it writes questions that were written elsewhere.
//!
//! `core::session` has the same messages with both banks of the boundary. The page takes them apart only as far
//! as it needs them: what the editor has asked goes on to the editor as it came.

use drydock_core::session::{Analysis, Inspection, Picture, SourceFile};
use serde::Deserialize;
use serde::de::IgnoredAny;

/// A message.
#[derive(Debug, Deserialize)]
pub struct Heard {
    /// The text's revision that it is about.
    pub revision: u64,
    /// The question's number.
    pub id: Option<u64>,
    /// What it says.
    pub response: Answer,
}

/// What a message says.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// The problems of a revision.
    Analysis(Analysis),
    /// The picture of a revision; nothing when it is the same as the last one.
    Picture(Option<Box<Picture>>),
    /// How far a long analysis is, of 100.
    Progress(u32),
    /// Everything about one object.
    Inspection(Option<Box<Inspection>>),
    /// The picture in another format.
    Export(String),
    /// The files without the values of Secrets, and how many these are.
    Masked(Vec<SourceFile>, u32),
    /// Read by the editor.
    Hover(IgnoredAny),
    /// Read by the editor.
    Completions(IgnoredAny),
    /// Read by the editor.
    Definition(IgnoredAny),
}

/// A request that asks a question which is JSON already.
pub fn ask(revision: u64, id: u64, question: &str) -> String {
    let (revision, id) = (revision.to_string(), id.to_string());
    ["{\"ask\":{\"revision\":", &revision, ",\"id\":", &id, ",\"question\":", question, "}}"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use drydock_core::session::{Look, Message, Question, Request, Session};

    fn question() -> Question {
        Question::Complete { file: "a \"b\".yaml".into(), offset: 7 }
    }

    #[test]
    fn a_question_that_was_written_elsewhere_is_a_request() {
        let text = serde_json::to_string(&question()).expect("writes");
        let request = serde_json::from_str::<Request>(&ask(3, 9, &text)).expect("reads");
        assert_eq!(request, Request::Ask { revision: 3, id: 9, question: question() });
    }

    #[test]
    fn every_message_of_the_engine_is_read() {
        let text = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n";
        let file = SourceFile { name: "app.yaml".into(), text: text.into() };
        let mut session = Session::new();
        session.submit(Request::Open { revision: 1, files: vec![file], look: Look::default() });
        let mut messages = session.run();
        let offset = 22;
        let object = messages
            .iter()
            .find_map(|message| match &message.response {
                drydock_core::session::Response::Picture(Some(picture)) => picture.objects.first(),
                _ => None,
            })
            .map(|object| object.id.clone())
            .expect("there is an object");
        let file = "app.yaml".to_owned();
        let questions = [
            Question::Inspect { object },
            Question::Hover { file: file.clone(), offset },
            Question::Complete { file: file.clone(), offset },
            Question::Definition { file, offset },
            Question::Export { format: drydock_core::session::ExportFormat::Text, theme: String::new() },
            Question::Mask,
        ];
        for (id, question) in questions.into_iter().enumerate() {
            session.submit(Request::Ask { revision: 1, id: id as u64, question });
        }
        messages.extend(session.run());
        let read = |message: &Message| {
            let text = serde_json::to_string(message).expect("writes");
            serde_json::from_str::<Heard>(&text).map(|heard| (heard.revision, heard.id))
        };
        for message in &messages {
            assert_eq!(read(message).expect("reads"), (message.revision, message.id), "{message:?}");
        }
        assert!(messages.len() >= 8, "{messages:?}");
    }
}
