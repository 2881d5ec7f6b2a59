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

test("what is wrong is refused, and says where", async ({ call, categories }) => {
  const [cat] = await categories("Rent");
  const refused = async (body: object) => {
    const answer = await call("POST", "/api/v1/reports", body);
    const [error] = answer.body["errors"] ?? [];
    return [answer.status, kindOf(answer), error?.["pointer"]];
  };
  assert.deepEqual(
    await refused({ kind: "spend", from: MARCH.to, to: MARCH.from }),
    [422, "report.period_empty", "/to"],
  );
  assert.deepEqual(
    await refused({
      kind: "automation",
      ...MARCH,
      filters: { category_id: cat },
    }),
    [422, "report.unknown_filter", "/filters"],
  );
  assert.deepEqual(
    await refused({ kind: "exceptions", ...MARCH, grouping: "month" }),
    [422, "report.unknown_filter", "/grouping"],
  );
  assert.deepEqual(
    await refused({
      kind: "spend",
      ...MARCH,
      filters: { category_id: "cat_01kx2m6v9dfk3tqz8w5y7r4b1c" },
    }),
    [422, "report.unknown_filter", "/filters/category_id"],
  );
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
