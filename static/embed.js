// <drydock-playground>: a living picture of Kubernetes manifests in any page.
//
//   <script async src="https://SITE/embed.js"></script>
//   <drydock-playground view="map" height="420" readonly><pre>…manifests…</pre></drydock-playground>
//
// The manifests stand in <pre>, which is what readers without scripts see, or in
// <script type="application/yaml">; `name` on either is the file's name. `src` names a text of Drydock's own
// site instead. Attributes: src view moment select step theme readonly height poster. Events: ready changed
// problems moment select error. Methods: set(state), get(), export(format).
//
// The playground is a frame of Drydock's site. It loads when it comes into view, and neither reads nor writes
// what the visitor has saved there.
//
// It is a plain script: browsers refuse modules of another origin unless its server allows them in a header, and
// most servers of plain files send none. As a module it works where they do.

{
  const SITE = new URL("./", (document.currentScript ?? document.querySelector('script[src$="/embed.js"]')).src);
  const EVENTS = new Set(["ready", "changed", "problems", "moment", "select", "error"]);
  const STATE = ["view", "moment", "select", "step", "theme"];

  const STYLE = `
    :host { display: block; box-sizing: border-box; position: relative; overflow: hidden; border: 1px solid #8886; border-radius: 8px; }
    :host([hidden]) { display: none; }
    iframe, .before { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
    .before { overflow: auto; box-sizing: border-box; }
    .before img { width: 100%; height: 100%; object-fit: contain; }
    iframe { opacity: 0; }
    :host([data-ready]) iframe { opacity: 1; }
    :host([data-ready]) .before { visibility: hidden; }
  `;

  class DrydockPlayground extends HTMLElement {
    static observedAttributes = [...STATE, "readonly", "height", "poster", "src"];

    #frame = null;
    #ready = false;
    #files = null;
    #questions = new Map();
    #lastQuestion = 0;
    #observer = null;
    #hear = (event) => this.#take(event);

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = `<style>${STYLE}</style><div class="before" part="before"><slot></slot></div>`;
    }

    connectedCallback() {
      this.#size();
      this.#poster();
      addEventListener("message", this.#hear);
      this.#observer = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#load();
      }, { rootMargin: "200px" });
      this.#observer.observe(this);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#observer?.disconnect();
      this.#drop();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || !this.isConnected) return;
      if (name === "height") this.#size();
      else if (name === "poster") this.#poster();
      else if (name === "src") this.#reload();
      else if (name === "readonly") this.#send({ readonly: now !== null });
      else this.#send({ [name]: now ?? "" });
    }

    /** Shows something else: `{files: [{name, text}], view, moment, select, step, theme, readonly}`, each optional. */
    set(state) {
      if (state.files) this.#files = state.files;
      this.#send(state);
    }

    /** Resolves to the files as they are now. */
    get() {
      return this.#ask("drydock:get", {}).then((answer) => answer.files);
    }

    /** Resolves to the picture: as a text, for "png" as a data: address. */
    export(format) {
      return this.#ask("drydock:export", { format }).then((answer) => answer.text);
    }

    #size() {
      const height = this.getAttribute("height") ?? "";
      this.style.height = /^\d+(\.\d+)?$/.test(height) ? `${height}px` : height || "420px";
    }

    #poster() {
      const before = this.shadowRoot.querySelector(".before");
      const poster = this.getAttribute("poster");
      before.replaceChildren(document.createElement(poster ? "img" : "slot"));
      if (poster) Object.assign(before.firstChild, { src: poster, alt: "" });
    }

    #load() {
      // While the page is still being read the manifests may not all be there.
      if (document.readyState === "loading") {
        addEventListener("DOMContentLoaded", () => this.#load(), { once: true });
        return;
      }
      if (this.#frame || !this.isConnected) return;
      this.#observer?.disconnect();
      this.#files ??= this.#inlineFiles();
      const address = new URL("./", SITE);
      address.searchParams.set("embed", "1");
      address.searchParams.set("origin", window.origin);
      const source = this.getAttribute("src");
      if (source && !this.#files) address.hash = `url=${encodeURIComponent(source)}`;
      this.#frame = document.createElement("iframe");
      this.#frame.title = this.getAttribute("aria-label") ?? this.title ?? "";
      this.#frame.title ||= "Drydock: Kubernetes manifests as a picture";
      this.#frame.allow = "clipboard-write; fullscreen";
      this.#frame.src = address.href;
      this.shadowRoot.append(this.#frame);
    }

    #reload() {
      if (!this.#frame) return;
      this.#files = null;
      this.#drop();
      this.#load();
    }

    #drop() {
      this.#frame?.remove();
      this.#frame = null;
      this.#ready = false;
      this.removeAttribute("data-ready");
      for (const { fail } of this.#questions.values()) fail(new Error("The playground was taken out of the page."));
      this.#questions.clear();
    }

    #inlineFiles() {
      const parts = [...this.querySelectorAll(':scope > script[type="application/yaml"], :scope > pre')];
      if (parts.length === 0) return null;
      return parts.map((part, index) => ({
        name: part.getAttribute("name") ?? (index === 0 ? "manifest.yaml" : `manifest-${index + 1}.yaml`),
        text: part.textContent.replace(/^\s*\n/, ""),
      }));
    }

    #state() {
      const state = { readonly: this.hasAttribute("readonly") };
      for (const name of STATE) if (this.hasAttribute(name)) state[name] = this.getAttribute(name);
      if (this.#files) state.files = this.#files;
      return state;
    }

    #send(state) {
      // Before the playground listens there is nothing to tell: it gets everything when it does.
      if (this.#ready) this.#post({ type: "drydock:set", ...state });
    }

    #post(message) {
      this.#frame.contentWindow.postMessage(message, SITE.origin === "null" ? "*" : SITE.origin);
    }

    #ask(type, more) {
      if (!this.#ready) return Promise.reject(new Error("The playground is not ready yet: wait for its event `ready`."));
      const id = ++this.#lastQuestion;
      return new Promise((done, fail) => {
        this.#questions.set(id, { done, fail });
        this.#post({ type, id, ...more });
      });
    }

    #take({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== SITE.origin) return;
      if (typeof data?.type !== "string" || !data.type.startsWith("drydock:")) return;
      const { type, ...detail } = data;
      const name = type.slice("drydock:".length);
      if (name === "ready") {
        this.#ready = true;
        this.setAttribute("data-ready", "");
        this.#send(this.#state());
      }
      if (name === "changed") this.#files = detail.files;
      const question = this.#questions.get(detail.id);
      if (question && (name === "result" || name === "error")) {
        this.#questions.delete(detail.id);
        if (name === "result") question.done(detail);
        else question.fail(new Error(detail.message));
      } else if (EVENTS.has(name)) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
      }
    }
  }

  // A page may hold the script twice, as when two examples were copied into it.
  if (!customElements.get("drydock-playground")) customElements.define("drydock-playground", DrydockPlayground);
}
