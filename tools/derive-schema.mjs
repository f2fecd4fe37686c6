// Derives Drydock's compact knowledge of the Kubernetes API from Kubernetes' own sources.
//
//   node tools/derive-schema.mjs FOLDER
//
// FOLDER is the source of k8s.io/kubernetes in the version to follow: a checkout, or the folder of the Go
// module (`go mod download -json k8s.io/kubernetes@v1.37.1` says where it is; then also the modules
// k8s.io/api, k8s.io/apimachinery and k8s.io/apiextensions-apiserver of the same release beside it, because
// the module has no staging/src). Run rarely, by hand, when the version changes; its output is committed:
//
//   core/data/schema.txt      types, enums, kinds and the life of their versions, for the engine
//   static/docs/fields.json   the documentation of types and fields, for the page, loaded when asked for
//
// What is read: api/openapi-spec/v3 (types), api/discovery (resources with their plural and short names),
// *.go of the API modules (values of string types, which the OpenAPI documents leave out) and
// zz_generated.prerelease-lifecycle.go (when versions go away and what replaces them).
//
// schema.txt has one fact a line; the first word says which:
//
//   E NAME VALUE|VALUE…       an enum; a "?" behind the name: other values are allowed as well
//   T NAME                    an object type, followed by its fields:
//   .NAME TYPE ATTRIBUTE…     a field; "!" behind the name: required
//   K APIVERSION KIND PLURAL SINGULAR SCOPE TYPE SHORTNAMES CATEGORIES     a resource
//   L APIVERSION KIND DEPRECATED REMOVED APIVERSION KIND                   releases, and what to use instead
//
// TYPE is s string, i int32, l int64, d number, b boolean, y base64, q quantity, o int-or-string, t time,
// m time with microseconds, a anything, #ENUM, @TYPE, or one of these behind [] (list) or {} (map). Names of
// the same package as the type at hand go without it. ATTRIBUTE is d=JSON (default), l=map:KEY,KEY or l=set
// (list type; atomic where nothing is said), p=STRATEGY[:KEY] (strategic merge patch).

import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

const source = process.argv[2];
if (!source) {
  console.error("usage: node tools/derive-schema.mjs FOLDER-OF-K8S.IO/KUBERNETES");
  process.exit(2);
}
const root = path.resolve(import.meta.dirname, "..");
const openapi = path.join(source, "api/openapi-spec/v3");
const version = JSON.parse(fs.readFileSync(path.join(openapi, "api__v1_openapi.json"), "utf8")).info.version;
const release = /@v(\d+\.\d+)/.exec(source)?.[1] ?? /v?(\d+\.\d+)/.exec(version)[1];

// Enums whose constants are examples: validation takes other values too, or nothing validates them.
const open = new Set([
  "core.v1.SecretType", "core.v1.StorageMedium", "core.v1.ResourceName", "core.v1.LimitType",
  "core.v1.FinalizerName", "core.v1.NodeAddressType", "core.v1.BindMountOption",
  "coordination.v1.CoordinatedLeaseStrategy", "coordination.v1beta1.CoordinatedLeaseStrategy",
  "coordination.v1alpha2.CoordinatedLeaseStrategy",
]);
// Enums that Go gives in a form that is not read here, or not completely.
const enums = {
  "discovery.v1.AddressType": ["FQDN", "IPv4", "IPv6"],
};
// Fields of plain strings for which validation knows fixed values.
const fixed = {
  "rbac.v1.RoleRef.kind": ["ClusterRole", "Role"],
  "rbac.v1.Subject.kind": ["Group", "ServiceAccount", "User"],
};
// Fields that OpenAPI calls required and a server does without: defaulted, or taken as empty.
const optional = new Set(fs.existsSync(path.join(import.meta.dirname, "optional-fields.txt"))
  ? fs.readFileSync(path.join(import.meta.dirname, "optional-fields.txt"), "utf8").split("\n").filter((l) => l && !l.startsWith("#"))
  : []);
