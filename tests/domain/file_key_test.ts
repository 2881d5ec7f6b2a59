import assert from "node:assert/strict";
import fc from "fast-check";
import { fileKey, isFileKey } from "../../src/kernel/file_key.ts";
import type { TenantId } from "../../src/kernel/ids.ts";

Deno.test("a file's key begins with its tenant and its folder", () => {
  assert.equal(
    fileKey("ten_01h", "receipts", "rcp_02x"),
    "ten_01h/receipts/rcp_02x",
  );
  assert.ok(isFileKey("ten_01h/imports/dlv_02x"));
});

Deno.test("no id leads a key out of its folder", () => {
  for (const id of ["rcp_..", "rcp_/", "../rcp_1", "rcp_1/..", "rcp_1\n", ""]) {
    assert.throws(
      () => fileKey("ten_01h", "receipts", id as "rcp_1"),
      /made of ids alone/,
      id,
    );
    assert.throws(() => fileKey(id as TenantId, "receipts", "rcp_1"));
  }
  fc.assert(fc.property(fc.string(), fc.string(), (tenant, id) => {
    const text = `ten_${tenant}/receipts/rcp_${id}`;
    if (isFileKey(text)) {
      assert.match(text, /^[a-z0-9_]+\/receipts\/[a-z0-9_]+$/);
    }
  }));
});
