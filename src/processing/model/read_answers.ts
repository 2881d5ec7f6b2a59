import { z } from "zod";
import type { RecordId } from "../../kernel/ids.ts";
import { fold } from "../../records/text.ts";
import { CANNOT_TELL, givenAnswer, NO_LABEL_FITS } from "./answer_schema.ts";
import type { Answer, Label, Question } from "./question.ts";
import { refOf, sentTexts } from "./record_as_data.ts";

/** A quote longer than this is cut. */
const RATIONALE_MAX = 200;

const MALFORMED: Answer = { kind: "failed", reason: "malformed" };

const answersIn = z.object({ answers: z.array(z.unknown()) });
const anyRef = z.object({ ref: z.string() });

/**
 * One answer per question, joined by ref and never by position. A record that has not just one well-formed answer from
 * the closed set fails alone: what else is in the output changes no other record's answer.
 */
export function readAnswers(
  output: unknown,
  questions: readonly Question[],
  labels: readonly Label[],
): ReadonlyMap<RecordId, Answer> {
  const read = answersIn.safeParse(output);
  const given = Map.groupBy(
    read.success ? read.data.answers : [],
    (answer) => anyRef.safeParse(answer).data?.ref,
  );
  return new Map(questions.map((question) => {
    const [answer, another] = given.get(refOf(question.recordId)) ?? [];
    return [
      question.recordId,
      another === undefined ? readAnswer(answer, question, labels) : MALFORMED,
    ];
  }));
}

function readAnswer(
  answer: unknown,
  question: Question,
  labels: readonly Label[],
): Answer {
  const read = givenAnswer.safeParse(answer);
  if (!read.success) return MALFORMED;
  const { label, quote, confidence } = read.data;
  const isUndecided = label === NO_LABEL_FITS || label === CANNOT_TELL;
  const categoryId = labels[label - 1]?.categoryId ?? null;
  if (categoryId === null && !isUndecided) return MALFORMED;
  return {
    kind: "answered",
    categoryId,
    rationale: quoted(quote, sentTexts(question)),
    rawConfidence: label === CANNOT_TELL ? 0 : confidence,
  };
}

/** The quote where it is one, else nothing: a model could be talked into telling what it was told. */
function quoted(quote: string, texts: readonly string[]): string {
  const words = quote.trim();
  if (texts.some((text) => text.includes(words))) return cut(words);
  const folded = fold(words);
  // The folded text stands in the record; the quote itself could carry more in accents and the like.
  return texts.some((text) => fold(text).includes(folded)) ? cut(folded) : "";
}

function cut(text: string): string {
  return [...text].slice(0, RATIONALE_MAX).join("").trim();
}
