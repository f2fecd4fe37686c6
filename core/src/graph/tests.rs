//! Small applications and what is told of them.

use super::{Built, Presence, Profiles, build};
use crate::api::{Object, Origin};
use crate::cluster::Cluster;
use crate::diagnostic::DocumentIndex;
use crate::kinds::ambient::object;
use std::fmt::Write;
use std::sync::Arc;

/// The objects of a text whose documents are separated by lines of `---`.
fn cluster(text: &str) -> Cluster {
    let document = |(place, text): (usize, &str)| {
        let value = serde_yaml::from_str(text).expect("the test's YAML is well-formed");
        let origin = Some(Origin { document: DocumentIndex(place as u32), item: None });
        Arc::new(Object { origin, ..object(value) })
    };
    text.split("\n---\n").enumerate().map(document).collect()
}

fn built(text: &str) -> Built {
    build(&cluster(text), &mut Profiles::default())
}

/// The edges, a line each, without those from outside.
fn edges(built: &Built) -> String {
    let mut lines = String::new();
    for edge in &built.graph.edges {
        let (from, to) = (built.graph.node(edge.from), built.graph.node(edge.to));
        if from.presence != Presence::Outside {
            let broken = if edge.broken { " (broken)" } else { "" };
            let label = if edge.label.is_empty() { String::new() } else { format!(" [{}]", edge.label) };
            writeln!(lines, "{} {} {}{label}{broken}", from.key, edge.relation.verb(), to.key)
                .expect("a string");
        }
    }
    lines
}

/// The problems, a line each: severity, rule, object, field, message, help, fixes.
fn problems(built: &Built) -> String {
    let mut lines = String::new();
    for problem in &built.problems {
        let key = if problem.at.key { " (key)" } else { "" };
        let fixes: Vec<&str> = problem.fixes.iter().map(|fix| fix.title.as_str()).collect();
        writeln!(
            lines,
            "{} {} {} {}{key}: {} | {} | {}",
            problem.severity.word(),
            problem.rule,
            problem.at.object,
            problem.at.path,
            problem.message,
            problem.help,
            fixes.join(", ")
        )
        .expect("a string");
    }
    lines
}

const WEB: &str = "\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 3
  template:
    metadata: {labels: {app: web, tier: front}}
    spec:
      containers:
      - name: web
        image: shop/web:v2
        ports: [{containerPort: 8080, name: http}]
        envFrom: [{configMapRef: {name: web-config}}]
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web-config, namespace: shop}
data: {color: blue, size: big}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop}
spec:
  ingressClassName: nginx
  rules:
  - host: shop.example.com
    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
";

#[test]
fn an_application_becomes_a_graph() {
    let built = built(WEB);
    assert_eq!(problems(&built), "");
    assert_eq!(
        edges(&built),
        "Deployment shop/web reads ConfigMap shop/web-config [envFrom]\n\
         Ingress shop/web uses IngressClass nginx\n\
         Ingress shop/web routes to Service shop/web [/ → 80]\n\
         Service shop/web selects Deployment shop/web [http]\n"
    );
    let of_service = |edge: &&super::Edge| built.graph.node(edge.from).key.kind == "Service";
    let selects = built.graph.edges.iter().find(of_service).expect("the Service selects");
    assert_eq!(
        selects.evidence.sentence,
        "Its selector app=web matches the Pod template's labels app=web, tier=front, in the same namespace."
    );
    assert_eq!(selects.evidence.to_field.to_string(), "spec.template.metadata.labels");
    let web = built.graph.nodes.iter().find(|node| node.key.kind == "Deployment").expect("it is there");
    assert_eq!(web.pods.map(|pods| pods.wanted), Some(3));
}

/// What is told when one thing in the application is another.
fn broken(from: &str, to: &str) -> String {
    assert!(WEB.contains(from), "{from}");
    problems(&built(&WEB.replace(from, to)))
}

