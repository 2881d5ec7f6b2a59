import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { listApprovals } from "../../src/approvals/use_cases/list_approvals.ts";
import { listGroups } from "../../src/approvals/use_cases/list_groups.ts";
import type { ReviewItem } from "../../src/approvals/review_item.ts";
import { shownSuggestion } from "../../src/approvals/shown.ts";
import { disguiseOf } from "../../src/approvals/audit_disguise.ts";
import { candidatesOf } from "../../src/processing/candidates_of.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import { draftRuleForOverride } from "../../src/rules/use_cases/draft_rule_for_override.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

const PAGE = { limit: 200, cursor: null };

const WORDS = ["because", "status", "outcome", "source", "kind", "queue"];

/**
 * What of an item tells its kind, without what its record and its neighbours say: names of parts, their types, words out
 * of fixed sets, and which forms the entries of a list have; how many there are follows from the neighbours.
 */
function shapeOf({ id: _, createdAt: __, ...item }: ReviewItem): string {
  return JSON.stringify(form(item, ""));
}

function form(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    return [...new Set(value.map((one) => JSON.stringify(form(one, name))))];
  }
  if (typeof value === "number") return name === "inclusion" ? value : "number";
  if (typeof value === "string") return WORDS.includes(name) ? value : "text";
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).map(([key, part]) => [key, form(part, key)]);
}

/** A tenant with a habit, so that some of what comes is settled and audited, some is not sure enough, and some is new. */
async function open() {
  const trial = await openTrial({
    settings: {
      targetPrecision: 0.95,
      auditRate: 1,
      similarityThreshold: 0.95,
      contextAttributes: [],
      requireBacktest: false,
    } as never,
  });
  const [office, fuel, jam] = await trial.categories("Office", "Fuel", "Jam");
  await trial.send(
    ...Array.from(
      { length: 40 },
      (_, i) =>
        incoming({ description: `Quill ink ${i}`, counterparty: "Quill" }),
    ),
    ...Array.from(
      { length: 40 },
      (_, i) =>
        incoming({ description: `Heron taxi ${i}`, counterparty: "Heron" }),
    ),
  );
  await trial.runJobs();
  const waiting = await trial.waiting();
  value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      waiting.map(({ id }, i) => ({
        approvalId: id,
        // The taxi is fuel mostly, so that nobody can be sure of it.
        verdict: {
          kind: "override",
          categoryId: i < 40 ? office! : i % 3 === 0 ? jam! : fuel!,
        },
        note: null,
      })),
    ),
  );
  await trial.runJobs();
  trial.clock.advance(60_000);
  value(
    await createRule(trial.deps, trial.scope, {
      definition: {
        name: "jam",
        enabled: true,
        when: { field: "description", op: "contains", value: "bramble" },
        then: { category_id: jam! },
        continue: false,
      },
      position: null,
    }),
  );
  await trial.send(
    ...["Quill ink 77", "Heron taxi 88", "Bramble jam", "Zither strings"]
      .flatMap((description) =>
        [1, 2, 3].map((n) =>
          incoming({
            description: `${description} ${n}`,
            counterparty: description.startsWith("Q")
              ? "Quill"
              : description.startsWith("H")
              ? "Heron"
              : null,
          })
        )
      ),
  );
  await trial.runJobs();
  return { ...trial, jam: jam!, office: office! };
}

Deno.test("nothing but what its record says tells an audit that waits from the other items", async () => {
  const trial = await open();
  const audits = new Set(
    (await trial.waiting()).filter(({ because }) => because === "audit")
      .map(({ id }) => id),
  );
  const { page } = value(
    await listApprovals(trial.deps, trial.scope, {
      state: "waiting",
      order: "uncertainty",
    }, PAGE),
  );
  const shapes = (isAudit: boolean) =>
    new Set(
      page.data.filter(({ id }) => audits.has(id) === isAudit).map(shapeOf),
    );
  const [ofAudits, ofOthers] = [shapes(true), shapes(false)];
  assert(audits.size >= 6 && ofAudits.size >= 2, "of rules and of similarity");
  assert.deepEqual([...ofAudits.difference(ofOthers)], []);
  const confidences = page.data.map(({ confidence }) => confidence);
  assert(confidences.every((one) => one < 0.95), "none is as sure as settled");
  const places = page.data.map(({ id }) => audits.has(id));
  assert(places.indexOf(false) < places.lastIndexOf(true));
  assert(places.indexOf(true) < places.lastIndexOf(false));
  const groups = value(
    await listGroups(trial.deps, trial.scope, { atLeast: 1 }, PAGE),
  ).data;
  for (const item of groups.flatMap(({ sample }) => sample)) {
    assert(ofOthers.has(shapeOf(item)), shapeOf(item));
  }
});

