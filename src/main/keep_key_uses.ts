import type { Clock } from "../../ports/clock.ts";
import type { KeyUseNotes, KeyUses } from "../../ports/key_uses.ts";
import { PendingKeyUses } from "../tenancy/key_use.ts";

/** Keeps the uses of keys at intervals. */
export interface KeyUseKeeper {
  readonly notes: KeyUseNotes;
  /** Keeps what is left. */
  close(): Promise<void>;
}

/** Writes what was noted `everyMs` after the first of it, all in one; what cannot be written is tried again. */
export function keepKeyUses({ uses, clock, everyMs, onError }: {
  readonly uses: KeyUses;
  readonly clock: Clock;
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
}): KeyUseKeeper {
  const pending = new PendingKeyUses();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();
  let closed = false;

  async function write(): Promise<void> {
    const taken = pending.take(clock.now());
    try {
      await uses.keep(taken);
    } catch (error) {
      pending.putBack(taken);
      onError(error);
      plan();
    }
  }

  function plan(): void {
    if (closed || timer !== undefined || pending.isEmpty) return;
    timer = setTimeout(() => {
      timer = undefined;
      writing = writing.then(write);
    }, everyMs);
  }

  return {
    notes: {
      note(use) {
        pending.note(use);
        plan();
      },
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await writing;
      if (!pending.isEmpty) await write();
    },
  };
}
