import type { Clock } from "../../ports/clock.ts";
import { IdentityDown } from "../../ports/identity.ts";

/** Finds the public key by which a token was signed. */
export interface SigningKeys {
  /** Null: there is none. Throws `IdentityDown` where that cannot be told. */
  find(kid: string | undefined): Promise<JsonWebKey | string | null>;
}

/** The one key that was configured, whatever the token calls it. */
export function fixedKey(pem: string): SigningKeys {
  return { find: () => Promise.resolve(pem) };
}

/** How old keys may be before they are fetched again, and how often that is tried. */
export interface KeyTimes {
  /** After which keys are fetched again. */
  readonly freshMs: number;
  /** For which they are used while they cannot be fetched. */
  readonly keptMs: number;
  /** Between two fetches for unknown keys, and after one that failed. */
  readonly cooldownMs: number;
}

/** A rotated-out key is refused within five minutes; an outage of an hour locks nobody out; a flood of made-up key ids costs two fetches a minute. */
export const KEY_TIMES: KeyTimes = {
  freshMs: 5 * 60_000,
  keptMs: 60 * 60_000,
  cooldownMs: 30_000,
};

/** Keys that are fetched when they are needed, once for all who need them at the same time, and kept. */
export function fetchedKeys({ fetch, clock, times = KEY_TIMES }: {
  /** The keys by id; throws where they cannot be had. */
  readonly fetch: () => Promise<ReadonlyMap<string, JsonWebKey>>;
  readonly clock: Clock;
  readonly times?: KeyTimes;
}): SigningKeys {
  let keys: ReadonlyMap<string, JsonWebKey> = new Map();
  let fetchedAt = -Infinity;
  let missedAt = -Infinity;
  let failed: { readonly at: number; readonly error: unknown } | null = null;
  let running: Promise<void> | null = null;

  const nowMs = () => Date.parse(clock.now());
  const isWithin = (at: number, ms: number) => nowMs() - at < ms;

  /** Fetches, or waits for who does; not soon after a failure. */
  function refresh(): Promise<void> {
    if (running) return running;
    if (failed && isWithin(failed.at, times.cooldownMs)) {
      return Promise.resolve();
    }
    running = fetch().then((fetched) => {
      [keys, fetchedAt, failed] = [fetched, nowMs(), null];
    }).catch((error: unknown) => {
      failed = { at: nowMs(), error };
    }).finally(() => {
      running = null;
    });
    return running;
  }

  return {
    async find(kid) {
      if (kid === undefined) return null;
      if (!isWithin(fetchedAt, times.freshMs)) await refresh();
      else if (!keys.has(kid)) {
        // Who comes while it is fetched for another one waits too: that is no further fetch.
        if (!running && isWithin(missedAt, times.cooldownMs)) return null;
        missedAt = nowMs();
        await refresh();
      }
      if (failed && !isWithin(fetchedAt, times.keptMs)) keys = new Map();
      const key = keys.get(kid);
      if (!key && failed) throw new IdentityDown(failed.error);
      return key ?? null;
    },
  };
}
