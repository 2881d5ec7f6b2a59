import assert from "node:assert/strict";
import type { Approval, ApprovalState } from "../../src/approvals/approval.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { sampleApproval, sampleIds } from "../support/samples.ts";
import { byId, type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const NOON = "2026-06-01T12:00:00.000Z";
const ONE = "2026-06-01T13:00:00.000Z";
const FIRST_PAGE = { limit: 100, cursor: null };

export function approvalCases(test: Case): void {
  test("keeps approvals in every state", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run, categories: [category] } = tenant;
    const [waiting, decided, withdrawn] = await askedOf(tenant, 3, {
      suggestion: category.id,
      because: "audit",
      confidence: 0.625,
      inclusion: 0.125,
      lease: { by: "usr_ann", until: ONE },
    });
    const rejected = {
      verdict: "reject",
      categoryId: null,
      by: "usr_bob",
      at: NOON,
      decisionId: "dcn_2",
    } as const;
    const states = [
      decidedAs("override", category.id, "לא — 🧐"),
      { kind: "withdrawn", at: NOON, verdicts: [rejected] },
    ] as const;
    await run((tx) =>
      tx.approvals.save([
        { ...decided!, state: states[0], lease: null },
        { ...withdrawn!, state: states[1] },
      ])
    );
    const ids = [waiting!.id, decided!.id, withdrawn!.id];
    assert.deepEqual(
      byId(await run((tx) => tx.approvals.find([...ids, ids[0]!]))),
      [
        waiting,
        { ...decided!, version: 2, state: states[0], lease: null },
        { ...withdrawn!, version: 2, state: states[1] },
      ],
    );
  });

  test("knows whether any was ever an audit, whatever became of it", async (subject) => {
    const tenant = await freshTenant(subject);
    const audited = () => tenant.run((tx) => tx.approvals.everAudited());
    await askedOf(tenant, 1);
    assert.equal(await audited(), false);
    const [one] = await askedOf(tenant, 1, {
      because: "audit",
      inclusion: 0.5,
    });
    assert.equal(await audited(), true);
    const state = { kind: "withdrawn", at: NOON, verdicts: [] } as const;
    await tenant.run((tx) => tx.approvals.save([{ ...one!, state }]));
    assert.equal(await audited(), true);
    const other = await freshTenant(subject);
    assert.equal(await other.run((tx) => tx.approvals.everAudited()), false);
  });

  test("lets one of twenty deciders of an approval win", async (subject) => {
    const tenant = await freshTenant(subject);
    const [approval] = await askedOf(tenant, 1);
    const results = await Promise.all(
      Array.from(
        { length: 20 },
        (_, i) =>
          subject.uow.run(tenant.permit, async (tx) => {
            const [found] = await tx.approvals.find([approval!.id]);
            if (found?.state.kind !== "waiting") return fail("decided");
            const state = decidedAs("approve", null, `decider ${i}`);
            await tx.approvals.save([{ ...found, state }]);
            return ok(i);
          }),
      ),
    );
    const winners = results.filter((result) => result.ok);
    assert.equal(winners.length, 1);
    assert.equal(results.filter((result) => !result.ok).length, 19);
    const [found] = await tenant.run((tx) => tx.approvals.find([approval!.id]));
    assert.deepEqual(found, {
      ...approval,
      version: 2,
      state: decidedAs("approve", null, `decider ${winners[0]!.value}`),
    });
  });

  test("makes a unit with a stale approval start over", async (subject) => {
    const tenant = await freshTenant(subject);
    const [approval] = await askedOf(tenant, 1);
    await tenant.run((tx) => tx.approvals.save([approval!]));
    await assert.rejects(tenant.run((tx) => tx.approvals.save([approval!])));
    const [found] = await tenant.run((tx) => tx.approvals.find([approval!.id]));
    assert.equal(found?.version, 2);
  });

  test("gives the waiting approvals of the records asked for", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const [one, two, three] = await askedOf(tenant, 3);
    const state = { kind: "withdrawn", at: NOON, verdicts: [] } as const;
    await run((tx) => tx.approvals.save([{ ...two!, state }]));
    const again = sampleApproval({ recordId: two!.recordId });
    await run((tx) => tx.approvals.add([again]));
    const asked = [one!.recordId, two!.recordId, sampleIds.next("rec")];
    assert.deepEqual(
      byId(await run((tx) => tx.approvals.waitingFor(asked))),
      [one, again],
    );
    assert.deepEqual(
      await run((tx) => tx.approvals.waitingFor([three!.recordId])),
      [three],
    );
  });

  test("lets a record wait in one approval at a time", async (subject) => {
    const tenant = await freshTenant(subject);
    const [one] = await askedOf(tenant, 1);
    const second = sampleApproval({ recordId: one!.recordId });
    await assert.rejects(tenant.run((tx) => tx.approvals.add([second])));
    assert.deepEqual(
      await tenant.run((tx) => tx.approvals.waitingFor([one!.recordId])),
      [one],
    );
  });

  test("lists the approvals of one state, oldest first, page by page", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const asked = await askedOf(tenant, 8);
    const state = decidedAs("reject", null, null);
    const decided = [asked[6]!, asked[1]!].map((one) => ({ ...one, state }));
    await run((tx) => tx.approvals.save(decided));
    const waiting = asked.filter((_, i) => i !== 1 && i !== 6);
    const list = (cursor: string | null, limit: number) =>
      run((tx) => tx.approvals.list("waiting", { limit, cursor }));
    const first = await list(null, 4);
    assert.deepEqual(first.data, waiting.slice(0, 4));
    assert.deepEqual(await list(first.nextCursor, 4), {
      data: waiting.slice(4),
      nextCursor: null,
    });
    assert.deepEqual(await list(null, 6), { data: waiting, nextCursor: null });
    const done = await run((tx) => tx.approvals.list("decided", FIRST_PAGE));
    assert.deepEqual(
      done.data.map(({ id }) => id),
      [asked[1]!.id, asked[6]!.id],
    );
    assert.deepEqual(
      await run((tx) => tx.approvals.list("withdrawn", FIRST_PAGE)),
      { data: [], nextCursor: null },
    );
    assert.equal(await run((tx) => tx.approvals.countWaiting()), 6);
  });

  test("puts an approval back in its state when the decision is undone", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const asked = await askedOf(tenant, 3);
    await assert.rejects(
      run(async (tx) => {
        const state = decidedAs("approve", null, null);
        await tx.approvals.save(asked.map((one) => ({ ...one, state })));
        assert.equal(await tx.approvals.countWaiting(), 0);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.deepEqual(
      await run((tx) => tx.approvals.list("waiting", FIRST_PAGE)),
      { data: asked, nextCursor: null },
    );
  });
}

/** Adds `count` waiting approvals, each of a record of its own; oldest first. */
export async function askedOf(
  { admit, run }: FreshTenant,
  count: number,
  parts: Partial<Approval> = {},
): Promise<readonly Approval[]> {
  const records = await admit(Array.from({ length: count }, () => ({})));
  const approvals = records.map(({ id }) =>
    sampleApproval({ recordId: id, ...parts })
  );
  await run((tx) => tx.approvals.add(approvals));
  return approvals;
}

function decidedAs(
  verdict: "approve" | "override" | "reject",
  categoryId: Approval["suggestion"],
  note: string | null,
): ApprovalState {
  return {
    kind: "decided",
    verdict,
    categoryId,
    by: "usr_ann",
    at: NOON,
    note,
    decisionId: "dcn_1",
    verdicts: [{
      verdict,
      categoryId,
      by: "usr_bob",
      at: NOON,
      decisionId: "dcn_0",
    }],
  };
}
