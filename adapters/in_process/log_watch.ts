import type { LogProgress } from "../../ports/log_progress.ts";
import type { LogWatch } from "../../ports/log_watch.ts";
import type { TenantId } from "../../src/kernel/ids.ts";

/** Somebody who waits for a log to go beyond `after`. */
interface Reader {
  readonly after: number;
  wake(): void;
}

/** A watch, and its ear. */
export interface ProcessLogWatch extends LogWatch {
  /** This process appended to that log, up to `seq`. */
  appended(tenantId: TenantId, seq: number): void;
}

/**
 * Watches logs for all readers of this process. While somebody waits, one question every `everyMs` asks for the heads of
 * the logs that are waited for, however many wait; what this process appends itself wakes at once. A database that
 * notifies would do the same for one connection less often asked, but the embedded one cannot (docs/adr/0013).
 */
export function processLogWatch({ heads, everyMs, onError }: {
  readonly heads: LogProgress["heads"];
  readonly everyMs: number;
  /** Told why the heads could not be read; they are asked for again. */
  readonly onError: (error: unknown) => void;
}): ProcessLogWatch {
  const waiting = new Map<TenantId, Set<Reader>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;

  function reach(tenantId: TenantId, seq: number): void {
    for (const reader of [...waiting.get(tenantId) ?? []]) {
      if (reader.after < seq) reader.wake();
    }
  }

  async function ask(): Promise<void> {
    isAsking = true;
    try {
      const found = await heads([...waiting.keys()]);
      for (const [tenantId, seq] of found) reach(tenantId, seq);
    } catch (error) {
      onError(error);
    } finally {
      isAsking = false;
      plan();
    }
  }

  function plan(): void {
    if (waiting.size === 0) {
      clearTimeout(timer);
      timer = undefined;
    } else if (!isAsking) {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), everyMs);
    }
  }

  return {
    appended: reach,
    beyond(tenantId, after, { waitMs, signal }) {
      if (signal.aborted) return Promise.resolve(false);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const readers = waiting.get(tenantId) ?? new Set();
      const end = (grown: boolean) => {
        clearTimeout(late);
        signal.removeEventListener("abort", gone);
        readers.delete(reader);
        if (readers.size === 0 && waiting.get(tenantId) === readers) {
          waiting.delete(tenantId);
        }
        if (waiting.size === 0) plan();
        resolve(grown);
      };
      const gone = () => end(false);
      const late = setTimeout(gone, waitMs);
      const reader = { after, wake: () => end(true) };
      signal.addEventListener("abort", gone);
      readers.add(reader);
      waiting.set(tenantId, readers);
      if (timer === undefined && !isAsking) plan();
      return promise;
    },
  };
}
