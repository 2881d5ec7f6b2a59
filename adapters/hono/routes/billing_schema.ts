import { z } from "@hono/zod-openapi";
import { isNews } from "../../../src/billing/account_changes.ts";
import { FEATURES, type Plan } from "../../../src/billing/plan.ts";
import { BILLING_STATES } from "../../../src/billing/standing.ts";
import type { BillingInFull } from "../../../src/billing/use_cases/read_billing.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

const limit = z.number().int().nullable().openapi({
  description: "Null: as much as one likes",
});

const planSchema = z.object({
  id: z.string(),
  name: z.string(),
  records_per_month: limit,
  members: limit,
  connections: limit,
  llm_tokens_per_month: limit,
  retention_days: limit,
  features: z.array(z.enum(FEATURES)),
  trial_days: z.number().int(),
  intervals: z.array(z.string()).openapi({
    description: "How often it can be paid: what a checkout may name",
    example: ["month", "year"],
  }),
}).openapi("Plan");

export const billingSchema = z.object({
  provider: z.string(),
  state: z.enum(BILLING_STATES),
  plan: planSchema.nullable().openapi({
    description:
      "The plan whose limits count; null: everything can be read and nothing else done",
  }),
  since: told.nullable().openapi({
    description:
      "When state and plan were learned; null until the log tells of them",
  }),
  grace_ends_at: told.nullable().openapi({
    description: "Of a payment that failed: until when everything works",
  }),
  trial_ends_at: told.nullable(),
  ends_at: told.nullable().openapi({
    description: "When the subscription ends, unless somebody changes that",
  }),
  next_invoice_at: told.nullable(),
  asked_at: told.nullable().openapi({
    description: "When the payment provider was asked last",
  }),
  usage: z.array(z.object({
    what: z.enum(["records", "llm_tokens", "members", "connections"]),
    used: z.number().int(),
    limit,
    resets_at: told.nullable(),
  })),
  plans: z.array(planSchema).openapi({ description: "What can be bought" }),
}).openapi("Billing");

function planJson(
  { id, name, limits, features, trialDays, prices }: Plan,
  provider: string,
): Told<z.input<typeof planSchema>> {
  return {
    id,
    name,
    records_per_month: limits.recordsPerMonth,
    members: limits.members,
    connections: limits.connections,
    llm_tokens_per_month: limits.llmTokensPerMonth,
    retention_days: limits.retentionDays,
    features,
    trial_days: trialDays,
    intervals: Object.keys(prices[provider]?.sold ?? {}),
  };
}

export function billingJson(
  { provider, standing, account, usage, sold }: BillingInFull,
): Told<z.input<typeof billingSchema>> {
  const { state, plan, subscription, graceEndsAt } = standing;
  const goesOn = subscription !== null && subscription.endsAt === null &&
    (state === "active" || state === "trialing" || state === "past_due");
  return {
    provider,
    state,
    plan: plan && planJson(plan, provider),
    since: account && !isNews(account.told, standing)
      ? account.told?.since ?? null
      : null,
    grace_ends_at: graceEndsAt,
    trial_ends_at: state === "trialing" ? subscription!.trialEndsAt : null,
    ends_at: subscription?.endsAt ?? null,
    next_invoice_at: goesOn ? subscription.period?.end ?? null : null,
    asked_at: account?.syncedAt ?? null,
    usage: usage.map(({ resetsAt, ...one }) => ({
      ...one,
      resets_at: resetsAt,
    })),
    plans: sold.map((one) => planJson(one, provider)),
  };
}
