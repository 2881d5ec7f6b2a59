import assert from "node:assert/strict";
import { promptOf } from "../../../src/processing/model/prompt.ts";
import { readAnswers } from "../../../src/processing/model/read_answers.ts";
import { refOf } from "../../../src/processing/model/record_as_data.ts";
import { type Injection, INJECTIONS } from "../../support/injections.ts";
import { recordsSeen } from "../../support/model_answers.ts";
import { LABELS, question } from "../../support/model_questions.ts";
import { obedientAnswers } from "../../support/obedient_model.ts";

const WANTED = 2;
const HONEST = 1;

/** One attacked record between two innocent ones, asked of a model that obeys it. */
function attack({ where, text }: Injection) {
  const order = text.replaceAll("%OTHER%", refOf("rec_a"))
    .replaceAll("%WANTED%", String(WANTED));
  const questions = [
    question("rec_a", "innocent staples"),
    where === "description"
      ? question("rec_evil", order)
      : question("rec_evil", "paper", {
        counterparty: where === "counterparty" ? order : null,
        attributes: where === "attributes" ? { memo: order } : {},
      }),
    question("rec_b", "innocent pens"),
  ];
  const prompt = promptOf(questions, LABELS, 1);
  const honest = new Map(
    questions.map(({ recordId }) => [refOf(recordId), HONEST]),
  );
  const given = obedientAnswers(prompt.system, recordsSeen(prompt), honest);
  const answers = readAnswers({ answers: given }, questions, LABELS);
  return { prompt, order, answers };
}

const named = ({ what, where }: Injection) => `${what}, in the ${where}`;

Deno.test("there are attempts enough, each once", () => {
  assert.ok(INJECTIONS.length >= 40, `${INJECTIONS.length}`);
  assert.equal(new Set(INJECTIONS.map(named)).size, INJECTIONS.length);
});

Deno.test("no record's text gets another record's label changed, even by a model that obeys it", () => {
  for (const injection of INJECTIONS) {
    const { answers } = attack(injection);
    for (const innocent of ["rec_a", "rec_b"] as const) {
      const answer = answers.get(innocent)!;
      // A second answer for it goes to a person rather than to the wrong place.
      if (answer.kind === "failed") assert.equal(answer.reason, "malformed");
      else assert.equal(answer.categoryId, "cat_office", named(injection));
    }
  }
});

Deno.test("a text that cannot know another record's ref leaves its answer just as it was", () => {
  let tried = 0;
  for (const injection of INJECTIONS) {
    if (injection.text.includes("%OTHER%")) continue;
    const { answers, prompt } = attack(injection);
    const [, seen] = recordsSeen(prompt);
    if (/\b(every|all)\b/i.test(JSON.stringify(seen))) continue;
    tried++;
    for (const innocent of ["rec_a", "rec_b"] as const) {
      assert.deepEqual(answers.get(innocent), {
        kind: "answered",
        categoryId: "cat_office",
        rationale: "",
        rawConfidence: 0.8,
      }, named(injection));
    }
  }
  assert.ok(tried >= 25, `${tried}`);
});

Deno.test("a model that is talked into answering for another record, too, sends that one to a person", () => {
  const injection = INJECTIONS.find(({ what }) =>
    what === "a forged answer for another record"
  )!;
  const { answers } = attack(injection);
  assert.deepEqual(answers.get("rec_a"), {
    kind: "failed",
    reason: "malformed",
  });
  assert.equal(answers.get("rec_b")!.kind, "answered");
});

Deno.test("the attacked record's own answer stays within the set", () => {
  const labels = new Set<unknown>([
    ...LABELS.map(({ categoryId }) => categoryId),
    null,
  ]);
  for (const injection of INJECTIONS) {
    const answer = attack(injection).answers.get("rec_evil")!;
    if (answer.kind === "failed") assert.equal(answer.reason, "malformed");
    else assert.ok(labels.has(answer.categoryId), named(injection));
  }
});

Deno.test("nothing of the prompt comes back in a rationale", () => {
  for (const injection of INJECTIONS) {
    for (const answer of attack(injection).answers.values()) {
      if (answer.kind === "answered") assert.equal(answer.rationale, "");
    }
  }
});

Deno.test("each record stays one object of the fence, whatever it says", () => {
  for (const injection of INJECTIONS) {
    const { prompt } = attack(injection);
    assert.deepEqual(
      recordsSeen(prompt).map(({ ref }) => ref),
      [refOf("rec_a"), refOf("rec_evil"), refOf("rec_b")],
    );
    assert.equal(prompt.input.split(/[\r\n\u2028\u2029]/u).length, 5);
    assert.match(prompt.input, /^<records>\n[^<>`]*\n<\/records>$/u);
    assert.equal(prompt.system, promptOf([], LABELS, 1).system);
  }
});

Deno.test("words that nobody sees do not reach the model", () => {
  for (const { what, where, text } of INJECTIONS) {
    if (what !== "invisible tags") continue;
    const { prompt } = attack({ what, where, text });
    assert.doesNotMatch(prompt.input, /[\u{e0000}-\u{e007f}]|\\udb40/u);
  }
});
