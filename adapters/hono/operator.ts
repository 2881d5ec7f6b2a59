import type { MiddlewareHandler } from "hono";
import { isSameText } from "../../src/kernel/same_text.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import type { ApiEnv } from "./api_context.ts";
import { refuse } from "./refuse.ts";
import { requestFailures } from "./request_failures.ts";

/** The user name of HTTP Basic, whose password is the token. */
const USER = "operator";

/** The tokens that are accepted at this moment: more than one while the token is being changed. */
export type OperatorTokens = () => readonly string[];

/**
 * Lets in who brings one of the operator's tokens, as a bearer token or as the password of HTTP Basic. Everyone else
 * gets 401 and `challenge`, the scheme that such a client is to use.
 */
export function operator(
  tokens: OperatorTokens,
  challenge: "Basic" | "Bearer",
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const [, scheme = "", sent = ""] = /^(bearer|basic) +([\x21-\x7e]+)$/i.exec(
      c.req.header("Authorization") ?? "",
    ) ?? [];
    const digest = sha256(sent);
    // Each is compared, so that the time does not tell which it was.
    const matches = tokens().filter((token) =>
      isSameText(digest, sha256(asSent(token, scheme.toLowerCase())))
    );
    if (matches.length === 0) {
      return refuse(c, requestFailures.operator_only(), {
        headers: {
          "WWW-Authenticate": `${challenge} realm="balance operator"`,
        },
      });
    }
    await next();
  };
}

/** What a client sends after the name of the scheme. */
function asSent(token: string, scheme: string): string {
  return scheme === "basic" ? base64(`${USER}:${token}`) : token;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
