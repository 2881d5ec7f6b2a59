/** A round that repeats. */
export interface RoundKeeper {
  /** Lets the round end that is under way, which looks whether it is over, and begins no other. */
  close(): Promise<void>;
}

/**
 * Goes a round `firstMs` after the start, and `everyMs` after the end of each. Several processes may: what one has done
 * the others do not find. A round that fails is told and tried again at the next.
 */
export function keepRound(
  round: (isOver: () => boolean) => Promise<unknown>,
  { firstMs, everyMs, onError }: {
    readonly firstMs: number;
    readonly everyMs: number;
    readonly onError: (error: unknown) => void;
  },
): RoundKeeper {
  let closed = false;
  let running: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout>;

  async function go(): Promise<void> {
    await Promise.try(() => round(() => closed)).catch(onError);
    if (!closed) later(everyMs);
  }
  function later(ms: number): void {
    timer = setTimeout(() => void (running = go()), ms);
  }

  later(firstMs);
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
