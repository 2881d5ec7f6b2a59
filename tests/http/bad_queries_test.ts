import assert from "node:assert/strict";
import { invalid } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";
import { record, RECORDS } from "./refuses_records.ts";

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
