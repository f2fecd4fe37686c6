// The documentation of fields, a file of its own that is fetched when the first text of it is needed.

export class Documentation {
  #address: string;
  #texts: Promise<Record<string, string>> | null = null;

  constructor(address: string) {
    this.#address = address;
  }

  // The text, or nothing when there is none or it cannot be had (offline before the first use).
  async text(id: string): Promise<string> {
    if (id === "" || this.#address === "") return "";
    this.#texts ??= this.#fetch();
    const texts = await this.#texts;
    const text = Object.hasOwn(texts, id) ? texts[id] : "";
    return typeof text === "string" ? text : "";
  }

  async #fetch(): Promise<Record<string, string>> {
    try {
      const answer = await fetch(new URL(this.#address, document.baseURI));
      if (answer.ok) return (await answer.json()) as Record<string, string>;
    } catch {
      // Tried again at the next question.
    }
    this.#texts = null;
    return {};
  }
}
