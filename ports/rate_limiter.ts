/** What is counted: requests of an API key or a member, of a tenant, and those of an address that let nobody in. */
export const LIMIT_NAMES = ["key", "tenant", "address"] as const;
export type LimitName = typeof LIMIT_NAMES[number];

/** So many in so long; the time begins with the first. */
export interface Limit {
  readonly most: number;
  readonly windowS: number;
}

/** The limits there are; one that is left out counts nothing. */
export type Limits = { readonly [N in LimitName]?: Limit };

/** One request, of `who` under a limit. */
export interface Charge {
  readonly limit: LimitName;
  readonly who: string;
}

/** How a limit stands after a request. */
export interface Spent extends Limit {
  readonly limit: LimitName;
  /** How many are left in this window. */
  readonly left: number;
  /** Seconds until the window ends, 1 at least. */
  readonly resetS: number;
  /** This request was one too many. */
  readonly isOver: boolean;
}

/** Counts requests against limits. */
export interface RateLimiter {
  readonly limits: Limits;
  /** Counts one for each charge whose limit there is, all at once; one over the limit counts no more. */
  spend(charges: readonly Charge[]): Promise<readonly Spent[]>;
  close(): Promise<void>;
}
