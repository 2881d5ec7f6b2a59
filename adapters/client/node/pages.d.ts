// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
type Query = Readonly<Record<string, unknown>>;
/** The items of a list, page by page, each page asked for when the one before is used up. */
export declare function pagesOf<T>(read: (query: Query) => Promise<{
    readonly body: unknown;
}>, asked?: {
    readonly query?: Query;
}): AsyncGenerator<T, void, undefined>;
export {};
