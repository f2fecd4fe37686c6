//! What must hold for whatever a person types: no panic, no answer that depends on how the text came about.

use drydock_core::session::{
    Analysis, DocumentState, Look, Picture, Question, Request, Response, Session, SourceFile,
};
use proptest::prelude::*;

const APPLICATION: &str = "\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web
        image: shop/web:1
        ports: [{name: http, containerPort: 8080}]
        envFrom: [{configMapRef: {name: settings}}]
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  selector: {app: web}
  ports: [{port: 80, targetPort: http}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data: {greeting: héllo 😀}
";

/// Pieces of YAML that change much.
const PIECES: [&str; 24] = [
    ":",
    "\n",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "#",
    "&a ",
    "*a",
    "<<: ",
    "|\n",
    "---\n",
    "  ",
    "\t",
    "é",
    "😀",
    "kind: List\nitems:\n- ",
    "{{ .Values.x }}",
    "\u{feff}",
    "\r\n",
    "!!binary ",
];

fn file(text: &str) -> SourceFile {
    SourceFile { name: "app.yaml".to_owned(), text: text.to_owned() }
}

fn open(session: &mut Session, text: &str) {
    session.submit(Request::Open { revision: 1, files: vec![file(text)], look: Look::default() });
}

/// The last problems and the last picture that a session tells of.
fn results(session: &mut Session) -> (Option<Analysis>, Option<Picture>) {
    let (mut analysis, mut picture) = (None, None);
    for message in session.run() {
        match message.response {
            Response::Analysis(found) => analysis = Some(found),
            Response::Picture(Some(found)) => picture = Some(*found),
            _ => {}
        }
    }
    (analysis, picture)
}

fn fresh(text: &str) -> (Option<Analysis>, Option<Picture>) {
    let mut session = Session::new();
    open(&mut session, text);
    results(&mut session)
}

/// A text with a part replaced; the places are taken to character boundaries.
fn mutate(text: &str, at: usize, length: usize, with: &str) -> String {
    let boundary = |place: usize| {
        let mut place = place.min(text.len());
        while !text.is_char_boundary(place) {
            place -= 1;
        }
        place
    };
    let start = boundary(at % (text.len() + 1));
    let end = boundary(start + length).max(start);
    format!("{}{with}{}", &text[..start], &text[end..])
}

fn replacement() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        "[a-z:{} \\n-]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_leads_to_what_opening_the_new_text_leads_to(
        at in 0..700_usize, length in 0..60_usize, with in replacement()
    ) {
        let text = mutate(APPLICATION, at, length, &with);
        let expected = fresh(&text);
        let documents = expected.0.iter().flat_map(|analysis| &analysis.files).flat_map(|file| &file.documents);
        let sound = documents.into_iter().all(|document| document.state != DocumentState::Broken);
        let mut session = Session::new();
        open(&mut session, APPLICATION);
        let (_, before) = results(&mut session);
        session.submit(Request::Edit { revision: 2, file: file(&text) });
        let (analysis, picture) = results(&mut session);
        // A broken document keeps its last good reading, so only sound texts must look the same.
        if sound {
            prop_assert_eq!((analysis, picture.or(before)), expected);
        }
        session.submit(Request::Edit { revision: 3, file: file(APPLICATION) });
        prop_assert_eq!(results(&mut session).0, fresh(APPLICATION).0);
    }

    #[test]
    fn every_range_is_within_its_file(at in 0..700_usize, length in 0..200_usize, with in replacement()) {
        let text = mutate(APPLICATION, at, length, &with);
        let units = text.encode_utf16().count() as u32;
        let lines = text.matches('\n').count() as u32 + 1;
        for problem in fresh(&text).0.iter().flat_map(|analysis| &analysis.problems) {
            let edits = problem.fixes.iter().flat_map(|fix| fix.edits.iter().map(|(range, _)| range));
            let labels = problem.labels.iter().map(|(range, _)| range);
            for range in std::iter::once(&problem.range).chain(labels).chain(edits) {
                prop_assert!(range.from <= range.to && range.to <= units, "{:?} of {}", range, units);
                prop_assert!(range.line >= 1 && range.end_line <= lines, "{:?} of {}", range, lines);
            }
        }
    }

    #[test]
    fn questions_about_any_place_are_answered(
        at in 0..700_usize, with in replacement(), offset in 0..900_u32
    ) {
        let mut session = Session::new();
        open(&mut session, &mutate(APPLICATION, at, 3, &with));
        session.run();
        let file = || "app.yaml".to_owned();
        let questions = [
            Question::Hover { file: file(), offset },
            Question::Complete { file: file(), offset },
            Question::Definition { file: file(), offset },
            Question::Inspect { object: "Service/shop/web".to_owned() },
            Question::Mask,
        ];
        for (id, question) in (0..).zip(questions) {
            session.submit(Request::Ask { revision: 1, id, question });
        }
        prop_assert_eq!(session.run().len(), 5);
    }
}

#[test]
fn a_broken_document_keeps_its_object_on_the_map_and_the_others_are_judged_afresh() {
    let mut session = Session::new();
    open(&mut session, APPLICATION);
    session.run();
    let broken = APPLICATION
        .replacen("kind: Deployment", "kind: [Deployment", 1)
        .replace("name: settings, namespace", "name: setings, namespace");
    session.submit(Request::Edit { revision: 2, file: file(&broken) });
    let (analysis, picture) = results(&mut session);
    let problems = analysis.map(|analysis| analysis.problems).unwrap_or_default();
    let rules: Vec<&str> = problems.iter().map(|problem| problem.rule.as_str()).collect();
    assert!(rules.iter().any(|rule| rule.starts_with("yaml/")), "{rules:?}");
    assert!(rules.contains(&"reference/missing"), "the ConfigMap has another name now: {rules:?}");
    let objects = picture.map(|picture| picture.objects).unwrap_or_default();
    assert!(objects.iter().any(|object| object.id == "Deployment.apps/shop/web"), "it stays on the map");
}

#[test]
fn secrets_are_masked_and_stay_valid() {
    let text = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {password: aHVudGVyMg==}\n\
                stringData:\n  token: |\n    hunter2\n    more\n  other: x\n";
    let mut session = Session::new();
    open(&mut session, text);
    session.run();
    session.submit(Request::Ask { revision: 1, id: 7, question: Question::Mask });
    let masked = session.run().into_iter().find_map(|message| match message.response {
        Response::Masked(files, count) => Some((files, count)),
        _ => None,
    });
    let (files, count) = masked.expect("it is answered");
    assert_eq!(count, 3);
    let shared = &files[0].text;
    assert!(!shared.contains("hunter2") && !shared.contains("aHVudGVyMg"), "{shared}");
    assert!(fresh(shared).0.is_some_and(|analysis| analysis.problems.is_empty()), "{shared}");
}
