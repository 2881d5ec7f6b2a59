import assert from "node:assert/strict";
import { hookServer } from "../support/hook_server.ts";
import { eventsIn, type SentEvent } from "../support/event_source.ts";
import { makeTenant, startService } from "../support/service_process.ts";

/** Each is an event of half a megabyte: together far more than the sockets between keep. */
const RULES = 14;

Deno.test("a service tells what happens by streams and by webhook, and streams do not hold up its stop", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-streams-" });
  await using hooks = hookServer();
  const env = {
    BALANCE_DATA_DIR: folder,
    BALANCE_STOP_AFTER_S: "60",
    BALANCE_OUTGOING_ALLOW: hooks.allow
      .map(({ host, port }) => `${host}:${port}`).join(","),
  };
  const key = await makeTenant(env);
  const service = await startService(env);
  const headers = { Authorization: `Bearer ${key}` };
  const events = `${service.address}/api/v1/events`;
  let isStopped = false;
  try {
    const post = async (path: string, body: unknown) => {
      const made = await fetch(`${service.address}/api/v1${path}`, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      const text = await made.text();
      assert.equal(made.status, 201, text);
      return JSON.parse(text);
    };
    const endpoint = await post("/notifications/endpoints", {
      url: hooks.url,
      kinds: [],
    });
    const fed = await fetch(
      `${service.address}/api/v1/notifications/endpoints/${endpoint.id}/events`,
      {
        method: "PUT",
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify({ types: ["CATEGORY_CREATED"] }),
      },
    );
    assert.equal(fed.status, 201, await fed.text());
    const { id } = await post("/categories", { name: "Travel" });
    for (let n = 0; n < RULES; n++) {
      await post("/rules", {
        name: `Rule ${n}`,
        when: {
          field: "description",
          op: "in",
          value: Array.from(
            { length: 1_000 },
            (_, i) => `${i}`.padEnd(500, "x"),
          ),
        },
        then: { category_id: id },
      });
    }
    const { hostname, port } = new URL(service.address);
    const silent = await Deno.connect({ hostname, port: Number(port) });
    await silent.write(
      new TextEncoder().encode(
        `GET /api/v1/events?after=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nAccept: text/event-stream\r\n\r\n`,
      ),
    );
    const tail = await fetch(events, {
      headers: { ...headers, Accept: "text/event-stream" },
    });
    assert.equal(tail.headers.get("content-encoding"), null);
    const parts = eventsIn(tail.body!);
    await parts.next();
    // While it is read, what happens comes at once.
    await post("/categories", { name: "Fuel" });
    let last: SentEvent | undefined;
    for await (const part of parts) {
      last = part;
      if (part.event === "CATEGORY_CREATED") break;
    }
    assert.equal(last?.event, "CATEGORY_CREATED");
    const sent = () =>
      hooks.got.flatMap(({ body }) =>
        JSON.parse(body).data.events.map(
          ({ payload }: { payload: { name: string } }) => payload.name,
        )
      );
    while (sent().length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.deepEqual(sent(), ["Travel", "Fuel"]);
    const waiting = await fetch(events, {
      headers: { ...headers, Accept: "text/event-stream" },
    });
    const words = eventsIn(waiting.body!);
    await words.next();
    const rest = (async () => {
      let word: SentEvent | undefined;
      for await (const part of words) word = part;
      return word;
    })();
    const code = await service.stop();
    isStopped = true;
    assert.equal(code, 0, service.output());
    assert.deepEqual(await rest, {
      id: null,
      event: "end",
      data: '{"reason":"service.stopping"}',
    });
    silent.close();
  } finally {
    if (!isStopped) await service.kill();
    await Deno.remove(folder, { recursive: true });
  }
});
