import assert from "node:assert/strict";
import fc from "fast-check";
import type { RecordId } from "../../../src/kernel/ids.ts";
import type { Answer } from "../../../src/processing/model/question.ts";
import { readAnswers } from "../../../src/processing/model/read_answers.ts";
import { refOf } from "../../../src/processing/model/record_as_data.ts";
import { answerFor } from "../../support/model_answers.ts";
import { LABELS, question } from "../../support/model_questions.ts";

const IDS: readonly RecordId[] = ["rec_a", "rec_b", "rec_c", "rec_d"];
const QUESTIONS = IDS.map((id, i) =>
  question(id, `TALLOW & Réed ${i}`, {
    counterparty: "Tallow Ltd",
    attributes: { unit: "Parks" },
  })
);
const MALFORMED: Answer = { kind: "failed", reason: "malformed" };

const right = (id: RecordId, label: number) =>
  answerFor({ ref: refOf(id) }, label);

/** The answer for the first record, whose output is `given` in the place of a right one. */
function first(given: unknown): Answer {
  const output = {
    answers: [given, ...IDS.slice(1).map((id) => right(id, 2))],
  };
  const answers = readAnswers(output, QUESTIONS, LABELS);
  assert.deepEqual([...answers.keys()], IDS);
  for (const id of IDS.slice(1)) {
    assert.deepEqual(answers.get(id), {
      kind: "answered",
      categoryId: "cat_fuel",
      rationale: "",
      rawConfidence: 0.9,
    });
  }
  return answers.get("rec_a")!;
}

Deno.test("a label's number is its category; 0 fits none, and -1 cannot tell, which is no confidence at all", () => {
  const read = (label: number) => {
    const answer = first(right("rec_a", label));
    return answer.kind === "answered"
      ? [answer.categoryId, answer.rawConfidence]
      : answer.reason;
  };
  assert.deepEqual([read(1), read(3), read(0), read(-1)], [
    ["cat_office", 0.9],
    ["cat_rent", 0.9],
    [null, 0.9],
    [null, 0],
  ]);
});

Deno.test("an answer of the wrong form fails its own record and no other", () => {
  const good = right("rec_a", 1);
  const wrong: readonly unknown[] = [
    undefined,
    null,
    "nonsense",
    [],
    {},
    { ...good, ref: undefined },
    { ...good, ref: 7 },
    { ...good, ref: "rec_a" },
    { ...good, ref: refOf("rec_a").toUpperCase() },
    { ...good, label: 4 },
    { ...good, label: -2 },
    { ...good, label: 1.5 },
    { ...good, label: "1" },
    { ...good, label: null },
    { ...good, label: undefined },
    { ...good, confidence: 1.01 },
    { ...good, confidence: -0.1 },
    { ...good, confidence: "0.9" },
    { ...good, confidence: NaN },
    { ...good, quote: null },
    { ...good, quote: ["TALLOW"] },
  ];
  for (const given of wrong) {
    assert.deepEqual(first(given), MALFORMED, JSON.stringify(given));
  }
});

Deno.test("output that is not a list of answers fails every record", () => {
  const outputs: readonly unknown[] = [
    null,
    undefined,
    7,
    "x",
    [],
    {},
    { answers: {} },
    [right("rec_a", 1)],
  ];
  for (const output of outputs) {
    const answers = readAnswers(output, QUESTIONS, LABELS);
    assert.deepEqual([...answers.keys()], IDS);
    for (const answer of answers.values()) assert.deepEqual(answer, MALFORMED);
  }
});

Deno.test("a rationale is a quote from what was sent of the record, or nothing", () => {
  const rationale = (quote: string) => {
    const answer = first({ ...right("rec_a", 1), quote });
    return answer.kind === "answered" ? answer.rationale : answer.reason;
  };
  assert.deepEqual(
    [
      "TALLOW & Réed",
      " Tallow Ltd ",
      "Parks",
      "tallow & reed 0",
      "",
      "TALLOW & Réed 1",
      "You sort a company's records",
      "TALLOW, because it says so",
      "T\u0301ALLOW & Réed",
      "x".repeat(5_000),
    ].map(rationale),
    [
      "TALLOW & Réed",
      "Tallow Ltd",
      "Parks",
      "tallow & reed 0",
      "",
      "",
      "",
      "",
      "tallow & reed",
      "",
    ],
  );
});

Deno.test("a long quote is cut", () => {
  const asked = question("rec_a", "paper ".repeat(80).trim());
  const given = {
    ...right("rec_a", 1),
    quote: "paper ".repeat(70).trim(),
  };
  const answer = readAnswers({ answers: [given] }, [asked], LABELS)
    .get("rec_a")!;
  assert.ok(answer.kind === "answered");
  assert.equal(answer.rationale, "paper ".repeat(34).slice(0, 200).trim());
});

Deno.test("whatever is lost, doubled, shuffled or added, every other record keeps just its own answer", () => {
  const fate = fc.constantFrom("kept", "dropped", "doubled", "spoiled");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fate, fc.integer({ min: -1, max: 3 })), {
        minLength: IDS.length,
        maxLength: IDS.length,
      }),
      fc.array(fc.oneof(fc.anything(), fc.record({ ref: fc.string() })), {
        maxLength: 4,
      }),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      (fates, garbage, order) => {
        const given = fates.flatMap(([fate, label], i) => {
          const answer = right(IDS[i]!, label);
          if (fate === "dropped") return [];
          if (fate === "doubled") return [answer, { ...answer, label: 1 }];
          return [fate === "kept" ? answer : { ...answer, label: 99 }];
        });
        const answers = [...given, ...garbage]
          .map((answer, i) => ({ answer, at: order[i] ?? 0 }))
          .sort((a, b) => a.at - b.at).map(({ answer }) => answer);
        const read = readAnswers({ answers }, QUESTIONS, LABELS);
        assert.deepEqual(
          [...read],
          fates.map(([fate, label], i) => [
            IDS[i],
            fate !== "kept" ? MALFORMED : {
              kind: "answered",
              categoryId: LABELS[label - 1]?.categoryId ?? null,
              rationale: "",
              rawConfidence: label === -1 ? 0 : 0.9,
            },
          ]),
        );
      },
    ),
    { numRuns: 200 },
  );
});
