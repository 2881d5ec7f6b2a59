import assert from "node:assert/strict";
import { fail, ok } from "../../src/kernel/result.ts";
import { RacesLost } from "../../ports/unit_of_work.ts";
import { sampleCategory } from "../support/samples.ts";
import { byId, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

export function unitOfWorkCases(test: Case): void {
  test("keeps what a unit wrote, and the unit reads its own writes", async (subject) => {
    const { run } = await freshTenant(subject);
    const category = sampleCategory({ name: "Timber" });
    const inside = await run(async (tx) => {
      await tx.categories.add([category]);
      return tx.categories.find([category.id]);
    });
    assert.deepEqual(inside, [category]);
    assert.deepEqual(
      await run((tx) => tx.categories.find([category.id])),
      [category],
    );
  });

  test("gives back the value of a unit that is ok", async (subject) => {
    const { permit } = await freshTenant(subject);
    assert.deepEqual(
      await subject.uow.run(permit, () => Promise.resolve(ok({ said: 1 }))),
      ok({ said: 1 }),
    );
  });

  test("undoes everything when the work fails, and gives back the failure", async (subject) => {
    const { permit, run, categories: [old] } = await freshTenant(subject);
    const added = sampleCategory();
    const result = await subject.uow.run(permit, async (tx) => {
      await tx.categories.add([added]);
      await tx.categories.save([{ ...old, name: "changed" }]);
      return fail("no");
    });
    assert.deepEqual(result, fail("no"));
    assert.deepEqual(
      await run((tx) => tx.categories.find([added.id, old.id])),
      [old],
    );
  });

  test("undoes everything when the work throws, and throws the same", async (subject) => {
    const { permit, run, categories: [old] } = await freshTenant(subject);
    const added = sampleCategory();
    const boom = new Error("boom");
    await assert.rejects(
      subject.uow.run(permit, async (tx) => {
        await tx.categories.save([{ ...old, name: "changed" }]);
        await tx.categories.add([added]);
        throw boom;
      }),
      (error) => error === boom,
    );
    assert.deepEqual(
      await run((tx) => tx.categories.find([added.id, old.id])),
      [old],
    );
  });

  test("starts over after a stale version, the first attempt undone", async (subject) => {
    const { permit, run, categories: [old] } = await freshTenant(subject);
    const added = sampleCategory();
    let attempts = 0;
    const result = await subject.uow.run(permit, async (tx) => {
      attempts++;
      await tx.categories.add([added]);
      const version = attempts === 1 ? old.version + 7 : old.version;
      await tx.categories.save([{ ...old, version, name: "second try" }]);
      return ok(attempts);
    });
    assert.deepEqual(result, ok(2));
    assert.deepEqual(
      await run((tx) => tx.categories.find([added.id, old.id])).then(byId),
      byId([added, { ...old, version: old.version + 1, name: "second try" }]),
    );
  });

  test("gives up by name when the version is stale twelve times", async (subject) => {
    const { permit, run, categories: [old] } = await freshTenant(subject);
    const added = sampleCategory();
    let attempts = 0;
    await assert.rejects(
      subject.uow.run(permit, async (tx) => {
        attempts++;
        await tx.categories.add([added]);
        await tx.categories.save([{ ...old, version: old.version + 7 }]);
        return ok(null);
      }),
      RacesLost,
    );
    assert.equal(attempts, 12);
    assert.deepEqual(await run((tx) => tx.categories.find([added.id])), []);
  });

  test("lets one of twenty racing savers win", async (subject) => {
    const { permit, run, categories: [old] } = await freshTenant(subject);
    const results = await Promise.all(
      Array.from(
        { length: 20 },
        (_, i) =>
          subject.uow.run(permit, async (tx) => {
            const [category] = await tx.categories.find([old.id]);
            if (category?.name !== old.name) return fail("late");
            await tx.categories.save([{ ...category, name: `racer ${i}` }]);
            return ok(`racer ${i}`);
          }),
      ),
    );
    const winners = results.filter((result) => result.ok);
    assert.equal(winners.length, 1);
    assert.deepEqual(
      results.filter((result) => !result.ok),
      Array.from({ length: 19 }, () => fail("late")),
    );
    assert.deepEqual(await run((tx) => tx.categories.find([old.id])), [{
      ...old,
      version: old.version + 1,
      name: winners[0]!.value,
    }]);
  });

  test("takes an empty set everywhere for nothing to do", async (subject) => {
    const { run } = await freshTenant(subject);
    const answers = await run(async (tx) => {
      const stores = [tx.tenants, tx.members, tx.apiKeys, tx.connections];
      for (const store of [...stores, tx.categories, tx.deliveries]) {
        await store.add([]);
        await store.save([]);
        assert.deepEqual(await store.find([]), []);
      }
      await tx.approvals.add([]);
      await tx.approvals.save([]);
      await tx.examples.remember([]);
      await tx.examples.forget([]);
      await tx.examples.reject([], "2026-01-02T03:04:05.000Z");
      await tx.examples.keepVectors("none@1", [], []);
      await tx.outcomes.keep([]);
      await tx.rules.countHits(new Map(), "2026-01-02T03:04:05.000Z");
      await tx.recordVersions.takeTurns([]);
      await tx.recordVersions.renew([]);
      await tx.recordVersions.remember([]);
      await tx.recordVersions.forget([]);
      await tx.pendingRecords.add([]);
      await tx.pendingRecords.remove([]);
      tx.events.append([]);
      return [
        await tx.records.admit([]),
        await tx.records.keepAside([]),
        await tx.records.find([]),
        await tx.records.save([], "2026-01-02T03:04:05.000Z"),
        await tx.recordVersions.holders([]),
        await tx.recordVersions.hold([]),
        await tx.pendingRecords.among([]),
        await tx.pendingRecords.alike([]),
        await tx.recordConflicts.find([]),
        await tx.recordConflicts.resolve([]),
        await tx.examples.votes([], 5),
        await tx.examples.rejected([], "2026-01-02T03:04:05.000Z"),
        await tx.examples.nearest("none@1", [], 5),
        await tx.examples.unembedded("none@1", []),
        await tx.outcomes.distrust([], "2026-01-02T03:04:05.000Z"),
        await tx.approvals.find([]),
        await tx.approvals.waitingFor([]),
      ];
    });
    assert.deepEqual(answers, answers.map(() => []));
    assert.equal((await run((tx) => tx.events.head())).seq, 0);
  });
}
