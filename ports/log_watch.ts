import type { TenantId } from "../src/kernel/ids.ts";

/** Waits for logs to grow. */
export interface LogWatch {
  /**
   * True as soon as that log may have events beyond `after`: at once where the caller's own process appended them,
   * within a second where another did. False after `waitMs`, or once `signal` is aborted, without an error.
   */
  beyond(
    tenantId: TenantId,
    after: number,
    until: { readonly waitMs: number; readonly signal: AbortSignal },
  ): Promise<boolean>;
}
