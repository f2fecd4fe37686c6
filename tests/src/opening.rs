//! Opens files as the page does, and applies fixes as a click does.

use drydock_core::scene::Look;
use drydock_core::session::{Analysis, FixReport, Picture, Request, Response, Session, SourceFile};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What the engine tells of some files.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// The problems.
    pub analysis: Analysis,
    /// The picture.
    pub picture: Picture,
}

/// Opens files in a fresh session.
pub fn open(files: &[SourceFile]) -> Opened {
    let mut session = Session::new();
    session.submit(Request::Open { revision: 1, files: files.to_vec(), look: Look::default() });
    let mut opened = Opened::default();
    for message in session.run() {
        match message.response {
            Response::Analysis(analysis) => opened.analysis = analysis,
            Response::Picture(Some(picture)) => opened.picture = *picture,
            _ => {}
        }
    }
    opened
}

/// The files with a fix applied.
///
/// # Panics
///
/// When the fix edits a file that is not among them.
pub fn apply(fix: &FixReport, files: &[SourceFile]) -> Vec<SourceFile> {
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.from));
    let mut files = files.to_vec();
    for (range, text) in edits {
        let Some(file) = files.iter_mut().find(|file| file.name == range.file) else {
            panic!("the fix {:?} edits {:?}, which is not open", fix.title, range.file);
        };
        let mut units: Vec<u16> = file.text.encode_utf16().collect();
        units.splice(range.from as usize..range.to as usize, text.encode_utf16());
        file.text = String::from_utf16_lossy(&units);
    }
    files
}

/// A folder of the repository, by its path from the root.
pub fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The folders in a folder, by name.
pub fn folders(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        if path.is_dir() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The files in a folder, by name, without those that tell what is expected.
pub fn sources(path: &Path) -> io::Result<Vec<SourceFile>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && !name.starts_with("expected.") {
            found.push(SourceFile { name, text: fs::read_to_string(entry.path())? });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}
