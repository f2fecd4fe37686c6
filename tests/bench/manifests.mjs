// Manifests of a given size, to be measured with.

const deployment = (name, ns) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${ns}
  labels:
    app.kubernetes.io/name: ${name}
spec:
  replicas: 3
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
      - name: main
        image: registry.example.com/${ns}/${name}:1.4.2
        ports:
        - name: http
          containerPort: 8080
        envFrom:
        - configMapRef:
            name: ${name}
        resources:
          requests:
            cpu: 100m
            memory: 128Mi
          limits:
            memory: 256Mi
        readinessProbe:
          httpGet:
            path: /healthz
            port: http
`;

const service = (name, ns) => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${ns}
spec:
  selector:
    app: ${name}
  ports:
  - name: http
    port: 80
    targetPort: http
`;

const configMap = (name, ns) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${ns}
data:
  LOG_LEVEL: info
  UPSTREAM: http://${name}.${ns}.svc
`;

const ingress = (name, ns) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  namespace: ${ns}
spec:
  rules:
  - host: ${name}.example.com
    http:
      paths:
      - path: /
        pathType: Prefix
        backend:
          service:
            name: ${name}
            port:
              name: http
`;

/** So many documents: applications of four objects each, ten to a namespace. */
export function documents(count) {
  const all = [];
  for (let index = 0; all.length < count; index += 1) {
    const [name, ns] = [`app-${index}`, `team-${Math.floor(index / 10)}`];
    all.push(...[deployment, service, configMap, ingress].map((make) => make(name, ns)));
  }
  return all.slice(0, count).join("---\n");
}
