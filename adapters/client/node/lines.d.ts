// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
/** The values of a body that is lines of JSON, each when its line is whole. */
export declare function linesOf<T>(open: () => Promise<Response>): AsyncGenerator<T, void, undefined>;
/** Text as it arrives, until `signal` is aborted; the body is given up when the reader stops. */
export declare function textOf(body: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<string, void, undefined>;
