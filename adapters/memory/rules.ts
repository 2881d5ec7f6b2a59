import type { Rules, RuleVersion } from "../../ports/rules.ts";
import { present } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { StaleVersion } from "./stale_version.ts";

/** A tenant's rule sets by version (0, 1, 2 … without a gap), and how often each rule hit. */
export function rules(
  { ruleSets, ruleSetTimes, ruleHits }: Shelf,
  journal: Journal,
): Rules {
  const current = () => ruleSets.get(ruleSets.size - 1)!;
  return {
    current: () => Promise.resolve(current()),
    at: (version) => Promise.resolve(ruleSets.get(version)),
    versionAt: (instant) =>
      Promise.resolve(
        [...ruleSetTimes].filter(([, at]) => at <= instant).length,
      ),
    history: (id) =>
      Promise.try(() => {
        const versions: RuleVersion[] = [];
        for (const { version, rules } of ruleSets.values()) {
          const rule = rules.find((one) => one.id === id);
          const last = versions.at(-1);
          if (last?.rule.version === rule?.version && last?.setTo === null) {
            continue;
          }
          if (last?.setTo === null) {
            versions.splice(-1, 1, { ...last, setTo: version });
          }
          if (!rule) continue;
          const setAt = ruleSetTimes.get(version)!;
          versions.push({ rule, setFrom: version, setAt, setTo: null });
        }
        return versions.reverse();
      }),
    replace: (before, after, now) =>
      Promise.try(() => {
        if (before.version !== current().version) {
          throw new StaleVersion("the rules were changed in the meantime");
        }
        if (after.version !== before.version + 1) {
          throw new Error(`${after.version} does not follow ${before.version}`);
        }
        journal.set(ruleSets, after.version, after);
        journal.set(ruleSetTimes, after.version, now);
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
    statistics: (ids) =>
      Promise.resolve(
        ids ? present(ruleHits, ids) : [...ruleHits.values()],
      ),
  };
}
