//! What the editor is told about the place under the pointer or the cursor, marked `|` in the texts.

use drydock_core::session::{
    Completions, Hover, Look, Question, Request, Response, Session, SourceFile, Target,
};

const FILE: &str = "app.yaml";

/// Opens a text with the mark taken out, and asks a question about its place.
fn ask(marked: &str, question: impl Fn(String, u32) -> Question) -> Response {
    let offset = marked.find('|').expect("the place is marked");
    let text = marked.replacen('|', "", 1);
    let offset = text[..offset].encode_utf16().count() as u32;
    let mut session = Session::new();
    let files = vec![SourceFile { name: FILE.to_owned(), text }];
    session.submit(Request::Open { revision: 1, files, look: Look::default() });
    session.submit(Request::Ask { revision: 1, id: 1, question: question(FILE.to_owned(), offset) });
    session.run().pop().expect("it is answered").response
}

fn complete(marked: &str) -> Completions {
    match ask(marked, |file, offset| Question::Complete { file, offset }) {
        Response::Completions(completions) => completions,
        other => panic!("not completions: {other:?}"),
    }
}

fn labels(marked: &str) -> Vec<String> {
    complete(marked).options.into_iter().map(|option| option.label).collect()
}

fn hover(marked: &str) -> Option<Hover> {
    match ask(marked, |file, offset| Question::Hover { file, offset }) {
        Response::Hover(hover) => hover,
        other => panic!("not a hover: {other:?}"),
    }
}

fn definition(marked: &str) -> Option<Target> {
    match ask(marked, |file, offset| Question::Definition { file, offset }) {
        Response::Definition(target) => target,
        other => panic!("not a definition: {other:?}"),
    }
}

#[test]
fn keys_of_the_type_are_offered_required_ones_first_and_none_twice() {
    let offered =
        labels("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 1\n  |\n");
    assert_eq!(offered[..2], ["selector", "template"]);
    assert!(
        offered.contains(&"strategy".to_owned()) && !offered.contains(&"replicas".to_owned()),
        "{offered:?}"
    );
}

#[test]
fn values_of_enumerations_and_types_of_kinds_are_offered() {
    let service = "apiVersion: v1\nkind: Service\nspec:\n  type: |";
    assert_eq!(labels(service), ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]);
    assert_eq!(labels("kind: Deployment\napiVersion: |"), ["apps/v1"]);
    assert!(labels("kind: |").contains(&"CronJob".to_owned()));
}

#[test]
fn a_half_typed_document_is_no_hindrance() {
    let text = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: [\n    ima|";
    let completions = complete(text);
    assert!(completions.options.iter().any(|option| option.label == "image" && option.insert == "image: "));
    let word = "ima".len() as u32;
    assert_eq!(completions.from, text.find('|').map_or(0, |place| place as u32) - word);
}

#[test]
fn fields_are_told_with_type_and_documentation() {
    let found = hover("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ü}\nspec:\n  rep|licas: 2\n")
        .expect("a field");
    assert_eq!((found.path.as_str(), found.type_text.as_str()), ("Deployment.spec.replicas", "integer"));
    assert_eq!(found.documentation, "apps.v1.DeploymentSpec:replicas");
    assert_eq!((found.range.line, found.range.column, found.range.end_column), (5, 3, 11));
    let json = hover("{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"spec\": {\"ty|pe\": \"NodePort\"}}")
        .expect("a field");
    assert_eq!(json.path, "Service.spec.type");
}

#[test]
fn references_lead_to_where_their_object_is_written() {
    let text = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: a\n    image: a\n    \
                envFrom:\n    - configMapRef: {name: sett|ings}\n---\napiVersion: v1\nkind: ConfigMap\n\
                metadata: {name: settings}\ndata: {a: b}\n";
    let target = definition(text).expect("it leads somewhere");
    assert_eq!(target.object, "ConfigMap/default/settings");
    assert_eq!(target.range.map(|range| range.line), Some(11));
    assert_eq!(definition("apiVersion: v1\nkind: Pod\nmetadata: {na|me: a}\n"), None);
}
