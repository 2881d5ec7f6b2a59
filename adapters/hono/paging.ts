import { z } from "@hono/zod-openapi";
import type { Failure } from "../../src/kernel/failure.ts";
import type { Id } from "../../src/kernel/ids.ts";
import { type Page, pageOf, type PageRequest } from "../../src/kernel/page.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import { cursorOf, idIn, textIn } from "./cursor.ts";
import { integerText } from "./fields.ts";
import { requestFailures } from "./request_failures.ts";

/** The query of a list whose pages end with ids of one kind. */
export function pageQuery<const P extends string>(prefix: P) {
  return {
    limit: limit(),
    cursor: cursor(prefix).optional(),
  };
}

/** The query of a list whose pages end with texts that `isPlace` takes. */
export function placeQuery(isPlace: (text: string) => boolean) {
  return {
    limit: limit(),
    cursor: z.string().transform((given, context): string => {
      const text = textIn(given);
      if (text !== null && isPlace(text)) return text;
      context.addIssue({ code: "custom", message: "is not a cursor of ours" });
      return z.NEVER;
    }).optional().openapi({
      type: "string",
      description: "The `next_cursor` of the page before",
    }),
  };
}

/** How many items a page has at most. */
export function limit() {
  return integerText({ min: 1, max: 200 }).default(50).openapi({
    type: "integer",
    minimum: 1,
    maximum: 200,
    default: 50,
  });
}

/** A cursor that a page of such ids gave. */
export function cursor<const P extends string>(prefix: P) {
  return z.string().transform((given, context): Id<P> => {
    const id = idIn(prefix, given);
    if (id !== null) return id;
    context.addIssue({ code: "custom", message: "is not a cursor of ours" });
    return z.NEVER;
  }).openapi({
    type: "string",
    description: "The `next_cursor` of the page before",
  });
}

/** A page as JSON: `{ data, next_cursor }`. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({
    data: z.array(item),
    next_cursor: z.string().nullable().openapi({
      description: "Pass it as `cursor` for the next page; null on the last",
    }),
  });
}

/** What of the query a use case is asked for. */
export function pageRequest(
  query: { readonly limit: number; readonly cursor?: string | undefined },
): PageRequest {
  return { limit: query.limit, cursor: query.cursor ?? null };
}

/** The page as JSON. */
export function pageJson<T, J>(
  { data, nextCursor }: Page<T>,
  json: (item: T) => J,
): { readonly data: readonly J[]; readonly next_cursor: string | null } {
  return {
    data: data.map(json),
    next_cursor: nextCursor === null ? null : cursorOf(nextCursor),
  };
}

/** A page out of a set that is read whole and sorted by id; it goes on after an item that is gone since. */
export function pageById<T extends { readonly id: string }>(
  all: readonly T[],
  { limit, cursor }: PageRequest,
): Page<T> {
  const rest = cursor === null ? all : all.filter(({ id }) => id > cursor);
  return pageOf(rest, limit, ({ id }) => id);
}

/** A page out of a set that is read whole, in an order of its own; a cursor at an item that is gone is refused. */
export function pageInOrder<T extends { readonly id: string }>(
  all: readonly T[],
  { limit, cursor }: PageRequest,
): Result<Page<T>, Failure<"request.cursor_gone">> {
  const at = all.findIndex(({ id }) => id === cursor);
  return cursor !== null && at < 0
    ? fail(requestFailures.cursor_gone({
      errors: [{
        parameter: "cursor",
        detail: "is of an item that is gone; start over without it",
      }],
    }))
    : ok(pageOf(all.slice(at + 1), limit, ({ id }) => id));
}
