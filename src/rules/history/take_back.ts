import type { RunId } from "../../kernel/ids.ts";
import {
  withoutRuleFields,
  withRuleFields,
} from "../../processing/rule_fields.ts";
import type { FieldsSet, Step } from "../../processing/trace.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { fieldsOf, fieldsSetOf } from "../evaluate_rules.ts";
import {
  isDecision,
  type LeftBecause,
  type PlannedField,
  type RecordDiff,
  type Undone,
  type UndoNote,
} from "./plan.ts";
import { contentOf, rulesTried, setByRules } from "./plan_record.ts";

type RulesTried = Extract<Step, { readonly kind: "rules_tried" }>;

/** A record after an undo, and what that did; `record` is null where all was left. */
export interface TakenBack {
  readonly record: CompanyRecord | null;
  readonly outcome: Undone;
}

/**
 * Gives every field that the run changed, and nobody changed since, what stood there before, and leaves the others.
 * Where nothing was left, the record is what it was before the run, its trace included.
 */
export function takeBack(
  record: CompanyRecord,
  { changes }: Pick<RecordDiff, "changes">,
  undo: Pick<UndoNote, "decision" | "step">,
  runId: RunId,
): TakenBack {
  const step = rulesTried(record);
  const restored: PlannedField[] = [];
  const left: { field: PlannedField; because: LeftBecause }[] = [];
  for (const { field, after } of changes) {
    const because = whyLeft(record, step, field, after, runId);
    if (because === null) restored.push(field);
    else left.push({ field, because });
  }
  if (restored.length === 0 || !step) {
    return { record: null, outcome: { restored: [], left } };
  }
  const isLast = left.length === 0 && step.runs?.at(-1) === runId;
  const before = isLast && undo.step
    ? { ...undo.step, sets: setsBefore(record, new Set(restored), undo.step) }
    : stepWithout(
      { ...step, sets: setsWithout(record, new Set(restored), undo) },
      restored.some(isDecision),
      undo,
      runId,
    );
  const { record: next, replaced } = withRuleFields(
    withoutRuleFields(record),
    before.sets,
  );
  const restoresDecision = restored.some(isDecision) && undo.decision !== null;
  const trace = restoresDecision ? undo.decision!.trace : record.trace;
  const others = trace?.steps.filter(({ kind }) => kind !== "rules_tried");
  return {
    record: {
      ...next,
      ...restoresDecision ? undo.decision : {},
      trace: trace && {
        ...trace,
        steps: [{ ...before, replaced }, ...others ?? []],
      },
    },
    outcome: { restored, left },
  };
}

/** Null where the field stands as the run left it. */
function whyLeft(
  record: CompanyRecord,
  step: RulesTried | undefined,
  field: PlannedField,
  after: unknown,
  runId: RunId,
): LeftBecause | null {
  const settled = field === "review" ? "category_id" : field;
  if (record.settledByPerson.includes(settled)) return "settled_by_person";
  if (isDecision(field)) {
    const stands = record.status === "processed" && step?.decided_in === runId;
    return stands ? null : "decided_again";
  }
  // Processing it again tries the rules anew, and so forgets the runs.
  const waits = record.status === "ingested" || record.status === "failed";
  if (!step?.runs?.includes(runId) || waits) {
    return "decided_again";
  }
  return contentOf(record, field) === after ? null : "changed_again";
}

/** What rules had set before the run; what a person corrected since is no longer theirs. */
function setsBefore(
  record: CompanyRecord,
  restored: ReadonlySet<PlannedField>,
  { sets }: RulesTried,
): FieldsSet {
  return fieldsSetOf(
    fieldsOf(sets).filter(([field, value]) =>
      isDecision(field) || restored.has(field) ||
      contentOf(record, field) === value
    ),
  );
}

/** What rules set on the record without the fields restored, which are as they were. */
function setsWithout(
  record: CompanyRecord,
  restored: ReadonlySet<PlannedField>,
  undo: Pick<UndoNote, "step">,
): FieldsSet {
  const decides = [...restored].some(isDecision);
  const taken = (field: PlannedField) =>
    isDecision(field) ? decides : restored.has(field);
  return fieldsSetOf([
    ...fieldsOf(undo.step?.sets ?? {}).filter(([field]) => taken(field)),
    ...[...setByRules(record)].filter(([field]) => !taken(field)),
  ]);
}

/** A later run, or a part of this one that is left, still stands in the step. */
function stepWithout(
  { decided_in: decidedNow, runs = [], ...step }: RulesTried,
  decides: boolean,
  undo: Pick<UndoNote, "step">,
  runId: RunId,
): RulesTried {
  const decidedIn = decides ? undo.step?.decided_in : decidedNow;
  const otherRuns = runs.filter((id) => id !== runId);
  return {
    ...step,
    ...decides && { matched: undo.step?.matched ?? null },
    ...otherRuns.length > 0 && { runs: otherRuns },
    ...decidedIn !== undefined && { decided_in: decidedIn },
  };
}
