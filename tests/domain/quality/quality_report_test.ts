import assert from "node:assert/strict";
import { calibrations } from "../../../src/processing/quality/calibration.ts";
import { categoryQualities } from "../../../src/processing/quality/category_quality.ts";
import type {
  ConfusionCount,
  OutcomeSum,
  ScoreBin,
} from "../../../src/processing/quality/figures.ts";
import { qualityReport } from "../../../src/processing/quality/quality_report.ts";
import { targetQualities } from "../../../src/processing/quality/target_quality.ts";

const NOTHING = {
  decisions: [],
  outcomes: [],
  scores: [],
  confusions: [],
  judged: [],
};

/** Of `n` that each stand for `weight`, of which `wrong` were wrong. */
function outcomeSum(
  part: Partial<OutcomeSum>,
  { n, wrong, weight }: { n: number; wrong: number; weight: number },
): OutcomeSum {
  return {
    source: "rule",
    settled: true,
    n,
    weight: n * weight,
    weightSquared: n * weight ** 2,
    weightRight: (n - wrong) * weight,
    wrong,
    foundWrong: 0,
    sorted: n,
    amongCandidates: n - wrong,
    ...part,
  };
}

Deno.test("with nothing decided the report claims nothing", () => {
  const report = qualityReport(NOTHING);
  assert.deepEqual(
    [report.processed, report.settled, report.coverage, report.precision],
    [0, 0, null, null],
  );
  assert.deepEqual(
    report.steps.map(({ source, settled, adds, precision }) => [
      source,
      settled,
      adds,
      precision,
    ]),
    [
      ["rule", 0, null, null],
      ["similarity", 0, null, null],
      ["model", 0, null, null],
    ],
  );
  assert.deepEqual(
    report.targets,
    [0.9, 0.95, 0.99].map((target) => ({
      target,
      threshold: null,
      share: null,
    })),
  );
});

Deno.test("coverage is of all decisions, precision of what was settled, and waiting records tell of candidates only", () => {
  const report = qualityReport({
    ...NOTHING,
    decisions: [
      { source: "rule", count: 50, tokens: 0, costMicros: 0 },
      { source: "similarity", count: 25, tokens: 0, costMicros: 0 },
      { source: null, count: 25, tokens: 400, costMicros: 60 },
    ],
    outcomes: [
      outcomeSum({ foundWrong: 2 }, { n: 4, wrong: 1, weight: 10 }),
      outcomeSum({ source: "similarity" }, { n: 5, wrong: 0, weight: 4 }),
      outcomeSum({ source: "similarity", settled: false }, {
        n: 20,
        wrong: 8,
        weight: 1,
      }),
      outcomeSum({ source: null, settled: false, amongCandidates: 0 }, {
        n: 4,
        wrong: 4,
        weight: 1,
      }),
    ],
  });
  assert.equal(report.coverage, 0.75);
  assert.equal(report.precision!.share, (30 + 20) / 60);
  assert.equal(report.precision!.n, 9);
  assert.deepEqual(
    report.steps.map(({ cost }) => cost),
    [null, null, { tokens: 400, micros: 60 }],
  );
  assert.deepEqual(
    report.steps.map((step) => [
      step.source,
      step.adds,
      step.precision?.share,
      step.audited,
      step.wrong,
      step.foundWrong,
    ]),
    [
      ["rule", 0.5, 0.75, 4, 1, 2],
      ["similarity", 0.25, 1, 5, 0, 0],
      ["model", 0, undefined, 0, 0, 0],
    ],
  );
  assert.deepEqual(report.candidates, { reviewed: 24, hits: 12 });
});

Deno.test("a score that says what it keeps has no calibration error, one that boasts has", () => {
  const bin = (
    source: ScoreBin["source"],
    meanScore: number,
    weightRight: number,
  ): ScoreBin => ({
    source,
    from: meanScore,
    to: meanScore,
    meanScore,
    n: 10,
    weight: 10,
    weightSquared: 10,
    weightRight,
  });
  const [honest, boast] = calibrations([
    bin("similarity", 0.5, 5),
    bin("similarity", 0.9, 9),
    bin("model", 0.5, 5),
    bin("model", 1, 6),
  ]);
  assert.equal(honest!.error, 0);
  assert(Math.abs(boast!.error - 0.2) < 1e-12);
  assert.deepEqual(boast!.bins.map(({ right }) => right.share), [0.5, 0.6]);
});

Deno.test("a category has what was proposed, right and wrong, and its three commonest confusions", () => {
  const counts: readonly ConfusionCount[] = [
    { proposed: "cat_a", decided: "cat_a", n: 6 },
    { proposed: "cat_a", decided: "cat_b", n: 1 },
    { proposed: "cat_a", decided: "cat_c", n: 2 },
    { proposed: "cat_a", decided: "cat_d", n: 1 },
    { proposed: "cat_a", decided: null, n: 2 },
    { proposed: "cat_b", decided: "cat_a", n: 2 },
  ];
  const [a, b, ...others] = categoryQualities(counts);
  assert.deepEqual(a, {
    categoryId: "cat_a",
    proposed: 12,
    right: 6,
    wrong: 6,
    decided: 8,
    precision: 0.5,
    recall: 0.75,
    confusions: [
      { categoryId: "cat_c", n: 2 },
      { categoryId: null, n: 2 },
      { categoryId: "cat_b", n: 1 },
    ],
  });
  assert.deepEqual([b!.proposed, b!.precision, b!.recall], [2, 0, 0]);
  assert.deepEqual(
    others.map(({ categoryId, precision, recall }) => [
      categoryId,
      precision,
      recall,
    ]),
    [["cat_c", null, 0], ["cat_d", null, 0]],
  );
});

Deno.test("a target would settle what reaches the score that keeps it", () => {
  // Wrong below a score of a quarter, right from there on.
  const judged = Array.from({ length: 1_000 }, (_, i) => ({
    score: i / 1_000,
    right: i >= 250,
    inclusion: 1,
  }));
  const told = targetQualities(judged);
  assert.deepEqual(told.map(({ target }) => target), [0.9, 0.95, 0.99]);
  for (const { target, threshold, share } of told) {
    const reach = judged.filter(({ score }) => score >= threshold!);
    assert.equal(share, reach.length / judged.length);
    const right = reach.filter((one) => one.right).length;
    assert(right / reach.length >= target);
    assert(share! > 0.5);
  }
  // What was audited at a tenth of its number stands for ten times as many.
  const audited = judged.map((one) => ({
    ...one,
    inclusion: one.score < 0.9 ? 1 : 0.1,
  }));
  const [loosest] = targetQualities(audited);
  const reached = audited.filter(({ score }) => score >= loosest!.threshold!);
  assert.equal(
    loosest!.share!.toFixed(9),
    ((reached.length + 900) / 1_900).toFixed(9),
  );
  const [strictest] = targetQualities(judged.slice(-50)).slice(-1);
  assert.deepEqual(strictest, { target: 0.99, threshold: null, share: 0 });
});
