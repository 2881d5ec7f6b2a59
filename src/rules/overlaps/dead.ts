import { bornMs } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import type { RuleStatistics } from "../rule.ts";
import type { Finding } from "./finding.ts";
import { cannotMatch, named, type StudiedRule, type Study } from "./study.ts";

const DAY_MS = 86_400_000;

/**
 * Enabled rules that no record hit for so many days, and that are older than that by the time their id was made at;
 * and rules whose condition no record can meet, whatever their age. When a rule was last changed is not known here.
 */
export function dead(
  { rules }: Study,
  statistics: readonly RuleStatistics[],
  { now, days }: { readonly now: Instant; readonly days: number },
): readonly Finding[] {
  const since = plusMs(now, -days * DAY_MS);
  const byRule = new Map(statistics.map((one) => [one.ruleId, one]));
  return rules.flatMap((one) => {
    const { hits, lastHitAt } = byRule.get(one.rule.id) ??
      { hits: 0, lastHitAt: null };
    const never = cannotMatch(one);
    if (!never && !isIdle(one, lastHitAt, since)) return [];
    return {
      kind: "dead",
      proof: "proven",
      ruleIds: [one.rule.id],
      because: never
        ? `No record can meet the condition of ${named(one)}.`
        : `No record hit ${named(one)} in the last ${days} days.`,
      witness: null,
      figures: { days, hits, last_hit_at: lastHitAt, can_never_match: never },
    };
  });
}

function isIdle(
  { rule }: StudiedRule,
  lastHitAt: Instant | null,
  since: Instant,
): boolean {
  const born = bornMs(rule.id);
  return born !== null && born < Date.parse(since) &&
    (lastHitAt === null || lastHitAt < since);
}
