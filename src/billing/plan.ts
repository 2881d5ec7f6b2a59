/** What a plan may leave out. */
export const FEATURES = [
  "language_model",
  "pull_connections",
  "notification_webhooks",
] as const;
export type Feature = typeof FEATURES[number];

/** How much a plan allows; null: as much as one likes. */
export interface PlanLimits {
  /** New records in a calendar month, UTC. */
  readonly recordsPerMonth: number | null;
  /** Members who have not left. */
  readonly members: number | null;
  /** Connections that are not archived, beside the one that every tenant has. */
  readonly connections: number | null;
  /** Tokens of language models, in and out together, in a calendar month, UTC. */
  readonly llmTokensPerMonth: number | null;
  /** Days for which raw payloads and the like are kept at most. */
  readonly retentionDays: number | null;
}

/** What a plan costs at one payment provider: ids of its prices. */
export interface PlanPrices {
  /** What is sold now, by how often it is paid: `month`, `year`. */
  readonly sold: Readonly<Record<string, string>>;
  /** What was sold before, and is still paid by some. */
  readonly former: readonly string[];
  /** The price of each record beyond, which goes into the checkout beside what is sold; null: none. */
  readonly usage: string | null;
}

/** What tenants can have. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly limits: PlanLimits;
  readonly features: readonly Feature[];
  /** Days of trial for whoever never had a subscription; 0: none. */
  readonly trialDays: number;
  /** By the provider's name. A plan without prices is not sold. */
  readonly prices: Readonly<Record<string, PlanPrices>>;
}

/** All plans, and what holds for all of them. */
export interface PlanBook {
  /** The smallest first. */
  readonly plans: readonly Plan[];
  /** The plan of who pays for none; null: they may read and export, and subscribe. */
  readonly withoutSubscription: string | null;
  /** Days for which everything works on after a payment failed. */
  readonly graceDays: number;
  /** What the meter of records is called, by provider; where it is not named, usage is not reported. */
  readonly meters: Readonly<Record<string, string>>;
}

/** Where nobody sells anything: one plan without limits, for all. */
export const UNLIMITED: PlanBook = {
  plans: [{
    id: "unlimited",
    name: "Unlimited",
    limits: {
      recordsPerMonth: null,
      members: null,
      connections: null,
      llmTokensPerMonth: null,
      retentionDays: null,
    },
    features: FEATURES,
    trialDays: 0,
    prices: {},
  }],
  withoutSubscription: "unlimited",
  graceDays: 0,
  meters: {},
};

export function planOf({ plans }: PlanBook, id: string): Plan | null {
  return plans.find((plan) => plan.id === id) ?? null;
}

/** The plan that somebody has who pays this price; null for a price of something else. */
export function planOfPrice(
  { plans }: PlanBook,
  provider: string,
  priceId: string,
): Plan | null {
  return plans.find(({ prices }) => {
    const of = prices[provider];
    return of !== undefined &&
      [...Object.values(of.sold), ...of.former].includes(priceId);
  }) ?? null;
}

/** Whether there is nothing to buy, so that everybody has the same. */
export function isFlat({ plans, withoutSubscription }: PlanBook): boolean {
  return withoutSubscription !== null &&
    plans.every(({ id }) => id === withoutSubscription);
}
