import type {
  AnswerOf,
  Arguments,
  CallOptions,
  ItemOf,
  LinesPath,
  ListPath,
  Method,
  PathOf,
  Post,
  Schemas,
} from "./api_types.ts";
import { type Tail, tailEvents } from "./event_tail.ts";
import { linesOf } from "./lines.ts";
import { pagesOf } from "./pages.ts";
import { RETRY_LIMITS, type RetryLimits } from "./retry.ts";
import { type Call, KEY_HEADER, sender } from "./send.ts";
import { realWorld, type World } from "./world.ts";

export type {
  AnswerOf,
  Asked,
  CallOptions,
  FileContent,
  ItemOf,
  ListPath,
  PathOf,
  Schemas,
} from "./api_types.ts";
export type { Tail } from "./event_tail.ts";
export { BalanceProblem, BalanceUnreachable, type Flaw } from "./problem.ts";
export type { RetryLimits } from "./retry.ts";
export {
  BalanceUntrusted,
  type Message,
  type SentWebhook,
  verifyCloudEvents,
  verifyWebhook,
} from "./verify_webhook.ts";

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
  get<P extends PathOf<"get">>(
    path: P,
    ...asked: Arguments<"get", P>
  ): Promise<AnswerOf<"get", P>>;
  /** Carries an idempotency key over all of its attempts. */
  readonly post: Post;
  put<P extends PathOf<"put">>(
    path: P,
    ...asked: Arguments<"put", P>
  ): Promise<AnswerOf<"put", P>>;
  patch<P extends PathOf<"patch">>(
    path: P,
    ...asked: Arguments<"patch", P>
  ): Promise<AnswerOf<"patch", P>>;
  delete<P extends PathOf<"delete">>(
    path: P,
    ...asked: Arguments<"delete", P>
  ): Promise<AnswerOf<"delete", P>>;
  /** Any of these, with status, ETag and headers beside the body. */
  request<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    ...asked: Arguments<M, P>
  ): Promise<Answered<AnswerOf<M, P>>>;
  /** Every item of a list, page by page; `query.limit` is the size of a page. */
  all<P extends ListPath>(
    path: P,
    ...asked: Arguments<"get", P>
  ): AsyncGenerator<ItemOf<P>, void, undefined>;
  /** Every line of an answer that is lines of JSON, as it arrives. */
  lines<P extends LinesPath>(
    path: P,
    ...asked: Arguments<"get", P>
  ): AsyncGenerator<AnswerOf<"get", P>, void, undefined>;
  /** An answer whose body is not read yet: a file. */
  open<P extends PathOf<"get">>(
    path: P,
    ...asked: Arguments<"get", P>
  ): Promise<Response>;
  /** Events from `after` on, each once and in order, those to come included; ends when `signal` is aborted. */
  tail(tail?: Tail): AsyncGenerator<Schemas["Event"], void, undefined>;
}

/** A client of the service at `baseUrl`. It keeps no connection and no state; make one and share it. */
export function balance(
  {
    baseUrl,
    apiKey,
    fetch = (request) => globalThis.fetch(request),
    retries = {},
    world = realWorld,
  }: BalanceOptions,
): Balance {
  // Both said now rather than as a network that fails at each attempt.
  if (!/^https?:$/.test(new URL(baseUrl).protocol)) {
    throw new TypeError(`${baseUrl} is no http address`);
  }
  const headers = {
    ...apiKey !== undefined && { Authorization: `Bearer ${apiKey}` },
  };
  new Headers(headers);

  const limits = { ...RETRY_LIMITS, ...retries };
  const send = sender({ baseUrl, headers, fetch, limits, world });

  async function request(method: Method, path: string, asked: Any = {}) {
    const { body, response, attempts } = await send(
      callOf(method, path, asked),
    );
    return {
      body,
      status: response.status,
      etag: response.headers.get("ETag"),
      isReplay: response.headers.get("Idempotency-Replayed") === "true",
      headers: response.headers,
      attempts,
    };
  }
  const by = (method: Method) => async (path: string, asked?: Any) =>
    (await request(method, path, asked)).body;
  const open = async (path: string, asked: Any = {}) =>
    (await send(callOf("get", path, asked, "stream"))).response;

  // The types are those of the document; what runs is the same for all of them.
  return {
    get: by("get"),
    post: by("post"),
    put: by("put"),
    patch: by("patch"),
    delete: by("delete"),
    request,
    open,
    all: (path: string, asked?: Any) =>
      pagesOf((query) => request("get", path, { ...asked, query }), asked),
    lines: (path: string, asked?: Any) => linesOf(() => open(path, asked)),
    tail: (tail: Tail = {}) => tailEvents(send, tail, limits, world),
  } as Balance;
}

/** What any operation may be asked with, its types aside. */
type Any = CallOptions & {
  readonly path?: Call["params"];
  readonly query?: Call["query"];
  readonly body?: unknown;
  readonly file?: Call["file"];
  readonly fileType?: string;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
};

function callOf(
  method: Method,
  path: string,
  asked: Any,
  parseAs: Call["parseAs"] = "json",
): Call {
  const { file, fileType = "application/octet-stream" } = asked;
  return {
    method,
    path,
    parseAs,
    params: asked.path ?? {},
    query: asked.query ?? {},
    body: asked.body,
    file,
    headers: {
      ...asked.headers,
      ...file !== undefined && { "Content-Type": fileType },
      ...asked.ifMatch !== undefined && { "If-Match": asked.ifMatch },
      ...asked.idempotencyKey !== undefined &&
        { [KEY_HEADER]: asked.idempotencyKey },
    },
    signal: asked.signal,
    deadlineMs: asked.deadlineMs,
  };
}
