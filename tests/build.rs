//! Lists the conformance suites: every file in `src/conformance` is one but those that all share, named as its file.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

/// The files of the folder that are no suites.
const SHARED: [&str; 3] = ["compare", "mod", "vectors"];

fn main() -> io::Result<()> {
    let folder = Path::new("src/conformance");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        if path.extension().is_some_and(|extension| extension == "rs") && !SHARED.contains(&name.as_str()) {
            names.push((name, path.canonicalize()?));
        }
    }
    names.sort();
    let mut modules = String::new();
    let mut table = String::from("/// Every suite, in order of names.\npub const SUITES: &[Suite] = &[\n");
    for (name, path) in names {
        // `kubectl-get` is the suite of `kubectl_get.rs`.
        let suite = name.replace('_', "-");
        let _ = writeln!(modules, "#[path = {:?}]\nmod {name};", path.display().to_string());
        let _ = writeln!(
            table,
            "    Suite {{ name: {suite:?}, compared: {name}::COMPARED, answer: {name}::answer }},"
        );
    }
    table.push_str("];\n");
    let target = Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("suites.rs");
    fs::write(target, modules + &table)
}
