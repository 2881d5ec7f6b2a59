import type { Clock } from "../../ports/clock.ts";
import { type FaultQueue, faultQueue } from "./fault_queue.ts";
import { type LocalServer, localServer } from "./local_server.ts";
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

/** A Paddle on this machine, with one account. It checks key, version, types, parameters and fields. */
export interface PaddleServer extends LocalServer {
  readonly apiKey: string;
  readonly account: PaddleAccount;
  /** All that was asked, in order; who empties it looks at what follows. */
  readonly requests: PaddleRequest[];
  /** The next requests meet these, one each. */
  readonly fault: FaultQueue["fault"];
}

export function paddleServer(clock: Clock): PaddleServer {
  const apiKey = "pdl_sdbx_apikey_0123456789abcdefghij";
  const account = paddleAccount(clock);
  const requests: PaddleRequest[] = [];
  const { fault, meet } = faultQueue();

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

  const { origin, close } = localServer(async (request) => {
    const url = new URL(request.url);
    const text = await request.text();
    const seen: PaddleRequest = {
      method: request.method,
      path: decodeURIComponent(url.pathname + url.search),
      headers: request.headers,
      body: text === "" ? null : JSON.parse(text),
    };
    requests.push(seen);
    return await meet(async () => {
      const { status, body } = replyTo(seen, url);
      return Response.json(body, { status });
    });
  });

  return {
    origin,
    apiKey,
    account,
    requests,
    fault,
    close,
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
