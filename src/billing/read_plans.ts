import { z } from "zod";
import { fail, ok, type Result } from "../kernel/result.ts";
import { FEATURES, type Plan, type PlanBook } from "./plan.ts";

const id = z.string().regex(
  /^[a-z][a-z0-9_]{0,39}$/,
  "must be 1 to 40 letters in lower case, digits or _, a letter first",
);
const limit = z.int().min(0).nullable();
const priceId = z.string().min(1).max(200);

const plan = z.strictObject({
  id,
  name: z.string().min(1).max(100),
  records_per_month: limit,
  members: z.int().min(1).nullable(),
  connections: limit,
  llm_tokens_per_month: limit,
  retention_days: z.int().min(1).nullable(),
  features: z.array(z.enum(FEATURES)),
  trial_days: z.int().min(0).max(730).default(0),
  prices: z.record(
    id,
    z.strictObject({
      sold: z.record(id, priceId).refine(
        (sold) => Object.keys(sold).length > 0,
        "must name a price",
      ),
      former: z.array(priceId).default([]),
      usage: priceId.nullable().default(null),
    }),
  ).default({}),
});

const book = z.strictObject({
  plans: z.array(plan).min(1),
  without_subscription: id.nullable(),
  grace_days: z.int().min(0).max(90),
  meters: z.record(id, z.string().min(1).max(100)).default({}),
});

/** Reads the plans from JSON; fails with every problem, each with its place. */
export function readPlans(text: string): Result<PlanBook, readonly string[]> {
  const parsed = book.safeParse(jsonOf(text));
  if (!parsed.success) {
    return fail(
      parsed.error.issues.map(({ path, message }) =>
        `${path.join(".") || "the file"}: ${message}`
      ),
    );
  }
  const { data } = parsed;
  const wrong = wrongIn(data);
  if (wrong.length > 0) return fail(wrong);
  return ok({
    plans: data.plans.map(asPlan),
    withoutSubscription: data.without_subscription,
    graceDays: data.grace_days,
    meters: data.meters,
  });
}

function asPlan(given: z.output<typeof plan>): Plan {
  return {
    id: given.id,
    name: given.name,
    limits: {
      recordsPerMonth: given.records_per_month,
      members: given.members,
      connections: given.connections,
      llmTokensPerMonth: given.llm_tokens_per_month,
      retentionDays: given.retention_days,
    },
    features: given.features,
    trialDays: given.trial_days,
    prices: given.prices,
  };
}

/** What is wrong between the parts, though each is of its form. */
function wrongIn(
  { plans, without_subscription }: z.output<typeof book>,
): readonly string[] {
  const ids = plans.map(({ id }) => id);
  const prices = plans.flatMap(({ prices }) =>
    Object.entries(prices).flatMap(([provider, { sold, former }]) =>
      [...Object.values(sold), ...former].map((price) => `${provider} ${price}`)
    )
  );
  return [
    ...twice(ids).map((one) => `plans: there are two with the id ${one}`),
    ...twice(prices).map((one) => `plans: the price ${one} stands twice`),
    ...without_subscription !== null && !ids.includes(without_subscription)
      ? [`without_subscription: ${without_subscription} is none of the plans`]
      : [],
  ];
}

function twice(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((one, i) => texts.indexOf(one) !== i))];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses it as no object.
    return undefined;
  }
}
