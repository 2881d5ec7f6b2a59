// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import type { FileContent, Method } from "./api_types.js";
import { type RetryLimits } from "./retry.js";
import type { World } from "./world.js";
/** A call as it is sent, whichever operation it is of. */
export interface Call {
    readonly method: Method;
    /** Below `/api/v1`, with its `{id}`. */
    readonly path: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
    readonly body?: unknown;
    readonly file?: FileContent | undefined;
    readonly headers: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal | undefined;
    readonly deadlineMs?: number | undefined;
    /** `stream`: the body is left unread, and the deadline is over once the answer begins. */
    readonly parseAs: "json" | "stream";
}
/** A call that went well. */
export interface Answer {
    readonly body: unknown;
    readonly response: Response;
    readonly attempts: number;
}
/** Sends a call until it is answered, throwing what is no success. */
export type Send = (call: Call) => Promise<Answer>;
/** POSTs that sign somebody in: they take no idempotency key, and are sent again only when refused. */
export declare const KEYLESS: readonly string[];
export declare const KEY_HEADER = "Idempotency-Key";
/** How calls are sent to the service at `baseUrl`. */
export declare function sender({ baseUrl, headers, fetch, limits, world }: {
    readonly baseUrl: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly fetch: (request: Request) => Promise<Response>;
    readonly limits: RetryLimits;
    readonly world: World;
}): Send;
