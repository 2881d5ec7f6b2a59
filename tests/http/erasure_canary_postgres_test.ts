import assert from "node:assert/strict";
import type { Sql } from "../../adapters/postgres/connect.ts";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { arrive } from "../support/sourced.ts";
import { buryJobs } from "../support/bury_jobs.ts";
import { freshPostgres } from "../support/databases.ts";
import { answers, scriptedModel } from "../support/scripted_model.ts";
import { askAbout, isInFiles, writeName } from "./canary_writings.ts";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";
const CANARY = "Quillfeather";

/** Columns of any table in which `word` stands, read as a superuser: as text, or in bytes. */
async function placesOf(sql: Sql, word: string): Promise<readonly string[]> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const places: string[] = [];
  for (const { name } of tables) {
    const rows = await sql<{ column: string }[]>`
      select distinct cell.key as column
      from ${sql(name)} t, lateral jsonb_each_text(to_jsonb(t)) as cell
      where cell.value ilike ${`%${word}%`} order by 1`;
    places.push(...rows.map(({ column }) => `${name}.${column}`));
  }
  return places;
}

Deno.test("PostgreSQL: after an erasure no table holds a person's name any more", async () => {
  const { sql, drop } = await freshPostgres();
  try {
    const trial = await openHttpTrial({
      storage: (clock) => ({
        uow: postgresUnitOfWork(sql, { clock }),
        feed: postgresJobFeed(sql),
        directory: postgresDirectory(sql),
        keyUses: postgresKeyUses(sql),
      }),
      model: scriptedModel((call) => answers(call)),
    });
    const { call, runJobs } = trial;
    const record = (n: number, text = CANARY) => ({
      external_id: `${CANARY}-${n}`,
      description: `Payment ${n} to ${text}`,
      counterparty: text,
      amount: { minor: -100 * n, currency: "GBP" },
      attributes: { payee: text, unit: text },
    });
    const idempotent = (key: string) => ({ "Idempotency-Key": key });
    const made = await call("POST", `${V1}/categories`, {
      categories: [{ name: "Travel" }, { name: "Fees" }],
    });
    const [travel, fees] = made.body["data"]!.map((one) => one["id"]!);
    const sent = await call("POST", `${V1}/records`, {
      records: [1, 2, 3, 4].map((n) => record(n)),
    }, idempotent(`${CANARY}-sent`));
    const ids = sent.body["record_ids"]! as unknown as string[];
    // Kept aside, since it says something else; and taken in by a delivery.
    await call("POST", `${V1}/records`, {
      records: [record(1, `${CANARY} Ltd`)],
    });
    const later = await call("POST", `${V1}/records`, {
      records: [record(5), record(2, `${CANARY} & Sons`)],
    }, { Prefer: "respond-async" });
    await runJobs();
    // Under another id before it was booked.
    const held = { externalId: `${CANARY}-6`, description: `To ${CANARY}` };
    await arrive(trial, { ...held, pending: true });
    await arrive(trial, {
      externalId: `${CANARY}-7`,
      supersedes: held.externalId,
      description: `${held.description} booked`,
    });
    const { body: queue } = await call("GET", `${V1}/approvals`);
    const waiting = queue["data"]!;
    await call("POST", `${V1}/approvals/decide-many`, {
      decisions: waiting.slice(0, 3).map((one, n) => ({
        approval_id: one["id"],
        ...n === 2 ? { verdict: "reject", note: `${CANARY} is private` } : {
          verdict: "override",
          category_id: travel,
          note: `as ${CANARY} said`,
        },
      })),
    }, idempotent("decided"));
    await runJobs();
    await call("PATCH", `${V1}/records/${ids[0]}`, {
      category_id: fees,
      attributes: { payee: `${CANARY} senior` },
    });
    // A rule that sets texts over records whose texts it reads, run and undone, and one that is only tried.
    const rule = await call("POST", `${V1}/rules`, {
      name: "payments",
      when: { field: "description", op: "contains", value: "payment" },
      then: {
        category_id: travel,
        counterparty: "Somebody",
        attributes: { payee: "Somebody" },
      },
    });
    assert.equal(rule.status, 201, rule.text);
    const run = await call(
      "POST",
      `${V1}/rules/${rule.body["id"]}/apply`,
      {},
    );
    await runJobs();
    await call("POST", `${V1}/rules/runs/${run.body["id"]}/undo`, {});
    await call("POST", `${V1}/rules/backtest`, {
      changes: [{
        op: "change",
        rule_id: rule.body["id"],
        change: { then: { category_id: fees } },
      }],
    });
    await runJobs();
    await call("POST", `${V1}/records/reprocess`, { record_ids: ids });
    await buryJobs(
      trial,
      (task) => "recordIds" in task ? `failed at ${CANARY}` : "failed",
    );

    // The latter waits still: it was not among those that were decided.
    const rename = await writeName(trial, CANARY, {
      approvalId: waiting[3]!["id"]!,
      recordId: ids[3]!,
    });
    assert(await isInFiles(trial, CANARY));

    const before = await placesOf(sql, CANARY);
    assert.deepEqual(before, [
      "approval_history.text",
      "approvals.note",
      "dead_letters.reason",
      "deliveries.drafts",
      "deliveries.intake",
      "events.payload",
      "example_texts.text",
      "inbox.answer",
      "inbox.key",
      "model_answers.rationale",
      "receipts.counterparty",
      "receipts.file_name",
      "record_aliases.external_id",
      "record_conflicts.content",
      "record_conflicts.external_id",
      "record_conflicts.raw",
      "record_traces.trace",
      "records.attributes",
      "records.counterparty",
      "records.description",
      "records.external_id",
      "records.raw",
      "records.reasoning_trace",
      "records.search_text",
      "report_schedules.name",
      "report_schedules.terms",
      "reports.tables",
      "reports.terms",
      "review_queues.name",
      "rule_diffs.changes",
      "rule_diffs.undo",
    ]);
    const { body: list } = await call("GET", `${V1}/records?limit=200`);
    const erased = await call("POST", `${V1}/privacy/erasures`, {
      record_ids: list["data"]!.map((one) => one["id"]),
      external_ids: true,
    });
    assert.equal(erased.body["records"] as unknown, 6);
    assert(later.body["delivery_id"]);
    await askAbout(trial, CANARY);
    await runJobs();
    await rename();
    assert(!await isInFiles(trial, CANARY));
    assert.deepEqual(await placesOf(sql, CANARY), []);
    const { body: verified } = await call("GET", `${V1}/events/verify`);
    assert.equal(verified["ok"] as unknown, true, JSON.stringify(verified));
    const { body: after } = await call("GET", `${V1}/records?limit=200`);
    assert.deepEqual(
      after["data"]!.map((
        one,
      ) => [one["id"], one["amount"], one["category_id"]]),
      list["data"]!.map((
        one,
      ) => [one["id"], one["amount"], one["category_id"]]),
    );
  } finally {
    await drop();
  }
});
