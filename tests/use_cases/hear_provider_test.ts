import assert from "node:assert/strict";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { externalId } from "../../src/tenancy/external_id.ts";
import type { Role } from "../../src/tenancy/access.ts";
import type { ProviderWord } from "../../src/tenancy/provider_word.ts";
import { linkOrganisation } from "../../src/tenancy/use_cases/link_organisation.ts";
import { listMembers } from "../../src/tenancy/use_cases/list_members.ts";
import { authenticate } from "../../src/tenancy/use_cases/authenticate.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { incoming, value } from "../support/trial.ts";
import {
  AFTER,
  HISTORY,
  linked,
  membership,
  OWNER,
  profile,
  tenants,
} from "../support/linked_tenant.ts";

Deno.test("the members are who the provider told of", async () => {
  const { hear, members, deps, scope } = await linked();
  for (const word of HISTORY) await hear(word);
  assert.deepEqual(await members(), AFTER.toSorted());
  const [tenant] = await tenants(deps, scope);
  assert.equal(tenant, "Foxes");
});

Deno.test("an organisation that ended has nobody, whatever is told after", async () => {
  const { hear, members, events } = await linked();
  await hear(membership("bo", 1, { at: 1, email: "bo@x.example" }));
  await hear({ kind: "organisation", organisation: "org_fox", named: null });
  await hear(membership("cy", 1, { at: 2, email: "cy@x.example" }));
  await hear(membership("bo", 1, { at: 3, role: "admin" }));
  assert.deepEqual(await members(), [OWNER]);
  assert.deepEqual(
    (await events()).map(({ type }) => type).slice(-3),
    ["MEMBER_ADDED", "ORGANISATION_ENDED", "MEMBER_REMOVED"],
  );
});

Deno.test("a user with a member's address is that member, and the provider may take the last owner's role: the event says so", async () => {
  const { hear, members, events, owner } = await linked();
  await hear(
    membership("ann", 1, {
      at: 1,
      role: "admin",
      email: "Ann@foxglove.example",
      name: "Ann A.",
    }),
  );
  assert.deepEqual(await members(), ["Ann@foxglove.example Ann A. admin"]);
  const { type, actor, payload } = (await events()).at(-1)!;
  assert.deepEqual({ type, actor, payload }, {
    type: "MEMBER_UPDATED",
    actor: "job:clerk",
    payload: {
      member_id: owner.id,
      before: { name: "Ann", role: "owner" },
      after: { name: "Ann A.", role: "admin" },
      last_owner: true,
    },
  });
});

Deno.test("the last owner leaves when the provider says so, and not the one before", async () => {
  const { hear, events } = await linked();
  const owns = { at: 1, role: "owner" } as const;
  await hear(membership("ann", 1, { ...owns, email: "ann@foxglove.example" }));
  await hear(membership("bo", 1, { ...owns, email: "bo@x.example" }));
  await hear(membership("ann", 1, null));
  await hear(membership("bo", 1, null));
  const removed = (await events()).filter(({ type }) =>
    type === "MEMBER_REMOVED"
  );
  assert.deepEqual(
    removed.map(({ payload }) => payload["last_owner"]),
    [undefined, true],
  );
});

Deno.test("nothing is told to a tenant of another organisation, nor to a stranger", async () => {
  const { hear, members, events } = await linked();
  const before = (await events()).length;
  await hear({
    ...membership("bo", 1, { at: 1 }),
    organisation: "org_otter",
  } as ProviderWord);
  await hear(profile("bo", { at: 1, name: "Bo" }));
  await hear({ kind: "organisation", organisation: "org_otter", named: null });
  await hear({ kind: "other" });
  assert.deepEqual(await members(), [OWNER]);
  assert.equal((await events()).length, before);
});

/** Signs in as `user_bo`, with that role, issued that many minutes on. */
async function comes(
  trial: Awaited<ReturnType<typeof linked>>,
  role: Role = "reviewer",
  minute = 0,
  organisation = "org_fox",
): Promise<string | null> {
  const identity = {
    verify: () =>
      Promise.resolve(
        {
          kind: "external",
          provider: "clerk",
          organisation,
          user: "user_bo",
          role,
          issuedAt: `2026-01-02T04:${String(minute).padStart(2, "0")}:00.000Z`,
          expiresAt: "2026-01-02T05:00:00.000Z",
        } as const,
      ),
  };
  const scope = await authenticate({ ...trial.deps, identity }, "a token");
  return scope.ok && scope.value.actor.kind === "member"
    ? scope.value.actor.role
    : null;
}

