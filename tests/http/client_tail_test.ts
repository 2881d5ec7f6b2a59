import assert from "node:assert/strict";
import fc from "fast-check";
import { balance, type Schemas } from "../../adapters/client/balance.ts";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { heldWorld } from "../support/held_world.ts";
import { openHttpTrial } from "./http_trial.ts";

type Event = Schemas["Event"];

const event = (seq: number): Event => ({
  seq,
  type: "INGESTED",
  occurred_at: "2026-03-31T09:30:00.000Z",
  actor: "key_1",
  source_agent: "balance",
  payload: { text: "naïve\n€" },
  salt: null,
  payload_hash: null,
  hash: `${seq}`,
});

/** A tail of a service that answers so, which ends once `last` was seen. */
async function tailed(
  answer: (request: Request) => Response | Promise<Response>,
  last: number,
  world = heldWorld(),
) {
  const api = balance({ baseUrl: "http://balance.test", fetch, world });
  async function fetch(request: Request) {
    return await answer(request);
  }
  const seen: number[] = [];
  for await (const { seq, payload } of api.tail({ silentMs: 60_000 })) {
    assert.deepEqual(payload, event(seq).payload);
    seen.push(seq);
    if (seq === last) break;
  }
  return seen;
}

const streamed = (body: BodyInit) =>
  new Response(body, { headers: { "Content-Type": "text/event-stream" } });

Deno.test("tail: whatever the stream is cut into, and wherever it breaks, each event comes once and in order", async () => {
  const last = 30;
  const all = Array.from({ length: last }, (_, i) => event(i + 1));
  const expected = all.map(({ seq }) => seq);
  const attempt = fc.record({
    bytes: fc.nat(4_000),
    chunk: fc.integer({ min: 1, max: 700 }),
    end: fc.constantFrom("closes", "says_so", "breaks", "refused", "unreached"),
    // Some that were seen are sent again, as by a server that is careful.
    again: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { maxLength: 40 }), async (attempts) => {
      const left = [...attempts];
      const seen = await tailed((request) => {
        const after = Number(request.headers.get("Last-Event-ID"));
        const { bytes, chunk, end, again } = left.shift() ??
          { bytes: Infinity, chunk: 300, end: "closes", again: 0 };
        if (end === "unreached") throw new TypeError("connection reset");
        if (end === "refused") return new Response("busy", { status: 503 });
        const lastWord = end === "says_so"
          ? 'event: end\ndata: {"reason":"service.stopping"}\n\n'
          : "";
        const said = new TextEncoder().encode(
          `retry: 2000\n:\nid: ${after}\n\n` +
            all.slice(Math.max(0, after - again))
              .map((one) =>
                `id: ${one.seq}\nevent: ${one.type}\ndata: ${
                  JSON.stringify(one)
                }\n\n`
              ).join(""),
        ).slice(0, bytes);
        const sent = lastWord && said.length < bytes
          ? new Uint8Array([...said, ...new TextEncoder().encode(lastWord)])
          : said;
        let at = 0;
        return streamed(
          new ReadableStream({
            pull(controller) {
              if (at < sent.length) {
                controller.enqueue(sent.slice(at, at += chunk));
              } else if (end === "breaks") {
                controller.error(new TypeError("reset"));
              } else controller.close();
            },
          }),
        );
      }, last);
      assert.deepEqual(seen, expected);
    }),
    { numRuns: 100 },
  );
});

Deno.test("tail: a stream in which nothing arrives any more is opened anew", async () => {
  const world = heldWorld();
  let asked = 0;
  const seen = await tailed(
    ({ signal }) => {
      if (++asked === 2) {
        return streamed(`id: 2\ndata: ${JSON.stringify(event(2))}\n\n`);
      }
      const sent = [`data: ${JSON.stringify(event(1))}\n\n`, ": still here\n\n"]
        .map((text) => new TextEncoder().encode(text));
      return streamed(
        new ReadableStream({
          pull(controller) {
            const next = sent.shift();
            if (next) return controller.enqueue(next);
            signal.addEventListener(
              "abort",
              () => controller.error(signal.reason),
            );
            world.pass(60_000);
          },
        }, { highWaterMark: 0 }),
      );
    },
    2,
    world,
  );
  assert.deepEqual([seen, asked], [[1, 2], 2]);
});

