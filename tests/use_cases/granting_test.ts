import assert from "node:assert/strict";
import { openScope } from "../../src/tenancy/open_scope.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import { changeMember } from "../../src/tenancy/use_cases/change_member.ts";
import { issueApiKey } from "../../src/tenancy/use_cases/issue_api_key.ts";
import type { Action, Role } from "../../src/tenancy/access.ts";
import { openTrial, value } from "../support/trial.ts";

function agent(
  trial: { tenant: { id: Scope["tenantId"] } },
  ...scopes: Action[]
) {
  return openScope(trial.tenant.id, {
    kind: "api_key",
    id: "key_agent",
    role: "agent",
    scopes,
  });
}
const key = (role: Role | "agent", ...scopes: Action[]) => ({
  name: "k",
  role,
  scopes,
  sourceAgent: "balance",
  expiresAt: null,
});

Deno.test("an agent key makes keys that may do what it may, and no more", async () => {
  const trial = await openTrial();
  const scope = agent(trial, "api_keys.write", "records.read");
  const refused = [
    key("admin"),
    key("viewer"),
    key("agent", "records.read", "records.write"),
  ];
  for (const command of refused) {
    const result = await issueApiKey(trial.deps, scope, command);
    assert(!result.ok);
    assert.equal(result.failure.kind, "api_key.beyond_maker");
  }
  const { key: made } = value(
    await issueApiKey(trial.deps, scope, key("agent", "records.read")),
  );
  assert.deepEqual(made.scopes, ["records.read"]);
});

Deno.test("an agent key hands out no role beyond its own rights", async () => {
  const trial = await openTrial();
  const scope = agent(trial, "members.write");
  const added = await addMember(trial.deps, scope, {
    email: "eve@foxglove.example",
    name: "Eve",
    role: "admin",
  });
  assert(!added.ok);
  assert.equal(added.failure.kind, "member.beyond_giver");
  const viewer = value(
    await addMember(trial.deps, trial.scope, {
      email: "bob@foxglove.example",
      name: "Bob",
      role: "viewer",
    }),
  );
  const raised = await changeMember(trial.deps, scope, viewer.id, {
    role: "admin",
  });
  assert(!raised.ok);
  assert.equal(raised.failure.kind, "member.beyond_giver");
});

Deno.test("the last owner stays, and an e-mail address is one member's", async () => {
  const trial = await openTrial();
  for (const change of [{ remove: true }, { role: "admin" }] as const) {
    const result = await changeMember(
      trial.deps,
      trial.scope,
      trial.owner.id,
      change,
    );
    assert(!result.ok);
    assert.equal(result.failure.kind, "member.last_owner");
  }
  const twin = await addMember(trial.deps, trial.scope, {
    email: trial.owner.email.toUpperCase(),
    name: "Ann again",
    role: "viewer",
  });
  assert(!twin.ok);
  assert.equal(twin.failure.kind, "member.email_taken");
});
