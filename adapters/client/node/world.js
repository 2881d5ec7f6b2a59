// @ts-self-types="./world.d.ts"
// Written by `deno task client`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
export const realWorld = {
    now: () => performance.now(),
    random: () => Math.random(),
    after(ms, act) {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
    },
    sleep(ms, signal) {
        return new Promise((resolve, reject) => {
            if (signal?.aborted)
                return reject(signal.reason);
            const stop = () => {
                clearTimeout(timer);
                reject(signal?.reason);
            };
            const timer = setTimeout(() => {
                signal?.removeEventListener("abort", stop);
                resolve();
            }, ms);
            signal?.addEventListener("abort", stop, { once: true });
        });
    },
};
