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
export interface ProviderServer {
  /** `http://127.0.0.1:…`, without a slash at its end. */
  readonly origin: string;
  /** All that was asked, in order. */
  readonly requests: readonly SeenRequest[];
  /** From here on requests meet this. */
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

export function providerServer(): ProviderServer {
  const requests: SeenRequest[] = [];
  const closing = new AbortController();
  let behaviour: Behaviour = () => new Response(null, { status: 404 });
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
    // A body that is cut off on purpose.
    onError: () => new Response(null, { status: 500 }),
    signal: closing.signal,
  }, async (request) => {
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
    origin: `http://127.0.0.1:${server.addr.port}`,
    requests,
    behave: (next) => {
      behaviour = next;
    },
    async close() {
      closing.abort();
      await server.finished;
    },
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
