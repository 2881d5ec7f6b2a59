import assert from "node:assert/strict";
import {
  diskFiles,
  removeStaleParts,
} from "../../adapters/disk_files/disk_files.ts";
import type { FileKey } from "../../src/kernel/file_key.ts";
import { fileKey } from "../../src/kernel/file_key.ts";
import { sampleIds } from "../support/samples.ts";
import { fileStorageContract, streamOf, textOf } from "./file_storage.ts";

const OPTIONS = { bytesMax: 1_000, contentType: "application/pdf" };

let root = "";
fileStorageContract("disk", {
  open: async () => diskFiles(`${root = await Deno.makeTempDir()}/deep/files`),
  async close() {
    const left = [];
    for await (const part of Deno.readDir(`${root}/deep/files/.parts`)) {
      left.push(part.name);
    }
    assert.deepEqual(left, [], "no part is left over");
    await Deno.remove(root, { recursive: true });
  },
});

Deno.test("disk files: what is no key of a file reaches nothing", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/secret`, "s3cr3t");
    const files = diskFiles(`${folder}/files`);
    const tenantId = sampleIds.next("ten");
    await files.put(
      fileKey(tenantId, "receipts", sampleIds.next("rec")),
      streamOf("x"),
      OPTIONS,
    );
    for (
      const wrong of [
        "../secret",
        "/etc/passwd",
        "",
        `${tenantId}/receipts/../../../secret`,
        `${tenantId}/receipts/..`,
        `${tenantId}/receipts/a%2f..`,
        `${tenantId}/receipts/rec_1\0`,
        `${tenantId}/receipts/rec_1/rec_2`,
        `${tenantId}\\receipts\\rec_1`,
        `${tenantId}/others/rec_1`,
        ".parts/receipts/rec_1",
      ] as FileKey[]
    ) {
      const error = /no key of a file/;
      await assert.rejects(files.read(wrong), error, wrong);
      await assert.rejects(files.put(wrong, streamOf("x"), OPTIONS), error);
      await assert.rejects(files.remove([wrong]), error);
    }
    assert.equal(await Deno.readTextFile(`${folder}/secret`), "s3cr3t");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("disk files: what a killed process left half is removed when nobody can be at it any more", async () => {
  const root = await Deno.makeTempDir();
  try {
    await removeStaleParts(`${root}/none`, Date.now());
    const files = diskFiles(root);
    const key = fileKey(
      sampleIds.next("ten"),
      "receipts",
      sampleIds.next("rec"),
    );
    await files.put(key, streamOf("whole"), OPTIONS);
    await Deno.writeTextFile(`${root}/.parts/half`, "ha");
    const day = 86_400_000;
    const { mtime } = await Deno.stat(`${root}/.parts/half`);
    const parts = async () =>
      (await Array.fromAsync(Deno.readDir(`${root}/.parts`))).length;
    await removeStaleParts(root, mtime!.getTime() + day);
    assert.equal(await parts(), 1);
    await removeStaleParts(root, mtime!.getTime() + day + 1);
    assert.equal(await parts(), 0);
    assert.equal(await textOf(files, key), "whole");
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
