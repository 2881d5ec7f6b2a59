import type { Hono } from "hono";
import type { ApiContext, ApiEnv } from "./api_context.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";

/** Tells an address that takes other methods (405, with `Allow`) from one that is not there (404). */
export function notFound(app: Hono<ApiEnv>): (c: ApiContext) => Response {
  const methodsByPath = new Map<string, Set<string>>();
  for (const { method, path } of app.routes) {
    if (method === "ALL") continue;
    const methods = methodsByPath.get(path) ?? new Set();
    methodsByPath.set(path, methods.add(method));
  }
  const table = [...methodsByPath].map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`),
    methods: methods.has("GET") ? methods.add("HEAD") : methods,
  }));
  return (c) => {
    const allowed = table.filter(({ pattern }) => pattern.test(c.req.path))
      .flatMap(({ methods }) => [...methods]);
    if (allowed.length === 0) return refuse(c, requestFailures.unknown_route());
    const allow = [...new Set(allowed)].sort();
    return refuse(c, requestFailures.wrong_method({ allow }), {
      headers: { Allow: allow.join(", ") },
    });
  };
}
