import type { RecordId, RuleId } from "../../kernel/ids.ts";
import type { Becomes } from "./plan.ts";

/** Records that a person settled, by what rules alone say of them. */
export type Agreement = {
  readonly right: number;
  readonly wrong: number;
  readonly undecided: number;
};

/** What one rule of the draft does to the records looked at. */
export type RuleReport = {
  readonly rule_id: RuleId;
  readonly name: string;
  /** Of the rule in the draft; of one that the draft removes, the last. */
  readonly version: number;
  /** Records that it decides: by a category, or by asking for review. */
  readonly decides: number;
  /** Records that change by it. */
  readonly changes: number;
  /** Of the records that it decides, those where a person said the same, or another category. */
  readonly right: number;
  readonly wrong: number;
  /** Records that it decided as people did before the change, and that no rule decides now. */
  readonly now_undecided: number;
  readonly examples: {
    readonly right: readonly RecordId[];
    readonly wrong: readonly RecordId[];
    readonly now_undecided: readonly RecordId[];
  };
};

/** What a back-test counted so far. */
export type BacktestReport = {
  /** Records to look at, as counted when it began; null before. */
  readonly total: number | null;
  /** Records looked at, and those that would change. */
  readonly scanned: number;
  readonly changed: number;
  readonly becomes: { readonly [B in Becomes]: number };
  /** How many records change in each field; attributes by name. */
  readonly fields: { readonly [field: string]: number };
  readonly agreement: {
    readonly before: Agreement;
    readonly after: Agreement;
  };
  /** Records that went to a person and would not have, and the other way about. */
  readonly reviews: { readonly saved: number; readonly added: number };
  /** Answers asked of a model that rules would have given. */
  readonly model_calls: { readonly saved: number };
  /** Of each rule, before or after the change, that decides any of the records. */
  readonly rules: readonly RuleReport[];
};

export const EMPTY_REPORT: BacktestReport = {
  total: null,
  scanned: 0,
  changed: 0,
  becomes: { settled: 0, review: 0, undecided: 0, kept: 0 },
  fields: {},
  agreement: {
    before: { right: 0, wrong: 0, undecided: 0 },
    after: { right: 0, wrong: 0, undecided: 0 },
  },
  reviews: { saved: 0, added: 0 },
  model_calls: { saved: 0 },
  rules: [],
};
