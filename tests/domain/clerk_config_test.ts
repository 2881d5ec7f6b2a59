import assert from "node:assert/strict";
import { parseClerkConfig } from "../../src/main/clerk_config.ts";
import { parseConfig } from "../../src/main/config.ts";

const GOOD = {
  BALANCE_CLERK_ISSUER: "https://clerk.foxglove.example",
  BALANCE_CLERK_PARTIES: "https://app.foxglove.example",
};
const SECRET = "whsec_" + btoa("a secret of twenty-four ");
const OLD = "whsec_" + btoa("the one of twenty-four b");
const PEM = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";

const wrong = (given: Parameters<typeof parseClerkConfig>[0]) => {
  const read = parseClerkConfig(given);
  return read.ok ? [] : read.failure;
};

Deno.test("nothing of Clerk is set: nobody of Clerk is let in", () => {
  assert.deepEqual(parseClerkConfig({}), { ok: true, value: null });
});

Deno.test("an issuer and the parties are enough: keys come from the issuer, and roles give little", () => {
  assert.deepEqual(parseClerkConfig(GOOD), {
    ok: true,
    value: {
      issuer: "https://clerk.foxglove.example",
      keys: {
        kind: "fetched",
        url: "https://clerk.foxglove.example/.well-known/jwks.json",
      },
      parties: ["https://app.foxglove.example"],
      audiences: [],
      roles: new Map([["org:admin", "admin"], ["org:member", "viewer"]]),
      signInUrl: "https://accounts.foxglove.example/sign-in",
      webhookSecret: null,
    },
  });
});

Deno.test("all that can be set is read", () => {
  const read = parseClerkConfig({
    ...GOOD,
    BALANCE_CLERK_JWT_KEY: PEM.replaceAll("\n", "\\n"),
    BALANCE_CLERK_PARTIES: "any",
    BALANCE_CLERK_AUDIENCE: "balance, books",
    BALANCE_CLERK_ROLES: "org:admin=owner, org:book_keeper=reviewer",
    BALANCE_CLERK_SIGN_IN_URL: "https://in.foxglove.example",
    BALANCE_CLERK_WEBHOOK_SECRET: `${SECRET},${OLD};until=2026-12-01T00:00:00Z`,
  });
  assert.ok(read.ok && read.value);
  const { webhookSecret, ...rest } = read.value;
  assert.deepEqual(rest, {
    issuer: GOOD.BALANCE_CLERK_ISSUER,
    keys: { kind: "fixed", pem: PEM },
    parties: [],
    audiences: ["balance", "books"],
    roles: new Map([["org:admin", "owner"], ["org:book_keeper", "reviewer"]]),
    signInUrl: "https://in.foxglove.example",
  });
  assert.equal(webhookSecret?.newest.reveal(), SECRET);
  assert.equal(webhookSecret?.earlier[0]?.secret.reveal(), OLD);
});

Deno.test("half a configuration, and every wrong value, is refused by name and not repeated", () => {
  assert.deepEqual(wrong({ BALANCE_CLERK_WEBHOOK_SECRET: SECRET }), [
    "BALANCE_CLERK_ISSUER is missing: Clerk is configured",
    "BALANCE_CLERK_PARTIES is missing: Clerk is configured",
  ]);
  const bad = {
    BALANCE_CLERK_ISSUER: [
      "http://clerk.example",
      "https://x/",
      "clerk",
      "https://u:p@x",
    ],
    BALANCE_CLERK_JWT_KEY: [
      "MIIB",
      "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----",
    ],
    BALANCE_CLERK_JWKS_URL: [
      "http://10.0.0.1/jwks",
      "ftp://x",
      "file:///etc/passwd",
    ],
    BALANCE_CLERK_PARTIES: [
      "app.otter.example",
      "https://a.example/",
      "any,https://a.example",
      "a b",
    ],
    BALANCE_CLERK_AUDIENCE: ["a,,b"],
    BALANCE_CLERK_ROLES: [
      "boss=viewer",
      "org:admin=root",
      "org:a=viewer,org:a=admin",
      "org:a=agent",
    ],
    BALANCE_CLERK_WEBHOOK_SECRET: [
      "plain-secret-of-some-length",
      "whsec_not*base64*at*all*",
      `${SECRET},${OLD}`,
    ],
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) {
      const said = wrong({ ...GOOD, [name]: value });
      assert(said.length > 0, `${name}: ${value}`);
      for (const line of said) {
        assert(line.startsWith(`${name} `), line);
        assert(!line.includes(value), line);
      }
    }
  }
  assert.deepEqual(
    wrong({
      ...GOOD,
      BALANCE_CLERK_JWT_KEY: PEM,
      BALANCE_CLERK_JWKS_URL: "https://clerk.example/jwks",
    }),
    [
      "BALANCE_CLERK_JWKS_URL stands beside BALANCE_CLERK_JWT_KEY; set one of the two",
    ],
  );
});

Deno.test("what is wrong of Clerk is told with all the rest", () => {
  const read = parseConfig({ BALANCE_PORT: "x", BALANCE_CLERK_ISSUER: "x" });
  assert.ok(!read.ok);
  assert.deepEqual(read.failure, [
    "BALANCE_PORT must be a whole number from 0 to 65535",
    "BALANCE_CLERK_PARTIES is missing: Clerk is configured",
    "BALANCE_CLERK_ISSUER must be an https:// address, or http:// on this machine",
  ]);
});

for (
  const [issuer, page] of [
    [
      "https://clerk.foxglove.example",
      "https://accounts.foxglove.example/sign-in",
    ],
    [
      "https://brave-fox-12.clerk.accounts.dev",
      "https://brave-fox-12.accounts.dev/sign-in",
    ],
    ["https://identity.foxglove.example", null],
    ["http://localhost:7000", null],
  ] as const
) {
  Deno.test(`the sign-in page of ${issuer} is ${page}`, () => {
    const read = parseClerkConfig({ ...GOOD, BALANCE_CLERK_ISSUER: issuer });
    assert.equal(read.ok && read.value?.signInUrl, page);
  });
}
