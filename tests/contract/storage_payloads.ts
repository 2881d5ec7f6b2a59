import assert from "node:assert/strict";
import type { Payload } from "../../src/integrations/payload.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import { SAMPLE_AT, sampleConnection, sampleIds } from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

async function withConnections({ run }: FreshTenant) {
  const [one, other] = [sampleConnection(), sampleConnection()];
  await run((tx) => tx.connections.add([one, other]));
  const payload = (
    externalId: string,
    body: string,
    given: Partial<Payload> = {},
  ): Payload => ({
    id: sampleIds.next("pay"),
    version: 1,
    connectionId: one.id,
    externalId,
    sha256: sha256(body),
    body,
    receivedAt: SAMPLE_AT,
    state: "waiting",
    failure: null,
    mappingNumber: null,
    recordIds: [],
    ...given,
  });
  return { one: one.id, other: other.id, payload };
}

export function payloadCases(test: Case): void {
  test("keeps a payload once for each connection, external id and hash", async (subject) => {
    const tenant = await freshTenant(subject);
    const { other, payload } = await withConnections(tenant);
    const { run } = tenant;
    const first = payload("e1", '{"a":"\\u00e9 \\" é"}');
    assert.deepEqual(await run((tx) => tx.payloads.keep([])), []);
    assert.deepEqual(await run((tx) => tx.payloads.keep([first])), [first]);
    const again = payload("e1", first.body!);
    const newer = payload("e1", "{}");
    const theirs = payload("e1", first.body!, { connectionId: other });
    const twice = payload("e2", "[]");
    assert.deepEqual(
      await run((tx) =>
        tx.payloads.keep([again, newer, theirs, twice, {
          ...twice,
          id: sampleIds.next("pay"),
        }])
      ),
      [newer, theirs, twice],
    );
    assert.deepEqual(await run((tx) => tx.payloads.find([first.id])), [first]);
    const key = [first.connectionId, "e1", first.sha256] as const;
    assert.deepEqual(await run((tx) => tx.payloads.findKey(...key)), first);
    assert.equal(
      await run((tx) => tx.payloads.findKey(key[0], "e3", key[2])),
      undefined,
    );
  });

  test("tells the tenant behind a connection, and of one that nobody has nothing", async (subject) => {
    const tenant = await freshTenant(subject);
    const { one } = await withConnections(tenant);
    const { directory } = subject;
    assert.equal(await directory.tenantOfConnection(one), tenant.tenant.id);
    assert.equal(
      await directory.tenantOfConnection(sampleIds.next("con")),
      undefined,
    );
  });

  test("of twenty who keep the same payload at once one does", async (subject) => {
    const tenant = await freshTenant(subject);
    const { payload } = await withConnections(tenant);
    const kept = await Promise.all(
      Array.from(
        { length: 20 },
        () => tenant.run((tx) => tx.payloads.keep([payload("e", "{}")])),
      ),
    );
    assert.equal(kept.flat().length, 1);
  });

  test("lists payloads by connection and state, counts them, and gives what waits oldest first", async (subject) => {
    const tenant = await freshTenant(subject);
    const { one, other, payload } = await withConnections(tenant);
    const { run } = tenant;
    const all = [
      payload("a", "1"),
      payload("b", "2", {
        state: "failed",
        failure: { kind: "mapping.failed", detail: "code D1001" },
      }),
      payload("c", "3"),
      payload("d", "4", { connectionId: other }),
      payload("e", "5", { state: "conflict" }),
    ];
    await run((tx) => tx.payloads.add(all));
    const list = async (
      connectionId: Payload["connectionId"] | null,
      state: Payload["state"] | null,
      limit = 10,
      cursor: string | null = null,
    ) => {
      const page = await run((tx) =>
        tx.payloads.list({ connectionId, state }, { limit, cursor })
      );
      return page.data.map(({ externalId }) => externalId).join("");
    };
    assert.equal(await list(null, null), "edcba");
    assert.equal(await list(one, null), "ecba");
    assert.equal(await list(one, "waiting"), "ca");
    assert.equal(await list(null, "failed"), "b");
    assert.equal(await list(null, null, 2), "ed");
    assert.equal(await list(null, null, 2, all[3]!.id), "cb");
    assert.deepEqual(await run((tx) => tx.payloads.counts(one)), {
      waiting: 2,
      taken_in: 0,
      failed: 1,
      conflict: 1,
    });
    const waiting = (limit: number) =>
      run((tx) => tx.payloads.waiting(one, limit));
    assert.deepEqual(await waiting(5), [all[0], all[2]]);
    assert.deepEqual(await waiting(1), [all[0]]);
    const done = {
      ...all[0]!,
      state: "taken_in",
      mappingNumber: 3,
      recordIds: [sampleIds.next("rec")],
    } as const;
    await run((tx) => tx.payloads.save([done]));
    assert.deepEqual(await waiting(5), [all[2]]);
    assert.deepEqual(await run((tx) => tx.payloads.find([done.id])), [
      { ...done, version: 2 },
    ]);
  });

  test("erasing a record takes the body out of the payload that it came of, and of no other", async (subject) => {
    const tenant = await freshTenant(subject);
    const { payload } = await withConnections(tenant);
    const { run } = tenant;
    const recordIds = [sampleIds.next("rec"), sampleIds.next("rec")];
    const [mine, theirs] = [
      payload("a", "1", { recordIds, state: "taken_in" }),
      payload("b", "2", { recordIds: [sampleIds.next("rec")] }),
    ];
    await run((tx) => tx.payloads.add([mine, theirs]));
    const erase = (externalIds: boolean) =>
      run((tx) =>
        tx.personalData.eraseRecords({
          recordIds: recordIds.slice(1),
          textKeys: [],
          externalIds,
        })
      );
    assert.equal((await erase(false)).rows["payloads"], 1);
    assert.equal((await erase(false)).rows["payloads"], 0);
    assert.deepEqual(await run((tx) => tx.payloads.find([mine.id])), [
      { ...mine, version: 2, body: null },
    ]);
    assert.equal((await erase(true)).rows["payloads"], 1);
    const [erased] = await run((tx) => tx.payloads.find([mine.id]));
    assert.equal(erased!.externalId, `erased-${mine.id}`);
    assert.deepEqual(await run((tx) => tx.payloads.find([theirs.id])), [
      theirs,
    ]);
  });

  test("what was kept long enough loses its body, unless it waits", async (subject) => {
    const tenant = await freshTenant(subject);
    const { payload } = await withConnections(tenant);
    const { run } = tenant;
    const [old, waiting] = [
      payload("a", "1", { state: "taken_in" }),
      payload("b", "2"),
    ];
    await run((tx) => tx.payloads.add([old, waiting]));
    const remove = () =>
      run((tx) =>
        tx.retention.remove("raw_payloads", "2026-02-01T00:00:00.000Z", 10)
      );
    assert.equal(await remove(), 1);
    assert.equal(await remove(), 0);
    const kept = await run((tx) => tx.payloads.find([old.id, waiting.id]));
    assert.deepEqual(
      new Map(kept.map((one) => [one.externalId, one.body])),
      new Map([["a", null], ["b", "2"]]),
    );
  });
}
