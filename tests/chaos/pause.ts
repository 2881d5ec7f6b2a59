/** Ends after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks every `everyMs` until the answer is yes; false when it was not within `limitMs`. */
export async function until(
  isSo: () => Promise<boolean>,
  { everyMs, limitMs }: { readonly everyMs: number; readonly limitMs: number },
): Promise<boolean> {
  const begun = performance.now();
  while (!await isSo()) {
    if (performance.now() - begun > limitMs) return false;
    await pause(everyMs);
  }
  return true;
}
