import { z } from "@hono/zod-openapi";
import type { Verdict } from "../../../src/approvals/approval.ts";
import type { Decision } from "../../../src/approvals/use_cases/decide_approvals.ts";
import type { ApprovalId } from "../../../src/kernel/ids.ts";
import type { RuleDefinition } from "../../../src/rules/rule.ts";
import { ruleSchema } from "../../../src/rules/rule_schema.ts";
import { idText, textUpTo } from "../fields.ts";
import { VERDICTS } from "./approval_schema.ts";
import { claimFields, LEASE_TOKEN_MAX } from "./claim_schema.ts";

const verdictFields = {
  verdict: z.enum(VERDICTS).openapi({
    description:
      "`approve` the suggestion, `override` with a category, or `reject`: the record is not one to sort",
  }),
  category_id: idText("cat", "a category").optional(),
  note: textUpTo(1_000).nullable().optional(),
  lease_token: z.int().min(1).max(LEASE_TOKEN_MAX).optional().openapi({
    description:
      "Of the lease by which it is decided: refused where that ran out, or was given to another since",
  }),
  record_version: z.int().min(1).optional().openapi({
    description:
      "The version of the record that was shown: refused where it is another, since what is suggested may be too",
  }),
};

type Given = z.output<z.ZodObject<typeof verdictFields>>;
type Said = Pick<Given, "verdict" | "category_id">;

/** Stands for a rule that is yet to be found. */
export const PROPOSE = "propose";

/** A category goes with `override` and with nothing else. */
function categoryFits(given: Said): boolean {
  return (given.verdict === "override") === (given.category_id !== undefined);
}
const CATEGORY_MISFIT = {
  path: ["category_id"],
  error: "goes with override, and with nothing else",
};

/** The body of `POST /approvals/{id}/decide`. */
export const decideSchema = z.strictObject({
  ...verdictFields,
  create_rule: z.union([z.literal(PROPOSE), ruleSchema]).optional().openapi({
    description:
      "A rule to make along with it. `propose`, in a dry run: the one that the record and earlier decisions speak for",
  }),
  dry_run: z.boolean().default(false).openapi({
    description:
      "Decide nothing and write nothing: show the rule and what it would have changed",
  }),
  next: z.strictObject({
    ...claimFields,
    prefetch: z.int().min(0).max(20).default(0),
  }).optional().openapi({
    description:
      "Claim what comes next in the same step, as `POST /approvals/next` does",
  }),
}).refine(categoryFits, CATEGORY_MISFIT)
  .refine((given) => !given.dry_run || given.create_rule !== undefined, {
    path: ["dry_run"],
    error: "goes with create_rule",
  })
  .refine((given) => !given.dry_run || given.next === undefined, {
    path: ["next"],
    error: "does not go with dry_run",
  })
  .refine((given) => given.dry_run || given.create_rule !== PROPOSE, {
    path: ["create_rule"],
    error: "is made only after it was seen: ask with dry_run, then send it",
  })
  .refine(
    (given) => given.create_rule !== PROPOSE || given.verdict !== "reject",
    { path: ["create_rule"], error: "needs a category to propose a rule for" },
  ).openapi("Decide");

/** The body of `POST /approvals/groups/decide`. */
export const decideSetSchema = z.strictObject({
  items: z.array(z.strictObject({
    approval_id: idText("apr", "an approval"),
    record_version: verdictFields.record_version,
    lease_token: verdictFields.lease_token,
  })).min(1).max(1_000),
  verdict: verdictFields.verdict,
  category_id: verdictFields.category_id,
  note: verdictFields.note,
}).refine(categoryFits, CATEGORY_MISFIT).openapi("DecideSet");

/** The body of `POST /approvals/decide-many`. */
export const decideManySchema = z.strictObject({
  decisions: z.array(
    z.strictObject({
      approval_id: idText("apr", "an approval"),
      ...verdictFields,
    }).refine(categoryFits, CATEGORY_MISFIT),
  ).min(1).max(1_000),
}).openapi("DecideMany");

/** One decision as the core takes it. */
export function decisionOf(approvalId: ApprovalId, given: Given): Decision {
  return {
    approvalId,
    verdict: verdictOf(given),
    note: given.note ?? null,
    leaseToken: given.lease_token ?? null,
    recordVersion: given.record_version ?? null,
  };
}

/** The rule that a decision brings along; null where it brings none, or one that is yet to be found. */
export function definitionIn(
  { create_rule }: z.output<typeof decideSchema>,
): RuleDefinition | null {
  return create_rule === undefined || create_rule === PROPOSE
    ? null
    : create_rule;
}

function verdictOf({ verdict, category_id }: Given): Verdict {
  if (category_id !== undefined) {
    return { kind: "override", categoryId: category_id };
  }
  return { kind: verdict === "reject" ? "reject" : "approve" };
}
