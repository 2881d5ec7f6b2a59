/** Text fields compare folded (see `records/text.ts`); `attributes.<name>` is any attribute. */
export type TextField =
  | "description"
  | "counterparty"
  | "connection"
  | "currency"
  | `attributes.${string}`;

/** What a record must be like. Leaves name a field, an operator and a value. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Leaf;

export type Leaf = never;
