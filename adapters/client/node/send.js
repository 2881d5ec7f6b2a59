// @ts-self-types="./send.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import createClient from "openapi-fetch";
import { BalanceProblem } from "./problem.js";
import { withRetries } from "./retry.js";
/** POSTs that sign somebody in: they take no idempotency key, and are sent again only when refused. */
export const KEYLESS = ["/session", "/invitations/accept"];
export const KEY_HEADER = "Idempotency-Key";
/** How calls are sent to the service at `baseUrl`. */
export function sender({ baseUrl, headers, fetch, limits, world }) {
    const client = createClient({
        baseUrl: `${baseUrl.replace(/\/+$/, "")}/api/v1`,
        headers,
        fetch,
    });
    return async (given) => {
        const call = keyed(given);
        const { method, path, parseAs, signal, file, deadlineMs } = call;
        // What cannot be sent throws here; later it would look like a network at fault.
        const text = call.body === undefined
            ? undefined
            : JSON.stringify(call.body);
        new Headers(call.headers);
        const repeatable = repeatableOf(call);
        const { data, error, response, attempts } = await withRetries(async (signal) => {
            const answer = await client.request(method, path, {
                params: { path: call.params, query: call.query },
                headers: call.headers,
                parseAs,
                signal,
                bodySerializer: (sent) => sent,
                ...file !== undefined
                    ? await opened(file)
                    : repeatable === "always"
                        ? { body: text }
                        : sentOnce(text),
            });
            // Of an empty answer the body is left as it came, and its connection with it.
            const { response } = answer;
            if (parseAs === "json" && !response.bodyUsed) {
                await response.body?.cancel();
            }
            return answer;
        }, {
            limits: { ...limits, ...deadlineMs !== undefined && { deadlineMs } },
            repeatable,
            signal,
            world,
        });
        if (!response.ok)
            throw new BalanceProblem(response, error, attempts);
        return { body: data, response, attempts };
    };
}
/** Once for all attempts: that is what makes a POST safe to repeat. */
function keyed(call) {
    const { method, path, headers } = call;
    return method !== "post" || KEYLESS.includes(path) || KEY_HEADER in headers
        ? call
        : { ...call, headers: { ...headers, [KEY_HEADER]: crypto.randomUUID() } };
}
function repeatableOf({ method, headers, file }) {
    if (file instanceof ReadableStream)
        return "never";
    if (method === "post") {
        return KEY_HEADER in headers ? "always" : "when_refused";
    }
    // A second time it would meet the version that the first has made.
    if ("If-Match" in headers)
        return "when_refused";
    return method === "patch" ? "when_refused" : "always";
}
/** Deno's fetch sends again by itself what a connection that was used before lost, unless it cannot: a stream it cannot. */
function sentOnce(text = "") {
    return { body: new Blob([text]).stream(), duplex: "half" };
}
async function opened(file) {
    const body = typeof file === "function" ? await file() : file;
    // A request whose body is a stream is refused without it.
    return body instanceof ReadableStream ? { body, duplex: "half" } : { body };
}
