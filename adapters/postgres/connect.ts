import postgres from "postgres";
import { watchedSocket } from "./watched_socket.ts";
import { arrays } from "./arrays.ts";

/** A pool of connections to one database. */
export type Sql = postgres.Sql;

/** A transaction on one of them. */
export type Transaction = postgres.TransactionSql;

/** Where the database listens, and how many connections to hold (default 10). */
export interface ConnectOptions {
  readonly max?: number;
  /** A Unix socket instead of the address in the URL. */
  readonly path?: string;
  /** Ends a connection on which nothing was said for so long, and before that a statement that takes so long; never, where absent. */
  readonly silenceMs?: number;
}

/** Longer than anything a unit of work waits for outside the database: the relay's hand-over to the queue. */
const IDLE_IN_TRANSACTION_MS = 15_000;

/** Connects on first use; `url` is `postgres://user:password@host:port/database`. */
export function connectPostgres(
  url: string,
  { max = 10, path, silenceMs }: ConnectOptions = {},
): Sql {
  return postgres(url, {
    max,
    ...(path === undefined ? {} : {
      path,
      // The embedded server takes one connection ever, so it is not traded for a new one.
      max_lifetime: null,
      idle_timeout: 0,
      // Plans made while tables are tiny would be kept for as long as that connection lives.
      prepare: false,
    }),
    onnotice: () => {},
    fetch_types: false,
    types: arrays,
    connect_timeout: 10,
    // In seconds: a server that restarts is looked for again soon, however long it was gone.
    backoff: (tries: number) => Math.min(tries * 0.1, 1),
    ...silenceMs !== undefined && { socket: watchedSocket(silenceMs) },
    connection: {
      application_name: "balance",
      // Compiling a statement takes longer than any of ours runs, and what it would save is a fraction of that.
      jit: "off",
      ...silenceMs !== undefined && {
        statement_timeout: Math.ceil(silenceMs * 5 / 6),
      },
      // A process that hangs in the middle of a transaction would hold its locks for as long as it hangs.
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  });
}
