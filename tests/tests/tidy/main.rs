//! The house rules that a machine can check. Each test lists every place that breaks its rule.

mod files;
mod layers;
mod manners;
mod names;
mod versions;

/// Fails with all findings, one a line, under the rule that they break.
fn report(rule: &str, findings: &[String]) {
    assert!(findings.is_empty(), "\n{rule}:\n  {}\n", findings.join("\n  "));
}
