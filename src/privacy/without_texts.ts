import type { FieldsSet, Step, Trace } from "../processing/trace.ts";
import { ERASED } from "../records/erased.ts";
import type {
  CompanyRecord,
  Conflict,
  Draft,
  RecordContent,
} from "../records/record.ts";
import { isDecision, type RecordDiff } from "../rules/history/plan.ts";

/** What a sender said, without its texts: time and amount stay. */
export function contentWithoutTexts(
  { occurredAt, amount }: RecordContent,
): RecordContent {
  return {
    occurredAt,
    description: ERASED,
    counterparty: null,
    amount,
    attributes: {},
  };
}

/** The record without its texts. Ids, amount, times, category and what was decided stay, so that figures do not change. */
export function recordWithoutTexts(record: CompanyRecord): CompanyRecord {
  return {
    ...record,
    ...contentWithoutTexts(record),
    version: record.version + 1,
    fingerprint: ERASED,
    trace: record.trace && traceWithoutTexts(record.trace),
    settledByPerson: record.settledByPerson
      .filter((field) => !field.startsWith("attributes.")),
  };
}

/** A draft of such a record; its place in the delivery stays. */
export function draftWithoutTexts(draft: Draft): Draft {
  return {
    ...contentWithoutTexts(draft),
    externalId: draft.externalId,
    connectionId: draft.connectionId,
    raw: null,
    fingerprint: ERASED,
  };
}

/** Its fingerprint becomes one of its own, since a record may have several. */
export function conflictWithoutTexts(conflict: Conflict): Conflict {
  return {
    ...conflict,
    fingerprint: `${ERASED}-${conflict.id}`,
    content: contentWithoutTexts(conflict.content),
    raw: null,
  };
}

/** The trace without what it quotes; its conclusion still follows from its steps. */
export function traceWithoutTexts(trace: Trace): Trace {
  return { ...trace, steps: trace.steps.map(stepWithoutTexts) };
}

/** The rationales that models gave in these traces: they quote the record. */
export function rationalesIn(
  traces: readonly (Trace | null)[],
): readonly string[] {
  const steps = traces.flatMap((trace) => trace?.steps ?? []);
  return [
    ...new Set(
      steps.flatMap((step) =>
        step.kind === "model_answered" && step.rationale !== ""
          ? [step.rationale]
          : []
      ),
    ),
  ];
}

/** The decision's part of what a back-test found or a run changed: no undo brings a text back. */
export function diffWithoutTexts(diff: RecordDiff): RecordDiff {
  const { undo } = diff;
  return {
    ...diff,
    changes: diff.changes.filter(({ field }) => isDecision(field)),
    undo: undo && {
      ...undo,
      decision: undo.decision && {
        ...undo.decision,
        trace: undo.decision.trace && traceWithoutTexts(undo.decision.trace),
      },
      step: undo.step && ruleStepWithoutTexts(undo.step),
      outcome: undo.outcome && {
        restored: undo.outcome.restored.filter(isDecision),
        left: undo.outcome.left.filter(({ field }) => isDecision(field)),
      },
    },
  };
}

function stepWithoutTexts(step: Step): Step {
  switch (step.kind) {
    case "rules_tried":
      return ruleStepWithoutTexts(step);
    case "model_answered":
      return { ...step, rationale: "" };
    case "person_decided":
      return { ...step, note: step.note === null ? null : ERASED };
    case "examples_recalled":
    case "model_failed":
      return step;
    default:
      return step satisfies never;
  }
}

type RulesTried = Extract<Step, { readonly kind: "rules_tried" }>;

function ruleStepWithoutTexts(step: RulesTried): RulesTried {
  const { category_id, review } = step.sets;
  const sets: FieldsSet = {
    ...category_id !== undefined && { category_id },
    ...review !== undefined && { review },
  };
  return { ...step, sets, replaced: {} };
}
