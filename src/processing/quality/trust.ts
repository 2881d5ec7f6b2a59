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
