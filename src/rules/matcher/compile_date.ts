import { match } from "ts-pattern";
import { readInstant } from "../../kernel/instant.ts";
import type { Test } from "./compile_leaf.ts";
import type { DateLeaf } from "../conditions/condition.ts";

/** Calendar and weekdays are those of UTC. */
export function compileDate(leaf: DateLeaf): Test {
  const holds = dateTest(leaf);
  return ({ occurredMs }) => occurredMs !== null && holds(occurredMs);
}

function dateTest(leaf: DateLeaf): (ms: number) => boolean {
  return match(leaf)
    .returnType<(ms: number) => boolean>()
    .with({ op: "before" }, ({ value }) => {
      const end = msOf(value);
      return (ms) => ms < end;
    })
    .with({ op: "on_or_after" }, ({ value }) => {
      const start = msOf(value);
      return (ms) => ms >= start;
    })
    .with({ op: "between" }, ({ value }) => {
      const [start, end] = [msOf(value.from), msOf(value.to)];
      return (ms) => ms >= start && ms < end;
    })
    .with({ op: "weekday_in" }, ({ value }) => {
      const days = new Set(value);
      // Sunday is 0 in JavaScript and 7 in ISO 8601.
      return (ms) => days.has(new Date(ms).getUTCDay() || 7);
    })
    .with({ op: "day_of_month_in" }, ({ value }) => {
      const days = new Set(value);
      return (ms) => days.has(new Date(ms).getUTCDate());
    })
    .exhaustive();
}

function msOf(text: string): number {
  const read = readInstant(text);
  if ("wrong" in read) {
    throw new RangeError(`a stored rule's date ${read.wrong}`);
  }
  return Date.parse(read.instant);
}
