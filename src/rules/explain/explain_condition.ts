import type { Json } from "../../kernel/json.ts";
import { writeMinor } from "../../kernel/money.ts";
import { compileLeaf } from "../matcher/compile_leaf.ts";
import type { Condition, Leaf } from "../conditions/condition.ts";
import {
  rawField,
  type RecordView,
  type RuleSubject,
} from "../matcher/record_view.ts";

/** A condition with what came of it, as plain JSON. `saw` is what the record holds in that field; null where nothing. */
export type ConditionExplanation =
  | {
    readonly kind: "all" | "any";
    readonly result: boolean;
    readonly conditions: readonly ConditionExplanation[];
  }
  | {
    readonly kind: "not";
    readonly result: boolean;
    readonly condition: ConditionExplanation;
  }
  | {
    readonly kind: "leaf";
    readonly result: boolean;
    readonly field: string;
    readonly op: string;
    /** Left out where the operator takes none. */
    readonly value?: Json;
    readonly saw: Json;
  };

/** Tries every part of a condition, also those that could not change the result. */
export function explainCondition(
  condition: Condition,
  record: RuleSubject,
  view: RecordView,
): ConditionExplanation {
  const explain = (part: Condition) => explainCondition(part, record, view);
  if ("all" in condition) {
    const conditions = condition.all.map(explain);
    const result = conditions.every((part) => part.result);
    return { kind: "all", result, conditions };
  }
  if ("any" in condition) {
    const conditions = condition.any.map(explain);
    const result = conditions.some((part) => part.result);
    return { kind: "any", result, conditions };
  }
  if ("not" in condition) {
    const inner = explain(condition.not);
    return { kind: "not", result: !inner.result, condition: inner };
  }
  return {
    kind: "leaf",
    result: compileLeaf(condition)(view),
    ...condition,
    saw: whatIsSeen(condition.field, record),
  };
}

function whatIsSeen(field: Leaf["field"], record: RuleSubject): Json {
  if (field === "date") return record.occurredAt;
  if (field === "amount" || field === "magnitude" || field === "direction") {
    const { amount } = record;
    if (amount === null) return null;
    const out = amount.minor.startsWith("-");
    if (field === "direction") return out ? "out" : "in";
    const minor = BigInt(amount.minor);
    const shown = field === "magnitude" && out ? -minor : minor;
    return { minor: writeMinor(`${shown}`), currency: amount.currency };
  }
  return rawField(record, field);
}
