import { z } from "@hono/zod-openapi";
import { fileFailures } from "../../../src/kernel/file_failures.ts";
import { minorDigits, readMinor } from "../../../src/kernel/money.ts";
import { fail, ok } from "../../../src/kernel/result.ts";
import { receiptFailures } from "../../../src/receipts/receipt.ts";
import { RECEIPT_TYPES } from "../../../src/receipts/sniff.ts";
import { addReceipt } from "../../../src/receipts/use_cases/add_receipt.ts";
import { storeReceiptFile } from "../../../src/receipts/use_cases/store_receipt_file.ts";
import { idText, instant, text } from "../fields.ts";
import { route } from "../route.ts";
import { receiptJson, receiptSchema } from "./receipt_schema.ts";

/** What a sender may say of a receipt beside its bytes. */
const querySchema = z.strictObject({
  record_id: idText("rec", "a record").optional(),
  file_name: text(1_000).optional(),
  amount_minor: z.string().refine(
    (given) => /^\d/.test(given) && "minor" in readMinor(given),
    { error: "is not a whole number of minor units, zero or more" },
  ).optional().openapi({ description: "What was paid; needs `currency`" }),
  currency: z.string().refine((code) => minorDigits(code) !== undefined, {
    error: "is not an ISO 4217 currency code",
  }).optional(),
  occurred_at: instant.optional(),
  counterparty: text(500).optional(),
}).refine(
  (query) =>
    (query.amount_minor === undefined) === (query.currency === undefined),
  { path: ["currency"], error: "stands with amount_minor, or not at all" },
);

export const uploadReceipt = route({
  method: "post",
  path: "/receipts",
  tag: "receipts",
  summary: "Upload a receipt",
  description:
    "The body is the file itself. Its type is read from its first bytes, whatever is claimed. The same bytes once more are the receipt that is there, now for this record as well.",
  action: "receipts.write",
  query: querySchema,
  // How large it may be is configured, and told in its own words.
  upload: { contentTypes: RECEIPT_TYPES, bytesMax: Infinity },
  etag: true,
  answer: {
    status: 201,
    description: "The new receipt",
    wasThere: "The receipt with these bytes, which was there already",
    schema: receiptSchema,
  },
  refusals: [
    receiptFailures.empty(),
    receiptFailures.type_refused(),
    receiptFailures.record_missing(),
    receiptFailures.too_many_records(),
    fileFailures.too_large(),
  ],
  async handle({ deps, scope, query, upload, scopeNow }) {
    const { content, claimedType, claimedBytes } = upload!;
    const { receiptBytesMax: bytesMax } = deps;
    // What the sender says saves reading; what arrives is counted all the same.
    if ((claimedBytes ?? 0) > bytesMax) {
      await content.cancel();
      return fail(fileFailures.too_large({ bytes_max: bytesMax }));
    }
    const file = await storeReceiptFile(deps, scope, { content, claimedType });
    if (!file.ok) return file;
    // Who was let in before it arrived may be out by now.
    const still = await scopeNow();
    if (!still.ok) return still;
    const { amount_minor, currency } = query;
    const minor = readMinor(amount_minor ?? "");
    const added = await addReceipt(deps, still.value, {
      file: file.value,
      fileName: query.file_name ?? null,
      source: "upload",
      recordId: query.record_id ?? null,
      amount: "minor" in minor && currency !== undefined
        ? { minor: minor.minor, currency }
        : null,
      occurredAt: query.occurred_at ?? null,
      counterparty: query.counterparty ?? null,
    });
    if (!added.ok) return added;
    const { receipt, isNew } = added.value;
    return ok({
      body: receiptJson(receipt),
      version: receipt.version,
      wasThere: !isNew,
    });
  },
});
