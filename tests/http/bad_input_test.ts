import assert from "node:assert/strict";
import { invalid, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const RECORDS = "/api/v1/records";

function record(given: Readonly<Record<string, unknown>> = {}) {
  return { external_id: "a-1", description: "Tallow & Reed", ...given };
}

/** Bodies of `POST /records` and the whole problem document that each gets. */
const REFUSED: readonly (readonly [
  name: string,
  body: unknown,
  expected: unknown,
])[] = [
  [
    "wrong types",
    {
      records: [{
        external_id: 7,
        description: ["x"],
        amount: "12.50",
        occurred_at: 20260101,
        attributes: "none",
        counterparty: {},
        connection_id: 1,
      }],
    },
    invalid(
      { pointer: "/records/0/external_id", detail: "is not text" },
      { pointer: "/records/0/connection_id", detail: "is not text" },
      { pointer: "/records/0/occurred_at", detail: "is not text" },
      { pointer: "/records/0/description", detail: "is not text" },
      { pointer: "/records/0/counterparty", detail: "is not text" },
      { pointer: "/records/0/amount", detail: "is not an object" },
      { pointer: "/records/0/attributes", detail: "is not an object" },
    ),
  ],
  [
    "a list in place of an object",
    [],
    invalid({ pointer: "", detail: "is not an object" }),
  ],
  [
    "missing members",
    { records: [{ amount: {} }] },
    invalid(
      { pointer: "/records/0/external_id", detail: "is missing" },
      { pointer: "/records/0/description", detail: "is missing" },
      { pointer: "/records/0/amount/minor", detail: "is missing" },
      { pointer: "/records/0/amount/currency", detail: "is missing" },
    ),
  ],
  [
    "unknown members, their names escaped",
    { records: [record({ "a/b~c": 1 })], more: 1 },
    invalid(
      { pointer: "/records/0/a~1b~0c", detail: "is not a known member" },
      { pointer: "/more", detail: "is not a known member" },
    ),
  ],
  [
    "no records",
    { records: [] },
    invalid({ pointer: "/records", detail: "has fewer than 1 item" }),
  ],
  [
    "5,001 records",
    {
      records: Array.from(
        { length: 5_001 },
        (_, i) => record({ external_id: `a-${i}` }),
      ),
    },
    invalid({ pointer: "/records", detail: "has more than 5000 items" }),
  ],
  [
    "a list of a million things",
    { records: Array.from({ length: 1_000_000 }, () => 0) },
    invalid({ pointer: "/records", detail: "has more than 10000 items" }),
  ],
  [
    "empty and blank text",
    {
      records: [
        record({ description: "" }),
        record({ external_id: "a-2", description: " \u00a0\t" }),
        record({ external_id: "  " }),
        record({ external_id: "\u200b", description: "\u200b \u3164\u2060" }),
      ],
    },
    invalid(
      { pointer: "/records/0/description", detail: "is blank" },
      { pointer: "/records/1/description", detail: "is blank" },
      { pointer: "/records/2/external_id", detail: "is blank" },
      { pointer: "/records/3/external_id", detail: "is blank" },
      { pointer: "/records/3/description", detail: "is blank" },
    ),
  ],
  [
    "text that is too long",
    {
      records: [record({
        external_id: "x".repeat(201),
        description: "🦦".repeat(1_001),
        counterparty: "x".repeat(301),
        attributes: { ["n".repeat(65)]: 1, note: "x".repeat(501) },
        raw: "x".repeat(64 * 1024),
      })],
    },
    invalid(
      {
        pointer: "/records/0/external_id",
        detail: "has more than 200 characters",
      },
      {
        pointer: "/records/0/description",
        detail: "has more than 1000 characters",
      },
      {
        pointer: "/records/0/counterparty",
        detail: "has more than 300 characters",
      },
      {
        pointer: `/records/0/attributes/${"n".repeat(65)}`,
        detail: "is not a name that fits: it has more than 64 characters",
      },
      {
        pointer: "/records/0/attributes/note",
        detail: "has more than 500 characters",
      },
      {
        pointer: "/records/0/raw",
        detail: "is larger than 65536 bytes as JSON",
      },
    ),
  ],
  [
    "absurd dates",
    {
      records: [
        "yesterday",
        "2026-02-30",
        "2026-01-01T25:00:00Z",
        "1066-10-14",
        "9999-12-31",
        "2026-01-01T10:00:00",
      ].map((occurred_at, i) => record({ external_id: `a-${i}`, occurred_at })),
    },
    invalid(
      {
        pointer: "/records/0/occurred_at",
        detail: "is not an RFC 3339 date or date-time",
      },
      {
        pointer: "/records/1/occurred_at",
        detail: "is not a day of the calendar",
      },
      {
        pointer: "/records/2/occurred_at",
        detail: "is not a time of the day",
      },
      {
        pointer: "/records/3/occurred_at",
        detail: "has a year outside 1900 to 2199",
      },
      {
        pointer: "/records/4/occurred_at",
        detail: "has a year outside 1900 to 2199",
      },
      {
        pointer: "/records/5/occurred_at",
        detail: "is not an RFC 3339 date or date-time",
      },
    ),
  ],
  [
    "an amount beyond 2^53 as a number",
    '{"records":[{"external_id":"a","description":"b","amount":{"minor":9007199254740993,"currency":"GBP"}}]}',
    invalid({
      pointer: "/records/0/amount/minor",
      detail: "is beyond 2^53 and was rounded by JSON; send it as a string",
    }),
  ],
  [
    "amounts that are none, and an unknown currency",
    {
      records: [
        record({ amount: { minor: 12.5, currency: "GBP" } }),
        record({ amount: { minor: "12.5", currency: "gbp" } }),
        record({ amount: { minor: "9223372036854775808", currency: "XYZ" } }),
      ],
    },
    invalid(
      {
        pointer: "/records/0/amount/minor",
        detail: "is not a whole number of minor units",
      },
      {
        pointer: "/records/1/amount/minor",
        detail: "is not a whole number of minor units of up to 19 digits",
      },
      {
        pointer: "/records/1/amount/currency",
        detail: "is not an ISO 4217 currency code",
      },
      {
        pointer: "/records/2/amount/minor",
        detail: "is larger than 64 bits hold",
      },
      {
        pointer: "/records/2/amount/currency",
        detail: "is not an ISO 4217 currency code",
      },
    ),
  ],
  [
    "duplicate ids in one request",
    { records: [record(), record({ external_id: "a-2" }), record()] },
    problem(
      "record.duplicate_ids",
      422,
      "An external id is used twice in one request",
      {
        errors: [{
          pointer: "/records/2/external_id",
          detail: "is the external_id of /records/0 too",
        }],
      },
    ),
  ],
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
];

for (const [name, body, expected] of REFUSED) {
  Deno.test(`POST /records refuses ${name}`, async () => {
    const { call } = await openHttpTrial();
    const answer = await call("POST", RECORDS, body);
    assert.deepEqual(answer.body, expected);
    assert.equal(answer.status, (expected as { status: number }).status);
    assert.equal(
      answer.headers.get("content-type"),
      "application/problem+json",
    );
    const kept = await call("GET", RECORDS);
    assert.deepEqual(kept.body, { data: [], next_cursor: null });
  });
}

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

Deno.test("query parameters and headers are named when they are wrong", async () => {
  const { call } = await openHttpTrial();
  const query = await call(
    "GET",
    `${RECORDS}?limit=0&status=done&category=cat_1&from=1066-10-14&cursor=xyz!&nonsense=1&q=a&q=b`,
  );
  assert.equal(query.status, 422);
  assert.deepEqual(
    query.body,
    invalid(
      {
        parameter: "status",
        detail: "is none of ingested, processed, approved, rejected, failed",
      },
      { parameter: "category", detail: "is not the id of a category" },
      { parameter: "q", detail: "is not text" },
      { parameter: "from", detail: "has a year outside 1900 to 2199" },
      { parameter: "limit", detail: "is not a whole number from 1 to 200" },
      { parameter: "cursor", detail: "is not a cursor of ours" },
      { parameter: "nonsense", detail: "is not a known member" },
    ),
  );
  const both = await call("GET", "/api/events?after=1&cursor=1");
  assert.deepEqual(
    both.body,
    invalid({
      parameter: "cursor",
      detail: "means the same as after; give one of them",
    }),
  );
  const none = await call("GET", "/api/v1/tenant?x=1");
  assert.deepEqual(
    none.body,
    invalid({ parameter: "x", detail: "is not a known parameter" }),
  );
  const header = await call("POST", RECORDS, { records: [record()] }, {
    "Idempotency-Key": "two words",
  });
  assert.deepEqual(
    header.body,
    invalid({
      header: "Idempotency-Key",
      detail: "is not 1 to 200 visible ASCII characters",
    }),
  );
});

Deno.test("a query that cannot be kept or compared is refused, whichever parameter it is", async () => {
  const { call } = await openHttpTrial();
  const nul = "holds a NUL character";
  for (
    const [path, parameter, detail] of [
      [`${RECORDS}?q=%00`, "q", nul],
      [`${RECORDS}?q=a&q=b%00`, "q", nul],
      ["/api/v1/events?source_agent=%00", "source_agent", nul],
      ["/api/v1/events?type=A%00", "type", nul],
      ["/api/v1/approvals?cursor=%00", "cursor", nul],
      ["/api/v1/tenant?%00=1", "\0", nul],
      [`${RECORDS}?__proto__=1`, "__proto__", "is not a name that can be kept"],
    ] as const
  ) {
    const answer = await call("GET", path);
    assert.deepEqual(
      [answer.status, answer.body],
      [422, invalid({ parameter, detail })],
      path,
    );
  }
});

Deno.test("a query that is not UTF-8 finds nothing and breaks nothing", async () => {
  const { call } = await openHttpTrial();
  const answer = await call("GET", `${RECORDS}?q=%ED%A0%80`);
  assert.deepEqual(answer.body as unknown, { data: [], next_cursor: null });
});

Deno.test("a cycle of category parents is refused at its place", async () => {
  const { call } = await openHttpTrial();
  const make = async (name: string, parent_id: unknown = null) =>
    (await call("POST", "/api/v1/categories", { name, parent_id })).body["id"]!;
  const top = await make("Travel");
  const below = await make("Rail", top);
  const cycle = await call("PATCH", `/api/v1/categories/${top}`, {
    parent_id: below,
  });
  assert.equal(cycle.status, 422);
  assert.deepEqual(
    cycle.body,
    problem(
      "category.cycle",
      422,
      "A category cannot be its own ancestor",
      {
        errors: [{
          pointer: "/parent_id",
          detail: "is the category itself or one below it",
        }],
      },
    ),
  );
});

Deno.test("a pattern that blows up a backtracking engine is kept and harmless", async () => {
  const { call, runJobs } = await openHttpTrial();
  const made = await call("POST", "/api/v1/rules", {
    name: "evil",
    when: { field: "description", op: "matches", value: "(a+)+$" },
    then: { review: true },
  });
  assert.equal(made.status, 201);
  const description = `${"a".repeat(900)}!`;
  const { body } = await call("POST", RECORDS, {
    records: [record({ description })],
  });
  await runJobs();
  const read = await call("GET", `${RECORDS}/${body["record_ids"]![0]}`);
  assert.equal(read.body["status"], "processed");
});

Deno.test("patterns that no linear engine has are refused at their place", async () => {
  const { call } = await openHttpTrial();
  const answer = await call("POST", "/api/v1/rules", {
    name: "backreference",
    when: {
      all: [{ field: "description", op: "matches", value: "(a)\\1" }],
    },
    then: { review: true },
  });
  assert.equal(answer.status, 422);
  assert.equal(
    answer.body["errors"]![0]!["pointer"],
    "/when/all/0/value",
  );
});
