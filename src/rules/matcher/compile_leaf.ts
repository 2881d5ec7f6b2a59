import { comparison } from "./comparison.ts";
import { compileDate } from "./compile_date.ts";
import { compileMoney } from "./compile_money.ts";
import { type AnyTextLeaf, compileText } from "./compile_text.ts";
import type {
  AttributeField,
  AttributeLeaf,
  Leaf,
  MoneyLeaf,
} from "../conditions/condition.ts";
import type { RecordView } from "./record_view.ts";

/** Whether a record meets a condition. */
export type Test = (view: RecordView) => boolean;

/** Prepares what a leaf compares with, once. Throws on a leaf that `conditionSchema` refuses. */
export function compileLeaf(leaf: Leaf): Test {
  if (leaf.op === "is_empty") {
    const { field } = leaf;
    return (view) => view.isEmpty(field);
  }
  if (leaf.field === "date") return compileDate(leaf);
  if (isMoney(leaf)) return compileMoney(leaf);
  if (leaf.field === "direction") {
    const out = leaf.value === "out";
    return ({ amount }) => amount !== null && (amount.minor < 0) === out;
  }
  return isText(leaf) ? compileText(leaf) : compileAttribute(leaf);
}

function isMoney(leaf: Leaf): leaf is MoneyLeaf {
  return leaf.op !== "is_empty" &&
    (leaf.field === "amount" || leaf.field === "magnitude");
}

function isText(leaf: { readonly value: unknown }): leaf is AnyTextLeaf {
  return typeof leaf.value === "string" || Array.isArray(leaf.value);
}

function compileAttribute(leaf: AttributeLeaf): Test {
  const { field } = leaf;
  if (leaf.op === "between") {
    const { from, to } = leaf.value;
    return numberTest(field, (value) => value >= from && value <= to);
  }
  if (typeof leaf.value === "number") {
    return numberTest(field, comparison(leaf.op, leaf.value));
  }
  const { value } = leaf;
  return (view) => view.attribute(field) === value;
}

function numberTest(
  field: AttributeField,
  holds: (value: number) => boolean,
): Test {
  return (view) => {
    const value = view.attribute(field);
    return typeof value === "number" && holds(value);
  };
}
