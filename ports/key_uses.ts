import type { ApiKeyId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { KeyUse } from "../src/tenancy/key_use.ts";

/** Hears of each use of a key; it is kept later, so that nobody waits for that and nothing fails by it. */
export interface KeyUseNotes {
  note(use: KeyUse): void;
}

/** Keeps when keys of any tenant were last used. */
export interface KeyUses {
  /** Keeps the latest use of each key, in one write, whatever their order. Keys that are gone are passed over. */
  keep(uses: readonly KeyUse[]): Promise<void>;
}

/** When the keys of one tenant were last used, to a minute or so. */
export interface LastKeyUses {
  /** Those of `ids` that were used at all. */
  of(ids: readonly ApiKeyId[]): Promise<ReadonlyMap<ApiKeyId, Instant>>;
}
