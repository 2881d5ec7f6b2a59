import assert from "node:assert/strict";
import { s3Files } from "../../adapters/s3_files/s3_files.ts";
import { type S3Server, s3Server } from "../support/s3_server.ts";
import { fileKey } from "../../src/kernel/file_key.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import { sampleIds } from "../support/samples.ts";
import { fileStorageContract, streamOf, textOf } from "./file_storage.ts";

let server: S3Server | null = null;
fileStorageContract("s3", {
  async open() {
    server = await s3Server();
    return s3Files(server.options, Date.now);
  },
  async close() {
    assert.deepEqual(await server!.openUploads(), [], "no part is left over");
    await server![Symbol.asyncDispose]();
  },
});

const KEY = fileKey(sampleIds.next("ten"), "receipts", sampleIds.next("rcp"));
const inMinutes = (minutes: number) =>
  new Date(Date.now() + minutes * 60_000).toISOString() as Instant;

Deno.test("s3: a link hands a file out as it says, until it ends, and no other file", async () => {
  await using server = await s3Server();
  const files = s3Files(server.options, Date.now);
  await files.put(KEY, streamOf("an invoice"), {
    bytesMax: 100,
    contentType: "application/pdf",
  });
  const link = await files.downloadLink(KEY, {
    expiresAt: inMinutes(5),
    fileName: "Größe (3).pdf",
    contentType: "application/pdf",
  });
  const read = await fetch(link!);
  assert.equal(read.status, 200);
  assert.equal(await read.text(), "an invoice");
  assert.equal(read.headers.get("content-type"), "application/pdf");
  assert.match(read.headers.get("content-disposition")!, /^attachment;/);
  const statusOf = async (url: string) => {
    const answer = await fetch(url);
    await answer.body?.cancel();
    return answer.status;
  };
  assert.equal(await statusOf(link!.replace("/receipts/", "/imports/")), 403);
  assert.equal(await statusOf(link!.replace("attachment", "inline")), 403);
  server.advance(6 * 60_000);
  assert.equal(await statusOf(link!), 403);
});

Deno.test("s3: a link takes the bytes it was made for, by length, sum and type, and nothing else", async () => {
  await using server = await s3Server();
  const files = s3Files(server.options, Date.now);
  const link = await files.uploadLink(KEY, {
    bytes: 10,
    sha256: sha256("an invoice"),
    contentType: "application/pdf",
    expiresAt: inMinutes(15),
  });
  const { url, headers } = link!;
  const put = async (body: string, more = {}) => {
    const answer = await fetch(url, {
      method: "PUT",
      headers: { ...headers, ...more },
      body,
    });
    await answer.body?.cancel();
    return answer.status;
  };
  assert.equal(await put("an invoice, and more"), 403);
  assert.equal(await put("an invoice", { "content-type": "text/html" }), 403);
  const other = Uint8Array.fromHex(sha256("no invoice")).toBase64();
  assert.equal(
    await put("no invoice", { "x-amz-checksum-sha256": other }),
    403,
  );
  assert.equal(await put("an invoice", { "x-amz-acl": "public-read" }), 403);
  assert.equal(await textOf(files, KEY), null);
  assert.equal(await put("an invoice"), 200);
  assert.equal(await textOf(files, KEY), "an invoice");
  server.advance(16 * 60_000);
  assert.equal(await put("an invoice"), 403);
});

Deno.test("s3: a server that refuses or is gone is down, and says how", async () => {
  const server = await s3Server();
  const options = { ...server.options, secretAccessKey: "another" };
  await assert.rejects(
    s3Files(options, Date.now).read(KEY),
    { name: "FilesDown", code: "403 SignatureDoesNotMatch" },
  );
  const elsewhere = { ...server.options, bucket: "nowhere" };
  await assert.rejects(
    s3Files(elsewhere, Date.now).read(KEY),
    { name: "FilesDown", code: "404 NoSuchBucket" },
  );
  await server[Symbol.asyncDispose]();
  const files = s3Files(server.options, Date.now);
  const down = { name: "FilesDown", code: "unreachable" };
  await assert.rejects(files.read(KEY), down);
  await assert.rejects(
    files.put(KEY, streamOf("an invoice"), {
      bytesMax: 100,
      contentType: "application/pdf",
    }),
    down,
  );
});
