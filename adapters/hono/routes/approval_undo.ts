import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../src/approvals/approval.ts";
import { decisionFailures } from "../../../src/approvals/decision.ts";
import { undoDecision } from "../../../src/approvals/use_cases/undo_decision.ts";
import { ok } from "../../../src/kernel/result.ts";
import { type Route, route } from "../route.ts";
import { approvalJson, approvalSchema } from "./approval_schema.ts";

const tag = "approvals";

const answer = {
  status: 200,
  description: "The approvals, which wait again",
  schema: z.object({ reopened: z.array(approvalSchema) }).openapi("Undone"),
} as const;

const undoOne = route({
  method: "post",
  path: "/approvals/{id}/undo",
  tag,
  summary: "Undo what was last decided of an approval",
  description:
    "The record is as it was before, and what the decision taught is forgotten. Others that were decided in the same step stay decided. While two members are to agree, it is what the caller said that is taken back.",
  action: "approvals.decide",
  id: {
    prefix: "apr",
    missing: (id) => approvalFailures.missing({ approval_id: id }),
  },
  answer,
  refusals: [
    decisionFailures.not_undoable(),
    decisionFailures.changed_since(),
    decisionFailures.not_yours(),
    approvalFailures.members_only(),
  ],
  async handle({ deps, scope, id }) {
    const undone = await undoDecision(deps, scope, { approvalId: id });
    if (!undone.ok) return undone;
    return ok({ body: { reopened: undone.value.map(approvalJson) } });
  },
});

const undoAll = route({
  method: "post",
  path: "/approvals/decisions/{id}/undo",
  tag,
  summary: "Undo all that was decided in one step",
  description:
    "All or nothing: where something was changed since, by a correction, a run of rules or an erasure, nothing is undone, and `changed` says which.",
  action: "approvals.decide",
  id: {
    prefix: "dcn",
    missing: (id) => decisionFailures.missing({ decision_id: id }),
  },
  answer,
  refusals: [
    decisionFailures.undone(),
    decisionFailures.changed_since(),
    decisionFailures.not_yours(),
    approvalFailures.members_only(),
  ],
  async handle({ deps, scope, id }) {
    const undone = await undoDecision(deps, scope, { decisionId: id });
    if (!undone.ok) return undone;
    return ok({ body: { reopened: undone.value.map(approvalJson) } });
  },
});

export const approvalUndoRoutes: readonly Route[] = [undoOne, undoAll];
