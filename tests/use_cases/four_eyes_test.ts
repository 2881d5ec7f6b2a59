import assert from "node:assert/strict";
import type { Approval, Verdict } from "../../src/approvals/approval.ts";
import { claimApprovals } from "../../src/approvals/use_cases/claim_approvals.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { readApproval } from "../../src/approvals/use_cases/read_approval.ts";
import { readApprovalHistory } from "../../src/approvals/use_cases/read_history.ts";
import { undoDecision } from "../../src/approvals/use_cases/undo_decision.ts";
import type { MemberId, RecordId } from "../../src/kernel/ids.ts";
import type { Money } from "../../src/kernel/money.ts";
import type { Correction } from "../../src/records/correction.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { applyRule } from "../../src/rules/use_cases/apply_rule.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { requestUndo } from "../../src/rules/use_cases/request_undo.ts";
import type { Actor, Scope } from "../../src/tenancy/scope.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import { changeMember } from "../../src/tenancy/use_cases/change_member.ts";
import { issueApiKey } from "../../src/tenancy/use_cases/issue_api_key.ts";
import { revokeApiKey } from "../../src/tenancy/use_cases/revoke_api_key.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

/** A tenant of which two decide above 1,000.00 GBP, with an item above and one at that amount. */
async function open() {
  const trial = await openTrial();
  const { deps, tenant } = trial;
  const [office, fuel] = await trial.categories("Office", "Fuel");
  value(
    await changeTenant(deps, trial.scope, {
      change: {
        settings: { fourEyesAbove: [{ minor: "100000", currency: "GBP" }] },
      },
      seenVersion: null,
    }),
  );
  await trial.send(
    incoming({ amount: { minor: "-100001", currency: "GBP" } }),
    incoming({ amount: { minor: "-100000", currency: "GBP" } }),
    incoming({ amount: { minor: "-900000", currency: "EUR" } }),
  );
  await trial.runJobs();
  const [large, ...others] = await trial.waiting();
  const as = (actor: Actor) => openScope(tenant.id, actor);
  async function reviewer(n: number): Promise<Scope> {
    const { id } = value(
      await addMember(deps, trial.scope, {
        email: `r${n}@foxglove.example`,
        name: `R${n}`,
        role: "reviewer",
      }),
    );
    return as({ kind: "member", id, role: "reviewer" });
  }
  const key = (n: number) =>
    as({ kind: "api_key", id: `key_${n}`, role: "reviewer", scopes: [] });
  async function decide(scope: Scope, verdict: Verdict, id = large!.id) {
    const { results: [one], decisionId } = value(
      await decideApprovals(deps, scope, [{
        approvalId: id,
        verdict,
        note: "n",
      }]),
    );
    return {
      became: one!.ok ? one!.approval.state.kind : one!.failure.kind,
      decisionId: decisionId!,
    };
  }
  const claimed = async (scope: Scope) =>
    value(await claimApprovals(deps, scope, { limit: 9, leaseMs: 1 }))
      .map(({ id }) => id).toSorted();
  return {
    trial,
    large: large!,
    others: others.map(({ id }) => id),
    office: { kind: "override", categoryId: office! } as const,
    fuel: { kind: "override", categoryId: fuel! } as const,
    reviewers: [await reviewer(1), await reviewer(2), await reviewer(3)],
    keys: [key(1), key(2)],
    decide,
    claimed,
  };
}

Deno.test("above the amount it takes two members who say the same; at it, or in another currency, one", async () => {
  const { trial, large, others, office, reviewers, decide } = await open();
  const [ann, bob] = reviewers;
  assert.equal((await decide(ann!, office, others[0])).became, "decided");
  assert.equal((await decide(ann!, office, others[1])).became, "decided");
  assert.equal((await decide(ann!, office)).became, "waiting");
  assert.equal((await trial.record(large.recordId)).status, "processed");
  assert.equal((await decide(ann!, office)).became, "approval.decided_by_you");
  assert.equal((await decide(bob!, office)).became, "decided");
  const { status, categoryId } = await trial.record(large.recordId);
  assert.deepEqual([status, categoryId], ["approved", office.categoryId]);
});

