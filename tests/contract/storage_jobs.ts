import assert from "node:assert/strict";
import type { Fact } from "../../src/events/fact.ts";
import type { Job } from "../../src/events/job.ts";
import { reactionsTo } from "../../src/events/reactions.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { sampleIds } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case, Subject } from "./storage.ts";
import { take } from "../support/take.ts";

// The feed is shared with other suites: an hour of their own keeps theirs and ours apart.
const hour = (n: number) => `2199-01-01T0${n}:00:00.000Z` as const;

const delivered = (): Fact => ({
  type: "DELIVERY_RECEIVED",
  payload: { delivery_id: sampleIds.next("dlv"), records: 1 },
});

export function jobCases(test: Case): void {
  test("puts the jobs that follow from a unit's facts in the outbox", async (subject) => {
    const { run, tenant, connection } = await freshTenant(subject);
    const ingested = Array.from({ length: 501 }, (_, i): Fact => ({
      type: "INGESTED",
      payload: {
        record_id: sampleIds.next("rec"),
        connection_id: connection.id,
        external_id: `${i}`,
      },
    }));
    await run((tx) => Promise.resolve(tx.events.append([delivered()])));
    const [first] = await drain(subject, tenant.id, hour(1), hour(1));
    assert.equal(first?.task.kind, "ingest_delivery");
    await run((tx) => Promise.resolve(tx.events.append(ingested)));
    assert.deepEqual(
      await drain(subject, tenant.id, hour(1), hour(1)),
      reactionsTo(tenant.id, 2, ingested),
    );
  });

  test("carries the trace of the request that caused a job, and holds a job back until it is due", async (subject) => {
    const { permit, tenant } = await freshTenant(subject);
    const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    const task = {
      kind: "ingest_delivery",
      deliveryId: sampleIds.next("dlv"),
      records: 3,
    } as const;
    await subject.uow.run({ ...permit, traceparent }, (tx) => {
      tx.events.append([{
        type: "JOB_REPLAYED",
        payload: {
          dead_letter_id: sampleIds.next("dlt"),
          job_id: `ingest_delivery-${"0".repeat(32)}`,
          queue: "records:ingest",
          records: 0,
          task,
          due_at: hour(2),
        },
      }]);
      return Promise.resolve(ok(null));
    });
    const at = (now: Instant) => drain(subject, tenant.id, now, hour(0));
    assert.deepEqual(await at(hour(1)), []);
    assert.deepEqual(
      (await at(hour(2))).map((job) => [job.task, job.traceparent]),
      [[task, traceparent]],
    );
  });

  test("leaves no job of an undone unit", async (subject) => {
    const { permit, tenant } = await freshTenant(subject);
    await subject.uow.run(permit, (tx) => {
      tx.events.append([delivered()]);
      return Promise.resolve(fail("no"));
    });
    assert.deepEqual(await drain(subject, tenant.id, hour(1), hour(1)), []);
  });

  test("gives a job again only when it was taken before the time asked for", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    await run((tx) => Promise.resolve(tx.events.append([delivered()])));
    const jobs = await drain(subject, tenant.id, hour(1), hour(0));
    assert.equal(jobs.length, 1);
    const again = (now: Instant, takenBefore: Instant) =>
      drain(subject, tenant.id, now, takenBefore);
    assert.deepEqual(await again(hour(2), hour(0)), []);
    assert.deepEqual(await again(hour(2), hour(1)), []);
    assert.deepEqual(await again(hour(3), hour(2)), jobs);
    assert.deepEqual(await again(hour(4), hour(3)), []);
  });

  test("gives jobs oldest first, no more than asked for", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    await drain(subject, tenant.id, hour(1), hour(1));
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      const fact = delivered();
      await run((tx) => Promise.resolve(tx.events.append([fact])));
      ids.push(reactionsTo(tenant.id, i + 1, [fact])[0]!.id);
    }
    const two = await take(subject.feed, 2, hour(1), hour(0));
    assert.equal(two.length, 2);
    const rest = await drain(subject, tenant.id, hour(1), hour(0));
    const taken = [...two.filter((j) => j.tenantId === tenant.id), ...rest];
    assert.deepEqual(taken.map(({ id }) => id), ids);
  });

  test("gives several takers different jobs", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const facts = Array.from({ length: 24 }, delivered);
    await run((tx) => Promise.resolve(tx.events.append(facts)));
    const taken = await Promise.all(
      Array.from(
        { length: 6 },
        () => drain(subject, tenant.id, hour(1), hour(0), 3),
      ),
    );
    assert.deepEqual(
      taken.flat().map(({ id }) => id).toSorted(),
      reactionsTo(tenant.id, 1, facts).map(({ id }) => id).toSorted(),
    );
  });

  test("settles a job just once, also under ten settlers at a time", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    await run((tx) => Promise.resolve(tx.events.append([delivered()])));
    const [job] = await drain(subject, tenant.id, hour(1), hour(0));
    const settled = await Promise.all(
      Array.from({ length: 10 }, () => run((tx) => tx.jobs.settle(job!.id))),
    );
    assert.deepEqual(settled.filter((once) => once), [true]);
    assert.deepEqual(await drain(subject, tenant.id, hour(3), hour(2)), []);
    assert.equal(await run((tx) => tx.jobs.settle(job!.id)), false);
    assert.equal(await run((tx) => tx.jobs.settle("none-00")), false);
  });

  test("keeps a job whose settlement was undone, in its place", async (subject) => {
    const { run, permit, tenant } = await freshTenant(subject);
    const facts = [delivered(), delivered(), delivered()];
    await run((tx) => Promise.resolve(tx.events.append(facts)));
    const jobs = await drain(subject, tenant.id, hour(1), hour(0));
    const undone = await subject.uow.run(permit, async (tx) => {
      const settled = await tx.jobs.settle(jobs[0]!.id);
      return settled ? fail("undone") : ok(null);
    });
    assert.deepEqual(undone, fail("undone"));
    assert.deepEqual(await drain(subject, tenant.id, hour(3), hour(2)), jobs);
    assert.equal(await run((tx) => tx.jobs.settle(jobs[0]!.id)), true);
  });
}

/** Takes until nothing more is due, in steps; gives this tenant's jobs in the order they came. */
async function drain(
  { feed }: Pick<Subject, "feed">,
  tenantId: TenantId,
  now: Instant,
  takenBefore: Instant,
  step = 500,
): Promise<readonly Job[]> {
  const taken: Job[] = [];
  for (;;) {
    const jobs = await take(feed, step, now, takenBefore);
    if (jobs.length === 0) return taken;
    taken.push(...jobs.filter((job) => job.tenantId === tenantId));
  }
}
