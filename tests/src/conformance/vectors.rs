//! The stored questions and answers.

use flate2::read::GzDecoder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Where the vectors of the suites are kept.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance")
}

/// The folder of shared material beside the repository, or where `DRYDOCK_SHARED` says; nothing when it is
/// not there.
pub fn shared() -> Option<PathBuf> {
    let path = env::var_os("DRYDOCK_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    path.is_dir().then_some(path)
}

/// Questions and answers of one suite, by id.
#[derive(Debug)]
pub struct Vectors {
    /// The questions in order.
    pub cases: Vec<Value>,
    /// Upstream's answers.
    pub answers: BTreeMap<String, Value>,
}

impl Vectors {
    /// Reads those of a suite.
    pub fn read(suite: &str) -> io::Result<Self> {
        let cases = lines(&folder().join(format!("{suite}.cases.jsonl.gz")))?;
        let answers = lines(&folder().join(format!("{suite}.answers.jsonl.gz")))?;
        let id = |answer: &Value| answer["id"].as_str().unwrap_or_default().to_owned();
        Ok(Self { cases, answers: answers.into_iter().map(|answer| (id(&answer), answer)).collect() })
    }
}

/// The JSON values of a compressed file, one a line.
fn lines(path: &Path) -> io::Result<Vec<Value>> {
    let reader = BufReader::new(GzDecoder::new(File::open(path)?));
    reader.lines().map(|line| serde_json::from_str(&line?).map_err(io::Error::other)).collect()
}

/// The cases in which we knowingly differ, with the reason: lines `SUITE CASE REASON`, `#` for comments.
pub fn known_differences() -> io::Result<BTreeMap<(String, String), String>> {
    let text = fs::read_to_string(folder().join("known-differences.txt"))?;
    let mut known = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let mut words = line.splitn(3, ' ');
        let mut word = || words.next().unwrap_or_default().to_owned();
        let key = (word(), word());
        let reason = word();
        if reason.is_empty() {
            return Err(io::Error::other(format!("a known difference needs a reason: {line}")));
        }
        known.insert(key, reason);
    }
    Ok(known)
}
