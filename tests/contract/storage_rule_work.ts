import assert from "node:assert/strict";
import type { Entity, PagedStore } from "../../ports/store.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import type { Id } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { EMPTY_REPORT } from "../../src/rules/history/backtest_report.ts";
import type { Backtest } from "../../src/rules/history/backtest.ts";
import type { RuleDismissal } from "../../src/rules/dismissal.ts";
import type { RuleOverrides } from "../../src/rules/rule_overrides.ts";
import { NO_COUNTS, type RuleRun } from "../../src/rules/history/run.ts";
import { SAMPLE_AT, sampleIds } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";
import { keeps } from "./storage_entities.ts";

const LATER: Instant = "2026-05-01T06:07:08.009Z";
const SCANNED_TO = sampleIds.next("rec");

function sampleBacktest(): Backtest {
  const ruleId = sampleIds.next("rule");
  return {
    id: sampleIds.next("bkt"),
    version: 1,
    createdAt: SAMPLE_AT,
    createdBy: "usr_ann",
    rulesetVersion: 0,
    changes: [
      {
        op: "create",
        rule_id: ruleId,
        rule: {
          name: "טיולים ✈️",
          enabled: true,
          when: { field: "description", op: "contains", value: "'büro'" },
          then: { counterparty: "Büro" },
          continue: false,
        },
        position: null,
      },
      { op: "change", rule_id: ruleId, change: { enabled: false } },
      { op: "reorder", rule_ids: [ruleId] },
      { op: "remove", rule_id: ruleId },
    ],
    filter: { from: SAMPLE_AT, samplePercent: 10, text: "café" },
    state: "waiting",
    scannedTo: null,
    report: EMPTY_REPORT,
    endedAt: null,
    activatedAt: null,
  };
}

function sampleRun(): RuleRun {
  return {
    id: sampleIds.next("run"),
    version: 1,
    createdAt: SAMPLE_AT,
    createdBy: "key_till",
    ruleId: sampleIds.next("rule"),
    backtestId: null,
    rulesetVersion: 3,
    filter: {},
    state: "applying",
    scannedTo: null,
    counts: NO_COUNTS,
    endedAt: null,
    undoneBy: null,
  };
}

function sampleOverrides(): RuleOverrides {
  return {
    id: sampleIds.next("rule"),
    version: 1,
    ruleVersion: 2,
    total: 7,
    marks: [3, 3, 2 ** 40],
    flaggedAt: null,
  };
}

function sampleDismissal(): RuleDismissal {
  return {
    id: sampleIds.next("sug"),
    version: 1,
    dismissedAt: SAMPLE_AT,
    dismissedBy: "usr_ann",
  };
}

