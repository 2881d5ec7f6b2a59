import { z } from "@hono/zod-openapi";
import type { Minor } from "../../../src/kernel/money.ts";
import { ok } from "../../../src/kernel/result.ts";
import {
  RECEIPT_STATUSES,
  receiptFailures,
  RECORDS_PER_RECEIPT_MAX,
} from "../../../src/receipts/receipt.ts";
import { changeReceipt } from "../../../src/receipts/use_cases/change_receipt.ts";
import { linkReceipt } from "../../../src/receipts/use_cases/link_receipt.ts";
import { listReceipts } from "../../../src/receipts/use_cases/list_receipts.ts";
import { readReceipt } from "../../../src/receipts/use_cases/read_receipt.ts";
import { removeReceipt } from "../../../src/receipts/use_cases/remove_receipt.ts";
import { idText, instant, money, text } from "../fields.ts";
import { told } from "../json_schema.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route } from "../route.ts";
import { FILES_PATH } from "../receipt_files.ts";
import { receiptJson, receiptSchema } from "./receipt_schema.ts";
import { receiptSourceRoutes } from "./receipt_sources.ts";
import { receiptProposals } from "./receipt_proposals.ts";
import { uploadReceipt } from "./upload_receipt.ts";

const tag = "receipts";
const id = {
  prefix: "rcp",
  missing: (id: string) => receiptFailures.missing({ receipt_id: id }),
} as const;

const list = route({
  method: "get",
  path: "/receipts",
  tag,
  summary: "List receipts, latest first",
  action: "receipts.read",
  query: z.strictObject({
    ...pageQuery("rcp"),
    record_id: idText("rec", "a record").optional(),
    status: z.enum(RECEIPT_STATUSES).optional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, {
      error: "is not 64 small hexadecimal digits",
    }).optional(),
  }),
  answer: {
    status: 200,
    description: "A page of receipts",
    schema: pageSchema(receiptSchema),
  },
  async handle({ deps, scope, query }) {
    const { record_id, status, sha256 } = query;
    const page = await listReceipts(deps, scope, {
      ...record_id !== undefined && { recordIds: [record_id] },
      ...status !== undefined && { status },
      ...sha256 !== undefined && { sha256 },
    }, pageRequest(query));
    return page.ok ? ok({ body: pageJson(page.value, receiptJson) }) : page;
  },
});

const show = route({
  method: "get",
  path: "/receipts/{id}",
  tag,
  summary: "Show a receipt",
  action: "receipts.read",
  id,
  etag: true,
  answer: { status: 200, description: "It", schema: receiptSchema },
  async handle({ deps, scope, id }) {
    const read = await readReceipt(deps, scope, id);
    if (!read.ok) return read;
    return ok({ body: receiptJson(read.value), version: read.value.version });
  },
});

const recordIds = z.array(idText("rec", "a record"))
  .min(1).max(RECORDS_PER_RECEIPT_MAX).optional();

const change = route({
  method: "patch",
  path: "/receipts/{id}",
  tag,
  summary: "Attach a receipt, detach it, or correct what is told of it",
  description: "What is left out stays as it is.",
  action: "receipts.write",
  id,
  ifMatch: true,
  etag: true,
  body: {
    schema: z.strictObject({
      attach: recordIds,
      detach: recordIds,
      file_name: text(1_000).optional(),
      amount: money.refine(({ minor }) => !minor.startsWith("-"), {
        error: "is negative; it is what was paid",
      }).nullable().optional(),
      occurred_at: instant.nullable().optional(),
      counterparty: text(500).nullable().optional(),
    }).openapi("ReceiptChange"),
    example: { attach: ["rec_01kx2m6v9dfk3tqz8w5y7r4b1c"] },
  },
  answer: { status: 200, description: "The receipt", schema: receiptSchema },
  refusals: [
    receiptFailures.stale(),
    receiptFailures.record_missing(),
    receiptFailures.too_many_records(),
  ],
  async handle({ deps, scope, id, body, seenVersion }) {
    const { attach, detach, file_name, amount, occurred_at, counterparty } =
      body;
    const changed = await changeReceipt(deps, scope, id, {
      change: {
        ...attach !== undefined && { attach },
        ...detach !== undefined && { detach },
        ...file_name !== undefined && { fileName: file_name },
        ...amount !== undefined && {
          amount: amount && { ...amount, minor: amount.minor as Minor },
        },
        ...occurred_at !== undefined && { occurredAt: occurred_at },
        ...counterparty !== undefined && { counterparty },
      },
      seenVersion,
    });
    if (!changed.ok) return changed;
    const { value } = changed;
    return ok({ body: receiptJson(value), version: value.version });
  },
});

const remove = route({
  method: "delete",
  path: "/receipts/{id}",
  tag,
  summary: "Remove a receipt",
  description: "Links to it end at once; its file follows.",
  action: "receipts.write",
  id,
  answer: { status: 204, description: "It is not there any more" },
  async handle({ deps, scope, id }) {
    const removed = await removeReceipt(deps, scope, id);
    return removed.ok ? ok({ body: null }) : removed;
  },
});

const link = route({
  method: "get",
  path: "/receipts/{id}/link",
  tag,
  summary: "A link to the file",
  description:
    "Whoever has it reads the file, without signing in, for five minutes.",
  action: "receipts.read",
  id,
  answer: {
    status: 200,
    description: "The link",
    schema: z.object({ url: z.string(), expires_at: told })
      .openapi("ReceiptLink"),
  },
  refusals: [receiptFailures.no_links()],
  async handle({ deps, scope, id, origin }) {
    const made = await linkReceipt(deps, scope, id);
    if (!made.ok) return made;
    const { value } = made;
    const url = "url" in value
      ? value.url
      : `${origin}${FILES_PATH}/${value.token}`;
    return ok({ body: { url, expires_at: value.expiresAt } });
  },
});

export const receiptRoutes: readonly Route[] = [
  uploadReceipt,
  ...receiptSourceRoutes,
  list,
  show,
  change,
  remove,
  receiptProposals,
  link,
];
