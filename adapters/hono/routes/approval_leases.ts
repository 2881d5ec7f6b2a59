import { z } from "@hono/zod-openapi";
import { queueFailures } from "../../../src/approvals/review_queue.ts";
import { claimApprovals } from "../../../src/approvals/use_cases/claim_approvals.ts";
import {
  type Leases,
  releaseLeases,
  renewLeases,
} from "../../../src/approvals/use_cases/keep_leases.ts";
import { ok } from "../../../src/kernel/result.ts";
import { told } from "../json_schema.ts";
import { type Route, route } from "../route.ts";
import { approvalWithRecordSchema, reviewItemJson } from "./approval_schema.ts";
import {
  claimFields,
  leaseSeconds,
  leasesSchema,
  namedLeases,
  whatToClaim,
} from "./claim_schema.ts";

const tag = "approvals";
const example = {
  approval_id: "apr_01kx2m6v9dfk3tqz8w5y7r4b1c",
  token: 1,
};

const claim = route({
  method: "post",
  path: "/approvals/claim",
  tag,
  summary: "Claim waiting approvals",
  description:
    "The sole right to decide them until the lease runs out. What another holds is passed over, and so is what needs another member than the caller. Each claim numbers the lease anew (`lease.token`).",
  action: "approvals.decide",
  body: {
    schema: z.strictObject({
      limit: z.int().min(1).max(200).default(10),
      ...claimFields,
    }).openapi("Claim"),
    example: { limit: 10, lease_seconds: 300 },
  },
  answer: {
    status: 200,
    description: "What was claimed, in its order",
    schema: z.object({ data: z.array(approvalWithRecordSchema) }),
  },
  refusals: [queueFailures.missing()],
  async handle({ deps, scope, body }) {
    const what = whatToClaim(body, body.limit);
    const claimed = await claimApprovals(deps, scope, what);
    return claimed.ok
      ? ok({ body: { data: claimed.value.map(reviewItemJson) } })
      : claimed;
  },
});

const next = route({
  method: "post",
  path: "/approvals/next",
  tag,
  summary: "Claim the next approval",
  description:
    "What the caller holds already comes first. `prefetch`: so many after it besides, each with a lease of its own.",
  action: "approvals.decide",
  body: {
    schema: z.strictObject({
      ...claimFields,
      prefetch: z.int().min(0).max(20).default(0),
    }).openapi("Next"),
    example: { order: "uncertainty" },
  },
  answer: {
    status: 200,
    description: "The next one, null where none is left, and those after it",
    schema: z.object({
      item: approvalWithRecordSchema.nullable(),
      prefetched: z.array(approvalWithRecordSchema),
    }).openapi("NextApproval"),
  },
  refusals: [queueFailures.missing()],
  async handle({ deps, scope, body }) {
    const what = whatToClaim(body, 1 + body.prefetch);
    const claimed = await claimApprovals(deps, scope, what);
    if (!claimed.ok) return claimed;
    const [item, ...prefetched] = claimed.value.map(reviewItemJson);
    return ok({ body: { item: item ?? null, prefetched } });
  },
});

const leasesAnswer = z.object({
  held: z.array(z.string()),
  lost: z.array(z.string()).openapi({
    description: "Not the caller's, run out, or claimed again since",
  }),
  until: told.nullable(),
}).openapi("Leases");

function leasesJson({ held, lost, until }: Leases) {
  return { held, lost, until };
}

const renew = route({
  method: "post",
  path: "/approvals/renew",
  tag,
  summary: "Prolong leases",
  description: "Each is prolonged, or told as lost, by itself.",
  action: "approvals.decide",
  body: {
    schema: z.strictObject({
      leases: leasesSchema,
      lease_seconds: leaseSeconds,
    }).openapi("RenewLeases"),
    example: { leases: [example], lease_seconds: 300 },
  },
  answer: {
    status: 200,
    description: "Which are still the caller's, and until when",
    schema: leasesAnswer,
  },
  async handle({ deps, scope, body }) {
    const leases = namedLeases(body.leases);
    const leaseMs = body.lease_seconds * 1_000;
    const kept = await renewLeases(deps, scope, leases, leaseMs);
    return kept.ok ? ok({ body: leasesJson(kept.value) }) : kept;
  },
});

const release = route({
  method: "post",
  path: "/approvals/release",
  tag,
  summary: "Give leases back",
  action: "approvals.decide",
  body: {
    schema: z.strictObject({ leases: leasesSchema }).openapi("ReleaseLeases"),
    example: { leases: [example] },
  },
  answer: {
    status: 200,
    description: "Which were the caller's until now",
    schema: leasesAnswer,
  },
  async handle({ deps, scope, body }) {
    const kept = await releaseLeases(deps, scope, namedLeases(body.leases));
    return kept.ok ? ok({ body: leasesJson(kept.value) }) : kept;
  },
});

export const approvalLeaseRoutes: readonly Route[] = [
  claim,
  next,
  renew,
  release,
];
