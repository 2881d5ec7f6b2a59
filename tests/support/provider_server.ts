import { type LocalServer, localServer } from "./local_server.ts";

/** A request as it came in. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What the provider does with a request. */
export type Behaviour = (request: SeenRequest) => Response | Promise<Response>;

/** A provider of models on this machine, that does as it is told. */
export interface ProviderServer extends LocalServer {
  /** All that was asked, in order. */
  readonly requests: readonly SeenRequest[];
  /** From here on requests meet this. */
  behave(behaviour: Behaviour): void;
}

export function providerServer(): ProviderServer {
  const requests: SeenRequest[] = [];
  let behaviour: Behaviour = () => new Response(null, { status: 404 });
  const { origin, close } = localServer(async (request) => {
    const seen = {
      method: request.method,
      path: new URL(request.url).pathname,
      headers: request.headers,
      body: await request.json(),
    };
    requests.push(seen);
    return behaviour(seen);
  });
  return {
    origin,
    requests,
    behave: (next) => {
      behaviour = next;
    },
    close,
  };
}

/** Never answers. */
export const silent: Behaviour = () => new Promise<Response>(() => {});

/** Begins an answer of JSON, and never goes on. */
export const stalling: Behaviour = () =>
  new Response(
    new ReadableStream({
      start: (body) => body.enqueue(new TextEncoder().encode('{"id":')),
    }),
    { headers: { "content-type": "application/json" } },
  );

/** Begins an answer of JSON, and breaks off. */
export const breaking: Behaviour = () =>
  new Response(
    new ReadableStream({
      start: (body) => body.enqueue(new TextEncoder().encode('{"id":')),
      pull: (body) => body.error(new Error("broken on purpose")),
    }),
    { headers: { "content-type": "application/json" } },
  );

/** An address where nobody listens. */
export function deadOrigin(): string {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return `http://127.0.0.1:${listener.addr.port}`;
}
