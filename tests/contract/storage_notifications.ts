import assert from "node:assert/strict";
import { laterJob } from "../../src/events/later_job.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import {
  sampleEndpoint,
  sampleNotice,
  sampleNoticeDelivery,
} from "../support/notice_samples.ts";
import { SAMPLE_AT, sampleIds, sampleMember } from "../support/samples.ts";
import { take } from "../support/take.ts";
import { byId, freshTenant } from "./fresh_tenant.ts";
import type { Case, Subject } from "./storage.ts";
import { keeps } from "./storage_entities.ts";

async function withRecipients(subject: Subject) {
  const tenant = await freshTenant(subject);
  const [one, other] = [sampleEndpoint(), sampleEndpoint()];
  const [ann, bo] = [sampleMember(), sampleMember()];
  await tenant.run(async (tx) => {
    await tx.endpoints.add([one, other]);
    await tx.members.add([ann, bo]);
  });
  return { ...tenant, one, other, ann, bo };
}

export function notificationCases(test: Case): void {
  keeps(
    test,
    "endpoints",
    (tx) => tx.endpoints,
    () => sampleEndpoint(),
    (endpoint) => ({
      ...endpoint,
      kinds: ["rule_flagged" as const],
      secrets: [
        { keyId: "k2", sealed: "1.k2.y", until: null },
        { keyId: "k1", sealed: "1.k1.x", until: SAMPLE_AT },
      ],
      exhausted: 3,
      failingSince: SAMPLE_AT,
      disabledAt: SAMPLE_AT,
      disabledFor: "failing" as const,
    }),
  );
  keeps(
    test,
    "notices",
    (tx) => tx.notices,
    () => sampleNotice(),
    (notice) => ({ ...notice, count: 2, closedAt: SAMPLE_AT }),
  );

  test("keeps what a member chose, and how a tenant is told", async (subject) => {
    const { run, tenant, ann } = await withRecipients(subject);
    const chosen = {
      id: ann.id,
      version: 1,
      modes: { rule_flagged: "off" as const, limit_near: "daily" as const },
    };
    const settings = {
      id: tenant.id,
      version: 1,
      digestHour: 23,
      reviewQueueDays: 9,
    };
    await run(async (tx) => {
      await tx.noticePreferences.add([chosen]);
      await tx.notificationSettings.add([settings]);
    });
    assert.deepEqual(await run((tx) => tx.noticePreferences.all()), [chosen]);
    await run((tx) => tx.notificationSettings.save([settings]));
    assert.deepEqual(
      await run((tx) => tx.notificationSettings.find([tenant.id])),
      [{ ...settings, version: 2 }],
    );
  });

  test("gives of each incident the latest notice, and takes each occurrence once", async (subject) => {
    const { run } = await freshTenant(subject);
    const first = sampleNotice({ closedAt: SAMPLE_AT });
    const { incidentKey: key } = first;
    const second = sampleNotice({ incidentKey: key, occurrence: 2 });
    const other = sampleNotice({
      incidentKey: key,
      kind: "connection_restored",
    });
    await run((tx) => tx.notices.add([first, other, second]));
    const places = [
      { kind: "connection_degraded" as const, key },
      { kind: "connection_restored" as const, key },
      { kind: "limit_near" as const, key },
    ];
    assert.deepEqual(
      byId(await run((tx) => tx.notices.latest(places))),
      byId([other, second]),
    );
    assert.deepEqual(await run((tx) => tx.notices.latest([])), []);
    const twice = sampleNotice({ incidentKey: key, occurrence: 2 });
    await assert.rejects(run((tx) => tx.notices.add([twice])));
  });

  test("lists deliveries by status and endpoint, latest first, page by page", async (subject) => {
    const { run, one, other, ann } = await withRecipients(subject);
    const over = { nextAttemptAt: null, endedAt: SAMPLE_AT } as const;
    const all = [
      sampleNoticeDelivery({ endpointId: one.id }),
      sampleNoticeDelivery({ endpointId: other.id }),
      sampleNoticeDelivery({ endpointId: one.id, status: "failed", ...over }),
      sampleNoticeDelivery({ memberId: ann.id, lastCode: 450, attempts: 2 }),
    ];
    await run((tx) => tx.noticeDeliveries.add(all));
    const listed = (filter: object, limit = 10, cursor: string | null = null) =>
      run((tx) => tx.noticeDeliveries.listed(filter, { limit, cursor }));
    const [a, b, c, d] = all;
    assert.deepEqual((await listed({})).data, [d, c, b, a]);
    assert.deepEqual((await listed({ status: "pending" })).data, [d, b, a]);
    const ofOne = { endpointId: one.id };
    const page = await listed(ofOne, 1);
    assert.deepEqual(page.data, [c]);
    assert.deepEqual((await listed(ofOne, 1, page.nextCursor)).data, [a]);
    const saved = { ...a!, status: "delivered" as const, ...over };
    await run((tx) => tx.noticeDeliveries.save([saved]));
    assert.deepEqual(
      await run((tx) => tx.noticeDeliveries.find([a!.id])),
      [{ ...saved, version: 2 }],
    );
  });

  test("counts a member's single e-mails, and knows the digests to come, one of a form and time", async (subject) => {
    const { run, one, ann, bo } = await withRecipients(subject);
    const later = plusMs(SAMPLE_AT, 1_000);
    const digest = sampleNoticeDelivery({
      memberId: ann.id,
      form: "daily_digest",
      digestFor: later,
      nextAttemptAt: later,
    });
    const gone = sampleNoticeDelivery({
      memberId: ann.id,
      form: "hourly_digest",
      digestFor: SAMPLE_AT,
    });
    const mail = (memberId: typeof ann.id, createdAt = later) =>
      sampleNoticeDelivery({ memberId, createdAt });
    await run((tx) =>
      tx.noticeDeliveries.add([
        digest,
        gone,
        mail(ann.id),
        mail(ann.id),
        mail(bo.id, SAMPLE_AT),
        sampleNoticeDelivery({ endpointId: one.id, createdAt: later }),
      ])
    );
    assert.deepEqual(
      await run((tx) => tx.noticeDeliveries.mailedSince(SAMPLE_AT)),
      new Map([[ann.id, 2]]),
    );
    assert.deepEqual(
      await run((tx) => tx.noticeDeliveries.digestsAfter(SAMPLE_AT)),
      [digest],
    );
    const twice = { ...digest, id: sampleIds.next("ntd") };
    await assert.rejects(run((tx) => tx.noticeDeliveries.add([twice])));
  });

  test("puts a job that follows from no fact in the outbox, until it is due, once", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const [before, due] = [
      "2199-01-01T08:00:00.000Z",
      "2199-01-01T08:30:00.000Z",
    ] as const;
    const job = laterJob(tenant.id, {
      kind: "deliver_notices",
      deliveryIds: [sampleIds.next("ntd")],
    }, { dueAt: due, turn: "1" });
    await run(async (tx) => {
      await tx.jobs.later([job]);
      await tx.jobs.later([job]);
      await tx.jobs.later([]);
    });
    const taken = async (now: typeof before | typeof due) =>
      (await take(subject.feed, 1_000, now, now))
        .filter(({ tenantId }) => tenantId === tenant.id);
    assert.deepEqual(await taken(before), []);
    // What waits for its time is not late.
    const { queues } = await subject.feed.census("2026-01-01T00:00:00.000Z");
    assert.equal(queues["notifications:deliver"].oldest, null);
    const { dueAt: _, ...carried } = job;
    assert.deepEqual(await taken(due), [carried]);
    assert.equal(await run((tx) => tx.jobs.settle(job.id)), true);
    assert.equal(await run((tx) => tx.jobs.settle(job.id)), false);
  });
}
