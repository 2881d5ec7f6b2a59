import type { Rules } from "../../ports/rules.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { StaleVersion } from "./stale_version.ts";

/** A tenant's rule sets by version (0, 1, 2 … without a gap), and how often each rule hit. */
export function rules(
  { ruleSets, ruleHits }: Shelf,
  journal: Journal,
): Rules {
  const current = () => ruleSets.get(ruleSets.size - 1)!;
  return {
    current: () => Promise.resolve(current()),
    at: (version) => Promise.resolve(ruleSets.get(version)),
    replace: (before, after) =>
      Promise.try(() => {
        if (before.version !== current().version) {
          throw new StaleVersion("the rules were changed in the meantime");
        }
        if (after.version !== before.version + 1) {
          throw new Error(`${after.version} does not follow ${before.version}`);
        }
        journal.set(ruleSets, after.version, after);
      }),
    countHits: (hits, now) =>
      Promise.try(() => {
        for (const [ruleId, count] of hits) {
          const before = ruleHits.get(ruleId)?.hits ?? 0;
          journal.set(ruleHits, ruleId, {
            ruleId,
            hits: before + count,
            lastHitAt: now,
          });
        }
      }),
    statistics: () => Promise.resolve([...ruleHits.values()]),
  };
}
