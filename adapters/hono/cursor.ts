import { type Id, isId } from "../../src/kernel/ids.ts";

/** The id that a page ended with, as a text that callers pass on without reading it. */
export function cursorOf(id: string): string {
  return btoa(id).replaceAll("=", "");
}

/** The id in a cursor of ours; null for anything else. */
export function idIn<const P extends string>(
  prefix: P,
  cursor: string,
): Id<P> | null {
  const id = textIn(cursor);
  return id !== null && isId(prefix, id) ? id : null;
}

/** The text in what may be a cursor of ours; null for what is none. */
export function textIn(cursor: string): string | null {
  return /^[A-Za-z0-9]{1,120}$/.test(cursor) && cursor.length % 4 !== 1
    ? atob(cursor)
    : null;
}
