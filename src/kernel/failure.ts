import type { Json } from "./json.ts";

/** How a caller may react to a failure. Transports map this, never the kind. */
export type FailureCategory =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "missing"
  | "conflict"
  | "over_limit"
  | "payment_due"
  | "unavailable";

/** One wrong place in the input: a JSON pointer (RFC 6901) and what is wrong there. */
export interface Flaw {
  readonly pointer: string;
  readonly detail: string;
}

export type Facts = { readonly [name: string]: Json };

/** An expected failure. `kind` is `module.slug`; `flaws` name the wrong places of invalid input. */
export interface Failure<Kind extends string = string> {
  readonly kind: Kind;
  readonly category: FailureCategory;
  readonly title: string;
  readonly facts: Facts;
  readonly flaws: readonly Flaw[];
}

interface Row {
  readonly category: FailureCategory;
  readonly title: string;
}

/** Turns a module's failure table into one typed constructor per row. */
export function failures<
  const Module extends string,
  const Table extends Readonly<Record<string, Row>>,
>(module: Module, table: Table): {
  [Slug in keyof Table & string]: (
    facts?: Facts,
    flaws?: readonly Flaw[],
  ) => Failure<`${Module}.${Slug}`>;
} {
  const constructors = Object.entries(table).map(([slug, row]) => [
    slug,
    (facts: Facts = {}, flaws: readonly Flaw[] = []) => ({
      kind: `${module}.${slug}`,
      ...row,
      facts,
      flaws,
    }),
  ]);
  return Object.fromEntries(constructors);
}
