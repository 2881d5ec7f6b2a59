import { compileLeaf, type Test } from "./compile_leaf.ts";
import type { Condition } from "../conditions/condition.ts";

/** Prepares a condition once, so that it is tried on many records fast. */
export function compileCondition(condition: Condition): Test {
  if ("all" in condition) {
    const tests = condition.all.map(compileCondition);
    return (view) => tests.every((test) => test(view));
  }
  if ("any" in condition) {
    const tests = condition.any.map(compileCondition);
    return (view) => tests.some((test) => test(view));
  }
  if ("not" in condition) {
    const test = compileCondition(condition.not);
    return (view) => !test(view);
  }
  return compileLeaf(condition);
}
