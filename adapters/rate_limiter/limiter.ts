import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { Redis } from "ioredis";
import {
  type LimitName,
  type Limits,
  type RateLimiter,
  type Spent,
} from "../../ports/rate_limiter.ts";

/** What waits longer for Redis is counted by this process alone. */
const PATIENCE_MS = 250;

/** Counts in this process: several processes let through as many times as much. */
export function memoryRateLimiter(limits: Limits): RateLimiter {
  return limiterOf(
    limits,
    (name, { most, windowS }) =>
      new RateLimiterMemory({
        keyPrefix: name,
        points: most,
        duration: windowS,
      }),
    () => Promise.resolve(),
  );
}

/**
 * Counts in Redis, for all processes, in one round trip a request. While Redis is away each process counts for itself;
 * `onError` is told, nobody waits and nobody is refused for that.
 */
export function redisRateLimiter(limits: Limits, { url, prefix, onError }: {
  readonly url: string;
  /** What the keys begin with. */
  readonly prefix: string;
  readonly onError: (error: unknown) => void;
}): RateLimiter {
  const redis = new Redis(url, {
    connectTimeout: 3_000,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
    disableClientInfo: true,
  });
  redis.on("error", onError);
  return limiterOf(
    limits,
    (name, { most, windowS }) =>
      new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `${prefix}:limit:${name}`,
        points: most,
        duration: windowS,
        insuranceLimiter: new RateLimiterMemory({
          keyPrefix: name,
          points: most,
          duration: windowS,
        }),
      }),
    () => {
      redis.disconnect();
      return Promise.resolve();
    },
  );
}

function limiterOf(
  limits: Limits,
  make: (
    name: LimitName,
    limit: NonNullable<Limits[LimitName]>,
  ) => RateLimiterAbstract,
  close: () => Promise<void>,
): RateLimiter {
  const counters = new Map(
    Object.entries(limits).map(([name, limit]) => [
      name as LimitName,
      { limit, counter: make(name as LimitName, limit) },
    ]),
  );
  return {
    limits,
    close,
    spend: (charges) =>
      Promise.all(
        charges.flatMap(({ limit: name, who }) => {
          const found = counters.get(name);
          return found ? [spend(name, who, found)] : [];
        }),
      ),
  };
}

async function spend(
  name: LimitName,
  who: string,
  { limit, counter }: {
    readonly limit: NonNullable<Limits[LimitName]>;
    readonly counter: RateLimiterAbstract;
  },
): Promise<Spent> {
  const told = (after: RateLimiterRes, isOver: boolean): Spent => ({
    limit: name,
    ...limit,
    left: Math.max(0, after.remainingPoints),
    resetS: Math.max(1, Math.ceil(after.msBeforeNext / 1_000)),
    isOver,
  });
  try {
    return told(await counter.consume(who), false);
  } catch (over) {
    if (over instanceof RateLimiterRes) return told(over, true);
    throw over;
  }
}
