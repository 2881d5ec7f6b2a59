import type { RuleId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Rule, RuleSet, RuleStatistics } from "../src/rules/rule.ts";

/** A rule as it was in the sets from one on, and before another. */
export interface RuleVersion {
  readonly rule: Rule;
  readonly setFrom: number;
  readonly setAt: Instant;
  /** Null: it is in force. */
  readonly setTo: number | null;
}

export interface Rules {
  /** The rule set in force; version 0 and empty before the first rule. */
  current(): Promise<RuleSet>;
  /** The rule set as it was at `version`; undefined for a version that never was. */
  at(version: number): Promise<RuleSet | undefined>;
  /** The version of the rule set that was in force at `instant`: the last one set until then, 0 before the first. */
  versionAt(instant: Instant): Promise<number>;
  /** Every version of one rule, the latest first, with the sets that it stood in; empty for a rule that never was. */
  history(id: RuleId): Promise<readonly RuleVersion[]>;
  /** Puts `after` in force. `after.version` is `before.version + 1`; when `before` is no longer in force the unit of work starts over. */
  replace(before: RuleSet, after: RuleSet, now: Instant): Promise<void>;
  /** Adds to the rules' hit counts. */
  countHits(
    hits: ReadonlyMap<RuleId, number>,
    now: Instant,
  ): Promise<void>;
  /** Of every rule that ever hit, or of those of `ids`. */
  statistics(ids?: readonly RuleId[]): Promise<readonly RuleStatistics[]>;
}
