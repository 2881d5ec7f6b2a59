import createClient from "openapi-fetch";
import type { FileContent, Method } from "./api_types.ts";
import { BalanceProblem } from "./problem.ts";
import { type Repeatable, type RetryLimits, withRetries } from "./retry.ts";
import type { World } from "./world.ts";

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
export const KEYLESS: readonly string[] = ["/session", "/invitations/accept"];

export const KEY_HEADER = "Idempotency-Key";

/** How calls are sent to the service at `baseUrl`. */
export function sender(
  { baseUrl, headers, fetch, limits, world }: {
    readonly baseUrl: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly fetch: (request: Request) => Promise<Response>;
    readonly limits: RetryLimits;
    readonly world: World;
  },
): Send {
  const client = createClient<Anything>({
    baseUrl: `${baseUrl.replace(/\/+$/, "")}/api/v1`,
    headers,
    fetch,
  });
  return async (given) => {
    const call = keyed(given);
    const { method, path, parseAs, signal, file, deadlineMs } = call;
    // What cannot be sent throws here; later it would look like a network at fault.
    const text = call.body === undefined
      ? undefined
      : JSON.stringify(call.body);
    new Headers(call.headers);
    const repeatable = repeatableOf(call);
    const { data, error, response, attempts } = await withRetries(
      async (signal) => {
        const answer = await client.request(method, path, {
          params: { path: call.params, query: call.query },
          headers: call.headers,
          parseAs,
          signal,
          bodySerializer: (sent: unknown) => sent,
          ...file !== undefined
            ? await opened(file)
            : repeatable === "always"
            ? { body: text }
            : sentOnce(text),
        });
        // Of an empty answer the body is left as it came, and its connection with it.
        const { response } = answer;
        if (parseAs === "json" && !response.bodyUsed) {
          await response.body?.cancel();
        }
        return answer;
      },
      {
        limits: { ...limits, ...deadlineMs !== undefined && { deadlineMs } },
        repeatable,
        signal,
        world,
      },
    );
    if (!response.ok) throw new BalanceProblem(response, error, attempts);
    return { body: data, response, attempts };
  };
}

/** openapi-fetch is used for what it sends; which operation takes what is said in api_types.ts. */
// deno-lint-ignore no-explicit-any
type Anything = any;

/** Once for all attempts: that is what makes a POST safe to repeat. */
function keyed(call: Call): Call {
  const { method, path, headers } = call;
  return method !== "post" || KEYLESS.includes(path) || KEY_HEADER in headers
    ? call
    : { ...call, headers: { ...headers, [KEY_HEADER]: crypto.randomUUID() } };
}

function repeatableOf({ method, headers, file }: Call): Repeatable {
  if (file instanceof ReadableStream) return "never";
  if (method === "post") {
    return KEY_HEADER in headers ? "always" : "when_refused";
  }
  // A second time it would meet the version that the first has made.
  if ("If-Match" in headers) return "when_refused";
  return method === "patch" ? "when_refused" : "always";
}

/** Deno's fetch sends again by itself what a connection that was used before lost, unless it cannot: a stream it cannot. */
function sentOnce(text = ""): {
  readonly body: ReadableStream;
  readonly duplex: "half";
} {
  return { body: new Blob([text]).stream(), duplex: "half" };
}

async function opened(file: FileContent): Promise<{
  readonly body: unknown;
  readonly duplex?: "half";
}> {
  const body = typeof file === "function" ? await file() : file;
  // A request whose body is a stream is refused without it.
  return body instanceof ReadableStream ? { body, duplex: "half" } : { body };
}
