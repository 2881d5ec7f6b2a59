import type { Failure } from "../../src/kernel/failure.ts";
import type { ApiContext } from "./api_context.ts";
import { problemOf, statusOf } from "./problem.ts";

/** Seconds after which a caller may try again what was not available, where the failure does not say. */
const RETRY_AFTER_S = 5;

/** The response that tells `failure`. */
export function refuse(
  c: ApiContext,
  failure: Failure,
  { ifMatch = false, headers = {} }: {
    readonly ifMatch?: boolean;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Response {
  const status = statusOf(failure, ifMatch);
  c.set("problem", failure.kind);
  const problem = problemOf(
    withAddress(failure, c.get("origin")),
    c.get("requestId"),
    status,
  );
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      ...status === 401 && { "WWW-Authenticate": 'Bearer realm="balance"' },
      ...(status === 503 || status === 429) && {
        "Retry-After": String(failure.facts.retry_after_s ?? RETRY_AFTER_S),
      },
      ...headers,
    },
  });
}

/** Where to upgrade, as an address that can be followed: who may do what is decided without knowing where this service is. */
function withAddress(failure: Failure, origin = ""): Failure {
  const { upgrade_url } = failure.facts;
  return typeof upgrade_url === "string" && upgrade_url.startsWith("/")
    ? {
      ...failure,
      facts: { ...failure.facts, upgrade_url: `${origin}${upgrade_url}` },
    }
    : failure;
}
