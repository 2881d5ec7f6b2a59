import assert from "node:assert/strict";
import type { CompanyRecord, Conflict } from "../../src/records/record.ts";
import { SAMPLE_AT, sampleConnection, sampleIds } from "../support/samples.ts";
import { byId, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

function aside(
  record: CompanyRecord,
  given: Partial<Conflict> = {},
): Conflict {
  return {
    id: sampleIds.next("cfl"),
    recordId: record.id,
    receivedAt: SAMPLE_AT,
    fingerprint: "aside",
    externalId: record.externalId,
    pending: false,
    content: {
      occurredAt: null,
      description: "other",
      counterparty: null,
      amount: null,
      attributes: {},
    },
    raw: null,
    reasons: [{ field: "amount", detail: "is another one" }],
    resolution: null,
    ...given,
  };
}

export function revisionCases(test: Case): void {
  test("finds a record by the ids that it has and had, and knows its versions", async (subject) => {
    const { run, connection, admit } = await freshTenant(subject);
    const { id: connectionId } = connection;
    const [one, two] = await admit([{ externalId: "a" }, { externalId: "b" }]);
    const alias = { connectionId, recordId: one!.id, guessed: false };
    await run(async (tx) => {
      await tx.recordVersions.takeTurns([connectionId, connectionId]);
      await tx.recordVersions.remember([
        { ...alias, externalId: "a-before", fingerprints: ["f1"] },
        { ...alias, externalId: "other", fingerprints: [] },
      ]);
      await tx.recordVersions.remember([
        {
          ...alias,
          externalId: "a-before",
          fingerprints: ["f2", "f1"],
          guessed: true,
        },
        // Its own name is no guess, whatever was kept of it.
        { ...alias, externalId: "a", fingerprints: [], guessed: true },
      ]);
      await tx.records.keepAside([aside(one!)]);
    });
    const name = (externalId: string) => ({ connectionId, externalId });
    const names = ["a", "b", "a-before", "nobody's", "a"].map(name);
    const elsewhere = { connectionId: sampleConnection().id, externalId: "a" };
    const found = await run((tx) =>
      tx.recordVersions.holders([...names, elsewhere])
    );
    assert.deepEqual(
      found.map((one) => [one.externalId, one.recordId, one.guessed])
        .toSorted(),
      [
        ["a", one!.id, false],
        ["a-before", one!.id, true],
        ["b", two!.id, false],
      ],
    );
    const [held] = await run((tx) => tx.recordVersions.hold([one!.id]));
    assert.deepEqual(
      { ...held, earlier: held!.earlier.toSorted() },
      {
        recordId: one!.id,
        pending: false,
        earlier: ["f1", "f2"],
        aside: [{
          fingerprint: "aside",
          externalId: "a",
          pending: false,
          content: aside(one!).content,
        }],
      },
    );
    await run((tx) => tx.recordVersions.forget([name("a-before"), name("x")]));
    const [left] = await run((tx) => tx.recordVersions.hold([one!.id]));
    assert.deepEqual(left!.earlier, []);
  });

  test("gives a record the id, fingerprint and payload of a later version, and nothing else", async (subject) => {
    const { run, connection, admit } = await freshTenant(subject);
    const [one] = await admit([{ externalId: "a", fingerprint: "f1" }]);
    const version = {
      recordId: one!.id,
      externalId: "b",
      fingerprint: "f2",
      raw: { said: "🧾" },
    };
    await run((tx) => tx.recordVersions.renew([version]));
    const [after] = await run((tx) => tx.records.find([one!.id]));
    assert.deepEqual(after, { ...one, externalId: "b", fingerprint: "f2" });
    const past = await run((tx) => tx.records.past(one!.id));
    assert.deepEqual(past!.raw, { said: "🧾" });
    const names = ["a", "b"].map((externalId) => ({
      connectionId: connection.id,
      externalId,
    }));
    assert.deepEqual(
      (await run((tx) => tx.recordVersions.holders(names))).map((
        { externalId },
      ) => externalId),
      ["b"],
    );
  });

  test("knows what is pending, and finds it by connection and amount", async (subject) => {
    const { run, connection: { id: connectionId }, admit } = await freshTenant(
      subject,
    );
    const other = sampleConnection();
    await run((tx) => tx.connections.add([other]));
    const amount = { minor: "-9007199254740993", currency: "GBP" } as const;
    const [one, two, elsewhere, dollars, none, settled] = await admit([
      { amount },
      { amount },
      { amount, connectionId: other.id },
      { amount: { ...amount, currency: "USD" } },
      { amount: null },
      { amount },
    ]);
    const pending = [one, two, elsewhere, dollars, none].map((r) => r!.id);
    await run((tx) => tx.pendingRecords.add(pending));
    await run((tx) => tx.pendingRecords.add(pending));
    const asked = { connectionId, amount };
    const alike = () => run((tx) => tx.pendingRecords.alike([asked, asked]));
    assert.deepEqual((await alike()).toSorted(), [one!.id, two!.id]);
    assert.deepEqual(
      (await run((tx) =>
        tx.pendingRecords.among([settled!.id, one!.id, none!.id, one!.id])
      )).toSorted(),
      [one!.id, none!.id].toSorted(),
    );
    const content = { ...aside(none!).content, amount };
    await run((tx) => tx.records.keepAside([aside(none!, { content })]));
    assert.deepEqual(
      (await alike()).toSorted(),
      [one!.id, two!.id, none!.id].toSorted(),
    );
    await run((tx) => tx.pendingRecords.remove([two!.id, none!.id]));
    assert.deepEqual(await alike(), [one!.id]);
    const held = await run((tx) => tx.recordVersions.hold([one!.id, two!.id]));
    assert.deepEqual(
      held.map((known) => [known.recordId, known.pending]).toSorted(),
      [[one!.id, true], [two!.id, false]].toSorted(),
    );
  });

  test("lists conflicts that are open and such that are resolved, and resolves each once", async (subject) => {
    const { run, admit } = await freshTenant(subject);
    const other = sampleConnection();
    await run((tx) => tx.connections.add([other]));
    const [one, two] = await admit([{}, { connectionId: other.id }]);
    const [a, b, c] = [
      aside(one!, { externalId: "another", pending: true }),
      aside(one!, { fingerprint: "f2", reasons: [] }),
      aside(two!),
    ];
    await run((tx) => tx.records.keepAside([a, b, c]));
    const list = (isOpen: boolean, given = {}, limit = 9) =>
      run((tx) =>
        tx.recordConflicts.list({ isOpen, ...given }, { limit, cursor: null })
      );
    assert.deepEqual(await list(true), { data: [c, b, a], nextCursor: null });
    assert.deepEqual((await list(true, {}, 2)).nextCursor, b.id);
    assert.deepEqual(
      await run((tx) =>
        tx.recordConflicts.list({ isOpen: true }, { limit: 9, cursor: b.id })
      ),
      { data: [a], nextCursor: null },
    );
    assert.deepEqual((await list(true, { connectionId: other.id })).data, [c]);
    const resolution = {
      verdict: "keep_old",
      at: SAMPLE_AT,
      by: "usr_x",
      madeRecordId: null,
    } as const;
    const resolve = (resolved: Conflict["resolution"]) =>
      run((tx) =>
        tx.recordConflicts.resolve([{ id: a.id, resolution: resolved! }])
      );
    assert.deepEqual(await resolve(resolution), [a.id]);
    assert.deepEqual(await resolve({ ...resolution, verdict: "both" }), []);
    const resolved = { ...a, resolution };
    assert.deepEqual(await run((tx) => tx.recordConflicts.find([a.id])), [
      resolved,
    ]);
    assert.deepEqual((await list(true)).data, [c, b]);
    assert.deepEqual((await list(false)).data, [resolved]);
    const past = await run((tx) => tx.records.past(one!.id));
    assert.deepEqual(byId(past!.conflicts), [resolved, b]);
    const both = {
      ...resolution,
      verdict: "both",
      madeRecordId: two!.id,
    } as const;
    await run((tx) =>
      tx.recordConflicts.resolve([{ id: b.id, resolution: both }])
    );
    assert.deepEqual((await list(false)).data, [
      { ...b, resolution: both },
      resolved,
    ]);
  });

  test("no tenant sees another's versions, pending records or conflicts", async (subject) => {
    const mine = await freshTenant(subject);
    const theirs = await freshTenant(subject);
    const [record] = await theirs.admit([{ externalId: "a" }]);
    const conflict = aside(record!);
    await theirs.run(async (tx) => {
      await tx.pendingRecords.add([record!.id]);
      await tx.records.keepAside([conflict]);
    });
    const { connectionId, id, amount } = record!;
    const seen = await mine.run(async (tx) => [
      ...await tx.recordVersions.holders([{ connectionId, externalId: "a" }]),
      ...await tx.recordVersions.hold([id]),
      ...await tx.pendingRecords.among([id]),
      ...await tx.pendingRecords.alike([{ connectionId, amount: amount! }]),
      ...await tx.recordConflicts.find([conflict.id]),
      ...(await tx.recordConflicts.list({ isOpen: true }, {
        limit: 9,
        cursor: null,
      })).data,
      ...await tx.recordConflicts.resolve([{
        id: conflict.id,
        resolution: {
          verdict: "both",
          at: SAMPLE_AT,
          by: "usr_x",
          madeRecordId: null,
        },
      }]),
    ]);
    assert.deepEqual(seen, []);
  });
}
