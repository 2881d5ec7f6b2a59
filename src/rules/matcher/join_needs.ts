import type { Needs } from "./needs.ts";

export const ANYTHING: Needs = { kind: "anything" };

/** All of `parts`; those that need nothing are left out. */
export function allOf(parts: readonly Needs[]): Needs {
  const of = parts.filter(({ kind }) => kind !== "anything");
  if (of.length < 2) return of[0] ?? ANYTHING;
  return { kind: "all", of };
}

/** Any of `parts`; nothing is needed where one of them needs nothing. */
export function anyOf(parts: readonly Needs[]): Needs {
  if (parts.some(({ kind }) => kind === "anything")) return ANYTHING;
  return parts.length === 1 ? parts[0]! : { kind: "any", of: parts };
}
