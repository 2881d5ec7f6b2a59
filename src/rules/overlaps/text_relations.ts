import { compilePattern } from "../matcher/compile_pattern.ts";
import type { Atom, TextOp } from "./formula.ts";
import { patternTexts } from "./pattern_texts.ts";

export type TextAtom = Atom & { readonly on: "text" };
type PatternAtom = Atom & { readonly on: "pattern" };
type AnyText = TextAtom | PatternAtom;

/** Pairs of values that two lists are compared by; of longer lists only equal values count. */
const PAIRS_MAX = 4_096;

/** The values that say all there is to say, in order: who contains `shell` contains `shell uk` for nothing. */
export function fewest(
  op: TextOp,
  given: readonly string[],
): readonly string[] {
  const values = [...new Set(given)].sort();
  if (op === "is" || values.length ** 2 > PAIRS_MAX) return values;
  return values.filter((one) =>
    !values.some((other) => other !== one && holds(op, one, other))
  );
}

/** Whether a text of which `a` is true always has `b` true. False where that is not known. */
export function textImplies(a: AnyText, b: AnyText): boolean {
  if (a.on === "pattern") {
    return b.on === "pattern"
      ? a.source === b.source || findsMore(b, a)
      : patternImplies(a, b);
  }
  if (b.on === "pattern") return a.op === "is" && shows(a, b, true);
  if (a.op === "is" && b.op === "is") return isSubset(a.values, b.values);
  const { op } = b;
  if (a.op !== "is" && a.op !== op && op !== "contains") return false;
  if (isLong(a, b)) return a.op === op && isSubset(a.values, b.values);
  return a.values.every((one) => b.values.some((two) => holds(op, one, two)));
}

/** Whether no text has both true. False where that is not known. */
export function textsExclude(a: AnyText, b: AnyText): boolean {
  if (a.on === "pattern") {
    return b.on === "text" && textsExclude(b, a);
  }
  if (b.on === "pattern") {
    if (a.op !== "is") return false;
    const needed = patternTexts(b.source)?.texts;
    return shows(a, b, false) ||
      (needed !== undefined &&
        a.values.every((one) => !needed.some((text) => one.includes(text))));
  }
  if (a.op === "is" && b.op === "is") {
    const others = new Set(b.values);
    return !a.values.some((one) => others.has(one));
  }
  if (isLong(a, b)) return false;
  if (a.op === "is") return lacks(a.values, b);
  if (b.op === "is") return lacks(b.values, a);
  const { op } = a;
  if (op !== b.op || op === "contains") return false;
  return a.values.every((one) =>
    b.values.every((two) => !holds(op, one, two) && !holds(op, two, one))
  );
}

/** Whether the folded text `text` is what `op` with `value` asks for. */
export function holds(op: TextOp, text: string, value: string): boolean {
  switch (op) {
    case "is":
      return text === value;
    case "contains":
      return text.includes(value);
    case "starts":
      return text.startsWith(value);
    case "ends":
      return text.endsWith(value);
  }
}

function lacks(texts: readonly string[], { op, values }: TextAtom): boolean {
  return !texts.some((text) => values.some((value) => holds(op, text, value)));
}

function isSubset(part: readonly string[], whole: readonly string[]): boolean {
  const known = new Set(whole);
  return part.every((one) => known.has(one));
}

function isLong(a: TextAtom, b: TextAtom): boolean {
  return a.values.length * b.values.length > PAIRS_MAX;
}

/**
 * Whether a pattern finds something (or nothing) in every one of the texts. A pattern sees text unfolded, of which
 * a folded text tells only where the two are the same: in ids, which are lower case and ASCII.
 */
function shows({ field, values }: TextAtom, b: PatternAtom, found: boolean) {
  if (field !== "connection") return false;
  const pattern = compilePattern(b.source);
  return values.every((value) => pattern.test(value) === found);
}

function patternImplies({ source }: PatternAtom, b: TextAtom): boolean {
  const needs = patternTexts(source);
  const { op } = b;
  if (needs === null || op === "is") return false;
  if (op === "starts" && !needs.atStart) return false;
  if (op === "ends" && !needs.atEnd) return false;
  return needs.texts.every((one) =>
    b.values.some((two) => holds(op, one, two))
  );
}

/** Whether `wide` finds something wherever `narrow` does, both being plain words. */
function findsMore(wide: PatternAtom, narrow: PatternAtom): boolean {
  const [more, less] = [
    patternTexts(wide.source),
    patternTexts(narrow.source),
  ];
  return more !== null && less !== null && more.alone &&
    less.texts.every((one) => more.texts.some((two) => one.includes(two)));
}
