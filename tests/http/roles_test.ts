import assert from "node:assert/strict";
import {
  type Action,
  GRANTABLE_ACTIONS,
  permit,
  ROLES,
} from "../../src/tenancy/access.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { EXPECTED_ROLES } from "./expected_roles.ts";
import { type Answered, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";
import { closedOperationsOf, sendSample } from "./operations.ts";
import { requestsFor, type Sample } from "./requests.ts";
import { seed } from "./seeded.ts";

function denied(action: string) {
  return problem("access.denied", 403, "Your role does not allow this", {
    action,
  });
}

for (const role of ROLES) {
  Deno.test(`${role}: each route is allowed or 403, as was written down for it`, async () => {
    const { call: first } = await openHttpTrial();
    const operations = await closedOperationsOf(first);
    assert.deepEqual(
      operations.map(({ name }) => name).sort(),
      Object.keys(EXPECTED_ROLES).sort(),
      "tests/http/expected_roles.ts says who may call each operation",
    );
    const unchanged = await seededTrial();
    for (const operation of operations) {
      const isAllowed = EXPECTED_ROLES[operation.name]!.includes(role);
      const changes = isAllowed && operation.method !== "GET";
      const { trial, ids } = changes ? await seededTrial() : unchanged;
      const call = trial.as(await trial.keyOf(role));
      const samples = requestsFor(ids);
      const answer = await sendSample(call, operation, samples);
      if (isAllowed) {
        assertDone(answer, operation.name, samples);
      } else {
        assert.equal(answer.status, 403, operation.name);
        assert.deepEqual(answer.body, denied(operation.action));
      }
    }
  });
}

/** A tenant with one thing of each kind. */
async function seededTrial() {
  const trial = await openHttpTrial();
  return { trial, ids: await seed(trial.call, trial.runJobs, "Otter") };
}

/** Whoever is signed in may see their own session, and end it. */
const OWN = "session.own";

const VIEWERS = GRANTABLE_ACTIONS.filter((action) =>
  permit(
    openScope("ten_any", { kind: "member", id: "usr_any", role: "viewer" }),
    action,
  ).ok
);

Deno.test("an agent's key does what its scopes name and nothing else", async () => {
  const { call: first } = await openHttpTrial();
  const operations = await closedOperationsOf(first);
  assert.deepEqual(
    new Set(operations.map(({ action }) => action)),
    new Set([...GRANTABLE_ACTIONS, OWN]),
  );
  const unchanged = await seededTrial();
  for (const operation of operations) {
    if (operation.action === OWN) continue;
    const action = operation.action as Action;
    const others = GRANTABLE_ACTIONS.filter((other) => other !== action);
    const { trial, ids } = operation.method === "GET"
      ? unchanged
      : await seededTrial();
    const without = trial.as(await trial.keyOf("agent", others));
    const samples = requestsFor(ids);
    const refused = await sendSample(without, operation, samples);
    assert.deepEqual([refused.status, refused.body], [403, denied(action)]);
    // Who gives a viewer's role must have what a viewer has.
    const gives = /^(members|api_keys)\.write$/.test(action);
    const scopes = [...new Set([action, ...gives ? VIEWERS : []])];
    const withIt = trial.as(await trial.keyOf("agent", scopes));
    const done = await sendSample(withIt, operation, samples);
    assertDone(done, operation.name, samples);
  }
});

Deno.test("a decision that makes a rule needs both rights", async () => {
  const trial = await openHttpTrial();
  const { apr, cat } = await seed(trial.call, trial.runJobs, "Otter");
  const reviewer = trial.as(await trial.keyOf("reviewer"));
  const answer = await reviewer("POST", `/api/v1/approvals/${apr}/decide`, {
    verdict: "override",
    category_id: cat,
    create_rule: {
      name: "otters",
      when: { field: "description", op: "contains", value: "otter" },
      then: { category_id: cat },
    },
  });
  assert.deepEqual([answer.status, answer.body], [403, denied("rules.write")]);
});

function assertDone(
  { status, text }: Answered,
  name: string,
  samples: Readonly<Record<string, Sample>>,
): void {
  const own = samples[name]!.own;
  const done = own === undefined ? status < 300 : status === own;
  assert(done, `${name}: ${status} ${text}`);
}
