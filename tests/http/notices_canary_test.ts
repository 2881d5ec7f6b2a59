import assert from "node:assert/strict";
import { nodemailerMailer } from "../../adapters/nodemailer/mailer.ts";
import type { Fact } from "../../src/events/fact.ts";
import { ok } from "../../src/kernel/result.ts";
import { NOTICE_EVENTS } from "../../src/notifications/incident.ts";
import { NOTICE_KINDS } from "../../src/notifications/notice_kinds.ts";
import { changePreferences } from "../../src/notifications/use_cases/change_preferences.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { hookServer } from "../support/hook_server.ts";
import { mailServer, readable } from "../support/mail_server.ts";
import { noticePorts } from "../support/notice_ports.ts";
import { sampleIds } from "../support/samples.ts";
import { value } from "../support/trial.ts";
import { openHttpTrial } from "./http_trial.ts";
import { seed } from "./seeded.ts";

const CANARY = "Quillfeather";

/** Every fact that calls for a notice; whatever text it can hold is the canary. */
function everyFact(): readonly Fact[] {
  const dead = (queue: string): Fact => ({
    type: "JOB_DEAD_LETTERED",
    payload: {
      dead_letter_id: sampleIds.next("dlt"),
      job_id: `process_records-${CANARY}`,
      queue,
      attempts: 5,
      records: 3,
      error_class: CANARY,
      reason: `${CANARY} was thrown`,
    },
  });
  const connection = (
    type: "CONNECTION_DEGRADED" | "CONNECTION_RESTORED",
  ): Fact => ({
    type,
    payload: {
      connection_id: sampleIds.next("con"),
      before: { state: CANARY },
      after: { state: CANARY },
      reason: CANARY,
    },
  } as unknown as Fact);
  const limit = (type: "LIMIT_NEAR" | "LIMIT_REACHED"): Fact => ({
    type,
    payload: {
      what: "llm_money",
      limit: "10.00",
      used: "9.98",
      resets_at: "2026-02-01T00:00:00.000Z",
    },
  });
  return [
    dead("records:ingest"),
    dead("records:process"),
    dead(CANARY),
    {
      type: "IMPORT_FAILED",
      payload: { import_id: sampleIds.next("imp"), line: 7 },
    },
    connection("CONNECTION_DEGRADED"),
    connection("CONNECTION_RESTORED"),
    limit("LIMIT_NEAR"),
    limit("LIMIT_REACHED"),
    {
      type: "SUBSCRIPTION_CHANGED",
      payload: {
        before: null,
        after: { state: "past_due", plan: "team" },
        grace_ends_at: "2026-02-01T00:00:00.000Z",
      },
    },
    {
      type: "REPORT_GENERATED",
      payload: {
        kind: "rules_backtest",
        backtest_id: sampleIds.next("bkt"),
        scanned: 9,
        changed: 2,
      },
    },
    {
      type: "REPORT_GENERATED",
      payload: {
        kind: "spend",
        report_id: sampleIds.next("rpt"),
        schedule_id: sampleIds.next("rps"),
        rows: 12,
      },
    },
    {
      type: "RULE_FLAGGED",
      payload: {
        rule_id: sampleIds.next("rule"),
        rule_version: 1,
        overridden: 3,
        hits: 20,
      },
    },
    {
      type: "REVIEW_QUEUE_OLD",
      payload: {
        approval_id: sampleIds.next("apr"),
        waiting: 4,
        waiting_since: "2025-12-01T00:00:00.000Z",
      },
    },
    {
      type: "ENDPOINT_DISABLED",
      payload: { endpoint_id: sampleIds.next("nep"), reason: "failing" },
    },
  ];
}

Deno.test("notices: of a company whose every text is a canary no byte of any message holds it", async () => {
  await using hooks = hookServer();
  await using mails = await mailServer();
  const trial = await openHttpTrial({
    notices: await noticePorts({
      allow: hooks.allow,
      mailer: nodemailerMailer({
        host: "127.0.0.1",
        port: mails.port,
        tls: "off",
        auth: null,
        from: "Balance <balance@service.example>",
      }),
    }),
  });
  const { call, deps, scope, tenant, runJobs, clock } = trial;
  await call("PATCH", "/api/v1/tenant", { name: `${CANARY} & Sons` });
  await seed(call, runJobs, CANARY);
  const made = await call("POST", "/api/v1/notifications/endpoints", {
    url: hooks.url,
    description: CANARY,
  });
  const email = `${CANARY}@mail.example`;
  const member = value(
    await addMember(deps, scope, { email, name: CANARY, role: "admin" }),
  );
  const asMember = openScope(tenant.id, {
    kind: "member",
    id: member.id,
    role: "admin",
  });
  const all = Object.fromEntries(
    NOTICE_KINDS.map((kind) => [kind, "immediate" as const]),
  );
  value(await changePreferences(deps, asMember, all));
  await runJobs();

  const facts = everyFact();
  assert.deepEqual(
    new Set(facts.map(({ type }) => type)),
    new Set(
      NOTICE_EVENTS.filter((type) => type !== "ENDPOINT_TEST_REQUESTED"),
    ),
  );
  const task = openTaskScope(tenant.id, "test");
  await deps.uow.run(value(permit(task, "jobs.run")), (tx) => {
    tx.events.append(facts);
    return Promise.resolve(ok(null));
  });
  const test = `/api/v1/notifications/endpoints/${made.body["id"]}/test`;
  assert.equal((await call("POST", test)).status, 202);
  await runJobs();
  // What was too much for single mails, and the owner's digest of the day.
  clock.advance(86_400_000);
  await runJobs();

  const types = hooks.got.map(({ body }) => JSON.parse(body).type);
  assert.deepEqual(
    new Set(types),
    new Set([...NOTICE_KINDS, "test"].map((kind) => `notice.${kind}`)),
  );
  const own = mails.got.filter(({ to }) => to[0] === email);
  const read = own.map(readable).join("\n");
  const notices = await call("GET", "/api/v1/notifications/notices");
  for (const { kind, title } of notices.body["data"]!) {
    if (kind !== "test") assert(read.includes(title!), `${kind}: ${title}`);
  }
  assert(mails.got.some(({ to }) => to[0] === "ann@foxglove.example"));

  const isSeen = (text: string) => new RegExp(CANARY, "i").test(text);
  for (const { bytes } of hooks.got) assert(!isSeen(bytes), bytes);
  for (const mail of mails.got) {
    const lines = (text: string) =>
      text.split("\r\n").filter((line) => line !== `To: ${email}`);
    assert(!isSeen(lines(mail.raw).join("\n")), mail.raw);
    assert(!isSeen(lines(readable(mail)).join("\n")), mail.raw);
    // What is encoded as a whole would hide it.
    assert(!/^Content-Transfer-Encoding: base64/im.test(mail.raw));
  }
  const deliveries = await call("GET", "/api/v1/notifications/deliveries");
  for (const { text } of [notices, deliveries]) assert(!isSeen(text), text);
  // It can be seen at all.
  assert(own.some(({ raw }) => isSeen(raw)));
  assert(isSeen((await call("GET", "/api/v1/records")).text));
});
