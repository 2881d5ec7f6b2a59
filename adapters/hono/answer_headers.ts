import type { Route } from "./route.ts";

const schema = { type: "string" } as const;

export const REQUEST_ID_HEADER = {
  description: "Names the request in the log",
  schema,
} as const;

/** The headers of an answer, as the document tells them. */
export function answerHeaders(one: Route) {
  return {
    "X-Request-Id": REQUEST_ID_HEADER,
    "RateLimit-Policy": {
      description: 'The limits: `"key";q=6000;w=60` is 6,000 in 60 seconds',
      schema,
    },
    "RateLimit": {
      description: 'How they stand: `"key";r=5999;t=60` are left for so long',
      schema,
    },
    ...one.etag && { ETag: { description: "The version shown", schema } },
    ...one.method === "post" && one.repeats !== "at_provider" && {
      "Idempotency-Replayed": {
        description: "`true` when this is the answer of an earlier request",
        schema,
      },
    },
  };
}
