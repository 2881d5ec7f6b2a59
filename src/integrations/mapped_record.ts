import { z } from "zod";
import type { Flaw } from "../kernel/failure.ts";
import { readDecimal } from "../kernel/decimal.ts";
import type { ConnectionId } from "../kernel/ids.ts";
import { type Instant, readInstant } from "../kernel/instant.ts";
import type { Json } from "../kernel/json.ts";
import { minorDigits, readMinor } from "../kernel/money.ts";
import { pointerTo } from "../kernel/pointer.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { draftOf } from "../records/draft.ts";
import type { SourcedDraft } from "../records/revision/sourced_draft.ts";
import { plainText } from "../rules/conditions/plain_text.ts";
import { RECORDS_PER_PAYLOAD_MAX } from "./mapping.ts";

/** Characters and members as in a push by API. */
const ATTRIBUTES_MAX = 50;

const externalId = z.union([z.string(), z.int()]).transform(String)
  .pipe(plainText(200));

const occurredAt = z.union([z.string(), z.number()]).transform(
  (given, context): Instant => {
    // Providers tell Unix seconds as often as text.
    const text = typeof given === "number" && Number.isFinite(given)
      ? isoOf(given)
      : String(given);
    const read = readInstant(text);
    if ("instant" in read) return read.instant;
    context.addIssue({ code: "custom", message: read.wrong });
    return z.NEVER;
  },
);

function isoOf(seconds: number): string {
  const ms = Math.round(seconds * 1_000);
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : "";
}

const currency = z.string().transform((code) => code.toUpperCase())
  .refine((code) => minorDigits(code) !== undefined, {
    error: "is not an ISO 4217 currency code",
  });

const amount = z.strictObject({
  minor: z.union([z.number(), z.string()]).optional(),
  value: z.union([z.number(), z.string()]).optional(),
  currency,
}).transform((given, context) => {
  if ((given.minor === undefined) === (given.value === undefined)) {
    context.addIssue({
      code: "custom",
      message: "has not just one of minor and value",
    });
    return z.NEVER;
  }
  const read = given.minor !== undefined
    ? readMinor(given.minor)
    : readDecimal(given.value!, given.currency);
  if ("minor" in read) return { minor: read.minor, currency: given.currency };
  context.addIssue({ code: "custom", message: read.wrong });
  return z.NEVER;
});

const attributes = z.record(
  plainText(64),
  z.union([
    z.string().max(500).refine(isStorable, "contains what cannot be kept"),
    z.number(),
    z.boolean(),
    z.null(),
  ]),
).refine((given) => Object.keys(given).length <= ATTRIBUTES_MAX, {
  error: `has more than ${ATTRIBUTES_MAX} members`,
});

const mappedRecord = z.strictObject({
  external_id: externalId,
  occurred_at: occurredAt.nullish(),
  description: plainText(1_000),
  counterparty: z.string().max(300).refine(
    isStorable,
    "contains what cannot be kept",
  ).nullish(),
  amount: amount.nullish(),
  attributes: attributes.nullish(),
  pending: z.boolean().nullish(),
  supersedes: externalId.nullish(),
});

/**
 * What a mapping made, read: a record, a list of them, `{ "records": [...] }`, or nothing, for a payload that means none.
 * The payload is the record's raw payload where it became just one. Flaws point into what was made.
 */
export function readMapped(
  made: Json | undefined,
  payload: Json,
  connectionId: ConnectionId,
): Result<readonly SourcedDraft[], readonly Flaw[]> {
  const items = itemsOf(made);
  if (items.length > RECORDS_PER_PAYLOAD_MAX) {
    return fail([{
      pointer: "",
      detail: `are more than ${RECORDS_PER_PAYLOAD_MAX} records`,
    }]);
  }
  const flaws: Flaw[] = [];
  const drafts: SourcedDraft[] = [];
  const known = new Set<string>();
  items.forEach((item, i) => {
    const read = mappedRecord.safeParse(item);
    if (!read.success) {
      flaws.push(...read.error.issues.map(({ path, message }) => ({
        pointer: pointerTo([i, ...path]),
        detail: message,
      })));
      return;
    }
    const { external_id, occurred_at, pending, supersedes, ...rest } =
      read.data;
    if (known.has(external_id)) {
      flaws.push({
        pointer: `/${i}/external_id`,
        detail: "is the external_id of an earlier record too",
      });
    }
    known.add(external_id);
    const draft = draftOf({
      externalId: external_id,
      connectionId,
      occurredAt: occurred_at ?? null,
      description: rest.description,
      counterparty: rest.counterparty ?? null,
      amount: rest.amount ?? null,
      attributes: rest.attributes ?? {},
      raw: items.length === 1 ? payload : null,
    }, connectionId);
    drafts.push({
      ...draft,
      pending: pending ?? false,
      supersedes: supersedes ?? null,
    });
  });
  return flaws.length > 0 ? fail(flaws) : ok(drafts);
}

function itemsOf(made: Json | undefined): readonly Json[] {
  if (made === undefined || made === null) return [];
  if (Array.isArray(made)) return made;
  const { records } = made as { readonly records?: Json };
  return Array.isArray(records) ? records : [made];
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
