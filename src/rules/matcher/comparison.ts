import { match } from "ts-pattern";
import type { Comparison } from "../conditions/condition.ts";

/** Tells whether a value stands to `bound` as `op` says; a `bigint` only where a number would not be exact. */
export function comparison(
  op: Comparison,
  bound: number | bigint,
): (value: number | bigint) => boolean {
  return match(op)
    .returnType<(value: number | bigint) => boolean>()
    .with("equals", () => (value) => value === bound)
    .with("less_than", () => (value) => value < bound)
    .with("at_most", () => (value) => value <= bound)
    .with("more_than", () => (value) => value > bound)
    .with("at_least", () => (value) => value >= bound)
    .exhaustive();
}
