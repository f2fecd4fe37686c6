//! The project's files.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing written by hand.
const FOREIGN: &[&str] = &["target", "dist", "node_modules", "gen"];

/// A text of the project.
pub(crate) struct Source {
    /// Its path from the project's root, with `/` on every platform.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

impl Source {
    /// Whether the path has one of the endings.
    pub(crate) fn ends(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// The lines with their numbers, without what stands in `//` comments. A `//` within a string cuts too
    /// much, which these rules can bear.
    pub(crate) fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self.text.lines().enumerate();
        numbered.map(|(index, line)| (index + 1, line.split("//").next().unwrap_or_default()))
    }
}

/// The project's root.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("the package lies in the workspace").to_owned()
}

/// All texts of the project with one of the endings, sorted by path.
pub(crate) fn sources(endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root(), "", endings, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!found.is_empty(), "no files with {endings:?}");
    found
}

fn collect(folder: &Path, prefix: &str, endings: &[&str], found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("the project can be listed") {
        let entry = entry.expect("the project can be listed");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let hidden = name.starts_with('.') && name != ".ci" && name != ".cargo";
            if !hidden && !FOREIGN.contains(&name.as_str()) {
                collect(&entry.path(), &format!("{path}/"), endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(entry.path()).unwrap_or_else(|error| panic!("{path}: {error}"));
            found.push(Source { path, text });
        }
    }
}
