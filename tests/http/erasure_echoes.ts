import assert from "node:assert/strict";
import { incoming } from "../support/trial.ts";
import { MARCH } from "./reports_client.ts";
import type { TestOn } from "./tests_on.ts";

const V1 = "/api/v1";
const NAME = "Zelda Quince";

/** What quotes a person without being of the person's records. */
export function erasureEchoTests(test: TestOn): void {
  test("answers kept for repeats that quote an erased person are forgotten, others are not", async (trial) => {
    const { call, send, runJobs } = trial;
    const [rec] = await send(
      incoming({ counterparty: NAME }),
      incoming({ counterparty: "Rail North" }),
    );
    await runJobs();
    const { body: connections } = await call("GET", `${V1}/connections`);
    const tried = `${V1}/connections/${connections["data"]![0]!["id"]}`;
    const about = (counterparty: string) =>
      [
        ["/reports", { kind: "spend", ...MARCH, filters: { counterparty } }],
        ["/report-schedules", {
          name: `For ${counterparty}`,
          cron: "0 7 1 * *",
          covers: "previous_month",
          report: { kind: "spend", filters: { counterparty } },
        }],
        ["/rules/test", {
          record: { description: `To "${counterparty.toUpperCase()}"` },
          rule: {
            name: counterparty,
            when: { field: "counterparty", op: "equals", value: counterparty },
            then: { review: true },
          },
        }],
        [`${tried.slice(V1.length)}/mappings/try`, {
          payload: { memo: `Rent\n${counterparty}` },
        }],
        ["/connections", { name: `Of ${counterparty}` }],
      ] as const;
    const ask = async (counterparty: string, key: string) => {
      const replayed: boolean[] = [];
      for (const [path, body] of about(counterparty)) {
        const answer = await call("POST", `${V1}${path}`, body, {
          "Idempotency-Key": key,
        });
        assert(answer.status < 300, `${path}: ${answer.text}`);
        replayed.push(answer.headers.has("Idempotency-Replayed"));
      }
      // A key that is the name itself, of a request that does not tell it.
      const named = await call("POST", `${V1}/reports`, {
        kind: "automation",
        ...MARCH,
      }, { "Idempotency-Key": counterparty.replaceAll(" ", "-") });
      return [...replayed, named.headers.has("Idempotency-Replayed")];
    };
    const no = Array<boolean>(6).fill(false);
    const yes = no.map(() => true);
    for (const name of [NAME, "Rail North", "Zelda Quincey"]) {
      assert.deepEqual(await ask(name, `k-${name.length}`), no, name);
      assert.deepEqual(await ask(name, `k-${name.length}`), yes, name);
    }
    await call("POST", `${V1}/privacy/erasures`, { record_ids: [rec] });
    await runJobs();
    // Their reports of that time went, whoever they name.
    for (const other of ["Rail North", "Zelda Quincey"]) {
      const answered = await ask(other, `k-${other.length}`);
      assert.deepEqual(answered, [false, ...yes.slice(1)], other);
    }
    assert.deepEqual(await ask(NAME, "k-12"), no);
  });

  test("a report that is asked for while an erasure waits tells nobody of it", async (trial) => {
    const { call, send, runJobs, deps, tenant } = trial;
    const [rec] = await send(incoming({ counterparty: NAME }));
    await runJobs();
    const asked = await call("POST", `${V1}/privacy/erasures`, {
      record_ids: [rec],
    });
    assert.equal(asked.status, 202);
    const report = await call("POST", `${V1}/reports`, {
      kind: "spend",
      grouping: "counterparty",
      ...MARCH,
      filters: { counterparty: NAME },
    });
    await runJobs();
    const { text } = await call("GET", `${V1}/reports/${report.body["id"]}`);
    assert(!text.includes(NAME), text);
    for (const key of await deps.files.list(`${tenant.id}/`, 99, null)) {
      const file = await new Response(await deps.files.read(key)).text();
      assert(!file.includes(NAME), key);
    }
  });
}
