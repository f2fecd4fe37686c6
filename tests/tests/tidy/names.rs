//! Names that others hold on to, and names that belong nowhere.

use crate::files::sources;
use crate::report;
use std::collections::BTreeMap;

/// The areas of problems that are not the API server's own (`api/…`) and not review rules (`DD0000`).
const AREAS: &[&str] = &["yaml", "schema", "reference", "selector", "manifest", "scenario"];

#[test]
fn rule_ids_have_one_form() {
    let mut findings = Vec::new();
    for source in sources(&[".rs"]).iter().filter(|source| source.path.starts_with("core/src/")) {
        for (number, line) in source.code_lines() {
            for rest in line.split("Problem::").skip(1) {
                let Some((_, rest)) = rest.split_once("(\"") else { continue };
                let id = rest.split('"').next().unwrap_or_default();
                if !is_rule_id(id) {
                    findings.push(format!("{}:{number}: {id:?}", source.path));
                }
            }
        }
    }
    report("A rule's id is AREA/what-is-wrong, api/UpstreamsWord or DD and four digits", &findings);
}

#[test]
fn each_review_rule_has_its_own_number() {
    let mut owners = BTreeMap::<String, Vec<String>>::new();
    for source in sources(&[".rs"]).iter().filter(|source| source.path.starts_with("core/src/lint/")) {
        for (_, line) in source.code_lines() {
            for rest in line.split("\"DD").skip(1) {
                let digits = rest.split('"').next().unwrap_or_default();
                if is_rule_id(&format!("DD{digits}")) {
                    let files = owners.entry(format!("DD{digits}")).or_default();
                    if !files.contains(&source.path) {
                        files.push(source.path.clone());
                    }
                }
            }
        }
    }
    let shared: Vec<String> = owners
        .iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(id, files)| format!("{id}: {}", files.join(", ")))
        .collect();
    report("Two files use one number", &shared);
}

fn is_rule_id(id: &str) -> bool {
    if let Some(digits) = id.strip_prefix("DD") {
        return digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    }
    let Some((area, name)) = id.split_once('/') else { return false };
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
    match area {
        "api" => {
            name.starts_with(|first: char| first.is_ascii_uppercase())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        }
        area => AREAS.contains(&area) && !name.is_empty() && name.bytes().all(plain),
    }
}

#[test]
fn ids_are_told_from_other_words() {
    for id in ["yaml/syntax", "schema/unknown-field", "api/FieldValueInvalid", "DD0001"] {
        assert!(is_rule_id(id), "{id}");
    }
    for id in ["", "DD1", "DD00a1", "syntax", "schema/", "schema/UnknownField", "api/invalid", "other/thing"]
    {
        assert!(!is_rule_id(id), "{id}");
    }
}

#[test]
fn no_place_of_one_machine_is_named() {
    // Put together here, so that this file does not find itself.
    let words = [
        ["/ro", "ot/"],
        ["/wo", "rk/"],
        ["/ho", "me/"],
        ["/tmp/", "wt"],
        ["registry.", "npmjs"],
        ["static.", "crates.io"],
        ["\"reso", "lved\""],
    ]
    .map(|halves| halves.concat());
    let mut findings = Vec::new();
    for source in sources(&[
        ".rs", ".ts", ".mjs", ".js", ".toml", ".json", ".md", ".html", ".sh", ".lock", ".css", "Makefile",
        "run",
    ]) {
        // Manifests speak of folders in containers.
        if source.path.starts_with("static/samples/")
            || source.path.contains("/golden/")
            || source.path.contains("/data/")
        {
            continue;
        }
        for (index, line) in source.text.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(word.as_str())) {
                findings.push(format!("{}:{}: {word}", source.path, index + 1));
            }
        }
    }
    report("Nothing names a place that only one machine has, or a registry's host", &findings);
}
