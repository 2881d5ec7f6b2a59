import type {
  Condition,
  Leaf,
} from "../../../../src/rules/conditions/condition.ts";
import { comparisonText, fieldText } from "../parts/rule_words.tsx";
import { dayName } from "./editor/days_field.tsx";

/** A condition in one line of words; `names` are those of connections, by id. */
export function conditionText(
  condition: Condition,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  if ("not" in condition) {
    return `not (${conditionText(condition.not, names)})`;
  }
  if ("field" in condition) return leafWords(condition, names);
  const [joint, parts] = "all" in condition
    ? [" and ", condition.all]
    : [" or ", condition.any];
  return parts.map((part) =>
    parts.length > 1 && ("all" in part || "any" in part)
      ? `(${conditionText(part, names)})`
      : conditionText(part, names)
  ).join(joint);
}

/** One comparison, its values as people say them. */
export function leafWords(
  leaf: Leaf,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const { field, op } = leaf;
  if (op === "is_empty") return `${fieldText(field)} is empty`;
  const { value } = leaf;
  if (op === "weekday_in") {
    return `the day is ${(value as readonly number[]).map(dayName).join(", ")}`;
  }
  if (field === "direction") return `money goes ${String(value)}`;
  if (field === "connection") {
    const named = Array.isArray(value)
      ? value.map((one) => names.get(one) ?? one)
      : names.get(String(value)) ?? value;
    return comparisonText(field, op, named);
  }
  return comparisonText(
    field === "magnitude" ? "amount without its sign" : field,
    op,
    value,
  );
}
