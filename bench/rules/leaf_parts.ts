import { fold } from "../../src/records/text.ts";
import type { Leaf, MoneyValue } from "../../src/rules/conditions/condition.ts";
import { factOf } from "./facts.ts";

/** A comparison that both peers can make: all the parts of a leaf together mean what it means. */
export type LeafPart =
  | {
    readonly fact: string;
    readonly is: "equal" | "least" | "most" | "below";
    readonly value: string | number | boolean;
  }
  | {
    readonly fact: string;
    readonly is: "contains" | "starts_with" | "matches";
    readonly value: string;
  }
  | {
    readonly fact: string;
    readonly is: "in" | "contains_any";
    readonly value: readonly string[];
  };

/** Takes a leaf of the rule mix apart; throws on one that is not among them. */
export function leafParts(leaf: Leaf): readonly LeafPart[] {
  const fact = factOf(leaf.field);
  switch (leaf.op) {
    case "contains":
    case "starts_with":
      return [{ fact, is: leaf.op, value: fold(leaf.value) }];
    case "matches":
      return [{ fact: `${fact}_tidied`, is: "matches", value: leaf.value }];
    case "in":
    case "contains_any":
      return [{ fact, is: leaf.op, value: leaf.value.map(fold) }];
    case "equals":
      return typeof leaf.value === "object"
        ? money(leaf.value, [{ fact, is: "equal", value: minorOf(leaf.value) }])
        : [{
          fact,
          is: "equal",
          value: typeof leaf.value === "string" ? fold(leaf.value) : leaf.value,
        }];
    case "less_than": {
      const value = leaf.value as MoneyValue;
      return money(value, [{ fact, is: "below", value: minorOf(value) }]);
    }
    case "between": {
      const { from, to } = leaf.value as { from: MoneyValue; to: MoneyValue };
      return money(from, [
        { fact, is: "least", value: minorOf(from) },
        { fact, is: "most", value: minorOf(to) },
      ]);
    }
    default:
      throw new Error(`the rule mix has no ${leaf.op}`);
  }
}

function money(
  { currency }: MoneyValue,
  parts: readonly LeafPart[],
): readonly LeafPart[] {
  return [{ fact: "currency", is: "equal", value: fold(currency) }, ...parts];
}

function minorOf({ minor }: MoneyValue): number {
  return Number(minor);
}
