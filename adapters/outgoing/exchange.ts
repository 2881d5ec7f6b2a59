import type { IncomingMessage } from "node:http";
import { request as requestPlain } from "node:http";
import { request as requestTls } from "node:https";
import type { Target } from "./check_url.ts";

/** One request as it goes over the wire. */
export interface Message {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

/**
 * Sends a message to `address` and to no other, whatever the name means by now: the connection goes there, the name is
 * only told (`Host`), and held against the certificate. No connection is kept for a later request. `ca`: certificates
 * to trust beside the usual ones.
 */
export function exchange(
  { url, port }: Target,
  address: string,
  { method, headers, body }: Message,
  { signal, ca }: { readonly signal: AbortSignal; readonly ca?: string },
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const options = {
    host: address,
    port,
    method,
    path: `${url.pathname}${url.search}`,
    headers: {
      ...headers,
      host: url.host,
      "accept-encoding": "gzip, identity",
      ...body && { "content-length": String(body.length) },
    },
    agent: false,
    signal,
  } as const;
  return new Promise((resolve, reject) => {
    const sent = url.protocol === "https:"
      ? requestTls({
        ...options,
        // An address is held against the certificate as it is.
        ...host !== address && { servername: host },
        ...ca !== undefined && { ca },
      }, resolve)
      : requestPlain(options, resolve);
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}
