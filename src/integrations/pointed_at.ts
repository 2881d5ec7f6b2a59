import type { Json } from "../kernel/json.ts";

/** What lies at a JSON pointer (RFC 6901); undefined where nothing does. */
export function pointedAt(value: Json, pointer: string): Json | undefined {
  return pointer.split("/").slice(1).reduce<Json | undefined>((at, part) => {
    if (typeof at !== "object" || at === null) return undefined;
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    return Object.hasOwn(at, name)
      ? (at as { readonly [name: string]: Json })[name]
      : undefined;
  }, value);
}

/** The text or whole number there, as text; undefined for anything else. */
export function textAt(value: Json, pointer: string): string | undefined {
  const found = pointedAt(value, pointer);
  if (typeof found === "string") return found;
  return Number.isSafeInteger(found) ? String(found) : undefined;
}
