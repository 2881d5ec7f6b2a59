import { Webhook } from "standardwebhooks";
import { match } from "ts-pattern";
import { hookSecretFlaw } from "../../src/integrations/hook_secrets.ts";
import type { HookSettings } from "../../src/integrations/hook_settings.ts";
import type { Claimed } from "./claimed.ts";

/** The signature that `secret` makes of the message, in the form in which it is claimed; null where it can make none. */
export function expectedSignature(
  bytes: Uint8Array<ArrayBuffer>,
  settings: HookSettings,
  { eventId, timestamp }: Claimed,
  secret: string,
): Promise<string | null> {
  return match(settings)
    .returnType<Promise<string | null>>()
    .with(
      { scheme: "standard" },
      () => Promise.resolve(standard(bytes, eventId!, timestamp!, secret)),
    )
    .with(
      { scheme: "stripe" },
      async () => hex(await hmac("SHA-256", secret, timed(timestamp!, bytes))),
    )
    .with(
      { scheme: "github" },
      async () => hex(await hmac("SHA-256", secret, bytes)),
    )
    .with({ scheme: "hmac" }, async ({ algorithm, encoding }) => {
      const signature = await hmac(
        algorithm === "sha256" ? "SHA-256" : "SHA-512",
        secret,
        timestamp === null ? bytes : timed(timestamp, bytes),
      );
      return encoding === "hex" ? hex(signature) : signature.toBase64();
    })
    .exhaustive();
}

/** By the library of the specification. It signs text, so bytes that are not UTF-8 have no signature. */
function standard(
  bytes: Uint8Array,
  id: string,
  timestamp: string,
  secret: string,
): string | null {
  // A secret of another scheme, from before the settings were changed, signs nothing.
  if (hookSecretFlaw(secret, "standard") !== null) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes);
    const at = new Date(Number(timestamp) * 1_000);
    return new Webhook(secret).sign(id, at, text).replace(/^v1,/, "");
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function timed(
  timestamp: string,
  bytes: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${timestamp}.`);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  return whole;
}

async function hmac(
  hash: "SHA-256" | "SHA-512",
  secret: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash },
    false,
    ["sign"],
  );
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes));
}

function hex(bytes: Uint8Array): string {
  return bytes.toHex();
}
