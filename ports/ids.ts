import type { Id } from "../src/kernel/ids.ts";

/** The source of chance: new ids and secrets. */
export interface Ids {
  /** A new id; later ids sort after earlier ones. */
  next<const Prefix extends string>(prefix: Prefix): Id<Prefix>;
  /** 32 bytes that nobody can guess. */
  secretBytes(): Uint8Array;
}
