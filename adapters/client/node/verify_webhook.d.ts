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
/**
 * Verifies a webhook as Standard Webhooks has it, over the very text of the body, no more than five minutes old.
 * `secret`: the endpoint's, `whsec_…`; several while one takes another's place. Throws BalanceUntrusted.
 */
export declare function verifyWebhook<Data = Readonly<Record<string, unknown>>>({ secret, headers, body }: {
    readonly secret: string | readonly string[];
    readonly headers: SentHeaders;
    /** As it came, unparsed. */
    readonly body: string;
}): Message<Data>;
