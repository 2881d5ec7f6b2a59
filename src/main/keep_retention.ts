import type { Deps } from "../../ports/deps.ts";
import type { TenantId } from "../kernel/ids.ts";
import {
  applyRetention,
  type Removed,
} from "../privacy/use_cases/apply_retention.ts";
import { sweepReceipts } from "../receipts/use_cases/sweep_receipts.ts";
import { sweepImports } from "../imports/use_cases/sweep_imports.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";

type Needed = Pick<Deps, "uow" | "clock" | "directory" | "files">;

/** Removes what every tenant has kept long enough, one tenant after another; tells of each what went. */
export async function* retainAll(
  deps: Needed,
): AsyncGenerator<readonly [TenantId, Removed]> {
  for (const tenantId of await deps.directory.tenantIds()) {
    const scope = openTaskScope(tenantId, "retention");
    const removed = await applyRetention(deps, scope);
    if (!removed.ok) throw new Error(removed.failure.kind);
    const swept = await sweepReceipts(deps, scope);
    if (!swept.ok) throw new Error(swept.failure.kind);
    const unwanted = await sweepImports(deps, scope);
    if (!unwanted.ok) throw new Error(unwanted.failure.kind);
    yield [tenantId, removed.value];
  }
}

/** A round that repeats. */
export interface RetentionKeeper {
  /** Ends after the tenant that it is at. */
  close(): Promise<void>;
}

/**
 * Does so `firstMs` after the start and then every `everyMs`. Several processes may: what one has removed the others do
 * not find. A round that fails is tried again at the next.
 */
export function keepRetention(deps: Needed, { firstMs, everyMs, onError }: {
  readonly firstMs: number;
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
}): RetentionKeeper {
  let closed = false;
  let running = Promise.resolve();

  async function round(): Promise<void> {
    try {
      for await (const _ of retainAll(deps)) if (closed) return;
    } catch (error) {
      onError(error);
    }
    if (!closed) later(everyMs);
  }

  let timer: ReturnType<typeof setTimeout>;
  function later(ms: number): void {
    timer = setTimeout(() => void (running = round()), ms);
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