Deno.test("members who disagree leave it to a third, and whoever spoke is not offered it again", async () => {
  const { trial, large, others, office, fuel, reviewers, decide, claimed } =
    await open();
  const [ann, bob, cay] = reviewers;
  await decide(ann!, office);
  assert.deepEqual(await claimed(ann!), others);
  assert((await claimed(bob!)).includes(large.id));
  trial.clock.advance(10);
  assert.equal((await decide(bob!, fuel)).became, "waiting");
  assert.deepEqual(await claimed(bob!), others);
  trial.clock.advance(10);
  assert.equal((await decide(cay!, fuel)).became, "decided");
  const history = value(
    await readApprovalHistory(trial.deps, trial.scope, large.id),
  );
  assert.deepEqual(
    history.map(({ kind, by, categoryId }) => [kind, by, categoryId]),
    [
      ["asked", null, null],
      ["verdict_given", ann!.actor.id, office.categoryId],
      ["disagreed", bob!.actor.id, fuel.categoryId],
      ["decided", cay!.actor.id, fuel.categoryId],
    ],
  );
  const { state } = value(
    await readApproval(trial.deps, trial.scope, large.id),
  );
  assert(state.kind === "decided");
  assert.deepEqual(
    [...state.verdicts, state].map(({ by, categoryId }) => [by, categoryId]),
    [
      [ann!.actor.id, office.categoryId],
      [bob!.actor.id, fuel.categoryId],
      [cay!.actor.id, fuel.categoryId],
    ],
  );
});

Deno.test("no API key counts as one of two members, and none is offered the item", async () => {
  const { large, office, keys, reviewers, decide, claimed } = await open();
  for (const key of keys) {
    assert.equal((await decide(key, office)).became, "approval.members_only");
    assert(!(await claimed(key)).includes(large.id));
  }
  assert.equal((await decide(reviewers[0]!, office)).became, "waiting");
  assert.equal(
    (await decide(keys[0]!, office)).became,
    "approval.members_only",
  );
});

Deno.test("of a first word sent many times at once one counts, and of many seconds one decides", async () => {
  const { trial, office, reviewers, decide } = await open();
  const first = await Promise.all(
    Array.from({ length: 10 }, () => decide(reviewers[0]!, office)),
  );
  assert.deepEqual(
    first.map(({ became }) => became).toSorted(),
    [...Array(9).fill("approval.decided_by_you"), "waiting"],
  );
  const second = await Promise.all(
    [1, 2, 1, 2].map((n) => decide(reviewers[n]!, office)),
  );
  assert.deepEqual(
    second.map(({ became }) => became).toSorted(),
    [...Array(3).fill("approval.already_decided"), "decided"],
  );
  const told = (await trial.events()).map(({ type }) => type);
  assert.equal(told.filter((type) => type === "VERDICT_GIVEN").length, 1);
  assert.equal(told.filter((type) => type === "TX_OVERRIDDEN").length, 1);
});

Deno.test("what two agreed on is undone before the word that it began with", async () => {
  const { trial, large, office, reviewers, decide } = await open();
  const [ann, bob] = reviewers;
  const first = await decide(ann!, office);
  trial.clock.advance(10);
  const second = await decide(bob!, office);
  const undo = async (decisionId: typeof first.decisionId) => {
    const undone = await undoDecision(trial.deps, ann!, { decisionId });
    return undone.ok
      ? undone.value.map(({ state }) =>
        state.kind === "waiting"
          ? state.verdicts.map(({ by }) => by)
          : state.kind
      )
      : undone.failure.kind;
  };
  assert.equal(await undo(first.decisionId), "decision.changed_since");
  assert.deepEqual(await undo(second.decisionId), [[ann!.actor.id]]);
  assert.equal((await trial.record(large.recordId)).status, "processed");
  assert.deepEqual(await undo(first.decisionId), [[]]);
  assert.equal((await decide(ann!, office)).became, "waiting");
});

Deno.test("a first word is taken back by who said it, and what two agreed on by no key", async () => {
  const { trial, large, office, reviewers, keys, decide } = await open();
  const [ann, bob, cay] = reviewers;
  await decide(ann!, office);
  const undo = async (scope: Scope) => {
    const what = { approvalId: large.id };
    const undone = await undoDecision(trial.deps, scope, what);
    return undone.ok ? "undone" : undone.failure.kind;
  };
  assert.equal(await undo(bob!), "decision.not_yours");
  assert.equal(await undo(keys[0]!), "approval.members_only");
  trial.clock.advance(10);
  assert.equal((await decide(bob!, office)).became, "decided");
  assert.equal(await undo(keys[0]!), "approval.members_only");
  assert.equal((await trial.record(large.recordId)).status, "approved");
  assert.equal(await undo(cay!), "undone");
  assert.equal(await undo(cay!), "decision.not_yours");
  assert.equal(await undo(ann!), "undone");
});

