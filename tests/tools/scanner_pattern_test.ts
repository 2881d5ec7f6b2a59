import assert from "node:assert/strict";
import { newSecret } from "../../src/tenancy/api_key_secret.ts";

Deno.test("the pattern for scanners in docs/api-keys.md finds keys of both forms, and little else", async () => {
  const page = await Deno.readTextFile(
    new URL("../../docs/api-keys.md", import.meta.url),
  );
  const [, source] = /^(\\bbal_.*)$/m.exec(page) ?? [];
  const pattern = new RegExp(source!, "g");
  const hex = "3f9a1c0e".repeat(8);
  const keys = [
    newSecret(new Uint8Array(32)),
    newSecret(new Uint8Array(32).fill(0xff)),
    `bal_${hex}`,
  ];
  const text = keys.map((key) => `{"key": "${key}"}, KEY=${key}\n`).join("");
  assert.deepEqual(
    [...text.matchAll(pattern)].map(([found]) => found),
    keys.flatMap((key) => [key, key]),
  );
  const others = [
    hex,
    "bal_ance",
    `global_${hex}`,
    `bal_${hex}0`,
    "bal_012345",
  ];
  assert.deepEqual(others.filter((other) => other.match(pattern)), []);
});
