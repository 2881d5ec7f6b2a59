import assert from "node:assert/strict";
import { makeTenant, startService } from "../support/service_process.ts";
import { freshFolder } from "../support/databases.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A raw connection, on which a test may be as rude as it likes. */
async function connect(address: string): Promise<Deno.TcpConn> {
  const { hostname, port } = new URL(address);
  return await Deno.connect({ hostname, port: Number(port) });
}

async function writeAll(
  connection: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await connection.write(bytes.subarray(at));
  }
}

/** What comes back until the server ends the connection, or `enough` says so. */
async function answerOn(
  connection: Deno.TcpConn,
  enough: (text: string) => boolean = () => false,
): Promise<string> {
  let text = "";
  const buffer = new Uint8Array(65_536);
  while (!enough(text)) {
    const length = await connection.read(buffer).catch(() => null);
    if (length === null) break;
    text += decoder.decode(buffer.subarray(0, length));
  }
  return text;
}

Deno.test("slow, endless and idle clients hold nobody up", async (t) => {
  const folder = await freshFolder();
  const env = { BALANCE_DATA_DIR: folder, BALANCE_REQUEST_TIMEOUT_S: "1" };
  const key = await makeTenant(env);
  const service = await startService(env);
  const head = (more: string) =>
    encoder.encode(
      `POST /api/v1/records HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n${more}\r\n\r\n`,
    );
  const works = async () => {
    const response = await fetch(`${service.address}/api/v1/tenant`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await response.body?.cancel();
    return response.status;
  };
  const isAnswer = (text: string) => /\r\n\r\n.+\}/s.test(text);
  try {
    await t.step("a body that stays away is answered 408", async () => {
      const connection = await connect(service.address);
      await connection.write(head("Content-Length: 100"));
      await connection.write(encoder.encode('{"records'));
      const text = await answerOn(connection, isAnswer);
      assert.match(text, /^HTTP\/1\.1 408 /);
      assert.match(text, /request\.too_slow/);
      connection.close();
    });

    await t.step("a body that drips is answered 408 all the same", async () => {
      const connection = await connect(service.address);
      await connection.write(head("Transfer-Encoding: chunked"));
      let over = false;
      const drips = (async () => {
        while (!over) {
          await connection.write(encoder.encode("1\r\n \r\n")).catch(() =>
            over = true
          );
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      })();
      const text = await answerOn(connection, isAnswer);
      over = true;
      await drips;
      assert.match(text, /^HTTP\/1\.1 408 /);
      connection.close();
    });

    await t.step("a body without an end is answered 413", async () => {
      const connection = await connect(service.address);
      await connection.write(head("Transfer-Encoding: chunked"));
      const part = encoder.encode(`100000\r\n${" ".repeat(1_048_576)}\r\n`);
      for (let i = 0; i < 8; i++) await writeAll(connection, part);
      // One byte beyond eight MiB: of more, what is not read could make the answer get lost.
      await writeAll(connection, encoder.encode("1\r\n \r\n"));
      const text = await answerOn(connection, isAnswer);
      connection.close();
      assert.match(text, /^HTTP\/1\.1 413 /);
    });

    await t.step(
      "a body that is said to be too large is not waited for",
      async () => {
        const connection = await connect(service.address);
        await connection.write(head("Content-Length: 99999999999"));
        const text = await answerOn(connection, isAnswer);
        assert.match(text, /^HTTP\/1\.1 413 /);
        connection.close();
      },
    );

    await t.step(
      "who is out by the time a body arrives does nothing with it",
      async () => {
        const api = (method: string, path: string, body?: unknown) =>
          fetch(service.address + path, {
            method,
            headers: {
              authorization: `Bearer ${key}`,
              "content-type": "application/json",
            },
            ...body !== undefined && { body: JSON.stringify(body) },
          });
        const made = await (await api("POST", "/api/v1/api-keys", {
          name: "admin",
          role: "admin",
        })).json();
        const connection = await connect(service.address);
        const body = JSON.stringify({ name: "another", role: "admin" });
        await connection.write(encoder.encode(
          `POST /api/v1/api-keys HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${made.secret}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${
            body.slice(0, 5)
          }`,
        ));
        // The request is under way: it was let in and waits for its body.
        await new Promise((resolve) => setTimeout(resolve, 300));
        const gone = await api("DELETE", `/api/v1/api-keys/${made.id}`);
        assert.equal(gone.status, 204);
        await connection.write(encoder.encode(body.slice(5)));
        const text = await answerOn(connection, isAnswer);
        assert.match(text, /^HTTP\/1\.1 401 /);
        connection.close();
        const keys = await (await api("GET", "/api/v1/api-keys")).text();
        assert(!keys.includes("another"));
      },
    );

    await t.step("packed bodies are refused, not unpacked", async () => {
      const response = await fetch(`${service.address}/api/v1/records`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "content-encoding": "gzip",
        },
        body: new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
      });
      assert.equal(response.status, 400);
      await response.body?.cancel();
    });

    await t.step(
      "five hundred idle connections leave the others alone",
      async () => {
        const idle = await Promise.all(
          Array.from({ length: 500 }, () => connect(service.address)),
        );
        const halves = await Promise.all(
          Array.from({ length: 100 }, () => connect(service.address)),
        );
        for (const one of halves) {
          await one.write(encoder.encode("GET /api/v1/tenant HTTP/1.1\r\nHo"));
        }
        assert.deepEqual(
          await Promise.all(Array.from({ length: 20 }, works)),
          Array.from({ length: 20 }, () => 200),
        );
        for (const one of [...idle, ...halves]) one.close();
      },
    );

    await t.step("after all that the service works, and stops", async () => {
      assert.equal(await works(), 200);
      assert.equal(await service.stop(), 0);
    });
  } finally {
    await service.kill();
    await Deno.remove(folder, { recursive: true });
  }
});
