import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import S3rver from "s3rver";
import { refusalOf } from "./signature_v4.ts";

/** A server that speaks as S3 does, in this process, with one empty bucket. It checks signatures, which S3rver does not; sums of bodies it does not check. `await using` closes it. */
export interface S3Server extends AsyncDisposable {
  readonly options: {
    readonly endpoint: string;
    readonly bucket: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly timeoutMs: number;
  };
  /** What was asked, such as `PUT /ten_…/receipts/rec_…?partNumber&uploadId`, the bucket left out. */
  readonly asked: string[];
  /** Lets its clock go ahead. */
  advance(ms: number): void;
  /** The uploads in parts that are neither completed nor aborted. */
  openUploads(): Promise<readonly string[]>;
}

/** What is used of S3rver's own storage: the package brings no types. */
interface Store {
  listObjects(bucket: string, options: {
    readonly prefix: string;
    readonly startAfter?: string;
    readonly maxKeys: number;
  }): Promise<{ readonly objects: readonly { readonly key: string }[] }>;
}

const BUCKET = "balance";
/** The id of S3rver's one key, and the key. */
const KEY = "S3RVER";

export async function s3Server(): Promise<S3Server> {
  const directory = await Deno.makeTempDir();
  const s3 = new S3rver({
    directory,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: BUCKET }],
  });
  await s3.configureBuckets();
  sortLists(s3.store);
  const uploads = `${directory}/${BUCKET}/._S3rver_uploads`;
  const answer = s3.callback();
  const asked: string[] = [];
  let aheadMs = 0;
  const server = createServer(async (request, response) => {
    const { method, url = "" } = request;
    const { pathname, searchParams } = new URL(url, "http://s3.test");
    const names = [...searchParams.keys()].sort().join("&");
    asked.push(
      `${method} ${pathname.slice(BUCKET.length + 1)}${names && `?${names}`}`,
    );
    const refusal = refusalOf(
      {
        method: method!,
        url,
        headers: request.headers as Record<string, string | undefined>,
      },
      KEY,
      Date.now() + aheadMs,
    );
    if (refusal !== null) {
      request.resume();
      response.writeHead(403, { "Content-Type": "application/xml" });
      response.end(`<Error><Code>${refusal}</Code></Error>`);
      return;
    }
    const uploadId = searchParams.get("uploadId");
    if (method !== "DELETE" || uploadId === null) {
      return answer(request, response);
    }
    // S3rver does not know how to abort an upload.
    await Deno.remove(`${uploads}/${uploadId}`, {
      recursive: true,
    });
    response.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    options: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: BUCKET,
      region: "us-east-1",
      accessKeyId: KEY,
      secretAccessKey: KEY,
      timeoutMs: 10_000,
    },
    asked,
    advance: (ms) => void (aheadMs += ms),
    async openUploads() {
      try {
        const entries = await Array.fromAsync(Deno.readDir(uploads));
        return entries.map(({ name }) => name);
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) return [];
        throw error;
      }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      s3.logger.exceptions.unhandle();
      s3.logger.close();
      await Deno.remove(directory, { recursive: true });
    },
  };
}

/** S3rver takes for granted what Node alone has: folders in order, and DES for the token of a further page, which is not asked for. */
function sortLists(store: Store): void {
  const list = store.listObjects.bind(store);
  store.listObjects = async (bucket, { prefix, startAfter = "", maxKeys }) => {
    const all = await list(bucket, { prefix, maxKeys: Infinity });
    const objects = all.objects.filter(({ key }) => key > startAfter)
      .sort((a, b) => a.key < b.key ? -1 : 1);
    return { ...all, objects: objects.slice(0, maxKeys) };
  };
}
