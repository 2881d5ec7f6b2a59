import type { Clock } from "../../ports/clock.ts";
import { type FaultQueue, faultQueue } from "./fault_queue.ts";
import { type LocalServer, localServer } from "./local_server.ts";
import { type StripeAccount, stripeAccount } from "./stripe_account.ts";
import { refusal, type StripeReply } from "./stripe_replies.ts";
import { stripeReply } from "./stripe_routes.ts";

/** A request as it came in, with what its body says. */
export interface StripeRequest {
  readonly method: string;
  /** With its query, decoded. */
  readonly path: string;
  readonly headers: Headers;
  /** The fields of the form, names in brackets as they came. */
  readonly form: Readonly<Record<string, string>>;
}

/** A Stripe on this machine, with one account. It checks key, version, form, parameters and idempotency keys. */
export interface StripeServer extends LocalServer {
  readonly secretKey: string;
  readonly account: StripeAccount;
  /** All that was asked, in order; who empties it looks at what follows. */
  readonly requests: StripeRequest[];
  /** The next requests meet these, one each. */
  readonly fault: FaultQueue["fault"];
  /** The next request with a key is under way until another one with that key was refused. */
  collide(): void;
  /** The next request with a key meets an error of Stripe's own, which is remembered under the key as any answer is. */
  breakDown(): void;
  /** A day goes by: keys are forgotten, and the search knows everybody. */
  forgetKeys(): void;
}

interface Remembered {
  readonly fingerprint: string;
  reply: StripeReply | null;
  /** Resolved when another request met this one under way. */
  readonly met: PromiseWithResolvers<void>;
}

export function stripeServer(
  { clock, version }: { readonly clock: Clock; readonly version: string },
): StripeServer {
  const secretKey = "sk_test_0123456789abcdefghij";
  const account = stripeAccount(clock);
  const requests: StripeRequest[] = [];
  const { fault, meet } = faultQueue();
  const keys = new Map<string, Remembered>();
  let [isColliding, isBreaking] = [false, false];

  const replyTo = async (
    { method, path, headers, form }: StripeRequest,
    query: Readonly<Record<string, string>>,
  ): Promise<StripeReply & { readonly isReplay?: true }> => {
    if (headers.get("authorization") !== `Bearer ${secretKey}`) {
      return refusal(401, "invalid_request_error", null);
    }
    if (headers.get("stripe-version") !== version) {
      return refusal(400, "invalid_request_error", "version_unknown");
    }
    const { pathname } = new URL(path, "http://stripe.test");
    const params = method === "POST" ? form : query;
    const key = headers.get("idempotency-key");
    if (method !== "POST" || key === null) {
      return stripeReply(account, method, pathname, params);
    }
    const fingerprint = JSON.stringify([pathname, params]);
    const before = keys.get(key);
    if (before) {
      if (before.fingerprint !== fingerprint) {
        return refusal(400, "idempotency_error", null);
      }
      before.met.resolve();
      return before.reply
        ? { ...before.reply, isReplay: true }
        : refusal(409, "idempotency_error", "idempotency_key_in_use");
    }
    const under: Remembered = {
      fingerprint,
      reply: null,
      met: Promise.withResolvers(),
    };
    keys.set(key, under);
    if (isColliding) {
      isColliding = false;
      await under.met.promise;
    }
    if (isBreaking) {
      isBreaking = false;
      return under.reply = refusal(500, "api_error", null);
    }
    const reply = stripeReply(account, method, pathname, params);
    // What was refused before it was begun is not remembered; that somebody is missing was found out after that.
    const code = (reply.body as { error?: { code?: string } }).error?.code;
    if (reply.status === 200 || code === "resource_missing") {
      under.reply = reply;
    } else keys.delete(key);
    return reply;
  };

  const { origin, close } = localServer(async (request) => {
    const url = new URL(request.url);
    const seen: StripeRequest = {
      method: request.method,
      path: decodeURIComponent(url.pathname + url.search),
      headers: request.headers,
      form: fieldsOf(await request.text()),
    };
    requests.push(seen);
    return await meet(async () => {
      const { status, body, isReplay } = await replyTo(
        seen,
        fieldsOf(url.search),
      );
      const headers = isReplay && { "Idempotent-Replayed": "true" };
      return Response.json(body, { status, ...headers && { headers } });
    });
  });

  return {
    origin,
    secretKey,
    account,
    requests,
    fault,
    collide: () => void (isColliding = true),
    breakDown: () => void (isBreaking = true),
    forgetKeys() {
      keys.clear();
      for (const one of account.customers) one.indexed = !one.deleted;
    },
    close,
  };
}

/** Too many requests. */
export const busy = () => {
  const { status, body } = refusal(429, "invalid_request_error", "rate_limit");
  return Response.json(body, { status, headers: { "Retry-After": "7" } });
};

/** An error of Stripe's own. */
export const broken = () =>
  Response.json(refusal(500, "api_error", null).body, { status: 500 });

function fieldsOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(text));
}
