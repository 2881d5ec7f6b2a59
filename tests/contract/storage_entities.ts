import assert from "node:assert/strict";
import type { Id } from "../../src/kernel/ids.ts";
import type { Entity, Store } from "../../ports/store.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import {
  SAMPLE_AT,
  sampleApiKey,
  sampleCategory,
  sampleConnection,
  sampleDelivery,
  sampleIds,
  sampleInvitation,
  sampleMember,
} from "../support/samples.ts";
import { freshHealth } from "../../src/integrations/health.ts";
import type { Mapping } from "../../src/integrations/mapping.ts";
import { freshPullState } from "../../src/integrations/pull_state.ts";
import { byId, freshTenant } from "./fresh_tenant.ts";
import { RETENTION_DEFAULT } from "../../src/privacy/retention.ts";
import type { Case } from "./storage.ts";

export function entityCases(test: Case): void {
  keeps(
    test,
    "members",
    (tx) => tx.members,
    () => sampleMember({ name: "Zoë אַנָּה 👩🏽‍💼" }),
    (member) => ({ ...member, role: "viewer" as const, removedAt: SAMPLE_AT }),
  );
  keeps(
    test,
    "API keys",
    (tx) => tx.apiKeys,
    () => sampleApiKey({ scopes: ["records.read", "events.read"] }),
    (key) => ({
      ...key,
      expiresAt: SAMPLE_AT,
      revokedAt: SAMPLE_AT,
      replaces: key.id,
      replacedBy: key.id,
    }),
  );
  keeps(
    test,
    "invitations",
    (tx) => tx.invitations,
    () => sampleInvitation({ email: "Zoë@example.com", role: "owner" }),
    (invitation) => ({ ...invitation, revokedAt: SAMPLE_AT }),
  );
  keeps(
    test,
    "connections",
    (tx) => tx.connections,
    () => sampleConnection(),
    (connection) => ({ ...connection, name: "Karte — 'büro'" }),
  );
  test("keeps what is beside a connection: its health, its pulls, its mappings", async (subject) => {
    const { run } = await freshTenant(subject);
    const connection = sampleConnection();
    const health = {
      ...freshHealth(connection.id, SAMPLE_AT),
      lastFailure: {
        at: SAMPLE_AT,
        cause: "rate_limited",
        detail: "429",
      } as const,
    };
    const pull = {
      ...freshPullState(connection.id),
      position: {
        cursor: "a/b",
        pages: 2,
        staleInRow: 0,
        page: "y",
        seen: ["x"],
        latest: null,
      },
    };
    const mapping: Mapping = {
      id: sampleIds.next("map"),
      version: 1,
      connectionId: connection.id,
      number: 1,
      expression: '{ "external_id": id }',
      createdAt: SAMPLE_AT,
      createdBy: "usr_x",
    };
    await run(async (tx) => {
      await tx.connections.add([connection]);
      await tx.connectionHealth.add([health]);
      await tx.pullStates.add([pull]);
      await tx.mappings.add([mapping]);
      await tx.pullStates.save([{ ...pull, watermark: "2026" }]);
    });
    assert.deepEqual(
      await run((tx) => tx.connectionHealth.find([connection.id])),
      [health],
    );
    assert.deepEqual(await run((tx) => tx.pullStates.all()), [
      { ...pull, watermark: "2026", version: 2 },
    ]);
    assert.deepEqual(await run((tx) => tx.mappings.all()), [mapping]);
  });
  keeps(
    test,
    "categories",
    (tx) => tx.categories,
    () => sampleCategory(),
    (category) => ({ ...category, archivedAt: SAMPLE_AT, name: "🧾 מסים" }),
  );
  keeps(
    test,
    "deliveries",
    (tx) => tx.deliveries,
    () =>
      sampleDelivery({
        drafts: [{
          externalId: "ext 1",
          connectionId: sampleIds.next("con"),
          occurredAt: null,
          description: "café ☕",
          counterparty: null,
          amount: { minor: "9223372036854775807", currency: "KWD" },
          attributes: { unit: "Bar", open: true, seats: 12.5, note: null },
          raw: { nested: [1, "two", { three: null }] },
          fingerprint: "0".repeat(64),
        }],
      }),
    (delivery) => ({
      ...delivery,
      intake: {
        accepted: 1,
        duplicates: 0,
        conflicts: [{ external_id: "ext 1", record_id: "rec_1" }],
        record_ids: ["rec_1"],
      },
    }),
  );

  test("keeps the tenant itself and its settings", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const settings = {
      targetPrecision: 0.95,
      auditRate: 0,
      similarityThreshold: 0.875,
      contextAttributes: ["a"],
      requireBacktest: true,
      fourEyesAbove: [{ minor: "100000" as const, currency: "GBP" }],
      model: {
        enabled: false,
        model: "m-2",
        promptVersion: 1,
        temperature: 0.25,
        budget: { tokensPerMonth: null, microsPerMonth: 1_500_000 },
      },
      retention: { ...RETENTION_DEFAULT, deliveries: null },
    };
    const erasedAt = "2026-05-06T07:08:09.010Z";
    const saved = await run(async (tx) => {
      await tx.tenants.save([{
        ...tenant,
        name: "Renamed",
        settings,
        erasedAt,
      }]);
      return tx.tenants.all();
    });
    assert.deepEqual(saved, [
      {
        ...tenant,
        version: tenant.version + 1,
        name: "Renamed",
        settings,
        erasedAt,
      },
    ]);
  });

  test("lists all entities by id", async (subject) => {
    const { run } = await freshTenant(subject);
    const members = Array.from({ length: 12 }, () => sampleMember());
    await run((tx) => tx.members.add(members.toReversed()));
    assert.deepEqual(await run((tx) => tx.members.all()), members);
  });

  test("keeps category names apart among the unarchived", async (subject) => {
    const { run } = await freshTenant(subject);
    const taken = sampleCategory({ name: "Office Supplies" });
    const again = sampleCategory({ name: "Office Supplies" });
    const other = sampleCategory({ name: "Travel" });
    await run((tx) => tx.categories.add([taken, other]));
    await assert.rejects(run((tx) => tx.categories.add([again])));
    await assert.rejects(
      run((tx) => tx.categories.save([{ ...other, name: again.name }])),
    );
    await run(async (tx) => {
      await tx.categories.save([{ ...taken, archivedAt: SAMPLE_AT }]);
      await tx.categories.add([again]);
    });
    assert.deepEqual(
      await run((tx) => tx.categories.find([again.id])),
      [again],
    );
  });

  test("tells which of some categories are open", async (subject) => {
    const { run, categories: [a, b, c] } = await freshTenant(subject);
    const stranger = sampleCategory();
    await run((tx) => tx.categories.save([{ ...b, archivedAt: SAMPLE_AT }]));
    assert.deepEqual(
      await run((tx) => tx.categories.holdOpen([c.id, stranger.id, b.id])),
      new Set([c.id]),
    );
    assert.deepEqual(await run((tx) => tx.categories.holdOpen([])), new Set());
    assert.deepEqual(
      await run((tx) => tx.categories.holdOpen([a.id, a.id])),
      new Set([a.id]),
    );
  });

  // The use cases compare without letter case; two storages would not agree what that is.
  test("keeps names and addresses that differ in letter case for two", async (subject) => {
    const { run } = await freshTenant(subject);
    const names = ["Fuel", "fuel", "ΟΔΟΣ", "οδοσ", "İx", "ix"];
    const categories = names.map((name) => sampleCategory({ name }));
    const members = names.map((name) =>
      sampleMember({ email: `${name}@foxglove.example` })
    );
    await run(async (tx) => {
      await tx.categories.add(categories);
      await tx.members.add(members);
    });
    const ids = categories.map(({ id }) => id);
    assert.deepEqual(
      byId(await run((tx) => tx.categories.find(ids))),
      categories,
    );
    assert.deepEqual(await run((tx) => tx.members.all()), members);
  });

  test("keeps a name free whose taking was undone", async (subject) => {
    const { run } = await freshTenant(subject);
    const first = sampleCategory({ name: "Fuel" });
    await assert.rejects(
      run(async (tx) => {
        await tx.categories.add([first]);
        throw new Error("undone");
      }),
      /undone/,
    );
    const second = sampleCategory({ name: "Fuel" });
    await run((tx) => tx.categories.add([second]));
    assert.deepEqual(
      await run((tx) => tx.categories.find([first.id, second.id])),
      [second],
    );
  });

  test("has one member of an e-mail address among those who have not left", async (subject) => {
    const { run } = await freshTenant(subject);
    const first = sampleMember();
    const again = sampleMember({ email: first.email });
    await run((tx) => tx.members.add([first]));
    await assert.rejects(run((tx) => tx.members.add([again])));
    await run(async (tx) => {
      await tx.members.save([{ ...first, removedAt: SAMPLE_AT }]);
      await tx.members.add([again]);
    });
    assert.deepEqual(await run((tx) => tx.members.find([again.id])), [again]);
  });

  test("has one default connection in a tenant", async (subject) => {
    const { run, connection } = await freshTenant(subject);
    const second = sampleConnection({ isDefault: true });
    await assert.rejects(run((tx) => tx.connections.add([second])));
    assert.deepEqual(await run((tx) => tx.connections.all()), [connection]);
  });
}

