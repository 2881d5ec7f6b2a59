import assert from "node:assert/strict";
import type { Approval } from "../../src/approvals/approval.ts";
import { shownApproval, shownCandidates } from "../../src/approvals/shown.ts";
import { SAMPLE_AT, sampleApproval } from "../support/samples.ts";

/** What a model said, and what the approved records say with more right. */
const CANDIDATES = [
  {
    categoryId: "cat_fuel",
    name: "Fuel",
    source: "model",
    score: 0.4,
    because: [],
  },
  {
    categoryId: "cat_jam",
    name: "Jam",
    source: "similarity",
    score: 0.55,
    because: [{ match: "text", count: 5, of: 9, weight: 1.2 }],
  },
] as const;

const scoresOf = (approval: Approval) =>
  shownCandidates(CANDIDATES, approval).map(({ score }) => score);

const asked = sampleApproval({ suggestion: "cat_fuel", confidence: 0.4 });

Deno.test("of what waits the suggestion alone says how sure it is, and no other is shown as less sure than it is", () => {
  assert.deepEqual(scoresOf(asked), [0.4, null]);
  assert.deepEqual(scoresOf({ ...asked, suggestion: null }), [null, null]);
});

Deno.test("an audit that waits has the confidence that its list shows, and the same form", () => {
  const audit: Approval = {
    ...asked,
    because: "audit",
    confidence: 0.97,
    shownAs: { because: "not_sure_enough", confidence: 0.31 },
  };
  assert.deepEqual(scoresOf(audit), [shownApproval(audit).confidence, null]);
  const byRule: Approval = {
    ...audit,
    shownAs: { because: "nothing_alike", confidence: 0 },
  };
  assert.deepEqual(scoresOf(byRule), []);
});

Deno.test("what was decided has all scores as they were, also where the second was surer", () => {
  const state: Approval["state"] = {
    kind: "decided",
    verdict: "approve",
    categoryId: "cat_fuel",
    by: "usr_ann",
    at: SAMPLE_AT,
    note: null,
    decisionId: null,
    verdicts: [],
  };
  assert.deepEqual(scoresOf({ ...asked, state }), [0.4, 0.55]);
});
