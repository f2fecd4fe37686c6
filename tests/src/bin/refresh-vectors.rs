//! Takes the questions and answers of every suite over from the shared folder, compressed.

use drydock_tests::conformance::{SUITES, folder, shared};
use flate2::{Compression, GzBuilder};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(shared) = shared() else {
        eprintln!(
            "refresh-vectors: there is no ../shared beside the repository, and DRYDOCK_SHARED names none"
        );
        return ExitCode::from(2);
    };
    let shared = shared.join("conformance");
    for suite in SUITES {
        for kind in ["cases", "answers"] {
            let from = shared.join(kind).join(format!("{}.jsonl", suite.name));
            let to = folder().join(format!("{}.{kind}.jsonl.gz", suite.name));
            if let Err(error) = compress(&from, &to) {
                eprintln!("refresh-vectors: {}: {error}", from.display());
                return ExitCode::from(2);
            }
            println!("{}", to.display());
        }
    }
    ExitCode::SUCCESS
}

/// Writes a file compressed, without a time in it, so that the same content gives the same bytes.
fn compress(from: &Path, to: &Path) -> io::Result<()> {
    let mut writer = GzBuilder::new().mtime(0).write(File::create(to)?, Compression::best());
    writer.write_all(&fs::read(from)?)?;
    writer.finish()?;
    Ok(())
}
