import type { CategoryId, RecordId, RuleId, RunId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** What settled a record. */
export type Source = "rule" | "similarity" | "model" | "person";

/** Whether a processed record was settled without a person. */
export type Outcome = "auto" | "needs_review";

/** The thresholds in force when a record was decided. Scores are 0 to 1. */
export type Limits = {
  /** Null: too little is known of how often proposals are right, so that none settles a record. */
  readonly similarity_threshold: number | null;
  /** Null where no language model is configured; a null threshold lets it propose, never settle. */
  readonly model: {
    readonly attempts_max: number;
    /** Only what is novel is asked (see `novelty.ts`); left out where everything is. */
    readonly known_similarity?: number;
    readonly threshold: number | null;
  } | null;
};

/** What a rule's actions set. `review` sends the record to a person whatever else matched. */
export type FieldsSet = {
  readonly category_id?: CategoryId;
  readonly counterparty?: string;
  readonly attributes?: { readonly [name: string]: string };
  readonly review?: true;
};

/** What stood in the fields that rules set; null where nothing did. */
export type FieldsReplaced = {
  readonly counterparty?: string | null;
  readonly attributes?: {
    readonly [name: string]: string | number | boolean | null;
  };
  /** Of those attributes, the ones that were there, as null. */
  readonly nulls?: readonly string[];
};

/** An approved record, or several alike, that spoke for a category. */
export type Neighbour = {
  /** The latest of them. */
  readonly record_id: RecordId;
  readonly category_id: CategoryId;
  /** Cosine similarity of the texts, 0 to 1; 1 where a key was equal. */
  readonly similarity: number;
  /** How many approved records say so. */
  readonly count: number;
  /** Which key was equal (see `cues.ts`), or `similar` for a near text. */
  readonly match: string;
};

/** A category that a record may belong to, and what speaks for it. */
export type Candidate = {
  readonly category_id: CategoryId;
  /** The part of all weight that is behind it, 0 to 1. */
  readonly score: number;
  /** What weighed most, heaviest first. */
  readonly because: readonly Evidence[];
};

/** One thing that speaks for a category: `count` of the `of` approved records alike in `match` have it. */
export type Evidence = {
  /** Which key was equal (see `cues.ts`); `spelling` for the words and letters, where nothing is counted. */
  readonly match: string;
  readonly count: number;
  readonly of: number;
  /** How much more it adds to the category than to its rival (the best candidate; for that, the next best), in natural logarithms. */
  readonly weight: number;
};

/** One thing the pipeline did and what came of it. Never edited afterwards. */
export type Step =
  | {
    readonly kind: "rules_tried";
    readonly at: Instant;
    readonly ruleset_version: number;
    /** How many rules were evaluated until the deciding one. */
    readonly considered: number;
    /** The rule that set the category or asked for review. */
    readonly matched: RuleId | null;
    /** Every rule that matched, in order, with its version. */
    readonly hits: readonly {
      readonly rule_id: RuleId;
      readonly version: number;
    }[];
    readonly sets: FieldsSet;
    readonly replaced: FieldsReplaced;
    /** The runs that applied rules later to the record as it was decided, in order; left out where there was none. */
    readonly runs?: readonly RunId[];
    /** The run among them whose decision stands. */
    readonly decided_in?: RunId;
  }
  | {
    readonly kind: "examples_recalled";
    readonly at: Instant;
    /** Whose vectors near texts were looked for by; null where that one could not be asked, and none were looked for. */
    readonly embedder: string | null;
    readonly neighbours: readonly Neighbour[];
    readonly proposal: CategoryId | null;
    readonly score: number;
    /** The best categories, best first, three at most; left out in traces from before they were kept. */
    readonly candidates?: readonly Candidate[];
    /** The version of what was learned that weighed them; left out where nothing had been learned. */
    readonly learned?: number;
    /** What people turned down for the text (see `rejection.ts`), by id: no model's answer proposes it; left out where there is none. */
    readonly rejected?: readonly CategoryId[];
  }
  | {
    readonly kind: "model_answered";
    readonly at: Instant;
    readonly model: string;
    readonly prompt_version: number;
    /** As the model answered, proposed or not (see `model_proposal.ts`). Null when it says that none fits. */
    readonly category_id: CategoryId | null;
    readonly rationale: string;
    readonly raw_confidence: number;
    /** The record's part of what the call used, and what it cost in millionths of a US dollar. */
    readonly usage: Usage;
    readonly cost_micros?: number;
    /** Whether the answer was known, so that nothing was paid for it. */
    readonly cached?: boolean;
  }
  | {
    readonly kind: "model_failed";
    readonly at: Instant;
    readonly model: string;
    readonly reason: ModelFailureReason;
    readonly usage?: Usage;
    readonly cost_micros?: number;
    /** How long the provider asked to be left alone. */
    readonly retry_after_ms?: number;
    /** Not asked again in this run, whatever `attempts_max` says. */
    readonly final?: true;
  }
  | {
    readonly kind: "person_decided";
    readonly at: Instant;
    readonly by: string;
    /** `reject`: the record is not one to sort. */
    readonly verdict: "approve" | "override" | "reject";
    readonly category_id: CategoryId | null;
    readonly note: string | null;
  };

export type Usage = {
  readonly input_tokens: number;
  readonly output_tokens: number;
};

/** What a model took for one decision, or for many: tokens, and millionths of a US dollar. */
export type ModelCost = {
  readonly tokens: number;
  readonly cost_micros: number;
};

export type ModelFailureReason =
  | "timed_out"
  | "refused"
  | "malformed"
  | "truncated"
  | "rate_limited"
  | "unavailable"
  /** The tenant's month is used up: the model was not asked. */
  | "over_budget";

/** Why a person is asked. */
export type ReviewReason =
  | "rule_asks"
  | "nothing_alike"
  | "not_sure_enough"
  | "model_failed"
  | "model_undecided";

/** What the steps add up to: a pure function of the steps and the limits. */
export type Conclusion =
  | {
    readonly kind: "settled";
    readonly category_id: CategoryId;
    readonly source: Source;
    readonly confidence: number;
    /** What the confidence had to reach; 0 where nothing had to be reached. */
    readonly threshold: number;
  }
  | {
    readonly kind: "needs_review";
    readonly suggestion: CategoryId | null;
    readonly because: ReviewReason;
    readonly confidence: number;
    readonly threshold: number;
  }
  | { readonly kind: "rejected"; readonly source: "person" };

/** The `reasoning_trace` of a record. */
export type Trace = {
  readonly schema: 1;
  readonly limits: Limits;
  readonly steps: readonly Step[];
  readonly conclusion: Conclusion;
};
