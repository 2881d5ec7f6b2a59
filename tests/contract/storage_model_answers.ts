import assert from "node:assert/strict";
import type { CategoryId } from "../../src/kernel/ids.ts";
import type { KeptAnswer } from "../../src/processing/model/kept_answer.ts";
import { SAMPLE_AT } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

function answer(
  key: string,
  categoryId: CategoryId | null,
  given: Partial<KeptAnswer> = {},
): KeptAnswer {
  return {
    key,
    categoryId,
    rationale: "„Papier“ — it's the 1st ✈️",
    rawConfidence: 0.875,
    usage: { input_tokens: 120, output_tokens: 0 },
    at: SAMPLE_AT,
    ...given,
  };
}

const byKey = (answers: readonly KeptAnswer[]) =>
  answers.toSorted((a, b) => a.key < b.key ? -1 : 1);

/** What kept answers of models promise. */
export function modelAnswerCases(test: Case): void {
  test("finds answers as they were kept, and puts a later one in place of the first", async (subject) => {
    const { run, categories: [one, two] } = await freshTenant(subject);
    const first = answer("a", one.id);
    const none = answer("b", null);
    const find = (...keys: string[]) =>
      run(async (tx) => byKey(await tx.modelAnswers.find(keys, SAMPLE_AT)));
    await run((tx) => tx.modelAnswers.keep([]));
    await run((tx) => tx.modelAnswers.keep([first, none]));
    assert.deepEqual(await find("b", "c", "a", "b"), [first, none]);
    assert.deepEqual(await find(), []);
    const again = answer("a", two.id, { rationale: "", rawConfidence: 1 });
    await run((tx) => tx.modelAnswers.keep([first, again]));
    assert.deepEqual(await find("a"), [again]);
  });

  test("finds no answer that is too old, until it is kept anew", async (subject) => {
    const { run, categories: [one] } = await freshTenant(subject);
    const since = "2026-01-02T03:04:05.001Z" as const;
    await run((tx) => tx.modelAnswers.keep([answer("a", one.id)]));
    const find = () => run((tx) => tx.modelAnswers.find(["a"], since));
    assert.deepEqual(await find(), []);
    const fresh = answer("a", one.id, { at: since });
    await run((tx) => tx.modelAnswers.keep([fresh]));
    assert.deepEqual(await find(), [fresh]);
  });

  test("hides answers from other tenants, and undoes them with their unit", async (subject) => {
    const mine = await freshTenant(subject);
    const theirs = await freshTenant(subject);
    const find = (tenant: typeof mine) =>
      tenant.run((tx) => tx.modelAnswers.find(["a"], SAMPLE_AT));
    const kept = answer("a", mine.categories[0].id);
    await assert.rejects(
      mine.run(async (tx) => {
        await tx.modelAnswers.keep([kept]);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.deepEqual(await find(mine), []);
    await mine.run((tx) => tx.modelAnswers.keep([kept]));
    assert.deepEqual(await find(theirs), []);
    assert.deepEqual(await find(mine), [kept]);
  });
}
