import assert from "node:assert/strict";
import { handleJob } from "../../src/main/handle_job.ts";
import { uuidV7Id } from "../../src/kernel/ids.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { fileKey } from "../../src/kernel/file_key.ts";
import { sweepReceipts } from "../../src/receipts/use_cases/sweep_receipts.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { streamOf } from "../contract/file_storage.ts";
import { incoming } from "../support/trial.ts";
import { openHttpTrial } from "./http_trial.ts";
import { pdf, upload } from "./receipts_client.ts";

type Trial = Awaited<ReturnType<typeof openHttpTrial>>;

const kindOf = (answer: Awaited<ReturnType<typeof upload>>) =>
  `${answer.status} ${answer.body["type"]?.split("#")[1] ?? ""}`;
const filesOf = ({ deps, tenant }: Trial) =>
  deps.files.list(`${tenant.id}/`, 99, null);

Deno.test("what is no receipt is refused, and nothing of it is kept", async () => {
  const trial = await openHttpTrial();
  const { call } = trial;
  const outcome = async (
    ...given: Parameters<typeof upload> extends [unknown, ...infer Rest] ? Rest
      : never
  ) => kindOf(await upload(call, ...given));
  assert.equal(await outcome(""), "422 receipt.empty");
  for (
    const body of [
      "<svg onload=alert(1)>",
      "<html>%PDF-1.7",
      "PK\x03\x04",
      "#!/bin/sh",
    ]
  ) {
    assert.equal(await outcome(body), "415 receipt.type_refused", body);
  }
  const large = "%PDF-1.7" + "x".repeat(10_000_000);
  assert.equal(
    await outcome(large, "", { "Content-Length": String(large.length) }),
    "413 file.too_large",
  );
  assert.equal(await outcome(streamOf(large, 65_536)), "413 file.too_large");
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) =>
      controller.enqueue(new TextEncoder().encode(pdf("half"))),
    pull: (controller) => controller.error(new Error("gone")),
  }, { highWaterMark: 0 });
  assert.equal(await outcome(broken), "400 request.cut_off");
  const nowhere = "rec_01kx2m6v9dfk3tqz8w5y7r4b1c";
  assert.equal(
    await outcome(pdf("a"), `?record_id=${nowhere}`),
    "422 receipt.record_missing",
  );
  assert.equal(
    await outcome(pdf("a"), "?amount_minor=-5&currency=GBP"),
    "422 request.invalid",
  );
  assert.equal(
    await outcome(pdf("a"), "?amount_minor=5"),
    "422 request.invalid",
  );
  assert.deepEqual(await filesOf(trial), []);
});

Deno.test("a type is what the bytes say, and a file that is two things is handed out as the first", async () => {
  const { call, as } = await openHttpTrial();
  const both = await upload(call, "GIF89a=1;alert(document.cookie)//", "", {
    "Content-Type": "text/html",
  });
  assert.equal(both.status, 201);
  assert.equal(both.body["content_type"], "image/gif");
  assert.equal(both.body["claimed_content_type"], "text/html");
  const link = await call("GET", `/api/v1/receipts/${both.body["id"]}/link`);
  const file = await as(null)("GET", new URL(link.body["url"]!).pathname);
  assert.equal(file.headers.get("content-type"), "image/gif");
  assert.match(file.headers.get("content-disposition") ?? "", /^attachment;/);
  assert.equal(file.headers.get("x-content-type-options"), "nosniff");
});

