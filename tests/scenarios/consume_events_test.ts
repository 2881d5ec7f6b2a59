import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import type { Fact } from "../../src/events/fact.ts";
import { ok } from "../../src/kernel/result.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openHttpTrial } from "../http/http_trial.ts";
import { sampleIds } from "../support/samples.ts";
import { value } from "../support/trial.ts";

const PAGE = new URL("../../docs/consume-events.md", import.meta.url);
const KILLS = 3;

Deno.test("the consumer of docs/consume-events.md, killed again and again, counts every event once", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-consume-" });
  const program = `${folder}/consume.ts`;
  const text = await Deno.readTextFile(PAGE);
  await Deno.writeTextFile(program, /```ts\n(.*?)```/s.exec(text)![1]!);
  const { app, deps, scope, secret } = await openHttpTrial({
    held: { idleMs: 100 },
  });
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => app.fetch(request),
  );
  const [one, other] = [sampleIds.next("cat"), sampleIds.next("cat")];
  const approved = (category_id: typeof one): Fact => ({
    type: "TX_APPROVED",
    payload: {
      record_id: sampleIds.next("rec"),
      approval_id: null,
      category_id,
    },
  });
  const append = (facts: Fact[]) =>
    deps.uow.run(value(permit(scope, "records.write")), (tx) => {
      tx.events.append(facts);
      return Promise.resolve(ok(null));
    });
  const start = () =>
    new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-q",
        "--no-config",
        "--allow-net",
        "--allow-read",
        "--allow-write",
        program,
        `http://127.0.0.1:${server.addr.port}`,
        secret,
        `${folder}/approved.db`,
      ],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
  const counts = (): Record<string, number> | null => {
    try {
      const db = new DatabaseSync(`${folder}/approved.db`, { readOnly: true });
      try {
        const rows = db.prepare("select category, records from approved").all();
        return Object.fromEntries(
          rows.map((row) => [String(row["category"]), Number(row["records"])]),
        );
      } finally {
        db.close();
      }
    } catch {
      // The program has not made it yet, or holds it just now.
      return null;
    }
  };
  const total = () =>
    Object.values(counts() ?? {}).reduce((sum, records) => sum + records, 0);
  const pause = (ms: number) =>
    new Promise((resolve) => setTimeout(resolve, ms));
  const random = seededRandom(7);
  let sent = 0;
  let child = start();
  try {
    for (let round = 0; round <= KILLS; round++) {
      const before = total();
      for (let n = 0; n < 40; n++) {
        await append([approved(one), approved(n % 2 === 0 ? one : other)]);
        sent += 2;
      }
      // Killed in the middle of them, if its luck will have it.
      const until = round < KILLS ? before + random.between(1, 60) : sent;
      const ended = child.status.then(() => true);
      while (total() < until) {
        const isOver = await Promise.race([ended, pause(5)]);
        assert(!isOver, "the consumer ended by itself");
      }
      if (round < KILLS) {
        child.kill("SIGKILL");
        await child.status;
        child = start();
      }
    }
    assert.deepEqual(counts(), { [one]: sent * 3 / 4, [other]: sent / 4 });
  } finally {
    child.kill("SIGKILL");
    await child.status;
    await server.shutdown();
    await Deno.remove(folder, { recursive: true });
  }
});
