import { z } from "@hono/zod-openapi";
import type {
  Approval,
  GivenVerdict,
} from "../../../src/approvals/approval.ts";
import type { ReviewItem } from "../../../src/approvals/review_item.ts";
import { told, toldMoney } from "../json_schema.ts";
import type { Told } from "../route.ts";
import { moneyJson, recordJson, recordSchema } from "./record_schema.ts";
import { evidenceSchema, REVIEW_REASONS } from "./trace_schema.ts";

export const APPROVAL_STATES = ["waiting", "decided", "withdrawn"] as const;
export const VERDICTS = ["approve", "override", "reject"] as const;

const verdictSchema = z.object({
  verdict: z.enum(VERDICTS),
  category_id: z.string().nullable(),
  by: z.string(),
  at: told,
  decision_id: z.string(),
});

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
      "Why a person is asked. `audit`, told once it is decided: the record was settled, and chosen by chance to see whether that was right",
  }),
  confidence: z.number(),
  lease: z.object({
    by: z.string(),
    until: told,
    token: z.number().int().openapi({
      description: "Send it with the decision: a later claim makes it void",
    }),
  }).nullable(),
  assigned_to: z.string().nullable(),
  created_at: told,
  verdicts: z.array(verdictSchema).openapi({
    description:
      "What members said while it waits for two of them to say the same",
  }),
  decision: z.object({
    id: z.string().nullable().openapi({
      description: "By which it can be undone, with all decided in that step",
    }),
    verdict: z.enum(VERDICTS),
    category_id: z.string().nullable(),
    by: z.string(),
    at: told,
    note: z.string().nullable(),
    verdicts: z.array(verdictSchema).openapi({
      description:
        "What members had said before, in order; where two had to say the same, one of them said what was decided",
    }),
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
      score: z.number().nullable().openapi({
        description:
          "How sure its source is of it; while it waits told of the suggestion alone",
      }),
      because: evidenceSchema,
      rule: z.object({ id: z.string(), name: z.string() }).nullable(),
      rationale: z.string().nullable().openapi({
        description: "What a model said for it",
      }),
    }),
  ).openapi({
    description:
      "Categories to choose from, three at most, the suggestion first, then what the approved records speak for most: `override` with one, or `approve` where it is the suggestion",
  }),
  similar: z.array(
    z.object({
      record_id: z.string(),
      category_id: z.string(),
      similarity: z.number(),
      count: z.number().int(),
      match: z.string(),
      description: z.string(),
      counterparty: z.string().nullable(),
      amount: toldMoney.nullable(),
      occurred_at: told.nullable(),
    }),
  ).openapi({ description: "Records much like it that people decided" }),
  receipt_ids: z.array(z.string()),
  alike: z.number().int().openapi({
    description: "How many that wait are alike, itself counted",
  }),
  queue: z.string().openapi({
    description: "The id of its review queue, or `default`",
  }),
  due_at: told.nullable(),
  overdue: z.boolean(),
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
    lease: approval.lease &&
      { ...approval.lease, token: approval.leaseToken },
    assigned_to: approval.assignedTo,
    created_at: approval.createdAt,
    verdicts: state.kind === "waiting" ? state.verdicts.map(verdictJson) : [],
    decision: state.kind === "decided"
      ? {
        id: state.decisionId,
        verdict: state.verdict,
        category_id: state.categoryId,
        by: state.by,
        at: state.at,
        note: state.note,
        verdicts: state.verdicts.map(verdictJson),
      }
      : null,
    withdrawn_at: state.kind === "withdrawn" ? state.at : null,
  };
}

function verdictJson(
  { verdict, categoryId, by, at, decisionId }: GivenVerdict,
): Told<z.input<typeof verdictSchema>> {
  return { verdict, category_id: categoryId, by, at, decision_id: decisionId };
}

export function reviewItemJson(
  item: ReviewItem,
): Told<z.input<typeof approvalWithRecordSchema>> {
  return {
    ...approvalJson(item),
    record: recordJson(item.record),
    candidates: item.candidates.map(({ categoryId, ...candidate }) => ({
      category_id: categoryId,
      ...candidate,
    })),
    similar: item.similar.map((one) => ({
      record_id: one.recordId,
      category_id: one.categoryId,
      similarity: one.similarity,
      count: one.count,
      match: one.match,
      description: one.description,
      counterparty: one.counterparty,
      amount: one.amount && moneyJson(one.amount),
      occurred_at: one.occurredAt,
    })),
    receipt_ids: item.receiptIds,
    alike: item.alike,
    queue: item.queue,
    due_at: item.dueAt,
    overdue: item.overdue,
  };
}
