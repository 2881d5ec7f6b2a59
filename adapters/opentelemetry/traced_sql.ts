import { type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type postgres from "postgres";
import { nameOf } from "./statement_name.ts";

type Sql = postgres.Sql;
type Transaction = postgres.TransactionSql;

/** What of a query is used that the driver's types do not tell. */
interface Query extends Promise<unknown> {
  /** Sends it, the first time it is called; a fragment of another query is never sent. */
  handle(): unknown;
  readonly executed: boolean;
  /** The text with `$1` for each value; absent until it was sent. */
  readonly string?: string;
}

/**
 * The same connections, whose statements each get a span inside the span that is active then; outside of one there is
 * none. Spans hold the statement's text with `$1` for each value, and never a value.
 */
export function tracedSql(sql: Sql): Sql {
  return new Proxy(sql, {
    apply: (target, self, args) => watched(Reflect.apply(target, self, args)),
    get(target, name, receiver) {
      if (name !== "begin") return Reflect.get(target, name, receiver);
      return (...args: [...unknown[], Work]) =>
        Reflect.apply(target.begin, target, inside(args));
    },
  });
}

type Work = (tx: Transaction) => unknown;

/** The arguments of `begin` or `savepoint`, the last of which is what to do in there. */
function inside(args: readonly unknown[]): unknown[] {
  const work = args.at(-1) as Work;
  return [...args.slice(0, -1), (tx: Transaction) => work(tracedTx(tx))];
}

function tracedTx(tx: Transaction): Transaction {
  return new Proxy(tx, {
    apply: (target, self, args) => watched(Reflect.apply(target, self, args)),
    get(target, name, receiver) {
      if (name !== "savepoint") return Reflect.get(target, name, receiver);
      return (...args: [...unknown[], Work]) =>
        Reflect.apply(target.savepoint, target, inside(args));
    },
  });
}

/** Lets a query open its span when it is sent; anything else, such as a name or a list of columns, stays as it is. */
function watched<T>(made: T): T {
  if (!(made instanceof Promise) || !("handle" in made)) return made;
  const query = made as unknown as Query;
  const handle = query.handle;
  query.handle = function () {
    if (!query.executed && trace.getActiveSpan()) open(query);
    return handle.call(query);
  };
  return made;
}

function open(query: Query): void {
  const span = trace.getTracer("balance").startSpan("SQL", {
    kind: SpanKind.CLIENT,
    attributes: { "db.system.name": "postgresql" },
  });
  // The query's own `then` would send it.
  Promise.prototype.then.call(
    query,
    () => close(span, query),
    (error: unknown) => {
      const { code } = (error ?? {}) as { readonly code?: unknown };
      span.setAttribute("error.type", String(code ?? "unknown"));
      span.setStatus({ code: SpanStatusCode.ERROR });
      close(span, query);
    },
  );
}

function close(span: Span, { string: text }: Query): void {
  if (text !== undefined) {
    span.updateName(nameOf(text));
    span.setAttribute("db.query.text", text);
  }
  span.end();
}
