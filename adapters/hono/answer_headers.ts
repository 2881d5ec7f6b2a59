import type { Route } from "./route.ts";

/** The headers of an answer, as the document tells them. */
export const REQUEST_ID_HEADER = {
  description: "Names the request in the log",
  schema: { type: "string" },
} as const;

export function answerHeaders(one: Route) {
  const schema = { type: "string" } as const;
  return {
    "X-Request-Id": REQUEST_ID_HEADER,
    ...one.etag && { ETag: { description: "The version shown", schema } },
    ...one.method === "post" && {
      "Idempotency-Replayed": {
        description: "`true` when this is the answer of an earlier request",
        schema,
      },
    },
  };
}
