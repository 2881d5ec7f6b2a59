type Query = Readonly<Record<string, unknown>>;

interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

/** The items of a list, page by page, each page asked for when the one before is used up. */
export async function* pagesOf<T>(
  read: (query: Query) => Promise<{ readonly body: unknown }>,
  asked: { readonly query?: Query } = {},
): AsyncGenerator<T, void, undefined> {
  let query = asked.query ?? {};
  for (;;) {
    const { data, next_cursor } = (await read(query)).body as Page<T>;
    yield* data;
    if (next_cursor === null) return;
    // Of events `after` says where to begin, and means the same as a cursor.
    const { after: _, ...rest } = query;
    query = { ...rest, cursor: next_cursor };
  }
}
