import type { Condition } from "../conditions/condition.ts";
import { literalImplies } from "./atom_relations.ts";
import { canonicalForm, conjunction } from "./canonical_form.ts";
import {
  type Formula,
  isAlways,
  isNever,
  type Literal,
  literal,
  negated,
} from "./formula.ts";

/** Pairs of parts that one question looks at; beyond it the answer is that nothing is known. */
const STEPS_MAX = 500;

/** Whether every record that meets `a` meets `b`: true only where that is sure, false also where it is not known. */
export function implies(a: Condition, b: Condition): boolean {
  return formulaImplies(canonicalForm(a), canonicalForm(b));
}

/** The same of canonical forms. */
export function formulaImplies(a: Formula, b: Formula): boolean {
  return isImplied(a, b, { left: STEPS_MAX }) ||
    // By contradiction: what several parts say together.
    (a.kind !== "any" && isNever(conjunction([a, negated(b)])));
}

function isImplied(a: Formula, b: Formula, steps: { left: number }): boolean {
  if (a.key === b.key || isNever(a) || isAlways(b)) return true;
  if (steps.left-- <= 0) return false;
  if (b.kind === "all") {
    return b.parts.every((part) => isImplied(a, part, steps));
  }
  if (a.kind === "any") {
    return a.parts.every((part) => isImplied(part, b, steps));
  }
  if (a.kind === "literal" && b.kind === "literal") return literalImplies(a, b);
  if (a.kind === "all" && a.parts.some((part) => isImplied(part, b, steps))) {
    return true;
  }
  if (b.kind === "any" && b.parts.some((part) => isImplied(a, part, steps))) {
    return true;
  }
  const single = a.kind === "literal" ? singles(a) : [];
  if (single.length > 1) {
    return single.every((one) => isImplied(one, b, steps));
  }
  return false;
}

/** One literal for each value of a list of texts. */
function singles({ atom, is }: Literal): readonly Literal[] {
  return is && atom.on === "text"
    ? atom.values.map((value) => literal({ ...atom, values: [value] }))
    : [];
}
