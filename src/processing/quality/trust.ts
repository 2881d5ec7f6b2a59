import type { Instant } from "../../kernel/instant.ts";
import type { MachineSource } from "../proposal_outcome.ts";

/** Of what one source settled, how many were audited since some instant, and how many of these were wrong. */
export interface AuditedCount {
  readonly source: MachineSource;
  readonly audited: number;
  readonly wrong: number;
}

/** That a source was found to be right less often than promised. */
export interface SourceTrust {
  readonly source: MachineSource;
  /** What was judged before this no longer counts as evidence for the source; null: all counts. */
  readonly distrustedBefore: Instant | null;
  /** When that was found last. */
  readonly droppedAt: Instant;
}

/** Of what was judged of a source's proposals, what still counts as evidence for it. */
export function trusted<T extends { readonly at: Instant }>(
  source: MachineSource,
  judged: readonly T[],
  trust: readonly SourceTrust[],
): readonly T[] {
  const from = trust.find((one) => one.source === source)?.distrustedBefore;
  return from ? judged.filter(({ at }) => at >= from) : judged;
}
