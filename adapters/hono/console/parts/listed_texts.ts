import { z } from "@hono/zod-openapi";

/** What boxes of one name send: nothing, one text, or several. */
export function listedTexts<const T extends readonly [string, ...string[]]>(
  allowed: T,
) {
  return z.preprocess(
    (sent) => sent === undefined ? [] : Array.isArray(sent) ? sent : [sent],
    z.array(z.enum(allowed)),
  );
}
