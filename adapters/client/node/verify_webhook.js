// @ts-self-types="./verify_webhook.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import { Webhook, WebhookVerificationError } from "standardwebhooks";
/** The request is not from who has the secret, is too old, or no message at all. Answer 401 and read nothing of it. */
export class BalanceUntrusted extends Error {
    name = "BalanceUntrusted";
}
/**
 * Verifies a webhook as Standard Webhooks has it, over the very text of the body, no more than five minutes old.
 * `secret`: the endpoint's, `whsec_…`; several while one takes another's place. Throws BalanceUntrusted.
 */
export function verifyWebhook({ secret, headers, body }) {
    const sent = headersOf(headers);
    const secrets = [secret].flat();
    let why = new BalanceUntrusted("No secret to verify with was given");
    for (const one of secrets) {
        const webhook = new Webhook(one);
        try {
            const message = webhook.verify(body, sent);
            return { id: sent["webhook-id"], ...message };
        }
        catch (error) {
            const isUntrusted = error instanceof WebhookVerificationError ||
                error instanceof SyntaxError;
            if (!isUntrusted)
                throw error;
            why = new BalanceUntrusted(error.message, { cause: error });
        }
    }
    throw why;
}
function headersOf(headers) {
    const entries = headers instanceof Headers
        ? [...headers]
        : Object.entries(headers);
    return Object.fromEntries(entries.map(([name, value]) => [
        name.toLowerCase(),
        Array.isArray(value) ? value.join(",") : String(value ?? ""),
    ]));
}
