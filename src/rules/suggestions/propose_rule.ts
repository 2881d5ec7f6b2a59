import type { CategoryId } from "../../kernel/ids.ts";
import { compileCondition } from "../matcher/compile_condition.ts";
import type { AttributeField, Leaf } from "../conditions/condition.ts";
import {
  rawField,
  type RuleSubject,
  viewRecord,
} from "../matcher/record_view.ts";
import type { RuleDefinition } from "../rule.ts";
import { wordsAndPhrases } from "./description_words.ts";
import { conditionOf, minedRule } from "./mined_rule.ts";
import { isComparable, type MiningSample } from "./mining_sample.ts";
import { precisionBound } from "./precision_bound.ts";

/** Right ones below which what people decided says too little to choose by. */
const EVIDENCE_MIN = 3;
/** The share of right ones below which the condition is not the one that was meant. */
const SHARE_MIN = 0.8;
/** How sure of two conditions the surer one is; it only ranks them. */
const RISK = 0.05;
/** The share of the sample beyond which a condition says too little, and how many records that takes to tell. */
const BREADTH_MAX = 0.2;
const BREADTH_SAMPLE_MIN = 50;

/** One condition that a record meets, and how the labelled records that meet it were labelled. */
interface Tried {
  readonly leaves: readonly Leaf[];
  readonly matched: number;
  readonly right: number;
  readonly wrong: number;
}

/**
 * The rule to write for a record that a person put into `category`: the condition it meets that other such
 * records speak for most and fewest against. Where too few speak, the plainest that the fewest speak against: its
 * counterparty, else its longest words. Null where
 * the record shows nothing to go by, or what it shows was clearly sorted otherwise.
 */
export function proposeRule(
  record: RuleSubject,
  category: { readonly id: CategoryId; readonly name: string },
  sample: MiningSample,
): RuleDefinition | null {
  const tried = conditionsOf(record, [...sample.attributes.keys()])
    .map((leaves) => tryOn(sample, leaves, category.id));
  const supported = tried.filter((one) =>
    one.right >= EVIDENCE_MIN &&
    one.right >= (one.right + one.wrong) * SHARE_MIN &&
    (isNarrow(one, sample) || sureness(one) >= SHARE_MIN)
  );
  const chosen = supported.length > 0
    ? best(supported, (a, b) => sureness(b) - sureness(a))
    : best(tried, (a, b) => a.wrong - b.wrong);
  return chosen === null || chosen.wrong >= chosen.right + EVIDENCE_MIN
    ? null
    : minedRule(chosen.leaves, category);
}

/** The plainest first: the counterparty, then words, the longer the sooner; each alone, then within a context. */
function conditionsOf(
  record: RuleSubject,
  context: readonly AttributeField[],
): readonly (readonly Leaf[])[] {
  const { counterparty } = record;
  const description = viewRecord(record).text("description")?.folded;
  const texts = [...wordsAndPhrases(description ?? "")]
    .sort((a, b) => b.length - a.length);
  const plain: readonly Leaf[] = [
    ...counterparty !== null && isComparable(counterparty)
      ? [{ field: "counterparty", op: "equals", value: counterparty } as const]
      : [],
    ...texts.map((value) =>
      ({ field: "description", op: "contains", value }) as const
    ),
    // Digits alone: there is no word to look for.
    ...texts.length === 0 && isComparable(record.description)
      ? [
        {
          field: "description",
          op: "equals",
          value: record.description,
        } as const,
      ]
      : [],
  ];
  const within = context.flatMap((field): readonly Leaf[] => {
    const value = rawField(record, field);
    return isComparable(value) ? [{ field, op: "equals", value }] : [];
  });
  return plain.flatMap((leaf) => [
    [leaf],
    ...within.map((other) => [leaf, other]),
  ]);
}

function tryOn(
  { views, labels }: MiningSample,
  leaves: readonly Leaf[],
  categoryId: CategoryId,
): Tried {
  const meets = compileCondition(conditionOf(leaves));
  const given = views.flatMap((view, i) => meets(view) ? [labels[i]!] : []);
  const right = given.filter((label) => label === categoryId).length;
  const unlabelled = given.filter((label) => label === null).length;
  return {
    leaves,
    matched: given.length,
    right,
    wrong: given.length - unlabelled - right,
  };
}

function isNarrow({ matched }: Tried, { records }: MiningSample): boolean {
  return records.length < BREADTH_SAMPLE_MIN ||
    matched <= records.length * BREADTH_MAX;
}

function sureness({ right, wrong }: Tried): number {
  return precisionBound({ right, tried: right + wrong }, RISK);
}

/** The first in the order given; of equals the plainest. */
function best(
  tried: readonly Tried[],
  order: (a: Tried, b: Tried) => number,
): Tried | null {
  return tried.toSorted(order)[0] ?? null;
}
