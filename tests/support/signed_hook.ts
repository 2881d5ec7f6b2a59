import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";

/** The headers of a webhook as GitHub signs it. */
export function githubSigned(
  body: string | Uint8Array,
  secret: string,
  id: string,
): Record<string, string> {
  const hash = createHmac("sha256", secret).update(body).digest("hex");
  return { "X-Hub-Signature-256": `sha256=${hash}`, "X-GitHub-Delivery": id };
}

/** The headers of a webhook as Stripe signs it. */
export function stripeSigned(
  body: string,
  secret: string,
  at: number,
): Record<string, string> {
  const hash = createHmac("sha256", secret).update(`${at}.${body}`)
    .digest("hex");
  return { "Stripe-Signature": `t=${at},v1=${hash}` };
}

/** The headers of a webhook as the library of Standard Webhooks signs it. */
export function standardSigned(
  body: string,
  secret: string,
  id: string,
  at: number,
): Record<string, string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(at),
    "webhook-signature": new Webhook(secret).sign(
      id,
      new Date(at * 1_000),
      body,
    ),
  };
}
