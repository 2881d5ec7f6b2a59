import assert from "node:assert/strict";
import {
  balance,
  type BalanceOptions,
  BalanceProblem,
  BalanceUnreachable,
} from "../../adapters/client/balance.ts";
import { heldWorld } from "../support/held_world.ts";

type Reply = (request: Request) => Response | Promise<Response>;

const ok = () => Response.json({ id: "ten_1" });
const refused = (status: number, headers: Record<string, string> = {}) => () =>
  Response.json(
    { type: "https://balance.invalid/problems#x.y", title: "No", status },
    {
      status,
      headers: { "Content-Type": "application/problem+json", ...headers },
    },
  );
const broken = () => {
  throw new TypeError("connection reset");
};

/** A client that gets these replies in turn, and what it sent. */
function asking(
  replies: readonly Reply[],
  options: Partial<BalanceOptions> = {},
) {
  const world = heldWorld();
  const sent: Request[] = [];
  const api = balance({
    baseUrl: "http://balance.test/",
    apiKey: "bal_1",
    world,
    fetch: async (request) => {
      const reply = replies[sent.length];
      assert(reply, "asked once too often");
      sent.push(request);
      return await reply(request);
    },
    ...options,
  });
  const keys = () => sent.map(({ headers }) => headers.get("Idempotency-Key"));
  return { api, world, sent, keys };
}

/** One call of each kind, and whether a lost answer may be asked for again. */
const CALLS = {
  get: ({ api }: ReturnType<typeof asking>) => api.get("/tenant"),
  delete: ({ api }) => api.delete("/session"),
  put: ({ api }) => api.put("/rules/order", { body: { rule_ids: [] } }),
  putIf: ({ api }) =>
    api.put("/rules/order", { body: { rule_ids: [] }, ifMatch: '"1"' }),
  patch: ({ api }) => api.patch("/tenant", { body: {} }),
  post: ({ api }) => api.post("/approvals/claim", { body: {} }),
  signIn: ({ api }) => api.post("/session", { body: { code: "c" } }),
} satisfies Record<
  string,
  (given: ReturnType<typeof asking>) => Promise<unknown>
>;

Deno.test("a lost answer is asked for again just where a second time changes nothing", async () => {
  const again: string[] = [];
  for (const lost of [broken, refused(502), refused(503), refused(504)]) {
    for (const [name, call] of Object.entries(CALLS)) {
      const given = asking([lost, ok]);
      const answered = await call(given).then(() => true, (error) => {
        assert(
          error instanceof BalanceUnreachable ||
            error instanceof BalanceProblem && error.kind === "x.y",
        );
        assert.equal(error.attempts, 1);
        return false;
      });
      assert.equal(given.sent.length, answered ? 2 : 1);
      if (answered) again.push(name);
    }
    assert.deepEqual(again.splice(0), ["get", "delete", "put", "post"]);
  }
});

Deno.test("a refusal that says when is asked again whatever the call, no sooner than it says", async () => {
  for (const status of [429, 503]) {
    for (const call of Object.values(CALLS)) {
      const given = asking([refused(status, { "Retry-After": "3" }), ok]);
      await call(given);
      assert.deepEqual(given.world.waits, [3_000 + 125]);
    }
  }
});

Deno.test("all other refusals are told at once", async () => {
  for (const status of [400, 401, 402, 403, 404, 409, 412, 422, 429, 500]) {
    const given = asking([refused(status)]);
    await assert.rejects(given.api.get("/tenant"), { status, kind: "x.y" });
  }
});

Deno.test("a POST has a key of its own, the same at each attempt; one that is given is kept", async () => {
  const own = asking([broken, refused(502), ok, ok]);
  const claim = { body: {} };
  await own.api.post("/approvals/claim", claim);
  await own.api.post("/approvals/claim", claim);
  const [first, second, third, other] = own.keys();
  assert.match(first!, /^[\x21-\x7e]{1,200}$/);
  assert.deepEqual([second, third], [first, first]);
  assert.notEqual(other, first);

  const given = asking([broken, ok]);
  await given.api.post("/approvals/claim", {
    ...claim,
    idempotencyKey: "march-1",
  });
  assert.deepEqual(given.keys(), ["march-1", "march-1"]);

  const others = asking([ok, ok]);
  await others.api.post("/session", { body: { code: "c" } });
  await others.api.get("/tenant");
  assert.deepEqual(others.keys(), [null, null]);
});

