import assert from "node:assert/strict";
import { invalid, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const KEYS = "/api/v1/api-keys";
const EXPIRED = problem("api_key.expired", 422, "The key would open nothing", {
  errors: [{ pointer: "/expires_at", detail: "is not in the future" }],
});

Deno.test("a key that has run out already is refused, and a repeat of one that has since is not", async () => {
  const { call, clock } = await openHttpTrial();
  const make = (expires_at: string, headers = {}) =>
    call("POST", KEYS, { name: "till", role: "viewer", expires_at }, headers);
  for (const at of ["2020-01-01", clock.now()]) {
    const refused = await make(at);
    assert.deepEqual([refused.status, refused.body], [422, EXPIRED]);
  }
  const headers = { "Idempotency-Key": "till-1" };
  const first = await make("2026-01-02T03:05:05Z", headers);
  assert.equal(first.status, 201);
  clock.advance(60_000);
  const again = await make("2026-01-02T03:05:05Z", headers);
  assert.deepEqual(
    [again.status, again.body["id"]],
    [201, first.body["id"]],
  );
  const { body } = await call("GET", KEYS);
  assert.equal(body["data"]!.length, 2);
});

Deno.test("an action named twice is refused", async () => {
  const { call } = await openHttpTrial();
  const made = await call("POST", KEYS, {
    name: "till",
    role: "agent",
    scopes: ["records.read", "records.read"],
  });
  assert.deepEqual(
    [made.status, made.body],
    [422, invalid({ pointer: "/scopes", detail: "names an action twice" })],
  );
});

Deno.test("a key makes and rotates none that outlives it", async () => {
  const { call, as } = await openHttpTrial();
  const until = "2026-02-01T00:00:00.000Z";
  const later = "2026-02-01T00:00:00.001Z";
  const make = (expires_at: string | null, by = call) =>
    by("POST", KEYS, { name: "till", role: "admin", expires_at });
  const own = (await make(until)).body;
  const lasting = (await make(null)).body;
  const till = as(own["secret"]!);
  const refused = problem(
    "api_key.outlives_maker",
    403,
    "A key cannot be made to live longer than the key that makes it",
  );
  const answers = [
    await make(null, till),
    await make(later, till),
    await till("POST", `${KEYS}/${lasting["id"]}/rotate`, {}),
  ];
  for (const { status, body } of answers) {
    assert.deepEqual([status, body], [403, refused]);
  }
  assert.equal((await make(until, till)).status, 201);
  const rotated = await till("POST", `${KEYS}/${own["id"]}/rotate`, {});
  assert.deepEqual(
    [rotated.status, rotated.body["expires_at"]],
    [201, until],
  );
  const { body } = await call("GET", KEYS);
  assert.equal(body["data"]!.length, 5);
});
