import assert from "node:assert/strict";
import type { Fact } from "../../src/events/fact.ts";
import { type Job, type QueueName, recordsIn } from "../../src/events/job.ts";
import { fail } from "../../src/kernel/result.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { sampleDeadLetter, sampleIds } from "../support/samples.ts";
import { take } from "../support/take.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case, Subject } from "./storage.ts";

// The feed is shared with other suites: a year of their own keeps theirs and ours apart.
const hour = (n: number) => `2198-01-01T0${n}:00:00.000Z` as const;

const delivered = (records = 1): Fact => ({
  type: "DELIVERY_RECEIVED",
  payload: { delivery_id: sampleIds.next("dlv"), records },
});

/** A tenant with that many jobs in the outbox. */
async function tenantWith(subject: Subject, jobs: number) {
  const tenant = await freshTenant(subject);
  await tenant.run((tx) =>
    Promise.resolve(
      tx.events.append(Array.from({ length: jobs }, () => delivered())),
    )
  );
  return tenant;
}

/** Marks whatever other cases left, so that it is not due before the fifth hour. */
async function clear({ feed }: Subject): Promise<void> {
  while ((await take(feed, 500, hour(5), hour(5))).length > 0);
}

export function jobFeedCases(test: Case): void {
  test("lets tenants take turns, each one's oldest job first", async (subject) => {
    await clear(subject);
    const big = await tenantWith(subject, 12);
    const small = await tenantWith(subject, 2);
    const other = await tenantWith(subject, 1);
    const jobs = await take(subject.feed, 100, hour(1), hour(0));
    assert.equal(jobs.length, 15);
    const turn = (first: number, last: number) =>
      jobs.slice(first, last).map(({ tenantId }) => tenantId).toSorted();
    const ids = [big, small, other].map(({ tenant }) => tenant.id);
    assert.deepEqual(turn(0, 3), ids.toSorted());
    assert.deepEqual(turn(3, 5), ids.slice(0, 2).toSorted());
    assert.deepEqual(turn(5, 15), Array(10).fill(big.tenant.id));
  });

  test("has no more jobs of one tenant out than its share, until some are settled or lost", async (subject) => {
    await clear(subject);
    const { tenant, run } = await tenantWith(subject, 5);
    const shared = (now: Instant, takenBefore: Instant) =>
      subject.feed.take({ limit: 100, share: 2, now, takenBefore });
    const first = await shared(hour(1), hour(0));
    assert.equal(first.length, 2);
    assert.deepEqual(await shared(hour(1), hour(0)), []);
    await run((tx) => tx.jobs.settle(first[0]!.id));
    const second = await shared(hour(1), hour(0));
    assert.equal(second.length, 1);
    // The two that are out are lost by now: they are due again, and first.
    const again = await shared(hour(2), hour(2));
    assert.deepEqual(again.map(({ id }) => id), [first[1]!.id, second[0]!.id]);
    assert(again.every(({ tenantId }) => tenantId === tenant.id));
  });

  test("takes no job whose carrier failed", async (subject) => {
    await clear(subject);
    await tenantWith(subject, 2);
    const asked = {
      limit: 100,
      share: 10,
      now: hour(1),
      takenBefore: hour(0),
    };
    const carried: (readonly Job[])[] = [];
    await assert.rejects(
      subject.feed.take(asked, (jobs) => {
        carried.push(jobs);
        return Promise.reject(new Error("the queue is away"));
      }),
      /the queue is away/,
    );
    const jobs = await subject.feed.take(asked, (jobs) => {
      carried.push(jobs);
      return Promise.resolve();
    });
    assert.equal(jobs.length, 2);
    assert.deepEqual(carried, [jobs, jobs]);
    await subject.feed.take(asked, () => assert.fail("nothing is due"));
  });

  test("lets a job take others along that wait, and settles them together", async (subject) => {
    await clear(subject);
    const { tenant, connection, run } = await freshTenant(subject);
    const other = await freshTenant(subject);
    const ingested = (connection_id: typeof connection.id): Fact => ({
      type: "INGESTED",
      payload: {
        record_id: sampleIds.next("rec"),
        connection_id,
        external_id: "1",
      },
    });
    const send = (facts: readonly Fact[]) =>
      run((tx) => Promise.resolve(tx.events.append(facts)));
    await send([ingested(connection.id)]);
    const [own] = await take(subject.feed, 9, hour(1), hour(0));
    for (const records of [2, 1, 3]) {
      await send(
        Array.from({ length: records }, () => ingested(connection.id)),
      );
    }
    await send([delivered()]);
    const recordIds = [sampleIds.next("rec"), sampleIds.next("rec")];
    await send([{
      type: "JOB_SPLIT",
      payload: {
        job_id: own!.id,
        task: { kind: "process_records", recordIds },
        error_class: "TypeError",
        reason: "TypeError was thrown",
      },
    }]);
    await other.run((tx) =>
      Promise.resolve(tx.events.append([ingested(other.connection.id)]))
    );

    const sizes = (jobs: readonly Job[]) =>
      jobs.map(({ task }) => recordsIn(task));
    const along = await run((tx) => tx.jobs.takeAlong(5, hour(1)));
    // Those that fit, oldest first; no delivery, none that may be poison, none that was taken, none of another tenant.
    assert.deepEqual(sizes(along), [2, 1]);
    assert(along.every(({ tenantId }) => tenantId === tenant.id));
    assert.deepEqual(sizes(await run((tx) => tx.jobs.takeAlong(5, hour(1)))), [
      3,
    ]);
    assert.deepEqual(await run((tx) => tx.jobs.takeAlong(5, hour(1))), []);

    await run((tx) => tx.jobs.release([along[1]!.id]));
    assert.deepEqual(await run((tx) => tx.jobs.takeAlong(5, hour(1))), [
      along[1],
    ]);
    const theirs = await other.run((tx) =>
      tx.jobs.settleAll(along.map(({ id }) => id))
    );
    assert.deepEqual(theirs, []);
    const ids = [own!.id, ...along.map(({ id }) => id)];
    await run((tx) => tx.jobs.settle(ids[1]!));
    const settled = await run((tx) => tx.jobs.settleAll(ids));
    assert.deepEqual(settled.toSorted(), [ids[0], ids[2]].toSorted());
    assert.deepEqual(await run((tx) => tx.jobs.settleAll(ids)), []);
  });

  test("forgets what was taken along in a unit that was undone", async (subject) => {
    await clear(subject);
    const { permit, connection, run } = await freshTenant(subject);
    await run((tx) =>
      Promise.resolve(tx.events.append([{
        type: "INGESTED",
        payload: {
          record_id: sampleIds.next("rec"),
          connection_id: connection.id,
          external_id: "1",
        },
      }]))
    );
    await subject.uow.run(permit, async (tx) => {
      assert.equal((await tx.jobs.takeAlong(5, hour(1))).length, 1);
      return fail("undone");
    });
    assert.equal((await run((tx) => tx.jobs.takeAlong(5, hour(1)))).length, 1);
  });

  test("counts what waits and what died, by queue and tenant", async (subject) => {
    await clear(subject);
    const before = await subject.feed.census(hour(1));
    const { tenant, run } = await freshTenant(subject);
    const letter = sampleDeadLetter({ diedAt: hour(1) });
    await run(async (tx) => {
      tx.events.append([delivered(7), delivered(4)]);
      await tx.jobs.bury(letter);
      await tx.jobs.bury(sampleDeadLetter({ replayedAt: hour(1) }));
    });
    const after = await subject.feed.census(hour(1));
    const grown = (queue: QueueName) => ({
      jobs: after.queues[queue].jobs - before.queues[queue].jobs,
      records: after.queues[queue].records - before.queues[queue].records,
      dead: after.queues[queue].dead - before.queues[queue].dead,
    });
    assert.deepEqual(grown("records:ingest"), {
      jobs: 2,
      records: 11,
      dead: 1,
    });
    assert.deepEqual(grown("records:process"), {
      jobs: 0,
      records: 0,
      dead: 0,
    });
    assert.equal(after.tenants.get(tenant.id), 11);
    assert.equal(after.tenants.has(sampleIds.next("ten")), false);
    const { untaken, oldest, oldestDead } = after.queues["records:ingest"];
    assert(untaken && oldest && oldestDead);
    assert(oldest <= untaken);

    await clear(subject);
    const taken = await subject.feed.census(hour(6));
    assert.equal(taken.queues["records:ingest"].untaken, null);
    assert.equal(taken.tenants.get(tenant.id), 11);
  });
}
