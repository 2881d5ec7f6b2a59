import assert from "node:assert/strict";
import { changeConnection } from "../../src/integrations/use_cases/change_connection.ts";
import { createConnection } from "../../src/integrations/use_cases/create_connection.ts";
import { listConnections } from "../../src/integrations/use_cases/list_connections.ts";
import { acceptInvitation } from "../../src/tenancy/use_cases/accept_invitation.ts";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import { changeMember } from "../../src/tenancy/use_cases/change_member.ts";
import { createInvitation } from "../../src/tenancy/use_cases/create_invitation.ts";
import { listMembers } from "../../src/tenancy/use_cases/list_members.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import {
  type LimitTrial,
  openLimitTrial,
  reached,
} from "../support/limit_trial.ts";
import { value } from "../support/trial.ts";

function full(
  what: "members" | "connections",
  { limit, used = limit, plan = "free" }: {
    readonly limit: number;
    readonly used?: number;
    readonly plan?: string;
  },
): Failure {
  const { facts, ...failure } = reached({ limit, used, plan });
  return { ...failure, facts: { ...facts, what, resets_at: null } };
}

let next = 1;

function join({ deps, scope }: LimitTrial) {
  const email = `person${next++}@foxglove.example`;
  return addMember(deps, scope, { email, name: "Person", role: "viewer" });
}

/** The code of an invitation that nobody accepted yet. */
async function invite({ deps, scope }: LimitTrial): Promise<string> {
  const email = `guest${next++}@foxglove.example`;
  const made = await createInvitation(deps, scope, { email, role: "viewer" });
  return value(made).code!;
}

function connect({ deps, scope }: LimitTrial) {
  return createConnection(deps, scope, {
    name: "Bank",
    kind: "api",
    settings: null,
  });
}

function archive({ deps, scope }: LimitTrial, id: string, archived: boolean) {
  return changeConnection(deps, scope, {
    id: id as Parameters<typeof changeConnection>[2]["id"],
    seenVersion: null,
    archived,
  });
}

async function membersOf({ deps, scope, billing }: LimitTrial) {
  const all = value(await listMembers(deps, scope));
  const { usage } = await billing();
  const counted = usage.find(({ what }) => what === "members")!.used;
  assert.equal(all.length, counted);
  return counted;
}

async function connectionsOf({ deps, scope, billing }: LimitTrial) {
  const all = value(await listConnections(deps, scope));
  const { usage } = await billing();
  const counted = usage.find(({ what }) => what === "connections")!.used;
  const open = all.filter(({ archivedAt, isDefault }) =>
    archivedAt === null && !isDefault
  );
  assert.equal(open.length, counted);
  return counted;
}

Deno.test("of many who join at once, added or invited, just as many get in as there are seats", async () => {
  const trial = await openLimitTrial({ free: { members: 5 } });
  const codes = [];
  for (let n = 0; n < 20; n++) codes.push(await invite(trial));
  const results = await Promise.all([
    ...Array.from({ length: 20 }, () => join(trial)),
    ...codes.map((code) =>
      acceptInvitation(trial.deps, { code, name: "Guest" })
    ),
  ]);
  const failures = results.flatMap((one) => one.ok ? [] : [one.failure]);
  // One seat is the owner's.
  assert.deepEqual(failures, Array(36).fill(full("members", { limit: 5 })));
  assert.equal(await membersOf(trial), 5);
  assert.deepEqual(await trial.warnings(), [
    "NEAR 4/5 until null",
    "REACHED 5/5 until null",
  ]);
});

Deno.test("who leaves makes room for the next, and whose invitation found none accepts it once there is", async () => {
  const trial = await openLimitTrial({
    free: { members: 2 },
    team: { members: 3 },
  });
  const { deps, scope } = trial;
  const code = await invite(trial);
  const first = value(await join(trial));
  const accept = () => acceptInvitation(deps, { code, name: "Guest" });
  const early = await accept();
  assert(!early.ok);
  assert.deepEqual(early.failure, full("members", { limit: 2 }));
  value(
    await changeMember(deps, scope, first.id, { remove: true }),
  );
  value(await accept());
  assert.equal(await membersOf(trial), 2);
  const id = await trial.buy();
  await trial.sync();
  value(await join(trial));
  const late = await join(trial);
  assert(!late.ok);
  assert.deepEqual(late.failure, full("members", { limit: 3, plan: "team" }));
  // Nobody is put out when the plan gets smaller.
  await trial.world.become(id, "ended");
  await trial.sync();
  assert.equal(await membersOf(trial), 3);
  const after = await join(trial);
  assert(!after.ok);
  assert.deepEqual(after.failure, full("members", { limit: 2, used: 3 }));
});

Deno.test("of many connections made at once just as many are made as the plan has, beside the one that everybody has", async () => {
  const trial = await openLimitTrial({ free: { connections: 3 } });
  const results = await Promise.all(
    Array.from({ length: 30 }, () => connect(trial)),
  );
  const failures = results.flatMap((one) => one.ok ? [] : [one.failure]);
  assert.deepEqual(failures, Array(27).fill(full("connections", { limit: 3 })));
  assert.equal(await connectionsOf(trial), 3);
  assert.deepEqual(await trial.warnings(), ["REACHED 3/3 until null"]);
});

Deno.test("an archived connection gives its seat up, and needs one to come back", async () => {
  const trial = await openLimitTrial({
    free: { connections: 1 },
    team: { connections: 2 },
  });
  const { connection: { id } } = value(await connect(trial));
  value(await archive(trial, id, true));
  const { connection: other } = value(await connect(trial));
  const back = await archive(trial, id, false);
  assert(!back.ok);
  assert.deepEqual(back.failure, full("connections", { limit: 1 }));
  assert.equal(await connectionsOf(trial), 1);
  // What has its seat is changed without another.
  value(await archive(trial, other.id, false));
  await trial.buy();
  await trial.sync();
  value(await archive(trial, id, false));
  assert.equal(await connectionsOf(trial), 2);
});

Deno.test("a company that does not pay adds nobody and nothing, and lets people leave", async () => {
  const trial = await openLimitTrial({ withoutSubscription: null });
  const { deps, scope } = trial;
  for (const refused of [await join(trial), await connect(trial)]) {
    assert(!refused.ok);
    assert.deepEqual(
      [refused.failure.kind, refused.failure.facts] as unknown,
      ["access.suspended", { upgrade_url: "/console/billing#checkout" }],
    );
  }
  const id = await trial.buy();
  await trial.sync();
  const { id: memberId } = value(await join(trial));
  await trial.world.become(id, "unpaid");
  await trial.sync();
  value(
    await changeMember(deps, scope, memberId, { remove: true }),
  );
  assert.equal(await membersOf(trial), 1);
});
