import { CURRENCIES } from "../../kernel/money.ts";
import {
  atomImplies,
  atomsExclude,
  common,
  literalImplies,
  without,
} from "./atom_relations.ts";
import { type Atom, type Literal, literal } from "./formula.ts";
import {
  both,
  DOUBLES,
  either,
  type Line,
  MILLISECONDS,
  outside,
  type Span,
  WHOLE,
} from "./spans.ts";
import { fewest, holds } from "./text_relations.ts";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

/** Two literals of one subject that must both hold, as one; `never` where they cannot, null where they stay two. */
export function combined(a: Literal, b: Literal): Literal | "never" | null {
  if (literalImplies(a, b)) return a;
  if (literalImplies(b, a)) return b;
  if (a.is && b.is) {
    return atomsExclude(a.atom, b.atom) ? "never" : held(met(a.atom, b.atom));
  }
  if (!a.is && !b.is) {
    const atom = united(a.atom, b.atom);
    return atom && literal(atom, false);
  }
  const [is, not] = a.is ? [a.atom, b.atom] : [b.atom, a.atom];
  return atomImplies(is, not) ? "never" : held(less(is, not));
}

/** An atom of no value at all cannot hold. */
function held(atom: Atom | null): Literal | "never" | null {
  if (atom === null) return null;
  const isNothing = ("spans" in atom && atom.spans.length === 0) ||
    (atom.on === "text" && atom.values.length === 0) ||
    (atom.on === "amount" && atom.currencies?.length === 0) ||
    (atom.on === "date" &&
      (atom.weekdays?.length === 0 || atom.days?.length === 0));
  return isNothing ? "never" : literal(atom);
}

/** Both atoms, as one. */
function met(a: Atom, b: Atom): Atom | null {
  if (a.on === "text" && b.on === "text") {
    const [list, other] = a.op === "is" ? [a, b] : [b, a];
    return list.op !== "is"
      ? null
      : { ...list, values: list.values.filter((value) => fits(other, value)) };
  }
  if (a.on === "number" && b.on === "number") {
    return { ...a, spans: both(a.spans, b.spans) };
  }
  if (a.on === "amount" && b.on === "amount") {
    return {
      ...a,
      currencies: common(a.currencies, b.currencies),
      spans: both(a.spans, b.spans),
    };
  }
  if (a.on !== "date" || b.on !== "date") return null;
  return {
    ...a,
    spans: both(a.spans, b.spans),
    weekdays: common(a.weekdays, b.weekdays),
    days: common(a.days, b.days),
  };
}

/** One or the other, as one; null where one atom cannot say that. */
function united(a: Atom, b: Atom): Atom | null {
  if (a.on === "text" && b.on === "text" && a.op === b.op) {
    return { ...a, values: fewest(a.op, [...a.values, ...b.values]) };
  }
  if (a.on === "number" && b.on === "number") {
    return { ...a, spans: either(a.spans, b.spans, DOUBLES) };
  }
  if (a.on === "amount" && b.on === "amount") {
    if (isSame(a.currencies, b.currencies)) {
      return { ...a, spans: either(a.spans, b.spans, WHOLE) };
    }
    const all = [...a.currencies ?? CURRENCIES, ...b.currencies ?? CURRENCIES];
    return isSame(a.spans, b.spans)
      ? { ...a, currencies: listed(all, CURRENCIES) }
      : null;
  }
  if (a.on !== "date" || b.on !== "date") return null;
  if (isSame([a.weekdays, a.days], [b.weekdays, b.days])) {
    return { ...a, spans: either(a.spans, b.spans, MILLISECONDS) };
  }
  if (isSame([a.spans, a.days], [b.spans, b.days])) {
    const all = [...a.weekdays ?? WEEKDAYS, ...b.weekdays ?? WEEKDAYS];
    return { ...a, weekdays: listed(all, WEEKDAYS) };
  }
  if (!isSame([a.spans, a.weekdays], [b.spans, b.weekdays])) return null;
  const all = [...a.days ?? DAYS, ...b.days ?? DAYS];
  return { ...a, days: listed(all, DAYS) };
}

/** The first and not the second, as one; null where one atom cannot say that. */
function less(a: Atom, b: Atom): Atom | null {
  if (a.on === "text" && b.on === "text" && a.op === "is") {
    return { ...a, values: a.values.filter((value) => !fits(b, value)) };
  }
  if (a.on === "number" && b.on === "number") {
    return { ...a, spans: cut(a.spans, b.spans, DOUBLES) };
  }
  if (a.on === "amount" && b.on === "amount") {
    if (without(a.currencies, b.currencies, CURRENCIES).length === 0) {
      return { ...a, spans: cut(a.spans, b.spans, WHOLE) };
    }
    if (cut(a.spans, b.spans, WHOLE).length > 0) return null;
    const rest = without(a.currencies, b.currencies, CURRENCIES);
    return { ...a, currencies: listed(rest, CURRENCIES) };
  }
  if (a.on !== "date" || b.on !== "date") return null;
  const isIn = {
    spans: cut(a.spans, b.spans, MILLISECONDS).length === 0,
    weekdays: without(a.weekdays, b.weekdays, WEEKDAYS).length === 0,
    days: without(a.days, b.days, DAYS).length === 0,
  };
  if (isIn.weekdays && isIn.days) {
    return { ...a, spans: cut(a.spans, b.spans, MILLISECONDS) };
  }
  if (isIn.spans && isIn.days) {
    return { ...a, weekdays: without(a.weekdays, b.weekdays, WEEKDAYS) };
  }
  return isIn.spans && isIn.weekdays
    ? { ...a, days: without(a.days, b.days, DAYS) }
    : null;
}

function fits(atom: Atom & { readonly on: "text" }, text: string): boolean {
  return atom.values.some((value) => holds(atom.op, text, value));
}

function cut<T extends number | bigint>(
  spans: readonly Span<T>[],
  away: readonly Span<T>[],
  line: Line<T>,
): readonly Span<T>[] {
  return both(spans, outside(away, line));
}

/** The values in the order of `every`; null where that is all of them. */
function listed<T>(values: readonly T[], every: readonly T[]) {
  const known = new Set(values);
  return known.size === every.length
    ? null
    : every.filter((value) => known.has(value));
}

function isSame(a: unknown, b: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(
      value,
      (_, one) => typeof one === "bigint" ? `${one}n` : one,
    );
  return text(a) === text(b);
}
