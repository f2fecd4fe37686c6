// Manifests that journeys paste.

/** An application with nothing wrong in it. */
export const SHOP = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: web
        image: nginx:1.29
        ports:
        - name: http
          containerPort: 8080
        envFrom:
        - configMapRef:
            name: settings
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
  - port: 80
    targetPort: http
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  colour: blue
`;

/** The same with a typo in the Service's selector. */
export const WRONG_SELECTOR = SHOP.replace("  selector:\n    app: web\n  ports:", "  selector:\n    app: wbe\n  ports:");

/** The same with a port that no container names. */
export const WRONG_PORT = SHOP.replace("targetPort: http", "targetPort: htpp");

/** The same with a reference to a name that is nearly there. */
export const WRONG_NAME = SHOP.replace("            name: settings", "            name: setings");

/** The same, broken: a line is indented by one blank too many. */
export const BROKEN = SHOP.replace("  replicas: 3", "   replicas: 3");

/** A Secret whose value must not leave. */
export const SECRET = `apiVersion: v1
kind: Secret
metadata:
  name: keys
stringData:
  password: correct-horse-battery
data:
  token: dGhpcy1pcy1teS10b2tlbg==
`;
