import type { MiddlewareHandler } from "hono";
import { isSameText } from "../../src/kernel/same_text.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import type { ApiEnv } from "./api_context.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";

/** The user name of HTTP Basic, whose password is the token. */
const USER = "operator";

/**
 * Lets in who brings the operator's token, as a bearer token or as the password of HTTP Basic. Everyone else gets 401
 * and `challenge`, the scheme that such a client is to use.
 */
export function operator(
  token: string,
  challenge: "Basic" | "Bearer",
): MiddlewareHandler<ApiEnv> {
  const wanted = {
    bearer: sha256(token),
    basic: sha256(base64(`${USER}:${token}`)),
  };
  return async (c, next) => {
    const [, scheme = "", sent = ""] = /^(bearer|basic) +([\x21-\x7e]+)$/i.exec(
      c.req.header("Authorization") ?? "",
    ) ?? [];
    const digest = wanted[scheme.toLowerCase() as keyof typeof wanted] ?? "";
    if (!isSameText(sha256(sent), digest)) {
      return refuse(c, requestFailures.operator_only(), {
        headers: {
          "WWW-Authenticate": `${challenge} realm="balance operator"`,
        },
      });
    }
    await next();
  };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
