// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import type { AnswerOf, Arguments, ItemOf, LinesPath, ListPath, Method, PathOf, Post, Schemas } from "./api_types.js";
import { type Tail } from "./event_tail.js";
import { type RetryLimits } from "./retry.js";
import { type World } from "./world.js";
export type { AnswerOf, Asked, CallOptions, FileContent, ItemOf, ListPath, PathOf, Schemas, } from "./api_types.js";
export type { Tail } from "./event_tail.js";
export { BalanceProblem, BalanceUnreachable, type Flaw } from "./problem.js";
export type { RetryLimits } from "./retry.js";
export { BalanceUntrusted, type Message, type SentWebhook, verifyCloudEvents, verifyWebhook, } from "./verify_webhook.js";
/** Where the service is, and who asks. */
export interface BalanceOptions {
    /** Such as `https://balance.example`, without `/api`. */
    readonly baseUrl: string;
    /** An API key (`bal_…`) or the token of a session. Absent: only what asks for neither works. */
    readonly apiKey?: string;
    /** Instead of the runtime's own. */
    readonly fetch?: (request: Request) => Promise<Response>;
    /** What differs from six attempts within a minute. */
    readonly retries?: Partial<RetryLimits>;
    /** Instead of the runtime's time and chance, for tests. */
    readonly world?: World;
}
/** An answer with what its headers say. */
export interface Answered<T> {
    readonly body: T;
    readonly status: number;
    /** The version shown, for `ifMatch`; null where it has none. */
    readonly etag: string | null;
    /** It is the answer of an earlier request with this idempotency key. */
    readonly isReplay: boolean;
    readonly headers: Headers;
    /** How often the request was sent. */
    readonly attempts: number;
}
/**
 * The API, typed by its document. Paths are those below `/api/v1`. Every call answers the body,
 * throws BalanceProblem where the service refuses, and BalanceUnreachable where nobody answers.
 */
export interface Balance {
    get<P extends PathOf<"get">>(path: P, ...asked: Arguments<"get", P>): Promise<AnswerOf<"get", P>>;
    /** Carries an idempotency key over all of its attempts. */
    readonly post: Post;
    put<P extends PathOf<"put">>(path: P, ...asked: Arguments<"put", P>): Promise<AnswerOf<"put", P>>;
    patch<P extends PathOf<"patch">>(path: P, ...asked: Arguments<"patch", P>): Promise<AnswerOf<"patch", P>>;
    delete<P extends PathOf<"delete">>(path: P, ...asked: Arguments<"delete", P>): Promise<AnswerOf<"delete", P>>;
    /** Any of these, with status, ETag and headers beside the body. */
    request<M extends Method, P extends PathOf<M>>(method: M, path: P, ...asked: Arguments<M, P>): Promise<Answered<AnswerOf<M, P>>>;
    /** Every item of a list, page by page; `query.limit` is the size of a page. */
    all<P extends ListPath>(path: P, ...asked: Arguments<"get", P>): AsyncGenerator<ItemOf<P>, void, undefined>;
    /** Every line of an answer that is lines of JSON, as it arrives. */
    lines<P extends LinesPath>(path: P, ...asked: Arguments<"get", P>): AsyncGenerator<AnswerOf<"get", P>, void, undefined>;
    /** An answer whose body is not read yet: a file. */
    open<P extends PathOf<"get">>(path: P, ...asked: Arguments<"get", P>): Promise<Response>;
    /** Events from `after` on, each once and in order, those to come included; ends when `signal` is aborted. */
    tail(tail?: Tail): AsyncGenerator<Schemas["Event"], void, undefined>;
}
/** A client of the service at `baseUrl`. It keeps no connection and no state; make one and share it. */
export declare function balance({ baseUrl, apiKey, fetch, retries, world, }: BalanceOptions): Balance;
