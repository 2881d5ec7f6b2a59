import type { ApiKeyId, TenantId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** That an API key let somebody in. */
export interface KeyUse {
  readonly tenantId: TenantId;
  readonly keyId: ApiKeyId;
  readonly at: Instant;
}

/** Of one key a use is kept once in so long. */
const PAUSE_MS = 60_000;

/** The uses that are still to be kept: of one key at most one in a minute, however often it is used. */
export class PendingKeyUses {
  /** When the last use of a key was that was or is to be kept, in Unix milliseconds. */
  readonly #heard = new Map<string, number>();
  #waiting: KeyUse[] = [];

  note(use: KeyUse): void {
    const key = `${use.tenantId} ${use.keyId}`;
    const at = Date.parse(use.at);
    if (at - (this.#heard.get(key) ?? -Infinity) < PAUSE_MS) return;
    this.#heard.set(key, at);
    this.#waiting.push(use);
  }

  /** Whether there is anything to take. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** What is to be kept, which is then no longer pending. Forgets the keys of which a use would be kept at `now`. */
  take(now: Instant): readonly KeyUse[] {
    const until = Date.parse(now) - PAUSE_MS;
    for (const [key, at] of this.#heard) {
      if (at <= until) this.#heard.delete(key);
    }
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** Takes back what could not be kept. */
  putBack(uses: readonly KeyUse[]): void {
    this.#waiting = [...uses, ...this.#waiting];
  }
}
