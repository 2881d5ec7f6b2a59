import { applyRules } from "../../src/rules/apply_rules.ts";
import { compileRules } from "../../src/rules/matcher/compile_rules.ts";
import { PlaceSet } from "../../src/rules/matcher/place_set.ts";
import { prepared } from "../../src/rules/matcher/prepared_rule.ts";
import { viewRecord } from "../../src/rules/matcher/record_view.ts";
import { RuleIndex } from "../../src/rules/matcher/rule_index.ts";
import { median } from "../pipeline/figures.ts";
import type { World } from "./world.ts";

/** Rounds before those that count, for the compiler of the machine. */
const WARM_UP = 2;

/** Records a second from the record as it is stored to what rules set of it: `viewRecord`, the hits, `applyRules`. */
export function oursPerSecond(
  { rules, records }: World,
  rounds: number,
): number {
  const compiled = compileRules({ version: 1, rules });
  const seconds = medianSeconds(rounds, () => {
    for (const record of records) applyRules(compiled, record);
  });
  return Math.round(records.length / seconds);
}

/** Milliseconds to compile rules that were never seen before, and a version of them in which one rule changed. */
export function compileMs({ rules }: World): {
  readonly cold: number;
  readonly changed: number;
} {
  const cold = timed(() => compileRules({ version: 1, rules }));
  const next = rules.with(0, { ...rules[0]!, version: 2 });
  const changed = timed(() => compileRules({ version: 2, rules: next }));
  return { cold, changed };
}

/** One line: nanoseconds of a record by what they go into. */
export function timeSplit({ rules, records }: World, rounds: number): string {
  const compiled = compileRules({ version: 1, rules });
  const index = new RuleIndex(rules.map((rule) => prepared(rule).needs));
  const found = new PlaceSet(rules.length);
  const works = [
    () => {
      for (const record of records) {
        const view = viewRecord(record);
        view.text("description");
        view.text("counterparty");
      }
    },
    () => {
      for (const record of records) index.candidates(viewRecord(record), found);
    },
    () => {
      for (const record of records) compiled.tryOn(viewRecord(record));
    },
    () => {
      for (const record of records) applyRules(compiled, record);
    },
  ];
  // In turns, since each is told by how much longer it takes than the one before.
  const times = Array.from(
    { length: rounds + WARM_UP },
    () => works.map(timed),
  );
  const [view, lookup, check, apply] = works.map((_, i) =>
    median(times.slice(WARM_UP).map((round) => round[i]!)) /
    records.length * 1e6
  ) as [number, number, number, number];
  const parts = {
    view,
    lookup: lookup - view,
    check: check - lookup,
    apply: apply - check,
  };
  return Object.entries(parts)
    .map(([part, ns]) => `${part} ${Math.round(ns)} ns`).join(", ");
}

function medianSeconds(rounds: number, work: () => void): number {
  const times = Array.from({ length: rounds + WARM_UP }, () => timed(work));
  return median(times.slice(WARM_UP)) / 1_000;
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