/** The promises of a `Store`, for one kind of entity. */
export function keeps<T extends Entity & { readonly id: Id<string> }>(
  test: Case,
  what: string,
  storeOf: (tx: Tx) => Omit<Store<T>, "all">,
  make: () => T,
  change: (entity: T) => T,
): void {
  test(`finds ${what} as they were added, and each once`, async (subject) => {
    const { run } = await freshTenant(subject);
    const [one, two, unknown] = [make(), make(), make()];
    await run((tx) => storeOf(tx).add([one, two]));
    const asked = [two.id, unknown.id, one.id, two.id];
    assert.deepEqual(
      byId(await run((tx) => storeOf(tx).find(asked))),
      byId([one, two]),
    );
  });

  test(`saves ${what} as the next version, and refuses a stale one`, async (subject) => {
    const { run } = await freshTenant(subject);
    const entity = make();
    await run((tx) => storeOf(tx).add([entity]));
    await run((tx) => storeOf(tx).save([change(entity)]));
    const saved = { ...change(entity), version: entity.version + 1 };
    await assert.rejects(run((tx) => storeOf(tx).save([entity])));
    assert.deepEqual(await run((tx) => storeOf(tx).find([entity.id])), [saved]);
  });

  test(`refuses to add ${what} under an id that is there`, async (subject) => {
    const { run } = await freshTenant(subject);
    const entity = make();
    await run((tx) => storeOf(tx).add([entity]));
    await assert.rejects(run((tx) => storeOf(tx).add([change(entity)])));
    assert.deepEqual(
      await run((tx) => storeOf(tx).find([entity.id])),
      [entity],
    );
  });
}
