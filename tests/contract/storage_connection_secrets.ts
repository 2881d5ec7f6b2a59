import assert from "node:assert/strict";
import type { SealedSecret } from "../../src/integrations/sealed_secret.ts";
import { SAMPLE_AT, sampleConnection } from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

async function withConnections({ run }: FreshTenant) {
  const [one, other] = [sampleConnection(), sampleConnection()];
  await run((tx) => tx.connections.add([one, other]));
  const secret = (
    given: Partial<SealedSecret> & Pick<SealedSecret, "name">,
  ): SealedSecret => ({
    connectionId: one.id,
    keyId: "k1",
    sealed: `1.k1.${given.name}`,
    sealedAt: SAMPLE_AT,
    ...given,
  });
  return { one: one.id, other: other.id, secret };
}

export function connectionSecretCases(test: Case): void {
  test("keeps the sealed secrets of connections, the latest under each name", async (subject) => {
    const tenant = await freshTenant(subject);
    const { one, other, secret } = await withConnections(tenant);
    const { run } = tenant;
    const access = secret({ name: "access_token" });
    const refresh = secret({ name: "refresh_token" });
    const theirs = secret({ name: "access_token", connectionId: other });
    await run((tx) => tx.connectionSecrets.put([refresh, theirs, access]));
    assert.deepEqual(
      await run((tx) => tx.connectionSecrets.of([other, one])),
      [access, refresh, theirs],
    );
    const newer = { ...access, sealed: "1.k2.newer", keyId: "k2" };
    await run((tx) => tx.connectionSecrets.put([newer]));
    assert.deepEqual(
      await run((tx) => tx.connectionSecrets.of([one])),
      [newer, refresh],
    );
    await run((tx) => tx.connectionSecrets.remove([one]));
    assert.deepEqual(
      await run((tx) => tx.connectionSecrets.of([one, other])),
      [theirs],
    );
    assert.deepEqual(await run((tx) => tx.connectionSecrets.of([])), []);
  });

  test("finds what another key sealed page by page, and replaces only what was read", async (subject) => {
    const tenant = await freshTenant(subject);
    const { other, secret } = await withConnections(tenant);
    const { run } = tenant;
    const names = ["a", "b", "c", "d"].map((name) => secret({ name }));
    const last = secret({ name: "a", connectionId: other });
    const new_ = secret({ name: "e", keyId: "k2", sealed: "1.k2.e" });
    await run((tx) => tx.connectionSecrets.put([...names, last, new_]));
    const page = (after: SealedSecret | null) =>
      run((tx) => tx.connectionSecrets.sealedByOthers("k2", 3, after));
    const first = await page(null);
    assert.deepEqual(first, names.slice(0, 3));
    assert.deepEqual(await page(first[2]!), [names[3], last]);

    const anew = (one: SealedSecret) => ({
      before: one.sealed,
      secret: { ...one, keyId: "k2", sealed: `1.k2.${one.name}` },
    });
    const meanwhile = { ...names[1]!, sealed: "1.k2.token", keyId: "k2" };
    await run((tx) => tx.connectionSecrets.put([meanwhile]));
    const count = await run((tx) =>
      tx.connectionSecrets.replace(names.slice(0, 3).map(anew))
    );
    assert.equal(count, 2);
    const left = await run((tx) =>
      tx.connectionSecrets.of([names[0]!.connectionId])
    );
    assert.deepEqual(left.map(({ sealed }) => sealed), [
      "1.k2.a",
      "1.k2.token",
      "1.k2.c",
      "1.k1.d",
      "1.k2.e",
    ]);
  });

  test("no tenant sees another's sealed secrets", async (subject) => {
    const mine = await freshTenant(subject);
    const theirs = await freshTenant(subject);
    const { one, secret } = await withConnections(theirs);
    await theirs.run((tx) => tx.connectionSecrets.put([secret({ name: "a" })]));
    const seen = await mine.run(async ({ connectionSecrets }) => [
      ...await connectionSecrets.of([one]),
      ...await connectionSecrets.sealedByOthers("x", 10, null),
    ]);
    assert.deepEqual(seen, []);
  });
}
