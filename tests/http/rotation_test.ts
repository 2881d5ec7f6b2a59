import assert from "node:assert/strict";
import { problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const KEYS = "/api/v1/api-keys";

type Trial = Awaited<ReturnType<typeof openHttpTrial>>;

/** A key of role viewer, and ways to rotate keys and to ask whether a secret opens. */
async function openRotation() {
  const trial = await openHttpTrial();
  const { call, as } = trial;
  const make = async (body: object = {}) =>
    (await call("POST", KEYS, { name: "till", role: "viewer", ...body })).body;
  return {
    ...trial,
    make,
    rotate: (id: string, body: object = {}, headers = {}, by = call) =>
      by("POST", `${KEYS}/${id}/rotate`, body, headers),
    opens: async (secret: string) =>
      (await as(secret)("GET", "/api/v1/tenant")).status,
    list: async () => (await call("GET", KEYS)).body["data"]!,
  };
}

async function eventsOf({ call }: Trial) {
  const { body } = await call("GET", "/api/v1/events?limit=200");
  return body["data"]!
    .filter((event) => /^API_KEY_R/.test(event["type"]!))
    .map((event) => [event["type"], event["payload"]]);
}

Deno.test("a rotated key works until the overlap ends, and the new one from the start", async () => {
  const trial = await openRotation();
  const { make, rotate, opens, list, clock } = trial;
  const old = await make({ expires_at: "2026-02-01T00:00:00Z" });
  const made = await rotate(old["id"]!, { overlap_s: 60 });
  assert.equal(made.status, 201);
  const { secret, ...shown } = made.body as unknown as Record<string, string>;
  assert.match(secret!, /^bal_[0-9A-Za-z]{49}$/);
  const { secret: _, ...before } = old as unknown as Record<string, string>;
  assert.deepEqual(shown, {
    ...before,
    id: shown["id"],
    hint: secret!.slice(0, 10),
    created_at: "2026-01-02T03:04:05.000Z",
    replaces: before["id"],
  });
  assert.deepEqual(await list().then((keys) => keys.slice(1)), [
    {
      ...before,
      expires_at: "2026-01-02T03:05:05.000Z",
      replaced_by: shown["id"],
    },
    shown,
  ]);
  clock.advance(59_999);
  assert.deepEqual(
    [await opens(old["secret"]!), await opens(secret!)],
    [200, 200],
  );
  clock.advance(1);
  assert.deepEqual(
    [await opens(old["secret"]!), await opens(secret!)],
    [401, 200],
  );
  assert.deepEqual(await eventsOf(trial), [
    ["API_KEY_ROTATED", { api_key_id: old["id"], replaced_by: shown["id"] }],
  ]);
});

Deno.test("without an overlap the old key ends at once; with none named it has a day", async () => {
  const { make, rotate, opens, list, clock } = await openRotation();
  const [one, other] = [await make(), await make()];
  await rotate(one["id"]!, { overlap_s: 0 });
  assert.equal(await opens(one["secret"]!), 401);
  await rotate(other["id"]!);
  const ends = (await list()).filter((key) => key["replaced_by"] !== null)
    .map((key) => [key["id"], key["expires_at"], key["revoked_at"]]);
  assert.deepEqual(ends, [
    [one["id"], null, clock.now()],
    [other["id"], "2026-01-03T03:04:05.000Z", null],
  ]);
});

Deno.test("an overlap gives no key a longer life than it had", async () => {
  const { make, rotate, list } = await openRotation();
  const old = await make({ expires_at: "2026-01-02T03:04:10Z" });
  await rotate(old["id"]!, { overlap_s: 604_800 });
  const ends = (await list()).slice(1).map((key) => key["expires_at"]);
  assert.deepEqual(ends, [
    "2026-01-02T03:04:10.000Z",
    "2026-01-02T03:04:10.000Z",
  ]);
});

Deno.test("a second rotation within an overlap ends the key before the last", async () => {
  const trial = await openRotation();
  const { make, rotate, opens } = trial;
  const first = await make();
  const second = (await rotate(first["id"]!)).body;
  const third = (await rotate(second["id"]!)).body;
  const secrets = [first, second, third].map((key) => key["secret"]!);
  assert.deepEqual(await Promise.all(secrets.map(opens)), [401, 200, 200]);
  assert.deepEqual(await eventsOf(trial), [
    [
      "API_KEY_ROTATED",
      { api_key_id: first["id"], replaced_by: second["id"] },
    ],
    [
      "API_KEY_ROTATED",
      { api_key_id: second["id"], replaced_by: third["id"] },
    ],
    ["API_KEY_REVOKED", { api_key_id: first["id"] }],
  ]);
});

Deno.test("a key that was rotated, revoked or has expired is not rotated", async () => {
  const { make, rotate, call, clock } = await openRotation();
  const ended = problem(
    "api_key.ended",
    409,
    "A key that has expired or was revoked cannot be rotated",
  );
  const rotated = await make();
  const made = await rotate(rotated["id"]!);
  const twice = await rotate(rotated["id"]!);
  assert.deepEqual(
    [twice.status, twice.body],
    [
      409,
      problem("api_key.replaced", 409, "The key was rotated already", {
        replaced_by: made.body["id"],
      }),
    ],
  );
  const revoked = await make();
  await call("DELETE", `${KEYS}/${revoked["id"]}`);
  const expired = await make({ expires_at: "2026-01-02T03:04:06Z" });
  clock.advance(1_000);
  for (const { id } of [revoked, expired] as unknown as { id: string }[]) {
    const refused = await rotate(id);
    assert.deepEqual([refused.status, refused.body], [409, ended]);
  }
});

Deno.test("of two that rotate one key at once one is refused", async () => {
  const { make, rotate, list } = await openRotation();
  const { id } = await make() as unknown as { id: string };
  const both = await Promise.all([rotate(id), rotate(id)]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
  assert.equal((await list()).length, 3);
});

Deno.test("a repeated rotation gets the first one's answer, without the secret", async () => {
  const { make, rotate } = await openRotation();
  const { id } = await make() as unknown as { id: string };
  const headers = { "Idempotency-Key": "till-2" };
  const first = await rotate(id, { overlap_s: 60 }, headers);
  const again = await rotate(id, { overlap_s: 60 }, headers);
  assert.equal(again.status, 201);
  assert.deepEqual(again.body as unknown, {
    ...first.body as unknown as object,
    secret: null,
  });
});

Deno.test("nobody gets the secret of a key that may more than they", async () => {
  const { make, rotate, as, keyOf, list } = await openRotation();
  const owners = await make({ role: "owner" });
  const admins = await make({ role: "admin" });
  const reader = await make({ role: "agent", scopes: ["records.read"] });
  const admin = as(await keyOf("admin"));
  const agent = as(await keyOf("agent", ["api_keys.write", "events.read"]));
  const before = await list();
  const kinds = [];
  for (
    const [by, key] of [
      [admin, owners],
      [agent, owners],
      [agent, admins],
      [agent, reader],
    ] as const
  ) {
    const refused = await rotate(key["id"]!, {}, {}, by);
    kinds.push([refused.status, refused.body["type"]!.split("#")[1]]);
  }
  assert.deepEqual(kinds, [
    [403, "api_key.owners_only"],
    [403, "api_key.owners_only"],
    [403, "api_key.beyond_maker"],
    [403, "api_key.beyond_maker"],
  ]);
  assert.deepEqual(
    (await list()).map((key) => key["id"]),
    before.map((key) => key["id"]),
  );
});

Deno.test("an overlap is a whole number of seconds up to a week", async () => {
  const { make, rotate, list } = await openRotation();
  const { id } = await make() as unknown as { id: string };
  for (const overlap_s of [-1, 604_801, 1.5, "60", null]) {
    const refused = await rotate(id, { overlap_s });
    assert.equal(refused.status, 422, String(overlap_s));
    assert.deepEqual(
      refused.body["errors"]!.map((error) => error["pointer"]),
      ["/overlap_s"],
    );
  }
  assert.equal((await list()).length, 2);
});

Deno.test("a key that ends lets nobody in, who would stay", async () => {
  const trial = await openHttpTrial();
  const made = await trial.call("POST", "/api/v1/api-keys", {
    name: "for a while",
    role: "admin",
    expires_at: "2026-02-02T00:00:00Z",
  });
  const call = trial.as(made.body["secret"]!);
  const person = { email: "bo@foxglove.example", role: "viewer" };
  for (
    const [path, body] of [
      ["/api/v1/invitations", person],
      ["/api/v1/members", { ...person, name: "Bo" }],
    ] as const
  ) {
    const refused = await call("POST", path, body);
    assert.deepEqual(
      refused.body,
      problem(
        "member.outlives_giver",
        403,
        "A key that ends cannot let people in, who stay",
      ),
    );
    assert.equal((await trial.call("POST", path, body)).status, 201);
  }
});