#[test]
fn one_mistake_is_one_problem_with_its_repair() {
    assert_eq!(
        broken("service: {name: web,", "service: {name: wbe,"),
        "error reference/missing Ingress shop/web spec.rules[0].http.paths[0].backend.service.name: Service \"wbe\" \
         does not exist in namespace shop | Did you mean \"web\"? | change to \"web\"\n"
    );
    assert_eq!(
        broken("selector: {app: web}", "selector: {app: wbe}"),
        "warning selector/empty Service shop/web spec.selector[app]: Selector app=wbe matches no Pod in namespace \
         shop | Deployment web has the label app=web: did you mean \"web\" instead of \"wbe\"? | change to \"web\"\n"
    );
    assert_eq!(
        broken("selector: {app: web}", "selector: {aap: web}"),
        "warning selector/empty Service shop/web spec.selector[aap] (key): Selector aap=web matches no Pod in \
         namespace shop | Deployment web has the label app=web: did you mean \"app\" instead of \"aap\"? | \
         change to \"app\"\n"
    );
    assert_eq!(
        broken("targetPort: http", "targetPort: htpt"),
        "error reference/port Service shop/web spec.ports[0].targetPort: No selected Pod has a port named \"htpt\" \
         | The containers that it selects open 8080 (http). | change to \"http\"\n"
    );
    assert_eq!(
        broken("targetPort: http", "targetPort: 8081"),
        "warning reference/port Service shop/web spec.ports[0].targetPort: No container of the selected Pods \
         declares port 8081 | The containers that it selects open 8080 (http). | change to 8080\n"
    );
    assert_eq!(
        broken("number: 80", "number: 8080"),
        "error reference/port Ingress shop/web spec.rules[0].http.paths[0].backend.service.port.number: Service \
         \"web\" has no port 8080 | Its only port is 80. | change to 80\n"
    );
    assert_eq!(
        broken(
            "envFrom: [{configMapRef: {name: web-config}}]",
            "env: [{name: A, valueFrom: {configMapKeyRef: {name: web-config, key: colour}}}]"
        ),
        "error reference/key Deployment shop/web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key: \
         ConfigMap \"web-config\" has no key \"colour\" | Did you mean \"color\"? | change to \"color\"\n"
    );
}

#[test]
fn what_may_be_missing_is_no_problem() {
    assert_eq!(broken("{name: web-config}}]", "{name: other, optional: true}}]"), "");
    assert_eq!(broken("targetPort: http", "targetPort: 8080"), "");
    assert_eq!(broken("app: web, tier: front}}", "app: web, tier: front, version: v2}}"), "");
}

#[test]
fn what_usually_comes_from_elsewhere_is_worth_knowing_only() {
    let told = broken("ingressClassName: nginx", "ingressClassName: traefik");
    assert!(told.starts_with("info reference/missing Ingress shop/web spec.ingressClassName"), "{told}");
    let told = broken("{name: web-config}}]", "{name: settings}}]");
    assert!(told.starts_with("warning reference/missing Deployment shop/web"), "{told}");
}

#[test]
fn names_that_differ_in_a_number_or_a_word_are_both_meant() {
    let told = broken(
        "metadata: {name: web-config, namespace: shop}",
        "metadata: {name: web-config-2, namespace: shop}",
    );
    assert!(told.starts_with("warning reference/missing"), "{told}");
}

#[test]
fn an_autoscaler_may_name_the_wrong_kind() {
    let text = format!(
        "{WEB}---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: web, namespace: shop}}\n\
         spec: {{minReplicas: 5, maxReplicas: 9, scaleTargetRef: {{apiVersion: apps/v1, kind: KIND, name: web}}}}\n"
    );
    let fine = built(&text.replace("KIND", "Deployment"));
    assert_eq!(problems(&fine), "");
    let web = fine.graph.nodes.iter().find(|node| node.key.kind == "Deployment").expect("it is there");
    assert_eq!(web.pods.map(|pods| pods.wanted), Some(5));
    let wrong = problems(&built(&text.replace("KIND", "StatefulSet")));
    assert!(wrong.contains("There is a Deployment of that name"), "{wrong}");
    assert!(wrong.ends_with("change to \"Deployment\"\n"), "{wrong}");
}

