import type postgres from "postgres";
import type { Sql, Transaction } from "./connect.ts";

/** The statement that puts a transaction into its role, which goes out together with the first of its work. */
export type Enter = (tx: Transaction) => postgres.PendingQuery<postgres.Row[]>;

/** How many connections in a row may turn out to have ended before. */
const ENDED_MAX = 20;
/** The server ended the session. */
const ENDED = "57P01";

/**
 * `sql.begin` for connections that may be lost in the middle: the transaction fails at once, and nothing more is sent.
 * postgres.js 3.4.9 would still send its `rollback` or `commit`, to a socket that is gone, which ends the process with
 * an error that nobody can catch, or to whoever uses the connection next (github.com/porsager/postgres/issues/1208).
 * It also tells of a session's end to whoever opens the connection next; what had not begun then begins on another.
 */
export async function begin<T>(
  sql: Sql,
  enter: Enter,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let ended = 0;; ended++) {
    let begun = false;
    try {
      return await beginOnce(sql, (tx) => {
        begun = true;
        return entered(tx, enter, work);
      });
    } catch (error) {
      if (begun || codeOf(error) !== ENDED || ended === ENDED_MAX) throw error;
    }
  }
}

/** Does not wait for the answer: if entering fails, so does whatever is sent after it. */
async function entered<T>(
  tx: Transaction,
  enter: Enter,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const [entering, result] = await Promise.allSettled([
    enter(tx).execute(),
    work(tx),
  ]);
  // What failed first is the reason of what failed after it.
  if (entering.status === "rejected") throw entering.reason;
  if (result.status === "rejected") throw result.reason;
  return result.value;
}

async function beginOnce<T>(
  sql: Sql,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  try {
    return await sql.begin(async (tx) => {
      try {
        const result = await work(whileOpen(tx, lost.signal));
        if (lost.signal.aborted) await never();
        return result;
      } catch (error) {
        if (lost.signal.aborted || isOfLostConnection(error)) await never();
        throw error;
      }
    }) as T;
  } finally {
    // The transaction is over, whether or not `work` is.
    lost.abort();
  }
}

/** The transaction for as long as its connection is there; after that a query throws before it is sent. */
function whileOpen(tx: Transaction, lost: AbortSignal): Transaction {
  return new Proxy(tx, {
    apply(target, self, args) {
      lost.throwIfAborted();
      return Reflect.apply(target, self, args);
    },
  });
}

/** postgres.js fails the transaction itself when the connection closes; who waits here is forgotten with it. */
function never(): Promise<never> {
  return new Promise(() => {});
}

/** Of an error of a query, whether the socket broke under it: the codes of postgres.js and of Node, and not the server's. */
function isOfLostConnection(error: unknown): boolean {
  return error instanceof Error && "query" in error &&
    /^(CONNECTION_CLOSED|CONNECTION_DESTROYED|E[A-Z]{3,})$/
      .test(codeOf(error));
}

function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown } | null)?.code);
}