/** What back-tests, runs, overrides and dismissals promise as stores. */
export function ruleWorkCases(test: Case): void {
  keeps(
    test,
    "back-tests",
    (tx) => tx.backtests,
    sampleBacktest,
    (backtest) => ({
      ...backtest,
      state: "done" as const,
      scannedTo: SCANNED_TO,
      report: {
        ...EMPTY_REPORT,
        scanned: 2,
        fields: { "attributes.größe": 2 },
      },
      endedAt: LATER,
      activatedAt: LATER,
    }),
  );
  keeps(
    test,
    "runs",
    (tx) => tx.runs,
    sampleRun,
    (run) => ({
      ...run,
      state: "undone" as const,
      scannedTo: SCANNED_TO,
      counts: { ...NO_COUNTS, scanned: 5, changed: 2, restored: 1, kept: 1 },
      endedAt: LATER,
      undoneBy: "usr_bo",
    }),
  );
  keeps(
    test,
    "overrides of rules",
    (tx) => tx.ruleOverrides,
    sampleOverrides,
    (overrides) => ({
      ...overrides,
      ruleVersion: 3,
      total: 8,
      marks: [],
      flaggedAt: LATER,
    }),
  );
  keeps(
    test,
    "dismissed suggestions",
    (tx) => tx.ruleDismissals,
    sampleDismissal,
    (dismissal) => ({ ...dismissal, dismissedAt: LATER, dismissedBy: "usr_b" }),
  );
  listsByPage(test, "back-tests", (tx) => tx.backtests, sampleBacktest);
  listsByPage(test, "runs", (tx) => tx.runs, sampleRun);

  test("keeps a run that carries out a back-test", async (subject) => {
    const { run } = await freshTenant(subject);
    const backtest = sampleBacktest();
    const caused = { ...sampleRun(), ruleId: null, backtestId: backtest.id };
    await run(async (tx) => {
      await tx.backtests.add([backtest]);
      await tx.runs.add([caused]);
    });
    assert.deepEqual(await run((tx) => tx.runs.find([caused.id])), [caused]);
  });

  test("hides what is done about rules from other tenants, and undoes it with its unit", async (subject) => {
    const mine = await freshTenant(subject);
    const theirs = await freshTenant(subject);
    const first = { limit: 9, cursor: null };
    const [backtest, ruleRun, overrides, dismissal] = [
      sampleBacktest(),
      sampleRun(),
      sampleOverrides(),
      sampleDismissal(),
    ];
    const addAll = async (tx: Tx) => {
      await tx.backtests.add([backtest]);
      await tx.runs.add([ruleRun]);
      await tx.ruleOverrides.add([overrides]);
      await tx.ruleDismissals.add([dismissal]);
    };
    const shown = async (tx: Tx) => [
      await tx.backtests.find([backtest.id]),
      (await tx.backtests.list(first)).data,
      await tx.runs.find([ruleRun.id]),
      (await tx.runs.list(first)).data,
      await tx.ruleOverrides.find([overrides.id]),
      await tx.ruleOverrides.all(),
      await tx.ruleDismissals.find([dismissal.id]),
      await tx.ruleDismissals.all(),
    ];
    const nothing = Array.from({ length: 8 }, () => []);
    await assert.rejects(
      mine.run(async (tx) => {
        await addAll(tx);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.deepEqual(await mine.run(shown), nothing);
    await mine.run(addAll);
    assert.deepEqual(await theirs.run(shown), nothing);
    assert.deepEqual(
      await mine.run(shown),
      [backtest, ruleRun, overrides, dismissal]
        .flatMap((one) => [[one], [one]]),
    );
    // The ids are the rule's and the suggestion's: another tenant may have the same.
    await theirs.run(addAll);
    await assert.rejects(
      theirs.run((tx) =>
        tx.ruleOverrides.save([{ ...overrides, version: 2, total: 9 }])
      ),
    );
    assert.deepEqual(
      await mine.run((tx) => tx.ruleOverrides.all()),
      [overrides],
    );
  });

  test("lets one of two win who note the first override of a rule at once, and the other start over", async (subject) => {
    const { run } = await freshTenant(subject);
    const start = { ...sampleOverrides(), total: 1 };
    const note = (tx: Tx) =>
      tx.ruleOverrides.find([start.id]).then(([kept]) =>
        kept
          ? tx.ruleOverrides.save([{ ...kept, total: kept.total + 1 }])
          : tx.ruleOverrides.add([start])
      );
    await Promise.all(Array.from({ length: 6 }, () => run(note)));
    assert.deepEqual(await run((tx) => tx.ruleOverrides.all()), [
      { ...start, version: 6, total: 6 },
    ]);
  });
}

function listsByPage<T extends Entity & { readonly id: Id<string> }>(
  test: Case,
  what: string,
  storeOf: (tx: Tx) => PagedStore<T>,
  make: () => T,
): void {
  test(`lists ${what} by page, the latest first`, async (subject) => {
    const { run } = await freshTenant(subject);
    const all = Array.from({ length: 5 }, make);
    await run((tx) => storeOf(tx).add(all));
    const [e, d, c, b, a] = all.toReversed();
    const page = (cursor: string | null) =>
      run((tx) => storeOf(tx).list({ limit: 2, cursor }));
    assert.deepEqual(await page(null), { data: [e, d], nextCursor: d!.id });
    assert.deepEqual(await page(d!.id), { data: [c, b], nextCursor: b!.id });
    assert.deepEqual(await page(b!.id), { data: [a], nextCursor: null });
    assert.deepEqual(await run((tx) => storeOf(tx).all()), all);
  });
}
