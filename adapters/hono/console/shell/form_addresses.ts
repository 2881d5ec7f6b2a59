import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../../api_context.ts";
import type { ConsoleRoute } from "./console_route.ts";

/** Leads whoever opens an address that only forms are sent to, as a restored tab does, to the page that its form is on. */
export function formAddresses(
  routes: readonly ConsoleRoute[],
): MiddlewareHandler<ApiEnv> {
  const pages = new Set(
    routes.filter(({ method }) => method === "get").map(({ path }) => path),
  );
  const forms = routes.flatMap(({ path, formOn }) =>
    formOn === undefined || pages.has(path)
      ? []
      : [{ address: addressOf(path), formOn }]
  );
  return async (c, next) => {
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    for (const { address, formOn } of isRead ? forms : []) {
      const found = address.exec(c.req.path);
      if (!found) continue;
      const id = found.groups?.["id"] ?? "";
      return c.redirect(`/console${formOn.replace("{id}", id)}`, 303);
    }
    await next();
  };
}

function addressOf(path: string): RegExp {
  const parts = path.split("{id}").map((part) => RegExp.escape(part));
  return new RegExp(`^/console${parts.join("(?<id>\\w+)")}$`);
}
