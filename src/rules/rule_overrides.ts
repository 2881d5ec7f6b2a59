import type { Fact } from "../events/fact.ts";
import type { RuleId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { RuleHit } from "./overridden_rule.ts";
import type { Rule } from "./rule.ts";

/** How often people changed what a rule had set. */
export interface RuleOverrides {
  /** The rule's. */
  readonly id: RuleId;
  readonly version: number;
  /** The version of the rule that the marks are about. */
  readonly ruleVersion: number;
  /** Of every version of the rule. */
  readonly total: number;
  /** The rule's hit count at each of the latest overrides, as many as undoing the last of them may need. */
  readonly marks: readonly number[];
  /** When this version of the rule was overridden too often; null while it was not. */
  readonly flaggedAt: Instant | null;
}

/**
 * A rule is flagged that was overridden so often while it hit its last `FLAG_HITS` records. One override may be a
 * slip and two the same odd supplier; the third is a pattern.
 */
export const FLAG_OVERRIDES = 3;
/**
 * 3 of 20 is 15 %: a rule settles without asking, so it should be right far more often than that. Twenty are few enough
 * that a rule that went wrong lately is not covered by years in which it was right.
 */
export const FLAG_HITS = 20;

/** How many marks are kept: a flag looks at three, and an undo of the others needs those before. */
const MARKS_KEPT = 100;

/** What is known of the rules that were overridden, as of now. */
export interface OverriddenRules {
  readonly inForce: ReadonlyMap<RuleId, Pick<Rule, "version">>;
  readonly hits: ReadonlyMap<RuleId, number>;
  readonly kept: ReadonlyMap<RuleId, RuleOverrides>;
}

/**
 * Counts overrides, each given once, and flags the rules that were overridden too often, once per version of a rule.
 * An override of a version that is no longer in force adds to the total alone.
 */
export function noteOverrides(
  overridden: readonly RuleHit[],
  rules: OverriddenRules,
  now: Instant,
): {
  readonly overrides: readonly RuleOverrides[];
  readonly facts: readonly Fact[];
} {
  const byRule = Map.groupBy(overridden, ({ rule_id }) => rule_id);
  const overrides = [...byRule].map(([id, hits]) =>
    counted(id, hits, rules, now)
  );
  const flagged = overrides.filter((after) => {
    const before = rules.kept.get(after.id);
    const wasFlagged = flaggedAt({ version: after.ruleVersion }, before);
    return after.flaggedAt !== null && wasFlagged === null;
  });
  return {
    overrides,
    facts: flagged.map(({ id, ruleVersion, total }) => ({
      type: "RULE_FLAGGED",
      payload: {
        rule_id: id,
        rule_version: ruleVersion,
        overridden: total,
        hits: rules.hits.get(id) ?? 0,
      },
    })),
  };
}

function counted(
  id: RuleId,
  overridden: readonly RuleHit[],
  { inForce, hits, kept }: OverriddenRules,
  now: Instant,
): RuleOverrides {
  const before = kept.get(id);
  const total = (before?.total ?? 0) + overridden.length;
  const version = before?.version ?? 1;
  const rule = inForce.get(id);
  if (!rule) {
    const { ruleVersion = overridden[0]!.version, marks = [] } = before ?? {};
    const at = before?.flaggedAt ?? null;
    return { id, version, ruleVersion, total, marks, flaggedAt: at };
  }
  const hitCount = hits.get(id) ?? 0;
  const isSame = before?.ruleVersion === rule.version;
  const newMarks = overridden.filter((one) => one.version === rule.version)
    .map(() => hitCount);
  const marks = [...isSame ? before.marks : [], ...newMarks]
    .slice(-MARKS_KEPT);
  const isFlagged = newMarks.length > 0 && isTooOften(marks, hitCount);
  return {
    id,
    version,
    ruleVersion: rule.version,
    total,
    marks,
    flaggedAt: flaggedAt(rule, before) ?? (isFlagged ? now : null),
  };
}

/** An override comes after the hit that it is about, so the hit at the first mark is one of the last too. */
function isTooOften(marks: readonly number[], hitCount: number): boolean {
  const first = marks.at(-FLAG_OVERRIDES);
  return first !== undefined && hitCount - first < FLAG_HITS;
}

/** An override that is taken back: of which version, and its mark; null where it left none. */
export interface TakenOverride {
  readonly ruleVersion: number;
  readonly mark: number | null;
}

/** What is known of a rule without these overrides; a flag that the others would not have raised goes too. */
export function withoutOverrides(
  overrides: RuleOverrides,
  taken: readonly TakenOverride[],
): RuleOverrides {
  const marks = [...overrides.marks];
  for (const { ruleVersion, mark } of taken) {
    if (mark === null || ruleVersion !== overrides.ruleVersion) continue;
    const place = marks.lastIndexOf(mark);
    if (place >= 0) marks.splice(place, 1);
  }
  const isFlagged = marks.some((mark, i) =>
    isTooOften(marks.slice(0, i + 1), mark)
  );
  return {
    ...overrides,
    total: overrides.total - taken.length,
    marks,
    flaggedAt: isFlagged ? overrides.flaggedAt : null,
  };
}

/** When the rule, as it is now, was flagged; null where it was not, or was changed since. */
export function flaggedAt(
  { version }: Pick<Rule, "version">,
  overrides: RuleOverrides | undefined,
): Instant | null {
  return overrides?.ruleVersion === version ? overrides.flaggedAt : null;
}
