import assert from "node:assert/strict";
import { incoming } from "../support/trial.ts";
import { onMemory as test } from "./on_memory.ts";
import { kindOf, made, MARCH, sheetsOf } from "./reports_client.ts";

test("a spreadsheet holds numbers, dates and texts as such, sheet by sheet", async (trial) => {
  const { call, send, runJobs } = trial;
  await send(
    incoming({ description: "=1+1", counterparty: "-5" }),
    incoming({ amount: { minor: "100000000000000001", currency: "JPY" } }),
  );
  await runJobs();
  const id = await made(trial, { kind: "spend", ...MARCH, formats: [] });
  const missing = await call(
    "GET",
    `/api/v1/reports/${id}/download?format=xlsx`,
  );
  assert.deepEqual([missing.status, kindOf(missing)], [
    409,
    "report.not_made",
  ]);
  const more = await call("POST", `/api/v1/reports/${id}/formats`, {
    formats: ["xlsx"],
  });
  assert.equal(more.status, 202, more.text);
  await runJobs();
  const sheets = await sheetsOf(trial, id);
  assert.deepEqual(Object.keys(sheets), [
    "Report",
    "Totals by currency",
    "By category",
    "Records",
  ]);
  const [heading, first, second] = sheets["Records"]!;
  assert.deepEqual(heading!.slice(1, 6), [
    "At",
    "Description",
    "Counterparty",
    "Amount",
    "Currency",
  ]);
  assert.deepEqual(first!.slice(1, 6), [
    new Date("2026-03-01T00:00:00.000Z"),
    "=1+1",
    "-5",
    -12.5,
    "GBP",
  ]);
  assert.equal(second![4], "100000000000000001", "beyond exact: text");
});

