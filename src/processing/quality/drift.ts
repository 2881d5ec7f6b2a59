import { plusMs } from "../../kernel/instant.ts";
import type { Instant } from "../../kernel/instant.ts";
import { binomialAtMost } from "./binomial.ts";
import type { AuditedCount } from "./trust.ts";

/** How far back audits are looked at, and for how long a drop is told once. */
const DRIFT_DAYS = 30;

/** A source whose precision is kept has so many wrong audits by chance less often than this. */
const CHANCE = 0.05;

/** One may be a slip and two the same odd supplier: fewer are no trend, however strict the target. */
const WRONG_MIN = 3;

/** From when on audits are looked at. */
export function driftSince(now: Instant): Instant {
  return plusMs(now, -DRIFT_DAYS * 24 * 60 * 60 * 1_000);
}

/** The counts that a precision of `target` does not explain: P(Bin(audited, 1 - target) >= wrong) < 0.05. */
export function precisionDrops(
  counts: readonly AuditedCount[],
  target: number,
): readonly AuditedCount[] {
  return counts.filter(({ audited, wrong }) =>
    wrong >= WRONG_MIN &&
    1 - binomialAtMost(wrong - 1, audited, 1 - target) < CHANCE
  );
}
