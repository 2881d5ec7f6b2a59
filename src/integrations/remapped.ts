import { canonicalJson, type JsonObject } from "../kernel/json.ts";
import { writeMinor } from "../kernel/money.ts";
import type { SourcedDraft } from "../records/revision/sourced_draft.ts";

/** What another mapping makes of one record of a payload. */
export interface RemappedRecord {
  readonly externalId: string;
  /** `gone`: the other mapping makes no such record; it would stay as it is. */
  readonly change: "same" | "changed" | "new" | "gone";
  /** The fields that differ, as they are told in public. */
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
}

/** What two mappings made of one payload, record by record, held against each other. */
export function remapped(
  before: readonly SourcedDraft[],
  after: readonly SourcedDraft[],
): readonly RemappedRecord[] {
  const old = new Map(before.map((draft) => [draft.externalId, draft]));
  const ids = new Set(after.map(({ externalId }) => externalId));
  return [
    ...after.map((draft): RemappedRecord => {
      const { externalId } = draft;
      const was = old.get(externalId);
      if (!was) {
        return { externalId, change: "new", before: null, after: told(draft) };
      }
      const [one, other] = differing(told(was), told(draft));
      return Object.keys(other).length === 0
        ? { externalId, change: "same", before: null, after: null }
        : { externalId, change: "changed", before: one, after: other };
    }),
    ...before.filter(({ externalId }) => !ids.has(externalId))
      .map(({ externalId }): RemappedRecord => ({
        externalId,
        change: "gone",
        before: null,
        after: null,
      })),
  ];
}

function told(draft: SourcedDraft): JsonObject {
  return {
    occurred_at: draft.occurredAt,
    description: draft.description,
    counterparty: draft.counterparty,
    amount: draft.amount && {
      minor: writeMinor(draft.amount.minor),
      currency: draft.amount.currency,
    },
    attributes: draft.attributes,
    pending: draft.pending,
    supersedes: draft.supersedes,
  };
}

function differing(
  one: JsonObject,
  other: JsonObject,
): [JsonObject, JsonObject] {
  const names = Object.keys(one).filter((name) =>
    canonicalJson(one[name]!) !== canonicalJson(other[name]!)
  );
  const only = (from: JsonObject) =>
    Object.fromEntries(names.map((name) => [name, from[name]!]));
  return [only(one), only(other)];
}
