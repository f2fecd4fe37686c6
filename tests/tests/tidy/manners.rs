//! How files look.

use crate::files::{root, sources};
use crate::report;
use std::process::Command;

/// From this many lines on a file has to say why.
const LONG: usize = 400;

/// Files that may be longer, and why.
const LONG_WITH_REASON: &[(&str, &str)] = &[];

#[test]
fn every_file_says_what_it_is_for() {
    let mut findings = Vec::new();
    for source in sources(&[".rs", ".ts", ".mjs", ".js"]) {
        let header = if source.ends(&[".rs"]) { "//! " } else { "//" };
        if !source.text.starts_with(header) && !source.text.starts_with("/*") {
            findings.push(source.path);
        }
    }
    report("Every file begins with what it is for", &findings);
}

#[test]
fn no_file_is_long_without_a_reason() {
    let mut findings = Vec::new();
    let mut excused = Vec::new();
    for source in sources(&[".rs", ".ts", ".mjs", ".js", ".css"]) {
        let lines = source.text.lines().count();
        let reason = LONG_WITH_REASON.iter().find(|(path, _)| *path == source.path);
        match reason {
            Some((path, _)) if lines > LONG => excused.push(*path),
            None if lines > LONG => findings.push(format!("{}: {lines} lines", source.path)),
            _ => {}
        }
    }
    report("Files have at most 400 lines, or a reason in tests/tests/tidy/manners.rs", &findings);
    let stale: Vec<String> = LONG_WITH_REASON
        .iter()
        .filter(|(path, _)| !excused.contains(path))
        .map(|(path, _)| (*path).to_owned())
        .collect();
    report("These need their reason no more", &stale);
}

#[test]
fn files_that_cargo_fmt_does_not_see_are_formatted() {
    let all = sources(&[".rs"]);
    let builder = all.iter().find(|source| source.path == "core/build.rs");
    let folders: Vec<String> = builder
        .map(|source| source.text.as_str())
        .unwrap_or_default()
        .split("path: \"")
        .skip(1)
        .filter_map(|rest| Some(format!("core/src/{}/", rest.split_once('"')?.0)))
        .collect();
    let files: Vec<&str> = all
        .iter()
        .filter(|source| folders.iter().any(|folder| source.path.starts_with(folder.as_str())))
        .map(|source| source.path.as_str())
        .collect();
    if files.is_empty() {
        println!("skipped: no folder is listed in core/build.rs");
        return;
    }
    let result = Command::new("rustfmt")
        .args(["--check", "--edition", "2024", "--config-path", "rustfmt.toml"])
        .args(&files)
        .current_dir(root())
        .output()
        .expect("rustfmt belongs to the toolchain");
    let text =
        String::from_utf8_lossy(&result.stdout).into_owned() + &String::from_utf8_lossy(&result.stderr);
    assert!(result.status.success(), "rustfmt these:\n{text}");
}

#[test]
fn lints_are_switched_off_only_with_a_reason() {
    let mut findings = Vec::new();
    for source in sources(&[".rs"]) {
        for (number, line) in source.code_lines() {
            // Put together here, so that this file does not find itself.
            let allows =
                ["#[", "#!["].iter().any(|start| line.trim_start().starts_with(&format!("{start}allow(")));
            if allows {
                findings.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
        for (offset, _) in source.text.match_indices(concat!("[", "expect(")) {
            let rest = &source.text[offset..];
            let attribute = &rest[..rest.find(")]").unwrap_or(rest.len())];
            if !attribute.contains("reason") {
                let number = source.text[..offset].matches('\n').count() + 1;
                findings.push(format!("{}:{number}: no reason", source.path));
            }
        }
    }
    report("Lints are switched off by #[expect(…, reason = \"…\")] only", &findings);
}
