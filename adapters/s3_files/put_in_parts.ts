import { FilesDown } from "../../ports/file_storage.ts";
import type { FileKey } from "../../src/kernel/file_key.ts";
import { runningSha256 } from "../../src/kernel/sha256.ts";
import type { S3Client } from "./s3_client.ts";
import { errorCodeIn, xmlTexts } from "./xml_texts.ts";

/** Bytes of a part: the fewest that S3 takes, so that few are in memory. */
export const PART_BYTES = 5 * 1_048_576;

/** Puts a file of any length, one part of it in memory at a time; it is there once all of them are. */
export async function putInParts(
  s3: S3Client,
  key: FileKey,
  contentType: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const headers = { "content-type": contentType };
  let uploadId: string | null = null;
  const tags: string[] = [];
  try {
    for await (const { bytes, isLast } of partsOf(chunks)) {
      if (isLast && uploadId === null) {
        return await drain(
          s3.ask({
            method: "PUT",
            key,
            headers: { ...headers, ...checked(bytes) },
            body: bytes,
          }, [200]),
        );
      }
      uploadId ??= await begin(s3, key, headers);
      tags.push(await putPart(s3, key, uploadId, tags.length + 1, bytes));
    }
    if (uploadId !== null) await complete(s3, key, uploadId, tags);
  } catch (error) {
    if (uploadId !== null) await abort(s3, key, uploadId, error);
    throw error;
  }
}

/** The chunks as parts of `PART_BYTES`; the last has what is left, nothing perhaps where it is the only one. */
async function* partsOf(chunks: AsyncIterable<Uint8Array>) {
  let part = new Uint8Array(PART_BYTES);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      if (filled === PART_BYTES) {
        yield { bytes: part, isLast: false };
        part = new Uint8Array(PART_BYTES);
        filled = 0;
      }
      const some = chunk.subarray(at, at + PART_BYTES - filled);
      part.set(some, filled);
      filled += some.length;
      at += some.length;
    }
  }
  yield { bytes: part.subarray(0, filled), isLast: true };
}

async function begin(
  s3: S3Client,
  key: FileKey,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const query = { uploads: "" };
  const answer = await s3.ask({ method: "POST", key, query, headers }, [200]);
  const [uploadId] = xmlTexts(await answer.text(), "UploadId");
  if (!uploadId) throw new FilesDown("no upload id");
  return uploadId;
}

async function putPart(
  s3: S3Client,
  key: FileKey,
  uploadId: string,
  partNumber: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const answer = await s3.ask({
    method: "PUT",
    key,
    query: { partNumber: String(partNumber), uploadId },
    headers: checked(bytes),
    body: bytes,
  }, [200]);
  await answer.body?.cancel();
  const tag = answer.headers.get("etag");
  if (tag === null) throw new FilesDown("no tag of a part");
  return tag;
}

async function complete(
  s3: S3Client,
  key: FileKey,
  uploadId: string,
  tags: readonly string[],
): Promise<void> {
  const parts = tags.map((tag, i) =>
    `<Part><PartNumber>${i + 1}</PartNumber><ETag>${
      tag.replace(/"/g, "&quot;")
    }</ETag></Part>`
  );
  const answer = await s3.ask({
    method: "POST",
    key,
    query: { uploadId },
    headers: { "content-type": "application/xml" },
    body: `<CompleteMultipartUpload>${
      parts.join("")
    }</CompleteMultipartUpload>`,
  }, [200]);
  // The server says 200 before it begins to join the parts, and tells in the body how that went.
  const code = errorCodeIn(await answer.text());
  if (code !== "") throw new FilesDown(`200 ${code}`);
}

/** Gives up the parts. Where that fails too, a rule of the bucket removes them, and what was wrong first is told. */
async function abort(
  s3: S3Client,
  key: FileKey,
  uploadId: string,
  cause: unknown,
): Promise<void> {
  try {
    await drain(
      s3.ask({ method: "DELETE", key, query: { uploadId } }, [200, 204, 404]),
    );
  } catch (error) {
    if (!(error instanceof FilesDown)) throw new AggregateError([cause, error]);
  }
}

async function drain(answer: Promise<Response>): Promise<void> {
  await (await answer).body?.cancel();
}

/** Lets the server refuse what arrives otherwise than it was sent. */
function checked(bytes: Uint8Array): Readonly<Record<string, string>> {
  const sha256 = runningSha256();
  sha256.add(bytes);
  return { "x-amz-content-sha256": sha256.end() };
}
