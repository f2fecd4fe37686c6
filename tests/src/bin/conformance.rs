//! `conformance list` prints the suites; `conformance SUITE < cases.jsonl > answers.jsonl` answers cases.

use drydock_tests::conformance::{SUITES, Suite};
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    if name == "list" {
        for suite in SUITES {
            println!("{}", suite.name);
        }
        return ExitCode::SUCCESS;
    }
    let Some(suite) = Suite::named(&name) else {
        eprintln!("usage: conformance list, or conformance SUITE < cases.jsonl > answers.jsonl");
        return ExitCode::from(2);
    };
    match answer_all(suite) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("conformance: {error}");
            ExitCode::from(2)
        }
    }
}

/// Answers the cases of the standard input, one a line.
fn answer_all(suite: &Suite) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let case = serde_json::from_str(&line).map_err(io::Error::other)?;
        writeln!(output, "{}", suite.answer(&case))?;
    }
    output.flush()
}
