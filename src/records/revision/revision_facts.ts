import type { Fact } from "../../events/fact.ts";
import type { Change } from "../../events/fact_form.ts";
import { canonicalJson, type JsonObject } from "../../kernel/json.ts";
import { publicFields } from "../correction.ts";
import type { CompanyRecord, SettledField } from "../record.ts";

/** A record before and after a later version, and whether it was pending. */
export interface Revision {
  readonly before: CompanyRecord;
  readonly after: CompanyRecord;
  readonly wasPending: boolean;
  readonly pending: boolean;
  /** It goes through the pipeline again. */
  readonly anew: boolean;
}

/** What the log tells of a revision: the fields that changed. */
export function revisionFacts(revision: Revision): readonly Fact[] {
  const record_id = revision.after.id;
  const change = changeOf(revision);
  return [
    ...change === null ? [] : [
      { type: "RECORD_UPDATED", payload: { record_id, ...change } } as const,
    ],
    ...revision.anew
      ? [{ type: "REPROCESS_REQUESTED", payload: { record_id } } as const]
      : [],
  ];
}

const CONTENT = [
  "occurredAt",
  "description",
  "counterparty",
  "amount",
] as const satisfies readonly SettledField[];

function changeOf(
  { before, after, wasPending, pending }: Revision,
): Change | null {
  const names = new Set([
    ...Object.keys(before.attributes),
    ...Object.keys(after.attributes),
  ]);
  const fields: readonly SettledField[] = [
    ...CONTENT,
    ...[...names].map((name) => `attributes.${name}` as const),
  ];
  const told = (record: CompanyRecord, pending: boolean): JsonObject => ({
    ...publicFields(record, fields),
    external_id: record.externalId,
    pending,
  });
  const [one, other] = [told(before, wasPending), told(after, pending)];
  const changed = Object.keys(one).filter((name) =>
    canonicalJson(one[name]!) !== canonicalJson(other[name]!)
  );
  const only = (from: JsonObject) =>
    Object.fromEntries(changed.map((name) => [name, from[name]!]));
  return changed.length === 0
    ? null
    : { before: only(one), after: only(other) };
}
