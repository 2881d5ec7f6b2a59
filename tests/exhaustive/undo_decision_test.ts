import assert from "node:assert/strict";
import fc from "fast-check";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { undoDecision } from "../../src/approvals/use_cases/undo_decision.ts";
import type { Verdict } from "../../src/approvals/approval.ts";
import type { DecisionId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { permitTo } from "../support/samples.ts";
import { value } from "../support/trial.ts";
import { open, standing, TEXTS } from "../support/decided_trial.ts";

type Said = {
  readonly items: readonly number[];
  readonly verdict: "approve" | "fuel" | "reject";
};

/** Steps on items by their place: a decision of some, or the undoing of an earlier one that stands. */
type Step = Said | { readonly undo: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      items: fc.uniqueArray(fc.nat(TEXTS.length - 1), { minLength: 1 }),
      verdict: fc.constantFrom("approve", "fuel", "reject"),
    }),
    fc.record({ undo: fc.nat(5) }),
  ),
  { minLength: 2, maxLength: 9 },
);

/** Plays steps, each at a second of its own; tells which decisions were made and which of them stand. */
async function play(
  { trial, categories }: Awaited<ReturnType<typeof open>>,
  played: readonly (Step | null)[],
) {
  const ids = (await trial.waiting()).map(({ id }) => id);
  const made: { id: DecisionId; step: number; stands: boolean }[] = [];
  for (const [n, step] of played.entries()) {
    trial.clock.advance(1_000);
    if (step === null) continue;
    if ("undo" in step) {
      const one = made[step.undo % Math.max(1, made.length)];
      if (!one) continue;
      const undone = await undoDecision(trial.deps, trial.scope, {
        decisionId: one.id,
      });
      assert.equal(undone.ok, one.stands, "what stands can be undone, once");
      one.stands = false;
      continue;
    }
    const verdict: Verdict = step.verdict === "fuel"
      ? { kind: "override", categoryId: categories[1]! }
      : { kind: step.verdict };
    const { decisionId } = value(
      await decideApprovals(
        trial.deps,
        trial.scope,
        step.items.map((i) => ({ approvalId: ids[i]!, verdict, note: "n" })),
      ),
    );
    if (decisionId) made.push({ id: decisionId, step: n, stands: true });
  }
  return made;
}

Deno.test("any history of decisions and undoings ends as the decisions that stand would alone", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const first = await open();
      const made = await play(first, history);
      const stand = new Set(
        made.filter(({ stands }) => stands).map(({ step }) => step),
      );
      // An item that an undone decision had taken may have been left out of a later one.
      const { data: decided } = value(
        await first.trial.deps.uow.run(
          permitTo("approvals.read", first.trial.scope),
          async (tx) =>
            ok(await tx.approvals.list("decided", { limit: 99, cursor: null })),
        ),
      );
      const byDecision = new Map(
        decided.map(({ id, state }) => [
          id,
          state.kind === "decided" ? state.decisionId : null,
        ]),
      );
      const second = await open();
      const ids = (await second.trial.waiting()).map(({ id }) => id);
      await play(
        second,
        history.map((step, n) => {
          const one = made.find((each) => each.step === n);
          if (!one || !stand.has(n) || "undo" in step) return null;
          const items = step.items
            .filter((i) => byDecision.get(ids[i]!) === one.id);
          return { ...step, items };
        }),
      );
      assert.deepEqual(
        await standing(first.trial),
        await standing(second.trial),
      );
    }),
    { numRuns: 60 },
  );
});
