import type { Failure } from "../../src/kernel/failure.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import { limitFailures } from "./limit_failures.ts";

/** Bounds of answers that are held open, in one process. */
export interface HeldOpenLimits {
  /** Of one tenant at once. */
  readonly ofTenant?: number;
  readonly ofAll?: number;
  /** A stream says something at least so often, and asks whether its reader still may read. */
  readonly idleMs?: number;
  /** A stream of which nothing is taken for so long is cut. */
  readonly stalledMs?: number;
}

/** One answer that is held open. */
export interface Held {
  /** Aborted when it ends, whoever ends it. */
  readonly signal: AbortSignal;
  /** The service stops, which ended it. */
  isStopping(): boolean;
  /** May be called more than once. */
  end(): void;
  /** What was said is not read: its connection may stay open for as long as nobody reads. */
  leaveUnread(): void;
}

/** When one is refused: a place is free as soon as any other ends. */
const RETRY_AFTER_S = 10;

/** Answers that last: tails of the event log, and questions that wait for an event. Few of a tenant, and all of them end when the service stops. */
export class HeldOpen {
  readonly idleMs: number;
  readonly stalledMs: number;
  readonly #ofTenant: number;
  readonly #ofAll: number;
  readonly #ends = new Map<TenantId, Set<() => void>>();
  #open = 0;
  #unread = 0;
  #isStopping = false;

  constructor(
    {
      ofTenant = 20,
      ofAll = 500,
      idleMs = 5_000,
      stalledMs = 60_000,
    }: HeldOpenLimits = {},
  ) {
    this.#ofTenant = ofTenant;
    this.#ofAll = ofAll;
    this.idleMs = idleMs;
    this.stalledMs = stalledMs;
  }

  /** How many are open. */
  get open(): number {
    return this.#open;
  }

  /** How many were ended although they were not read to their end. */
  get unread(): number {
    return this.#unread;
  }

  /** Counts one more, unless as many are open as may. */
  begin(
    tenantId: TenantId,
  ): Result<Held, Failure<"limit.streams" | "limit.streams_of_all">> {
    const retry = { retry_after_s: RETRY_AFTER_S };
    if (this.#isStopping || this.#open >= this.#ofAll) {
      return fail(limitFailures.streams_of_all(retry));
    }
    const own = this.#ends.get(tenantId) ?? new Set();
    if (own.size >= this.#ofTenant) {
      return fail(limitFailures.streams({ most: this.#ofTenant, ...retry }));
    }
    const over = new AbortController();
    const end = () => {
      if (!own.delete(end)) return;
      this.#open--;
      if (own.size === 0) this.#ends.delete(tenantId);
      over.abort();
    };
    own.add(end);
    this.#ends.set(tenantId, own);
    this.#open++;
    return ok({
      signal: over.signal,
      isStopping: () => this.#isStopping,
      end,
      leaveUnread: () => void this.#unread++,
    });
  }

  /** Ends all of them, and lets none begin. */
  close(): void {
    this.#isStopping = true;
    for (const own of [...this.#ends.values()]) {
      for (const end of [...own]) end();
    }
  }
}
