import type { Condition } from "../conditions/condition.ts";
import { literalImplies } from "./atom_relations.ts";
import { combined } from "./combine.ts";
import {
  ALWAYS,
  type Formula,
  isNever,
  junction,
  type Literal,
  literal,
  negated,
  NEVER,
  subjectOf,
} from "./formula.ts";
import { leafFormula } from "./leaf_formula.ts";
import { textImplies } from "./text_relations.ts";

/** Literals of one subject that are compared with one another; more in one `all` are only put in order. */
const COMPARED_MAX = 40;

/**
 * A condition in the one form of all that are known to mean the same: folded, flat, in order, `not` at leaves only,
 * what is said twice said once. `NEVER` where it is known that no record meets it.
 */
export function canonicalForm(condition: Condition): Formula {
  if ("all" in condition) return conjunction(condition.all.map(canonicalForm));
  if ("any" in condition) {
    return negated(
      conjunction(condition.any.map((part) => negated(canonicalForm(part)))),
    );
  }
  if ("not" in condition) return negated(canonicalForm(condition.not));
  return leafFormula(condition);
}

/** The canonical form of all of `parts`, which are canonical. That of any is the same of their opposites. */
export function conjunction(parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => part.kind === "all" ? part.parts : part);
  const literals = merged(flat.filter((part) => part.kind === "literal"));
  if (literals === null) return NEVER;
  const anys = new Map<string, Formula>();
  for (const part of flat) {
    if (part.kind !== "any") continue;
    const rest = narrowed(part.parts, literals);
    if (rest === null) continue;
    if (isNever(rest)) return NEVER;
    // What one choice is left of is no choice: it may say something of the others.
    if (rest.kind !== "any") {
      return conjunction([
        ...literals,
        ...flat.filter((one) => one.kind !== "literal" && one !== part),
        rest,
      ]);
    }
    anys.set(rest.key, rest);
  }
  const all = [...literals, ...anys.values()];
  if (all.length === 1) return all[0]!;
  return all.length === 0 ? ALWAYS : junction("all", all.toSorted(byKey));
}

/** What of a choice is left where the literals hold: null where they make it hold. */
function narrowed(
  choices: readonly Formula[],
  literals: readonly Literal[],
): Formula | null {
  const left: Formula[] = [];
  for (const choice of choices) {
    const inside = choice.kind === "all" ? choice.parts : [choice];
    const known = inside.map((part) =>
      part.kind === "literal" ? standing(part, literals) : "open"
    );
    if (known.every((one) => one === "holds")) return null;
    if (!known.includes("fails")) left.push(choice);
  }
  return left.length === 1 ? left[0]! : junction("any", left);
}

function standing(part: Literal, literals: readonly Literal[]) {
  const opposite = literal(part.atom, !part.is);
  for (const known of literals.slice(0, COMPARED_MAX)) {
    if (literalImplies(known, part)) return "holds";
    if (literalImplies(known, opposite)) return "fails";
  }
  return "open";
}

/** Literals that must all hold, as few as is known, in order; null where they cannot. */
function merged(given: readonly Literal[]): readonly Literal[] | null {
  if (given.length < 2) return given;
  const groups = Map.groupBy(
    given.toSorted(byKey),
    ({ atom }) => subjectOf(atom),
  );
  const all: Literal[] = [];
  for (const group of groups.values()) {
    const rest = group.length > COMPARED_MAX ? group : mergedGroup(group);
    if (rest === null) return null;
    all.push(...rest);
  }
  const once = new Map(all.map((one) => [one.key, one]));
  return [...once.values()].toSorted(byKey);
}

function mergedGroup(group: readonly Literal[]): readonly Literal[] | null {
  const kept: Literal[] = [];
  const waiting = [...group];
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    const met = firstCombined(kept, one);
    if (met === null) kept.push(one);
    else if (met.result === "never") return null;
    else {
      kept.splice(met.index, 1);
      waiting.unshift(met.result);
    }
  }
  return withoutLostChoices(kept);
}

function firstCombined(kept: readonly Literal[], one: Literal) {
  for (const [index, other] of kept.entries()) {
    const result = combined(other, one);
    if (result !== null) return { index, result };
  }
  return null;
}

/** Drops the values of a list of texts that a literal beside it forbids. */
function withoutLostChoices(kept: readonly Literal[]) {
  const forbidden = kept.flatMap(({ is, atom }) =>
    is || (atom.on !== "text" && atom.on !== "pattern") ? [] : [atom]
  );
  const rest: Literal[] = [];
  for (const one of kept) {
    const { atom } = one;
    if (!one.is || atom.on !== "text") {
      rest.push(one);
      continue;
    }
    const values = atom.values.filter((value) =>
      !forbidden.some((not) => textImplies({ ...atom, values: [value] }, not))
    );
    if (values.length === 0) return null;
    rest.push(
      values.length === atom.values.length ? one : literal({ ...atom, values }),
    );
  }
  return rest;
}

function byKey(a: Formula, b: Formula): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
