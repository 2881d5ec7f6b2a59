import { z } from "@hono/zod-openapi";
import { receiptFailures } from "../../../src/receipts/receipt.ts";
import { proposeRecords } from "../../../src/receipts/use_cases/propose_records.ts";
import { ok } from "../../../src/kernel/result.ts";
import { route } from "../route.ts";

const proposalSchema = z.object({
  record_id: z.string(),
  score: z.number().openapi({ description: "0 to 1" }),
  ambiguous: z.boolean().openapi({
    description: "Another record is as likely, or nearly",
  }),
  reasons: z.array(z.object({
    part: z.enum(["amount", "date", "counterparty", "direction", "receipts"]),
    verdict: z.enum([
      "equal",
      "more",
      "near",
      "alike",
      "other",
      "came_in",
      "has_one",
    ]),
    points: z.number().openapi({
      description: "What it adds to the score, or takes from it",
    }),
  })),
}).openapi("ReceiptProposal");

export const receiptProposals = route({
  method: "get",
  path: "/receipts/{id}/proposals",
  tag: "receipts",
  summary: "List the records that a receipt may be for, and why",
  description:
    "By what somebody read off it: amount, time and counterparty. The likeliest first, at most ten; none where it tells neither amount nor time. Nothing is attached: that is for a person, by `PATCH /receipts/{id}`.",
  action: "receipts.read",
  expensive: true,
  id: {
    prefix: "rcp",
    missing: (id: string) => receiptFailures.missing({ receipt_id: id }),
  },
  answer: {
    status: 200,
    description: "The proposals",
    schema: z.object({ data: z.array(proposalSchema) })
      .openapi("ReceiptProposals"),
  },
  async handle({ deps, scope, id }) {
    const proposals = await proposeRecords(deps, scope, id);
    if (!proposals.ok) return proposals;
    return ok({
      body: {
        data: proposals.value.map(({ recordId, ...rest }) => ({
          record_id: recordId,
          ...rest,
        })),
      },
    });
  },
});
