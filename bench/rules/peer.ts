import type { Facts } from "./facts.ts";

/** Another engine, with the same rules. */
export interface Peer {
  readonly name: string;
  /** The place of the first rule that the record meets; infinite where it meets none. */
  first(facts: Facts): Promise<number>;
}
