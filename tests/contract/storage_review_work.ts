import assert from "node:assert/strict";
import fc from "fast-check";
import type { ClaimRequest, ReviewView } from "../../ports/review_work.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import { byLot, placedInOrder } from "../../src/approvals/review_order.ts";
import {
  DEFAULT_QUEUE,
  dueAt,
  type QueueKey,
  queueOf,
  type ReviewQueue,
} from "../../src/approvals/review_queue.ts";
import type { AlikeKey } from "../../src/kernel/ids.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import { sampleApproval, sampleIds, sampleMember } from "../support/samples.ts";
import { byId, type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";
import { askedOf } from "./storage_approvals.ts";

const NOON = "2026-06-01T12:00:00.000Z";
const ONE = "2026-06-01T13:00:00.000Z";
const TWO = "2026-06-01T14:00:00.000Z";
const VIEW: ReviewView = {
  queues: [],
  now: NOON,
  deciders: [],
  from: null,
  order: "oldest",
};

/** A claim by `usr_ann`, of the oldest, unless told otherwise. */
export function claimOf(given: Partial<ClaimRequest> = {}): ClaimRequest {
  return {
    ...VIEW,
    lease: { by: "usr_ann", until: ONE },
    assigned: "first",
    except: [],
    upTo: [],
    limit: 10,
    ...given,
  };
}

function queue(given: Partial<ReviewQueue> = {}): ReviewQueue {
  return {
    id: sampleIds.next("que"),
    version: 1,
    name: "some",
    position: 1,
    conditions: {
      categoryIds: null,
      amount: null,
      because: null,
      connectionIds: null,
      ageHours: null,
    },
    assignees: [],
    slaHours: null,
    createdAt: NOON,
    removedAt: null,
    ...given,
  };
}

export function reviewWorkCases(test: Case): void {
  test("claims what waits and nobody else holds, and numbers each lease of an item anew", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const asked = await askedOf(tenant, 5);
    const state = { kind: "withdrawn", at: NOON, verdicts: [] } as const;
    await run((tx) => tx.approvals.save([{ ...asked[0]!, state }]));
    const claim = async (by: string, limit: number, now: Instant) => {
      const until = now === NOON ? ONE : TWO;
      const lease = { by, until } as const;
      const got = await run((tx) =>
        tx.reviewWork.claim(claimOf({ lease, limit, now }))
      );
      for (const one of got) assert.deepEqual(one.lease, lease);
      return got.map(({ id, leaseToken }) => [
        asked.findIndex((one) => one.id === id),
        leaseToken,
      ]);
    };
    assert.deepEqual(await claim("usr_ann", 2, NOON), [[1, 1], [2, 1]]);
    assert.deepEqual(await claim("usr_bob", 1, NOON), [[3, 1]]);
    assert.deepEqual(await claim("usr_bob", 9, NOON), [[3, 2], [4, 1]]);
    assert.deepEqual(await claim("usr_cay", 9, NOON), []);
    assert.deepEqual(await claim("usr_ann", 9, NOON), [[1, 2], [2, 2]]);
    assert.deepEqual(await claim("usr_cay", 3, ONE), [[1, 3], [2, 3], [3, 3]]);
  });

  test("keeps what a claim gave, prolongs and ends it for its holder alone", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const [one] = await askedOf(tenant, 1);
    const [claimed] = await run((tx) => tx.reviewWork.claim(claimOf()));
    const found = async () =>
      (await run((tx) => tx.approvals.find([one!.id])))[0]!;
    assert.deepEqual(await found(), claimed);
    const held = (token: number) => [{ approvalId: one!.id, token }];
    const renew = (by: string, token: number, now: Instant) =>
      run((tx) => tx.reviewWork.renew(held(token), { by, until: TWO }, now));
    assert.deepEqual(await renew("usr_bob", 1, NOON), []);
    assert.deepEqual(await renew("usr_ann", 2, NOON), []);
    assert.deepEqual(await renew("usr_ann", 1, ONE), []);
    assert.deepEqual((await found()).lease?.until, ONE);
    assert.deepEqual(await renew("usr_ann", 1, NOON), [one!.id]);
    assert.deepEqual((await found()).lease, { by: "usr_ann", until: TWO });
    const release = (by: string, token: number) =>
      run((tx) => tx.reviewWork.release(held(token), by, ONE));
    assert.deepEqual(await release("usr_bob", 1), []);
    assert.deepEqual(await release("usr_ann", 1), [one!.id]);
    assert.equal((await found()).lease, null);
    assert.equal((await found()).leaseToken, 1);
    const last = await found();
    await run((tx) => tx.approvals.save([last]));
  });

  test("ends all leases of holders at once, and goes on counting them", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const asked = await askedOf(tenant, 4);
    const claim = (by: string, limit: number) =>
      run((tx) =>
        tx.reviewWork.claim(claimOf({ lease: { by, until: ONE }, limit }))
      );
    await claim("usr_ann", 2);
    await claim("usr_bob", 1);
    await claim("key_1", 1);
    await run((tx) => tx.reviewWork.releaseAll([]));
    await run((tx) => tx.reviewWork.releaseAll(["usr_ann", "key_1"]));
    const kept = await run((tx) =>
      tx.approvals.find(asked.map(({ id }) => id))
    );
    assert.deepEqual(
      byId(kept).map(({ lease, leaseToken }) => [lease?.by, leaseToken]),
      [[undefined, 1], [undefined, 1], ["usr_bob", 1], [undefined, 1]],
    );
    const again = await claim("usr_cay", 9);
    assert.deepEqual(again.map(({ leaseToken }) => leaseToken), [2, 2, 2]);
    await run((tx) => tx.approvals.save(again));
  });

  test("never gives one approval to two of twenty claimers at a time", async (subject) => {
    const tenant = await freshTenant(subject);
    const asked = await askedOf(tenant, 70);
    const claims = await Promise.all(Array.from({ length: 20 }, (_, i) => {
      const lease = { by: `usr_${i}`, until: ONE } as const;
      const order = i % 2 === 0 ? "uncertainty" : "oldest";
      return tenant.run((tx) =>
        tx.reviewWork.claim(claimOf({ lease, limit: 3, order }))
      );
    }));
    assert(claims.every((got) => got.length === 3));
    const lease = { by: "usr_last", until: ONE } as const;
    claims.push(
      await tenant.run((tx) =>
        tx.reviewWork.claim(claimOf({ lease, limit: 70 }))
      ),
    );
    const ids = claims.flat().map(({ id }) => id).toSorted();
    assert.deepEqual(ids, asked.map(({ id }) => id));
  });

  test("passes over what was skipped, is above an amount, was judged by the claimer, or is another's", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const [ann, bob, gone] = ["ann", "bob", "gone"].map(() => sampleMember());
    await run((tx) => tx.members.add([ann!, bob!, gone!]));
    const money = (minor: `${bigint}`, currency: string) => ({
      amount: { minor, currency },
    });
    const asked = await Promise.all([
      askedOf(tenant, 1),
      askedOf(tenant, 1, money("-500", "GBP")),
      askedOf(tenant, 1, money("-501", "GBP")),
      askedOf(tenant, 1, money("501", "EUR")),
      askedOf(tenant, 1, { assignedTo: ann!.id }),
      askedOf(tenant, 1, { assignedTo: bob!.id }),
      askedOf(tenant, 1, { assignedTo: gone!.id }),
      askedOf(tenant, 1, {
        state: {
          kind: "waiting",
          verdicts: [{
            verdict: "reject",
            categoryId: null,
            by: ann!.id,
            at: NOON,
            decisionId: "dcn_1",
          }],
        },
      }),
    ]).then((all) => all.flat());
    const places = async (given: Partial<ClaimRequest>) => {
      const got = await run((tx) =>
        tx.reviewWork.claim(claimOf({
          lease: { by: ann!.id, until: ONE },
          deciders: [ann!.id, bob!.id],
          ...given,
        }))
      );
      return got.map(({ id }) => asked.findIndex((one) => one.id === id));
    };
    const sorted = async (given: Partial<ClaimRequest>) =>
      (await places(given)).toSorted();
    assert.equal((await places({ limit: 1 }))[0], 4, "one's own comes first");
    assert.deepEqual(await sorted({}), [0, 1, 2, 3, 4, 6]);
    assert.deepEqual(await places({ assigned: "only" }), [4]);
    assert.deepEqual(await sorted({ assigned: "any" }), [0, 1, 2, 3, 4, 5, 6]);
    assert.deepEqual(
      await sorted({ upTo: [{ minor: "500", currency: "GBP" }] }),
      [0, 1, 3, 4, 6],
    );
    assert.deepEqual(
      await sorted({ except: [asked[0]!.id, asked[3]!.id] }),
      [1, 2, 4, 6],
    );
  });

  test("assigns what waits, to a member or to nobody", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const [one, two, done] = await askedOf(tenant, 3);
    const member = sampleMember();
    await run((tx) => tx.members.add([member]));
    await run((tx) =>
      tx.approvals.save([{
        ...done!,
        state: { kind: "withdrawn", at: NOON, verdicts: [] },
      }])
    );
    const ids = [two!.id, one!.id, done!.id, sampleIds.next("apr")];
    const assign = (memberId: typeof member.id | null) =>
      run((tx) => tx.reviewWork.assign(ids, memberId));
    assert.deepEqual(
      (await assign(member.id)).map(({ id, assignedTo }) => [id, assignedTo]),
      [[one!.id, member.id], [two!.id, member.id]],
    );
    const mine = { ...VIEW, deciders: [member.id] };
    const listed = (view: ReviewView) =>
      run((tx) =>
        tx.reviewWork.waiting(view, { assignedTo: member.id }, {
          limit: 9,
          after: null,
        })
      );
    assert.equal((await listed(mine)).length, 2);
    assert.equal((await listed(VIEW)).length, 0, "whoever may not decide");
    await assign(null);
    assert.equal((await listed(mine)).length, 0);
  });

  test("sorts into queues, orders, counts and groups as the pure functions say", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const answered = await manyKinds(tenant);
    const { data: all } = await run((tx) =>
      tx.approvals.list("waiting", { limit: 500, cursor: null })
    );
    const [category] = tenant.categories;
    const conditions = queue().conditions;
    const queues = [
      queue({
        slaHours: 3,
        conditions: {
          ...conditions,
          amount: { currency: "GBP", min: "2000", max: "9000" },
          because: ["nothing_alike", "not_sure_enough"],
        },
      }),
      queue({
        slaHours: 30,
        conditions: { ...conditions, categoryIds: [category.id], ageHours: 5 },
      }),
      queue({
        conditions: {
          ...conditions,
          connectionIds: [tenant.connection.id],
          amount: { currency: "JPY", min: null, max: "4000" },
        },
      }),
    ];
    const seen = all.map((approval) => {
      const found = queueOf(approval, queues, NOON);
      const due = dueAt(approval, found);
      return {
        ...approval,
        key: (found?.id ?? DEFAULT_QUEUE) as QueueKey,
        overdue: due !== null && due <= NOON,
        answered: answered.get(approval.alikeKey) ?? 0,
      };
    });
    const some: readonly (readonly QueueKey[] | null)[] = [
      null,
      [queues[0]!.id, DEFAULT_QUEUE],
      [queues[1]!.id],
    ];
    for (const from of some) {
      const view = { ...VIEW, queues, from, order: "uncertainty" } as const;
      const inside = seen
        .filter(({ key }) => from === null || from.includes(key));
      assert(inside.length > 0);
      const expected = placedInOrder(inside);
      const page = (limit: number, after: typeof expected[number] | null) =>
        run((tx) => tx.reviewWork.waiting(view, {}, { limit, after }));
      const found = await page(500, null);
      assert.deepEqual(
        found.map(({ place }) => place),
        expected.map(({ alike: _, ...place }) => place),
      );
      const middle = expected[Math.floor(expected.length / 2)]!;
      assert.deepEqual(
        (await page(5, middle)).map(({ id }) => id),
        expected.slice(expected.indexOf(middle) + 1).slice(0, 5)
          .map(({ id }) => id),
      );
      assert.deepEqual(
        (await run((tx) =>
          tx.reviewWork.waiting(view, { overdue: true }, {
            limit: 500,
            after: null,
          })
        )).map(({ id }) => id),
        expected.filter(({ overdue }) => overdue).map(({ id }) => id),
      );
      const counts = await run((tx) => tx.reviewWork.counts(view));
      assert.deepEqual(
        counts.toSorted((a, b) => a.queue < b.queue ? -1 : 1),
        [...Map.groupBy(inside, ({ key }) => key)].map(([queue, some]) => ({
          queue,
          waiting: some.length,
          oldestAt: some.map(({ createdAt }) => createdAt).toSorted()[0]!,
          overdue: some.filter(({ overdue }) => overdue).length,
        })).toSorted((a, b) => a.queue < b.queue ? -1 : 1),
      );
      const claimed = await run((tx) =>
        tx.reviewWork.claim(claimOf({ ...view, limit: 7 }))
      );
      assert.deepEqual(
        claimed.map(({ id }) => id),
        expected.slice(0, 7).map(({ id }) => id),
      );
      await run((tx) =>
        tx.reviewWork.release(
          claimed.map(({ id, leaseToken }) => ({
            approvalId: id,
            token: leaseToken,
          })),
          "usr_ann",
          NOON,
        )
      );
    }
    const view = { ...VIEW, queues };
    const groups = (
      atLeast: number,
      limit: number,
      after: { count: number; key: string } | null,
    ) => run((tx) => tx.reviewWork.groups(view, { atLeast, limit, after }));
    const every = await groups(1, 500, null);
    assert.equal(every.reduce((sum, { count }) => sum + count, 0), all.length);
    for (const { key, count, totals, sample, oldestAt } of every) {
      const items = all.filter((one) => (one.alikeKey ?? one.id) === key);
      assert.equal(count, items.length);
      assert.equal(oldestAt, items.map((one) => one.createdAt).toSorted()[0]);
      const best = items.toSorted(byLot);
      assert.deepEqual(sample, best.slice(0, 3).map(({ id }) => id));
      for (const { minor, currency } of totals) {
        const sum = items.filter(({ amount }) => amount?.currency === currency)
          .reduce((sum, { amount }) => sum + BigInt(amount!.minor), 0n);
        assert.equal(minor, `${sum}`);
      }
    }
    const two = every.filter(({ count }) => count >= 2);
    assert.deepEqual(await groups(2, 500, null), two);
    assert.deepEqual(await groups(2, 2, two[1]!), two.slice(2, 4));
    const counted = every.find(({ key }) => key.startsWith("alk_"))!;
    assert.deepEqual(
      await run((tx) =>
        tx.reviewWork.countAlike([counted.key as AlikeKey, "alk_none"])
      ),
      new Map([[counted.key, counted.count]]),
    );
  });

  test("finds what waits without a key, and remembers the latest doubts", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const [bare] = await askedOf(tenant, 1);
    await askedOf(tenant, 1, { alikeKey: sampleIds.next("alk") });
    assert.deepEqual(
      (await run((tx) => tx.reviewWork.unkeyed(9))).map(({ id }) => id),
      [bare!.id],
    );
    for (const confidence of [0.5, 0.25, 0.75]) {
      await askedOf(tenant, 1, { because: "not_sure_enough", confidence });
    }
    await askedOf(tenant, 1, { because: "audit", confidence: 1 });
    assert.deepEqual(
      await run((tx) => tx.approvals.latestDoubts(2)),
      [0.75, 0.25],
    );
  });
}

