import type { CategoryId, RecordId } from "../../kernel/ids.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { CompiledRules } from "../matcher/compile_rules.ts";
import { labelOf, type MiningSample } from "./mining_sample.ts";

/** A record that would change: fields by name, before and after. */
export type EffectExample = {
  readonly recordId: RecordId;
  readonly before: JsonObject;
  readonly after: JsonObject;
};

/** What a rule would have done to a sample, had it stood last in the set. */
export interface RuleEffect {
  /** Records that no rule decides and this one would. */
  readonly decides: number;
  /** Records that would become something else; what a person settled stays as it is. */
  readonly changes: number;
  /** Those of them that people gave the same category, and another. */
  readonly agreement: { readonly right: number; readonly wrong: number };
  /** Those of them for which a person was asked. */
  readonly reviewsSaved: number;
  /** The first of the changes, the latest record first. */
  readonly examples: readonly EffectExample[];
}

/** Which records of a sample a rule at the end of the set would decide: no rule ends before it or sets what it sets. */
export function openToLastRule(
  sample: MiningSample,
  rules: CompiledRules,
): readonly boolean[] {
  return sample.views.map((view) =>
    rules.tryOn(view).hits.every((rule) =>
      rule.continue && rule.then.category_id === undefined && !rule.then.review
    )
  );
}

/** `members` are the records that meet the rule's condition, `open` those that a last rule would decide. */
export function lastRuleEffect(
  sample: MiningSample,
  { members, categoryId, open, examplesMax }: {
    readonly members: readonly number[];
    readonly categoryId: CategoryId;
    readonly open: readonly boolean[];
    readonly examplesMax: number;
  },
): RuleEffect {
  const decided = members.filter((i) => open[i])
    .map((i) => sample.records[i]!);
  const labels = decided.map(labelOf).filter((label) => label !== null);
  const right = labels.filter((label) => label === categoryId).length;
  const changed = decided.filter((record) =>
    !record.settledByPerson.includes("category_id") &&
    record.categoryId !== categoryId
  );
  return {
    decides: decided.length,
    changes: changed.length,
    agreement: { right, wrong: labels.length - right },
    reviewsSaved: decided.filter((record) => record.outcome === "needs_review")
      .length,
    examples: latest(changed, examplesMax).map((
      { id, categoryId: before },
    ) => ({
      recordId: id,
      before: { category_id: before },
      after: { category_id: categoryId },
    })),
  };
}

/** The `count` latest records: ids sort by time of birth. */
export function latest<T extends { readonly id: RecordId }>(
  records: readonly T[],
  count: number,
): readonly T[] {
  return records.toSorted((a, b) => a.id < b.id ? 1 : -1).slice(0, count);
}
