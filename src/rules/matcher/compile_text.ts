import type { RE2JS } from "re2js";
import { match } from "ts-pattern";
import { fold } from "../../records/text.ts";
import type { Test } from "./compile_leaf.ts";
import { compilePattern } from "./compile_pattern.ts";
import type { AttributeField, TextField } from "../conditions/condition.ts";
import type { ViewedText } from "./record_view.ts";

/** A text leaf of any text field or attribute. */
export type AnyTextLeaf =
  & { readonly field: TextField | AttributeField }
  & (
    | {
      readonly op:
        | "equals"
        | "contains"
        | "starts_with"
        | "ends_with"
        | "matches";
      readonly value: string;
    }
    | {
      readonly op: "in" | "contains_any";
      readonly value: readonly string[];
    }
  );

/** Folds what it compares with once; the record's text is folded by the view. */
export function compileText(leaf: AnyTextLeaf): Test {
  const holds = textTest(leaf);
  const { field } = leaf;
  return (view) => {
    const text = view.text(field);
    return text !== null && holds(text);
  };
}

function textTest(leaf: AnyTextLeaf): (text: ViewedText) => boolean {
  return match(leaf)
    .returnType<(text: ViewedText) => boolean>()
    .with({ op: "equals" }, ({ value }) => {
      const wanted = fold(value);
      return ({ folded }) => folded === wanted;
    })
    .with({ op: "contains" }, ({ value }) => {
      const wanted = fold(value);
      return ({ folded }) => folded.includes(wanted);
    })
    .with({ op: "starts_with" }, ({ value }) => {
      const wanted = fold(value);
      return ({ folded }) => folded.startsWith(wanted);
    })
    .with({ op: "ends_with" }, ({ value }) => {
      const wanted = fold(value);
      return ({ folded }) => folded.endsWith(wanted);
    })
    .with({ op: "in" }, ({ value }) => {
      const wanted = new Set(value.map(fold));
      return ({ folded }) => wanted.has(folded);
    })
    .with({ op: "contains_any" }, ({ value }) => {
      const wanted = value.map(fold);
      return ({ folded }) => wanted.some((part) => folded.includes(part));
    })
    .with({ op: "matches" }, ({ value }) => {
      // Compiling costs more than a match: a rule that is never reached does not pay for it.
      let pattern: RE2JS | undefined;
      return ({ tidied }) => (pattern ??= compilePattern(value)).test(tidied);
    })
    .exhaustive();
}
