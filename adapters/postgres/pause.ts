const BASE_MS = 10;
const CAP_MS = 250;

/**
 * Waits before a unit that lost its n-th race starts over: anything from 0 up to min(250, 10 · 2^(n - 1)) ms, by
 * chance, so that those who met do not meet again. "Full jitter" in Marc Brooker, "Exponential Backoff And
 * Jitter", AWS Architecture Blog, 2015.
 */
export function pause(racesLost: number): Promise<void> {
  const most = Math.min(CAP_MS, BASE_MS * 2 ** (racesLost - 1));
  return new Promise((resolve) => setTimeout(resolve, Math.random() * most));
}
