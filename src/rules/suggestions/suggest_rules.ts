import type { CategoryId, SuggestionId } from "../../kernel/ids.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { compileRules } from "../matcher/compile_rules.ts";
import type { RuleSet } from "../rule.ts";
import { type GoodCondition, goodConditions } from "./good_conditions.ts";
import { greedyCover } from "./greedy_cover.ts";
import { lastRuleEffect, latest, openToLastRule } from "./last_rule_effect.ts";
import { minedRule } from "./mined_rule.ts";
import { type MiningSample, miningSample } from "./mining_sample.ts";
import type { Suggestion, Suggestions } from "./suggestion.ts";

/** What the precision of a suggestion is at least, unless another is asked for. */
export const PRECISION_MIN_DEFAULT = 0.9;
export const SUGGESTIONS_MAX = 50;
/** Records of each kind that a suggestion names. */
const SHOWN_MAX = 5;
/** Right ones that no other suggestion covers: fewer are not worth a rule. */
const FRESH_MIN = 5;
/** The share of its records that a condition has in common with a dismissed one to be dismissed with it. */
const ALIKE_MIN = 0.9;

export interface SuggestionInput {
  /** As rules see them: see `withoutRuleFields`. Those that a person gave a category are learned from. */
  readonly records: readonly CompanyRecord[];
  readonly rules: RuleSet;
  /** The tenant's setting. */
  readonly contextAttributes: readonly string[];
  /** The names of the categories that records may get. */
  readonly categories: ReadonlyMap<CategoryId, string>;
  readonly dismissed: ReadonlySet<SuggestionId>;
  /** What the precision of each must be at least, between 0 and 1. */
  readonly precisionMin: number;
}

/** Short rules that people's decisions speak for and that decide what no rule does yet; those that save most come first. */
export function suggestRules(input: SuggestionInput): Suggestions {
  const sample = miningSample(input.records, input.contextAttributes);
  const { labels } = sample;
  const { good, lookedAt } = goodConditions(sample, input.precisionMin);
  const open = openToLastRule(sample, compileRules(input.rules));
  const dismissed = good.filter(({ id }) => input.dismissed.has(id));
  const offerable = good.filter((one) =>
    input.categories.has(one.tally.categoryId) &&
    !dismissed.some((other) => isAlike(one, other))
  );
  const chosen = greedyCover(offerable, {
    count: SUGGESTIONS_MAX,
    covered: open.flatMap((isOpen, i) => isOpen ? [] : [i]),
    worth({ tally, precisionAtLeast }, fresh) {
      const given = fresh.map((i) => labels[i])
        .filter((label) => label !== null);
      const right = given.filter((label) => label === tally.categoryId).length;
      return right >= FRESH_MIN && right >= given.length * input.precisionMin
        ? right * precisionAtLeast
        : null;
    },
  });
  return {
    suggestions: chosen.map((one) => shown(one, { input, sample, open }))
      .sort(savesMoreFirst),
    sampled: sample.records.length,
    labelled: labels.filter((label) => label !== null).length,
    lookedAt,
  };
}

/** Whether two conditions say the same of nearly the same records. */
function isAlike(one: GoodCondition, other: GoodCondition): boolean {
  if (one.tally.categoryId !== other.tally.categoryId) return false;
  const members = new Set(other.members);
  const common = one.members.filter((i) => members.has(i)).length;
  return common >=
    ALIKE_MIN * Math.max(one.members.length, other.members.length);
}

function shown(
  { id, leaves, members, tally, precisionAtLeast }: GoodCondition,
  { input, sample, open }: {
    readonly input: SuggestionInput;
    readonly sample: MiningSample;
    readonly open: readonly boolean[];
  },
): Suggestion {
  const { categoryId, right, tried } = tally;
  const name = input.categories.get(categoryId) ?? categoryId;
  const ids = (numbers: readonly number[]) =>
    latest(numbers.map((i) => sample.records[i]!), SHOWN_MAX)
      .map((record) => record.id);
  const decided = members.filter((i) => open[i]);
  const others = members.filter((i) =>
    sample.labels[i] !== null && sample.labels[i] !== categoryId
  );
  return {
    id,
    rule: minedRule(leaves, { id: categoryId, name }),
    categoryId,
    support: tried,
    right,
    precisionAtLeast,
    counterExamples: ids(others),
    coverage: decided.length,
    examples: ids(decided),
    effect: lastRuleEffect(sample, {
      members,
      categoryId,
      open,
      examplesMax: SHOWN_MAX,
    }),
  };
}

function savesMoreFirst(a: Suggestion, b: Suggestion): number {
  return b.effect.reviewsSaved - a.effect.reviewsSaved ||
    b.coverage - a.coverage ||
    b.precisionAtLeast - a.precisionAtLeast ||
    (a.id < b.id ? -1 : 1);
}