Deno.test("waits are by chance, up to a bound that doubles to a cap, and attempts are counted", async () => {
  const given = asking(Array(6).fill(broken), {
    retries: { baseMs: 1_000, capMs: 3_000 },
  });
  const error = await given.api.get("/tenant").catch((error) => error);
  assert(error instanceof BalanceUnreachable);
  assert.equal(error.attempts, 6);
  assert.equal((error.cause as Error).message, "connection reset");
  assert.deepEqual(given.world.waits, [500, 1_000, 1_500, 1_500, 1_500]);
});

Deno.test("what would wait past the deadline is told at once, and what hangs is ended by it", async () => {
  const far = asking([refused(503, { "Retry-After": "3600" })]);
  await assert.rejects(far.api.get("/tenant"), {
    name: "BalanceProblem",
    retryAfterS: 3_600,
  });
  assert.deepEqual(far.world.waits, []);

  const hanging = asking([
    broken,
    (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener(
          "abort",
          () => reject(request.signal.reason),
        );
        hanging.world.pass(5_000);
      }),
  ]);
  await assert.rejects(hanging.api.get("/tenant", { deadlineMs: 5_000 }), {
    name: "BalanceUnreachable",
    message: "The deadline passed without an answer, after 2 attempts",
  });
});

Deno.test("an aborted call ends with the reason, under way as well as before it begins", async () => {
  const reason = new Error("enough");
  const none = asking([]);
  const early = AbortSignal.abort(reason);
  await assert.rejects(none.api.get("/tenant", { signal: early }), reason);

  const own = new AbortController();
  const stopped = asking([() => {
    own.abort(reason);
    throw new TypeError("aborted");
  }]);
  await assert.rejects(
    stopped.api.get("/tenant", { signal: own.signal }),
    reason,
  );
});

Deno.test("a file is opened anew for each attempt; a stream that can be read once is sent once", async () => {
  const text = "date,amount\n";
  const stream = () => new Blob([text]).stream();
  const read: string[] = [];
  const reads = (reply: Reply): Reply => async (request) => {
    read.push(
      `${request.headers.get("Content-Type")} ${await request.text()}`,
    );
    return await reply(request);
  };
  const files = { blob: new Blob([text]), text, opened: stream };
  for (const [name, file] of Object.entries(files)) {
    const given = asking([reads(refused(502)), reads(ok)]);
    await given.api.post("/records/import", { file });
    assert.deepEqual(
      read.splice(0),
      Array(2).fill(`application/octet-stream ${text}`),
      name,
    );
  }
  const once = asking([reads(refused(503, { "Retry-After": "1" }))]);
  await assert.rejects(
    once.api.post("/records/import", { file: stream(), fileType: "text/csv" }),
    { status: 503 },
  );
  assert.deepEqual(read, [`text/csv ${text}`]);
});

Deno.test("an answer that is no problem document is told by its status, and an address or key that cannot be at once", async () => {
  const proxy = asking([() => new Response("<h1>Bad", { status: 500 })]);
  await assert.rejects(proxy.api.get("/tenant"), {
    kind: "http.500",
    errors: [],
    requestId: null,
  });
  for (const baseUrl of ["balance.test", "ftp://balance.test"]) {
    assert.throws(() => balance({ baseUrl }), TypeError);
  }
  assert.throws(
    () => balance({ baseUrl: "http://balance.test", apiKey: "bal_\n1" }),
    TypeError,
  );
  const none = asking([]);
  const body = { records: [{ external_id: "1", description: "x", raw: 1n }] };
  await assert.rejects(none.api.post("/records", { body }), /BigInt/);
  await assert.rejects(
    none.api.post("/approvals/claim", { body: {}, idempotencyKey: "märz\n1" }),
    TypeError,
  );
});
