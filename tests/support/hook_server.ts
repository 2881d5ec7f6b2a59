import { Webhook } from "standardwebhooks";
import type { HostAndPort } from "../../adapters/outgoing/check_url.ts";

/** A message as it arrived. */
export interface Hooked {
  readonly id: string;
  readonly body: string;
  /** All that was sent: headers and body. */
  readonly bytes: string;
  /** What the library that signed it reads, by this secret; throws where the signature is another's. */
  verified(secret: string): unknown;
}

/** Somebody's server for webhooks. `await using` closes it. */
export interface HookServer extends AsyncDisposable {
  readonly url: string;
  readonly allow: readonly HostAndPort[];
  readonly got: Hooked[];
  /** What it answers from now on. */
  answer(given: () => Response | Promise<Response>): void;
}

/** Starts a server that answers 200 until it is told otherwise. */
export function hookServer(): HookServer {
  const got: Hooked[] = [];
  let answer: Parameters<HookServer["answer"]>[0] = () =>
    new Response("thanks");
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const body = await request.text();
      const headers = Object.fromEntries(request.headers);
      got.push({
        id: headers["webhook-id"] ?? "",
        body,
        bytes: `${request.url}\n${JSON.stringify(headers)}\n${body}`,
        verified: (secret) => new Webhook(secret).verify(body, headers),
      });
      return answer();
    },
  );
  const { port } = server.addr;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    allow: [{ host: "127.0.0.1", port }],
    got,
    answer: (given) => void (answer = given),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
