import type { CategoryId, RecordId } from "../src/kernel/ids.ts";
import type {
  ModelFailureReason,
  Neighbour,
  Usage,
} from "../src/processing/trace.ts";
import type { RecordContent } from "../src/records/record.ts";

/** A record to be sorted by the model, with what approved records said. */
export interface Question {
  readonly recordId: RecordId;
  readonly content: RecordContent;
  readonly neighbours: readonly Neighbour[];
}

/** The closed set of answers. */
export interface Label {
  readonly categoryId: CategoryId;
  readonly name: string;
}

/** Joined to its question by record id, never by position. */
export type Answer =
  & { readonly recordId: RecordId }
  & (
    | {
      readonly kind: "answered";
      /** Null: none of the labels fits. */
      readonly categoryId: CategoryId | null;
      readonly rationale: string;
      /** As the model says it, 0 to 1; not a probability. */
      readonly rawConfidence: number;
      readonly usage: Usage;
    }
    | { readonly kind: "failed"; readonly reason: ModelFailureReason }
  );

export interface LanguageModel {
  /** What may be asked, and how its answers count; null: switched off, never asked. */
  readonly profile: {
    readonly model: string;
    readonly promptVersion: number;
    readonly attemptsMax: number;
    /** From which raw confidence an answer settles a record; null: it only proposes. */
    readonly threshold: number | null;
  } | null;
  /** One answer per question; it never throws for a provider's fault. */
  ask(
    questions: readonly Question[],
    labels: readonly Label[],
  ): Promise<readonly Answer[]>;
}
