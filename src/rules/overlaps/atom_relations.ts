import { type Atom, type Literal, subjectOf } from "./formula.ts";
import { both, within } from "./spans.ts";
import { textImplies, textsExclude } from "./text_relations.ts";

/** Whether every record that meets `a` meets `b`. False where that is not known. */
export function literalImplies(a: Literal, b: Literal): boolean {
  if (a.key === b.key) return true;
  if (subjectOf(a.atom) !== subjectOf(b.atom)) return false;
  if (a.is && b.is) return atomImplies(a.atom, b.atom);
  // Absent is one more thing that a field can be, so that what is not one thing is never surely another.
  if (b.is) return false;
  return a.is ? atomsExclude(a.atom, b.atom) : atomImplies(b.atom, a.atom);
}

/** For atoms of one subject. */
export function atomImplies(a: Atom, b: Atom): boolean {
  if (b.on === "filled") return true;
  if (isText(a) && isText(b)) return textImplies(a, b);
  if (a.on === "number" && b.on === "number") return within(a.spans, b.spans);
  if (a.on === "boolean" && b.on === "boolean") return a.value === b.value;
  if (a.on === "amount" && b.on === "amount") {
    return among(a.currencies, b.currencies) && within(a.spans, b.spans);
  }
  return a.on === "date" && b.on === "date" && within(a.spans, b.spans) &&
    among(a.weekdays, b.weekdays) && among(a.days, b.days);
}

/** For atoms of one subject: whether no record has both. */
export function atomsExclude(a: Atom, b: Atom): boolean {
  if (a.on === "filled" || b.on === "filled") return false;
  if (isText(a) && isText(b)) return textsExclude(a, b);
  if (a.on === "number" && b.on === "number") {
    return both(a.spans, b.spans).length === 0;
  }
  if (a.on === "boolean" && b.on === "boolean") return a.value !== b.value;
  if (a.on === "amount" && b.on === "amount") {
    return common(a.currencies, b.currencies)?.length === 0 ||
      both(a.spans, b.spans).length === 0;
  }
  if (a.on === "date" && b.on === "date") {
    return both(a.spans, b.spans).length === 0 ||
      common(a.weekdays, b.weekdays)?.length === 0 ||
      common(a.days, b.days)?.length === 0;
  }
  // An attribute is of one type only.
  return true;
}

/** What is in both lists; null is everything. */
export function common<T>(
  one: readonly T[] | null,
  other: readonly T[] | null,
): readonly T[] | null {
  if (one === null) return other;
  return other === null ? one : one.filter((value) => other.includes(value));
}

/** What is in the first list and not in the second; `every` is what null stands for. */
export function without<T>(
  one: readonly T[] | null,
  other: readonly T[] | null,
  every: readonly T[],
): readonly T[] {
  return other === null
    ? []
    : (one ?? every).filter((value) => !other.includes(value));
}

function among<T>(part: readonly T[] | null, whole: readonly T[] | null) {
  return whole === null ||
    (part !== null && part.every((value) => whole.includes(value)));
}

function isText(atom: Atom) {
  return atom.on === "text" || atom.on === "pattern";
}
