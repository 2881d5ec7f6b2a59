import { cuesOf } from "../processing/cues.ts";
import type { Example } from "../processing/example.ts";
import type { CompanyRecord } from "../records/record.ts";
import type { RecordBefore } from "./decision.ts";

/** The record as it was before a decision; its version moves on when it is written. */
export function undoneRecord(
  record: CompanyRecord,
  before: RecordBefore,
): CompanyRecord {
  const { status, outcome, categoryId, source, confidence, conclusion } =
    before;
  const { trace, settledByPerson } = record;
  return {
    ...record,
    status,
    outcome,
    categoryId,
    source,
    confidence,
    trace: trace && conclusion
      // The decision added the last step, and nothing came after it.
      ? { ...trace, steps: trace.steps.slice(0, -1), conclusion }
      : null,
    settledByPerson: before.settledCategory
      ? settledByPerson
      : settledByPerson.filter((field) => field !== "category_id"),
  };
}

/** What the record taught before; null where it taught nothing. */
export function undoneExample(
  record: CompanyRecord,
  { example }: RecordBefore,
  contextAttributes: readonly string[],
): Example | null {
  if (!example) return null;
  const cues = cuesOf(record, contextAttributes);
  return {
    recordId: record.id,
    ...example,
    keys: cues.keys.map(({ key }) => key),
    textKey: cues.textKey,
    text: cues.text,
  };
}
