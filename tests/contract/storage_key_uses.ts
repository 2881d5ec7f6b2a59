import assert from "node:assert/strict";
import type { KeyUse } from "../../src/tenancy/key_use.ts";
import { SAMPLE_AT, sampleApiKey, sampleIds } from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const LATER = "2026-01-02T03:05:05.000Z";
const LATEST = "2026-01-02T03:06:05.123Z";

export function keyUseCases(test: Case): void {
  test("keeps the latest use of each key, in whatever order uses come", async (subject) => {
    const tenant = await freshTenant(subject);
    const [one, other, unused] = await withKeys(tenant, 3);
    const of = (keyId: KeyUse["keyId"], at: KeyUse["at"]): KeyUse => ({
      tenantId: tenant.tenant.id,
      keyId,
      at,
    });
    const lastOf = () =>
      tenant.run((tx) => tx.apiKeyUses.of([one, other, unused]));
    await subject.keyUses.keep([]);
    assert.deepEqual(await lastOf(), new Map());
    await subject.keyUses.keep([
      of(one, LATER),
      of(one, LATEST),
      of(one, SAMPLE_AT),
      of(other, SAMPLE_AT),
    ]);
    assert.deepEqual(
      await lastOf(),
      new Map([[one, LATEST], [other, SAMPLE_AT]]),
    );
    await subject.keyUses.keep([of(other, LATER), of(one, LATER)]);
    assert.deepEqual(await lastOf(), new Map([[one, LATEST], [other, LATER]]));
    assert.deepEqual(await tenant.run((tx) => tx.apiKeyUses.of([])), new Map());
  });

  test("a use changes nothing of the key, and no tenant sees another's", async (subject) => {
    const mine = await freshTenant(subject);
    const theirs = await freshTenant(subject);
    const [key] = await withKeys(mine, 1);
    const before = await mine.run((tx) => tx.apiKeys.find([key]));
    await subject.keyUses.keep([
      { tenantId: mine.tenant.id, keyId: key, at: LATER },
    ]);
    assert.deepEqual(await mine.run((tx) => tx.apiKeys.find([key])), before);
    assert.deepEqual(
      await theirs.run((tx) => tx.apiKeyUses.of([key])),
      new Map(),
    );
  });

  test("keeps uses of several tenants in one write, and passes over keys that are gone", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const [[a], [b]] = [await withKeys(mine, 1), await withKeys(theirs, 1)];
    const gone = sampleIds.next("key");
    const ten = sampleIds.next("ten");
    await subject.keyUses.keep([
      { tenantId: mine.tenant.id, keyId: gone, at: LATER },
      { tenantId: ten, keyId: a, at: LATEST },
      { tenantId: mine.tenant.id, keyId: a, at: LATER },
      { tenantId: mine.tenant.id, keyId: b, at: LATEST },
      { tenantId: theirs.tenant.id, keyId: b, at: LATER },
    ]);
    for (const [tenant, key] of [[mine, a], [theirs, b]] as const) {
      assert.deepEqual(
        await tenant.run((tx) => tx.apiKeyUses.of([a, b, gone])),
        new Map([[key, LATER]]),
      );
    }
  });

  test("the same keys written by many at once end with their latest use", async (subject) => {
    const tenant = await freshTenant(subject);
    const keys = await withKeys(tenant, 8);
    const rounds = Array.from({ length: 8 }, (_, n) => {
      const at = `2026-01-02T03:05:0${n}.000Z` as const;
      const uses = keys.map((keyId) => ({
        tenantId: tenant.tenant.id,
        keyId,
        at,
      }));
      return n % 2 === 0 ? uses : uses.toReversed();
    });
    await Promise.all(rounds.map((uses) => subject.keyUses.keep(uses)));
    assert.deepEqual(
      await tenant.run((tx) => tx.apiKeyUses.of(keys)),
      new Map(keys.map((key) => [key, "2026-01-02T03:05:07.000Z"])),
    );
  });
}

/** New keys of the tenant, by id. */
async function withKeys<const N extends number>(
  { run }: FreshTenant,
  count: N,
) {
  const keys = Array.from({ length: count }, () => sampleApiKey());
  await run((tx) => tx.apiKeys.add(keys));
  const ids = keys.map(({ id }) => id);
  type Ids = readonly [KeyUse["keyId"], KeyUse["keyId"], KeyUse["keyId"]];
  return ids as unknown as Ids;
}