/** Items of all kinds, as chance has it; the same each time. Answers how many of each key are decided. */
async function manyKinds(
  tenant: FreshTenant,
): Promise<ReadonlyMap<AlikeKey | null, number>> {
  const { run, admit, categories, connection } = tenant;
  const keys: AlikeKey[] = Array.from(
    { length: 6 },
    () => sampleIds.next("alk"),
  );
  const kinds = fc.sample(
    fc.record({
      key: fc.nat(7),
      suggestion: fc.constantFrom(null, ...categories.map(({ id }) => id)),
      because: fc.constantFrom(
        "nothing_alike",
        "not_sure_enough",
        "rule_asks",
        "audit",
      ),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      stake: fc.oneof(
        fc.constantFrom(0, 1, 2.5),
        fc.integer({ min: 0, max: 30 * 2 ** 20 }).map((n) => n / 2 ** 20),
      ),
      amount: fc.constantFrom(
        null,
        ...[-1_999, -2_000, 9_000, 9_001].map((n) => ({
          minor: `${n}` as `${bigint}`,
          currency: "GBP",
        })),
        { minor: "-4000" as const, currency: "JPY" },
        { minor: "-9223372036854775807" as const, currency: "JPY" },
      ),
      hours: fc.nat(40),
      isOurs: fc.boolean(),
      blind: fc.boolean(),
    }),
    { numRuns: 150, seed: 29 },
  );
  const records = await admit(kinds.map(() => ({})));
  const approvals = kinds.map((kind, i): Approval => {
    const isAudit = kind.because === "audit";
    return sampleApproval({
      recordId: records[i]!.id,
      suggestion: isAudit ? categories[0].id : kind.suggestion,
      because: kind.because,
      confidence: kind.confidence,
      shownAs: isAudit
        ? {
          because: kind.blind ? "nothing_alike" : "not_sure_enough",
          confidence: 0.5,
        }
        : null,
      alikeKey: keys[kind.key] ?? null,
      connectionId: kind.isOurs ? connection.id : sampleIds.next("con"),
      amount: kind.amount,
      stake: kind.stake,
      createdAt: plusMs(NOON, -kind.hours * 3_600_000),
    });
  });
  await run((tx) => tx.approvals.add(approvals));
  const decided = approvals.filter((_, i) => i % 5 === 0);
  await run((tx) =>
    tx.approvals.save(decided.map((one) => ({
      ...one,
      shownAs: null,
      state: {
        kind: "decided",
        verdict: "reject",
        categoryId: null,
        by: "usr_ann",
        at: NOON,
        note: null,
        decisionId: null,
        verdicts: [],
      },
    })))
  );
  return new Map(
    [...Map.groupBy(decided, ({ alikeKey }) => alikeKey)]
      .flatMap(([key, some]) => key === null ? [] : [[key, some.length]]),
  );
}
