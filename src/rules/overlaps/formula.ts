import type { Span } from "./spans.ts";

export type TextOp = "is" | "contains" | "starts" | "ends";

/**
 * What one field of a record can be found to be. Text is folded; a list means one of its values;
 * spans, weekdays and days of the month must hold together, and null is any. `filled` is not absent.
 */
export type Atom =
  | {
    readonly on: "text";
    readonly field: string;
    readonly op: TextOp;
    readonly values: readonly string[];
  }
  | { readonly on: "pattern"; readonly field: string; readonly source: string }
  | { readonly on: "filled"; readonly field: string }
  | {
    readonly on: "number";
    readonly field: string;
    readonly spans: readonly Span<number>[];
  }
  | { readonly on: "boolean"; readonly field: string; readonly value: boolean }
  | {
    readonly on: "amount";
    readonly currencies: readonly string[] | null;
    readonly spans: readonly Span<bigint>[];
  }
  | {
    readonly on: "date";
    readonly spans: readonly Span<number>[];
    readonly weekdays: readonly number[] | null;
    readonly days: readonly number[] | null;
  };

/** An atom, or that it does not hold. Equal keys mean the same. */
export interface Literal {
  readonly kind: "literal";
  readonly is: boolean;
  readonly atom: Atom;
  readonly key: string;
}

/** All or any of its parts. `all` of nothing always holds, `any` of nothing never. */
export interface Junction {
  readonly kind: "all" | "any";
  readonly parts: readonly Formula[];
  readonly key: string;
}

/** A condition without `not` but at its leaves. */
export type Formula = Literal | Junction;

export function literal(atom: Atom, is = true): Literal {
  const key = JSON.stringify(
    atom,
    (_, value) => typeof value === "bigint" ? `${value}` : value,
  );
  return { kind: "literal", is, atom, key: is ? key : `!${key}` };
}

export function junction(
  kind: Junction["kind"],
  parts: readonly Formula[],
): Junction {
  const keys = parts.map(({ key }) => key).join(",");
  return { kind, parts, key: `${kind}(${keys})` };
}

export const ALWAYS = junction("all", []);
export const NEVER = junction("any", []);

export function isNever(formula: Formula): boolean {
  return formula.kind === "any" && formula.parts.length === 0;
}

export function isAlways(formula: Formula): boolean {
  return formula.kind === "all" && formula.parts.length === 0;
}

/** The opposite, by De Morgan. */
export function negated(formula: Formula): Formula {
  if (formula.kind === "literal") return literal(formula.atom, !formula.is);
  const { kind, parts } = formula;
  return junction(kind === "all" ? "any" : "all", parts.map(negated));
}

/** What of a record an atom looks at: atoms of different subjects say nothing of one another. */
export function subjectOf(atom: Atom): string {
  return atom.on === "amount" || atom.on === "date" ? atom.on : atom.field;
}
