import { canonicalJson } from "../kernel/json.ts";
import type { CompanyRecord } from "../records/record.ts";
import { nextWant } from "./pipeline.ts";
import type { Conclusion, Limits, Step, Trace } from "./trace.ts";

/** In what a decision made anew is another one: the category settled, whether a person is asked, what settled it. */
export const DIFFERENCES = ["category", "outcome", "source"] as const;
export type Difference = typeof DIFFERENCES[number];

/** Whether the stored steps, under the stored limits, still add up to the stored conclusion. */
export function replays({ steps, limits, conclusion }: Trace): boolean {
  const again = conclusionOf(steps, limits);
  return again !== null && isEqual(again, conclusion);
}

/** What the service concluded before any person had a say; null where it was not asked. */
export function concludedAlone({ steps, limits }: Trace): Conclusion | null {
  const first = steps.findIndex(({ kind }) => kind === "person_decided");
  return conclusionOf(first < 0 ? steps : steps.slice(0, first), limits);
}

/** In what two conclusions of the service differ. */
export function differences(
  before: Conclusion,
  after: Conclusion,
): readonly Difference[] {
  if (before.kind !== after.kind) return ["outcome"];
  if (before.kind !== "settled" || after.kind !== "settled") return [];
  return [
    ...before.category_id === after.category_id ? [] : ["category" as const],
    ...before.source === after.source ? [] : ["source" as const],
  ];
}

/** Whether the category that a person gave the record is the one concluded; null where no person did, or a person would be asked. */
export function agreesWithPerson(
  record: CompanyRecord,
  conclusion: Conclusion,
): boolean | null {
  if (record.source !== "person" || conclusion.kind !== "settled") return null;
  return conclusion.category_id === record.categoryId;
}

function conclusionOf(
  steps: readonly Step[],
  limits: Limits,
): Conclusion | null {
  const want = nextWant(steps, limits);
  return want.kind === "stop" ? want.conclusion : null;
}

/** Compared as text with sorted members: a stored trace may have them in another order. */
function isEqual(a: Conclusion, b: Conclusion): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
