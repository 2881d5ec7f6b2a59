import assert from "node:assert/strict";
import type { DecisionItem } from "../../src/approvals/decision.ts";
import { historyEntry } from "../../src/approvals/history_entry.ts";
import type { ReviewQueue } from "../../src/approvals/review_queue.ts";
import { sampleIds, sampleOutcome } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";
import { askedOf } from "./storage_approvals.ts";

const NOON = "2026-06-01T12:00:00.000Z";
const ONE = "2026-06-01T13:00:00.000Z";

export function decisionCases(test: Case): void {
  test("keeps decisions and what takes them back, until they are undone", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run, categories: [category] } = tenant;
    const asked = await askedOf(tenant, 2);
    const decision = (id: "dcn_1" | "dcn_2") => ({
      id,
      at: NOON,
      by: "usr_ann",
    } as const);
    const item = (decisionId: "dcn_1" | "dcn_2", i: number): DecisionItem => ({
      decisionId,
      approvalId: asked[i]!.id,
      recordId: asked[i]!.recordId,
      recordVersion: i === 0 ? 3 : null,
      before: {
        verdicts: [],
        record: i === 0
          ? {
            status: "processed",
            outcome: "needs_review",
            categoryId: null,
            source: null,
            confidence: null,
            conclusion: {
              kind: "needs_review",
              suggestion: category.id,
              because: "not_sure_enough",
              confidence: 0.1 + 0.2,
              threshold: 0.9,
            },
            settledCategory: false,
            example: { categoryId: category.id, at: NOON },
            outcomeKept: sampleOutcome({ recordId: asked[i]!.recordId }),
            rejectedAt: null,
            override: { ruleId: "rule_1", ruleVersion: 2, mark: 7 },
          }
          : null,
      },
      undone: null,
    });
    const first = [item("dcn_1", 0), item("dcn_1", 1)];
    const second = [item("dcn_2", 1)];
    await run((tx) => tx.decisions.add(decision("dcn_1"), first));
    await run((tx) => tx.decisions.add(decision("dcn_2"), second));
    await run(async (tx) => {
      assert.deepEqual(await tx.decisions.find("dcn_1"), decision("dcn_1"));
      assert.equal(await tx.decisions.find("dcn_3"), undefined);
      assert.deepEqual(await tx.decisions.items("dcn_1"), first);
      assert.deepEqual(await tx.decisions.latestOf(asked[1]!.id), second[0]);
    });
    const undone = { at: ONE, by: "usr_bob" } as const;
    await run((tx) => tx.decisions.undo(second, undone));
    await run(async (tx) => {
      assert.deepEqual(await tx.decisions.latestOf(asked[1]!.id), first[1]);
      assert.deepEqual(await tx.decisions.items("dcn_2"), [
        { ...second[0], undone },
      ]);
    });
    const other = await freshTenant(subject);
    await other.run(async (tx) => {
      assert.equal(await tx.decisions.find("dcn_1"), undefined);
      assert.deepEqual(await tx.decisions.items("dcn_1"), []);
      assert.equal(await tx.decisions.latestOf(asked[0]!.id), undefined);
    });
  });

  test("keeps what happened to an approval, in order", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run, categories: [category] } = tenant;
    const [approval, other] = await askedOf(tenant, 2);
    const commented = historyEntry(sampleIds.next("aph"), approval!, {
      kind: "commented",
      at: NOON,
      by: "usr_ann",
      text: "for which project? — 🧐",
    });
    const decided = historyEntry(sampleIds.next("aph"), approval!, {
      kind: "decided",
      at: ONE,
      by: "usr_ann",
      verdict: "override",
      categoryId: category.id,
      decisionId: "dcn_1",
    });
    const ended = historyEntry(sampleIds.next("aph"), approval!, {
      kind: "withdrawn",
      at: ONE,
      by: null,
    });
    const again = historyEntry(sampleIds.next("aph"), approval!, {
      kind: "reopened",
      at: ONE,
      by: "usr_bob",
    });
    const kept = [commented, decided, ended, again];
    await run((tx) => tx.approvalHistory.add(kept.toReversed()));
    assert.deepEqual(
      await run((tx) => tx.approvalHistory.of(approval!.id)),
      kept,
    );
    assert.deepEqual(
      await run((tx) => tx.approvalHistory.of(other!.id)),
      [],
    );
  });

  test("puts outcomes back to what they were", async (subject) => {
    const tenant = await freshTenant(subject);
    const { run } = tenant;
    const [one, two] = await askedOf(tenant, 2);
    const before = sampleOutcome({ recordId: one!.recordId, inclusion: null });
    await run((tx) => tx.outcomes.keep([before]));
    const later = [one, two].map((asked) =>
      sampleOutcome({
        recordId: asked!.recordId,
        inclusion: 0.5,
        decidedAt: ONE,
      })
    );
    await run((tx) => tx.outcomes.keep(later));
    const ids = later.map(({ recordId }) => recordId);
    await run((tx) => tx.outcomes.restore(ids, [before]));
    assert.deepEqual(await run((tx) => tx.outcomes.of(ids)), [before]);
  });

  test("keeps review queues", async (subject) => {
    const { run } = await freshTenant(subject);
    const queue: ReviewQueue = {
      id: sampleIds.next("que"),
      version: 1,
      name: "Large amounts",
      position: 1,
      conditions: {
        categoryIds: null,
        amount: { currency: "GBP", min: "9223372036854775807", max: null },
        because: ["rule_asks"],
        connectionIds: null,
        ageHours: 4,
      },
      assignees: ["admin", "usr_ann"],
      slaHours: 24,
      createdAt: NOON,
      removedAt: null,
    };
    await run((tx) => tx.reviewQueues.add([queue]));
    await run((tx) =>
      tx.reviewQueues.save([{ ...queue, slaHours: null, removedAt: ONE }])
    );
    assert.deepEqual(await run((tx) => tx.reviewQueues.all()), [
      { ...queue, version: 2, slaHours: null, removedAt: ONE },
    ]);
  });
}
