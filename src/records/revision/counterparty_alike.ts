import { fold } from "../text.ts";

/** Shorter beginnings of a word are no sign that it is the same one. */
const LETTERS_MIN = 3;

/**
 * Whether two names may be the same other side: banks shorten a name while a payment is pending, and add a place, a
 * number or a legal form when it is booked. Folded and without digits, the words of one all stand in the other, whole
 * or by their first three letters and more; or one name without its spaces begins the other. An absent name says nothing.
 */
export function counterpartyAlike(a: string | null, b: string | null): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.length === 0 || other.length === 0) return true;
  return standIn(one, other) || standIn(other, one) ||
    begins(one.join(""), other.join(""));
}

function wordsOf(name: string | null): readonly string[] {
  return fold(name ?? "").replace(/\p{N}+/gu, " ").match(/\p{L}+/gu) ?? [];
}

function standIn(few: readonly string[], many: readonly string[]): boolean {
  return few.every((word) => many.some((other) => begins(word, other)));
}

function begins(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= LETTERS_MIN && long.startsWith(short);
}
