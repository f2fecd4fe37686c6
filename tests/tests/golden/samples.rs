//! What the samples promise to their visitors.

use drydock_core::session::{ProblemReport, Severity, SourceFile};
use drydock_tests::opening::{apply, folder, folders, open, sources};
use serde_json::Value;
use std::error::Error;
use std::fs;

type Outcome = Result<(), Box<dyn Error>>;

fn sample(name: &str) -> Result<Vec<SourceFile>, Box<dyn Error>> {
    Ok(sources(&folder("static/samples").join(name))?)
}

/// The errors and warnings.
fn findings(files: &[SourceFile]) -> Vec<ProblemReport> {
    let mut problems = open(files).analysis.problems;
    problems.retain(|problem| problem.severity <= Severity::Warning);
    problems
}

fn told(problems: &[ProblemReport]) -> String {
    let line = |problem: &ProblemReport| {
        format!("{}:{} {}\n", problem.range.file, problem.range.line, problem.message)
    };
    problems.iter().map(line).collect()
}

#[test]
fn the_index_lists_what_is_there() -> Outcome {
    let root = folder("static/samples");
    let index: Vec<Value> = serde_json::from_str(&fs::read_to_string(root.join("index.json"))?)?;
    let mut listed = Vec::new();
    for entry in &index {
        let text = |field: &str| entry[field].as_str().unwrap_or_default().to_owned();
        let name = text("name");
        assert!(!text("title").is_empty() && !text("summary").is_empty(), "{name} lacks words");
        let sentences = text("lesson").split([' ', '\n']).filter(|word| word.ends_with(['.', '?'])).count();
        assert!((2..=6).contains(&sentences), "the lesson of {name} has {sentences} sentences");
        let files: Vec<String> = sample(&name)?.into_iter().map(|file| file.name).collect();
        let mut named: Vec<&str> =
            entry["files"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        named.sort_unstable();
        assert_eq!(files, named, "the files of {name}");
        listed.push(name);
    }
    assert_eq!(listed.first().map(String::as_str), Some("shop"), "what the first visit shows");
    listed.sort();
    let found: Vec<String> = folders(&root)?
        .iter()
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect();
    assert_eq!(listed, found);
    Ok(())
}

#[test]
fn only_the_samples_with_mistakes_have_findings() -> Outcome {
    for path in folders(&folder("static/samples"))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != "shop" && name != "broken" {
            let problems = findings(&sources(&path)?);
            assert!(problems.is_empty(), "{name}:\n{}", told(&problems));
        }
    }
    Ok(())
}

#[test]
fn the_shop_has_one_mistake_and_one_click_repairs_it() -> Outcome {
    let files = sample("shop")?;
    let problems = findings(&files);
    let [problem] = problems.as_slice() else { panic!("not one finding:\n{}", told(&problems)) };
    assert_eq!((problem.rule.as_str(), problem.severity), ("reference/missing", Severity::Error));
    let fix = problem.fixes.first().ok_or("there is no fix")?;
    assert_eq!(fix.title, "change to \"web\"");
    let left = findings(&apply(fix, &files));
    assert!(left.is_empty(), "left after the fix:\n{}", told(&left));
    Ok(())
}

#[test]
fn the_broken_sample_is_repaired_by_seven_clicks() -> Outcome {
    let mut files = sample("broken")?;
    let mut clicks = 0;
    loop {
        let problems = findings(&files);
        let Some(fix) = problems.iter().find_map(|problem| problem.fixes.first()) else {
            assert!(problems.is_empty(), "left without a fix:\n{}", told(&problems));
            break;
        };
        files = apply(fix, &files);
        clicks += 1;
        assert!(clicks <= 7, "more than seven clicks, still:\n{}", told(&problems));
    }
    assert_eq!(clicks, 7);
    Ok(())
}
