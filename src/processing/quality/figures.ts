import type { CategoryId, ConnectionId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { MachineSource } from "../proposal_outcome.ts";

/** From one instant on, and before another. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Narrows figures to what was about some records; every given part must hold. */
export interface OfRecords {
  /** Records of this category now; those that wait have none. */
  readonly categoryId?: CategoryId;
  readonly connectionId?: ConnectionId;
}

/** How many decisions were made without a person by one source; null: those left to a person. */
export interface DecisionCount {
  readonly source: MachineSource | null;
  readonly count: number;
  /** What a model was paid for these decisions, whoever made them in the end. */
  readonly tokens: number;
  readonly costMicros: number;
}

/** Sums over outcomes of which each weighs 1 / inclusion: it stands for so many. */
export interface WeightedSum {
  readonly n: number;
  readonly weight: number;
  readonly weightSquared: number;
  readonly weightRight: number;
}

/** The outcomes of one source that were settled, or those that waited for a person. */
export interface OutcomeSum extends WeightedSum {
  readonly source: MachineSource | null;
  readonly settled: boolean;
  readonly wrong: number;
  /** Wrong ones that somebody came across, which no sum holds. */
  readonly foundWrong: number;
  /** How many got a category, and for how many of them it was among the candidates. */
  readonly sorted: number;
  readonly amongCandidates: number;
}

/** Outcomes of one source with scores next to each other. */
export interface ScoreBin extends WeightedSum {
  readonly source: MachineSource;
  readonly from: number;
  readonly to: number;
  /** The weighted mean of the scores. */
  readonly meanScore: number;
}

/** How often one category was proposed where a person decided another, or the same; null: rejected. */
export interface ConfusionCount {
  readonly proposed: CategoryId;
  readonly decided: CategoryId | null;
  readonly n: number;
}
