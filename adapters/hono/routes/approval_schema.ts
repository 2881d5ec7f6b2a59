import { z } from "@hono/zod-openapi";
import type { Approval } from "../../../src/approvals/approval.ts";
import type { Candidate } from "../../../src/approvals/candidate.ts";
import type { CompanyRecord } from "../../../src/records/record.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";
import { recordJson, recordSchema } from "./record_schema.ts";
import { evidenceSchema, REVIEW_REASONS } from "./trace_schema.ts";

export const APPROVAL_STATES = ["waiting", "decided", "withdrawn"] as const;
export const VERDICTS = ["approve", "override", "reject"] as const;

/** An approval as the API shows it. */
export const approvalSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  record_id: z.string(),
  state: z.enum(APPROVAL_STATES),
  suggestion: z.string().nullable().openapi({
    description: "The category that `approve` would give",
  }),
  because: z.enum([...REVIEW_REASONS, "audit"]).openapi({
    description:
      "Why a person is asked. `audit`: the record is settled, and chosen by chance to see whether that was right",
  }),
  confidence: z.number(),
  lease: z.object({ by: z.string(), until: told }).nullable(),
  created_at: told,
  decision: z.object({
    verdict: z.enum(VERDICTS),
    category_id: z.string().nullable(),
    by: z.string(),
    at: told,
    note: z.string().nullable(),
  }).nullable(),
  withdrawn_at: told.nullable(),
}).openapi("Approval");

/** An approval with the record that is to be decided. */
export const approvalWithRecordSchema = z.object({
  ...approvalSchema.shape,
  record: recordSchema,
  candidates: z.array(
    z.object({
      category_id: z.string(),
      name: z.string(),
      source: z.enum(["rule", "similarity", "model"]),
      score: z.number(),
      because: evidenceSchema,
    }),
  ).openapi({
    description:
      "Categories to choose from, the likeliest first, three at most: `override` with one, or `approve` where it is the suggestion",
  }),
}).openapi("ApprovalWithRecord");

export function approvalJson(
  approval: Approval,
): Told<z.input<typeof approvalSchema>> {
  const { id, version, recordId, suggestion, because, confidence, state } =
    approval;
  return {
    id,
    version,
    record_id: recordId,
    state: state.kind,
    suggestion,
    because,
    confidence,
    lease: approval.lease,
    created_at: approval.createdAt,
    decision: state.kind === "decided"
      ? {
        verdict: state.verdict,
        category_id: state.categoryId,
        by: state.by,
        at: state.at,
        note: state.note,
      }
      : null,
    withdrawn_at: state.kind === "withdrawn" ? state.at : null,
  };
}

export function approvalWithRecordJson(
  approval: Approval,
  record: CompanyRecord,
  candidates: readonly Candidate[],
): Told<z.input<typeof approvalWithRecordSchema>> {
  return {
    ...approvalJson(approval),
    record: recordJson(record),
    candidates: candidates.map(({ categoryId, ...candidate }) => ({
      category_id: categoryId,
      ...candidate,
    })),
  };
}
