import { honoApi } from "../../adapters/hono/hono_api.ts";
import { probeApi } from "../../adapters/hono/probes.ts";
import type { RequestLine } from "../../adapters/hono/request_log.ts";
import type {
  LimitedBy,
  RefusalReason,
} from "../../adapters/prometheus/metrics.ts";
import type { Service } from "./compose.ts";
import type { Config, ProcessKind } from "./config.ts";
import { errorFacts, type Log } from "./log.ts";
import { acceptedAt } from "./rotating_secret.ts";

/** The failures that refuse records because too many wait, by whose backlog was full. */
const REFUSED: Readonly<Record<string, RefusalReason>> = {
  "record.backlog_full": "tenant_backlog",
  "record.service_backlog_full": "backlog",
};

/** The failures that a limit makes, by its name. */
const LIMITED = /^limit\.([a-z_]+)$/;

/** The HTTP side of a process. */
export interface Serving {
  /** Where it listens, e.g. `http://127.0.0.1:8000`. */
  readonly address: string;
  /** Takes no more requests and lets those that run finish. */
  close(): Promise<void>;
}

/**
 * Listens on the configured host and port; port 0 picks a free one. A process that only works answers its operator
 * and nobody else. Throws, in one line, where it cannot listen.
 */
export function serve(
  {
    deps,
    ready,
    alive,
    metrics,
    tracing,
    board,
    identityHook,
    hostedSignIn,
    paymentHook,
    limiter,
  }: Service,
  { http, operatorToken, publicUrl, limits }: Pick<
    Config,
    "http" | "operatorToken" | "publicUrl" | "limits"
  >,
  log: Log,
  kind: ProcessKind = "both",
): Serving {
  const options = {
    ready,
    alive,
    nowMs: () => performance.now(),
    trace: tracing,
    metrics: metrics.registry,
    operatorTokens: operatorToken &&
      (() =>
        acceptedAt(operatorToken, deps.clock.now()).map((token) =>
          token.reveal()
        )),
    log({ error, ...line }: RequestLine) {
      metrics.request(line);
      const refused = REFUSED[line.problem ?? ""];
      if (refused) metrics.intakeRefused(refused);
      const limit = LIMITED.exec(line.problem ?? "")?.[1];
      if (limit) metrics.limited(limit as LimitedBy);
      if (error === undefined) log.info(line, "request");
      else log.error({ ...line, ...errorFacts(error) }, "request");
    },
  };
  const app = kind === "work"
    ? probeApi({ ...options, ids: deps.ids })
    : honoApi({
      ...options,
      deps,
      publicUrl,
      expensiveAtOnce: limits.expensiveAtOnce,
      bodyMsMax: limits.bodyMsMax,
      ...limiter && {
        limits: { limiter, trustedProxies: limits.trustedProxies },
      },
      ...board && operatorToken && { board: board() },
      ...identityHook && { identityHook },
      ...hostedSignIn && { hostedSignIn },
      ...paymentHook && {
        paymentHook: { hook: paymentHook, onHeard: metrics.heard },
      },
    });
  const server = listen(http, app.fetch);
  const { hostname, port } = server.addr;
  return {
    address: `http://${hostname}:${port}`,
    close: () => server.shutdown(),
  };
}

function listen(
  { host, port }: Config["http"],
  handler: (
    request: Request,
    connection: { readonly remoteAddress: string },
  ) => Response | Promise<Response>,
): Deno.HttpServer<Deno.NetAddr> {
  const options = { hostname: host, port, onListen: () => {} };
  try {
    return Deno.serve(
      options,
      (request, { remoteAddr }) =>
        handler(request, { remoteAddress: remoteAddr.hostname }),
    );
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot listen on ${host}:${port}: ${why}`, { cause });
  }
}
