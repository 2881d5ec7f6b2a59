import {
  type CategoryId,
  contentId,
  type SuggestionId,
} from "../../kernel/ids.ts";
import { canonicalJson, type Json } from "../../kernel/json.ts";
import { formatMoney } from "../../kernel/money.ts";
import { sha256 } from "../../kernel/sha256.ts";
import { fold, tidy } from "../../records/text.ts";
import type { Condition, Leaf } from "../conditions/condition.ts";
import type { RuleDefinition } from "../rule.ts";

/** UTF-16 units of a category's name that a rule's name repeats. */
const CATEGORY_LENGTH_MAX = 80;
/** UTF-16 units of a value that a rule's name repeats. */
const VALUE_LENGTH_MAX = 35;

/** The rule that puts what meets `leaves` into a category, named after both. */
export function minedRule(
  leaves: readonly Leaf[],
  category: { readonly id: CategoryId; readonly name: string },
): RuleDefinition {
  const what = leaves.map(spoken).join(", ");
  return {
    name: tidy(`${shortened(category.name, CATEGORY_LENGTH_MAX)}: ${what}`),
    enabled: true,
    when: conditionOf(leaves),
    then: { category_id: category.id },
    continue: false,
  };
}

/** A single leaf stands alone. */
export function conditionOf(leaves: readonly Leaf[]): Condition {
  const [only] = leaves;
  return leaves.length === 1 && only ? only : { all: leaves };
}

/** The same for the same condition and category each time, however the values are spelt. */
export function suggestionId(
  leaves: readonly Leaf[],
  categoryId: CategoryId,
): SuggestionId {
  const plain = leaves.map((leaf) => {
    const { value } = leaf as { readonly value?: Json };
    return {
      ...leaf,
      value: typeof value === "string" ? fold(value) : value ?? null,
    };
  });
  return contentId(
    "sug",
    sha256(canonicalJson([plain as unknown as Json, categoryId])),
  );
}

function spoken(leaf: Leaf): string {
  const { value } = leaf as { readonly value?: unknown };
  if (leaf.field === "direction") {
    return value === "in" ? "incoming" : "outgoing";
  }
  if (
    leaf.field === "magnitude" && leaf.op !== "is_empty" &&
    leaf.op !== "between"
  ) {
    const { minor, currency } = leaf.value;
    const bound = formatMoney({ minor: `${BigInt(minor)}`, currency });
    return leaf.op === "at_most" ? `up to ${bound}` : `over ${bound}`;
  }
  const text = shortened(String(value), VALUE_LENGTH_MAX);
  return leaf.field === "description" && leaf.op === "contains"
    ? `“${text}”`
    : text;
}

function shortened(raw: string, lengthMax: number): string {
  const text = tidy(raw);
  return text.length <= lengthMax
    ? text
    // Half a character does not stay.
    : `${text.slice(0, lengthMax - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
