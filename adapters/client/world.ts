/** Time and chance, which tests hold in their hands. */
export interface World {
  /** Milliseconds that only grow. */
  now(): number;
  /** From 0 up to, and without, 1. */
  random(): number;
  /** Calls `act` once after so long, unless the function that it gives is called before. */
  after(ms: number, act: () => void): () => void;
  /** Rejects with the reason of `signal` when that comes first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const realWorld: World = {
  now: () => performance.now(),
  random: () => Math.random(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  sleep(ms, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
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
