// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
/** What a webhook of Balance says. `type` tells what `data` holds. */
export interface Message<Data = Readonly<Record<string, unknown>>> {
    /** The same at each attempt: keep those that you have seen. */
    readonly id: string;
    readonly type: string;
    readonly timestamp: string;
    readonly data: Data;
}
/** The request is not from who has the secret, is too old, or no message at all. Answer 401 and read nothing of it. */
export declare class BalanceUntrusted extends Error {
    readonly name = "BalanceUntrusted";
}
/** Headers as `fetch` has them, or as Node's `http` has them. */
export type SentHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
/** A webhook as it was sent, and with what. */
export interface SentWebhook {
    /**
     * The endpoint's, `whsec_…`; several while one takes another's place. A text that is none throws at once, whatever was
     * sent: no message can mend it.
     */
    readonly secret: string | readonly string[];
    readonly headers: SentHeaders;
    /** As it came, unparsed. */
    readonly body: string;
}
/**
 * Verifies a webhook as Standard Webhooks has it, over the very text of the body, no more than five minutes old. Throws
 * BalanceUntrusted.
 */
export declare function verifyWebhook<Data = Readonly<Record<string, unknown>>>(sent: SentWebhook): Message<Data>;
/** The same for a feed of the event log in CloudEvents, whose body is a batch of them. */
export declare function verifyCloudEvents<Event = Readonly<Record<string, unknown>>>(sent: SentWebhook): {
    readonly id: string;
    readonly events: readonly Event[];
};
