import assert from "node:assert/strict";
import { clerkIdentity } from "../../adapters/clerk/clerk_identity.ts";
import { fetchKeys } from "../../adapters/clerk/fetch_keys.ts";
import { fetchedKeys, KEY_TIMES } from "../../adapters/clerk/signing_keys.ts";
import { IdentityDown } from "../../ports/identity.ts";
import { claims, clerkKey, ISSUER, PARTY, signed } from "../support/clerk.ts";
import { settableClock } from "../support/settable_clock.ts";

const [one, two] = [await clerkKey("ins_1"), await clerkKey("ins_2")];
const WRONG = {
  status: 500,
  html: "<html>",
  none: JSON.stringify({ keys: "none" }),
} as const;

/** A real server of keys, and who asks it. */
async function trial(work: (trial: Trial) => Promise<void>): Promise<void> {
  const state = {
    keys: [one.jwk] as readonly object[],
    answer: null as Response | null,
    asked: 0,
  };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => {
      state.asked++;
      return state.answer?.clone() ?? Response.json({ keys: state.keys });
    },
  );
  const url = `http://127.0.0.1:${server.addr.port}/jwks.json`;
  const clock = settableClock();
  const identity = clerkIdentity({
    trust: {
      issuer: ISSUER,
      parties: [PARTY],
      audiences: [],
      roles: new Map([["org:admin", "admin"]]),
    },
    keys: fetchedKeys({ fetch: () => fetchKeys(url), clock }),
    clock,
  });
  const comes = async (key = one, header = {}) => {
    const token = await signed(key, claims(clock), header);
    return await identity.verify(token) !== null;
  };
  try {
    await work({ state, clock, identity, comes });
  } finally {
    await server.shutdown();
  }
}

interface Trial {
  readonly state: {
    keys: readonly object[];
    answer: Response | null;
    asked: number;
  };
  readonly clock: ReturnType<typeof settableClock>;
  readonly identity: ReturnType<typeof clerkIdentity>;
  comes(key?: typeof one, header?: object): Promise<boolean>;
}

Deno.test("keys are fetched once for all who need them at the same time", () =>
  trial(async ({ state, comes }) => {
    const all = await Promise.all(Array.from({ length: 20 }, () => comes()));
    assert.deepEqual([all.every((is) => is), state.asked], [true, 1]);
    assert.equal(await comes(), true);
    assert.equal(state.asked, 1);
  }));

Deno.test("a key that is rotated in mid-flight is known at once, and the old one no longer once the keys are old", () =>
  trial(async ({ state, clock, comes }) => {
    assert.equal(await comes(one), true);
    state.keys = [one.jwk, two.jwk];
    const both = await Promise.all([comes(two), comes(one), comes(two)]);
    assert.deepEqual([both, state.asked], [[true, true, true], 2]);
    state.keys = [two.jwk];
    assert.equal(await comes(one), true);
    clock.advance(KEY_TIMES.freshMs);
    assert.deepEqual(
      [await comes(one), await comes(two), state.asked],
      [false, true, 3],
    );
  }));

Deno.test("unknown key ids are asked for once in a while, however many come", () =>
  trial(async ({ state, clock, comes }) => {
    assert.equal(await comes(), true);
    const flood = (n: number) =>
      Promise.all(
        Array.from(
          { length: n },
          (_, i) => comes(two, { kid: `made-up-${i}` }),
        ),
      );
    assert((await flood(20)).every((is) => !is));
    for (const is of await flood(5)) assert.equal(is, false);
    assert.equal(state.asked, 2);
    clock.advance(KEY_TIMES.cooldownMs);
    await flood(5);
    assert.equal(state.asked, 3);
    assert.equal(await comes(one, { kid: undefined }), false);
    assert.equal(await comes(), true);
    assert.equal(state.asked, 3);
  }));

Deno.test("while the server is down known keys serve for an hour, and it is not asked all the time", () =>
  trial(async ({ state, clock, comes }) => {
    assert.equal(await comes(), true);
    state.answer = new Response("down", { status: 503 });
    clock.advance(KEY_TIMES.freshMs);
    assert.deepEqual([await comes(), await comes()], [true, true]);
    assert.equal(state.asked, 2);
    // Whose key this is cannot be told now.
    await assert.rejects(comes(two), IdentityDown);
    clock.advance(KEY_TIMES.keptMs - KEY_TIMES.freshMs - 1);
    assert.equal(await comes(), true);
    clock.advance(1);
    await assert.rejects(comes(), IdentityDown);
    state.answer = null;
    clock.advance(KEY_TIMES.cooldownMs);
    assert.equal(await comes(), true);
    assert.equal(state.asked, 4);
  }));

for (const [what, text] of Object.entries(WRONG)) {
  Deno.test(`an answer that is no key set (${what}) is an outage, not a refusal`, () =>
    trial(async ({ state, comes }) => {
      state.answer = typeof text === "number"
        ? new Response("", { status: text })
        : new Response(text);
      await assert.rejects(comes(), IdentityDown);
    }));
}

Deno.test("a server that sends elsewhere, or too much, is not followed", () =>
  trial(async ({ state, clock, comes }) => {
    state.answer = new Response(null, {
      status: 302,
      headers: { Location: "http://127.0.0.1:1/" },
    });
    await assert.rejects(comes(), IdentityDown);
    clock.advance(KEY_TIMES.cooldownMs);
    state.answer = new Response(" ".repeat(300_000) + '{"keys":[]}');
    await assert.rejects(comes(), IdentityDown);
    assert.equal(state.asked, 2);
  }));

Deno.test("keys of other kinds in a set are passed over", () =>
  trial(async ({ state, comes }) => {
    state.keys = [
      { kty: "oct", kid: "ins_1", k: "c2VjcmV0", alg: "HS256" },
      { kty: "EC", kid: "ins_3", crv: "P-256", x: "", y: "" },
      { ...one.jwk, use: "enc", kid: "ins_4" },
      one.jwk,
    ];
    assert.equal(await comes(), true);
    assert.equal(await comes(one, { kid: "ins_4" }), false);
  }));

Deno.test("nothing is fetched for what is no token of this issuer", () =>
  trial(async ({ state, clock, identity }) => {
    const foreign = claims(clock, { iss: "https://otter.example" });
    for (
      const token of [
        "bal_0123",
        "a.b.c",
        "..",
        "",
        "x".repeat(100_000),
        await signed(one, foreign),
      ]
    ) assert.equal(await identity.verify(token), null);
    assert.equal(state.asked, 0);
  }));
