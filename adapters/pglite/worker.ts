/// <reference lib="deno.worker" />
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import type { Answer, Ask } from "./messages.ts";

// PGlite runs queries on the thread that asks; here they do not hold up the service.
let db: PGlite | undefined;
let server: PGLiteSocketServer | undefined;

async function open(
  { folder, socket, template }: Extract<Ask, { kind: "open" }>,
): Promise<void> {
  db = await PGlite.create({
    dataDir: folder ?? "memory://",
    extensions: { vector },
    ...(template === undefined
      ? {}
      : { loadDataDir: new Blob([await Deno.readFile(template)]) }),
  });
  // With a second connection the answers get mixed up.
  server = new PGLiteSocketServer({ db, path: socket, maxConnections: 1 });
  await server.start();
}

async function dump(file: string): Promise<void> {
  const dumped = await db!.dumpDataDir("none");
  await Deno.writeFile(file, new Uint8Array(await dumped.arrayBuffer()));
}

async function close(): Promise<void> {
  await server?.stop();
  await db?.close();
}

self.onmessage = async ({ data: ask }: MessageEvent<Ask>) => {
  let answer: Answer = { kind: "done" };
  try {
    if (ask.kind === "open") await open(ask);
    else if (ask.kind === "dump") await dump(ask.file);
    else await close();
  } catch (error) {
    const why = error instanceof Error ? error.stack ?? error.message : error;
    answer = { kind: "failed", why: String(why) };
  }
  self.postMessage(answer);
};
