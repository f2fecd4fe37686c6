//! What the tests of this module share: objects, checked, with fixes applied.

use super::Catalogue;
use super::catalogue::gvk_of;
use crate::api::FieldPath;
use crate::diagnostic::Problem;
use crate::text::TextEdit;

/// What is wrong with an object.
pub(super) fn problems_in(catalogue: &Catalogue, text: &str) -> Vec<Problem> {
    let tree = crate::yaml::read(text).tree.expect("a document");
    let mut problems = catalogue.check_identity(&tree, tree.root(), &FieldPath::root());
    if let Some(gvk) = gvk_of(&tree, tree.root()) {
        problems.extend(catalogue.check(&tree, tree.root(), &gvk, &FieldPath::root()));
    }
    problems
}

/// The only problem of an object, as `RULE at TEXT: MESSAGE | HELP | TEXT AFTER THE FIX`; the last two may be
/// absent.
pub(super) fn told(text: &str) -> String {
    let problems = problems_in(&Catalogue::builtin(), text);
    let [problem] = problems.as_slice() else { panic!("one problem in {text}, not {problems:#?}") };
    let told = format!("{} at {}: {}", problem.rule, problem.place.span.of(text), problem.message);
    let help = Some(problem.help.clone()).filter(|help| !help.is_empty());
    let fixed = problem.fixes.first().map(|fix| {
        let edits: Vec<TextEdit> = fix.edits.iter().map(|(_, edit)| edit.clone()).collect();
        TextEdit::apply_all(text, &edits)
    });
    [Some(told), help, fixed].into_iter().flatten().collect::<Vec<_>>().join(" | ")
}
