// @ts-self-types="./lines.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
/** The values of a body that is lines of JSON, each when its line is whole. */
export async function* linesOf(open) {
    const { body } = await open();
    if (body === null)
        return;
    let begun = "";
    for await (const text of textOf(body)) {
        const lines = (begun + text).split("\n");
        begun = lines.pop();
        for (const line of lines)
            if (line !== "")
                yield JSON.parse(line);
    }
    // A line that broke off is no JSON, and says so.
    if (begun !== "")
        yield JSON.parse(begun);
}
/** Text as it arrives, until `signal` is aborted; the body is given up when the reader stops. */
export async function* textOf(body, signal) {
    const decoder = new TextDecoder();
    const reader = body.getReader();
    let isOver = false;
    // Not every fetch that is given ends a body by the request's signal.
    const stop = () => reader.cancel(signal?.reason).catch(ignoreBroken);
    signal?.addEventListener("abort", stop, { once: true });
    try {
        for (;;) {
            const { value, done } = await reader.read();
            isOver = done;
            if (done)
                break;
            yield decoder.decode(value, { stream: true });
        }
        const rest = decoder.decode();
        if (rest !== "")
            yield rest;
    }
    finally {
        signal?.removeEventListener("abort", stop);
        if (!isOver)
            await reader.cancel().catch(ignoreBroken);
        reader.releaseLock();
    }
}
/** A body that broke off cannot be given up; its reader heard why. */
function ignoreBroken(error) {
    if (!(error instanceof Error))
        throw error;
}
