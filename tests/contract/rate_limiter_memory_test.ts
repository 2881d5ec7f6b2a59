import { memoryRateLimiter } from "../../adapters/rate_limiter/limiter.ts";
import { rateLimiterContract } from "./rate_limiter.ts";

rateLimiterContract(
  "memory",
  (limits) => Promise.resolve([memoryRateLimiter(limits)]),
);
