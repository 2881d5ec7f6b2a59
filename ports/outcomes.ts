import type { RecordId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type {
  MachineSource,
  ProposalOutcome,
} from "../src/processing/proposal_outcome.ts";
import type {
  AuditedCount,
  SourceTrust,
} from "../src/processing/quality/trust.ts";

/** What people said about what was proposed, and how far the sources of proposals are trusted since. */
export interface Outcomes {
  /**
   * Keeps one outcome per record: a later one takes its place, but a record that was chosen by chance stays so. No record
   * occurs twice in one call.
   */
  keep(outcomes: readonly ProposalOutcome[]): Promise<void>;
  /** The outcomes of these records, in any order. */
  of(recordIds: readonly RecordId[]): Promise<readonly ProposalOutcome[]>;
  /** Takes out the outcomes of these records, and puts `before` in their place, as it was. */
  restore(
    recordIds: readonly RecordId[],
    before: readonly ProposalOutcome[],
  ): Promise<void>;
  /** Of what was settled without a person, and audited, with a decision from `since` on: how many, by source, in any order. */
  auditedSince(since: Instant): Promise<readonly AuditedCount[]>;
  /** The sources that were ever distrusted, in the order of their names. */
  trust(): Promise<readonly SourceTrust[]>;
  /**
   * Distrusts sources, but for those whose `droppedAt` is after `quietSince`; returns those that it did. Of several units
   * that distrust one source at once, one does.
   */
  distrust(
    sources: readonly SourceTrust[],
    quietSince: Instant,
  ): Promise<readonly MachineSource[]>;
}