/** What each kind can be narrowed by, as docs/reports.md says it. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  spend: ["category_id", "connection_id", "counterparty", "currency"],
  automation: ["category_id", "connection_id"],
  reviewer_activity: ["category_id", "connection_id", "member_id"],
  rule_performance: ["category_id", "connection_id", "rule_id"],
  exceptions: ["category_id", "connection_id", "exception"],
  audit_trail: ["member_id", "event_type"],
};

test("what is wrong is refused, and says where", async (trial) => {
  const { call } = trial;
  const [cat] = await trial.categories("Rent");
  await trial.send(incoming());
  const connections = await call("GET", "/api/v1/connections");
  const rule = await call("POST", "/api/v1/rules", {
    name: "Rent",
    when: { field: "description", op: "contains", value: "rent" },
    then: { category_id: cat },
  });
  assert.equal(rule.status, 201, rule.text);
  const post = async (path: string, body: object) => {
    const answer = await call("POST", path, body);
    const [error] = answer.body["errors"] ?? [];
    return answer.status < 300
      ? [answer.status]
      : [answer.status, kindOf(answer), error?.["pointer"]];
  };
  const refused = (body: object) => post("/api/v1/reports", body);
  assert.deepEqual(
    await refused({ kind: "spend", from: MARCH.to, to: MARCH.from }),
    [422, "report.period_empty", "/to"],
  );
  assert.deepEqual(
    await refused({ kind: "exceptions", ...MARCH, grouping: "month" }),
    [422, "report.unknown_filter", "/grouping"],
  );
  const there = {
    category_id: cat,
    connection_id: connections.body["data"]![0]!["id"],
    counterparty: "Ann",
    currency: "GBP",
    rule_id: rule.body["id"],
    member_id: trial.owner.id,
    exception: "failed",
    event_type: "PROCESSED",
  };
  for (const [kind, taken] of Object.entries(TAKEN)) {
    for (const [name, value] of Object.entries(there)) {
      const filters = { [name]: value };
      assert.deepEqual(
        await refused({ kind, ...MARCH, filters }),
        taken.includes(name)
          ? [202]
          : [422, "report.unknown_filter", `/filters/${name}`],
        `${kind} ${name}`,
      );
    }
  }
  const id = "01kx2m6v9dfk3tqz8w5y7r4b1c";
  for (
    const [kind, name, value] of [
      ["spend", "category_id", `cat_${id}`],
      ["automation", "connection_id", `con_${id}`],
      ["rule_performance", "rule_id", `rule_${id}`],
      ["reviewer_activity", "member_id", `usr_${id}`],
      ["audit_trail", "member_id", `key_${id}`],
    ] as const
  ) {
    const report = { kind, filters: { [name]: value } };
    assert.deepEqual(
      await refused({ ...report, ...MARCH }),
      [422, "report.unknown_filter", `/filters/${name}`],
    );
    const schedule = { name: "x", cron: "0 7 * * *", covers: "previous_day" };
    assert.deepEqual(
      await post("/api/v1/report-schedules", { ...schedule, report }),
      [422, "report.unknown_filter", `/report/filters/${name}`],
    );
  }
  for (
    const filters of [
      { member_id: cat },
      { exception: "whatever" },
      { event_type: "processed" },
      { rule_id: "x" },
    ]
  ) {
    const [name] = Object.keys(filters);
    assert.deepEqual(
      await refused({ kind: "audit_trail", ...MARCH, filters }),
      [422, "request.invalid", `/filters/${name}`],
    );
  }
});

test("a cancelled report stays so, and leaves no file", async (trial) => {
  const { call, runJobs, deps, tenant } = trial;
  const asked = await call("POST", "/api/v1/reports", {
    kind: "spend",
    ...MARCH,
  });
  const path = `/api/v1/reports/${asked.body["id"]}`;
  assert.equal((await call("POST", `${path}/cancel`)).status, 200);
  assert.equal((await call("POST", `${path}/cancel`)).status, 200);
  await runJobs();
  assert.equal((await call("GET", path)).body["state"], "cancelled");
  assert.deepEqual(await deps.files.list(`${tenant.id}/`, 9, null), []);
  const more = await call("POST", `${path}/formats`, { formats: ["csv"] });
  assert.deepEqual([more.status, kindOf(more)], [409, "report.ended"]);
  const id = await made(trial, { kind: "spend", ...MARCH });
  const late = await call("POST", `/api/v1/reports/${id}/cancel`);
  assert.deepEqual([late.status, kindOf(late)], [409, "report.ended"]);
  const list = await call(
    "GET",
    "/api/v1/reports?state=cancelled&kind=spend",
  );
  assert.deepEqual(
    list.body["data"]!.map((one) => one["id"]),
    [asked.body["id"]],
  );
});

test("a file that the storage lost is said to be, and made again of the rows that were kept", async (trial) => {
  const { call, send, runJobs, deps, tenant } = trial;
  await send(incoming());
  await runJobs();
  const id = await made(trial, { kind: "spend", ...MARCH, formats: ["csv"] });
  const path = `/api/v1/reports/${id}`;
  const first = await call("GET", `${path}/download?format=csv`);
  const files = () => deps.files.list(`${tenant.id}/reports/`, 9, null);
  const [json, csv] = await files();
  await deps.files.remove([csv!]);
  const lost = [404, "report.file_lost"];
  for (const way of ["download", "link"]) {
    const answer = await call("GET", `${path}/${way}?format=csv`);
    assert.deepEqual([answer.status, kindOf(answer)], lost, way);
  }
  assert.equal((await call("GET", `${path}/link?format=json`)).status, 200);
  const again = await call("POST", `${path}/formats`, { formats: ["csv"] });
  assert.equal(again.status, 202, again.text);
  await send(incoming());
  await runJobs();
  const anew = await call("GET", `${path}/download?format=csv`);
  assert.equal(anew.text, first.text);
  assert.equal((await files()).length, 2);
  const { body } = await call("GET", path);
  assert.deepEqual(body["progress"], { done: 4, total: 4 });
  // What is there is not made twice.
  const same = await call("POST", `${path}/formats`, { formats: ["csv"] });
  assert.equal(same.body["files"]!.length, 2);

  await deps.files.remove([json!]);
  for (const format of ["json", "html"]) {
    const answer = await call("POST", `${path}/formats`, { formats: [format] });
    assert.deepEqual([answer.status, kindOf(answer)], lost, format);
  }
});
