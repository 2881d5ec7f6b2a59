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
 * Verifies a webhook as Standard Webhooks has it, over the very text of the body, no more than five minutes old. Throws
 * BalanceUntrusted.
 */
export function verifyWebhook(sent) {
    const { id, content } = verified(sent);
    if (!isMessage(content))
        throw new BalanceUntrusted("It holds no message");
    return { id, ...content };
}
/** The same for a feed of the event log in CloudEvents, whose body is a batch of them. */
export function verifyCloudEvents(sent) {
    const { id, content } = verified(sent);
    if (!Array.isArray(content)) {
        throw new BalanceUntrusted("It holds no batch of CloudEvents");
    }
    return { id, events: content };
}
function verified({ secret, headers, body }) {
    const sent = headersOf(headers);
    const secrets = [secret].flat();
    let why = new BalanceUntrusted("No secret to verify with was given");
    for (const one of secrets) {
        const webhook = new Webhook(one);
        try {
            return { id: sent["webhook-id"], content: webhook.verify(body, sent) };
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
function isMessage(content) {
    return typeof content === "object" && content !== null &&
        "type" in content && typeof content.type === "string" && "data" in content;
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
