import assert from "node:assert/strict";
import fc from "fast-check";
import {
  settleReport,
  type Verdict,
} from "../../src/billing/use_cases/settle_report.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { value } from "../support/trial.ts";
import { type Fate, openUsageTrial } from "../support/usage_trial.ts";

const HOUR_MS = 3_600_000;

/** What happens next; a fate is that of the next reading. */
type Turn = "count" | "report" | "hour" | "days" | "settle" | Fate;

const turn = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Turn>("report") },
  {
    weight: 8,
    arbitrary: fc.constantFrom<Turn>(
      "count",
      "hour",
      "days",
      "settle",
      "unheard",
      "unanswered",
      "refused",
    ),
  },
);

/** All of it; how often the operator said what. */
async function play(turns: readonly Turn[], said: Map<string, number>) {
  const trial = await openUsageTrial();
  await trial.customer();
  const task = openTaskScope(trial.scope.tenantId, "billing");
  let [used, billedByHand] = [0, 0];
  /** The operator looks at the provider, says what is there, and bills by hand what it takes no more. */
  async function settle(): Promise<void> {
    for (const { id, state, amount } of await trial.open()) {
      if (state !== "unsure") continue;
      const say = (verdict: Verdict) =>
        settleReport(trial.deps, task, { id, verdict });
      const first = trial.isCounted(id) ? "heard" : "again";
      const settled = await say(first);
      const what = settled.ok ? first : settled.failure.kind;
      said.set(what, (said.get(what) ?? 0) + 1);
      if (settled.ok) continue;
      assert.equal(settled.failure.kind, "usage.month_over");
      billedByHand += amount;
      value(await say("heard"));
    }
  }
  for (const turn of turns) {
    if (turn === "count") {
      used++;
      await trial.count(1);
    } else if (turn === "report") await trial.report();
    else if (turn === "settle") await settle();
    else if (turn === "hour") trial.clock.advance(HOUR_MS);
    else if (turn === "days") trial.clock.advance(15 * 24 * HOUR_MS);
    else trial.fates.push(turn);
  }
  trial.fates.length = 0;
  await trial.report();
  await settle();
  await trial.report();
  assert.deepEqual(await trial.open(), []);
  assert.equal(trial.counted() + billedByHand, used);
}

Deno.test("whatever is lost, refused and settled by who looked, all that was used is counted once in the end", async () => {
  const said = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(turn, { minLength: 10, maxLength: 60, size: "max" }),
      (turns) => play(turns, said),
    ),
    { numRuns: 500 },
  );
  assert.deepEqual(
    [...said.keys()].sort(),
    ["again", "heard", "usage.month_over"],
    "all of it happened",
  );
});
