import type { Instant } from "../kernel/instant.ts";
import type { JsonObject } from "../kernel/json.ts";

/** A row of a tenant's append-only event log. */
export interface RecordedEvent {
  /** 1, 2, 3 … without a gap, per tenant. */
  readonly seq: number;
  readonly type: string;
  readonly occurredAt: Instant;
  /** The id of the member or key that acted, or `job:…`. */
  readonly actor: string;
  readonly sourceAgent: string;
  /** `{"erased": true}` where the content was erased. */
  readonly payload: JsonObject;
  /** 32 hexadecimal digits; null where the content was erased, and in events of before there were salts. */
  readonly salt: string | null;
  /** SHA-256 over the salt and the payload, 64 hexadecimal digits; null in events of before there were salts. */
  readonly payloadHash: string | null;
  /** SHA-256 over this event and the hash before it (see `chain.ts`), 64 hexadecimal digits. */
  readonly hash: string;
}

/** The end of a tenant's log; `seq` 0 and the genesis hash while it is empty. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}
