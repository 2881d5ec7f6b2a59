import assert from "node:assert/strict";
import { honoApi } from "../../adapters/hono/hono_api.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import { ok } from "../../src/kernel/result.ts";
import { permit } from "../../src/tenancy/access.ts";
import { newSecret } from "../../src/tenancy/api_key_secret.ts";
import { sampleApiKey } from "../support/samples.ts";
import { value } from "../support/trial.ts";
import { httpClient } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

/** An API that notes which hashes it looks up. */
async function openWatched() {
  const trial = await openHttpTrial();
  const looked: string[] = [];
  const app = honoApi({
    deps: {
      ...trial.deps,
      directory: {
        ...trial.deps.directory,
        apiKeyByHash(hash) {
          looked.push(hash);
          return trial.deps.directory.apiKeyByHash(hash);
        },
      },
    },
    log: () => {},
    ready: () => Promise.resolve(true),
    nowMs: () => 0,
  });
  return { ...trial, looked, as: (key: string) => httpClient(app, key) };
}

/** All of an answer: its status, headers and bytes. */
async function answerTo(
  { as }: Awaited<ReturnType<typeof openWatched>>,
  secret: string,
) {
  const { status, headers, text } = await as(secret)("GET", "/api/v1/tenant");
  return { status, headers: [...headers], text };
}

Deno.test("a malformed secret or a wrong checksum costs no look-up, and is answered as an unknown key is", async () => {
  const trial = await openWatched();
  const unknown = newSecret(new Uint8Array(32).fill(7));
  const answer = await answerTo(trial, unknown);
  assert.equal(answer.status, 401);
  assert.deepEqual(trial.looked, [sha256(unknown)]);
  const last = unknown.at(-1) === "0" ? "1" : "0";
  const malformed = [
    unknown.slice(0, -1) + last,
    unknown.slice(0, -1),
    `${unknown}0`,
    unknown.replace("bal_", "bal-"),
    "bal_",
    "0f".repeat(32),
    `bal_${"0F".repeat(32)}`,
    "eyJhbGciOiJub25lIn0.e30.",
    "x".repeat(8_000),
  ];
  for (const secret of malformed) {
    assert.deepEqual(await answerTo(trial, secret), answer, secret);
  }
  assert.equal(trial.looked.length, 1);
});

Deno.test("keys of the earlier form, without a checksum, open as before", async () => {
  const trial = await openWatched();
  const secret = `bal_${"3f9a1c0e".repeat(8)}`;
  const earlier = sampleApiKey({
    role: "owner",
    scopes: [],
    secretHash: sha256(secret),
    hint: secret.slice(0, 10),
  });
  const allowed = value(permit(trial.scope, "api_keys.write"));
  value(
    await trial.deps.uow.run(
      allowed,
      async (tx) => ok(await tx.apiKeys.add([earlier])),
    ),
  );
  assert.equal((await answerTo(trial, secret)).status, 200);
  const { status } = await answerTo(trial, secret.replace("3f", "3e"));
  assert.equal(status, 401);
  assert.equal(trial.looked.length, 2);
});

Deno.test("when a key was last used is told to a minute, and a use changes nothing else of it", async () => {
  const { call, as, clock, keepKeyUses } = await openHttpTrial();
  const made = await call("POST", "/api/v1/api-keys", {
    name: "till",
    role: "viewer",
  });
  assert.equal(made.body["last_used_at"], null);
  const till = as(made.body["secret"]!);
  const shown = async () => {
    await keepKeyUses();
    return (await call("GET", "/api/v1/api-keys")).body["data"]![1]!;
  };
  assert.equal((await shown())["last_used_at"], null);
  const { secret: _, ...before } = made.body as unknown as Record<
    string,
    unknown
  >;
  const uses: unknown[] = [];
  for (const ms of [0, 30_000, 29_999, 1]) {
    clock.advance(ms);
    await till("GET", "/api/v1/tenant");
    const { last_used_at, ...rest } = await shown() as unknown as Record<
      string,
      unknown
    >;
    uses.push(last_used_at);
    assert.deepEqual({ ...rest, last_used_at: null }, before);
  }
  assert.deepEqual(uses, [
    "2026-01-02T03:04:05.000Z",
    "2026-01-02T03:04:05.000Z",
    "2026-01-02T03:04:05.000Z",
    "2026-01-02T03:05:05.000Z",
  ]);
});

Deno.test("a refused key counts as no use", async () => {
  const { call, as, clock, deps } = await openHttpTrial();
  const noted: unknown[] = [];
  const body = { name: "till", role: "viewer" };
  const { id, secret } = (await call("POST", "/api/v1/api-keys", body))
    .body as unknown as Record<string, string>;
  await call("DELETE", `/api/v1/api-keys/${id}`);
  const app = honoApi({
    deps: { ...deps, keyUses: { note: ({ keyId }) => void noted.push(keyId) } },
    log: () => {},
    ready: () => Promise.resolve(true),
    nowMs: () => 0,
  });
  clock.advance(1);
  const refused = await httpClient(app, secret!)("GET", "/api/v1/tenant");
  assert.equal(refused.status, 401);
  assert.equal((await as(secret!)("GET", "/api/v1/tenant")).status, 401);
  assert.deepEqual(noted, []);
});
