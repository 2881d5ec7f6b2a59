import assert from "node:assert/strict";
import { invalid, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";
import { record, RECORDS, refusesRecords } from "./refuses_records.ts";

refusesRecords([
  [
    "NUL characters and halves of pairs, in texts and names",
    '{"records":[{"external_id":"a\\u0000","description":"\\ud83e","raw":{"\\u0000":1,"\\udda6":[2]}}]}',
    invalid(
      { pointer: "/records/0/external_id", detail: "holds a NUL character" },
      {
        pointer: "/records/0/description",
        detail: "holds half of a surrogate pair",
      },
      { pointer: "/records/0/raw/\0", detail: "holds a NUL character" },
      {
        pointer: "/records/0/raw/\udda6",
        detail: "holds half of a surrogate pair",
      },
    ),
  ],
  [
    "names and numbers that would not be kept as sent",
    '{"records":[{"external_id":"a","description":"b","raw":{"__proto__":1,"big":1e999,"id":12345678901234567890}}]}',
    invalid(
      {
        pointer: "/records/0/raw/__proto__",
        detail: "is not a name that can be kept",
      },
      { pointer: "/records/0/raw/big", detail: "is too large a number" },
      {
        pointer: "/records/0/raw/id",
        detail: "is beyond 2^53 and was rounded by JSON; send it as a string",
      },
    ),
  ],
  [
    "a body nested without end",
    "[".repeat(100_000) + "]".repeat(100_000),
    invalid({
      pointer: "/0".repeat(64),
      detail: "is nested deeper than 64 levels",
    }),
  ],
  [
    "malformed JSON",
    '{"records": [',
    problem(
      "request.malformed_json",
      400,
      "The body is not well-formed JSON",
    ),
  ],
  [
    "no JSON at all",
    "",
    problem(
      "request.malformed_json",
      400,
      "The body is not well-formed JSON",
    ),
  ],
  [
    "broken UTF-8",
    new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    problem("request.not_utf8", 400, "The body is not UTF-8 text"),
  ],
  [
    "a body of 10 MB",
    " ".repeat(10_000_000),
    problem("request.too_large", 413, "The body is too large", {
      bytes_max: 8_388_608,
    }),
  ],
  [
    "a connection that is not there",
    {
      records: [record({ connection_id: "con_0000000001e008000000000000" })],
    },
    problem(
      "record.unknown_connection",
      422,
      "A record names a connection that is not there",
      {
        errors: [{
          pointer: "/records/0/connection_id",
          detail: "is not a connection of yours",
        }],
      },
    ),
  ],
]);

Deno.test("a body is read no further than the limit", async () => {
  const { call } = await openHttpTrial();
  const chunk = new Uint8Array(1024 * 1024).fill(0x20);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent++;
      controller.enqueue(chunk);
    },
  });
  const answer = await call("POST", RECORDS, endless);
  assert.equal(answer.status, 413);
  assert(sent <= 10, `${sent} MiB were read`);
});

Deno.test("at most 100 wrong places are listed", async () => {
  const { call } = await openHttpTrial();
  const records = Array.from({ length: 300 }, () => ({}));
  const { body } = await call("POST", RECORDS, { records });
  assert.equal(body["errors"]!.length, 100);
});

Deno.test("another content type is 415", async () => {
  const { call } = await openHttpTrial();
  const expected = problem(
    "request.wrong_content_type",
    415,
    "The body must be sent as application/json",
  );
  for (
    const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/json; charset=latin1",
      "application/jsonp",
    ]
  ) {
    const answer = await call("POST", RECORDS, "{}", { "Content-Type": type });
    assert.deepEqual([answer.status, answer.body], [415, expected], type);
  }
});

Deno.test("a body that ends with its connection is the sender's matter, not an error of ours", async () => {
  const { app, secret, lines } = await openHttpTrial();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"records": ['));
      controller.error(new Deno.errors.BadResource("gone"));
    },
  });
  const answer = await app.request("/api/v1/records", {
    method: "POST",
    headers: {
      authorization: `Bearer ${secret}`,
      "content-type": "application/json",
    },
    body,
  });
  assert.equal(answer.status, 400);
  assert.match((await answer.json()).type, /#request\.cut_off$/);
  assert.equal(lines.at(-1)!.error, undefined);
});
