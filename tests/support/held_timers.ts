interface Held {
  readonly ms: number;
  readonly ring: () => void;
}

/** Timers of this isolate that ring when a test says so, until `release`. */
export function holdTimers() {
  const { setTimeout, clearTimeout } = globalThis;
  const held = new Map<number, Held>();
  let count = 0;
  Object.assign(globalThis, {
    setTimeout(ring: () => void, ms = 0) {
      held.set(++count, { ms, ring });
      return count;
    },
    clearTimeout: (id: number) => void held.delete(id),
  });
  return {
    /** After how long those ring that wait, the soonest first. */
    waiting: () => [...held.values()].map(({ ms }) => ms).sort((a, b) => a - b),
    /** Has the one ring that waits for so long. */
    ring(ms: number): void {
      const found = [...held].find(([, one]) => one.ms === ms);
      if (!found) throw new Error(`nothing waits for ${ms} ms`);
      const [id, one] = found;
      held.delete(id);
      one.ring();
    },
    release: () => void Object.assign(globalThis, { setTimeout, clearTimeout }),
  };
}
