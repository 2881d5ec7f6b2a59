import type { Clock } from "../../ports/clock.ts";
import type { PaymentHook } from "../../ports/payment_hook.ts";
import type { BillingMessage } from "../../src/billing/billing_event.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { hookFailures } from "../../src/tenancy/provider_word.ts";

const HEADER = "memory-signature";
const TOLERANCE_MS = 300_000;

/** A message as the provider in memory sends it: JSON, with its time and an HMAC-SHA-256 over both. */
export async function signedMessage(
  message: BillingMessage,
  secret: string,
  clock: Clock,
): Promise<
  { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Headers }
> {
  const bytes = new TextEncoder().encode(JSON.stringify(message));
  const now = clock.now();
  const signature = await crypto.subtle.sign(
    "HMAC",
    await keyOf(secret),
    signedBytes(now, bytes),
  );
  const hex = new Uint8Array(signature).toHex();
  return { bytes, headers: new Headers({ [HEADER]: `${now},${hex}` }) };
}

/** Reads what `signedMessage` makes. */
export function memoryPaymentHook(
  { secret, clock }: { readonly secret: string; readonly clock: Clock },
): PaymentHook {
  return {
    provider: "memory",
    async read(bytes, headers) {
      const [, at, hex] =
        /^(\d{4}-[\d:.T-]{1,30}Z),((?:[0-9a-f]{2}){32})$/.exec(
          headers.get(HEADER) ?? "",
        ) ?? [];
      if (at === undefined || hex === undefined) {
        return fail(hookFailures.malformed());
      }
      const age = Date.parse(clock.now()) - Date.parse(at);
      const isTrusted = Math.abs(age) <= TOLERANCE_MS &&
        await crypto.subtle.verify(
          "HMAC",
          await keyOf(secret),
          Uint8Array.fromHex(hex),
          signedBytes(at, bytes),
        );
      if (!isTrusted) return fail(hookFailures.untrusted());
      // Only `signedMessage` has the secret.
      return ok(JSON.parse(new TextDecoder().decode(bytes)) as BillingMessage);
    },
  };
}

function keyOf(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign", "verify"],
  );
}

function signedBytes(at: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${at}.`);
  const signed = new Uint8Array(head.length + bytes.length);
  signed.set(head);
  signed.set(bytes, head.length);
  return signed;
}
