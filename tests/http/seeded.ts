import assert from "node:assert/strict";
import type { Call } from "./http_client.ts";

/** The ids of one thing of each kind that a tenant has. */
export interface Seeded {
  readonly cat: string;
  readonly con: string;
  readonly rec: string;
  readonly dlv: string;
  readonly rule: string;
  readonly bkt: string;
  readonly run: string;
  readonly apr: string;
  readonly usr: string;
  readonly inv: string;
  readonly key: string;
  readonly nep: string;
  readonly ntd: string;
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
  const con = (await make("/connections", { name: `${word} bank` }))["id"]!;
  const record = (n: number) => ({
    external_id: `${word}-${n}`,
    description: `${word} ${"abcdefgh"[n]}`,
    counterparty: word,
    connection_id: con,
    attributes: { unit: word },
  });
  const pushed = await make("/records", { records: [record(0), record(1)] });
  const later = await make("/records", { records: [record(2)] }, {
    Prefer: "respond-async",
  });
  const rule = await make("/rules", {
    name: `${word} rule`,
    when: { field: "description", op: "equals", value: `${word} rule` },
    then: { category_id: cat },
  });
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
  await runJobs();
  const messages = await call(
    "GET",
    `/api/v1/notifications/deliveries?endpoint=${nep}`,
  );
  const { body } = await call("GET", "/api/v1/approvals");
  const rec = pushed["record_ids"]![0]!;
  const apr = body["data"]!.find((one) => one["record_id"] === rec);
  assert(apr, "the first record waits for a person");
  return {
    cat,
    con,
    rec,
    dlv: later["delivery_id"]!,
    rule: rule["id"]!,
    bkt: bkt["id"]!,
    run: run["id"]!,
    apr: apr["id"]!,
    usr: usr["id"]!,
    inv: inv["id"]!,
    key: key["id"]!,
    nep,
    ntd: messages.body["data"]![0]!["id"]!,
  };
}
