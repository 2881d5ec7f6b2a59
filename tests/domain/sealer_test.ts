import assert from "node:assert/strict";
import fc from "fast-check";
import { webCryptoSealer } from "../../adapters/web_crypto/sealer.ts";
import type { SealedPlace } from "../../src/integrations/sealed_secret.ts";

const PLACE: SealedPlace = {
  tenantId: "ten_a",
  connectionId: "con_a",
  name: "refresh_token",
};
const key = (id: string, fill: number) => ({
  id,
  bytes: new Uint8Array(32).fill(fill),
});

async function kindOf(
  opened: ReturnType<Awaited<ReturnType<typeof webCryptoSealer>>["open"]>,
) {
  const result = await opened;
  return result.ok ? result.value : result.failure.kind;
}

Deno.test("what is sealed opens in its place, and each time looks different", async () => {
  const sealer = await webCryptoSealer([key("k1", 1)]);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
      const sealed = await sealer.seal(text, PLACE);
      assert.match(sealed, /^1\.k1\.[A-Za-z0-9_-]+$/);
      assert.notEqual(sealed, await sealer.seal(text, PLACE));
      assert.equal(await kindOf(sealer.open(sealed, PLACE)), text);
    }),
    { numRuns: 30 },
  );
});

Deno.test("what is sealed opens for no other tenant, connection or name", async () => {
  const sealer = await webCryptoSealer([key("k1", 1)]);
  const sealed = await sealer.seal("s3cr3t", PLACE);
  for (
    const place of [
      { ...PLACE, tenantId: "ten_b" },
      { ...PLACE, connectionId: "con_b" },
      { ...PLACE, name: "access_token" },
      { ...PLACE, connectionId: "con_arefresh_token", name: "" },
    ] as SealedPlace[]
  ) assert.equal(await kindOf(sealer.open(sealed, place)), "sealed.wrong");
});

Deno.test("a sealed text with any bit changed, or cut, opens nowhere", async () => {
  const sealer = await webCryptoSealer([key("k1", 1)]);
  const sealed = await sealer.seal("s3cr3t", PLACE);
  const bytes = new TextEncoder().encode(sealed);
  for (let at = 0; at < bytes.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const edited = bytes.slice();
      edited[at]! ^= 1 << bit;
      const opened = await sealer.open(new TextDecoder().decode(edited), PLACE);
      assert(!opened.ok, `byte ${at}, bit ${bit}`);
    }
    assert(!(await sealer.open(sealed.slice(0, at), PLACE)).ok);
  }
  assert.equal(await kindOf(sealer.open("", PLACE)), "sealed.wrong");
  assert.equal(await kindOf(sealer.open(`${sealed}.x`, PLACE)), "sealed.wrong");
});

Deno.test("the first key seals, the others open, and one that is gone is named", async () => {
  const before = await webCryptoSealer([key("k1", 1)]);
  const sealed = await before.seal("s3cr3t", PLACE);
  const both = await webCryptoSealer([key("k2", 2), key("k1", 1)]);
  assert.equal(await kindOf(both.open(sealed, PLACE)), "s3cr3t");
  assert.match(await both.seal("x", PLACE), /^1\.k2\./);
  const after = await webCryptoSealer([key("k2", 2)]);
  const opened = await after.open(sealed, PLACE);
  assert(!opened.ok);
  assert.deepEqual([opened.failure.kind, opened.failure.facts], [
    "sealed.unknown_key",
    { key_id: "k1" },
  ]);
  const other = await webCryptoSealer([key("k1", 9)]);
  assert.equal(await kindOf(other.open(sealed, PLACE)), "sealed.wrong");
});

Deno.test("a key of another length is refused", async () => {
  await assert.rejects(
    webCryptoSealer([{ id: "k", bytes: new Uint8Array(16) }]),
    /sealing key k has not 32 bytes/,
  );
});
