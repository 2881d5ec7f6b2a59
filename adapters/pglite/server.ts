import { connectPostgres, type Sql } from "../postgres/connect.ts";
import { lockFolder } from "./lock_folder.ts";
import type { Answer, Ask } from "./messages.ts";

/** An embedded PostgreSQL and the one connection to it. */
export interface PgliteServer {
  readonly sql: Sql;
  /** Writes the whole database to a file that a later server can start from. */
  dump(file: string): Promise<void>;
  /** Ends the connection, flushes the data, and lets go of the folder. */
  close(): Promise<void>;
}

/**
 * Starts PGlite on `folder` (made when it is not there; one opener at a time, a second gets an error that names
 * it) or in memory, in a worker. `template` is a dump that an empty database starts from.
 * It listens on a Unix socket in a folder that only this user can enter: a port would be open to everyone here.
 */
export async function pgliteServer(
  folder: string | "memory",
  { template }: { readonly template?: string } = {},
): Promise<PgliteServer> {
  const lock = folder === "memory" ? undefined : await lockFolder(folder);
  const socketFolder = await Deno.makeTempDir({ prefix: "balance-" });
  const worker = startWorker();

  async function release(): Promise<void> {
    worker.terminate();
    await Deno.remove(socketFolder, { recursive: true });
    lock?.close();
  }

  const socket = `${socketFolder}/.s.PGSQL.5432`;
  try {
    await worker.ask({
      kind: "open",
      socket,
      ...(folder === "memory" ? {} : { folder: `${folder}/data` }),
      ...(template === undefined ? {} : { template }),
    });
  } catch (error) {
    await release();
    throw error;
  }
  const sql = connectPostgres("postgres://postgres@localhost/postgres", {
    max: 1,
    path: socket,
  });
  // Foreign keys keep the plan that they were first checked by, and nothing here renews it: never by reading a table through.
  await sql`set enable_seqscan = off`;

  return {
    sql,
    dump: (file) => worker.ask({ kind: "dump", file }),
    async close() {
      await sql.end();
      try {
        await worker.ask({ kind: "close" });
      } finally {
        await release();
      }
    },
  };
}

function startWorker() {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    type: "module",
    name: "pglite",
  });
  // Asks are answered in order, and a worker that breaks answers none.
  const waiting: PromiseWithResolvers<void>[] = [];
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const first = waiting.shift();
    if (data.kind === "done") first?.resolve();
    else first?.reject(new Error(`embedded database: ${data.why}`));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    const error = new Error(`embedded database: ${event.message}`);
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  return {
    ask(ask: Ask): Promise<void> {
      const answer = Promise.withResolvers<void>();
      waiting.push(answer);
      worker.postMessage(ask);
      return answer.promise;
    },
    terminate: () => worker.terminate(),
  };
}
