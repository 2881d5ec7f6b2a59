import assert from "node:assert/strict";
import { memoryStorage } from "../../adapters/memory/storage.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Queue } from "../../ports/queue.ts";
import type { Fact } from "../../src/events/fact.ts";
import { openJobScope } from "../../src/events/use_cases/open_job_scope.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { type Relay, startRelay } from "../../src/main/relay.ts";
import { permit } from "../../src/tenancy/access.ts";
import { permitTo, sampleIds, sampleScope } from "../support/samples.ts";
import { value } from "../support/trial.ts";

const SHARE = 4;
const AT_ONCE = 2;

/** One tenant sends 100,000 records, then another 10, and both are done by the same few workers. */
export function fairnessScenario(
  name: string,
  open: (clock: Clock) => { queue: Queue; drop(): Promise<void> },
): void {
  Deno.test(`${name}: 10 records do not wait behind another tenant's 100,000`, async () => {
    const clock = systemClock();
    const relay: { current?: Relay } = {};
    const { uow, feed } = memoryStorage({
      clock,
      onJobs: () => relay.current?.wake(),
    });
    const done: TenantId[] = [];
    const allDone = Promise.withResolvers<void>();
    const send = (tenantId: TenantId, records: number) =>
      uow.run(permitTo("records.write", sampleScope(tenantId)), (tx) => {
        tx.events.append(Array.from({ length: records }, ingested));
        return Promise.resolve(ok(null));
      });

    const [big, small] = [sampleIds.next("ten"), sampleIds.next("ten")];
    await send(big, 100_000);
    // Not before: while so much is written, no connection gets its turn.
    const { queue, drop } = open(clock);
    queue.work("records:process", async (job) => {
      const settled = await uow.run(
        value(permit(openJobScope(job), "jobs.run")),
        async (tx) => ok(await tx.jobs.settle(job.id)),
      );
      assert(settled.value);
      done.push(job.tenantId);
      // The second tenant comes when the first is well under way.
      if (done.length === 20) await send(small, 10);
      if (done.length === 201) allDone.resolve();
      relay.current?.nudge();
      return ok(null);
    }, () => assert.fail("given up"));
    relay.current = startRelay({
      feed,
      queue,
      clock,
      pollMs: 10_000,
      leaseMs: 60_000,
      share: SHARE,
      alone: true,
      onError: (error) => {
        throw error;
      },
    });
    await allDone.promise;
    await relay.current.close();
    await queue.close();
    await drop();

    const jobs = (tenantId: TenantId) =>
      done.filter((one) => one === tenantId).length;
    assert.deepEqual([jobs(big), jobs(small)], [200, 1]);
    // Before it at most: what was in the queue already, and what the relay brought in the same moment.
    const waited = done.indexOf(small) - 20;
    assert(waited <= SHARE + AT_ONCE, `${waited} jobs of the other came first`);
  });
}

const ingested = (): Fact => ({
  type: "INGESTED",
  payload: {
    record_id: sampleIds.next("rec"),
    connection_id: "con_any",
    external_id: "any",
  },
});