Deno.test("a link is good for its time and just as it is written", async () => {
  const { call, as, clock } = await openHttpTrial();
  const { body } = await upload(call, pdf("linked"));
  const link = await call("GET", `/api/v1/receipts/${body["id"]}/link`);
  const { pathname } = new URL(link.body["url"]!);
  const get = (path: string) => as(null)("GET", path);
  assert.equal((await get(pathname)).status, 200);
  const token = pathname.slice("/files/".length);
  for (let at = 0; at < token.length; at++) {
    if (token[at] === ".") continue;
    const other = token[at] === "A" ? "B" : "A";
    const changed = token.slice(0, at) + other + token.slice(at + 1);
    assert.equal((await get(`/files/${changed}`)).status, 404, String(at));
  }
  assert.equal((await get("/files/x")).status, 404);
  clock.set(plusMs(clock.now(), 299_000));
  assert.equal((await get(pathname)).status, 200);
  clock.set(plusMs(clock.now(), 2_000));
  assert.equal(kindOf(await get(pathname)), "404 receipt.link_gone");
});

Deno.test("another company's receipt is missing, and its bytes are another receipt", async () => {
  const trial = await openHttpTrial();
  const theirs = trial.as(await trial.stranger());
  const own = await upload(trial.call, pdf("shared"));
  const path = `/api/v1/receipts/${own.body["id"]}`;
  for (
    const [method, at, body] of [
      ["GET", path],
      ["GET", `${path}/link`],
      ["PATCH", path, { detach: ["rec_01kx2m6v9dfk3tqz8w5y7r4b1c"] }],
      ["DELETE", path],
    ] as const
  ) {
    assert.equal(
      kindOf(await theirs(method, at, body)),
      "404 receipt.missing",
      method,
    );
  }
  const same = await upload(theirs, pdf("shared"));
  assert.equal(same.status, 201);
  assert.notEqual(same.body["id"], own.body["id"]);
});

Deno.test("erasing records takes their own receipts and leaves those of others", async () => {
  const trial = await openHttpTrial();
  const { call, send, runJobs } = trial;
  const [first, second] = await send(incoming(), incoming());
  const alone = await upload(call, pdf("alone"), `?record_id=${first}`);
  const shared = await upload(call, pdf("shared"), `?record_id=${first}`);
  await upload(call, pdf("shared"), `?record_id=${second}`);
  await call("POST", "/api/v1/privacy/erasures", { record_ids: [first] });
  await runJobs();
  const get = (id: string) => call("GET", `/api/v1/receipts/${id}`);
  assert.equal((await get(alone.body["id"]!)).status, 404);
  const left = await get(shared.body["id"]!);
  assert.deepEqual(left.body["record_ids"], [second]);
  assert.equal((await filesOf(trial)).length, 1);
});

Deno.test("the sweep removes day-old orphans, and finishes what stopped half way", async () => {
  const trial = await openHttpTrial();
  const { call, deps, clock, tenant } = trial;
  const options = { bytesMax: 99, contentType: "application/pdf" };
  const bornMs = Date.parse(clock.now());
  const orphan = fileKey(
    tenant.id,
    "receipts",
    uuidV7Id("rcp", bornMs, new Uint8Array(10)),
  );
  const forgotten = fileKey(
    tenant.id,
    "uploads",
    uuidV7Id("upl", bornMs, new Uint8Array(10)),
  );
  for (const key of [orphan, forgotten]) {
    await deps.files.put(key, streamOf("x"), options);
  }
  const kept = await upload(call, pdf("kept"));
  const gone = await upload(call, pdf("gone"));
  await call("DELETE", `/api/v1/receipts/${gone.body["id"]}`);
  const scope = openTaskScope(tenant.id, "retention");
  await sweepReceipts(deps, scope);
  assert.equal((await filesOf(trial)).length, 3);
  clock.advance(86_400_001);
  await sweepReceipts(deps, scope);
  assert.deepEqual(await filesOf(trial), [
    fileKey(tenant.id, "receipts", kept.body["id"] as `rcp_${string}`),
  ]);
  await handleJob(deps)({
    id: `remove_receipts-${"0".repeat(32)}`,
    tenantId: tenant.id,
    task: {
      kind: "remove_receipts",
      receiptIds: [kept.body["id"] as `rcp_${string}`],
    },
  });
  assert.equal((await filesOf(trial)).length, 1, "it is not on its way out");
});
