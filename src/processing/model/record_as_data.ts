import type { CategoryId, RecordId } from "../../kernel/ids.ts";
import { formatMoney } from "../../kernel/money.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { sha256 } from "../../kernel/sha256.ts";
import { masked } from "./mask.ts";
import type { Question } from "./question.ts";

/** What is sent at most, in characters; more of it would cost and say nothing new. */
const DESCRIPTION_MAX = 500;
const FIELD_MAX = 200;
const NAME_MAX = 60;
const ATTRIBUTES_MAX = 20;
const NEIGHBOURS_MAX = 5;

/** Format characters, variation selectors and tags: they can hide words from people, and say nothing. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\p{Co}\p{Cn}]+/gu;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/**
 * What answers are joined by. It is derived from the record's id, which nobody who writes a record's text can know, so
 * that no text can name another record of its batch.
 */
export function refOf(recordId: RecordId): string {
  return `r${sha256(`ref\n${recordId}`).slice(0, 8)}`;
}

/** Text as it is sent: only what can be seen, on one line, masked, cut. */
export function sendable(text: string, charactersMax = FIELD_MAX): string {
  const seen = text.toWellFormed().replace(INVISIBLE, "")
    .replace(CONTROL, " ").trim();
  // Cut last: half an account number would not be known as one.
  const characters = [...masked(seen)];
  return characters.length <= charactersMax
    ? characters.join("")
    : `${characters.slice(0, charactersMax).join("")}…`;
}

/** The record's own texts as they are sent: what a rationale may quote. */
export function sentTexts({ content }: Question): readonly string[] {
  const { description, counterparty } = content;
  return [
    sendable(description, DESCRIPTION_MAX),
    ...counterparty === null ? [] : [sendable(counterparty)],
    ...Object.values(sentAttributes(content.attributes)).map(String),
  ];
}

/** The record as an object of data, with its approved neighbours by their label's number. */
export function recordAsData(
  question: Question,
  labelNumbers: ReadonlyMap<CategoryId, number>,
): JsonObject {
  const { occurredAt, description, counterparty, amount, attributes } =
    question.content;
  const sent = sentAttributes(attributes);
  const alike = question.neighbours.flatMap(({ text, categoryId, count }) => {
    const label = labelNumbers.get(categoryId);
    return label === undefined
      ? []
      : [{ text: sendable(text), label, times: count }];
  }).slice(0, NEIGHBOURS_MAX);
  return {
    ref: refOf(question.recordId),
    ...occurredAt !== null && { date: occurredAt.slice(0, 10) },
    description: sendable(description, DESCRIPTION_MAX),
    ...counterparty !== null && { counterparty: sendable(counterparty) },
    ...amount !== null && { amount: formatMoney(amount) },
    ...Object.keys(sent).length > 0 && { attributes: sent },
    ...alike.length > 0 && { alike },
  };
}

/** JSON on one line that closes no fence: angle brackets, ampersands, backquotes and line separators stand as `\u` escapes in it. */
export function fencedJson(value: Json): string {
  return JSON.stringify(value).replace(
    /[<>&`\u2028\u2029]/g,
    (character) =>
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function sentAttributes(
  attributes: Question["content"]["attributes"],
): JsonObject {
  return Object.fromEntries(
    Object.entries(attributes).slice(0, ATTRIBUTES_MAX)
      .map(([name, value]) => [sendable(name, NAME_MAX), sentValue(value)]),
  );
}

/** A number may be an account's, too. */
function sentValue(value: Json): Json {
  if (value === null || typeof value === "boolean") return value;
  const text = sendable(String(value));
  return typeof value === "number" && text === String(value) ? value : text;
}
