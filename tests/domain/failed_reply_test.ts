import assert from "node:assert/strict";
import {
  CallRejected,
  failedReply,
  isRejected,
} from "../../adapters/http_model/failed_reply.ts";

const NOW = Date.parse("2026-03-05T12:00:00Z");

/** What an SDK throws for an HTTP answer. */
const thrown = (
  status: number,
  given: {
    readonly code?: string | null;
    readonly type?: string;
    readonly headers?: Record<string, string>;
  } = {},
) =>
  Object.assign(new Error("never read"), {
    status,
    ...given,
    headers: new Headers(given.headers),
  });

Deno.test("Retry-After may be a date; one that is past, or no date, is no wait", () => {
  const wait = (text: string) =>
    failedReply(thrown(503, { headers: { "retry-after": text } }), NOW)
      .retryAfterMs;
  assert.deepEqual(
    [
      "Thu, 05 Mar 2026 12:00:30 GMT",
      "Thu, 05 Mar 2026 11:00:00 GMT",
      "never",
      "-5",
      "",
    ].map(wait),
    [30_000, 0, null, null, null],
  );
});

Deno.test("an account without credit is unavailable and rejected, not merely held back", () => {
  const error = thrown(429, { code: "insufficient_quota" });
  assert.equal(failedReply(error, NOW).reason, "unavailable");
  assert.ok(isRejected(error));
  assert.ok(!isRejected(thrown(429, { code: "rate_limit_exceeded" })));
});

Deno.test("a filter in front of the model is a refusal, and nothing to mend", () => {
  const error = thrown(400, { code: "content_filter" });
  assert.equal(failedReply(error, NOW).reason, "refused");
  assert.ok(!isRejected(error));
});

Deno.test("what nobody listens to or no name leads to was not sent", () => {
  const causes = [
    new TypeError("error sending request: client error (Connect): dns error"),
    Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
  ];
  for (const cause of causes) {
    assert.deepEqual(
      failedReply(new Error("Connection error.", { cause }), NOW),
      {
        kind: "failed",
        reason: "unavailable",
        retryAfterMs: null,
        usage: { input_tokens: 0, output_tokens: 0 },
      },
    );
  }
  const reset = new Error("x", {
    cause: new Error("connection reset by peer"),
  });
  assert.equal(failedReply(reset, NOW).usage, null);
});

Deno.test("an error that is its own cause is told once", () => {
  const error = new Error("round and round");
  error.cause = error;
  assert.equal(failedReply(error, NOW).reason, "unavailable");
});

Deno.test("a word that is no word is not told", () => {
  const code = (word: string) =>
    new CallRejected("openai", thrown(400, { code: word })).code;
  assert.deepEqual(
    [code("model_not_found"), code("no such model: sk-secret")],
    ["openai 400 model_not_found", "openai 400"],
  );
});
