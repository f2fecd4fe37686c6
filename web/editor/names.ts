// Names of files: relative paths with `/`, unique in the workspace.

// The name as it is kept, or what is wrong with it.
export function checkName(wanted: string, taken: readonly string[]): { name: string } | { refusal: string } {
  const name = tidyName(wanted);
  if (name === "") return { refusal: "A file needs a name" };
  if (name.length > 200) return { refusal: "This name is longer than 200 characters" };
  if (taken.includes(name)) return { refusal: `There is already a file named ${name}` };
  return { name };
}

// Without control characters, blanks at the ends, doubled or leading slashes and steps upwards.
export function tidyName(wanted: string): string {
  return wanted
    .replace(/[\u0000-\u001f\u007f]/g, "")
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
}

// `app.yaml`, or `app-2.yaml` where that is taken, and so on.
export function freeName(wanted: string, taken: readonly string[]): string {
  const name = tidyName(wanted) || "untitled.yaml";
  if (!taken.includes(name)) return name;
  const dot = name.lastIndexOf(".");
  const cut = dot > name.lastIndexOf("/") + 1 ? dot : name.length;
  for (let number = 2; ; number += 1) {
    const candidate = `${name.slice(0, cut)}-${number}${name.slice(cut)}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
