import type { CategoryId, RecordId } from "../../kernel/ids.ts";
import type { RecordContent } from "../../records/record.ts";
import type { ModelFailureReason } from "../trace.ts";

/** Approved records alike, as an example for the model. */
export interface LabelledText {
  readonly text: string;
  readonly categoryId: CategoryId;
  /** How many approved records say so. */
  readonly count: number;
}

/** A record to be sorted by the model, with what approved records said. */
export interface Question {
  readonly recordId: RecordId;
  readonly content: RecordContent;
  readonly neighbours: readonly LabelledText[];
}

/** One of the closed set of answers. */
export interface Label {
  readonly categoryId: CategoryId;
  readonly name: string;
}

/** What the model said of one record. */
export type Answer =
  | {
    readonly kind: "answered";
    /** Null: none of the labels fits, or the model cannot tell. */
    readonly categoryId: CategoryId | null;
    /** A quote from what was sent of the record, or empty. */
    readonly rationale: string;
    /** As the model says it, 0 to 1; not a probability. */
    readonly rawConfidence: number;
  }
  | { readonly kind: "failed"; readonly reason: ModelFailureReason };
