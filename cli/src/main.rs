//! `drydock`: the engine on the command line, a thin face of the session.
//!
//! Results go to standard output, talk to standard error. Exit codes: 0 fine, 1 findings, 2 usage or
//! unreadable input.

mod arguments;
mod check;
mod explain;
mod graph;
mod input;
mod junit;
mod sarif;

use arguments::Arguments;
use std::io::Write;
use std::process::ExitCode;

/// What a command leads to: its output, and whether it found something.
struct Outcome {
    output: String,
    findings: bool,
}

/// How the command is used.
const USAGE: &str = "\
drydock: check, draw and explain Kubernetes manifests

  drydock check   [--format text|json|sarif|junit] [FILES or FOLDERS or -]
  drydock graph   [--format text|json|dot|mermaid|svg] [--theme light|dark] [FILES or FOLDERS or -]
  drydock explain PATH            as in: drydock explain deployment.spec.strategy
  drydock version

Without files, standard input is read. Exit codes: 0 fine, 1 errors were found, 2 usage or unreadable input.
";

fn main() -> ExitCode {
    let arguments = Arguments::parse(std::env::args().skip(1));
    match arguments.and_then(|arguments| run(&arguments)) {
        Ok(outcome) => {
            // A reader that has gone away (`drydock … | head`) is no error.
            let _ = std::io::stdout().write_all(outcome.output.as_bytes());
            ExitCode::from(u8::from(outcome.findings))
        }
        Err(sentence) => {
            let _ = writeln!(std::io::stderr(), "drydock: {sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<Outcome, String> {
    match arguments.command.as_str() {
        "check" => check::run(arguments),
        "graph" => graph::run(arguments),
        "explain" => explain::run(arguments),
        "version" => {
            let (version, kubernetes) = (env!("CARGO_PKG_VERSION"), drydock_core::KUBERNETES_VERSION);
            Ok(Outcome { output: format!("drydock {version}, Kubernetes {kubernetes}\n"), findings: false })
        }
        "" | "help" => Ok(Outcome { output: USAGE.to_owned(), findings: false }),
        other => Err(format!("there is no command {other:?}; `drydock help` lists them")),
    }
}
