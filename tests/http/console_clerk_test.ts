import assert from "node:assert/strict";
import { clerkIdentity } from "../../adapters/clerk/clerk_identity.ts";
import { clerkSignIn } from "../../adapters/clerk/clerk_sign_in.ts";
import { fixedKey } from "../../adapters/clerk/signing_keys.ts";
import { honoApi } from "../../adapters/hono/hono_api.ts";
import { firstOf } from "../../src/main/open_clerk.ts";
import { linkOrganisation } from "../../src/tenancy/use_cases/link_organisation.ts";
import { claims, clerkKey, ISSUER, PARTY, signed } from "../support/clerk.ts";
import { value } from "../support/trial.ts";
import { openHttpTrial } from "./http_trial.ts";
import { tokenOf } from "./signed_in.ts";

const key = await clerkKey("ins_1");
const SIGN_IN = "https://accounts.foxglove.example/sign-in";
const BACK = `${PARTY}/console/sign-in/back`;

/** The console of a service with Clerk before it, its tenant linked, as one browser asks for it. */
async function openClerkConsole() {
  const trial = await openHttpTrial();
  const { deps, clock, tenant } = trial;
  const roles = new Map([["org:admin", "admin"]] as const);
  const trust = { issuer: ISSUER, parties: [PARTY], audiences: [], roles };
  const clerk = clerkIdentity({ trust, keys: fixedKey(key.pem), clock });
  const app = honoApi({
    deps: { ...deps, identity: firstOf(clerk, deps.identity) },
    log: () => {},
    ready: () => Promise.resolve(true),
    publicUrl: PARTY,
    hostedSignIn: clerkSignIn({ issuer: ISSUER, signInUrl: SIGN_IN }),
  });
  const linked = {
    tenantId: tenant.id,
    provider: "clerk",
    organisation: "org_fox",
  };
  value(await linkOrganisation(deps, linked));
  const cookies = new Map<string, string>();
  async function open(path: string) {
    const answer = await app.fetch(
      new Request(new URL(path, PARTY), {
        headers: {
          Cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
        },
      }),
    );
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      cookies.set(name!, value!);
    }
    const to = answer.headers.get("location");
    return { status: answer.status, to, text: await answer.text() };
  }
  return {
    ...trial,
    cookies,
    open,
    /** Sends the browser off; the address that it comes back to. */
    async sendOff(): Promise<URL> {
      const { to } = await open("/console/sign-in/elsewhere");
      return new URL(new URL(to!).searchParams.get("redirect_url")!);
    },
    token: (given: Readonly<Record<string, unknown>> = {}) =>
      signed(key, claims(clock, given)),
  };
}

Deno.test("who signs in at Clerk's page is signed in at the page that they asked for", async () => {
  const { open, cookies, sendOff, token } = await openClerkConsole();
  const asked = await open("/console/records");
  assert.equal(asked.status, 401);
  assert.match(
    asked.text,
    /href="\/console\/sign-in\/elsewhere">Sign in with Clerk/,
  );
  const sent = await open("/console/sign-in/elsewhere");
  assert.equal(sent.status, 303);
  assert.equal(new URL(sent.to!).origin, "https://accounts.foxglove.example");
  const back = await sendOff();
  assert.equal(`${back.origin}${back.pathname}`, BACK);
  cookies.set("__session", await token());
  const came = await open(back.href);
  assert.deepEqual([came.status, came.to], [303, "/console"]);
  cookies.delete("__session");
  assert.equal((await open("/console")).to, "/console/records");
  const page = await open("/console/records");
  assert.equal(page.status, 200);
  assert.match(page.text, /<span class="quiet">admin<\/span>/);
});

Deno.test("a host that has no token yet asks for one to be handed over, once", async () => {
  const { open, sendOff, token } = await openClerkConsole();
  const back = await sendOff();
  back.searchParams.set("__clerk_db_jwt", "browser-1");
  const first = await open(back.href);
  const asked = new URL(first.to!);
  assert.equal(
    `${asked.origin}${asked.pathname}`,
    `${ISSUER}/v1/client/handshake`,
  );
  assert.equal(asked.searchParams.get("__clerk_db_jwt"), "browser-1");
  const again = new URL(asked.searchParams.get("redirect_url")!);
  const nothing = await open(again.href);
  assert.equal(nothing.status, 401);
  assert.match(nothing.text, /are no member of a company here/);
  const handed = await signed(key, {
    handshake: [
      "__client_uat=1; Path=/",
      `__session=${await token()}; Path=/; SameSite=Lax`,
    ],
  });
  again.searchParams.set("__clerk_handshake", handed);
  const came = await open(again.href);
  assert.deepEqual([came.status, came.to], [303, "/console"]);
  assert.equal((await open("/console/records")).status, 200);
});

Deno.test("a browser that was not sent off from here is not signed in, whatever it brings", async () => {
  const { open, cookies, sendOff, token } = await openClerkConsole();
  cookies.set("__session", await token());
  const back = await sendOff();
  const state = back.searchParams.get("state")!;
  for (const wrong of ["", "0".repeat(32), state.slice(1)]) {
    const { status, text } = await open(`${BACK}?state=${wrong}`);
    assert.equal(status, 401, wrong);
    assert.match(text, /This browser did not ask to sign in there/);
  }
  cookies.delete("__Host-balance_state");
  assert.equal((await open(back.href)).status, 401);
  assert.equal(cookies.has("__Host-balance_session"), false);
});

Deno.test("nothing but a good token of a member makes a session", async () => {
  const trial = await openClerkConsole();
  const { open, cookies, sendOff, token, secret } = trial;
  const now = Date.parse(trial.clock.now()) / 1_000;
  const bad = {
    "an API key": secret,
    "a session of ours": await tokenOf(trial, "ann@foxglove.example"),
    "one that is over": await token({ exp: now - 60 }),
    "one for another party": await token({ azp: "https://other.example" }),
    "one without an organisation": await token({ o: undefined }),
    "one of another organisation": await token({
      o: { id: "org_other", rol: "admin", slg: "x" },
    }),
    "no token": "x",
  };
  for (const [name, one] of Object.entries(bad)) {
    const back = await sendOff();
    cookies.set("__session", one);
    const { status } = await open(back.href);
    assert.equal(status, 401, name);
    assert.equal(cookies.has("__Host-balance_session"), false, name);
  }
});

Deno.test("without Clerk there is no such button and no such page", async () => {
  const { app } = await openHttpTrial();
  const page = await app.fetch(new Request(`${PARTY}/console/sign-in`));
  assert(!(await page.text()).includes("elsewhere"));
  const none = await app.fetch(
    new Request(`${PARTY}/console/sign-in/elsewhere`),
  );
  assert.equal(none.status, 401);
  await none.body?.cancel();
});
