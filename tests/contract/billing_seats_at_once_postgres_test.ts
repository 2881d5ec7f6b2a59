import assert from "node:assert/strict";
import { changeConnection } from "../../src/integrations/use_cases/change_connection.ts";
import { createConnection } from "../../src/integrations/use_cases/create_connection.ts";
import { listConnections } from "../../src/integrations/use_cases/list_connections.ts";
import type { ConnectionId } from "../../src/kernel/ids.ts";
import { acceptInvitation } from "../../src/tenancy/use_cases/accept_invitation.ts";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import { createInvitation } from "../../src/tenancy/use_cases/create_invitation.ts";
import { hearProvider } from "../../src/tenancy/use_cases/hear_provider.ts";
import { linkOrganisation } from "../../src/tenancy/use_cases/link_organisation.ts";
import { listMembers } from "../../src/tenancy/use_cases/list_members.ts";
import { onPools } from "../support/limit_trial_pools.ts";
import { value } from "../support/trial.ts";

Deno.test("PostgreSQL: of forty who join at once, added or invited, just as many get in as there are seats", async () => {
  await onPools({ free: { members: 4 } }, async ({ trial, as }) => {
    const { scope } = trial;
    const codes: string[] = [];
    for (let n = 0; n < 20; n++) {
      const email = `guest${n}@foxglove.example`;
      const asked = { email, role: "viewer" } as const;
      codes.push(value(await createInvitation(as(n), scope, asked)).code!);
    }
    const results = await Promise.all(codes.flatMap((code, n) => [
      acceptInvitation(as(n), { code, name: "Guest" }),
      addMember(as(n + 1), scope, {
        email: `person${n}@foxglove.example`,
        name: "Person",
        role: "viewer",
      }),
    ]));
    const failures = results.flatMap((one) => one.ok ? [] : [one.failure]);
    assert.equal(failures.length, 37);
    for (const { kind, facts } of failures) {
      const { what, limit, used, resets_at } = facts;
      assert.deepEqual(
        { kind, what, limit, used, resets_at } as unknown,
        {
          kind: "billing.limit_reached",
          what: "members",
          limit: 4,
          used: 4,
          resets_at: null,
        },
      );
    }
    const members = value(await listMembers(trial.deps, scope));
    assert.equal(members.length, 4);
    assert.deepEqual(await trial.warnings(), ["REACHED 4/4 until null"]);
  });
});

Deno.test("PostgreSQL: people whom an identity provider tells of while others are added take no seat twice", async () => {
  await onPools({ free: { members: 4 } }, async ({ trial, as }) => {
    const { scope, tenant } = trial;
    const provider = "clerk";
    const organisation = "org_fox";
    value(
      await linkOrganisation(trial.deps, {
        tenantId: tenant.id,
        provider,
        organisation,
      }),
    );
    await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        await Promise.all([
          hearProvider(as(n), {
            provider,
            id: `msg_${n}`,
            word: {
              kind: "membership",
              organisation,
              user: `user_${n}`,
              membership: {
                id: `orgmem_${n}`,
                at: 1,
                role: "viewer",
                email: `told${n}@fox.example`,
                name: null,
                ended: false,
              },
            },
          }),
          addMember(as(n + 1), scope, {
            email: `person${n}@foxglove.example`,
            name: "Person",
            role: "viewer",
          }),
        ]);
      }),
    );
    assert.equal(value(await listMembers(trial.deps, scope)).length, 4);
  });
});

Deno.test("PostgreSQL: of connections made, or brought back, at once just as many are open as the plan has", async () => {
  const limits = { free: { connections: 3 }, team: { connections: 10 } };
  await onPools(limits, async ({ trial, as }) => {
    const { scope } = trial;
    const make = (n: number) =>
      createConnection(as(n), scope, {
        name: `Bank ${n}`,
        kind: "api",
        settings: null,
      });
    const bring = (
      n: number,
      id: ConnectionId,
      archived: boolean,
    ) => changeConnection(as(n), scope, { id, seenVersion: null, archived });
    const id = await trial.buy();
    await trial.sync();
    const old: ConnectionId[] = [];
    for (let n = 0; n < 10; n++) old.push(value(await make(n)).connection.id);
    for (const [n, one] of old.entries()) value(await bring(n, one, true));
    await trial.world.become(id, "ended");
    await trial.sync();
    const results = await Promise.all(
      old.flatMap((one, n) => [make(n), bring(n + 1, one, false)]),
    );
    const failures = results.flatMap((one) => one.ok ? [] : [one.failure]);
    assert.equal(failures.length, 17);
    for (const { kind, facts } of failures) {
      const { what, limit, used } = facts;
      assert.deepEqual({ kind, what, limit, used } as unknown, {
        kind: "billing.limit_reached",
        what: "connections",
        limit: 3,
        used: 3,
      });
    }
    const all = value(await listConnections(trial.deps, scope));
    const open = all.filter(({ archivedAt, isDefault }) =>
      archivedAt === null && !isDefault
    );
    assert.equal(open.length, 3);
  });
});
