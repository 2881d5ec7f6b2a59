// @ts-self-types="./balance.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
import { tailEvents } from "./event_tail.js";
import { linesOf } from "./lines.js";
import { pagesOf } from "./pages.js";
import { RETRY_LIMITS } from "./retry.js";
import { KEY_HEADER, sender } from "./send.js";
import { realWorld } from "./world.js";
export { BalanceProblem, BalanceUnreachable } from "./problem.js";
export { BalanceUntrusted, verifyCloudEvents, verifyWebhook, } from "./verify_webhook.js";
/** A client of the service at `baseUrl`. It keeps no connection and no state; make one and share it. */
export function balance({ baseUrl, apiKey, fetch = (request) => globalThis.fetch(request), retries = {}, world = realWorld, }) {
    // Both said now rather than as a network that fails at each attempt.
    if (!/^https?:$/.test(new URL(baseUrl).protocol)) {
        throw new TypeError(`${baseUrl} is no http address`);
    }
    const headers = {
        ...apiKey !== undefined && { Authorization: `Bearer ${apiKey}` },
    };
    new Headers(headers);
    const limits = { ...RETRY_LIMITS, ...retries };
    const send = sender({ baseUrl, headers, fetch, limits, world });
    async function request(method, path, asked = {}) {
        const { body, response, attempts } = await send(callOf(method, path, asked));
        return {
            body,
            status: response.status,
            etag: response.headers.get("ETag"),
            isReplay: response.headers.get("Idempotency-Replayed") === "true",
            headers: response.headers,
            attempts,
        };
    }
    const by = (method) => async (path, asked) => (await request(method, path, asked)).body;
    const open = async (path, asked = {}) => (await send(callOf("get", path, asked, "stream"))).response;
    // The types are those of the document; what runs is the same for all of them.
    return {
        get: by("get"),
        post: by("post"),
        put: by("put"),
        patch: by("patch"),
        delete: by("delete"),
        request,
        open,
        all: (path, asked) => pagesOf((query) => request("get", path, { ...asked, query }), asked),
        lines: (path, asked) => linesOf(() => open(path, asked)),
        tail: (tail = {}) => tailEvents(send, tail, limits, world),
    };
}
function callOf(method, path, asked, parseAs = "json") {
    const { file, fileType = "application/octet-stream" } = asked;
    return {
        method,
        path,
        parseAs,
        params: asked.path ?? {},
        query: asked.query ?? {},
        body: asked.body,
        file,
        headers: {
            ...asked.headers,
            ...file !== undefined && { "Content-Type": fileType },
            ...asked.ifMatch !== undefined && { "If-Match": asked.ifMatch },
            ...asked.idempotencyKey !== undefined &&
                { [KEY_HEADER]: asked.idempotencyKey },
        },
        signal: asked.signal,
        deadlineMs: asked.deadlineMs,
    };
}
