import { tidy } from "../records/text.ts";

const DESCRIPTION_MAX = 1_000;
const COUNTERPARTY_MAX = 300;
const ATTRIBUTE_MAX = 500;

/** The texts of an entry as records keep them: tidied, and cut where they are too long; the payload has them whole. */
export function fitDescription(
  ...parts: readonly (string | null | undefined)[]
): string {
  const texts = [...new Set(parts.map((part) => tidy(part ?? "")))].filter((
    text,
  ) => text !== "");
  return cut(texts.join(" "), DESCRIPTION_MAX);
}

export function fitCounterparty(
  text: string | null | undefined,
): string | null {
  return cut(tidy(text ?? ""), COUNTERPARTY_MAX) || null;
}

/** Attributes without those that are empty. */
export function fitAttributes(
  given: Readonly<Record<string, string | null | undefined>>,
): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, text]) => {
      const fit = cut(tidy(text ?? ""), ATTRIBUTE_MAX);
      return fit === "" ? [] : [[name, fit]];
    }),
  );
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max);
  // Never half of a surrogate pair.
  return kept.isWellFormed() ? kept : kept.slice(0, -1);
}

/** Why a text cannot be kept; null where it can. */
export function wrongText(text: string): string | null {
  if (text.includes("\0")) return "holds a NUL character";
  return text.isWellFormed() ? null : "holds half of a surrogate pair";
}