Deno.test("who is not told of yet becomes a member by the token, once, however many requests come", async () => {
  const trial = await linked();
  const roles = await Promise.all(
    Array.from({ length: 10 }, () => comes(trial)),
  );
  assert.deepEqual(new Set(roles), new Set(["reviewer"]));
  assert.deepEqual(await trial.members(), [
    OWNER,
    "user_bo@clerk.invalid user_bo@clerk.invalid reviewer",
  ]);
  const added = (await trial.events()).filter(({ type }) =>
    type === "MEMBER_ADDED"
  );
  assert.equal(added.length, 2);
  assert.equal(await comes(trial, "viewer", 1), "viewer");
  assert.equal(await comes(trial, "reviewer", 0), "viewer");
});

Deno.test("once a membership was told, it says the role and not the token", async () => {
  const trial = await linked();
  assert.equal(await comes(trial, "viewer"), "viewer");
  await trial.hear(
    membership("bo", 1, { at: 1, role: "admin", email: "bo@x.example" }),
  );
  assert.equal(await comes(trial, "viewer", 5), "admin");
  assert.deepEqual(
    await trial.members(),
    [
      OWNER,
      "bo@x.example bo@x.example admin",
    ].sort(),
  );
});

Deno.test("who was removed stays out with a token that still holds, until a new membership is told", async () => {
  const trial = await linked();
  assert.equal(await comes(trial), "reviewer");
  await trial.hear(membership("bo", 1, null));
  assert.equal(await comes(trial), null);
  assert.equal(await comes(trial, "admin", 9), null);
  // The word of the beginning, late.
  await trial.hear(membership("bo", 1, { at: 99, role: "admin" }));
  assert.equal(await comes(trial), null);
  await trial.hear(membership("bo", 2, { at: 2, role: "viewer" }));
  assert.equal(await comes(trial), "viewer");
  assert.deepEqual(await trial.members(), [
    OWNER,
    "user_bo@clerk.invalid user_bo@clerk.invalid viewer",
  ]);
});

Deno.test("a user who was deleted before anything else was told is not made a member by a token", async () => {
  const trial = await linked();
  await trial.hear(profile("bo", null));
  assert.equal(await comes(trial), null);
  assert.deepEqual(await trial.members(), [OWNER]);
});

Deno.test("an organisation that no tenant is linked to opens nothing", async () => {
  const trial = await linked();
  assert.equal(await comes(trial, "owner", 0, "org_otter"), null);
});

Deno.test("a tenant is linked to one organisation, and an organisation to one tenant", async () => {
  const { deps, tenant } = await linked();
  const other = await anotherTenant(deps);
  const link = async (tenantId: typeof tenant.id, organisation: string) => {
    const linked = await linkOrganisation(deps, {
      tenantId,
      provider: "clerk",
      organisation,
    });
    return linked.ok ? linked.value.id : linked.failure.kind;
  };
  assert.equal(
    await link(tenant.id, "org_fox"),
    externalId("clerk", "org_fox"),
  );
  assert.equal(
    await link(tenant.id, "org_two"),
    "organisation.tenant_linked",
  );
  assert.equal(await link(other, "org_fox"), "organisation.linked_elsewhere");
  assert.equal(
    await link("ten_nobody", "org_two"),
    "organisation.tenant_missing",
  );
  assert.equal(await link(other, "org_two"), "clerk:org_two");
});

async function anotherTenant(deps: Awaited<ReturnType<typeof linked>>["deps"]) {
  const made = await createTenant(deps, {
    name: "Otter Bakery",
    ownerEmail: "bo@otter.example",
    ownerName: "Bo",
  });
  return value(made).tenant.id;
}

Deno.test("what is held by somebody who leaves, or may only look from then on, is free", async () => {
  const trial = await linked();
  const { deps } = trial;
  await trial.send(incoming());
  await trial.runJobs();
  const told = (at: number, role: Role) =>
    trial.hear(
      membership("bo", 1, { at, role, email: "bo@x.example", name: "Bo" }),
    );
  await told(1, "reviewer");
  const bo = value(await listMembers(deps, trial.scope))
    .find(({ name }) => name === "Bo")!;
  const scope = openScope(trial.tenant.id, {
    kind: "member",
    id: bo.id,
    role: "reviewer",
  });
  const what = { limit: 1, leaseMs: 60_000 };
  const isHeld = async () => (await trial.waiting())[0]!.lease !== null;
  const claim = async () => {
    value(await claimApprovals(deps, scope, what));
    return await isHeld();
  };
  assert(await claim());
  await told(2, "admin");
  assert(await isHeld());
  await told(3, "viewer");
  assert(!await isHeld());
  await told(4, "reviewer");
  assert(await claim());
  await trial.hear(membership("bo", 1, null));
  assert(!await isHeld());
});
