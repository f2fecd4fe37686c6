//! Folders of manifests, each with what is to be said of it: `expected.problems.txt` and
//! `expected.graph.txt`. `UPDATE=1` writes what is said now; the difference is then read by a person.

mod facts;
mod samples;

use drydock_tests::opening::{folder, folders, open, sources};
use std::fs;
use std::path::Path;

/// Compares with a file, or writes it. Tells the first line that differs.
fn compare(expected: &Path, actual: &str, differences: &mut Vec<String>) {
    let before = fs::read_to_string(expected);
    if before.as_ref().is_ok_and(|before| before == actual) {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        let made = expected.parent().map_or(Ok(()), fs::create_dir_all);
        if let Err(error) = made.and_then(|()| fs::write(expected, actual)) {
            differences.push(format!("{} cannot be written: {error}", expected.display()));
        }
        return;
    }
    let before = before.unwrap_or_else(|_| "(no such file)".to_owned());
    let line = before.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
    differences.push(format!(
        "{}:{}\n  expected: {}\n  actual:   {}",
        expected.display(),
        line + 1,
        before.lines().nth(line).unwrap_or("(no more lines)"),
        actual.lines().nth(line).unwrap_or("(no more lines)"),
    ));
}

/// Opens each folder in `inputs` and compares with the folder of the same name in `expectations`.
fn check(inputs: &str, expectations: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut differences = Vec::new();
    for input in folders(&folder(inputs))? {
        let opened = open(&sources(&input)?);
        let expected = folder(expectations).join(input.file_name().unwrap_or_default());
        compare(
            &expected.join("expected.problems.txt"),
            &facts::problems(&opened.analysis),
            &mut differences,
        );
        compare(&expected.join("expected.graph.txt"), &facts::graph(&opened.picture), &mut differences);
    }
    assert!(differences.is_empty(), "UPDATE=1 accepts what is said now:\n{}", differences.join("\n"));
    Ok(())
}

#[test]
fn small_cases_are_told_as_expected() -> Result<(), Box<dyn std::error::Error>> {
    check("tests/golden/cases", "tests/golden/cases")
}

#[test]
fn samples_are_told_as_expected() -> Result<(), Box<dyn std::error::Error>> {
    check("static/samples", "tests/golden/samples")
}
