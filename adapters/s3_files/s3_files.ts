import { createHash } from "node:crypto";
import { FilesDown, type FileStorage } from "../../ports/file_storage.ts";
import { fileFailures } from "../../src/kernel/file_failures.ts";
import { type FileKey, isFileKey } from "../../src/kernel/file_key.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { attachmentHeader } from "../../src/receipts/file_name.ts";
import { measured, TooLarge } from "../file_content/measured.ts";
import { putInParts } from "./put_in_parts.ts";
import { readOn } from "./read_on.ts";
import { s3Client, type S3Options } from "./s3_client.ts";
import { errorCodeIn, xmlTexts } from "./xml_texts.ts";

/** Keys that one request removes at most. */
const KEYS_PER_REMOVAL = 1_000;

/** Files in a bucket of a server that speaks as S3 does. `nowMs` is what links expire by. */
export function s3Files(
  options: S3Options,
  nowMs: () => number,
): FileStorage {
  const s3 = s3Client(options);
  const secondsTo = (instant: Instant) =>
    Math.max(1, Math.floor((Date.parse(instant) - nowMs()) / 1_000));
  return {
    async put(key, content, { bytesMax, contentType }) {
      const { chunks, kept } = measured(content, bytesMax);
      try {
        await putInParts(s3, key, contentType, chunks);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        return fail(fileFailures.too_large({ bytes_max: bytesMax }));
      }
      return ok(kept());
    },
    async read(key, from = 0) {
      const answer = await s3.ask({
        method: "GET",
        key,
        headers: from > 0 ? { range: `bytes=${from}-` } : {},
      }, [200, 206, 404, 416]);
      if (answer.status === 404) {
        const code = errorCodeIn(await answer.text());
        if (code === "NoSuchKey") return null;
        throw new FilesDown(`404 ${code}`);
      }
      if (answer.status === 416) {
        await answer.body?.cancel();
        return new Blob([]).stream();
      }
      if (from > 0 && answer.status === 200) {
        await answer.body?.cancel();
        throw new FilesDown("no ranges");
      }
      return answer.body ? readOn(answer.body) : new Blob([]).stream();
    },
    async remove(keys) {
      for (let at = 0; at < keys.length; at += KEYS_PER_REMOVAL) {
        const body = removalOf(keys.slice(at, at + KEYS_PER_REMOVAL));
        const answer = await s3.ask({
          method: "POST",
          query: { delete: "" },
          headers: {
            "content-type": "application/xml",
            // S3 asks for this very digest; it guards against nothing but noise.
            "content-md5": createHash("md5").update(body).digest("base64"),
          },
          body,
        }, [200]);
        const code = errorCodeIn(await answer.text());
        if (code !== "") throw new FilesDown(`200 ${code}`);
      }
    },
    async list(prefix, limit, after) {
      const keys: FileKey[] = [];
      for (let last = after; keys.length < limit;) {
        const answer = await s3.ask({
          method: "GET",
          query: {
            "list-type": "2",
            "max-keys": String(Math.min(limit - keys.length, 1_000)),
            prefix,
            ...last !== null && { "start-after": last },
          },
        }, [200]);
        const xml = await answer.text();
        const found = xmlTexts(xml, "Key").filter(isFileKey);
        keys.push(...found);
        last = found.at(-1) ?? null;
        if (last === null || xmlTexts(xml, "IsTruncated")[0] !== "true") break;
      }
      return keys;
    },
    downloadLink: (key, { expiresAt, fileName, contentType }) =>
      s3.presign({
        method: "GET",
        key,
        query: {
          "response-content-disposition": attachmentHeader(fileName),
          "response-content-type": contentType,
          "response-cache-control": "private, no-store",
        },
      }, secondsTo(expiresAt)),
    async uploadLink(key, { bytes, sha256, contentType, expiresAt }) {
      const sent = {
        "content-type": contentType,
        "x-amz-checksum-sha256": Uint8Array.fromHex(sha256).toBase64(),
      };
      const url = await s3.presign({
        method: "PUT",
        key,
        headers: { ...sent, "content-length": String(bytes) },
      }, secondsTo(expiresAt));
      return { url, headers: sent };
    },
  };
}

function removalOf(keys: readonly FileKey[]): string {
  if (!keys.every(isFileKey)) throw new Error("this is no key of a file");
  const objects = keys.map((key) => `<Object><Key>${key}</Key></Object>`);
  return `<Delete><Quiet>true</Quiet>${objects.join("")}</Delete>`;
}
