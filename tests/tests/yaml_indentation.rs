//! One line of a manifest is indented wrongly: the problem names that line, and its repair makes the text
//! whole.

use drydock_core::text::{LineIndex, TextEdit};
use drydock_core::yaml::{self, Reading, State};

/// Manifests in the usual shapes: dashes below the key and further in, blocks of text, lists in lists.
const MANIFESTS: [&str; 5] = [
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  labels:\n    app: web\n    tier: front\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n      - name: web\n        image: nginx:1.27\n        ports:\n        - containerPort: 80\n          name: http\n        env:\n        - name: A\n          value: b\n        - name: C\n          valueFrom:\n            configMapKeyRef:\n              name: settings\n              key: c\n      - name: side\n        image: busybox\n        command: [sh, -c, sleep 1000]\n      restartPolicy: Always\n",
    "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: http\n      name: http\n    - port: 443\n      targetPort: https\n      name: https\n  type: ClusterIP\n",
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  run.sh: |\n    set -e\n    if true; then\n      echo yes\n    fi\n  colour: blue\n  size: large\n",
    "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  annotations:\n    example.com/rewrite: /\nspec:\n  ingressClassName: nginx\n  rules:\n    - host: web.example.com\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: web\n                port:\n                  number: 80\n          - path: /api\n            pathType: Prefix\n            backend:\n              service:\n                name: api\n                port:\n                  name: http\n  tls:\n    - secretName: cert\n      hosts:\n        - web.example.com\n        - www.example.com\n",
    "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  namespace: shop\n  name: reader\nrules:\n- apiGroups: [\"\"]\n  resources: [pods]\n  verbs: [get, list]\n- apiGroups:\n  - apps\n  resources:\n  - deployments\n  - statefulsets\n  verbs:\n  - get\n",
];

/// The text with a line (from 0) moved; nothing when it cannot be moved so far to the left.
fn moved(text: &str, number: usize, by: isize) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line = &lines[number];
    let indent = line.len() - line.trim_start_matches(' ').len();
    let wanted = indent.checked_add_signed(by)?;
    lines[number] = format!("{}{}", " ".repeat(wanted), line.trim_start_matches(' '));
    Some(lines.join("\n") + "\n")
}

/// The text after the first fix of the first problem that has one.
fn fixed(text: &str, reading: &Reading) -> Option<String> {
    let fix = reading.problems.first()?.fixes.first()?;
    let edits: Vec<TextEdit> = fix.edits.iter().map(|(_, edit)| edit.clone()).collect();
    Some(TextEdit::apply_all(text, &edits))
}

/// What became of all texts that the change of a line broke.
#[derive(Default, Debug)]
struct Tally {
    broken: usize,
    /// The first problem is in the changed line, or the one beside it.
    near: usize,
    /// The first fix makes the text sound, or even what it was.
    sound: usize,
    restored: usize,
    /// There is one problem only, or at most two.
    single: usize,
    few: usize,
}

#[test]
fn a_line_out_of_place_is_found_and_put_back() {
    let mut tally = Tally::default();
    let mut missed = Vec::new();
    for manifest in MANIFESTS {
        for number in 0..manifest.lines().count() {
            for by in [-2, -1, 1, 2] {
                let Some(text) = moved(manifest, number, by) else { continue };
                let reading = yaml::read(&text);
                if reading.state == State::Sound {
                    continue;
                }
                tally.broken += 1;
                assert!(reading.tree.is_some(), "there is no tree of\n{text}");
                let lines = LineIndex::new(&text);
                let near = reading
                    .problems
                    .iter()
                    .any(|problem| (lines.line(problem.place.span.start) as usize).abs_diff(number + 1) <= 1);
                let fixed = fixed(&text, &reading).unwrap_or_default();
                let sound = yaml::read(&fixed).state == State::Sound;
                tally.near += usize::from(near);
                tally.sound += usize::from(sound);
                tally.restored += usize::from(fixed == manifest);
                tally.single += usize::from(reading.problems.len() == 1);
                tally.few += usize::from((1..=2).contains(&reading.problems.len()));
                if !near || !sound || reading.problems.len() > 2 {
                    let line = lines.line(reading.problems[0].place.span.start);
                    let message = &reading.problems[0].message;
                    missed.push(format!("line {} by {by}: line {line}: {message} in\n{text}", number + 1));
                }
            }
        }
    }
    println!("{tally:?}");
    assert!(tally.broken > 200, "{tally:?}");
    assert_eq!(tally.few, tally.broken, "{tally:?}");
    assert!(tally.near * 100 >= tally.broken * 95, "{tally:?}\n{}", missed.join("\n"));
    assert!(tally.sound * 100 >= tally.broken * 95, "{tally:?}\n{}", missed.join("\n"));
    assert!(tally.restored * 100 >= tally.broken * 80, "{tally:?}");
}
