import type { CategoryId, RecordId, SuggestionId } from "../../kernel/ids.ts";
import type { RuleDefinition } from "../rule.ts";
import type { RuleEffect } from "./last_rule_effect.ts";

/** A rule that people's decisions speak for, with what speaks for it and against. */
export interface Suggestion {
  /** The same for the same condition and category each time. */
  readonly id: SuggestionId;
  readonly rule: RuleDefinition;
  readonly categoryId: CategoryId;
  /** Labelled records that meet its condition. */
  readonly support: number;
  /** Those of them that people gave its category. */
  readonly right: number;
  /** What its precision is at least; see `precisionBound`. */
  readonly precisionAtLeast: number;
  /** Records that meet its condition and that people gave another category: the latest of them. */
  readonly counterExamples: readonly RecordId[];
  /** Records of the sample that meet its condition and that no rule decides. */
  readonly coverage: number;
  /** The latest of these. */
  readonly examples: readonly RecordId[];
  /** What it would have done to the same sample, put last in the set. */
  readonly effect: RuleEffect;
}

/** What is offered, and what it was read from. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
  /** Records that were read, and those of them that a person gave a category. */
  readonly sampled: number;
  readonly labelled: number;
  /** Conditions whose precision was looked at. */
  readonly lookedAt: number;
}
