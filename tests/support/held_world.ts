import type { World } from "../../adapters/client/world.ts";

/** A client's time, which passes only by its own waits and by `pass`. */
export interface HeldWorld extends World {
  /** How long it waited, in order. */
  readonly waits: readonly number[];
  pass(ms: number): void;
}

/** `random`: what chance says each time. */
export function heldWorld(random = 0.5): HeldWorld {
  let now = 0;
  const waits: number[] = [];
  const timers = new Set<{ readonly at: number; readonly act: () => void }>();
  const pass = (ms: number) => {
    now += ms;
    for (const timer of timers) {
      if (timer.at > now) continue;
      timers.delete(timer);
      timer.act();
    }
  };
  return {
    waits,
    pass,
    now: () => now,
    random: () => random,
    after(ms, act) {
      const timer = { at: now + ms, act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      waits.push(ms);
      pass(ms);
      // Let others have their turn, as a wait does.
      await Promise.resolve();
    },
  };
}
