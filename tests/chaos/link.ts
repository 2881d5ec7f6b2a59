/** A network between one process and one server: a TCP proxy that can be broken. */
export interface Link {
  readonly port: number;
  /** Ends every connection, and refuses new ones until `restore`. */
  cut(): void;
  /** Connections stay and new ones open, but no byte comes through until `restore`. */
  swallow(): void;
  /** All is well again; bytes that were held back arrive, if their connection is still there. */
  restore(): void;
  close(): Promise<void>;
}

/** Listens on a free port of this machine and carries all to `port`. */
export function openLink(port: number): Link {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const pairs = new Set<readonly [Deno.TcpConn, Deno.TcpConn]>();
  let isCut = false;
  let gate: PromiseWithResolvers<void> | null = null;
  const carrying = new Set<Promise<void>>();

  async function accept(): Promise<void> {
    for await (const client of listener) {
      if (isCut) close(client);
      else {
        const one = carry(client).finally(() => carrying.delete(one));
        carrying.add(one);
      }
    }
  }

  async function carry(client: Deno.TcpConn): Promise<void> {
    let server: Deno.TcpConn;
    try {
      server = await Deno.connect({ hostname: "127.0.0.1", port });
    } catch (error) {
      close(client);
      // The server is down: whoever calls sees a connection that ends at once.
      if (isBroken(error)) return;
      throw error;
    }
    const pair = [client, server] as const;
    pairs.add(pair);
    // Where one side ends, so does the other: none of the protocols here ends in halves.
    await Promise.race([pump(client, server), pump(server, client)]);
    pairs.delete(pair);
    pair.forEach(close);
  }

  async function pump(from: Deno.TcpConn, to: Deno.TcpConn): Promise<void> {
    const buffer = new Uint8Array(64 * 1024);
    try {
      for (;;) {
        const size = await from.read(buffer);
        await gate?.promise;
        if (size === null) return;
        for (let sent = 0; sent < size;) {
          sent += await to.write(buffer.subarray(sent, size));
        }
      }
    } catch (error) {
      if (!isBroken(error)) throw error;
    }
  }

  const accepting = accept();
  const open = () => {
    gate?.resolve();
    gate = null;
  };
  const cut = () => {
    isCut = true;
    open();
    for (const pair of pairs) pair.forEach(close);
  };
  return {
    port: listener.addr.port,
    cut,
    swallow: () => void (gate ??= Promise.withResolvers()),
    restore() {
      isCut = false;
      open();
    },
    async close() {
      cut();
      listener.close();
      await accepting;
      await Promise.all(carrying);
    },
  };
}

/** Whether that is how a connection ends that somebody broke. */
function isBroken(error: unknown): boolean {
  const { errors } = Deno;
  return [
    errors.ConnectionReset,
    errors.ConnectionRefused,
    errors.ConnectionAborted,
    errors.BrokenPipe,
    errors.BadResource,
    errors.Interrupted,
    errors.NotConnected,
  ].some((kind) => error instanceof kind);
}

function close(connection: Deno.TcpConn): void {
  try {
    connection.close();
  } catch (error) {
    // Both ends of a pair close it.
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}