Deno.test("tail: of a service that does not stream pages are read, with pauses just where nothing is new", async () => {
  const world = heldWorld();
  const pages = [[event(1)], [event(2)], [], [], [event(3)]];
  const asked: (string | null)[] = [];
  const seen = await tailed(
    (request) => {
      asked.push(new URL(request.url).searchParams.get("after"));
      return Response.json({ data: pages.shift(), next_cursor: null });
    },
    3,
    world,
  );
  assert.deepEqual(seen, [1, 2, 3]);
  assert.deepEqual(asked, ["0", "1", "2", "2", "2"]);
  assert.deepEqual(world.waits.filter((ms) => ms > 0), [2_000, 2_000]);
});

Deno.test("tail: questions that wait are asked one after another, each from where the log was read to", async () => {
  const world = heldWorld();
  const pages = [
    { data: [event(1)], next_cursor: "4" },
    { data: [], next_cursor: "7" },
    { data: [], next_cursor: null },
    { data: [event(8)], next_cursor: "8" },
  ];
  const asked: string[] = [];
  const api = balance({
    baseUrl: "http://balance.test",
    world,
    fetch: (request) => {
      asked.push(new URL(request.url).search);
      assert.equal(request.headers.get("Accept"), "application/json");
      return Promise.resolve(Response.json(pages.shift()));
    },
  });
  const seen: number[] = [];
  for await (const { seq } of api.tail({ waitS: 25 })) {
    seen.push(seq);
    if (seq === 8) break;
  }
  assert.deepEqual(seen, [1, 8]);
  assert.deepEqual(asked, [0, 4, 7, 7].map((n) => `?after=${n}&wait=25`));
  assert.deepEqual(world.waits, [0, 125, 125]);
});

Deno.test("tail: ends quietly by its signal, and loudly by a refusal that waiting does not mend", async () => {
  const own = new AbortController();
  const trial = await openHttpTrial();
  const world = heldWorld();
  const client = (apiKey: string) =>
    balance({
      baseUrl: "http://balance.test",
      apiKey,
      world,
      fetch: async (request) => await trial.app.fetch(request),
    });
  const seen: string[] = [];
  const tail = { signal: own.signal, types: ["CATEGORY_CREATED"], after: 1 };
  const api = client(trial.secret);
  await api.post("/categories", { body: { name: "Paper" } });
  for await (const { type } of api.tail(tail)) {
    seen.push(type);
    own.abort();
  }
  assert.deepEqual(seen, ["CATEGORY_CREATED"]);
  await assert.rejects(client("bal_wrong").tail().next(), {
    kind: "access.unauthenticated",
  });
});

Deno.test("tail: of the service itself, over connections that are cut at random bytes, what happens meanwhile comes once", async () => {
  const trial = await openHttpTrial();
  const random = seededRandom(15);
  let cuts = 0;
  const api = balance({
    baseUrl: "http://balance.test",
    apiKey: trial.secret,
    retries: { baseMs: 1, capMs: 5 },
    fetch: async (request) => {
      const response = await trial.app.fetch(request);
      if (!response.ok || new URL(request.url).pathname !== "/api/v1/events") {
        return response;
      }
      // The first within its first event; and a page comes whole or not at all, so later ones must hold.
      let left = cuts === 0
        ? random.next() * 300
        : cuts < 6
        ? random.next() * 1_500
        : Infinity;
      const cut = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          if (chunk.length <= left) controller.enqueue(chunk);
          else {
            cuts++;
            controller.enqueue(chunk.slice(0, Math.floor(left)));
            controller.error(new TypeError("connection reset"));
          }
          left -= chunk.length;
        },
      });
      return new Response(response.body!.pipeThrough(cut), response);
    },
  });
  const names = Array.from({ length: 60 }, (_, i) => `Category ${i}`);
  const making = (async () => {
    for (const name of names) await api.post("/categories", { body: { name } });
  })();
  const seen: number[] = [];
  for await (const { seq } of api.tail({ pollMs: 1 })) {
    seen.push(seq);
    // The first two are of the tenant and its key.
    if (seq === names.length + 2) break;
  }
  await making;
  assert.deepEqual(seen, seen.map((_, i) => i + 1));
  assert(cuts > 0, "it was cut");
});
