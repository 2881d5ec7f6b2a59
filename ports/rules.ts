import type { RuleId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { RuleSet, RuleStatistics } from "../src/rules/rule.ts";

export interface Rules {
  /** The rule set in force; version 0 and empty before the first rule. */
  current(): Promise<RuleSet>;
  /** The rule set as it was at `version`; undefined for a version that never was. */
  at(version: number): Promise<RuleSet | undefined>;
  /** Puts `after` in force. `after.version` is `before.version + 1`; when `before` is no longer in force the unit of work starts over. */
  replace(before: RuleSet, after: RuleSet, now: Instant): Promise<void>;
  /** Adds to the rules' hit counts. */
  countHits(
    hits: ReadonlyMap<RuleId, number>,
    now: Instant,
  ): Promise<void>;
  /** Of every rule that ever hit. */
  statistics(): Promise<readonly RuleStatistics[]>;
}
