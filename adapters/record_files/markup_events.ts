/** What a file in XML or SGML is made of, in its order. */
export type MarkupEvent =
  | {
    readonly kind: "open";
    readonly name: string;
    readonly line: number;
    readonly attributes: { readonly [name: string]: string };
  }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "close"; readonly name: string }
  /** It cannot be read further; the last. */
  | { readonly kind: "broken"; readonly line: number; readonly detail: string };
