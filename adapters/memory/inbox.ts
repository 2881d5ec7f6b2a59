import type { Clock } from "../../ports/clock.ts";
import type { Claim, Inbox } from "../../ports/inbox.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** A tenant's claims. Units run one after another, so a claim never meets an unfinished one. */
export function inbox(
  { inbox: rows }: Shelf,
  clock: Clock,
  journal: Journal,
): Inbox {
  return {
    claim: (key, fingerprint) =>
      Promise.try((): Claim => {
        const kept = rows.get(key);
        if (!kept) {
          journal.set(rows, key, {
            fingerprint,
            answer: null,
            claimedAt: clock.now(),
          });
          return { kind: "first" };
        }
        return kept.fingerprint === fingerprint
          ? { kind: "repeat", answer: kept.answer }
          : { kind: "reused" };
      }),
    keep: (key, answer) =>
      Promise.try(() => {
        const kept = rows.get(key);
        if (!kept) throw new Error(`${key} was never claimed`);
        journal.set(rows, key, { ...kept, answer });
      }),
  };
}
