import assert from "node:assert/strict";
import { takeCheckpoint } from "../../src/events/use_cases/take_checkpoint.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import type { openHttpTrial } from "./http_trial.ts";
import { made } from "./reports_client.ts";
import { pdf, upload } from "./receipts_client.ts";

const V1 = "/api/v1";

type Trial = Awaited<ReturnType<typeof openHttpTrial>>;

/** Asks for a report about somebody. */
export async function askAbout({ call }: Trial, name: string) {
  const asked = await call("POST", `${V1}/reports`, {
    kind: "spend",
    grouping: "counterparty",
    from: "2020-01-01",
    to: "2030-01-01",
    filters: { counterparty: name },
  }, { "Idempotency-Key": `about-${crypto.randomUUID()}` });
  assert.equal(asked.status, 202, asked.text);
  return asked.body["id"]!;
}

/**
 * Writes a name wherever reports, schedules, reviews, receipts and feeds take text, each with a key. Returns how what
 * people named themselves is renamed, which no erasure does.
 */
export async function writeName(
  trial: Trial,
  name: string,
  { approvalId, recordId }: {
    readonly approvalId: string;
    readonly recordId: string;
  },
): Promise<() => Promise<void>> {
  const { call, deps, tenant, owner } = trial;
  const post = async (path: string, body: unknown) => {
    const answer = await call("POST", `${V1}${path}`, body, {
      "Idempotency-Key": path,
    });
    assert(answer.status < 300, `${path}: ${answer.text}`);
    return answer.body;
  };
  const terms = { kind: "spend", filters: { counterparty: name } };
  const period = { from: "2020-01-01", to: "2030-01-01" };
  const id = await made(trial, {
    ...terms,
    ...period,
    grouping: "counterparty",
    formats: ["csv"],
  });
  await post(`/reports/${id}/formats`, { formats: ["html"] });
  await made(trial, { kind: "exceptions", ...period });
  await post("/report-schedules", {
    name: `For ${name}`,
    cron: "0 7 1 * *",
    covers: "previous_month",
    report: terms,
  });
  await post(`/approvals/${approvalId}/comments`, { text: `Ask ${name}` });
  await post("/approvals/assign", {
    approval_ids: [approvalId],
    member_id: owner.id,
  });
  const receipt = await upload(
    call,
    pdf(name),
    `?record_id=${recordId}&file_name=${name}.pdf`,
    { "Idempotency-Key": "receipt" },
  );
  assert.equal(receipt.status, 201, receipt.text);
  const read = await call("PATCH", `${V1}/receipts/${receipt.body["id"]}`, {
    counterparty: name,
  });
  assert.equal(read.status, 200, read.text);
  const queue = await post("/review-queues", {
    name: `Of ${name}`,
    conditions: { because: ["rule_asks"] },
  });
  await takeCheckpoint(deps, openTaskScope(tenant.id, "checkpoint"));
  return async () => {
    const path = `${V1}/review-queues/${queue["id"]}`;
    const renamed = await call("PATCH", path, { name: "Others" });
    assert.equal(renamed.status, 200, renamed.text);
  };
}

/** Whether the name stands in a file that is kept of the tenant. */
export async function isInFiles(
  { deps, tenant }: Trial,
  name: string,
): Promise<boolean> {
  const keys = await deps.files.list(`${tenant.id}/`, 999, null);
  const texts = await Promise.all(
    keys.map(async (key) =>
      await new Response(await deps.files.read(key)).text()
    ),
  );
  return texts.some((text) => text.includes(name));
}
