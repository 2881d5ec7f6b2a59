import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { draftRuleForOverride } from "../../src/rules/use_cases/draft_rule_for_override.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

async function twoWaiting() {
  const trial = await openTrial();
  const [paper] = await trial.categories("Paper");
  await trial.send(
    incoming({ counterparty: "Tallow & Reed" }),
    incoming({ counterparty: "Tallow & Reed" }),
  );
  await trial.runJobs();
  const [one, other] = await trial.waiting();
  const verdict = { kind: "override", categoryId: paper! } as const;
  const draft = (approvalId = one!.id, scope = trial.scope) =>
    draftRuleForOverride(trial.deps, scope, {
      approvalId,
      verdict,
      definition: null,
    });
  return { trial, verdict, one: one!, other: other!, draft };
}

Deno.test("a draft is the same each time and leaves no fact, no rule and no job", async () => {
  const { trial, one, draft } = await twoWaiting();
  const before = await trial.events();
  const drafted = value(await draft());
  assert.deepEqual(drafted.approval, one);
  assert.equal(drafted.rule.name, "Paper: Tallow & Reed");
  assert.equal(drafted.effect.reviewsSaved, 1);
  assert.deepEqual(value(await draft()), drafted);
  assert.deepEqual(await trial.events(), before);
  assert.equal(await trial.runJobs(), 0);
});

Deno.test("a draft shows every field that its rule would change, and where it asks for a person", async () => {
  const { trial, verdict, one } = await twoWaiting();
  const drafted = async (then: object) =>
    value(
      await draftRuleForOverride(trial.deps, trial.scope, {
        approvalId: one.id,
        verdict,
        definition: {
          name: "all of it",
          enabled: true,
          when: { field: "counterparty", op: "contains", value: "tallow" },
          then,
          continue: false,
        },
      }),
    ).effect;
  const { categoryId } = verdict;
  const { changes, examples } = await drafted({
    category_id: categoryId,
    counterparty: "Stationer",
    attributes: { kind: "paper" },
  });
  assert.equal(changes, 1);
  assert.deepEqual(examples[0]!.before, {
    category_id: null,
    counterparty: "Tallow & Reed",
    "attributes.kind": null,
  });
  assert.deepEqual(examples[0]!.after, {
    category_id: categoryId,
    counterparty: "Stationer",
    "attributes.kind": "paper",
  });
  const asking = await drafted({ review: true, counterparty: "Stationer" });
  assert.deepEqual(
    [asking.decides, asking.changes, asking.reviewsSaved],
    [1, 1, 0],
  );
});

Deno.test("records that a rule decides already are no part of what a draft would change", async () => {
  const { trial, verdict, draft } = await twoWaiting();
  const definition = {
    name: "the seller",
    enabled: true,
    when: { field: "counterparty", op: "contains", value: "tallow" },
    then: { category_id: verdict.categoryId },
    continue: false,
  } as const;
  value(await createRule(trial.deps, trial.scope, { definition, position: 0 }));
  const { effect } = value(await draft());
  assert.deepEqual([effect.decides, effect.changes], [0, 0]);
});

Deno.test("a draft sees rules as rules do: what they set is put back", async () => {
  const { trial, verdict, one, draft } = await twoWaiting();
  const definition = {
    name: "a tidier name",
    enabled: true,
    when: { field: "counterparty", op: "contains", value: "tallow" },
    then: { counterparty: "Stationer" },
    continue: true,
  } as const;
  value(await createRule(trial.deps, trial.scope, { definition, position: 0 }));
  const [id] = await trial.send(incoming({ counterparty: "Tallow & Reed" }));
  await trial.runJobs();
  assert.equal((await trial.record(id!)).counterparty, "Stationer");
  value(
    await decideApprovals(trial.deps, trial.scope, [{
      approvalId: one.id,
      verdict,
      note: null,
    }]),
  );
  const waiting = await trial.waiting();
  const approval = waiting.find(({ recordId }) => recordId === id);
  const { rule, effect } = value(await draft(approval!.id));
  assert.equal(rule.name, "Paper: Tallow & Reed");
  assert.deepEqual(
    [effect.decides, effect.changes, effect.agreement],
    [2, 1, { right: 1, wrong: 0 }],
  );
});

Deno.test("what people clearly sorted otherwise has no rule to propose", async () => {
  const { trial, draft } = await twoWaiting();
  const [food] = await trial.categories("Food");
  const alike = () => incoming({ counterparty: "Tallow & Reed" });
  const ids = await trial.send(alike(), alike(), alike());
  await trial.runJobs();
  const decisions = (await trial.waiting())
    .filter(({ recordId }) => ids.includes(recordId))
    .map(({ id: approvalId }) => ({
      approvalId,
      verdict: { kind: "override", categoryId: food! } as const,
      note: null,
    }));
  value(await decideApprovals(trial.deps, trial.scope, decisions));
  const refused = await draft();
  assert(!refused.ok);
  assert.equal(refused.failure.kind, "rule.nothing_to_propose");
});

Deno.test("who may not read rules gets no draft", async () => {
  const { trial, draft, one } = await twoWaiting();
  const agent = openScope(trial.tenant.id, {
    kind: "api_key",
    id: "key_1",
    role: "agent",
    scopes: ["approvals.decide"],
  });
  const refused = await draft(one.id, agent);
  assert(!refused.ok);
  assert.equal(refused.failure.kind, "access.denied");
  const missing = await draft("apr_nobody");
  assert(!missing.ok);
  assert.equal(missing.failure.kind, "approval.missing");
});