// Versions that went away together with their Go source: release of the end, and what to use.
const gone = [
  ["settings.k8s.io/v1alpha1", "PodPreset", "1.20"],
  ["auditregistration.k8s.io/v1alpha1", "AuditSink", "1.19"],
  ["policy/v1beta1", "PodSecurityPolicy", "1.25"],
  ["extensions/v1beta1", "PodSecurityPolicy", "1.16"],
  ["batch/v2alpha1", "CronJob", "1.21", "batch/v1", "CronJob"],
  ["autoscaling/v2beta1", "HorizontalPodAutoscaler", "1.25", "autoscaling/v2", "HorizontalPodAutoscaler"],
  ["autoscaling/v2beta2", "HorizontalPodAutoscaler", "1.26", "autoscaling/v2", "HorizontalPodAutoscaler"],
  ["admissionregistration.k8s.io/v1beta1", "MutatingWebhookConfiguration", "1.22", "admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration"],
  ["admissionregistration.k8s.io/v1beta1", "ValidatingWebhookConfiguration", "1.22", "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration"],
  ["apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", "1.22", "apiextensions.k8s.io/v1", "CustomResourceDefinition"],
  ["apiregistration.k8s.io/v1beta1", "APIService", "1.22", "apiregistration.k8s.io/v1", "APIService"],
  ["node.k8s.io/v1alpha1", "RuntimeClass", "1.24", "node.k8s.io/v1", "RuntimeClass"],
  ["scheduling.k8s.io/v1alpha1", "PriorityClass", "1.23", "scheduling.k8s.io/v1", "PriorityClass"],
  ["rbac.authorization.k8s.io/v1alpha1", "Role", "1.24", "rbac.authorization.k8s.io/v1", "Role"],
  ["rbac.authorization.k8s.io/v1alpha1", "RoleBinding", "1.24", "rbac.authorization.k8s.io/v1", "RoleBinding"],
  ["rbac.authorization.k8s.io/v1alpha1", "ClusterRole", "1.24", "rbac.authorization.k8s.io/v1", "ClusterRole"],
  ["rbac.authorization.k8s.io/v1alpha1", "ClusterRoleBinding", "1.24", "rbac.authorization.k8s.io/v1", "ClusterRoleBinding"],
  ["storage.k8s.io/v1alpha1", "CSIStorageCapacity", "1.24", "storage.k8s.io/v1", "CSIStorageCapacity"],
  ["flowcontrol.apiserver.k8s.io/v1alpha1", "FlowSchema", "1.24", "flowcontrol.apiserver.k8s.io/v1", "FlowSchema"],
  ["flowcontrol.apiserver.k8s.io/v1alpha1", "PriorityLevelConfiguration", "1.24", "flowcontrol.apiserver.k8s.io/v1", "PriorityLevelConfiguration"],
];
// Versions that are deprecated although their Go source does not say so in a form that is read here.
const outdated = [
  ["v1", "Endpoints", "1.33", "discovery.k8s.io/v1", "EndpointSlice"],
  ["v1", "ComponentStatus", "1.19"],
];

// ---- OpenAPI -------------------------------------------------------------------------------------------

/** `io.k8s.api.core.v1.Pod` → `core.v1.Pod`. */
function short(name) {
  return name
    .replace(/^io\.k8s\.api\./, "")
    .replace(/^io\.k8s\.apimachinery\.pkg\.apis\./, "")
    .replace(/^io\.k8s\.apiextensions-apiserver\.pkg\.apis\./, "")
    .replace(/^io\.k8s\.kube-aggregator\.pkg\.apis\./, "");
}
const packageOf = (name) => name.slice(0, name.lastIndexOf("."));

const schemas = {};
for (const file of fs.readdirSync(openapi).filter((file) => file.endsWith("_openapi.json"))) {
  const document = JSON.parse(fs.readFileSync(path.join(openapi, file), "utf8"));
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) schemas[short(name)] = schema;
}

const special = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": "q",
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "o",
  "io.k8s.apimachinery.pkg.runtime.RawExtension": "a",
  "meta.v1.Time": "t",
  "meta.v1.MicroTime": "m",
};

