import assert from "node:assert/strict";
import type { Sql, Transaction } from "../../adapters/postgres/connect.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import { createCategories } from "../../src/categories/use_cases/create_categories.ts";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import type { FreshDatabase } from "../support/databases.ts";
import { value } from "../support/trial.ts";

type Tampering = (sql: Transaction, tenant: string) => Promise<unknown>;

/** What the owner of the database can do to a log of seven events, and what is then said of it. */
const FOUND: readonly (readonly [string, string, Tampering])[] = [
  [
    "a changed payload",
    "event 5 is not what was written",
    (sql, tenant) =>
      sql`update events set payload = payload || '{"name": "Fees"}' where tenant_id = ${tenant} and seq = 5`,
  ],
  [
    "a changed actor",
    "event 2 is not what was written",
    (sql, tenant) =>
      sql`update events set actor = 'usr_bob' where tenant_id = ${tenant} and seq = 2`,
  ],
  [
    "a changed time",
    "event 7 is not what was written",
    (sql, tenant) =>
      sql`update events set occurred_at = occurred_at - interval '1 ms' where tenant_id = ${tenant} and seq = 7`,
  ],
  [
    "another salt",
    "event 4 is not what was written",
    (sql, tenant) =>
      sql`update events set salt = repeat('0', 32) where tenant_id = ${tenant} and seq = 4`,
  ],
  [
    "a tombstone that says more",
    "event 4 is not what was written",
    (sql, tenant) =>
      sql`
        update events set payload = '{"erased": true, "name": "Rent"}', salt = repeat('0', 32)
        where tenant_id = ${tenant} and seq = 4`,
  ],
  [
    "a payload with a hash of its own",
    "event 4 is not what was written",
    (sql, tenant) =>
      sql`
        update events
        set payload = '{}', payload_hash = encode(sha256(convert_to(salt || '{}', 'UTF8')), 'hex')
        where tenant_id = ${tenant} and seq = 4`,
  ],
  [
    "two events in each other's place",
    "event 4 is not what was written",
    async (sql, tenant) => {
      await sql`update events set seq = seq + 100 where tenant_id = ${tenant} and seq in (4, 5)`;
      await sql`update events set seq = 109 - seq where tenant_id = ${tenant} and seq > 100`;
    },
  ],
  [
    "a deleted middle",
    "event 3 is missing",
    (sql, tenant) =>
      sql`delete from events where tenant_id = ${tenant} and seq in (3, 4)`,
  ],
  [
    "a deleted end of which the head still tells",
    "event 6 is missing",
    (sql, tenant) =>
      sql`delete from events where tenant_id = ${tenant} and seq > 5`,
  ],
  [
    "a row past the head",
    "event 8 is not what was written",
    (sql, tenant) =>
      sql`
        insert into events (tenant_id, seq, type, occurred_at, actor, source_agent, payload, salt, payload_hash, hash)
        select tenant_id, 8, type, occurred_at, actor, source_agent, payload, salt, payload_hash, hash
        from events where tenant_id = ${tenant} and seq = 7`,
  ],
  [
    "a head moved back",
    "event 7 is past the head",
    (sql, tenant) =>
      sql`
        update event_heads h set seq = e.seq, hash = e.hash
        from events e where e.tenant_id = h.tenant_id and h.tenant_id = ${tenant} and e.seq = 6`,
  ],
  [
    "a changed head",
    "event 7 is not what the head says",
    (sql, tenant) =>
      sql`update event_heads set hash = repeat('0', 64) where tenant_id = ${tenant}`,
  ],
  [
    "no head",
    "event 1 is past the head",
    (sql, tenant) => sql`delete from event_heads where tenant_id = ${tenant}`,
  ],
  [
    "an emptied log",
    "event 1 is missing",
    async (sql, tenant) => {
      await sql`delete from events where tenant_id = ${tenant}`;
      await sql`delete from event_heads where tenant_id = ${tenant}`;
    },
  ],
];

/** As the owner of the database, past its triggers. */
async function tamperWith(
  sql: Sql,
  tamper: (tx: Transaction) => Promise<unknown>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tamper(tx);
  });
}

/** What verifying says of a log that was changed behind the service's back. */
export function eventTamperingContract(
  name: string,
  fresh: () => Promise<FreshDatabase>,
): void {
  Deno.test(`${name}: a log changed by hand`, async (t) => {
    const { sql, drop } = await fresh();
    const uow = postgresUnitOfWork(sql, { clock: systemClock() });
    const step = (promise: string, fn: () => Promise<void>) =>
      t.step({
        name: promise,
        fn,
        sanitizeOps: false,
        sanitizeResources: false,
      });

    async function verifiedAfter(tamper: Tampering) {
      const { deps, scope } = await sevenEvents(uow);
      await tamperWith(sql, (tx) => tamper(tx, scope.tenantId));
      return value(await verifyEvents(deps, scope));
    }

    try {
      await step("is whole before, to the last event", async () => {
        const verified = await verifiedAfter(() => Promise.resolve());
        assert(verified.ok);
        assert.equal(verified.head.seq, 7);
      });
      for (const [what, why, tamper] of FOUND) {
        await step(`is found wrong for ${what}`, async () => {
          const verified = await verifiedAfter(tamper);
          assert(!verified.ok);
          assert.equal(verified.why, why);
          assert.equal(verified.seq, Number(why.split(" ")[1]));
        });
      }
      await step("keeps no time that the hash would not see", async () => {
        const verified = await verifiedAfter((sql, tenant) =>
          sql`update events set occurred_at = occurred_at + interval '1 us' where tenant_id = ${tenant}`
        );
        assert(verified.ok);
        const odd = await sql`
          select from events where occurred_at <> date_trunc('milliseconds', occurred_at)`;
        assert.equal(odd.length, 0);
      });
    } finally {
      await drop();
    }
  });
}

async function sevenEvents(uow: ReturnType<typeof postgresUnitOfWork>) {
  const deps = { uow, clock: systemClock(), ids: randomIds() };
  const { tenant, owner } = value(
    await createTenant(deps, {
      name: "Foxglove Joinery",
      ownerEmail: "ann@foxglove.example",
      ownerName: "Ann",
    }),
  );
  const scope = openScope(tenant.id, {
    kind: "member",
    id: owner.id,
    role: "owner",
  });
  const names = ["Fuel", "Rent", "Timber"];
  value(
    await createCategories(
      deps,
      scope,
      names.map((name) => ({ name, parentId: null })),
    ),
  );
  return { deps, scope };
}
