import { fold } from "../text.ts";

/** Shorter beginnings of a word are no sign that it is the same one. */
const LETTERS_MIN = 3;

/**
 * Whether two names may be the same other side: banks shorten a name while a payment is pending, and put a place, a
 * number, a legal form or the terminal's maker to it when it is booked. Folded and without digits, more than half of the
 * words of one stand in the other, whole or by their first three letters and more; or one name without its spaces begins
 * the other. An absent name says nothing.
 */
export function counterpartyAlike(a: string | null, b: string | null): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.length === 0 || other.length === 0) return true;
  return mostlyIn(one, other) || mostlyIn(other, one) ||
    begins(one.join(""), other.join(""));
}

function wordsOf(name: string | null): readonly string[] {
  return fold(name ?? "").replace(/\p{N}+/gu, " ").match(/\p{L}+/gu) ?? [];
}

function mostlyIn(few: readonly string[], many: readonly string[]): boolean {
  const there = few.filter((word) => many.some((other) => begins(word, other)));
  return there.length * 2 > few.length;
}

function begins(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= LETTERS_MIN && long.startsWith(short);
}