#[test]
fn claims_of_a_stateful_set_are_drawn_and_point_into_it() {
    let built = built(
        "apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec:
  serviceName: db
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: db, volumeMounts: [{name: data, mountPath: /data}]}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
  volumeClaimTemplates:
  - metadata: {name: data}
    spec: {storageClassName: standard, resources: {requests: {storage: 10Gi}}}
---
apiVersion: v1
kind: Service
metadata: {name: db, namespace: shop}
spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}
",
    );
    assert_eq!(problems(&built), "");
    assert_eq!(
        edges(&built),
        "PersistentVolumeClaim shop/data-db-0 uses StorageClass standard\n\
         Service shop/db selects StatefulSet shop/db [5432]\n\
         StatefulSet shop/db mounts PersistentVolumeClaim shop/data-db-0 [/data]\n\
         StatefulSet shop/db refers to Service shop/db [serviceName]\n"
    );
    let claim = built.graph.nodes.iter().find(|node| node.key.name == "data-db-0").expect("it is drawn");
    assert_eq!((claim.presence, claim.summary.as_str()), (Presence::Pasted, "10Gi · standard"));
    let class = built.graph.edges.iter().find(|edge| built.graph.node(edge.from) == claim).expect("an edge");
    assert_eq!(class.evidence.from_field.to_string(), "spec.volumeClaimTemplates[0].spec.storageClassName");
}

#[test]
fn pods_are_drawn_as_the_workload_that_owns_them() {
    let built = built(&format!(
        "{WEB}---\napiVersion: v1\nkind: Pod\nmetadata: {{name: web-1, namespace: shop, labels: {{app: web}}, \
         ownerReferences: [{{apiVersion: apps/v1, kind: Deployment, name: web}}]}}\nspec: {{containers: [{{name: web}}]}}\n"
    ));
    assert!(edges(&built).contains("Deployment shop/web owns Pod shop/web-1"));
    assert!(!edges(&built).contains("selects Pod"));
}

#[test]
fn a_policy_for_dns_admits_the_name_server_of_every_cluster() {
    let built = built(&format!(
        "{WEB}---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {{name: dns, namespace: shop}}\n\
         spec:\n  podSelector: {{}}\n  egress:\n  - ports: [{{port: 53, protocol: UDP}}]\n    to:\n    \
         - {{namespaceSelector: {{}}, podSelector: {{matchLabels: {{k8s-app: kube-dns}}}}}}\n"
    ));
    let edges = edges(&built);
    assert!(edges.contains("NetworkPolicy shop/dns protects Deployment shop/web"), "{edges}");
    assert!(
        edges.contains("NetworkPolicy shop/dns admits Deployment kube-system/coredns [to · 53/UDP]"),
        "{edges}"
    );
}

#[test]
fn a_text_that_names_a_service_is_a_relation() {
    let built = built(&WEB.replace(
        "envFrom: [{configMapRef: {name: web-config}}]",
        "env: [{name: API, value: \"http://api:3000\"}, {name: SELF, value: \"web:80\"}]",
    ));
    assert_eq!(problems(&built), "");
    assert!(edges(&built).contains("Deployment shop/web refers to Service shop/web [SELF]"));
    assert!(!edges(&built).contains("api"));
}

#[test]
fn only_changed_objects_are_read_again() {
    let cluster = cluster(WEB);
    let mut profiles = Profiles::default();
    let first = build(&cluster, &mut profiles);
    for object in cluster.objects() {
        let (before, after) = (profiles.of(object), profiles.of(object));
        assert!(Arc::ptr_eq(&before, &after));
    }
    assert_eq!(first, build(&cluster, &mut profiles));
}
