import type { CompanyRecord } from "../records/record.ts";
import type { Step } from "./trace.ts";

/**
 * Whether more that was learned may change what is concluded of a record that waits. One that a run of rules changed is
 * left to a person: another version would keep the run from being undone.
 */
export function mayRefresh({ trace, settledByPerson }: CompanyRecord): boolean {
  return trace !== null && !settledByPerson.includes("category_id") &&
    trace.steps.every((step) =>
      step.kind !== "rules_tried" || step.runs === undefined
    );
}

/**
 * The precision at which what waits is settled: half the errors that the tenant allows. It was not sure enough before and
 * gets a chance with each version that is learned, while thresholds are tested for records that have one.
 */
export function refreshTarget(target: number): number {
  return 1 - (1 - target) / 2;
}

/** Of the steps of a record that was decided before as `record` tells, what was not counted then: hits of other rules, and no answer of a model. */
export function newSteps(
  steps: readonly Step[],
  { trace }: CompanyRecord,
): readonly Step[] {
  const before = new Set(
    trace?.steps.flatMap((step) =>
      step.kind === "rules_tried" ? step.hits.map((hit) => hit.rule_id) : []
    ),
  );
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind !== "rules_tried") return [];
    const hits = step.hits.filter(({ rule_id }) => !before.has(rule_id));
    return [{ ...step, hits }];
  });
}
