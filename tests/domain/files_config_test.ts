import assert from "node:assert/strict";
import { parseFilesConfig } from "../../src/main/files_config.ts";

const S3 = {
  BALANCE_S3_ENDPOINT: "https://s3.example",
  BALANCE_S3_BUCKET: "papers",
  BALANCE_S3_ACCESS_KEY_ID: "AKEXAMPLE",
  BALANCE_S3_SECRET_ACCESS_KEY: "canary-key",
};

Deno.test("files are in a folder beside the data, or where it is named", () => {
  const folder = (env: Record<string, string>) =>
    parseFilesConfig(env, ".data");
  assert.deepEqual(folder({}), {
    ok: true,
    value: { kind: "disk", folder: ".data/files" },
  });
  assert.deepEqual(folder({ BALANCE_FILES: "/mnt/papers" }), {
    ok: true,
    value: { kind: "disk", folder: "/mnt/papers" },
  });
});

Deno.test("files are in a bucket where one is named, and its key does not print", () => {
  const read = parseFilesConfig(S3, ".data");
  assert(read.ok && read.value.kind === "s3");
  const { secretAccessKey, ...rest } = read.value;
  assert.deepEqual(rest, {
    kind: "s3",
    endpoint: "https://s3.example",
    bucket: "papers",
    region: "us-east-1",
    accessKeyId: "AKEXAMPLE",
  });
  assert.equal(secretAccessKey.reveal(), "canary-key");
  assert(!JSON.stringify(read).includes("canary"));
  const moved = parseFilesConfig({ ...S3, BALANCE_S3_REGION: "auto" }, "");
  assert.equal(
    moved.ok && moved.value.kind === "s3" && moved.value.region,
    "auto",
  );
});

Deno.test("half a bucket is refused with all that it lacks", () => {
  assert.deepEqual(
    parseFilesConfig({
      BALANCE_S3_ENDPOINT: "https://s3.example/papers",
      BALANCE_S3_SECRET_ACCESS_KEY: "canary key",
      BALANCE_FILES: "files",
    }, ""),
    {
      ok: false,
      failure: [
        "BALANCE_S3_ENDPOINT must be an origin such as https://s3.eu-central-1.amazonaws.com, without a path and in lower case",
        "BALANCE_S3_BUCKET is missing; BALANCE_S3_ENDPOINT needs it",
        "BALANCE_S3_ACCESS_KEY_ID is missing; BALANCE_S3_ENDPOINT needs it",
        "BALANCE_S3_SECRET_ACCESS_KEY must be visible ASCII characters",
        "BALANCE_FILES stands beside BALANCE_S3_ENDPOINT; set one of the two",
      ],
    },
  );
});
