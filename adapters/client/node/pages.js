// @ts-self-types="./pages.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
/** The items of a list, page by page, each page asked for when the one before is used up. */
export async function* pagesOf(read, asked = {}) {
    let query = asked.query ?? {};
    for (;;) {
        const { data, next_cursor } = (await read(query)).body;
        yield* data;
        if (next_cursor === null)
            return;
        // Of events `after` says where to begin, and means the same as a cursor.
        const { after: _, ...rest } = query;
        query = { ...rest, cursor: next_cursor };
    }
}
