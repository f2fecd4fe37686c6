//! The built command: formats, exit codes, and what goes where.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

const WRONG: &str = "\
apiVersion: v1
kind: Service
metadata: {name: wéb, namespace: shop}
spec:
  selectr: {app: web}
  ports: [{port: 80}]
";

const RIGHT: &str = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: b}\n";

/// Runs the command with a text on standard input.
fn drydock(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_drydock"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built");
    // A command that does not read its input has closed it, which is no failure.
    let _ = child.stdin.take().expect("it is piped").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it writes UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_str(&stdout(output)).expect("it writes JSON")
}

#[test]
fn findings_and_usage_have_their_exit_codes() {
    for (arguments, input, code) in [
        (&["check", "-"][..], RIGHT, 0),
        (&["check"], WRONG, 1),
        (&["check", "--format", "xml"], RIGHT, 2),
        (&["check", "no-such-file.yaml"], "", 2),
        (&["fly"], "", 2),
        (&["explain", "deployment.spec.replica"], "", 2),
        (&["help"], "", 0),
    ] {
        let output = drydock(arguments, input);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert_eq!(output.stderr.is_empty(), code != 2, "talk goes to standard error: {arguments:?}");
    }
}

#[test]
fn problems_are_told_as_json_with_lines_and_columns_of_characters() {
    let output = drydock(&["check", "--format", "json"], WRONG);
    let report = json(&output);
    let problem = &report["problems"][0];
    assert_eq!(problem["rule"], "schema/unknown-field");
    assert_eq!(problem["severity"], "error");
    assert_eq!(problem["message"], "unknown field \"spec.selectr\"");
    assert_eq!(problem["start"], serde_json::json!({"line": 5, "column": 3}));
    assert_eq!(problem["end"], serde_json::json!({"line": 5, "column": 10}));
    let object =
        serde_json::json!({"apiVersion": "v1", "kind": "Service", "namespace": "shop", "name": "wéb"});
    assert_eq!(problem["object"], object);
    assert_eq!(problem["fixes"][0]["edits"][0]["replacement"], "selector");
    assert_eq!(report["summary"]["errors"], 1);
}

#[test]
fn reports_for_machines_have_their_shapes() {
    let sarif = json(&drydock(&["check", "--format=sarif"], WRONG));
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["results"][0]["ruleId"], "schema/unknown-field");
    assert_eq!(run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"], 5);
    let junit = stdout(&drydock(&["check", "--format", "junit"], WRONG));
    assert!(
        junit.contains("failures=\"1\"") && junit.contains("unknown field &quot;spec.selectr&quot;"),
        "{junit}"
    );
}

#[test]
fn what_is_no_manifest_is_passed_over_with_a_note() {
    let output = drydock(&["check"], "FROM alpine\nRUN true\n");
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("Dockerfile"), "{}", stdout(&output));
}

#[test]
fn the_graph_has_every_object_and_relation_in_every_format() {
    let text = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: a}}\nspec: {containers: [{name: a, image: a, \
                envFrom: [{configMapRef: {name: settings}}]}]}\n---\n"
        .to_owned()
        + RIGHT;
    let graph = json(&drydock(&["graph", "--format", "json"], &text));
    let ids: Vec<&str> =
        graph["nodes"].as_array().expect("nodes").iter().filter_map(|node| node["id"].as_str()).collect();
    assert!(ids.contains(&"Pod/default/a") && ids.contains(&"ConfigMap/default/settings"), "{ids:?}");
    let reads = graph["edges"].as_array().expect("edges").iter().find(|edge| edge["from"] == "Pod/default/a");
    assert_eq!(reads.map(|edge| &edge["to"]), Some(&Value::from("ConfigMap/default/settings")));
    for (format, begins) in
        [("svg", "<svg"), ("mermaid", "flowchart"), ("dot", "digraph"), ("text", "ConfigMap")]
    {
        let drawn = stdout(&drydock(&["graph", "--format", format], &text));
        assert!(drawn.starts_with(begins) && drawn.contains("settings"), "{format}: {drawn}");
    }
}

#[test]
fn fields_are_explained_with_their_documentation() {
    let text = stdout(&drydock(&["explain", "deploy.spec.strategy.type"], ""));
    for expected in ["GROUP:      apps", "KIND:       Deployment", "FIELD: type <string>", "RollingUpdate"] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    let near = String::from_utf8(drydock(&["explain", "deployment.spec.replica"], "").stderr).expect("UTF-8");
    assert!(near.contains("did you mean replicas?"), "{near}");
}
