import type { MiddlewareHandler } from "hono";
import type { RateLimiter, Spent } from "../../ports/rate_limiter.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import { actorId } from "../../src/tenancy/scope.ts";
import type { ApiContext, ApiEnv } from "./api_context.ts";
import { type AddressBlock, clientAddress } from "./client_address.ts";
import { limitFailures } from "./limit_failures.ts";
import { refuse } from "./refuse.ts";

/** How often whom is heard. */
export interface RateLimits {
  readonly limiter: RateLimiter;
  /** Proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly AddressBlock[];
}

/** How a request that is not heard is told so: as a problem, or in words on a page. */
type Refusal = (
  c: ApiContext,
  failure: Failure,
  told: { readonly headers: Readonly<Record<string, string>> },
) => Response;

/** Behind authentication: counts the request for its key or person and for its tenant, and tells how these stand. */
export function rateLimited(
  { limiter }: RateLimits,
  answer: Refusal = refuse,
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const scope = c.get("scope")!;
    const spent = await limiter.spend([
      { limit: "key", who: `${scope.tenantId} ${actorId(scope)}` },
      { limit: "tenant", who: scope.tenantId },
    ]);
    const over = spent.find(({ isOver }) => isOver);
    if (over) {
      return answer(c, tooMany(over), { headers: rateHeaders(spent) });
    }
    await next();
    for (const [name, value] of Object.entries(rateHeaders(spent))) {
      c.res.headers.set(name, value);
    }
  };
}

/**
 * Around everything: counts a request that let nobody in for the address it came from; beyond the limit its answer is
 * 429, whatever it would have been. Who is let in is not held up by others at the same address.
 */
export function guessesLimited(
  { limiter, trustedProxies }: RateLimits,
  answer: Refusal = refuse,
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    await next();
    if (c.res.status !== 401) return;
    const remote = remoteOf(c);
    if (remote === null) return;
    const forwarded = c.req.header("X-Forwarded-For");
    const who = clientAddress(remote, forwarded, trustedProxies);
    const [spent] = await limiter.spend([{ limit: "address", who }]);
    if (!spent?.isOver) return;
    await c.res.body?.cancel();
    c.res = undefined;
    c.res = answer(c, tooMany(spent), { headers: rateHeaders([spent]) });
  };
}

function remoteOf(c: ApiContext): string | null {
  return c.env?.remoteAddress ?? null;
}

function tooMany({ limit, resetS }: Spent) {
  return limitFailures[limit]({ retry_after_s: resetS });
}

/** As draft-ietf-httpapi-ratelimit-headers-10 writes them. */
function rateHeaders(spent: readonly Spent[]): Record<string, string> {
  if (spent.length === 0) return {};
  return {
    "RateLimit-Policy": spent.map(({ limit, most, windowS }) =>
      `"${limit}";q=${most};w=${windowS}`
    ).join(", "),
    "RateLimit": spent.map(({ limit, left, resetS }) =>
      `"${limit}";r=${left};t=${resetS}`
    ).join(", "),
  };
}
