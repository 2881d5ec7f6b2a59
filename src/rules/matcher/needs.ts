import type { Instant } from "../../kernel/instant.ts";
import type { Minor } from "../../kernel/money.ts";
import type {
  AttributeField,
  Condition,
  Direction,
  Field,
  MoneyField,
  TextField,
} from "../conditions/condition.ts";
import { allOf, anyOf, ANYTHING } from "./join_needs.ts";
import { leafNeeds } from "./leaf_needs.ts";

/**
 * What must be true of a record for a condition to hold: no record that lacks it meets the condition, while one that
 * has it need not. Plain data for whoever looks for candidates, in memory or in SQL. Nothing in it is negated, so
 * any part may be weakened, up to `anything`, and what is left is still necessary.
 */
export type Needs =
  | { readonly kind: "anything" }
  | { readonly kind: "all" | "any"; readonly of: readonly Needs[] }
  | TextNeed
  | BoundsNeed
  /** An attribute that is this boolean. */
  | {
    readonly kind: "flag";
    readonly field: AttributeField;
    readonly value: boolean;
  }
  /** An amount of 0 or more (`in`), or less (`out`), in whatever currency. */
  | { readonly kind: "direction"; readonly value: Direction }
  /** A field that is absent as rules see it: text that folds to nothing is absent too. */
  | { readonly kind: "empty"; readonly field: Field };

/** The folded text of a field stands so to one of these, which are folded already (see `records/text.ts`). */
export type TextNeed = {
  readonly kind: "text";
  readonly field: TextField | AttributeField;
  readonly how: "equals" | "contains" | "starts_with" | "ends_with";
  readonly oneOf: readonly string[];
};

/** A value between two bounds, each of them null where there is none. */
export type BoundsNeed =
  /** Both ends belong to it; an amount in another currency does not. */
  | {
    readonly kind: "money";
    readonly field: MoneyField;
    readonly currency: string;
    readonly least: Minor | null;
    readonly most: Minor | null;
  }
  /** `before` itself does not belong to it. */
  | {
    readonly kind: "date";
    readonly from: Instant | null;
    readonly before: Instant | null;
  }
  /** An attribute that is a number; both ends belong to it. */
  | {
    readonly kind: "number";
    readonly field: AttributeField;
    readonly least: number | null;
    readonly most: number | null;
  };

/** Throws on a condition that `conditionSchema` refuses. */
export function needsOf(condition: Condition): Needs {
  return needsWhere(condition, true);
}

/** What must be true where `condition` comes out as `outcome`. */
function needsWhere(condition: Condition, outcome: boolean): Needs {
  if ("not" in condition) return needsWhere(condition.not, !outcome);
  if ("all" in condition) {
    const parts = condition.all.map((part) => needsWhere(part, outcome));
    return outcome ? allOf(parts) : anyOf(parts);
  }
  if ("any" in condition) {
    const parts = condition.any.map((part) => needsWhere(part, outcome));
    return outcome ? anyOf(parts) : allOf(parts);
  }
  return outcome ? leafNeeds(condition) : ANYTHING;
}
