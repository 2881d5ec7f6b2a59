import { paddleHook } from "../../adapters/paddle/paddle_hook.ts";
import { paddlePayments } from "../../adapters/paddle/paddle_payments.ts";
import type { Clock } from "../../ports/clock.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import type {
  PaymentsSubject,
  PaymentsWorld,
  SentMessage,
} from "../contract/payments.ts";
import { eitherPayments } from "./either_payments.ts";
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
  const opened = (timeoutMs: number) =>
    paddlePayments({ apiKey, baseUrl, timeoutMs, checkoutUrl });
  // Only who is to wait in vain gives up soon: a slow machine must not look like a silent provider.
  const [patient, impatient] = [opened(30_000), opened(100)];
  let [inVain, told] = [0, 0];
  const world: PaymentsWorld = {
    prices: PRICES,
    statuses: STATUSES,
    subscribe: async (tenant, price, trialEndsAt) =>
      account.subscribe(tenant, [price], trialEndsAt).id,
    become: async (id, status) => account.become(id, status),
    reprice: async (id, price) => account.reprice(id, price),
    endWithPeriod: async (id) => account.endWithPeriod(id),
    messages() {
      const news = account.events.slice(told);
      told = account.events.length;
      return Promise.all(news.map((event) => sentEvent(event, clock)));
    },
    strangeMessage: (customer) =>
      sentEvent({
        id: account.nextId("evt"),
        type: "address.created",
        occurredAt: clock.now(),
        data: { id: account.nextId("add"), customer_id: customer },
      }, clock),
    trouble(kind, requests) {
      const fault = { busy, broken, silent: null }[kind];
      server.fault(...Array<typeof fault>(requests).fill(fault));
      if (kind === "silent") inVain += requests;
    },
  };
  return {
    server,
    payments: eitherPayments(
      patient,
      impatient,
      () => inVain > 0 && inVain-- > 0,
    ),
    hook: paddleHook({ secretsAt: () => [WEBHOOK_SECRET], clock }),
    hookWith: ({ aheadMs = 0, otherSecret = false }) =>
      paddleHook({
        secretsAt: () => [otherSecret ? "pdl_ntfset_another" : WEBHOOK_SECRET],
        clock: { now: () => plusMs(clock.now(), aheadMs) },
      }),
    addressesOnce: true,
    // Paddle counts nothing that is used.
    meter: null,
    world,
    close: () => server.close(),
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
