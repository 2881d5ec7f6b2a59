/** A server on this machine, open until it is closed. */
export interface LocalServer {
  /** `http://127.0.0.1:…`, without a slash at its end. */
  readonly origin: string;
  /** Ends the requests that wait for an answer, too. */
  close(): Promise<void>;
}

/** Opens a server that answers as it is told, and 500 where that throws. */
export function localServer(
  answer: (request: Request) => Response | Promise<Response>,
): LocalServer {
  const closing = new AbortController();
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
    // A body that is cut off on purpose.
    onError: () => new Response(null, { status: 500 }),
    signal: closing.signal,
  }, answer);
  return {
    origin: `http://127.0.0.1:${server.addr.port}`,
    async close() {
      closing.abort();
      await server.finished;
    },
  };
}
