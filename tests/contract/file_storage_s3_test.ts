import assert from "node:assert/strict";
import { s3Files } from "../../adapters/s3_files/s3_files.ts";
import { type S3Server, s3Server } from "../support/s3_server.ts";
import { fileStorageContract } from "./file_storage.ts";

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
