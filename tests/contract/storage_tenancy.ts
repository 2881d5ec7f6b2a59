import assert from "node:assert/strict";
import { GENESIS } from "../../src/events/chain.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import {
  SAMPLE_AT,
  sampleApiKey,
  sampleApproval,
  sampleDeadLetter,
  sampleDelivery,
  sampleExample,
  sampleIds,
  sampleMember,
  sampleNewRecord,
  sampleRule,
} from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";
import { claimOf } from "./storage_review_work.ts";
import { take } from "../support/take.ts";

const FIRST_PAGE = { limit: 100, cursor: null };

export function tenancyCases(test: Case): void {
  test("hides everything of one tenant from another, in every store", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const member = sampleMember();
    const key = sampleApiKey();
    const delivery = sampleDelivery();
    const rule = sampleRule();
    const [record] = await mine.admit([{ externalId: "1" }]);
    const recordId = record!.id;
    const approval = sampleApproval({ recordId });
    const categoryId = mine.categories[0].id;
    const example = sampleExample({ recordId, categoryId });
    const vector = new Float32Array(512).fill(1 / Math.sqrt(512));
    const set = { version: 1, rules: [rule] };
    const letter = sampleDeadLetter();
    await mine.run(async (tx) => {
      await tx.members.add([member]);
      await tx.apiKeys.add([key]);
      await tx.deliveries.add([delivery]);
      await tx.rules.replace({ version: 0, rules: [] }, set, SAMPLE_AT);
      await tx.rules.countHits(new Map([[rule.id, 1]]), SAMPLE_AT);
      await tx.examples.remember([example]);
      await tx.examples.keepVectors("e@1", [example.textKey], [vector]);
      await tx.approvals.add([approval]);
      await tx.inbox.claim("key", "print");
      await tx.jobs.bury(letter);
      tx.events.append([{ type: "TENANT_CREATED", payload: { name: "mine" } }]);
    });
    await theirs.run(async (tx) => {
      assert.deepEqual(await tx.tenants.find([mine.tenant.id]), []);
      assert.deepEqual(await tx.tenants.all(), [theirs.tenant]);
      assert.deepEqual(await tx.members.find([member.id]), []);
      assert.deepEqual(await tx.members.all(), []);
      assert.deepEqual(await tx.apiKeys.find([key.id]), []);
      assert.deepEqual(await tx.apiKeys.all(), []);
      assert.deepEqual(await tx.connections.find([mine.connection.id]), []);
      assert.deepEqual(await tx.connections.all(), [theirs.connection]);
      assert.deepEqual(await tx.categories.find([categoryId]), []);
      assert.deepEqual(await tx.categories.all(), theirs.categories);
      assert.deepEqual(await tx.deliveries.find([delivery.id]), []);
      assert.equal((await tx.rules.current()).version, 0);
      assert.equal(await tx.rules.at(1), undefined);
      assert.deepEqual(await tx.rules.statistics(), []);
      assert.deepEqual(await tx.records.find([recordId]), []);
      assert.equal(await tx.records.past(recordId), undefined);
      assert.deepEqual((await tx.records.list({}, FIRST_PAGE)).data, []);
      assert.deepEqual(await tx.records.save([record!], SAMPLE_AT), []);
      assert.deepEqual(await tx.examples.votes(example.keys, 5), []);
      assert.deepEqual(await tx.examples.nearest("e@1", [vector], 5), [[]]);
      assert.deepEqual(await tx.examples.unembedded("e@2", [recordId]), []);
      assert.deepEqual(await tx.approvals.find([approval.id]), []);
      assert.deepEqual(await tx.approvals.waitingFor([recordId]), []);
      assert.deepEqual(
        await tx.reviewWork.claim(claimOf({ limit: 9, now: SAMPLE_AT })),
        [],
      );
      assert.deepEqual(
        (await tx.approvals.list("waiting", FIRST_PAGE)).data,
        [],
      );
      assert.equal(await tx.approvals.countWaiting(), 0);
      assert.deepEqual(await tx.events.after(0, 9), []);
      assert.deepEqual(await tx.events.head(), GENESIS);
      assert.deepEqual(await tx.inbox.claim("key", "x"), { kind: "first" });
      assert.deepEqual((await tx.jobs.dead({}, FIRST_PAGE)).data, []);
      assert.deepEqual(await tx.jobs.markReplayed([letter.id], SAMPLE_AT), []);
    });
    await mine.run(async (tx) => {
      assert.deepEqual(await tx.records.find([recordId]), [record]);
      assert.deepEqual(await tx.approvals.find([approval.id]), [approval]);
    });
  });

  test("lets no tenant save or settle what another has", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const fact = {
      type: "DELIVERY_RECEIVED",
      payload: { delivery_id: sampleIds.next("dlv"), records: 1 },
    } as const;
    await mine.run((tx) => Promise.resolve(tx.events.append([fact])));
    const year = "2199-06-01T00:00:00.000Z";
    let job;
    do {
      [job] = await take(subject.feed, 1, year, year);
    } while (job && job.tenantId !== mine.tenant.id);
    assert(job);
    const jobId = job.id;
    assert.equal(await theirs.run((tx) => tx.jobs.settle(jobId)), false);
    await assert.rejects(
      theirs.run((tx) => tx.categories.save([mine.categories[0]])),
    );
    assert.deepEqual(
      await mine.run((tx) => tx.categories.find([mine.categories[0].id])),
      [mine.categories[0]],
    );
    assert.equal(await mine.run((tx) => tx.jobs.settle(jobId)), true);
  });

  test("takes the same external id, name and key in two tenants", async (subject) => {
    for (
      const tenant of [await freshTenant(subject), await freshTenant(subject)]
    ) {
      const connectionId = tenant.connection.id;
      const one = sampleNewRecord({ connectionId, externalId: "same" });
      assert.deepEqual(await tenant.run((tx) => tx.records.admit([one])), [
        { kind: "added", recordId: one.record.id },
      ]);
      const [category] = tenant.categories;
      await tenant.run((tx) =>
        tx.categories.save([{ ...category, name: "Same" }])
      );
      assert.deepEqual(
        await tenant.run((tx) => tx.inbox.claim("same", "print")),
        { kind: "first" },
      );
    }
  });

  test("finds the tenant behind a key, once it is committed, dead or alive", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const key = sampleApiKey();
    const undone = sampleApiKey();
    await run((tx) => tx.apiKeys.add([key]));
    await assert.rejects(
      run(async (tx) => {
        await tx.apiKeys.add([undone]);
        throw new Error("undone");
      }),
      /undone/,
    );
    const found = (hash: string) => subject.directory.apiKeyByHash(hash);
    assert.deepEqual(
      await found(key.secretHash),
      { tenantId: tenant.id, key },
    );
    assert.equal(await found(undone.secretHash), undefined);
    assert.equal(await found(sha256(sampleIds.next("key"))), undefined);
    await run((tx) => tx.apiKeys.save([{ ...key, revokedAt: SAMPLE_AT }]));
    assert.deepEqual(await found(key.secretHash), {
      tenantId: tenant.id,
      key: { ...key, version: 2, revokedAt: SAMPLE_AT },
    });
  });
}
