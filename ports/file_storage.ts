import type { Outage } from "../src/events/attempt_job.ts";
import type { Failure } from "../src/kernel/failure.ts";
import type { FileKey, FilePrefix } from "../src/kernel/file_key.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Result } from "../src/kernel/result.ts";

/** What was kept of a stream. */
export interface KeptFile {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** How a link hands a file out. */
export interface LinkTerms {
  readonly expiresAt: Instant;
  /** What browsers save it as. */
  readonly fileName: string;
  readonly contentType: string;
}

/** The storage of files cannot be reached, or does not let this service in: once that is mended, the same goes well. */
export class FilesDown extends Error implements Outage {
  override readonly name = "FilesDown";
  readonly outage = true;
  /** What the storage said, such as `503 SlowDown`, or `unreachable`; no keys, and nothing of files. */
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(`the storage of files is down: ${code}`, { cause });
    this.code = code;
  }
}

/** Files by key. A file is there in whole or not at all. Throws `FilesDown` where its server is. */
export interface FileStorage {
  /**
   * Keeps the stream under `key`, in the place of what was there; nothing where it is longer than `bytesMax`.
   * A stream that breaks off throws what it broke off with, and nothing of it is kept either.
   */
  put(
    key: FileKey,
    content: ReadableStream<Uint8Array>,
    options: { readonly bytesMax: number; readonly contentType: string },
  ): Promise<Result<KeptFile, Failure<"file.too_large">>>;
  /** The file from byte `from` on; null where there is none. */
  read(
    key: FileKey,
    from?: number,
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
  /** Removes these; what is not there is as good as removed. */
  remove(keys: readonly FileKey[]): Promise<void>;
  /** Up to `limit` keys that begin with `prefix`, ascending, beyond `after`. */
  list(
    prefix: FilePrefix,
    limit: number,
    after: FileKey | null,
  ): Promise<readonly FileKey[]>;
  /** An address where anybody who has it reads the file for a while; null where the service must hand it out itself. */
  downloadLink(key: FileKey, terms: LinkTerms): Promise<string | null>;
  /** An address that takes just these bytes by PUT for a while; null where they must come through the service. */
  uploadLink(
    key: FileKey,
    terms: KeptFile & {
      readonly contentType: string;
      readonly expiresAt: Instant;
    },
  ): Promise<UploadLink | null>;
}

/** Where to send bytes, and the headers that must come with them. */
export interface UploadLink {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}
