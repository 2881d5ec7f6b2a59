import { z } from "@hono/zod-openapi";
import type { WhatToClaim } from "../../../src/approvals/use_cases/claim_approvals.ts";
import { REVIEW_ORDERS } from "../../../src/approvals/review_order.ts";
import { DEFAULT_QUEUE } from "../../../src/approvals/review_queue.ts";
import { idText } from "../fields.ts";

/** A review queue, by id, or `default`. */
export const queueKey = z.union([
  z.literal(DEFAULT_QUEUE),
  idText("que", "a review queue"),
]);

export const orderSchema = z.enum(REVIEW_ORDERS);

export const leaseSeconds = z.int().min(30).max(3_600).default(300);

/** Which items to claim, but for how many. */
export const claimFields = {
  queue: queueKey.optional().openapi({
    description:
      "Left out: every queue whose assignees the caller is among, and those without any",
  }),
  order: orderSchema.default("uncertainty"),
  assigned: z.enum(["first", "only", "any"]).default("first").openapi({
    description:
      "`first`: what is assigned to the caller, then what is assigned to nobody; `only`: nothing else; `any`: what is assigned to others too",
  }),
  except: z.array(idText("apr", "an approval")).max(200).default([]).openapi({
    description: "Passed over, such as what was skipped",
  }),
  lease_seconds: leaseSeconds,
};

type Given = z.output<z.ZodObject<typeof claimFields>>;

/** What to claim as the core takes it. */
export function whatToClaim(given: Given, limit: number): WhatToClaim {
  const { queue = null, order, assigned, except, lease_seconds } = given;
  return {
    queue,
    order,
    assigned,
    except,
    limit,
    leaseMs: lease_seconds * 1_000,
  };
}

/** Claims of one item are counted in a column of 32 bits. */
export const LEASE_TOKEN_MAX = 2 ** 31 - 1;

/** Leases that the caller names. */
export const leasesSchema = z.array(z.strictObject({
  approval_id: idText("apr", "an approval"),
  token: z.int().min(1).max(LEASE_TOKEN_MAX),
})).min(1).max(200);

export function namedLeases(given: z.output<typeof leasesSchema>) {
  return given.map(({ approval_id, token }) => ({
    approvalId: approval_id,
    token,
  }));
}
