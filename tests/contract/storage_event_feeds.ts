import assert from "node:assert/strict";
import { laterJob } from "../../src/events/later_job.ts";
import type { Fact } from "../../src/events/fact.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { type EventFeed, newFeed } from "../../src/notifications/event_feed.ts";
import { sampleEndpoint } from "../support/notice_samples.ts";
import { SAMPLE_AT, sampleIds } from "../support/samples.ts";
import { byId, freshTenant } from "./fresh_tenant.ts";
import type { Case, Subject } from "./storage.ts";

const LATER = plusMs(SAMPLE_AT, 60_000);
const BEYOND_INTEGER = 9_007_199_254_740_000;

const happened = (): Fact => ({
  type: "CATEGORY_CREATED",
  payload: { category_id: sampleIds.next("cat"), name: "Fuel" },
});

function feedOf(given: Partial<EventFeed> = {}): EventFeed {
  const settings = { types: [], format: "plain", batchMax: 100 } as const;
  return {
    ...newFeed(sampleIds.next("nep"), settings, {
      cursor: 0,
      now: SAMPLE_AT,
      isPaused: false,
    }),
    ...given,
  };
}

/** A tenant with a log of three events and feeds of these kinds, each of a live endpoint unless told otherwise. */
async function withFeeds(
  subject: Subject,
  feeds: readonly EventFeed[],
  endpoint: Parameters<typeof sampleEndpoint>[0] = {},
) {
  const tenant = await freshTenant(subject);
  await tenant.run(async (tx) => {
    await tx.endpoints.add(
      feeds.map(({ id }) => sampleEndpoint({ ...endpoint, id })),
    );
    await tx.eventFeeds.add(feeds);
    tx.events.append([happened(), happened(), happened()]);
  });
  const { logs } = subject.feed;
  return {
    ...tenant,
    async due(now = SAMPLE_AT) {
      const all = await logs.feedsDue(now, 1_000);
      return all.filter(({ tenantId }) => tenantId === tenant.tenant.id);
    },
  };
}

export function eventFeedCases(test: Case): void {
  test("keeps how far an endpoint has the log", async (subject) => {
    const feed = feedOf({ types: ["PROCESSED"] });
    const { run } = await withFeeds(subject, [feed]);
    assert.deepEqual(await run((tx) => tx.eventFeeds.find([feed.id])), [feed]);
    const changed: EventFeed = {
      ...feed,
      format: "cloudevents",
      batchMax: 7,
      cursor: BEYOND_INTEGER,
      pendingTo: BEYOND_INTEGER + 7,
      attempts: 3,
      nextAttemptAt: LATER,
      lastCode: 503,
      lastFailure: "endpoint.refused",
      deliveredAt: SAMPLE_AT,
      turn: 2,
      lease: "a",
      leasedUntil: LATER,
      pausedAt: SAMPLE_AT,
      removedAt: LATER,
    };
    await run((tx) => tx.eventFeeds.save([changed]));
    assert.deepEqual(await run((tx) => tx.eventFeeds.all()), [{
      ...changed,
      version: 2,
    }]);
  });

  test("tells how far logs are", async (subject) => {
    const one = await withFeeds(subject, []);
    const other = await freshTenant(subject);
    const { heads } = subject.feed.logs;
    assert.deepEqual(
      await heads([one.tenant.id, other.tenant.id]),
      new Map([[one.tenant.id, 3]]),
    );
    assert.deepEqual(await heads([]), new Map());
  });

  test("finds the feeds that lack events, and no others", async (subject) => {
    const behind = feedOf({ cursor: 2 });
    const late = feedOf({ nextAttemptAt: SAMPLE_AT, attempts: 2 });
    const lost = feedOf({ lease: "a", leasedUntil: SAMPLE_AT });
    const { due, run, tenant } = await withFeeds(subject, [
      behind,
      late,
      lost,
      feedOf({ cursor: 3 }),
      feedOf({ pausedAt: SAMPLE_AT }),
      feedOf({ removedAt: SAMPLE_AT }),
      feedOf({ nextAttemptAt: LATER }),
      feedOf({ lease: "a", leasedUntil: LATER }),
    ]);
    const ids = (found: Awaited<ReturnType<typeof due>>) =>
      found.map(({ endpointId }) => endpointId).toSorted();
    const found = await due();
    assert.deepEqual(
      ids(found),
      byId([behind, late, lost]).map(({ id }) => id),
    );
    assert.deepEqual(found.find(({ endpointId }) => endpointId === late.id), {
      tenantId: tenant.id,
      endpointId: late.id,
      version: 1,
      createdAt: SAMPLE_AT,
    });
    assert.equal((await due(LATER)).length, 5);
    const job = laterJob(tenant.id, {
      kind: "push_events",
      endpointId: late.id,
    }, { dueAt: SAMPLE_AT, turn: "1" });
    await run((tx) => tx.jobs.later([job]));
    assert.deepEqual(
      ids(await due()),
      byId([behind, lost]).map(({ id }) => id),
    );
    await run((tx) => tx.jobs.settle(job.id));
    assert.equal((await due()).length, 3);
  });

  test("has nothing due for an endpoint that is disabled or removed", async (subject) => {
    const off = { disabledAt: SAMPLE_AT, disabledFor: "asked" } as const;
    const disabled = await withFeeds(subject, [feedOf()], off);
    assert.deepEqual(await disabled.due(), []);
    const gone = { url: "", secrets: [], removedAt: SAMPLE_AT };
    const removed = await withFeeds(subject, [feedOf()], gone);
    assert.deepEqual(await removed.due(), []);
  });

  test("counts how far feeds are behind, over all tenants", async (subject) => {
    const before = await subject.feed.logs.feedLag();
    const trouble = { attempts: 1, nextAttemptAt: LATER, pendingTo: 2 };
    const { run } = await withFeeds(subject, [
      feedOf(trouble),
      feedOf({ ...trouble, pausedAt: SAMPLE_AT }),
    ]);
    await run((tx) =>
      Promise.resolve(
        tx.events.append(Array.from({ length: 500 }, happened)),
      )
    );
    assert.deepEqual(await subject.feed.logs.feedLag(), {
      most: 503,
      failing: before.failing + 1,
    });
  });

  test("keeps where a log stood, once, and shows the latest first", async (subject) => {
    const { run } = await freshTenant(subject);
    const at = (seq: number) => ({
      seq,
      hash: String(seq).padStart(64, "0"),
      takenAt: SAMPLE_AT,
    });
    const kept = await run(async (tx) => {
      const answers: boolean[] = [];
      for (const seq of [3, BEYOND_INTEGER, 7, 3]) {
        answers.push(await tx.checkpoints.keep(at(seq)));
      }
      return answers;
    });
    assert.deepEqual(kept, [true, true, true, false]);
    const latest = (limit: number, before: number | null) =>
      run((tx) => tx.checkpoints.latest(limit, before));
    assert.deepEqual(await latest(2, null), [at(BEYOND_INTEGER), at(7)]);
    assert.deepEqual(await latest(2, 7), [at(3)]);
    const other = await freshTenant(subject);
    assert.deepEqual(
      await other.run((tx) => tx.checkpoints.latest(9, null)),
      [],
    );
  });
}
