import { paddleHook } from "../../adapters/paddle/paddle_hook.ts";
import { paddlePayments } from "../../adapters/paddle/paddle_payments.ts";
import type { Clock } from "../../ports/clock.ts";
import type { PaymentsSubject, SentMessage } from "../contract/payments.ts";
import { accountSubject } from "./account_subject.ts";
import { type PaddleEvent, PRICES, STATUSES } from "./paddle_account.ts";
import { paddleTime } from "./paddle_objects.ts";
import {
  broken,
  busy,
  type PaddleServer,
  paddleServer,
} from "./paddle_server.ts";

export const WEBHOOK_SECRET = "pdl_ntfset_0123456789abcdefghijklmnop";

/** Our adapter before a Paddle on this machine. */
export interface PaddleSubject extends PaymentsSubject {
  readonly server: PaddleServer;
}

export function paddleSubject(
  clock: Clock,
  checkoutUrl: string | null = null,
): PaddleSubject {
  const server = paddleServer(clock);
  const { account, apiKey, origin: baseUrl } = server;
  return {
    ...accountSubject({
      clock,
      server,
      prices: PRICES,
      statuses: STATUSES,
      payments: (timeoutMs) =>
        paddlePayments({ apiKey, baseUrl, timeoutMs, checkoutUrl }),
      hook: (secret, clock) => paddleHook({ secretsAt: () => [secret], clock }),
      secrets: [WEBHOOK_SECRET, "pdl_ntfset_another"],
      sent: (event) => sentEvent(event, clock),
      strange: (customer) => ({
        id: account.nextId("evt"),
        type: "address.created",
        occurredAt: clock.now(),
        data: { id: account.nextId("add"), customer_id: customer },
      }),
      faults: { busy, broken },
    }),
    server,
    addressesOnce: true,
    // Paddle counts nothing that is used.
    meter: null,
  };
}

/** An event as Paddle sends it. */
export async function sentEvent(
  { id, type, occurredAt, data }: PaddleEvent,
  clock: Clock,
): Promise<SentMessage> {
  const body = {
    event_id: id,
    event_type: type,
    occurred_at: paddleTime(occurredAt),
    notification_id: id.replace("evt", "ntf"),
    data,
  };
  const payload = JSON.stringify(body, null, 2);
  return await sent(payload, Date.parse(clock.now()));
}

/** Whatever it is, signed at that time. */
export async function sent(
  payload: string | Uint8Array<ArrayBuffer>,
  atMs: number,
  secret = WEBHOOK_SECRET,
): Promise<SentMessage> {
  const bytes = typeof payload === "string"
    ? new TextEncoder().encode(payload)
    : payload;
  const seconds = Math.floor(atMs / 1_000);
  const signature = await signatureOf(bytes, seconds, secret);
  const header = `ts=${seconds};h1=${signature}`;
  return { bytes, headers: new Headers({ "Paddle-Signature": header }) };
}

/** What Paddle documents: HMAC-SHA-256 over the time, a colon and the body, in hexadecimal digits. */
export async function signatureOf(
  bytes: Uint8Array<ArrayBuffer>,
  seconds: number,
  secret: string,
): Promise<string> {
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const head = new TextEncoder().encode(`${seconds}:`);
  const signed = new Uint8Array([...head, ...bytes]);
  const signature = await crypto.subtle.sign("HMAC", key, signed);
  return new Uint8Array(signature).toHex();
}
