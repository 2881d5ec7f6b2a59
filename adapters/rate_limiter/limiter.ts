import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { Redis } from "ioredis";
import {
  type Limit,
  type LimitName,
  type Limits,
  type RateLimiter,
  type Spent,
} from "../../ports/rate_limiter.ts";

/** What waits longer for Redis is counted by this process alone. */
const PATIENCE_MS = 250;

/** After Redis did not answer, it is left alone so long. */
const PAUSE_MS = 1_000;

/** Counts one of whom; rejects with how it stands where it is over. */
type Consume = (who: string) => Promise<RateLimiterRes>;

/** Counts in this process: several processes let through as many times as much. */
export function memoryRateLimiter(limits: Limits): RateLimiter {
  return limiterOf(limits, inMemory, () => Promise.resolve());
}

/**
 * Counts in Redis, for all processes, by one command for each limit, sent together. While Redis is away or silent each
 * process counts for itself: `onError` is told, and nobody is refused for that.
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
  let awayUntil = 0;
  return limiterOf(
    limits,
    (name, limit) => {
      const alone = inMemory(name, limit);
      const together = new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `${prefix}:limit:${name}`,
        points: limit.most,
        duration: limit.windowS,
      });
      return async (who) => {
        if (performance.now() < awayUntil) return await alone(who);
        try {
          return await together.consume(who);
        } catch (error) {
          if (error instanceof RateLimiterRes) throw error;
          onError(error);
          awayUntil = performance.now() + PAUSE_MS;
          return await alone(who);
        }
      };
    },
    () => {
      redis.disconnect();
      return Promise.resolve();
    },
  );
}

function inMemory(name: LimitName, { most, windowS }: Limit): Consume {
  const counter = new RateLimiterMemory({
    keyPrefix: name,
    points: most,
    duration: windowS,
  });
  return (who) => counter.consume(who);
}

function limiterOf(
  limits: Limits,
  make: (name: LimitName, limit: Limit) => Consume,
  close: () => Promise<void>,
): RateLimiter {
  const counters = new Map(
    Object.entries(limits).map(([name, limit]) => [
      name as LimitName,
      { limit, consume: make(name as LimitName, limit) },
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
  { limit, consume }: { readonly limit: Limit; readonly consume: Consume },
): Promise<Spent> {
  const told = (after: RateLimiterRes, isOver: boolean): Spent => ({
    limit: name,
    ...limit,
    left: Math.max(0, after.remainingPoints),
    resetS: Math.max(1, Math.ceil(after.msBeforeNext / 1_000)),
    isOver,
  });
  try {
    return told(await consume(who), false);
  } catch (over) {
    if (over instanceof RateLimiterRes) return told(over, true);
    throw over;
  }
}
