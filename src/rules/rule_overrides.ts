import type { RuleId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** How often people changed what a rule had set. */
export interface RuleOverrides {
  /** The rule's. */
  readonly id: RuleId;
  readonly version: number;
  /** The version of the rule that the marks are about. */
  readonly ruleVersion: number;
  /** Of every version of the rule. */
  readonly total: number;
  /** The rule's hit count at each of the latest overrides. */
  readonly marks: readonly number[];
  /** When this version of the rule was overridden too often; null while it was not. */
  readonly flaggedAt: Instant | null;
}
