import { match } from "ts-pattern";
import type { CompanyRecord } from "../records/record.ts";
import { nextWant } from "./pipeline.ts";
import type { Conclusion, Limits, Step } from "./trace.ts";

/** The record with `steps` as its trace, and the state that their conclusion gives it. */
export function concluded(
  record: CompanyRecord,
  steps: readonly Step[],
  limits: Limits,
  conclusion: Conclusion,
): CompanyRecord {
  const trace = { schema: 1, limits, steps, conclusion } as const;
  return match(conclusion)
    .returnType<CompanyRecord>()
    .with({ kind: "settled", source: "person" }, (settled) => ({
      ...record,
      ...byPerson(record),
      trace,
      status: "approved",
      categoryId: settled.category_id,
      source: "person",
      confidence: settled.confidence,
    }))
    .with({ kind: "settled" }, (settled) => ({
      ...record,
      trace,
      status: "processed",
      outcome: "auto",
      categoryId: settled.category_id,
      source: settled.source,
      confidence: settled.confidence,
    }))
    .with({ kind: "needs_review" }, () => ({
      ...record,
      trace,
      status: "processed",
      outcome: "needs_review",
      categoryId: null,
      source: null,
      confidence: null,
    }))
    .with({ kind: "rejected" }, () => ({
      ...record,
      ...byPerson(record),
      trace,
      status: "rejected",
      categoryId: null,
      source: "person",
      confidence: null,
    }))
    .exhaustive();
}

/** The record after a person decided it: the step joins the trace that was there. */
export function decidedByPerson(
  record: CompanyRecord,
  step: Extract<Step, { kind: "person_decided" }>,
  limitsNow: Limits,
): CompanyRecord {
  const limits = record.trace?.limits ?? limitsNow;
  const steps = [...record.trace?.steps ?? [], step];
  const want = nextWant(steps, limits);
  if (want.kind !== "stop") {
    throw new Error(`a person's decision left the want ${want.kind}`);
  }
  return concluded(record, steps, limits, want.conclusion);
}

function byPerson(record: CompanyRecord) {
  const fields = new Set(record.settledByPerson).add("category_id");
  return { settledByPerson: [...fields] };
}
