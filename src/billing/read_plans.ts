import { z } from "zod";
import { fail, ok, type Result } from "../kernel/result.ts";
import { FEATURES, type Plan, type PlanBook } from "./plan.ts";

const id = z.string().regex(
  /^[a-z][a-z0-9_]{0,39}$/,
  "must be 1 to 40 letters in lower case, digits or _, a letter first",
);
const text = (max: number) => {
  const error = `must be a text of 1 to ${max} characters`;
  return z.string({ error }).min(1, error).max(max, error);
};
const wholeNumber = (min: number, max = Number.MAX_SAFE_INTEGER) => {
  const most = max < Number.MAX_SAFE_INTEGER
    ? `from ${min} to ${max}`
    : `of ${min} or more`;
  const error = `must be a whole number ${most}`;
  return z.int({ error }).min(min, error).max(max, error);
};
const limit = wholeNumber(0).nullable();
const priceId = text(200);

const plan = z.strictObject({
  id,
  name: text(100),
  records_per_month: limit,
  members: wholeNumber(1).nullable(),
  connections: limit,
  llm_tokens_per_month: limit,
  retention_days: wholeNumber(1).nullable(),
  features: z.array(
    z.enum(FEATURES, { error: `must be one of ${FEATURES.join(", ")}` }),
  ),
  trial_days: wholeNumber(0, 730).default(0),
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

const plans = z.array(plan).min(1, "must name a plan").superRefine(
  (given, context) => {
    for (const message of toldTwice(given)) {
      context.addIssue({ code: "custom", message });
    }
  },
);

const book = z.strictObject({
  plans,
  without_subscription: id.nullable(),
  grace_days: wholeNumber(0, 90),
  meters: z.record(id, text(100)).default({}),
}).refine(
  ({ plans, without_subscription: wanted }) =>
    wanted === null || plans.some(({ id }) => id === wanted),
  { path: ["without_subscription"], error: "is none of the plans" },
);

/** Reads the plans from JSON; fails with every problem, each with its place. */
export function readPlans(text: string): Result<PlanBook, readonly string[]> {
  const json = jsonOf(text);
  if (json === undefined) return fail(["the file: is not JSON"]);
  const parsed = book.safeParse(json);
  if (!parsed.success) {
    return fail(
      parsed.error.issues.map(({ path, message }) =>
        `${path.join(".") || "the file"}: ${message}`
      ),
    );
  }
  const { data } = parsed;
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

/** Ids and prices that stand in more than one place. */
function toldTwice(given: readonly z.output<typeof plan>[]): readonly string[] {
  const prices = given.flatMap(({ prices }) =>
    Object.entries(prices).flatMap(([provider, { sold, former }]) =>
      [...Object.values(sold), ...former].map((price) => `${provider} ${price}`)
    )
  );
  return [
    ...twice(given.map(({ id }) => id)).map((one) =>
      `there are two with the id ${one}`
    ),
    ...twice(prices).map((one) => `the price ${one} stands twice`),
  ];
}

function twice(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((one, i) => texts.indexOf(one) !== i))];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The reader says so.
    return undefined;
  }
}
