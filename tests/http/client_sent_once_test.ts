import assert from "node:assert/strict";
import { BalanceUnreachable } from "../../adapters/client/problem.ts";
import { balance } from "../../adapters/client/balance.ts";

/** A server of one answer, which it gives on connections that stay open until it is told to lose the next one's. */
function losing() {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const seen: string[] = [];
  const open = new Set<Deno.Conn>();
  let loses = false;
  const answer = new TextEncoder().encode(
    'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: "1"\r\nContent-Length: 2\r\n\r\n{}',
  );
  async function serve(connection: Deno.Conn): Promise<void> {
    const buffer = new Uint8Array(65_536);
    let text = "";
    for (;;) {
      const read = await connection.read(buffer);
      if (read === null) return;
      text += new TextDecoder().decode(buffer.subarray(0, read));
      const isWhole = !/transfer-encoding: chunked/i.test(text) ||
        text.includes("\r\n0\r\n\r\n");
      if (!text.includes("\r\n\r\n") || !isWhole) continue;
      seen.push(text.split(" /")[0]!);
      text = "";
      if (loses) {
        loses = false;
        return;
      }
      await connection.write(answer);
    }
  }
  const serving = (async () => {
    const each: Promise<void>[] = [];
    for await (const connection of listener) {
      open.add(connection);
      each.push(
        serve(connection).catch((error: unknown) => {
          const { BadResource, Interrupted } = Deno.errors;
          const isClosed = error instanceof BadResource ||
            error instanceof Interrupted;
          if (!isClosed) throw error;
        }).finally(() => {
          if (open.delete(connection)) connection.close();
        }),
      );
    }
    await Promise.all(each);
  })();
  return {
    url: `http://127.0.0.1:${(listener.addr as Deno.NetAddr).port}`,
    seen,
    loseNext(): void {
      seen.length = 0;
      loses = true;
    },
    async close(): Promise<void> {
      listener.close();
      for (const connection of open) {
        open.delete(connection);
        connection.close();
      }
      await serving;
    },
  };
}

Deno.test("what must not be sent again is sent once where its answer is lost on a connection that was used before", async () => {
  const server = losing();
  const api = balance({ baseUrl: server.url, apiKey: "key" });
  try {
    const calls = [
      () => api.patch("/tenant", { body: { name: "Acme" } }),
      () => api.patch("/tenant", { body: { name: "Acme" }, ifMatch: '"1"' }),
      () => api.post("/session", { body: { code: "a-code" } }),
    ];
    for (const call of calls) {
      await api.get("/tenant");
      server.loseNext();
      await assert.rejects(call(), BalanceUnreachable);
      assert.equal(server.seen.length, 1, server.seen.join());
    }
    server.loseNext();
    await api.get("/tenant");
  } finally {
    await server.close();
  }
});
