import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import fc from "fast-check";
import { hookSignatures } from "../../adapters/hook_signatures/hook_signatures.ts";
import {
  type HookSettings,
  hookSettingsSchema,
} from "../../src/integrations/hook_settings.ts";
import {
  githubSigned,
  standardSigned,
  stripeSigned,
} from "../support/signed_hook.ts";

const NOW = "2026-01-02T03:04:05.000Z";
const AT = Date.parse(NOW) / 1_000;
const WHSEC = `whsec_${btoa("0123456789abcdef0123456789abcdef")}`;
const SECRET = "a secret that a sender gave out";

const CASES: readonly {
  readonly settings: HookSettings;
  readonly secret: string;
  sign(body: string): Record<string, string>;
}[] = [
  {
    settings: hookSettingsSchema.parse({ scheme: "standard" }),
    secret: WHSEC,
    sign: (body) => standardSigned(body, WHSEC, "msg_1", AT),
  },
  {
    settings: hookSettingsSchema.parse({ scheme: "stripe" }),
    secret: SECRET,
    sign: (body) => stripeSigned(body, SECRET, AT),
  },
  {
    settings: { scheme: "github" },
    secret: SECRET,
    sign: (body) => githubSigned(body, SECRET, "msg_1"),
  },
  {
    settings: hookSettingsSchema.parse({
      scheme: "hmac",
      algorithm: "sha512",
      encoding: "base64",
      signature_header: "X-Signature",
      signature_prefix: "v9=",
      timestamp_header: "X-Time",
      id_pointer: "/id",
    }),
    secret: SECRET,
    sign: (body) => ({
      "X-Time": String(AT),
      "X-Signature": `v9=${
        createHmac("sha512", SECRET).update(`${AT}.${body}`).digest("base64")
      }`,
    }),
  },
];

const BODY = '{"id":"msg_1","text":"é"}';

function verify(
  { settings, secret }: Pick<typeof CASES[number], "settings" | "secret">,
  headers: Record<string, string>,
  body: string | Uint8Array<ArrayBuffer> = BODY,
) {
  const bytes = typeof body === "string"
    ? new TextEncoder().encode(body)
    : body;
  return hookSignatures().verify(
    { headers: new Headers(headers), bytes },
    settings,
    ["another secret of some length", WHSEC.replace("M", "N"), secret],
    NOW,
  );
}

for (const one of CASES) {
  const { scheme } = one.settings;
  Deno.test(`${scheme}: a signature of one of the secrets over the very bytes holds, and no other`, async () => {
    const good = one.sign(BODY);
    assert.deepEqual(await verify(one, good), {
      ok: true,
      value: { eventId: "msg_1" },
    });
    await fc.assert(fc.asyncProperty(
      fc.constantFrom(...Object.keys(good)),
      fc.nat(),
      fc.integer({ min: 1, max: 94 }),
      async (header, place, by) => {
        // One character of one header becomes another visible one.
        const value = good[header]!;
        const at = place % value.length;
        const code = (value.charCodeAt(at) - 33 + by) % 94 + 33;
        const changed = value.slice(0, at) + String.fromCharCode(code) +
          value.slice(at + 1);
        fc.pre(changed.toLowerCase() !== value.toLowerCase());
        const told = await verify(one, { ...good, [header]: changed });
        // GitHub signs no id: another one is another event.
        if (header === "X-GitHub-Delivery") assert(told.ok);
        else assert.equal(told.ok, false);
      },
    ));
    await fc.assert(fc.asyncProperty(
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (place, by) => {
        const bytes = new TextEncoder().encode(BODY);
        bytes[place % bytes.length]! ^= by;
        assert.equal((await verify(one, good, bytes)).ok, false);
      },
    ));
    for (const header of Object.keys(good)) {
      const { [header]: _, ...rest } = good;
      assert.equal((await verify(one, rest)).ok, false, header);
    }
  });
}

Deno.test("standard: bytes that are not UTF-8 have no signature", async () => {
  const bytes = new Uint8Array([0x22, 0xff, 0x22]);
  const replaced = new TextDecoder().decode(bytes);
  const told = await verify(
    CASES[0]!,
    standardSigned(replaced, WHSEC, "msg_1", AT),
    bytes,
  );
  assert(!told.ok);
  assert.equal(told.failure.kind, "hook.wrong_signature");
});

Deno.test("several signatures in a header: one that holds is enough, too many are refused", async () => {
  const good = standardSigned(BODY, WHSEC, "msg_1", AT);
  const signature = good["webhook-signature"]!;
  const told = async (value: string) =>
    (await verify(CASES[0]!, { ...good, "webhook-signature": value })).ok;
  assert.equal(await told(`v1,AAAA v1a,xxxx ${signature}`), true);
  assert.equal(await told(`v2,${signature.slice(3)}`), false);
  assert.equal(await told(`${"v1,AAAA ".repeat(20)}${signature}`), false);
});
