//! Files, folders and standard input.

use drydock_core::session::{Look, Message, Request, Response, Session, SourceFile};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Reads what the operands name; without any, standard input.
pub(crate) fn read(operands: &[String]) -> Result<Vec<SourceFile>, String> {
    if operands.is_empty() || operands == ["-"] {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| format!("standard input: {error}"))?;
        return Ok(vec![SourceFile { name: "<stdin>".to_owned(), text: text(&bytes) }]);
    }
    let mut files = Vec::new();
    for operand in operands {
        let path = Path::new(operand);
        if path.is_dir() {
            for path in manifests(path)? {
                files.push(read_file(&path)?);
            }
        } else {
            files.push(read_file(path)?);
        }
    }
    Ok(files)
}

fn read_file(path: &Path) -> Result<SourceFile, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(SourceFile { name: path.display().to_string(), text: text(&bytes) })
}

/// Bytes that are no text stay recognisable as such: the engine says what they are.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The YAML and JSON files below a folder, sorted; hidden folders are left out.
fn manifests(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let unreadable = |error| format!("{}: {error}", folder.display());
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(unreadable)?
        .map(|entry| entry.map(|entry| entry.path()).map_err(unreadable))
        .collect::<Result<_, _>>()?;
    entries.sort();
    let mut found = Vec::new();
    for path in entries {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        if path.is_dir() && !hidden {
            found.extend(manifests(&path)?);
        } else if matches!(extension.as_deref(), Some("yaml" | "yml" | "json")) {
            found.push(path);
        }
    }
    Ok(found)
}

/// A session with the files opened, and everything that it says of them.
pub(crate) fn open(files: Vec<SourceFile>) -> (Session, Vec<Message>) {
    let mut session = Session::new();
    session.submit(Request::Open { revision: 1, files, look: Look::default() });
    let messages = session.run();
    (session, messages)
}

/// The first answer that `pick` takes.
pub(crate) fn answer<T>(messages: Vec<Message>, pick: impl Fn(Response) -> Option<T>) -> Result<T, String> {
    messages
        .into_iter()
        .find_map(|message| pick(message.response))
        .ok_or_else(|| "the engine gave no answer".to_owned())
}