function typeOf(schema, owner, enumName) {
  const reference = schema.$ref ?? schema.allOf?.[0].$ref;
  if (reference) {
    const name = short(reference.split("/").pop());
    if (special[name]) return special[name];
    if (!schemas[name]) throw new Error(`no schema ${name}`);
    // What decodes itself (JSON, JSONSchemaPropsOrBool, FieldsV1, …) takes anything.
    if (!schemas[name].properties) return "a";
    reached(name);
    return "@" + (packageOf(name) === packageOf(owner) ? name.slice(name.lastIndexOf(".") + 1) : name);
  }
  switch (schema.type) {
    case "string":
      if (schema.format === "byte") return "y";
      if (enumName) return "#" + (packageOf(enumName) === packageOf(owner) ? enumName.slice(enumName.lastIndexOf(".") + 1) : enumName);
      return "s";
    case "integer":
      return schema.format === "int32" ? "i" : "l";
    case "number":
      return "d";
    case "boolean":
      return "b";
    case "array":
      return "[]" + typeOf(schema.items, owner, enumName);
    case "object":
      return schema.additionalProperties ? "{}" + typeOf(schema.additionalProperties, owner, enumName) : "a";
    default:
      return "a";
  }
}

const wanted = [];
const seen = new Set();
function reached(name) {
  if (!seen.has(name)) {
    seen.add(name);
    wanted.push(name);
  }
}

// ---- Go ------------------------------------------------------------------------------------------------

const modules = {
  "k8s.io/api": (rel) => rel.replaceAll("/", "."),
  "k8s.io/apimachinery": (rel) => rel.replace(/^pkg\/apis\//, "").replaceAll("/", "."),
  "k8s.io/apiextensions-apiserver": (rel) => rel.replace(/^pkg\/apis\//, "").replaceAll("/", "."),
};
function moduleFolder(module) {
  const name = module.slice("k8s.io/".length);
  const staged = path.join(source, "staging/src/k8s.io", name);
  if (fs.existsSync(staged)) return staged;
  const tag = /@v1(\.[\w.-]+)$/.exec(path.basename(path.resolve(source)))?.[1];
  return path.join(source, "..", `${name}@v0${tag}`);
}

const packages = {};
const lifecycles = [];
function readPackage(folder, module, rel) {
  const name = modules[module](rel);
  const result = (packages[name] = { types: new Set(), values: {}, structs: {}, group: undefined });
  for (const file of fs.readdirSync(folder).sort()) {
    if (!file.endsWith(".go") || file.endsWith("_test.go")) continue;
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    if (file === "register.go") result.group = /const GroupName = "([^"]*)"/.exec(text)?.[1];
    if (file === "zz_generated.prerelease-lifecycle.go") lifecycles.push([name, text]);
    if (file.startsWith("zz_") || file.startsWith("generated")) continue;
    const imports = {};
    for (const [, alias, target] of text.matchAll(/^\s*(?:import\s+)?(\w+)?\s*"(k8s\.io\/[^"]+)"/gm)) {
      const module = Object.keys(modules).find((module) => target.startsWith(module + "/"));
      if (module) imports[alias ?? path.basename(target)] = modules[module](target.slice(module.length + 1));
    }
    const qualified = (type) => (type.includes(".") ? `${imports[type.split(".")[0]]}.${type.split(".")[1]}` : `${name}.${type}`);
    for (const [, type] of text.matchAll(/^type (\w+) string\b/gm)) result.types.add(type);
    for (const [, type, value] of text.matchAll(/^\s*(?:const\s+)?\w+\s+(\w+)\s*=\s*"([^"]*)"/gm)) (result.values[type] ??= []).push(value);
    for (const [, type, value] of text.matchAll(/^\s*(?:const\s+)?\w+\s*=\s*(\w+)\("([^"]*)"\)/gm)) (result.values[type] ??= []).push(value);
    for (const [, struct, body] of text.matchAll(/^type (\w+) struct \{\n([\s\S]*?)^\}/gm)) {
      const fields = (result.structs[struct] = []);
      for (const line of body.split("\n")) {
        const inline = /^\t(?:\w+\s+)?([\w.]+)\s+`json:",inline/.exec(line);
        if (inline) fields.push({ inline: qualified(inline[1]) });
        const field = /^\t\w+\s+((?:\[\]|\*|map\[[\w.]+\])*)([\w.]+)\s+`json:"(\w+)/.exec(line);
        if (field) fields.push({ name: field[3], type: qualified(field[2]) });
      }
    }
  }
}
function readModule(module) {
  const folder = moduleFolder(module);
  (function walk(folder, rel) {
    const entries = fs.readdirSync(folder, { withFileTypes: true });
    if (rel && entries.some((entry) => entry.name.endsWith(".go"))) readPackage(folder, module, rel);
    for (const entry of entries) if (entry.isDirectory()) walk(path.join(folder, entry.name), rel ? `${rel}/${entry.name}` : entry.name);
  })(folder, "");
}
Object.keys(modules).forEach(readModule);

