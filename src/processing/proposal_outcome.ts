import type { CategoryId, RecordId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Source } from "./trace.ts";

/** What can propose a category. */
export type MachineSource = Exclude<Source, "person">;

/** What a person said about what was proposed for a record. */
export interface ProposalOutcome {
  readonly recordId: RecordId;
  /** What settled the record, or what its suggestion came from; null where nothing was proposed. */
  readonly source: MachineSource | null;
  readonly proposed: CategoryId | null;
  /** Null: the record was not one to sort. */
  readonly decided: CategoryId | null;
  /** What the proposal was sure of, 0 to 1; of a model what it said itself. */
  readonly score: number;
  /** The version of what was learned that gave the score; null where nothing had been learned. */
  readonly learned: number | null;
  /** Whether the record had been settled without a person. */
  readonly settled: boolean;
  /**
   * The chance with which a person looked at the record: 1 where it waited for one. Null: someone came across it, which
   * says that it was wrong and nothing of how many others are.
   */
  readonly inclusion: number | null;
  /** Whether the decided category was among the candidates that a person is shown. */
  readonly amongCandidates: boolean;
  readonly decidedAt: Instant;
}

export function isRight(
  { proposed, decided }: Pick<ProposalOutcome, "proposed" | "decided">,
): boolean {
  return proposed !== null && proposed === decided;
}
