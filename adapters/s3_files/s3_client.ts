import { AwsClient } from "aws4fetch";
import { FilesDown } from "../../ports/file_storage.ts";
import { type FileKey, isFileKey } from "../../src/kernel/file_key.ts";
import { errorCodeIn } from "./xml_texts.ts";

/** A bucket, and how it is reached. */
export interface S3Options {
  /** Such as `https://s3.eu-central-1.amazonaws.com`; the bucket follows in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** How long the server may take to begin an answer. */
  readonly timeoutMs: number;
}

/** A request to the bucket: to one file of it, or to itself. */
export interface S3Request {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  readonly key?: FileKey;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
}

/** Signed requests to one bucket. */
export interface S3Client {
  /** The answer where its status is one of `expected`; everything else is thrown as `FilesDown`. */
  ask(request: S3Request, expected: readonly number[]): Promise<Response>;
  /** The address of a request that anybody may make with these headers until it expires. */
  presign(
    request: Omit<S3Request, "body">,
    expiresS: number,
  ): Promise<string>;
}

/** Talks to one bucket of a server that speaks as S3 does. */
export function s3Client(options: S3Options): S3Client {
  const { endpoint, bucket, timeoutMs } = options;
  const aws = new AwsClient({ ...options, service: "s3" });
  const urlOf = ({ key, query = {} }: S3Request) => {
    if (key !== undefined && !isFileKey(key)) {
      throw new Error("this is no key of a file");
    }
    const url = new URL(`${endpoint}/${bucket}${key ? `/${key}` : ""}`);
    for (const [name, value] of Object.entries(query)) {
      url.searchParams.set(name, value);
    }
    return url;
  };
  return {
    async ask(request, expected) {
      const { method, headers = {}, body = null } = request;
      const signed = await aws.sign(urlOf(request), { method, headers, body });
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), timeoutMs);
      const answer = await fetch(signed, {
        signal: late.signal,
        redirect: "manual",
      }).catch((error: unknown) => {
        const code = late.signal.aborted ? "timed_out" : "unreachable";
        throw new FilesDown(code, error);
      }).finally(() => clearTimeout(timer));
      if (expected.includes(answer.status)) return answer;
      throw new FilesDown(
        `${answer.status} ${errorCodeIn(await answer.text())}`,
      );
    },
    async presign(request, expiresS) {
      const url = urlOf(request);
      url.searchParams.set("X-Amz-Expires", String(expiresS));
      const { method, headers = {} } = request;
      const signed = await aws.sign(url, {
        method,
        headers,
        aws: { signQuery: true, allHeaders: true },
      });
      return signed.url;
    },
  };
}