function goType(type, field) {
  const struct = packages[packageOf(type)]?.structs[type.slice(type.lastIndexOf(".") + 1)];
  for (const entry of struct ?? []) {
    if (entry.name === field) return entry.type;
    const inherited = entry.inline && goType(entry.inline, field);
    if (inherited) return inherited;
  }
}
const usedEnums = {};
function enumOf(type, field) {
  const own = fixed[`${type}.${field}`];
  if (own) {
    const name = `${packageOf(type)}.${type.slice(type.lastIndexOf(".") + 1)}_${field}`;
    usedEnums[name] = own;
    return name;
  }
  const name = goType(type, field);
  if (!name) return undefined;
  const bare = name.slice(name.lastIndexOf(".") + 1);
  const home = packages[packageOf(name)];
  const values = enums[name] ?? home?.values[bare];
  // Kinds of conditions are open, whatever constants there are.
  if (!home?.types.has(bare) || !values?.length || bare.endsWith("ConditionType")) return undefined;
  usedEnums[name] = values;
  return name;
}

// ---- Resources -----------------------------------------------------------------------------------------

const kinds = [];
const discovery = path.join(source, "api/discovery");
for (const file of fs.readdirSync(discovery).sort()) {
  const document = JSON.parse(fs.readFileSync(path.join(discovery, file), "utf8"));
  if (document.kind !== "APIResourceList") continue;
  for (const resource of document.resources.filter((resource) => !resource.name.includes("/"))) {
    const [group, groupVersion] = document.groupVersion.includes("/") ? document.groupVersion.split("/") : ["", document.groupVersion];
    const type = Object.keys(schemas).find((name) =>
      (schemas[name]["x-kubernetes-group-version-kind"] ?? []).length === 1 &&
      schemas[name]["x-kubernetes-group-version-kind"].some((gvk) => gvk.group === group && gvk.version === groupVersion && gvk.kind === resource.kind));
    if (!type) throw new Error(`no type for ${document.groupVersion} ${resource.kind}`);
    reached(type);
    kinds.push([
      "K", document.groupVersion, resource.kind, resource.name, resource.singularName,
      resource.namespaced ? "N" : "C", type, resource.shortNames?.join(",") ?? "-", resource.categories?.join(",") ?? "-",
    ].join(" "));
  }
}

// ---- Lives of versions -----------------------------------------------------------------------------------

const lives = {};
for (const [name, text] of lifecycles) {
  const home = packages[name];
  if (home.group === undefined) continue;
  const apiVersion = (home.group ? home.group + "/" : "") + name.slice(name.lastIndexOf(".") + 1);
  const facts = {};
  for (const [, kind, what, body] of text.matchAll(/^func \(in \*(\w+)\) APILifecycle(\w+)\(\).*\{\n([\s\S]*?)^\}/gm)) (facts[kind] ??= {})[what] = body;
  for (const [kind, fact] of Object.entries(facts)) {
    if (kind.endsWith("List") || kind.endsWith("Options")) continue;
    const number = (body) => /return (\d+), (\d+)/.exec(body ?? "")?.slice(1).join(".") ?? "-";
    const to = /Group: "([^"]*)", Version: "([^"]*)", Kind: "([^"]*)"/.exec(fact.Replacement ?? "");
    // What becomes deprecated only in a later release is of no interest yet.
    const minor = (text) => Number(text.split(".")[1]);
    const deprecated = number(fact.Deprecated);
    if (deprecated === "-" || minor(deprecated) > minor(release)) continue;
    lives[`${apiVersion} ${kind}`] = [deprecated, number(fact.Removed), to ? (to[1] ? `${to[1]}/${to[2]}` : to[2]) : "-", to ? to[3] : "-"];
  }
}
for (const [apiVersion, kind, removed, toVersion = "-", toKind = "-"] of gone) lives[`${apiVersion} ${kind}`] ??= ["-", removed, toVersion, toKind];
for (const [apiVersion, kind, deprecated, toVersion = "-", toKind = "-"] of outdated) lives[`${apiVersion} ${kind}`] ??= [deprecated, "-", toVersion, toKind];

