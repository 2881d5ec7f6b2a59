import { lookup } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import type {
  Outgoing,
  OutgoingAnswer,
  OutgoingRequest,
} from "../../ports/outgoing.ts";
import { outgoingFailures } from "../../src/integrations/outgoing_failures.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { checkUrl, type HostAndPort, type Target } from "./check_url.ts";
import { exchange, type Message } from "./exchange.ts";
import { isPublic } from "./public_address.ts";
import { readAnswer, TooLarge } from "./read_answer.ts";
import { forAnother, redirectOf } from "./redirect.ts";

const REDIRECTS_MAX = 5;
const BYTES_MAX = 10_000_000;
const TIMEOUT_MS = 15_000;

const NOT_PUBLIC = "it is not an address of the open internet";

/** The name means an address that is not public. */
class NotPublic extends Error {}

export interface OutgoingOptions {
  /** Hosts and ports that may be private and plain: an operator's own servers. */
  readonly allow?: readonly HostAndPort[];
  /** The addresses of a name; asked once for each request. The machine's resolver unless told otherwise. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** Certificates to trust instead of the usual ones. */
  readonly ca?: string;
}

/**
 * Sends requests to addresses that users give, and reaches nothing but the open internet by them (server-side request
 * forgery, CWE-918). Scheme and port are checked, the name is looked up once and every address of it must be public,
 * the connection goes to an address that was checked, each redirect is checked anew, size and time have an end.
 */
export function safeOutgoing(
  { allow = [], resolve = addressesOf, ca }: OutgoingOptions = {},
): Outgoing {
  async function pinned(target: Target): Promise<readonly string[]> {
    if (target.address !== null) return [target.address];
    const found = await resolve(target.url.hostname);
    if (found.length === 0) throw new Error("the name has no address");
    if (!target.isAllowed && !found.every(isPublic)) throw new NotPublic();
    return found;
  }

  /** The answer of the first address that lets itself be connected to. */
  async function reach(
    target: Target,
    message: Message,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    let refused: unknown;
    for (const address of await until(signal, pinned(target))) {
      try {
        return await exchange(target, address, message, {
          signal,
          ...ca !== undefined && { ca },
        });
      } catch (error) {
        // Anything else may have been heard, and is not sent twice.
        if (!isUnconnected(error)) throw error;
        refused = error;
      }
    }
    throw refused;
  }

  /** Follows redirects to an answer, or to why there is none. */
  async function follow(
    url: string,
    message: Message,
    { bytesMax, signal }: {
      readonly bytesMax: number;
      readonly signal: AbortSignal;
    },
  ): Promise<Awaited<ReturnType<Outgoing["send"]>>> {
    let [address, sent] = [url, message];
    for (let hops = 0; hops <= REDIRECTS_MAX; hops++) {
      const target = checkUrl(address, allow);
      if ("why" in target) {
        return fail(outgoingFailures.refused({ why: target.why }));
      }
      const answer = await reach(target, sent, signal);
      const next = redirectOf(answer, sent, target.url);
      if (next === null) {
        const body = await until(signal, readAnswer(answer, bytesMax));
        return ok(told(answer, body, target.url));
      }
      answer.destroy();
      if (next.origin !== target.url.origin) sent = forAnother(sent);
      address = next.href;
    }
    return fail(
      outgoingFailures.too_many_redirects({ redirects_max: REDIRECTS_MAX }),
    );
  }

  function check(url: string): ReturnType<Outgoing["check"]> {
    const target = checkUrl(url, allow);
    return "why" in target
      ? fail(outgoingFailures.refused({ why: target.why }))
      : ok(null);
  }

  return {
    check,
    async send(request) {
      const { bytesMax = BYTES_MAX, timeoutMs = TIMEOUT_MS } = request;
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), timeoutMs);
      const { signal } = deadline;
      try {
        return await follow(request.url, messageOf(request), {
          bytesMax,
          signal,
        });
      } catch (error) {
        if (error instanceof NotPublic) {
          return fail(outgoingFailures.refused({ why: NOT_PUBLIC }));
        }
        if (error instanceof TooLarge) {
          return fail(outgoingFailures.too_large({ bytes_max: bytesMax }));
        }
        return fail(
          signal.aborted
            ? outgoingFailures.timed_out({ timeout_ms: timeoutMs })
            : outgoingFailures.unreachable({ why: codeOf(error) }),
        );
      } finally {
        clearTimeout(timer);
        // Whatever is still open ends here.
        deadline.abort();
      }
    },
  };
}

function messageOf(
  { method = "GET", headers = {}, body }: OutgoingRequest,
): Message {
  return {
    method,
    headers: Object.fromEntries(
      Object.entries(headers).map((
        [name, value],
      ) => [name.toLowerCase(), value]),
    ),
    body: typeof body === "string"
      ? new TextEncoder().encode(body)
      : body ?? null,
  };
}

function told(
  { statusCode = 0, headers }: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
  url: URL,
): OutgoingAnswer {
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, [value].flat().join(", ")]]
      ),
    ),
    body,
    url: url.href,
  };
}

/** Waits no longer than until `signal`; what waited goes on alone. */
async function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const end = () => reject(signal.reason);
  if (signal.aborted) end();
  signal.addEventListener("abort", end);
  try {
    return await Promise.race([work, over]);
  } finally {
    signal.removeEventListener("abort", end);
  }
}

const UNCONNECTED = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
]);

function isUnconnected(error: unknown): boolean {
  return UNCONNECTED.has(codeOf(error));
}

/** The code of an error of the network; never its words, which name addresses. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" && /^[A-Z_]{3,40}$/.test(code)
    ? code
    : "failed";
}

async function addressesOf(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}
