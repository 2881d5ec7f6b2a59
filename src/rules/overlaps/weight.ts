import type { Formula } from "./formula.ts";

/** Leaves and junctions of a formula: what reading it costs. */
export function leavesOf(form: Formula): number {
  return form.kind === "literal"
    ? 1
    : form.parts.reduce((sum, part) => sum + leavesOf(part), 1);
}

/** Values that a formula compares with: what trying it on a record costs at worst. */
export function valuesOf(form: Formula): number {
  if (form.kind === "literal") {
    return form.atom.on === "text" ? form.atom.values.length : 1;
  }
  return form.parts.reduce((sum, part) => sum + valuesOf(part), 0);
}

/** How often something that costs `each` may be done; at least a few times. */
export function timesWithin(budget: number, each: number): number {
  return Math.max(100, Math.floor(budget / Math.max(1, each)));
}
