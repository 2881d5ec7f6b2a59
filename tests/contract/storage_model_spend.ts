import assert from "node:assert/strict";
import type { Month } from "../../src/kernel/month.ts";
import type {
  CallEnd,
  CallReservation,
  ModelBudget,
  ModelMonth,
} from "../../src/processing/model/spend.ts";
import { SAMPLE_AT, sampleIds } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const NO_LIMIT: ModelBudget = { tokensPerMonth: null, microsPerMonth: null };

function call(given: Partial<CallReservation> = {}): CallReservation {
  return {
    id: sampleIds.next("mcl"),
    month: "2026-01",
    at: SAMPLE_AT,
    provider: "openai",
    model: "m-1",
    records: 3,
    most: { tokens: 100, micros: 40 },
    ...given,
  };
}

function ended(given: Partial<CallEnd> = {}): CallEnd {
  return {
    at: SAMPLE_AT,
    outcome: "answered",
    used: { usage: { input_tokens: 20, output_tokens: 5 }, micros: 7 },
    answered: 2,
    failed: 1,
    ...given,
  };
}

function month(given: Partial<ModelMonth> = {}): ModelMonth {
  return {
    month: "2026-01",
    tokens: 0,
    micros: 0,
    calls: 0,
    answered: 0,
    failed: 0,
    cached: 0,
    ...given,
  };
}

