//! Makes "adding a file is the whole change" true: lists the folders whose files are found by being there
//! and writes one module with a table for each.
//!
//! `cargo fmt` does not see the files of these folders, because their `mod` lines are generated: `make
//! check` formats them explicitly.

#![expect(
    clippy::disallowed_methods,
    reason = "the build script is no part of the core: it lists folders and writes files"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A folder, the table that its files make, and what each file contributes.
struct Folder {
    /// The folder below `src`.
    path: &'static str,
    /// The constant that every file in it exports.
    item: &'static str,
    /// The type of that constant.
    item_type: &'static str,
}

const FOLDERS: &[Folder] = &[
    Folder { path: "kinds/builtin", item: "KIND", item_type: "crate::kinds::Kind" },
    Folder { path: "kinds/extensions", item: "KIND", item_type: "crate::kinds::Kind" },
];

fn main() {
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    for folder in FOLDERS {
        let source = manifest.join("src").join(folder.path);
        println!("cargo::rerun-if-changed={}", source.display());
        let file = out.join(format!("{}.rs", folder.path.replace('/', "_")));
        fs::write(file, registry(folder, &source)).expect("the output folder can be written");
    }
}

/// The text of a folder's registry: its modules and the table of what they export, in the order of their
/// names, so that every machine builds the same.
fn registry(folder: &Folder, source: &Path) -> String {
    let mut names: Vec<String> = fs::read_dir(source)
        .expect("the folder is there")
        .filter_map(|entry| {
            let path = entry.expect("the folder can be listed").path();
            let rust = path.extension().is_some_and(|extension| extension == "rs");
            path.file_stem().filter(|_| rust).map(|stem| stem.to_string_lossy().into_owned())
        })
        .collect();
    names.sort();
    let mut text = String::new();
    for name in &names {
        let path = source.join(format!("{name}.rs"));
        writeln!(text, "#[path = {:?}]\nmod {name};", path.display().to_string()).expect("a string takes it");
    }
    let Folder { item, item_type, .. } = folder;
    writeln!(text, "pub(super) const ALL: &[{item_type}] = &[").expect("a string takes it");
    for name in &names {
        writeln!(text, "    {name}::{item},").expect("a string takes it");
    }
    text.push_str("];\n");
    text
}
