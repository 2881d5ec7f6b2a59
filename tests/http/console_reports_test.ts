import assert from "node:assert/strict";
import { incoming } from "../support/trial.ts";
import { openConsole } from "./open_console.ts";
import { made } from "./reports_client.ts";

const WIDE = { from: "2025-01-01", to: "2027-01-01" };

Deno.test("a report's page and the dashboard tell amounts to the last unit, grouped, whatever their size", async () => {
  const { trial, send, errors } = await openConsole();
  const occurredAt = "2025-12-01T00:00:00.000Z";
  const paid = (minor: `${bigint}`) =>
    incoming({ occurredAt, amount: { minor, currency: "EUR" } });
  await trial.send(paid("-18446744073715997736"), paid("-1"));
  await trial.runJobs();
  const id = await made(trial, { kind: "spend", ...WIDE });
  const report = (await send("GET", `/console/reports/${id}`)).text;
  const dashboard = (await send("GET", "/console/dashboard?days=365")).text;
  for (const page of [report, dashboard]) {
    const table = page.slice(page.indexOf("As a table"));
    assert.match(table, />184,467,440,737,159,977\.37</);
    assert.doesNotMatch(page, /184,?467,?440,?737,?159,?9(?!77\.37)/);
  }
  assert.deepEqual(errors, []);
});

Deno.test("what a rule did not settle is left to people, in one word on the dashboard and in the report; codes are for programs", async () => {
  const { trial, send } = await openConsole();
  await trial.send(incoming(), incoming());
  await trial.runJobs();
  const file = async (id: string, format: string) =>
    (await trial.call("GET", `/api/v1/reports/${id}/download?format=${format}`))
      .text;
  const id = await made(trial, { kind: "automation", ...WIDE });
  const page = (await send("GET", `/console/reports/${id}`)).text;
  const dashboard = (await send("GET", "/console/dashboard?days=365")).text;
  for (const text of [page, dashboard, await file(id, "html")]) {
    assert.match(text, /settled by what, or left to people/);
    assert.match(text, /Left to people/);
    assert.match(text, /Earlier approvals/);
  }
  for (const text of [page, await file(id, "html")]) {
    assert.doesNotMatch(text, /left_to_people|>coverage</);
    assert.match(text, /Part settled without a person<.*?>0 ?%</s);
  }
  assert.match(await file(id, "csv"), /left_to_people/);

  const audit = await made(trial, { kind: "audit_trail", ...WIDE });
  const events = (await send("GET", `/console/reports/${audit}`)).text;
  for (const text of [events, await file(audit, "html")]) {
    assert.match(text, /Category made|Records received|Company made/);
    assert.doesNotMatch(text, />[A-Z]+(_[A-Z]+)+</);
  }
  assert.match(await file(audit, "csv"), /[A-Z]+_[A-Z]+/);
});

Deno.test("the dashboard says what its chart of spending leaves out, and where there is none", async () => {
  const { trial, send } = await openConsole();
  const page = async () =>
    (await send("GET", "/console/dashboard?days=365")).text;
  const paid = (currency: string | null) =>
    incoming({
      occurredAt: "2025-12-01T00:00:00.000Z",
      amount: currency === null ? null : { minor: "-500", currency },
    });
  await trial.send(paid(null));
  await trial.runJobs();
  assert.match(await page(), /No record that is dated in this period was paid/);
  await trial.send(paid("EUR"), paid("EUR"), paid("GBP"));
  await trial.runJobs();
  const shown = await page();
  assert.match(shown, /Paid out by category, in EUR/);
  assert.match(shown, /What was paid in GBP is not in it/);
});
