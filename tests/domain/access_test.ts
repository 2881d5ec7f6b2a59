import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Action,
  GRANTABLE_ACTIONS,
  permit,
  type Role,
  ROLES,
} from "../../src/tenancy/access.ts";
import type { Actor } from "../../src/tenancy/scope.ts";
import { sampleIds, sampleScope } from "../support/samples.ts";

const READS: readonly Action[] = [
  "records.read",
  "receipts.read",
  "categories.read",
  "rules.read",
  "approvals.read",
  "quality.read",
  "reports.read",
  "events.read",
  "connections.read",
  "tenant.read",
  "members.read",
  "dead_letters.read",
];
const DECIDES: readonly Action[] = [
  "records.correct",
  "receipts.write",
  "approvals.decide",
  "reports.write",
];
const KEEPS: readonly Action[] = [
  "approvals.assign",
  "review_queues.write",
  "records.write",
  "categories.write",
  "rules.write",
  "connections.write",
  "tenant.write",
  "members.write",
  "api_keys.read",
  "api_keys.write",
  "dead_letters.replay",
  "privacy.read",
  "privacy.erase",
  "notifications.read",
  "notifications.write",
];
const EVERYTHING: readonly Action[] = [...GRANTABLE_ACTIONS, "jobs.run"];

function allowed(actor: Actor): readonly Action[] {
  const scope = sampleScope(undefined, actor);
  return EVERYTHING.filter((action) => permit(scope, action).ok).toSorted();
}

Deno.test("permit() gives each role just what the table says, by person or by key", () => {
  const expected: Readonly<Record<Role, readonly Action[]>> = {
    owner: [
      ...READS,
      ...DECIDES,
      ...KEEPS,
      "tenant.erase",
      "billing.read",
      "billing.write",
    ],
    admin: [...READS, ...DECIDES, ...KEEPS],
    reviewer: [...READS, ...DECIDES],
    viewer: READS,
  };
  for (const role of ROLES) {
    const person: Actor = { kind: "member", id: sampleIds.next("usr"), role };
    const key: Actor = {
      kind: "api_key",
      id: sampleIds.next("key"),
      role,
      scopes: [],
    };
    assert.deepEqual(allowed(person), expected[role].toSorted(), role);
    assert.deepEqual(allowed(key), expected[role].toSorted(), role);
  }
});

Deno.test("permit() gives an agent's key just its scopes", () => {
  fc.assert(fc.property(fc.subarray([...GRANTABLE_ACTIONS]), (scopes) => {
    const agent: Actor = {
      kind: "api_key",
      id: sampleIds.next("key"),
      role: "agent",
      scopes,
    };
    assert.deepEqual(allowed(agent), scopes.toSorted());
  }));
});

Deno.test("permit() gives other roles nothing more for scopes on their key", () => {
  const actor: Actor = {
    kind: "api_key",
    id: sampleIds.next("key"),
    role: "viewer",
    scopes: GRANTABLE_ACTIONS,
  };
  assert.deepEqual(allowed(actor), READS.toSorted());
});

Deno.test("permit() lets nobody but the service run jobs, and nobody grant it", () => {
  assert.deepEqual(
    allowed({ kind: "system", id: "setup" }),
    EVERYTHING.toSorted(),
  );
  assert(!GRANTABLE_ACTIONS.includes("jobs.run"));
  assert.equal(GRANTABLE_ACTIONS.length, 34);
});

Deno.test("permit() is the scope plus the action, or says which action was denied", () => {
  const scope = sampleScope(undefined, {
    kind: "member",
    id: sampleIds.next("usr"),
    role: "viewer",
  });
  assert.deepEqual(permit(scope, "rules.read"), {
    ok: true,
    value: { ...scope, action: "rules.read" },
  });
  assert.deepEqual(permit(scope, "rules.write"), {
    ok: false,
    failure: {
      kind: "access.denied",
      category: "forbidden",
      title: "Your role does not allow this",
      facts: { action: "rules.write" },
      flaws: [],
    },
  });
});