Deno.test("no reviewer gets round a second member by a correction, of the category or of the amount", async () => {
  const { trial, large, others, office, reviewers } = await open();
  const [ann] = reviewers;
  const correct = async (
    scope: Scope,
    id: RecordId,
    correction: Correction,
  ) => {
    const corrected = await correctRecord(trial.deps, scope, id, {
      correction,
      seenVersion: null,
    });
    return corrected.ok ? "corrected" : corrected.failure.kind;
  };
  const { categoryId } = office;
  const small = { minor: "-1", currency: "GBP" } as Money;
  const sum = { minor: "-100001", currency: "GBP" } as Money;
  const refused = "approval.two_needed";
  const before = await trial.record(large.recordId);
  assert.equal(await correct(ann!, large.recordId, { categoryId }), refused);
  assert.equal(await correct(ann!, large.recordId, { amount: small }), refused);
  assert.equal(await correct(ann!, large.recordId, { amount: null }), refused);
  assert.deepEqual(await trial.record(large.recordId), before);
  // Up as well as down: decided by one while it is small, it would be large afterwards.
  const at = (await trial.waiting()).find(({ id }) => id === others[0])!;
  assert.equal(await correct(ann!, at.recordId, { amount: sum }), refused);
  assert.equal(await correct(ann!, at.recordId, { categoryId }), "corrected");
  const text = { description: "as the receipt says" };
  assert.equal(await correct(ann!, large.recordId, text), "corrected");
  // Who could lift the limit first.
  const owner = trial.scope;
  assert.equal(
    await correct(owner, large.recordId, { categoryId }),
    "corrected",
  );
});

Deno.test("what was said of an item outlives a run of rules that is undone, and the history tells all of it", async () => {
  const { trial, large, office, fuel, reviewers, decide } = await open();
  const { deps, scope, clock } = trial;
  const [ann, bob] = reviewers;
  const { decisionId } = await decide(ann!, office);
  const { rule } = value(
    await createRule(deps, scope, {
      definition: {
        name: "all is fuel",
        enabled: true,
        when: { all: [] },
        then: { category_id: fuel.categoryId },
        continue: false,
      },
      position: null,
    }),
  );
  clock.advance(10);
  const run = value(await applyRule(deps, scope, rule.id, {}));
  await trial.runJobs();
  assert.deepEqual(await trial.waiting(), []);
  clock.advance(10);
  value(await requestUndo(deps, scope, run.id));
  await trial.runJobs();
  const again = (await trial.waiting()).find(({ id }) => id === large.id);
  assert(again?.state.kind === "waiting");
  assert.deepEqual(
    again.state.verdicts.map((one) => [one.by, one.decisionId]),
    [[ann!.actor.id, decisionId]],
  );
  assert.equal((await decide(ann!, office)).became, "approval.decided_by_you");
  clock.advance(10);
  assert.equal((await decide(bob!, office)).became, "decided");
  const history = value(await readApprovalHistory(deps, scope, large.id));
  assert.deepEqual(
    history.map(({ kind, by }) => [kind, by]),
    [
      ["asked", null],
      ["verdict_given", ann!.actor.id],
      ["withdrawn", null],
      ["reopened", scope.actor.id],
      ["decided", bob!.actor.id],
    ],
  );
  assert(history[2]!.at < history[3]!.at);
});

Deno.test("of words that do not agree each is its member's own to take back, whichever came first", async () => {
  const { trial, large, office, fuel, reviewers, decide } = await open();
  const [ann, bob, cay] = reviewers;
  const first = await decide(ann!, office);
  trial.clock.advance(10);
  const second = await decide(bob!, fuel);
  const undo = async (
    scope: Scope,
    what: Parameters<typeof undoDecision>[2],
  ) => {
    const undone = await undoDecision(trial.deps, scope, what);
    if (!undone.ok) return undone.failure.kind;
    const [{ state }] = undone.value as [Approval];
    return state.kind === "waiting" && state.verdicts.map(({ by }) => by);
  };
  const item = { approvalId: large.id };
  const [anns, bobs] = [first, second].map(({ decisionId }) => ({
    decisionId,
  }));
  assert.equal(await undo(cay!, item), "decision.not_yours");
  assert.equal(await undo(ann!, bobs!), "decision.not_yours");
  assert.deepEqual(await undo(ann!, item), [bob!.actor.id]);
  assert.equal(await undo(ann!, anns!), "decision.undone");
  assert.equal((await decide(ann!, office)).became, "waiting");
  assert.deepEqual(await undo(bob!, bobs!), [ann!.actor.id]);
});

