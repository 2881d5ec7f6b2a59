import {
  memoryRateLimiter,
  redisRateLimiter,
} from "../../adapters/rate_limiter/limiter.ts";
import type { RateLimiter } from "../../ports/rate_limiter.ts";
import type { Config } from "./config.ts";

/** Counts requests, in Redis where one is configured; null where nobody is held up. */
export function openLimiter(
  { limits: { rates }, redis }: Pick<Config, "limits" | "redis">,
  onError: (error: unknown) => void,
): RateLimiter | null {
  if (rates === null) return null;
  return redis
    ? redisRateLimiter(rates, {
      url: redis.url.reveal(),
      prefix: redis.prefix,
      onError,
    })
    : memoryRateLimiter(rates);
}
