import { CURRENCIES, type Money } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/instant.ts";
import { atomImplies } from "./atom_relations.ts";
import { type Atom, type Literal } from "./formula.ts";
import { sampleText } from "./sample_text.ts";
import type { Span } from "./spans.ts";

const DAY_MS = 86_400_000;
/** Days looked through for one that fits: four years, in which every weekday meets every day of the month. */
const DAYS_MAX = 1_500;
/** Where nothing says when. */
const SOME_DAY = Date.UTC(2026, 0, 1);

// Of each: null where nothing must be there, undefined where nothing was found that fits.

/** A text for the literals of one field. */
export function chosenText(
  literals: readonly Literal[],
): string | null | undefined {
  const atoms = asked(literals);
  if (atoms.length === 0) return null;
  const parts: string[] = [];
  const add = (part: string) => {
    if (!parts.join(" ").includes(part)) parts.push(part);
  };
  const texts = atoms.filter((atom) => atom.on === "text");
  const whole = texts.find(({ op }) => op === "is");
  if (whole) return whole.values[0];
  const longest = (op: string) =>
    texts.filter((atom) => atom.op === op).map(({ values }) => values[0]!)
      .toSorted((a, b) => b.length - a.length)[0];
  const [start, end] = [longest("starts"), longest("ends")];
  if (start !== undefined) parts.push(start);
  for (const atom of atoms) {
    if (atom.on === "pattern") {
      const sample = sampleText(atom.source);
      if (sample === null) return undefined;
      add(sample);
    }
  }
  for (const { op, values } of texts) if (op === "contains") add(values[0]!);
  if (end !== undefined && !parts.join(" ").endsWith(end)) parts.push(end);
  return parts.length === 0 ? "something" : parts.join(" ");
}

/** A value for the literals of one attribute. */
export function chosenValue(literals: readonly Literal[]) {
  for (const atom of asked(literals)) {
    if (atom.on === "boolean") return atom.value;
    if (atom.on === "number") return inSpans(atom.spans, 0);
  }
  return chosenText(literals);
}

export function chosenAmount(
  literals: readonly Literal[],
): Money | null | undefined {
  const [atom] = asked(literals).filter((atom) => atom.on === "amount");
  if (atom === undefined) return null;
  const forbidden = literals.filter(({ is }) => !is);
  for (const currency of likely(atom.currencies)) {
    for (const span of atom.spans) {
      const minor = inSpans([span], 0n);
      const exact: Atom = {
        on: "amount",
        currencies: [currency],
        spans: [{ from: minor, to: minor }],
      };
      if (!forbidden.some((not) => atomImplies(exact, not.atom))) {
        return { minor: `${minor}`, currency };
      }
    }
  }
  return undefined;
}

export function chosenDate(
  literals: readonly Literal[],
): Instant | null | undefined {
  const [atom] = asked(literals).filter((atom) => atom.on === "date");
  if (atom === undefined) return null;
  const forbidden = literals.filter(({ is }) => !is);
  for (const span of atom.spans) {
    const start = inSpans([span], SOME_DAY);
    const step = span.to === null || span.to > start ? DAY_MS : -DAY_MS;
    for (let days = 0; days < DAYS_MAX; days++) {
      const ms = start + days * step;
      if (span.to !== null && ms > span.to) break;
      if (span.from !== null && ms < span.from) break;
      const exact: Atom = { ...onDay(ms), spans: [{ from: ms, to: ms }] };
      const fits = atomImplies(exact, atom) &&
        !forbidden.some((not) => atomImplies(exact, not.atom));
      if (fits) return new Date(ms).toISOString() as Instant;
    }
  }
  return undefined;
}

function onDay(ms: number) {
  const date = new Date(ms);
  return {
    on: "date",
    weekdays: [date.getUTCDay() || 7],
    days: [date.getUTCDate()],
  } as const;
}

function asked(literals: readonly Literal[]): readonly Atom[] {
  return literals.filter(({ is }) => is).map(({ atom }) => atom);
}

/** The value nearest to `wish` in the first span. */
function inSpans<T extends number | bigint>(
  [span]: readonly Span<T>[],
  wish: T,
): T {
  const { from = null, to = null } = span ?? {};
  if (from !== null && wish < from) return from;
  return to !== null && wish > to ? to : wish;
}

/** A few currencies to try, the most usual first. */
function likely(given: readonly string[] | null): readonly string[] {
  const usual = ["GBP", "EUR", "USD"].filter((one) =>
    given === null || given.includes(one)
  );
  return [...usual, ...(given ?? CURRENCIES).slice(0, 3)];
}