Deno.test("once it is decided, an audit says what it was", async () => {
  const trial = await open();
  const audit = (await trial.waiting())
    .find((one) => one.because === "audit" && shownSuggestion(one) !== null)!;
  value(
    await decideApprovals(trial.deps, trial.scope, [{
      approvalId: audit.id,
      verdict: { kind: "approve" },
      note: null,
    }]),
  );
  const { page } = value(
    await listApprovals(trial.deps, trial.scope, { state: "decided" }, {
      limit: 200,
      cursor: null,
    }),
  );
  const shown = page.data.find(({ id }) => id === audit.id)!;
  assert.deepEqual(
    [shown.because, shown.confidence, shown.suggestion],
    ["audit", audit.confidence, audit.suggestion],
  );
});

Deno.test("a refusal tells no audit: what is shown is what is approved", async () => {
  const trial = await open();
  const waiting = await trial.waiting();
  const { page } = value(
    await listApprovals(trial.deps, trial.scope, { state: "waiting" }, PAGE),
  );
  const nothing = new Set(
    page.data.filter((one) => one.suggestion === null).map(({ id }) => id),
  );
  const hidden = waiting.filter(({ id, because }) =>
    because === "audit" && nothing.has(id)
  );
  assert.equal(hidden.length, 3, "those that a rule settled");
  const { results } = value(
    await decideApprovals(
      trial.deps,
      trial.scope,
      [...nothing].map((approvalId) => ({
        approvalId,
        verdict: { kind: "approve" },
        note: null,
      })),
    ),
  );
  assert.deepEqual(
    [...new Set(results.map((one) => one.ok || one.failure.kind))],
    ["approval.nothing_suggested"],
  );
});

Deno.test("while it waits, how sure one is of a candidate is told of the suggestion alone; once decided, of all as it was", async () => {
  const trial = await open();
  const { page } = value(
    await listApprovals(trial.deps, trial.scope, { state: "waiting" }, PAGE),
  );
  assert(page.data.some(({ candidates }) => candidates.length > 0));
  for (const { candidates, suggestion, confidence, id } of page.data) {
    for (const { categoryId, score } of candidates) {
      assert.equal(score, categoryId === suggestion ? confidence : null, id);
    }
  }
  await trial.giveAll(() => trial.jam);
  const decided = value(
    await listApprovals(trial.deps, trial.scope, { state: "decided" }, PAGE),
  ).page.data;
  const before = new Set(page.data.map(({ id }) => id));
  for (const { id, record, candidates } of decided) {
    if (!before.has(id)) continue;
    assert.deepEqual(
      candidates.map(({ categoryId, score }) => [categoryId, score]),
      candidatesOf(record.trace!)
        .map(({ categoryId, score }) => [categoryId, score]),
    );
  }
});

Deno.test("drawn doubts spread as those that they are drawn from, and none occurs twice", () => {
  const settled = {
    kind: "settled",
    category_id: "cat_a",
    source: "similarity",
    confidence: 0.99,
    threshold: 0.95,
  } as const;
  const known = [0.1, 0.2, 0.3, 0.4, 0.9];
  const drawn = Array.from(
    { length: 400 },
    (_, i) => disguiseOf(`rec_${i}`, settled, known).confidence,
  );
  assert.equal(new Set(drawn).size, drawn.length);
  assert(drawn.every((one) => one >= 0.1 && one <= 0.9));
  const low = drawn.filter((one) => one < 0.4).length / drawn.length;
  assert(low > 0.65 && low < 0.85, `${low} of them are below 0.4`);
  const alone = disguiseOf("rec_1", settled, []);
  assert(alone.confidence > 0 && alone.confidence < settled.threshold);
  assert.equal(alone.because, "not_sure_enough");
});

Deno.test("what a rule drafted for an item would do tells no audit from the other items", async () => {
  const trial = await open();
  const waiting = await trial.waiting();
  const descriptions = new Map(
    await Promise.all(
      waiting.map(async ({ id, recordId }) =>
        [id, (await trial.record(recordId)).description] as const
      ),
    ),
  );
  const effectFor = async (description: string) => {
    const { id, because } = waiting.find((one) =>
      descriptions.get(one.id) === description
    )!;
    const { effect } = value(
      await draftRuleForOverride(trial.deps, trial.scope, {
        approvalId: id,
        verdict: { kind: "override", categoryId: trial.office },
        definition: {
          name: "this one",
          enabled: true,
          when: { field: "description", op: "equals", value: description },
          then: { category_id: trial.office },
          continue: false,
        },
      }),
    );
    return { because, effect };
  };
  const audit = await effectFor("Bramble jam 1");
  const plain = await effectFor("Zither strings 1");
  assert.equal(audit.because, "audit");
  assert.notEqual(plain.because, "audit");
  assert.deepEqual(audit.effect, plain.effect);
});
