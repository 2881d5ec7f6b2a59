import { applyRules } from "../../src/rules/apply_rules.ts";
import { compileRules } from "../../src/rules/compile_rules.ts";
import { PlaceSet } from "../../src/rules/place_set.ts";
import { prepared } from "../../src/rules/prepared_rule.ts";
import { viewRecord } from "../../src/rules/record_view.ts";
import { RuleIndex } from "../../src/rules/rule_index.ts";
import { median } from "../pipeline/figures.ts";
import type { World } from "./world.ts";

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
  const nsOf = (work: () => void) =>
    medianSeconds(rounds, work) / records.length * 1e9;
  const view = nsOf(() => {
    for (const record of records) {
      const view = viewRecord(record);
      view.text("description");
      view.text("counterparty");
    }
  });
  const lookup = nsOf(() => {
    for (const record of records) index.candidates(viewRecord(record), found);
  });
  const check = nsOf(() => {
    for (const record of records) compiled.tryOn(viewRecord(record));
  });
  const apply = nsOf(() => {
    for (const record of records) applyRules(compiled, record);
  });
  const parts = {
    view,
    lookup: lookup - view,
    check: check - lookup,
    apply: apply - check,
  };
  return Object.entries(parts)
    .map(([part, ns]) => `${part} ${Math.round(ns)} ns`).join(", ");
}

export function medianSeconds(rounds: number, work: () => void): number {
  // Two rounds before, for the compiler.
  const times = Array.from({ length: rounds + 2 }, () => timed(work));
  return median(times.slice(2)) / 1_000;
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
