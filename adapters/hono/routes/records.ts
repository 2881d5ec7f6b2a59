import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../src/approvals/approval.ts";
import { fail, ok } from "../../../src/kernel/result.ts";
import { recordFailures } from "../../../src/records/record.ts";
import { acceptRecords } from "../../../src/records/use_cases/accept_records.ts";
import { correctRecord } from "../../../src/records/use_cases/correct_record.ts";
import { listRecords } from "../../../src/records/use_cases/list_records.ts";
import { readRecord } from "../../../src/records/use_cases/read_record.ts";
import { receiveDelivery } from "../../../src/records/use_cases/receive_delivery.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route } from "../route.ts";
import { correctionOf, correctionSchema } from "./correction_schema.ts";
import { intakeSchema } from "./delivery_schema.ts";
import { explainRoute } from "./explain.ts";
import { incomingOf, newRecordsSchema } from "./new_record_schema.ts";
import { filterOf, recordFilter } from "./record_filter_schema.ts";
import {
  recordInFullJson,
  recordInFullSchema,
} from "./record_in_full_schema.ts";
import {
  listedRecordSchema,
  recordJson,
  recordSchema,
} from "./record_schema.ts";
import { reprocessRoute } from "./reprocess.ts";

const tag = "records";
const recordId = {
  prefix: "rec",
  missing: (id: string) => recordFailures.missing({ record_id: id }),
} as const;

const push = route({
  method: "post",
  path: "/records",
  tag,
  summary: "Push records",
  description:
    "1 to 5,000 records, all or none. The same external id with the same content is a duplicate; with other content a conflict, kept aside, and the record stays as it was. With `Prefer: respond-async` the set is kept as a delivery and taken in afterwards.",
  action: "records.write",
  async: true,
  body: {
    schema: newRecordsSchema,
    example: {
      records: [{
        external_id: "2026-03-31/17",
        occurred_at: "2026-03-31",
        description: "CARD PURCHASE 4411 TIMBER YARD",
        amount: { minor: -1250, currency: "GBP" },
        attributes: { unit: "Workshop" },
      }],
    },
  },
  answer: {
    status: 202,
    description: "Taken in, to be processed; or kept as a delivery",
    schema: z.union([
      intakeSchema,
      z.object({ delivery_id: z.string() }).openapi("KeptDelivery"),
    ]),
    example: {
      accepted: 1,
      duplicates: 0,
      conflicts: [],
      record_ids: ["rec_01kx2m6v9dfk3tqz8w5y7r4b1c"],
    },
  },
  refusals: [
    recordFailures.unknown_connection(),
    recordFailures.duplicate_ids(),
    recordFailures.backlog_full(),
    recordFailures.service_backlog_full(),
  ],
  async handle({ deps, scope, body, sent, prefersAsync }) {
    const incoming = incomingOf(body, sent);
    if (!prefersAsync) {
      const intake = await acceptRecords(deps, scope, incoming);
      return intake.ok ? ok({ body: intake.value }) : intake;
    }
    const kept = await receiveDelivery(deps, scope, incoming);
    if (!kept.ok) return kept;
    const { id } = kept.value;
    return ok({
      body: { delivery_id: id },
      headers: {
        Location: `/api/v1/deliveries/${id}`,
        "Preference-Applied": "respond-async",
      },
    });
  },
});

const list = route({
  method: "get",
  path: "/records",
  tag,
  summary: "List records, latest first",
  action: "records.read",
  query: z.strictObject({ ...recordFilter, ...pageQuery("rec") }),
  answer: {
    status: 200,
    description: "A page of records",
    schema: pageSchema(listedRecordSchema),
  },
  async handle({ deps, scope, query }) {
    const page = pageRequest(query);
    const found = await listRecords(deps, scope, filterOf(query), page);
    if (!found.ok) return found;
    const { pending } = found.value;
    const body = pageJson(found.value, (record) => ({
      ...recordJson(record),
      pending: pending.has(record.id),
    }));
    return ok({ body });
  },
});

const read = route({
  method: "get",
  path: "/records/{id}",
  tag,
  summary: "Read a record",
  description:
    "With its payload as received, every trace it ever had, and conflicting content kept aside.",
  action: "records.read",
  id: recordId,
  etag: true,
  answer: {
    status: 200,
    description: "The record in full",
    schema: recordInFullSchema,
  },
  async handle({ deps, scope, id }) {
    const found = await readRecord(deps, scope, id);
    if (!found.ok) return found;
    const { version } = found.value.record;
    return ok({ body: recordInFullJson(found.value), version });
  },
});

const correct = route({
  method: "patch",
  path: "/records/{id}",
  tag,
  summary: "Correct a record",
  description:
    "What a person says of a record; no machine changes these fields again. A category settles the record and teaches.",
  action: "records.correct",
  id: recordId,
  ifMatch: true,
  etag: true,
  body: {
    schema: correctionSchema,
    example: { counterparty: "Timber Yard Ltd" },
  },
  answer: {
    status: 200,
    description: "The record as corrected",
    schema: recordSchema,
  },
  refusals: [
    recordFailures.stale(),
    approvalFailures.unknown_category(),
    approvalFailures.two_needed(),
  ],
  async handle({ deps, scope, id, body, seenVersion }) {
    const correction = correctionOf(body);
    const corrected = await correctRecord(deps, scope, id, {
      correction,
      seenVersion,
    });
    if (!corrected.ok) return fail(corrected.failure);
    const { version } = corrected.value;
    return ok({ body: recordJson(corrected.value), version });
  },
});

export const recordRoutes: readonly Route[] = [
  push,
  list,
  read,
  correct,
  explainRoute,
  reprocessRoute,
];
