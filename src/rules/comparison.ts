import { match } from "ts-pattern";
import type { Comparison } from "./condition.ts";

/** Tells whether a value stands to `bound` as `op` says. */
export function comparison<T extends number | bigint>(
  op: Comparison,
  bound: T,
): (value: T) => boolean {
  return match(op)
    .returnType<(value: T) => boolean>()
    .with("equals", () => (value) => value === bound)
    .with("less_than", () => (value) => value < bound)
    .with("at_most", () => (value) => value <= bound)
    .with("more_than", () => (value) => value > bound)
    .with("at_least", () => (value) => value >= bound)
    .exhaustive();
}
