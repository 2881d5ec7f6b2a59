import type { ConnectionId } from "../src/kernel/ids.ts";
import type { SealedSecret } from "../src/integrations/sealed_secret.ts";

/** A secret to write in the place of one that was read. */
export interface Resealed {
  readonly secret: SealedSecret;
  /** What was read: where it is no longer there, somebody has written a newer one, and it stays. */
  readonly before: string;
}

/** The sealed secrets of a tenant's connections, each under a name of its own. */
export interface ConnectionSecrets {
  /** Writes these, in the place of those with the same connection and name. */
  put(secrets: readonly SealedSecret[]): Promise<void>;
  /** All of these connections, by connection and name. */
  of(connectionIds: readonly ConnectionId[]): Promise<readonly SealedSecret[]>;
  remove(connectionIds: readonly ConnectionId[]): Promise<void>;
  /** Up to `limit` that another key than `keyId` sealed, by connection and name, beyond `after`. */
  sealedByOthers(
    keyId: string,
    limit: number,
    after: Pick<SealedSecret, "connectionId" | "name"> | null,
  ): Promise<readonly SealedSecret[]>;
  /** Writes these where what was read is still there; returns how many. */
  replace(resealed: readonly Resealed[]): Promise<number>;
}