// The replacement that helps today: the end of the chain, else the stable version of the same kind.
const served = new Set(kinds.map((line) => line.split(" ").slice(1, 3).join(" ")));
for (const [key, life] of Object.entries(lives)) {
  const [apiVersion, kind] = key.split(" ");
  life[3] = life[3].replace(/List$/, "");
  for (let next = `${life[2]} ${life[3]}`; !served.has(next) && lives[next]; next = `${life[2]} ${life[3]}`) [life[2], life[3]] = lives[next].slice(2);
  if (!served.has(`${life[2]} ${life[3]}`)) {
    const group = apiVersion.includes("/") ? apiVersion.split("/")[0] + "/" : "";
    const stable = [...served].find((other) => other === `${group}v1 ${kind}`);
    [life[2], life[3]] = stable && stable !== key ? stable.split(" ") : ["-", "-"];
  }
}

// ---- Output --------------------------------------------------------------------------------------------

const types = {};
const docs = {};
while (wanted.length > 0) {
  const name = wanted.pop();
  const schema = schemas[name];
  docs[name] = { "": schema.description, ...Object.fromEntries(Object.entries(schema.properties).map(([field, property]) => [field, property.description])) };
  types[name] = Object.keys(schema.properties).sort().map((field) => {
    const property = schema.properties[field];
    const required = schema.required?.includes(field) && !optional.has(`${name}.${field}`);
    const words = [`.${field}${required ? "!" : ""}`, typeOf(property, name, enumOf(name, field))];
    // Defaults of Go's zero value come from fields without pointers and mean nothing.
    const value = property.default;
    if (value !== undefined && value !== "" && value !== 0 && value !== false && JSON.stringify(value) !== "{}") {
      if (/\s/.test(JSON.stringify(value))) throw new Error(`a default with a space: ${name}.${field}`);
      words.push(`d=${JSON.stringify(value)}`);
    }
    const list = property["x-kubernetes-list-type"];
    if (list === "map") words.push(`l=map:${property["x-kubernetes-list-map-keys"].join(",")}`);
    if (list === "set") words.push("l=set");
    const strategy = property["x-kubernetes-patch-strategy"];
    const key = property["x-kubernetes-patch-merge-key"];
    if (strategy || key) words.push(`p=${strategy ?? ""}${key ? `:${key}` : ""}`);
    return words.join(" ");
  });
}
for (const place of [...optional, ...Object.keys(fixed)]) {
  const [type, field] = [packageOf(place), place.slice(place.lastIndexOf(".") + 1)];
  if (!schemas[type]?.properties?.[field]) throw new Error(`${place} is no field`);
}
for (const name of open) if (!usedEnums[name]) console.error(`note: no field uses the open enum ${name}`);

const lines = ["drydock-schema 1", `kubernetes ${release}`];
for (const name of Object.keys(usedEnums).sort()) {
  const values = [...new Set(usedEnums[name])].filter(Boolean).sort();
  lines.push(`E ${name}${open.has(name) ? "?" : ""} ${values.join("|")}`);
}
for (const name of Object.keys(types).sort()) lines.push(`T ${name}`, ...types[name]);
lines.push(...kinds.sort());
for (const key of Object.keys(lives).sort()) lines.push(`L ${key} ${lives[key].join(" ")}`);
const text = lines.join("\n") + "\n";

const texts = [];
const numbers = new Map();
const number = (text) => {
  if (!numbers.has(text)) {
    numbers.set(text, texts.length);
    texts.push(text);
  }
  return numbers.get(text);
};
const documentation = {
  notice: `Documentation of the Kubernetes API ${release}, from the OpenAPI documents of https://github.com/kubernetes/kubernetes. Copyright The Kubernetes Authors. Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0`,
  kubernetes: release,
  types: Object.fromEntries(Object.keys(docs).sort().map((name) => [name,
    Object.fromEntries(Object.entries(docs[name]).filter(([, text]) => text).map(([field, text]) => [field, number(text)]))])),
  texts,
};

function write(file, text) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
  const compressed = zlib.brotliCompressSync(text, { params: { [zlib.constants.BROTLI_PARAM_LGWIN]: 22 } }).length;
  console.log(`${file}: ${text.length} bytes, ${compressed} brotli`);
}
write("core/data/schema.txt", text);
write("static/docs/fields.json", JSON.stringify(documentation));
console.log(`${Object.keys(types).length} types, ${kinds.length} resources, ${Object.keys(lives).length} lives`);
