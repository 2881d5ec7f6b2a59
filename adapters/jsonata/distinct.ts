import { canonicalJson, type Json } from "../../src/kernel/json.ts";

/** `$distinct`, in time linear in the list: the language's own compares each item with all others. */
export function distinct(items: unknown): unknown {
  if (!Array.isArray(items)) return items;
  const known = new Map<string, unknown>();
  for (const item of items) {
    const key = canonicalJson(item as Json) ?? "undefined";
    if (!known.has(key)) known.set(key, item);
  }
  return [...known.values()];
}