/** What the account of model calls promises. */
export function modelSpendCases(test: Case): void {
  test("charges a call at its most, and once it has ended what it used", async (subject) => {
    const { run } = await freshTenant(subject);
    const [one, two, late] = [call(), call(), call({ month: "2026-02" })];
    const months = () => run((tx) => tx.modelSpend.months("2026-01"));
    assert.deepEqual(await months(), []);
    for (const made of [one, two, late]) {
      assert(await run((tx) => tx.modelSpend.reserve(made, NO_LIMIT)));
    }
    const february = month({
      month: "2026-02",
      tokens: 100,
      micros: 40,
      calls: 1,
    });
    assert.deepEqual(await months(), [
      february,
      month({ tokens: 200, micros: 80, calls: 2 }),
    ]);
    await run((tx) => tx.modelSpend.end(one.id, ended()));
    const january = month({
      tokens: 125,
      micros: 47,
      calls: 2,
      answered: 2,
      failed: 1,
    });
    assert.deepEqual(await months(), [february, january]);
    // Told again by a job that was done twice, or of a call of nobody.
    await run((tx) => tx.modelSpend.end(one.id, ended()));
    await run((tx) => tx.modelSpend.end(sampleIds.next("mcl"), ended()));
    assert.deepEqual(await months(), [february, january]);
    assert.deepEqual(await run((tx) => tx.modelSpend.months("2026-02")), [
      february,
    ]);
  });

  test("leaves a call charged at its most when nobody knows what it used", async (subject) => {
    const { run } = await freshTenant(subject);
    const lost = call();
    await run((tx) => tx.modelSpend.reserve(lost, NO_LIMIT));
    const end = ended({
      outcome: "timed_out",
      used: null,
      answered: 0,
      failed: 3,
    });
    await run((tx) => tx.modelSpend.end(lost.id, end));
    assert.deepEqual(await run((tx) => tx.modelSpend.months("2026-01")), [
      month({ tokens: 100, micros: 40, calls: 1, failed: 3 }),
    ]);
  });

  test("reserves up to a limit and never beyond it, of tokens and of money, also in a month's first call", async (subject) => {
    const { run } = await freshTenant(subject);
    const budgets: readonly [ModelBudget, readonly boolean[]][] = [
      [{ tokensPerMonth: 200, microsPerMonth: null }, [true, true, false]],
      [{ tokensPerMonth: 199, microsPerMonth: null }, [true, false, false]],
      [{ tokensPerMonth: null, microsPerMonth: 80 }, [true, true, false]],
      [{ tokensPerMonth: 1_000, microsPerMonth: 79 }, [true, false, false]],
      [{ tokensPerMonth: 99, microsPerMonth: 1_000 }, [false, false, false]],
      [{ tokensPerMonth: 0, microsPerMonth: null }, [false, false, false]],
    ];
    for (const [n, [budget, fit]] of budgets.entries()) {
      const at = { month: `2026-0${n + 1}` as Month };
      for (const fits of fit) {
        assert.equal(
          await run((tx) => tx.modelSpend.reserve(call(at), budget)),
          fits,
          JSON.stringify(budget),
        );
      }
    }
    // What costs nothing is stopped by a limit of nothing, too.
    const free = call({ month: "2026-09", most: { tokens: 5, micros: 0 } });
    const none = { tokensPerMonth: null, microsPerMonth: 0 };
    assert.equal(
      await run((tx) => tx.modelSpend.reserve(free, none)),
      false,
    );
    assert(await run((tx) => tx.modelSpend.reserve(free, NO_LIMIT)));
    assert.deepEqual(
      (await run((tx) => tx.modelSpend.months("2026-01"))).map((one) =>
        one.calls
      ),
      [1, 1, 2, 1, 2],
    );
  });

  test("lets just as many of fifty calls through at once as fit", async (subject) => {
    const { run } = await freshTenant(subject);
    const budget = { tokensPerMonth: 1_799, microsPerMonth: 720 };
    const fitted = await Promise.all(
      Array.from(
        { length: 50 },
        () => run((tx) => tx.modelSpend.reserve(call(), budget)),
      ),
    );
    assert.equal(fitted.filter((fits) => fits).length, 17);
    assert.deepEqual(await run((tx) => tx.modelSpend.months("2026-01")), [
      month({ tokens: 1_700, micros: 680, calls: 17 }),
    ]);
  });

  test("counts each of many calls once that are reserved and ended at once", async (subject) => {
    const { run } = await freshTenant(subject);
    await Promise.all(Array.from({ length: 20 }, async () => {
      const made = call();
      await run((tx) => tx.modelSpend.reserve(made, NO_LIMIT));
      await run((tx) => tx.modelSpend.countCached(made.month, 2));
      await run((tx) => tx.modelSpend.end(made.id, ended()));
    }));
    assert.deepEqual(await run((tx) => tx.modelSpend.months("2026-01")), [
      month({
        tokens: 500,
        micros: 140,
        calls: 20,
        answered: 40,
        failed: 20,
        cached: 40,
      }),
    ]);
  });

  test("notes a limit once in its month, and again when it is another", async (subject) => {
    const { run } = await freshTenant(subject);
    const note = (
      at: "2026-01" | "2026-02",
      limit: "llm_tokens" | "llm_money",
      value: number,
    ) => run((tx) => tx.modelSpend.noteLimit(at, limit, value));
    assert.equal(await note("2026-01", "llm_tokens", 0), true);
    assert.equal(await note("2026-01", "llm_tokens", 0), false);
    assert.equal(await note("2026-01", "llm_money", 0), true);
    assert.equal(await note("2026-02", "llm_tokens", 0), true);
    assert.equal(await note("2026-01", "llm_tokens", 5_000_000_000), true);
    assert.equal(await note("2026-01", "llm_tokens", 5_000_000_000), false);
    const many = await Promise.all(
      Array.from({ length: 8 }, () => note("2026-02", "llm_money", 7)),
    );
    assert.equal(many.filter((first) => first).length, 1);
  });

  test("notes once that a limit is near, and not where it was met already", async (subject) => {
    const { run } = await freshTenant(subject);
    const near = (limit: "llm_tokens" | "llm_money", value: number) =>
      run((tx) => tx.modelSpend.noteNear("2026-01", limit, value));
    const many = await Promise.all(
      Array.from({ length: 8 }, () => near("llm_tokens", 7)),
    );
    assert.equal(many.filter((first) => first).length, 1);
    assert.equal(await near("llm_money", 7), true);
    await run((tx) => tx.modelSpend.noteLimit("2026-01", "llm_tokens", 9));
    assert.equal(await near("llm_tokens", 9), false);
    assert.equal(await near("llm_tokens", 5_000_000_000), true);
    assert.equal(
      await run((tx) => tx.modelSpend.noteLimit("2026-01", "llm_money", 7)),
      true,
    );
  });

  test("hides what was spent from other tenants, and undoes it with its unit", async (subject) => {
    const mine = await freshTenant(subject);
    const theirs = await freshTenant(subject);
    await assert.rejects(
      mine.run(async (tx) => {
        await tx.modelSpend.reserve(call(), NO_LIMIT);
        await tx.modelSpend.noteLimit("2026-01", "llm_money", 1);
        throw new Error("undone");
      }),
      /undone/,
    );
    const months = (tenant: typeof mine) =>
      tenant.run((tx) => tx.modelSpend.months("2026-01"));
    assert.deepEqual(await months(mine), []);
    await mine.run((tx) => tx.modelSpend.reserve(call(), NO_LIMIT));
    assert.deepEqual(await months(theirs), []);
    assert.equal((await months(mine)).length, 1);
  });
}
