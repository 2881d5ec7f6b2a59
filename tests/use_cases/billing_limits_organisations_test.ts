import assert from "node:assert/strict";
import { plusMs } from "../../src/kernel/instant.ts";
import { authenticate } from "../../src/tenancy/use_cases/authenticate.ts";
import { hearProvider } from "../../src/tenancy/use_cases/hear_provider.ts";
import { linkOrganisation } from "../../src/tenancy/use_cases/link_organisation.ts";
import { listMembers } from "../../src/tenancy/use_cases/list_members.ts";
import { openLimitTrial } from "../support/limit_trial.ts";
import { value } from "../support/trial.ts";

/** A company with three seats, one of them its owner's, whose people an identity provider tells of. */
async function linked() {
  const trial = await openLimitTrial({
    free: { members: 3 },
    team: { members: 4 },
    scale: { members: null },
  });
  value(
    await linkOrganisation(trial.deps, {
      tenantId: trial.tenant.id,
      provider: "clerk",
      organisation: "org_fox",
    }),
  );
  let message = 1;
  return {
    ...trial,
    /** The provider tells that somebody is in, or out again. */
    hear: (user: string, at: number, ended = false) =>
      hearProvider(trial.deps, {
        provider: "clerk",
        id: `msg_${message++}`,
        word: {
          kind: "membership",
          organisation: "org_fox",
          user: `user_${user}`,
          membership: {
            id: `orgmem_${user}`,
            at,
            role: "viewer",
            email: `${user}@fox.example`,
            name: user,
            ended,
          },
        },
      }),
    async names(): Promise<readonly string[]> {
      const all = value(await listMembers(trial.deps, trial.scope));
      return all.map(({ name }) => name).sort();
    },
  };
}

Deno.test("who is told of when all seats are taken is no member, and whoever was there stays", async () => {
  const trial = await linked();
  for (const user of ["zoe", "yan", "bo", "al"]) await trial.hear(user, 1);
  assert.deepEqual(await trial.names(), ["Ann", "yan", "zoe"]);
  assert.deepEqual(await trial.warnings(), ["REACHED 3/3 until null"]);
  // What is told of a member changes no seat.
  await trial.hear("zoe", 2);
  await trial.hear("bo", 2);
  assert.deepEqual(await trial.names(), ["Ann", "yan", "zoe"]);
});

Deno.test("a seat that somebody leaves is taken by one who waits, in the same step", async () => {
  const trial = await linked();
  for (const user of ["al", "bo", "cy", "di"]) await trial.hear(user, 1);
  assert.deepEqual(await trial.names(), ["Ann", "al", "bo"]);
  await trial.hear("al", 2, true);
  assert.deepEqual(await trial.names(), ["Ann", "bo", "cy"]);
});

Deno.test("with a larger plan those who waited get in by what is told next, and with a smaller one all stay", async () => {
  const trial = await linked();
  for (const user of ["al", "bo", "cy", "di"]) await trial.hear(user, 1);
  const id = await trial.buy();
  await trial.sync();
  assert.deepEqual(await trial.names(), ["Ann", "al", "bo"]);
  await trial.hear("di", 2);
  assert.deepEqual(await trial.names(), ["Ann", "al", "bo", "cy"]);
  await trial.world.reprice(id, trial.world.prices[1]);
  await trial.sync();
  await trial.hear("al", 2);
  const all = ["Ann", "al", "bo", "cy", "di"];
  assert.deepEqual(await trial.names(), all);
  await trial.world.become(id, "ended");
  await trial.sync();
  await trial.hear("ed", 1);
  assert.deepEqual(await trial.names(), all);
});

Deno.test("who finds no seat is let in by signing in once there is one, and not before", async () => {
  const trial = await linked();
  for (const user of ["al", "bo", "cy"]) await trial.hear(user, 1);
  const deps = {
    ...trial.deps,
    identity: {
      ...trial.deps.identity,
      verify: (token: string) =>
        Promise.resolve({
          kind: "external" as const,
          provider: "clerk",
          organisation: "org_fox",
          user: token,
          role: "viewer" as const,
          issuedAt: trial.clock.now(),
          expiresAt: plusMs(trial.clock.now(), 60_000),
        }),
    },
  };
  const early = await authenticate(deps, "user_cy");
  assert(!early.ok);
  assert.equal(early.failure.kind, "access.unauthenticated");
  value(await authenticate(deps, "user_al"));
  await trial.buy();
  await trial.sync();
  value(await authenticate(deps, "user_cy"));
  assert.deepEqual(await trial.names(), ["Ann", "al", "bo", "cy"]);
});

Deno.test("people told of at once take no seat twice", async () => {
  const trial = await linked();
  const users = Array.from({ length: 20 }, (_, i) => `u${10 + i}`);
  await Promise.all(users.map((user) => trial.hear(user, 1)));
  assert.deepEqual(await trial.names(), ["Ann", "u10", "u11"]);
});
