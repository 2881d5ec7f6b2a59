import { z } from "@hono/zod-openapi";
import { fileFailures } from "../../../src/kernel/file_failures.ts";
import { ok, type Result } from "../../../src/kernel/result.ts";
import type { Failure } from "../../../src/kernel/failure.ts";
import type { Deps } from "../../../ports/deps.ts";
import {
  receiptFailures,
  type ReceiptSource,
} from "../../../src/receipts/receipt.ts";
import { RECEIPT_TYPES } from "../../../src/receipts/sniff.ts";
import { outgoingFailures } from "../../../src/integrations/outgoing_failures.ts";
import { addReceipt } from "../../../src/receipts/use_cases/add_receipt.ts";
import { beginUpload } from "../../../src/receipts/use_cases/begin_upload.ts";
import { fetchReceipt } from "../../../src/receipts/use_cases/fetch_receipt.ts";
import type { StoredFile } from "../../../src/receipts/use_cases/store_receipt_file.ts";
import {
  dropUpload,
  takeUpload,
} from "../../../src/receipts/use_cases/take_upload.ts";
import type { Scope } from "../../../src/tenancy/scope.ts";
import { idText, instant, money, text } from "../fields.ts";
import { told } from "../json_schema.ts";
import type { Answer } from "../operation.ts";
import { type Route, route } from "../route.ts";
import { receiptJson, receiptSchema } from "./receipt_schema.ts";

const tag = "receipts";

/** What may be said of a receipt beside its bytes. */
const said = {
  record_id: idText("rec", "a record").optional(),
  file_name: text(1_000).optional(),
  amount: money.refine(({ minor }) => !minor.startsWith("-"), {
    error: "is less than nothing; say what was paid",
  }).optional(),
  occurred_at: instant.optional(),
  counterparty: text(500).optional(),
};
type Said = z.output<z.ZodObject<typeof said>>;

const answer = {
  status: 201,
  description: "The new receipt",
  wasThere: "The receipt with these bytes, which was there already",
  schema: receiptSchema,
} as const;

const REFUSALS = [
  receiptFailures.empty(),
  receiptFailures.type_refused(),
  receiptFailures.record_missing(),
  receiptFailures.too_many_records(),
  fileFailures.too_large(),
];

async function add(
  deps: Deps,
  scope: Scope,
  file: StoredFile,
  source: ReceiptSource,
  said: Said,
): Promise<Result<Answer<z.input<typeof receiptSchema>>, Failure>> {
  const added = await addReceipt(deps, scope, {
    file,
    fileName: said.file_name ?? null,
    source,
    recordId: said.record_id ?? null,
    amount: said.amount ?? null,
    occurredAt: said.occurred_at ?? null,
    counterparty: said.counterparty ?? null,
  });
  if (!added.ok) return added;
  const { receipt, isNew } = added.value;
  return ok({
    body: receiptJson(receipt),
    version: receipt.version,
    wasThere: !isNew,
  });
}

const fromUrl = route({
  method: "post",
  path: "/receipts/from-url",
  tag,
  summary: "Fetch a receipt from an address",
  description:
    "The file at a public https address, as if you had sent it: its type is read from its first bytes.",
  action: "receipts.write",
  expensive: true,
  body: {
    schema: z.strictObject({ url: text(2_000), ...said })
      .openapi("ReceiptAddress"),
    example: { url: "https://shop.example/invoices/17.pdf" },
  },
  answer,
  etag: true,
  refusals: [
    ...REFUSALS,
    receiptFailures.url_answered(),
    outgoingFailures.refused(),
    outgoingFailures.unreachable(),
    outgoingFailures.timed_out(),
    outgoingFailures.too_large(),
    outgoingFailures.too_many_redirects(),
  ],
  async handle({ deps, scope, body: { url, ...said } }) {
    const file = await fetchReceipt(deps, scope, url);
    return file.ok ? await add(deps, scope, file.value, "url", said) : file;
  },
});

const uploadLink = route({
  method: "post",
  path: "/receipts/upload-link",
  tag,
  summary: "Get an address that takes a receipt's bytes past this service",
  description:
    "Where files are kept in a bucket: PUT just these bytes to `url` with these `headers` within a quarter of an hour, then complete the upload. Elsewhere 409: send the bytes here.",
  action: "receipts.write",
  body: {
    schema: z.strictObject({
      bytes: z.int().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, {
        error: "is not 64 small hexadecimal digits",
      }),
      content_type: z.enum(RECEIPT_TYPES),
    }).openapi("ReceiptUpload"),
    example: {
      bytes: 48_213,
      sha256:
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      content_type: "application/pdf",
    },
  },
  answer: {
    status: 200,
    description: "Where to send it",
    schema: z.object({
      upload_id: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expires_at: told,
    }).openapi("BegunReceiptUpload"),
  },
  refusals: [fileFailures.too_large(), receiptFailures.no_upload_links()],
  async handle({ deps, scope, body }) {
    const begun = await beginUpload(deps, scope, {
      bytes: body.bytes,
      sha256: body.sha256,
      contentType: body.content_type,
    });
    if (!begun.ok) return begun;
    const { id, url, headers, expiresAt } = begun.value;
    return ok({ body: { upload_id: id, url, headers, expires_at: expiresAt } });
  },
});

const complete = route({
  method: "post",
  path: "/receipts/complete",
  tag,
  summary: "Make a receipt of what was uploaded",
  description:
    "It is read, verified and kept under another key, so that whoever still has the address cannot change it.",
  action: "receipts.write",
  expensive: true,
  body: {
    schema: z.strictObject({ upload_id: idText("upl", "an upload"), ...said })
      .openapi("CompletedReceiptUpload"),
    example: { upload_id: "upl_01kx2m6v9dfk3tqz8w5y7r4b1c" },
  },
  answer,
  etag: true,
  refusals: [...REFUSALS, receiptFailures.upload_missing()],
  async handle({ deps, scope, body: { upload_id: id, ...said } }) {
    const file = await takeUpload(deps, scope, id);
    if (!file.ok) return file;
    const added = await add(deps, scope, file.value, "link", said);
    if (added.ok) await dropUpload(deps, scope, id);
    return added;
  },
});

export const receiptSourceRoutes: readonly Route[] = [
  fromUrl,
  uploadLink,
  complete,
];
