import { Hono } from "hono";
import type { Deps } from "../../ports/deps.ts";
import type { HostedSignIn } from "../../ports/hosted_sign_in.ts";
import type { IdentityHook } from "../../ports/identity_hook.ts";
import type { ApiContext, ApiEnv } from "./api_context.ts";
import { apiReference } from "./api_reference.ts";
import { AtOnce } from "./at_once.ts";
import { authenticated } from "./authenticated.ts";
import { mountConnectionHooks } from "./connection_hooks.ts";
import { HeldOpen } from "./held_open.ts";
import { mountIdentityHook } from "./identity_hook.ts";
import { mountPaymentHook } from "./payment_hook.ts";
import { mountOAuthReturn } from "./oauth_return.ts";
import { mountUnsubscribe } from "./unsubscribe.ts";
import { mountConsole } from "./console/mount_console.ts";
import { failureOfError } from "./failure_of_error.ts";
import { notFound } from "./not_found.ts";
import { mountBoard, type QueueBoard } from "./board.ts";
import { observed } from "./observed.ts";
import { ownOrigin } from "./own_origin.ts";
import { type ProbeOptions, probes } from "./probes.ts";
import { guessesLimited, rateLimited, type RateLimits } from "./rate_limits.ts";
import { mountReceiptFiles } from "./receipt_files.ts";
import { refuse } from "./refuse.ts";
import type { RequestLog } from "./request_log.ts";
import { type RequestTrace, UNTRACED } from "./request_trace.ts";
import { EVENT_ROUTES, OPEN_ROUTES, ROUTES } from "./routes.ts";
import { onlyByTls, securityHeaders } from "./security_headers.ts";
import { signInPage } from "./sign_in_page/sign_in_page.tsx";

/** What the HTTP adapter is given. */
export interface HonoApiOptions extends ProbeOptions {
  readonly deps: Deps;
  readonly log: RequestLog;
  /** Milliseconds from any start, never going back: measures how long requests take. */
  readonly nowMs?: () => number;
  readonly trace?: RequestTrace;
  /** Where browsers reach the service, e.g. `https://balance.example`; null or absent: where a request says it went. */
  readonly publicUrl?: string | null;
  /** The board of the queues; it is there for operators only, so never without their token. */
  readonly board?: QueueBoard;
  /** Where an identity provider tells of its members; there is no such address without it. */
  readonly identityHook?: IdentityHook;
  /** Where people can sign in besides; nowhere without it. */
  readonly hostedSignIn?: HostedSignIn;
  /** Where a payment provider tells of its customers; there is no such address without it. */
  readonly paymentHook?: Parameters<typeof mountPaymentHook>[1];
  /** How often whom is heard; absent: always. */
  readonly limits?: RateLimits;
  /** Expensive requests of one tenant at once, in this process. */
  readonly expensiveAtOnce?: number;
  /** Milliseconds that a body may take to arrive. */
  readonly bodyMsMax?: number;
  /** Answers that last, such as streams of events; whoever stops the service closes it. */
  readonly held?: HeldOpen;
}

/** The whole HTTP interface; `fetch` answers a request. */
export function honoApi(
  {
    deps,
    log,
    nowMs = () => performance.now(),
    trace = UNTRACED,
    board,
    identityHook,
    paymentHook,
    hostedSignIn,
    publicUrl = null,
    limits,
    expensiveAtOnce = Infinity,
    bodyMsMax,
    held = new HeldOpen(),
    ...options
  }: HonoApiOptions,
): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const few = new AtOnce(expensiveAtOnce);
  app.use(observed({ ids: deps.ids, log, nowMs, trace }), securityHeaders);
  app.use(ownOrigin(publicUrl));
  if (publicUrl?.startsWith("https:")) app.use(onlyByTls);
  app.use((c, next) => {
    if (bodyMsMax !== undefined) c.set("bodyMsMax", bodyMsMax);
    c.set("held", held);
    return next();
  });
  if (limits) app.use("/api/*", guessesLimited(limits));
  app.onError((error, c: ApiContext) => refuse(c, failureOfError(error)));

  // Before the rest of the prefix: its sender signs what it sends instead.
  if (identityHook) mountIdentityHook(app, identityHook, deps);
  if (paymentHook) mountPaymentHook(app, paymentHook, deps);
  mountConnectionHooks(app, deps);
  mountReceiptFiles(app, deps);
  mountUnsubscribe(app, deps);
  // Before the prefix: a browser that is not signed in is asked to.
  mountOAuthReturn(app);
  // Before the prefix: what they are sent is what lets somebody in.
  for (const one of OPEN_ROUTES) {
    app.post(`/api/v1${one.path}`, (c) => one.respond(c, deps));
  }
  // On the prefix, so that no route below it can forget to ask who is there.
  for (const path of ["/api/v1/*", "/api/events", "/api/events/*"]) {
    app.use(path, authenticated(deps));
    if (limits) app.use(path, rateLimited(limits));
  }
  for (const one of ROUTES) add("/api/v1", one);
  for (const one of EVENT_ROUTES) add("/api", one);
  function add(base: string, one: typeof ROUTES[number]) {
    const path = `${base}${one.path}`.replace("{id}", ":id");
    const respond = (c: ApiContext) => one.respond(c, deps);
    app.on(
      one.method.toUpperCase(),
      path,
      one.expensive ? few.only(respond) : respond,
    );
  }

  const { document, docs } = apiReference();
  app.get(
    "/api/openapi.json",
    (c) => c.body(document, 200, { "Content-Type": "application/json" }),
  );
  app.route("/docs", docs);
  app.route("/sign-in", signInPage());
  mountConsole(app, deps, {
    few,
    ...limits && { limits },
    ...hostedSignIn && { hosted: hostedSignIn },
  });
  app.route("/", probes(options));
  if (board && options.operatorTokens) {
    mountBoard(app, board, options.operatorTokens);
  }
  app.notFound(notFound(app));
  return app;
}