Deno.test("a word that is taken back leaves the item to whoever holds it", async () => {
  const { trial, large, office, fuel, reviewers, decide } = await open();
  const [ann, bob, cay] = reviewers;
  await decide(ann!, office);
  const held = value(
    await claimApprovals(trial.deps, bob!, { limit: 9, leaseMs: 1_000 }),
  ).find(({ id }) => id === large.id)!;
  value(await undoDecision(trial.deps, ann!, { approvalId: large.id }));
  const [now] = (await trial.waiting()).filter(({ id }) => id === large.id);
  assert.deepEqual(now!.lease, held.lease);
  assert.equal((await decide(cay!, fuel)).became, "approval.claimed");
  const { results: [said] } = value(
    await decideApprovals(trial.deps, bob!, [{
      approvalId: large.id,
      verdict: office,
      note: null,
      leaseToken: held.leaseToken,
    }]),
  );
  assert(said!.ok);
});

for (
  const [how, change] of [
    ["is removed", { remove: true }],
    ["may not decide any more", { role: "viewer" }],
  ] as const
) {
  Deno.test(`the word of a member who ${how} counts until somebody who hands out work takes it back`, async () => {
    const { trial, large, office, reviewers, decide } = await open();
    const { deps, scope } = trial;
    const [ann, bob] = reviewers;
    await decide(ann!, office);
    const undo = async (scope: Scope) => {
      const what = { approvalId: large.id };
      const undone = await undoDecision(deps, scope, what);
      return undone.ok ? "undone" : undone.failure.kind;
    };
    const owner = openScope(trial.tenant.id, {
      kind: "member",
      id: value(
        await addMember(deps, scope, {
          email: "owner@foxglove.example",
          name: "Owner",
          role: "owner",
        }),
      ).id,
      role: "owner",
    });
    assert.equal(await undo(owner), "decision.not_yours");
    const { id } = ann!.actor;
    value(await changeMember(deps, scope, id as MemberId, change));
    assert.equal(await undo(bob!), "decision.not_yours");
    trial.clock.advance(10);
    assert.equal((await decide(bob!, office)).became, "decided");
    assert.equal(await undo(bob!), "undone");
    assert.equal(await undo(owner), "undone");
    assert.equal((await decide(bob!, office)).became, "waiting");
    assert.equal(await undo(owner), "decision.not_yours");
  });

  Deno.test(`what a member held who ${how} is free at once, and its leases go on being counted`, async () => {
    const { trial, others, office, reviewers, decide } = await open();
    const { deps, scope } = trial;
    const [ann, bob] = reviewers;
    const claim = async (scope: Scope) =>
      value(await claimApprovals(deps, scope, { limit: 9, leaseMs: 60_000 }))
        .map(({ id, leaseToken }) => [id, leaseToken]);
    const held = await claim(ann!);
    assert.equal(held.length, 3);
    assert.deepEqual(await claim(bob!), []);
    const { id } = ann!.actor;
    value(await changeMember(deps, scope, id as MemberId, { name: "Anne" }));
    assert.equal(
      (await decide(bob!, office, others[0])).became,
      "approval.claimed",
    );
    value(await changeMember(deps, scope, id as MemberId, change));
    assert.equal((await decide(bob!, office, others[0])).became, "decided");
    assert.deepEqual(
      await claim(bob!),
      held.filter(([id]) => id !== others[0]).map(([id]) => [id, 2]),
    );
  });
}

Deno.test("what a key held is free once it is revoked", async () => {
  const { trial, others, office, reviewers, decide } = await open();
  const { deps, scope } = trial;
  const { key } = value(
    await issueApiKey(deps, scope, {
      name: "k",
      role: "reviewer",
      scopes: [],
      sourceAgent: "balance",
      expiresAt: null,
    }),
  );
  const holder = openScope(trial.tenant.id, {
    kind: "api_key",
    id: key.id,
    role: "reviewer",
    scopes: [],
  });
  const what = { limit: 9, leaseMs: 60_000 };
  assert.equal(value(await claimApprovals(deps, holder, what)).length, 2);
  const decided = () => decide(reviewers[0]!, office, others[0]);
  assert.equal((await decided()).became, "approval.claimed");
  value(await revokeApiKey(deps, scope, key.id));
  assert.equal((await decided()).became, "decided");
});
