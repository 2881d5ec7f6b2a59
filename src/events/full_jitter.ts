/** No wait between two tries is longer, unless the other side asks for it. */
export const BACKOFF_CAP_MS = 30_000;

/**
 * Milliseconds to wait before the next try, after `attempts` tries: anything from 0 up to
 * min(`capMs`, `baseMs` · 2^(attempts - 1)), evenly spread by `random` (0 to 1). "Full jitter" in
 * Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 */
export function fullJitterMs(
  attempts: number,
  { baseMs, capMs = BACKOFF_CAP_MS, random }: {
    readonly baseMs: number;
    readonly capMs?: number;
    readonly random: () => number;
  },
): number {
  return random() * Math.min(capMs, baseMs * 2 ** (attempts - 1));
}
