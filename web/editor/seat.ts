// Which saved workspace belongs to this tab. A tab remembers its own across reloads (sessionStorage), holds a
// lock on it while it is open, and a new tab takes over the latest one that no open tab holds.
//
// "Duplicate tab" copies sessionStorage: without the lock, two tabs would write one workspace over one another.

const KEY = "drydock.workspace";

export function remembered(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function remember(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // The tab then begins with a copy of the latest workspace after a reload: nothing is lost.
  }
}

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join("");
}

// Takes the seat until the page goes; `false` when another tab has it. After a reload the lock of the page
// that just went may linger for a moment, so a tab waits a little for what it knows to be its own.
export async function take(id: string, patience: number): Promise<boolean> {
  if (typeof navigator === "undefined" || !navigator.locks) return patience > 0;
  for (let tries = 0; ; tries += 1) {
    const taken = await new Promise<boolean>((resolve) => {
      navigator.locks
        .request(`drydock.${id}`, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          // Held for as long as the page lives.
          return lock === null ? undefined : new Promise<void>(() => {});
        })
        .catch(() => resolve(patience > 0));
    });
    if (taken || tries >= patience) return taken;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
