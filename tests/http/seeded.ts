import assert from "node:assert/strict";
import { githubSigned } from "../support/signed_hook.ts";
import type { Call } from "./http_client.ts";

/** The ids of one thing of each kind that a tenant has. */
export interface Seeded {
  readonly cat: string;
  readonly con: string;
  readonly pay: string;
  readonly rec: string;
  readonly cfl: string;
  readonly rcp: string;
  readonly dlv: string;
  readonly imp: string;
  readonly cmp: string;
  readonly rule: string;
  readonly bkt: string;
  readonly run: string;
  readonly apr: string;
  readonly alk: string;
  readonly que: string;
  readonly usr: string;
  readonly inv: string;
  readonly key: string;
  readonly nep: string;
  readonly ntd: string;
  readonly rpt: string;
  readonly rps: string;
}

/** Fills a tenant with one thing of each kind; every text of it holds `word`. */
export async function seed(
  call: Call,
  runJobs: () => Promise<unknown>,
  word: string,
): Promise<Seeded> {
  async function make(path: string, body: unknown, headers = {}) {
    const made = await call("POST", `/api/v1${path}`, body, headers);
    assert(made.status < 300, `${path}: ${made.text}`);
    return made.body;
  }
  const cat = (await make("/categories", { name: `${word} travel` }))["id"]!;
  const hook = await make("/connections", {
    kind: "webhook",
    name: `${word} bank`,
    settings: { scheme: "github" },
  });
  const con = hook["id"]!;
  const sent = JSON.stringify({ memo: word });
  const signed = githubSigned(sent, hook["secret"]!, `${word}-1`);
  const pay = (await call("POST", `/api/v1/hooks/${con}`, sent, signed))
    .body["payload_id"]!;
  const record = (n: number) => ({
    external_id: `${word}-${n}`,
    description: `${word} ${"abcdefgh"[n]}`,
    counterparty: word,
    connection_id: con,
    attributes: { unit: word },
  });
  const pushed = await make("/records", { records: [record(0), record(1)] });
  const other = { ...record(0), description: `${word} another` };
  await make("/records", { records: [other] });
  const aside = await call("GET", "/api/v1/conflicts");
  const later = await make("/records", { records: [record(2)] }, {
    Prefer: "respond-async",
  });
  const rule = await make("/rules", {
    name: `${word} rule`,
    when: { field: "description", op: "equals", value: `${word} rule` },
    then: { category_id: cat },
  });
  const cmp = await make("/import-mappings", {
    name: word,
    date: "date",
    amount: "amount",
    description: [word],
    currency: "GBP",
  });
  const imp = await make(
    `/records/import?connection_id=${con}&mapping_id=${cmp["id"]}`,
    `date,amount,${word}\n2026-03-01,-1.00,${word} ferry\n2026-03-02,x,${word}\n`,
  );
  const changes = [{
    op: "change",
    rule_id: rule["id"],
    change: { name: word },
  }];
  const bkt = await make("/rules/backtest", { changes });
  const run = await make(`/rules/${rule["id"]}/apply`, {});
  const usr = await make("/members", {
    email: `${word.toLowerCase()}@example.com`,
    name: word,
    role: "viewer",
  });
  const inv = await make("/invitations", {
    email: `asked@${word.toLowerCase()}.example`,
    role: "viewer",
  });
  const key = await make("/api-keys", {
    name: word,
    role: "agent",
    scopes: ["records.read"],
    source_agent: word.toLowerCase(),
  });
  const nep = (await make("/notifications/endpoints", {
    url: `https://${word.toLowerCase()}.example/`,
    description: word,
  }))["id"]!;
  await make(`/notifications/endpoints/${nep}/test`, undefined);
  const rps = await make("/report-schedules", {
    name: word,
    cron: "0 7 1 * *",
    covers: "previous_month",
    report: { kind: "spend", filters: { category_id: cat } },
  });
  const rpt = await make("/reports", {
    kind: "spend",
    grouping: "counterparty",
    from: "2000-01-01",
    to: "2190-01-01",
    // Seeding happens for each operation: a spreadsheet takes longer than all the rest.
    formats: ["csv"],
  });
  await runJobs();
  const messages = await call(
    "GET",
    `/api/v1/notifications/deliveries?endpoint=${nep}`,
  );
  const { body } = await call("GET", "/api/v1/approvals");
  const rec = pushed["record_ids"]![0]!;
  const apr = body["data"]!.find((one) => one["record_id"] === rec);
  const groups = await call("GET", "/api/v1/approvals/groups");
  const que = await make("/review-queues", { name: word });
  const receipt = await call(
    "POST",
    `/api/v1/receipts?record_id=${rec}&file_name=${word}.pdf&counterparty=${word}`,
    `%PDF-1.7 ${word}`,
    { "Content-Type": "application/pdf" },
  );
  assert.equal(receipt.status, 201, receipt.text);
  assert(apr, "the first record waits for a person");
  return {
    cat,
    con,
    pay,
    rec,
    cfl: aside.body["data"]![0]!["id"]!,
    rcp: receipt.body["id"]!,
    dlv: later["delivery_id"]!,
    imp: imp["id"]!,
    cmp: cmp["id"]!,
    rule: rule["id"]!,
    bkt: bkt["id"]!,
    run: run["id"]!,
    apr: apr["id"]!,
    alk: groups.body["data"]![0]!["key"]!,
    que: que["id"]!,
    usr: usr["id"]!,
    inv: inv["id"]!,
    key: key["id"]!,
    nep,
    rpt: rpt["id"]!,
    rps: rps["id"]!,
    ntd: messages.body["data"]![0]!["id"]!,
  };
}
