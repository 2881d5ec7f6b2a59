import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../src/approvals/approval.ts";
import { queueFailures } from "../../../src/approvals/review_queue.ts";
import { decideAndNext } from "../../../src/approvals/use_cases/decide_and_next.ts";
import {
  decideApprovals,
} from "../../../src/approvals/use_cases/decide_approvals.ts";
import type { Failure } from "../../../src/kernel/failure.ts";
import { fail, ok } from "../../../src/kernel/result.ts";
import { recordFailures } from "../../../src/records/record.ts";
import { ruleFailures } from "../../../src/rules/rule.ts";
import { draftRuleForOverride } from "../../../src/rules/use_cases/draft_rule_for_override.ts";
import { partProblemOf } from "../problem.ts";
import { partProblemSchema } from "../problem_schema.ts";
import { route } from "../route.ts";
import {
  approvalJson,
  approvalSchema,
  approvalWithRecordSchema,
  reviewItemJson,
} from "./approval_schema.ts";
import { whatToClaim } from "./claim_schema.ts";
import {
  decideManySchema,
  decideSchema,
  decisionOf,
  definitionIn,
} from "./decision_schema.ts";

import { draftJson, draftSchema } from "./suggestion_schemas.ts";

const tag = "approvals";

/** Decides one; a refusal is the answer, and nothing is kept of it. */
export const decideRoute = route({
  method: "post",
  path: "/approvals/{id}/decide",
  tag,
  summary: "Decide an approval",
  description:
    "Of several people who decide one item just one wins. Above the tenant's `four_eyes_above` the first member's word leaves it waiting for a second one's. `create_rule` makes a rule along with it, at the end of the set; it needs `rules.write` too. With `dry_run` nothing is decided and nothing made: `draft` shows the rule and what it would have changed; it needs `rules.read`.",
  action: "approvals.decide",
  id: {
    prefix: "apr",
    missing: (id) => approvalFailures.missing({ approval_id: id }),
  },
  body: {
    schema: decideSchema,
    example: { verdict: "approve", note: "as last month" },
  },
  answer: {
    status: 200,
    description:
      "The approval as decided, and the rule that was made; of a dry run the approval as it is, and the draft",
    schema: z.object({
      approval: approvalSchema,
      rule_id: z.string().nullable(),
      draft: draftSchema.nullable(),
      decision_id: z.string().nullable().openapi({
        description: "By which it can be undone",
      }),
      next: approvalWithRecordSchema.nullable().openapi({
        description:
          "What was claimed along; null where nothing was asked for or is left",
      }),
      prefetched: z.array(approvalWithRecordSchema),
    }).openapi("Decided"),
  },
  refusals: [
    approvalFailures.already_decided(),
    approvalFailures.withdrawn(),
    approvalFailures.claimed(),
    approvalFailures.lease_lost(),
    approvalFailures.decided_by_you(),
    approvalFailures.members_only(),
    approvalFailures.rule_too_early(),
    approvalFailures.nothing_suggested(),
    approvalFailures.unknown_category(),
    queueFailures.missing(),
    recordFailures.stale(),
    ruleFailures.unknown_category(),
    ruleFailures.too_many(),
    ruleFailures.nothing_to_propose(),
    ruleFailures.backtest_required(),
  ],
  async handle({ deps, scope, id, body }) {
    const decision = decisionOf(id, body);
    const rule = definitionIn(body);
    if (body.dry_run) {
      const drafted = await draftRuleForOverride(deps, scope, {
        ...decision,
        definition: rule,
      });
      if (!drafted.ok) return fail(withinCreateRule(drafted.failure));
      const { approval } = drafted.value;
      return ok({
        body: {
          approval: approvalJson(approval),
          rule_id: null,
          draft: draftJson(drafted.value),
          decision_id: null,
          next: null,
          prefetched: [],
        },
      });
    }
    const decided = await decideAndNext(deps, scope, [decision], {
      createRule: rule,
      allOrNone: "first",
      next: body.next ? whatToClaim(body.next, 1 + body.next.prefetch) : null,
    });
    if (!decided.ok) return fail(withinCreateRule(decided.failure));
    const { results: [one], ruleId, decisionId } = decided.value;
    const [next, ...prefetched] = decided.value.next.map(reviewItemJson);
    if (!one?.ok) throw new Error("a decision was kept without its result");
    return ok({
      body: {
        approval: approvalJson(one.approval),
        rule_id: ruleId,
        draft: null,
        decision_id: decisionId,
        next: next ?? null,
        prefetched,
      },
    });
  },
});

/** Decides many, each by itself. */
export const decideManyRoute = route({
  method: "post",
  path: "/approvals/decide-many",
  tag,
  summary: "Decide up to 1,000 approvals",
  description: "Each stands or is refused by itself.",
  action: "approvals.decide",
  body: {
    schema: decideManySchema,
    example: {
      decisions: [{
        approval_id: "apr_01kx2m6v9dfk3tqz8w5y7r4b1c",
        verdict: "approve",
      }],
    },
  },
  answer: {
    status: 200,
    description: "The approvals that were decided, and the others' problems",
    schema: z.object({
      decided: z.array(approvalSchema),
      decision_id: z.string().nullable(),
      refused: z.array(
        z.object({ approval_id: z.string(), problem: partProblemSchema }),
      ),
    }).openapi("DecidedMany"),
  },
  refusals: [approvalFailures.duplicate_ids()],
  async handle({ deps, scope, body }) {
    const decisions = body.decisions
      .map((given) => decisionOf(given.approval_id, given));
    const made = await decideApprovals(deps, scope, decisions);
    if (!made.ok) return fail(made.failure);
    const { results, decisionId } = made.value;
    return ok({
      body: {
        decision_id: decisionId,
        decided: results.flatMap((one) =>
          one.ok ? [approvalJson(one.approval)] : []
        ),
        refused: results.flatMap((one, i) =>
          one.ok ? [] : [{
            approval_id: decisions[i]!.approvalId,
            problem: partProblemOf(within(`/decisions/${i}`, one.failure)),
          }]
        ),
      },
    });
  },
});

function withinCreateRule(failure: Failure): Failure {
  return failure.kind.startsWith("rule.")
    ? within("/create_rule", failure)
    : failure;
}

/** The failure of a part, its pointers seen from the whole body. */
function within(place: string, failure: Failure): Failure {
  const flaws = failure.flaws.map(({ pointer, detail }) => ({
    pointer: place + pointer,
    detail,
  }));
  return { ...failure, flaws };
}
