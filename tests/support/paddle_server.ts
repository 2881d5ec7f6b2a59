import type { Clock } from "../../ports/clock.ts";
import { type PaddleAccount, paddleAccount } from "./paddle_account.ts";
import { type PaddleReply, refusal } from "./paddle_replies.ts";
import { paddleReply } from "./paddle_routes.ts";

/** A request as it came in. */
export interface PaddleRequest {
  readonly method: string;
  /** With its query, decoded. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What a request meets instead of an answer of the account's; null: no answer, ever. */
export type PaddleFault = (() => Response) | null;

/** A Paddle on this machine, with one account. It checks key, version, types, parameters and fields. */
export interface PaddleServer {
  readonly origin: string;
  readonly apiKey: string;
  readonly account: PaddleAccount;
  /** All that was asked, in order; who empties it looks at what follows. */
  readonly requests: PaddleRequest[];
  /** The next requests meet these, one each. */
  fault(...faults: readonly PaddleFault[]): void;
  /** Ends the requests that wait for an answer, too. */
  close(): Promise<void>;
}

export function paddleServer(clock: Clock): PaddleServer {
  const apiKey = "pdl_sdbx_apikey_0123456789abcdefghij";
  const account = paddleAccount(clock);
  const requests: PaddleRequest[] = [];
  const faults: PaddleFault[] = [];
  const closing = new AbortController();

  const replyTo = (
    { method, headers, body }: PaddleRequest,
    url: URL,
  ): PaddleReply => {
    if (headers.get("authorization") !== `Bearer ${apiKey}`) {
      return refusal(403, "invalid_token");
    }
    if (headers.get("paddle-version") !== "1") {
      return refusal(400, "unsupported_version");
    }
    const isJson = headers.get("content-type") === "application/json";
    if (isJson !== (method !== "GET")) {
      return refusal(415, "unsupported_media_type");
    }
    return paddleReply(
      account,
      method,
      url.pathname,
      Object.fromEntries(url.searchParams),
      (body ?? {}) as Readonly<Record<string, unknown>>,
    );
  };

  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
    // A body that is cut off on purpose.
    onError: () => new Response(null, { status: 500 }),
    signal: closing.signal,
  }, async (request) => {
    const url = new URL(request.url);
    const text = await request.text();
    const seen: PaddleRequest = {
      method: request.method,
      path: decodeURIComponent(url.pathname + url.search),
      headers: request.headers,
      body: text === "" ? null : JSON.parse(text),
    };
    requests.push(seen);
    const fault = faults.shift();
    if (fault === null) return await new Promise<Response>(() => {});
    if (fault) return fault();
    const { status, body } = replyTo(seen, url);
    return Response.json(body, { status });
  });

  return {
    origin: `http://127.0.0.1:${server.addr.port}`,
    apiKey,
    account,
    requests,
    fault: (...some) => void faults.push(...some),
    async close() {
      closing.abort();
      await server.finished;
    },
  };
}

/** Too many requests. */
export const busy = () => {
  const { status, body } = refusal(429, "too_many_requests");
  return Response.json(body, { status, headers: { "Retry-After": "7" } });
};

/** A page of what stands before Paddle. */
export const broken = () =>
  new Response("<html><h1>502 Bad Gateway</h1></html>", {
    status: 502,
    headers: { "content-type": "text/html" },
  });
